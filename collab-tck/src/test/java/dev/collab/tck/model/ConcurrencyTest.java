package dev.collab.tck.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.Added;
import dev.collab.AgentDesk;
import dev.collab.Collab;
import dev.collab.Written;
import dev.collab.collaboration.AddOptions;
import dev.collab.conversation.Conversation;
import dev.collab.conversation.Page;
import dev.collab.inmemory.InMemoryStorage;
import dev.collab.model.AgentId;
import dev.collab.model.CommandKey;
import dev.collab.model.EntryKind;
import dev.collab.model.HistoryWindow;
import dev.collab.model.TimelineEntry;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.RaceLostException;
import dev.collab.outcome.Reason;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Lets many act on one conversation at once, on two hosts with one storage. */
class ConcurrencyTest {
    private static final long PATIENCE_SECONDS = 60;
    private static final int COMMANDS = 300;
    private static final int ROUNDS = 50;

    /** Kinds of which there is an entry exactly for each command that was done. */
    private static final List<EntryKind> COUNTED = List.of(
            EntryKind.REPLY,
            EntryKind.NOTE,
            EntryKind.ASSIGNED,
            EntryKind.QUEUED,
            EntryKind.RESOLVED,
            EntryKind.COLLABORATION_STARTED);

    private final Duo duo = new Duo(new InMemoryStorage(), (name, arguments, call) -> call.call());
    private Captured races;

    @BeforeEach
    void quieten() {
        races = new Captured();
    }

    @AfterEach
    void letThemSpeak() {
        races.close();
    }

    private interface Command {
        Outcome<?> on(Collab host);
    }

    /** A command and the kind of entry that tells of it. */
    private record Move(EntryKind kind, Command command) {}

    /** A move that was done, with what was written and where; -1 where the answer does not say. */
    private record Done(EntryKind kind, String text, long sequence) {}

    @Test
    @DisplayName("B-32 B-41 P-24 P-27 of eight who act at once nothing is lost, nothing done twice, all in one order")
    void nothingIsLostAndNothingTwice() throws Exception {
        var all = new ConcurrentLinkedQueue<Done>();
        var crowd = new ArrayList<Callable<Void>>();
        for (int number = 0; number < 8; number++) {
            int thread = number;
            crowd.add(() -> {
                var chance = new Random(thread);
                for (int count = 0; count < COMMANDS; count++) {
                    act(chance.nextInt(8), chance, thread + "-" + count).ifPresent(all::add);
                }
                return null;
            });
        }

        together(crowd);

        var entries = duo.world.entries(0);
        assertThat(entries.stream().map(TimelineEntry::sequence))
                .containsExactlyElementsOf(
                        LongStream.range(0, entries.size()).boxed().toList());
        assertThat(Conversation.fold(entries)).isEqualTo(duo.world.head());
        assertThat(all.stream().map(Done::kind).distinct()).hasSize(COUNTED.size() + 2);
        checkNothingTwice(entries, all);
    }

    private static void checkNothingTwice(List<TimelineEntry> entries, Collection<Done> all) {
        var placed = all.stream().filter(one -> one.sequence() >= 0).toList();
        assertThat(placed.stream().map(Done::sequence)).doesNotHaveDuplicates();
        assertThat(placed).allMatch(one -> entries.get((int) one.sequence()).kind() == one.kind());
        for (var kind : COUNTED) {
            long told = entries.stream().filter(entry -> entry.kind() == kind).count();
            assertThat(all.stream().filter(one -> one.kind() == kind).count())
                    .as("%s", kind)
                    .isEqualTo(told);
        }
        // After the two entries of the opening.
        assertThat(entries.stream().skip(2).map(TimelineEntry::text).filter(Objects::nonNull))
                .containsExactlyInAnyOrderElementsOf(
                        all.stream().map(Done::text).filter(Objects::nonNull).toList());
    }

    /** Sends it on one host and, once it is done, again on the other. */
    private Optional<Done> act(int actor, Random chance, String text) {
        var move = move(actor, chance.nextInt(4), text);
        var hosts = chance.nextBoolean() ? List.of(duo.one, duo.two) : List.of(duo.two, duo.one);
        var outcome = answer(move.command(), hosts.get(0));
        boolean changedNothing = outcome.fold(value -> value instanceof Added added && added.known(), refused -> true);
        if (changedNothing) {
            return Optional.empty();
        }
        assertThat((Object) answer(move.command(), hosts.get(1))).isEqualTo(outcome);
        boolean writes = Set.of(EntryKind.CUSTOMER_MESSAGE, EntryKind.REPLY, EntryKind.NOTE)
                .contains(move.kind());
        long sequence =
                outcome.<Long>fold(value -> value instanceof Written written ? written.sequence() : -1L, no -> -1L);
        return Optional.of(new Done(move.kind(), writes ? text : null, sequence));
    }

