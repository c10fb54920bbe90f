package dev.collab.tck.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.collab.Collab;
import dev.collab.conversation.OpenRequest;
import dev.collab.conversation.Page;
import dev.collab.inmemory.CountingIds;
import dev.collab.inmemory.SettableTime;
import dev.collab.model.Channel;
import dev.collab.model.CommandKey;
import dev.collab.model.ConversationId;
import dev.collab.model.TimelineEntry;
import dev.collab.outcome.CommandOutcomeUnknownException;
import dev.collab.outcome.DirectoryUnavailableException;
import dev.collab.outcome.Outcome;
import dev.collab.spi.Storage;
import dev.collab.spi.StorageException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Lets one call of a port fail, each one in turn, while a story is told. */
final class Faults {
    private static final long PATIENCE_SECONDS = 20;
    private static final ConversationId NONE = new ConversationId("none");

    private Faults() {}

    /** How a call fails. */
    enum Fault {
        NOTHING_CHANGED,
        BUG,
        ERROR,
        UNKNOWN_AND_NOT_DONE,
        UNKNOWN_AND_DONE;

        /** A store that does not say that nothing was changed may have changed it. */
        boolean isUnknown() {
            return this == BUG || this == UNKNOWN_AND_NOT_DONE || this == UNKNOWN_AND_DONE;
        }

        boolean mayFail(String call) {
            return !isUnknown() || call.equals("conversations.commit") || call.equals("inboxes.compareAndSet");
        }

        Throwable thrown() {
            return switch (this) {
                case NOTHING_CHANGED ->
                    StorageException.nothingChanged("told to fail", new IllegalStateException("told to fail"));
                case BUG -> new IllegalStateException("told to fail");
                case ERROR -> new NoClassDefFoundError("told to fail");
                case UNKNOWN_AND_NOT_DONE, UNKNOWN_AND_DONE ->
                    StorageException.outcomeUnknown("told to fail", new IllegalStateException("told to fail"));
            };
        }
    }

