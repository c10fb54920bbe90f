package dev.collab.tck.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.conversation.AgentEntry;
import dev.collab.conversation.EntryRef;
import dev.collab.conversation.ExportNotes;
import dev.collab.conversation.Page;
import dev.collab.conversation.Slice;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import dev.collab.tck.model.Step.Kind;
import dev.collab.tck.model.Step.Who;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Lets everybody read after every step, and compares with books kept in another way. */
final class Reading {
    private Reading() {}

    static void compare(World world, History history) {
        var oracle = new Oracle(world);
        long turn = 0;
        for (var drawn : history.steps()) {
            var step = world.resolved(drawn);
            long adderWindow = oracle.windowOf(World.id(step.actor()));
            oracle.heard(world.run(step), adderWindow);
            for (var viewer : World.viewers()) {
                var expected = oracle.readBy(viewer);
                // Every third, and another time the next: there are eight viewers.
                boolean leafs = turn++ % 3 == 0;
                assertThat(leafs ? leafed(world, viewer) : read(world, viewer))
                        .as("%s reads after %s", viewer, step)
                        .isEqualTo(expected);
                assertThat(world.collab.agent(World.id(viewer)).view(world.chat).isDone())
                        .as("%s sees it after %s", viewer, step)
                        .isEqualTo(expected.isPresent());
                assertThat(exported(world, viewer))
                        .as("%s exports after %s", viewer, step)
                        .isEqualTo(expected);
                assertThat(checked(world, viewer))
                        .as("%s is checked after %s", viewer, step)
                        .isEqualTo(expected.orElse(List.of()));
            }
        }
    }

    static void checkStrangers(World world, History history) {
        var oracle = new Oracle(world);
        for (var drawn : history.steps()) {
            var step = world.resolved(drawn);
            boolean isStranger = step.kind().isAgents()
                    && step.actor() != Who.SYSTEM
                    && oracle.readBy(step.actor()).isEmpty()
                    && !(answersInvitation(step) && oracle.wasInvited(step.actor()));
            long adderWindow = oracle.windowOf(World.id(step.actor()));
            var ran = world.run(step);
            oracle.heard(ran, adderWindow);
            if (isStranger) {
                assertThat(ran.entries()).as("by %s", step).isEmpty();
                assertThat(answers(step)).as("to %s", step).contains(reason(ran.outcome()));
            }
        }
    }

    private static boolean answersInvitation(Step step) {
        return step.kind() == Kind.ACCEPT || step.kind() == Kind.DECLINE;
    }

    /** A retry gets its receipt, and of two who claim the slower learns who was faster; nobody else learns anything. */
    private static List<Optional<Reason>> answers(Step step) {
        var unknown = Stream.of(Optional.of(Reason.UNKNOWN_CONVERSATION));
        var retried = step.key() == 0
                ? Stream.<Optional<Reason>>empty()
                : Stream.of(Optional.<Reason>empty(), Optional.of(Reason.ID_CONFLICT));
        var claimed = step.kind() == Kind.CLAIM
                ? Stream.of(Optional.of(Reason.ALREADY_ASSIGNED))
                : Stream.<Optional<Reason>>empty();
        return Stream.concat(unknown, Stream.concat(retried, claimed)).toList();
    }

    private static Optional<Reason> reason(Outcome<?> outcome) {
        return outcome.fold(done -> Optional.empty(), no -> Optional.of(no.reason()));
    }

    /** All pages, from the newest back and forth again. */
    private static Optional<List<Long>> leafed(World world, Who viewer) {
        var desk = world.collab.agent(World.id(viewer));
        var newest = desk.timeline(world.chat, Page.newest(7));
        if (newest instanceof Outcome.Rejected<Slice<AgentEntry>> no) {
            assertThat(no.reason()).isEqualTo(Reason.UNKNOWN_CONVERSATION);
            return Optional.empty();
        }
        var backwards = new ArrayList<Long>();
        var page = newest.orElseThrow();
        backwards.addAll(0, sequences(page));
        while (page.older().isPresent()) {
            page = desk.timeline(world.chat, Page.at(page.older().get(), 7)).orElseThrow();
            backwards.addAll(0, sequences(page));
        }
        var forth = new ArrayList<>(sequences(page));
        while (!page.entries().isEmpty()) {
            page = desk.timeline(world.chat, Page.at(page.newer(), 5)).orElseThrow();
            forth.addAll(sequences(page));
        }
        assertThat(forth).isEqualTo(backwards);
        return Optional.of(backwards);
    }

    private static Optional<List<Long>> read(World world, Who viewer) {
        return world.collab
                .agent(World.id(viewer))
                .timeline(world.chat, Page.newest(Page.MAX_LIMIT))
                .fold(slice -> Optional.of(sequences(slice)), no -> {
                    assertThat(no.reason()).isEqualTo(Reason.UNKNOWN_CONVERSATION);
                    return Optional.empty();
                });
    }

    private static Optional<List<Long>> exported(World world, Who viewer) {
        var exported = new ArrayList<Long>();
        boolean done = world.collab
                .agent(World.id(viewer))
                .export(world.chat, ExportNotes.INCLUDED, entry -> exported.add(entry.sequence()))
                .isDone();
        return done ? Optional.of(exported) : Optional.empty();
    }

    /** Everything there is, and some that is not. */
    private static List<Long> checked(World world, Who viewer) {
        var all = LongStream.range(0, world.head().counters().entries() + 3)
                .mapToObj(sequence -> new EntryRef(world.chat, sequence))
                .toList();
        return world.collab.agent(World.id(viewer)).visible(all).stream()
                .map(EntryRef::sequence)
                .toList();
    }

    private static List<Long> sequences(Slice<AgentEntry> slice) {
        return slice.entries().stream().map(AgentEntry::sequence).toList();
    }
}