    private Move move(int actor, int pick, String text) {
        var key = key(text);
        return switch (actor) {
            case 0 ->
                new Move(
                        EntryKind.CUSTOMER_MESSAGE,
                        host -> host.customer(World.CARL).keyed(key).write(duo.chat, text));
            case 1 -> assignee(Duo.ASHA, pick, key, text);
            case 2 -> assignee(Duo.BEN, pick, key, text);
            case 3 -> lead(pick % 2 == 0 ? Duo.BO : Duo.DOT, pick / 2, key);
            case 4 -> collaborator(Duo.BO, pick, key, text);
            case 5 -> collaborator(Duo.DOT, pick, key, text);
            case 6 ->
                pick < 3
                        ? new Move(
                                EntryKind.COLLABORATION_STARTED,
                                host -> host.agent(Duo.ADA).keyed(key).join(duo.chat))
                        : new Move(
                                EntryKind.ASSIGNED,
                                host -> host.agent(Duo.ADA).keyed(key).transfer(duo.chat, Duo.ASHA));
            default ->
                pick < 3
                        ? new Move(
                                EntryKind.QUEUED,
                                host -> host.system("router").keyed(key).release(duo.chat))
                        : new Move(
                                EntryKind.RESOLVED,
                                host -> host.system("router").keyed(key).resolve(duo.chat));
        };
    }

    private Move assignee(AgentId agent, int pick, CommandKey key, String text) {
        return pick == 0
                ? new Move(EntryKind.REPLY, host -> host.agent(agent).keyed(key).reply(duo.chat, text))
                : new Move(
                        EntryKind.ASSIGNED, host -> host.agent(agent).keyed(key).claim(duo.chat));
    }

    private Move lead(AgentId other, int pick, CommandKey key) {
        return pick == 0
                ? new Move(
                        EntryKind.COLLABORATION_STARTED,
                        host -> host.agent(Duo.SUE).keyed(key).addCollaborator(duo.chat, other))
                : new Move(
                        EntryKind.COLLABORATION_ENDED,
                        host -> host.agent(Duo.SUE).keyed(key).removeCollaborator(duo.chat, other));
    }

    private Move collaborator(AgentId agent, int pick, CommandKey key, String text) {
        return pick < 2
                ? new Move(EntryKind.REPLY, host -> host.agent(agent).keyed(key).reply(duo.chat, text))
                : new Move(EntryKind.NOTE, host -> host.agent(agent).keyed(key).note(duo.chat, text));
    }

    @Test
    @DisplayName("B-28 B-56 P-8 whoever starts to read after the removal was acknowledged gets nothing")
    void nothingIsReadAfterTheRemoval() throws Exception {
        duo.claimed();
        var removal = new Removal();
        var crowd = new ArrayList<Callable<Void>>();
        for (var host : List.of(duo.one, duo.two, duo.one, duo.two, duo.one, duo.two)) {
            crowd.add(() -> {
                while (!removal.over) {
                    int before = removal.state.get();
                    var read = host.agent(Duo.BO).timeline(duo.chat, Page.newest(500));
                    assertThat(read.toString()).doesNotContain("Between us");
                    if (before % 2 == 1 && removal.state.get() == before) {
                        assertThat(Duo.reason(read)).contains(Reason.UNKNOWN_CONVERSATION);
                        removal.seen.release();
                    }
                }
                return null;
            });
        }
        crowd.add(() -> {
            try {
                return addAndRemove(removal);
            } finally {
                // Whatever went wrong there, nobody goes on waiting for the end.
                removal.over = true;
            }
        });
        crowd.add(() -> {
            for (int count = 0; !removal.over; count++) {
                var key = key("customer" + count);
                answer(host -> host.customer(World.CARL).keyed(key).write(duo.chat, "Hello?"), duo.two);
            }
            return null;
        });

        together(crowd);

        assertThat(removal.state).hasValue(2 * ROUNDS);
    }