    /**
     * Tells the story again and again, each time with another call failing.
     *
     * @param most how many of the calls fail in turn, evenly spread, if there are more
     */
    static void hold(Supplier<Storage> empty, Fault fault, int most) throws Exception {
        var undisturbed = new Told(empty.get(), fault, Integer.MAX_VALUE);
        var acts = new ArrayList<Integer>();
        for (var act : STORY) {
            undisturbed.attempt(act);
            while (acts.size() < undisturbed.calls.size()) {
                acts.add(STORY.indexOf(act));
            }
        }
        assertThat(undisturbed.calls).hasSizeGreaterThan(30);
        var may = IntStream.range(0, acts.size())
                .filter(call -> fault.mayFail(undisturbed.calls.get(call)))
                .toArray();
        int count = Math.min(most, may.length);
        // Whoever holds a lock on one thread would not notice; so what fails has a thread of its own.
        var threads = Executors.newCachedThreadPool();
        try {
            for (int number = 0; number < count; number++) {
                int broken = may[number * may.length / count];
                var told = new Told(empty.get(), fault, broken + 1);
                for (int act = 0; act < STORY.size(); act++) {
                    if (act == acts.get(broken)) {
                        new Failing(told, fault, STORY.get(act), threads).check();
                    } else {
                        told.attempt(STORY.get(act));
                    }
                }
                assertThat(told.story())
                        .as("the story with call %d, %s, failing", broken + 1, undisturbed.calls.get(broken))
                        .isEqualTo(undisturbed.story());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    static void holdToNamedKeys(Supplier<Storage> empty) throws Exception {
        var told = new Told(empty.get(), Fault.UNKNOWN_AND_DONE, Integer.MAX_VALUE);
        for (var act : STORY.subList(0, 3)) {
            told.attempt(act);
        }
        told.broken = told.calls.size() + 3;
        var asha = told.collab.agent(Duo.ASHA);

        var unknown = catchThrowableOfType(
                CommandOutcomeUnknownException.class,
                () -> asha.reply(told.chat, "Take 43.").orElseThrow());
        int entries = told.entries().size();
        var receipt = asha.keyed(unknown.key()).reply(told.chat, "Take 43.").orElseThrow();

        assertThat(unknown.conversation()).isEqualTo(told.chat);
        assertThat(told.entries()).hasSize(entries);
        assertThat(told.entries().get(entries - 1).sequence()).isEqualTo(receipt.sequence());
    }

    /** Is the act in which a call fails, and the same again. */
    private record Failing(Told told, Fault fault, Act act, ExecutorService threads) {
        void check() throws Exception {
            var before = told.state();
            var failure = threads.submit(() -> catchThrowable(() -> told.attempt(act)))
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (failure == null) {
                return;
            }
            checkThrown(failure);
            var after = told.state();
            if (fault != Fault.UNKNOWN_AND_DONE) {
                assertThat(after).as("after %s failed", told.failed).isEqualTo(before);
            }

            var again = threads.submit(() -> told.attempt(act)).get(PATIENCE_SECONDS, TimeUnit.SECONDS);

            assertThat(again.isDone()).as("%s", again).isTrue();
            if (fault == Fault.UNKNOWN_AND_DONE) {
                assertThat(told.state()).as("it was done already").isEqualTo(after);
            }
        }

        private void checkThrown(Throwable failure) {
            if (told.failed.equals("conversations.commit") && fault.isUnknown()) {
                assertThat(failure).isInstanceOfSatisfying(CommandOutcomeUnknownException.class, unknown -> {
                    assertThat(unknown.key()).isEqualTo(told.key(act));
                    // Only of an opening the conversation is not known before.
                    assertThat(told.chat).isIn(NONE, unknown.conversation());
                    told.chat = unknown.conversation();
                });
            } else if (told.failed.startsWith("directory.") && fault != Fault.ERROR) {
                assertThat(failure).isInstanceOf(DirectoryUnavailableException.class);
            } else {
                assertThat(failure).isInstanceOf(fault.thrown().getClass());
            }
        }
    }

    private interface Act {
        Outcome<?> in(Told told, CommandKey key);
    }

    private static final List<Act> STORY = List.of(
            (told, key) -> told.collab.admin(Duo.ADA).inbox(World.SHOP).enableCollaboration(),
            (told, key) -> told.collab
                    .customer(World.CARL)
                    .keyed(key)
                    .open(OpenRequest.of(World.SHOP, Channel.EMAIL_TICKET, "Do they fit?")
                            .forGroup(World.FOOTWEAR))
                    .map(told::opened),
            (told, key) -> told.collab.agent(Duo.ASHA).keyed(key).claim(told.chat),
            (told, key) -> told.collab.agent(Duo.ASHA).keyed(key).addCollaborator(told.chat, Duo.BO),
            (told, key) -> told.collab.agent(Duo.BO).keyed(key).note(told.chat, "They run small."),
            (told, key) -> told.collab.agent(Duo.BO).keyed(key).reply(told.chat, "Take one up."),
            (told, key) -> told.collab.agent(Duo.ASHA).keyed(key).resolve(told.chat),
            (told, key) -> told.collab.customer(World.CARL).keyed(key).write(told.chat, "Thanks!"),
            (told, key) -> told.collab.agent(Duo.ASHA).keyed(key).transferAndStay(told.chat, Duo.BEN),
            (told, key) -> told.collab.agent(Duo.BEN).timeline(told.chat, Page.newest(5)),
            (told, key) -> told.collab.customer(World.CARL).messages(told.chat, Page.newest(5)),
            (told, key) -> told.collab.agent(Duo.SUE).keyed(key).removeCollaborator(told.chat, Duo.BO),
            (told, key) -> told.collab.agent(Duo.ASHA).keyed(key).leave(told.chat),
            (told, key) -> told.collab.system("timer").keyed(key).close(told.chat));

    /** A host on ports of which one call fails. */
    private static final class Told {
        private final Storage stored;
        private final List<String> calls = new ArrayList<>();
        private final Fault fault;
        private final Collab collab;
        private int broken;
        private String failed = "";
        private ConversationId chat = NONE;

        Told(Storage stored, Fault fault, int broken) {
            this.stored = stored;
            this.fault = fault;
            this.broken = broken;
            collab = Collab.builder()
                    .storage(Ports.storage(stored, this::called))
                    .directory(Ports.directory(World.people(), this::called))
                    .time(new SettableTime())
                    .ids(new CountingIds())
                    .build();
        }

        private @Nullable Object called(String name, List<Object> arguments, Ports.Real call) throws Throwable {
            calls.add(name);
            if (calls.size() != broken) {
                return call.call();
            }
            failed = name;
            if (fault == Fault.UNKNOWN_AND_DONE) {
                call.call();
            }
            throw fault.thrown();
        }

        Outcome<?> attempt(Act step) {
            return step.in(this, key(step));
        }

        CommandKey key(Act step) {
            return new CommandKey("key-" + STORY.indexOf(step));
        }

        ConversationId opened(ConversationId conversation) {
            chat = conversation;
            return conversation;
        }

        List<TimelineEntry> entries() {
            return World.entries(stored, chat, 0);
        }

        String state() {
            return stored.inboxes().load(World.SHOP) + "\n"
                    + stored.conversations().load(chat, null) + "\n" + entries();
        }

        /** The state, whatever ids were drawn on the way. */
        String story() {
            return state().replaceAll("id-[0-9]+", "id");
        }
    }
}
