package dev.collab.tck.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.conversation.Conversation;
import dev.collab.conversation.Page;
import dev.collab.model.Collaboration;
import dev.collab.model.ConversationHead;
import dev.collab.model.InboxSettings;
import dev.collab.model.Invitation;
import dev.collab.model.TimelineEntry;
import dev.collab.tck.model.Step.Who;
import dev.collab.tck.model.World.Ran;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** What must be so before, between and after all steps of a history. */
final class Invariants {
    private Invariants() {}

    /** Looks at what there was before a step, what there is after it, and what it came to. */
    interface Check {
        void check(State before, State after, Ran ran);
    }

    /**
     * Is how things stand between two steps.
     *
     * @param world where
     * @param head the conversation's head
     * @param settings of the inbox the conversation is in
     * @param now the time
     * @param signals how often a change was signalled
     */
    record State(World world, ConversationHead head, InboxSettings settings, Instant now, int signals) {
        static State of(World world) {
            var stored = world.stored.conversations().load(world.chat, null).orElseThrow();
            return new State(
                    world,
                    stored.head(),
                    stored.settings(),
                    world.time.instant(),
                    world.signal.changes().size());
        }

        /** A lower limit takes nobody's place; the next add finds none. */
        long places() {
            return head.collaborations().stream()
                            .filter(grant -> grant.isCurrent(settings.epoch(), now))
                            .count()
                    + head.invitations().stream()
                            .filter(invitation -> invitation.isCurrent(settings.invitationEpoch(), now))
                            .count();
        }
    }

    static void follow(World world, History history, Check check) {
        var before = State.of(world);
        for (var step : history.steps()) {
            var ran = world.run(step);
            var after = State.of(world);
            check.check(before, after, ran);
            before = after;
        }
    }

    static void checkFold(State before, State after, Ran ran) {
        assertThat(Conversation.fold(after.world().entries(0)))
                .as("the fold after %s", ran.step())
                .isEqualTo(after.head());
    }

    static void checkPeople(State before, State after, Ran ran) {
        var head = after.head();
        var agents = Stream.concat(
                        head.collaborations().stream().map(Collaboration::agent),
                        head.invitations().stream().map(Invitation::agent).filter(Objects::nonNull))
                .toList();
        assertThat(agents)
                .as("those on it after %s", ran.step())
                .doesNotHaveDuplicates()
                .doesNotContain(World.id(Who.CARLA));
        assertThat(Optional.ofNullable(head.assignee()))
                .as("the assignee after %s", ran.step())
                .isNotEqualTo(Optional.of(World.id(Who.CARLA)))
                .isNotIn(agents.stream().map(Optional::of).toList());
        int limit = after.settings().collaboration().limit();
        assertThat(after.places())
                .as("places taken after %s", ran.step())
                .isLessThanOrEqualTo(Math.max(limit, before.places()));
    }

    static void checkRefusals(State before, State after, Ran ran) {
        if (!ran.outcome().isDone()) {
            assertThat(ran.entries()).as("written by %s", ran.step()).isEmpty();
            assertThat(after.head()).as("the head after %s", ran.step()).isEqualTo(before.head());
            assertThat(after.signals()).as("signals after %s", ran.step()).isEqualTo(before.signals());
        }
    }

    static void checkSettings(State before, State after, Ran ran) {
        var decided = ran.entries().stream()
                .filter(entry -> switch (entry.kind()) {
                    case COLLABORATION_STARTED, COLLABORATION_SUSPENDED, INVITED, LEVEL_CHANGED -> true;
                    case COLLABORATION_ENDED ->
                        Set.of("SWITCHED_OFF", "OVER_LIMIT", "RESOLVED").contains(reason(entry));
                    default -> false;
                })
                .toList();
        if (decided.isEmpty()) {
            return;
        }
        // What had ended before a move, the inbox it was in had ended.
        var old = after.world().stored.inboxes().load(before.head().inbox()).revision();
        assertThat(decided)
                .as("decided by %s", ran.step())
                .allMatch(entry -> Objects.equals(
                        entry.settingsRevision(),
                        "SWITCHED_OFF".equals(reason(entry))
                                ? old
                                : after.settings().revision()));
    }

    private static String reason(TimelineEntry entry) {
        return entry.facts().getOrDefault("reason", "");
    }

    /** The customer's version is compared with what they see, step by step. */
    static void checkNumbers(World world, History history) {
        var projection = projection(world);
        long version = world.head().counters().customerVersion();
        for (var step : history.steps()) {
            world.run(step);
            var entries = world.entries(0);
            assertThat(entries.stream().map(TimelineEntry::sequence))
                    .as("sequences after %s", step)
                    .containsExactlyElementsOf(upTo(entries.size()));
            var shown = entries.stream()
                    .map(TimelineEntry::customerSequence)
                    .filter(Objects::nonNull)
                    .toList();
            assertThat(shown).as("customer's sequences after %s", step).containsExactlyElementsOf(upTo(shown.size()));
            var now = projection(world);
            long next = world.head().counters().customerVersion();
            assertThat(version == next)
                    .as("version stays %d, as what the customer sees, after %s", version, step)
                    .isEqualTo(projection.equals(now));
            projection = now;
            version = next;
        }
    }

    private static String projection(World world) {
        var desk = world.collab.customer(World.CARL);
        var view = desk.view(world.chat).orElseThrow();
        return view.status()
                + view.subject().orElse("none")
                + desk.messages(world.chat, Page.newest(Page.MAX_LIMIT))
                        .orElseThrow()
                        .entries()
                        .toString();
    }

    private static List<Long> upTo(int size) {
        return LongStream.range(0, size).boxed().toList();
    }
}