    /** Counts on when a removal was acknowledged, and again just before the next add: odd while they are off it. */
    private static final class Removal {
        private final AtomicInteger state = new AtomicInteger();
        private final Semaphore seen = new Semaphore(0);
        private volatile boolean over;
    }

    private Void addAndRemove(Removal removal) throws InterruptedException {
        var fromHere = AddOptions.NONE.reading(HistoryWindow.FROM_ADD);
        for (int round = 0; round < ROUNDS; round++) {
            var host = round % 2 == 0 ? duo.one : duo.two;
            answer(asha(round, "add", desk -> desk.addCollaborator(duo.chat, Duo.BO, fromHere)), host);
            answer(asha(round, "remove", desk -> desk.removeCollaborator(duo.chat, Duo.BO)), host);
            removal.seen.drainPermits();
            removal.state.incrementAndGet();
            answer(asha(round, "note", desk -> desk.note(duo.chat, "Between us.")), host);
            assertThat(removal.seen.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .isTrue();
            removal.state.incrementAndGet();
        }
        return null;
    }

    @Test
    @DisplayName("B-41 P-27 one command sent eight times at once under one key is done once, with one receipt")
    void aKeyIsDoneOnce() throws Exception {
        duo.claimed();
        for (int round = 0; round < 50; round++) {
            var text = "Round " + round;
            var crowd = new ArrayList<Callable<Outcome<?>>>();
            for (int number = 0; number < 8; number++) {
                var host = number % 2 == 0 ? duo.one : duo.two;
                crowd.add(
                        () -> answer(one -> one.agent(Duo.ASHA).keyed(key(text)).reply(duo.chat, text), host));
            }

            assertThat(together(crowd).stream().distinct()).hasSize(1).allMatch(Outcome::isDone);
            assertThat(duo.entries(EntryKind.REPLY)).hasSize(round + 1);
        }
    }

    @Test
    @DisplayName("B-12 B-65 P-25 of eight who claim one wins, and of eight adds as many succeed as there are places")
    void placesAreNotGivenTwice() throws Exception {
        duo.limitedTo(2);
        var claims = IntStream.range(0, 8)
                .<Callable<Outcome<?>>>mapToObj(number -> () -> answer(
                        host -> host.agent(number % 2 == 0 ? Duo.ASHA : Duo.BEN)
                                .keyed(key("claim-" + number))
                                .claim(duo.chat),
                        number % 4 < 2 ? duo.one : duo.two))
                .toList();
        assertThat(together(claims).stream().filter(Outcome::isDone)).hasSize(1);

        for (int number = 0; number < 8; number++) {
            duo.world.people.add(new AgentId("temp-" + number), "Temp " + number);
        }
        var adds = IntStream.range(0, 8)
                .<Callable<Outcome<?>>>mapToObj(number -> () -> answer(
                        host -> host.agent(Duo.SUE)
                                .keyed(key("add-" + number))
                                .addCollaborator(duo.chat, new AgentId("temp-" + number)),
                        number % 2 == 0 ? duo.one : duo.two))
                .toList();
        assertThat(together(adds).stream().filter(Outcome::isDone)).hasSize(2);
        assertThat(duo.world.head().collaborations()).hasSize(2);
    }

    private interface Wish {
        Outcome<?> at(AgentDesk desk);
    }

    private static Command asha(int number, String what, Wish wish) {
        return host -> wish.at(host.agent(Duo.ASHA).keyed(key(what + number)));
    }

    /** Whoever loses every race tries again, under the same key. */
    private static Outcome<?> answer(Command command, Collab host) {
        for (int patience = 0; patience < 100; patience++) {
            try {
                return command.on(host);
            } catch (RaceLostException lost) {
                assertThat(lost.isRetryable()).isTrue();
            }
        }
        throw new AssertionError("lost every race");
    }

    private static CommandKey key(String value) {
        return new CommandKey(value);
    }

    private static <T> List<T> together(List<? extends Callable<T>> crowd) throws Exception {
        var start = new CyclicBarrier(crowd.size());
        var threads = Executors.newFixedThreadPool(crowd.size());
        try {
            var running = new ArrayList<Future<T>>();
            for (var one : crowd) {
                running.add(threads.submit(() -> {
                    start.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                    return one.call();
                }));
            }
            var results = new ArrayList<T>();
            for (var one : running) {
                results.add(one.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
