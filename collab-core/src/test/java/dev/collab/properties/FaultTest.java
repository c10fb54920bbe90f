package dev.collab.properties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.collab.Collab;
import dev.collab.conversation.OpenRequest;
import dev.collab.conversation.Page;
import dev.collab.inmemory.CountingIds;
import dev.collab.inmemory.InMemoryStorage;
import dev.collab.inmemory.SettableTime;
import dev.collab.model.Channel;
import dev.collab.model.CommandKey;
import dev.collab.model.ConversationId;
import dev.collab.model.TimelineEntry;
import dev.collab.outcome.CommandOutcomeUnknownException;
import dev.collab.outcome.DirectoryUnavailableException;
import dev.collab.outcome.Outcome;
import dev.collab.spi.StorageException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lets one call of a port fail, each one in turn, while a story is told. */
class FaultTest {
    private static final long PATIENCE_SECONDS = 20;
    private static final ConversationId NONE = new ConversationId("none");

    /** Whoever holds a lock on one thread would not notice; so each attempt has a thread of its own. */
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

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

    @ParameterizedTest
    @EnumSource
    @DisplayName("B-41 P-27 P-28 P-33 whichever call fails, all is as before or as after, and the same key ends it")
    void anyCallMayFail(Fault fault) throws Exception {
        var undisturbed = new Told(fault, Integer.MAX_VALUE);
        for (var step : STORY) {
            undisturbed.attempt(step);
        }
        assertThat(undisturbed.calls).isGreaterThan(30);

        for (int broken = 1; broken <= undisturbed.calls; broken++) {
            var told = new Told(fault, broken);
            for (var step : STORY) {
                tell(told, step, fault);
            }
            assertThat(told.story()).as("with call %d failing", broken).isEqualTo(undisturbed.story());
        }
    }

    @Test
    @DisplayName("B-41 P-28 an unknown outcome names the key the core drew, and with it the command is done once")
    void theDrawnKeyIsNamed() throws Exception {
        var told = new Told(Fault.UNKNOWN_AND_DONE, Integer.MAX_VALUE);
        for (var step : STORY.subList(0, 3)) {
            told.attempt(step);
        }
        told.broken = told.calls + 3;
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

    private void tell(Told told, Act step, Fault fault) throws Exception {
        var before = told.state();
        var failure =
                threads.submit(() -> catchThrowable(() -> told.attempt(step))).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (failure == null) {
            return;
        }
        if (told.failed.equals("conversations.commit") && fault.isUnknown()) {
            assertThat(failure).isInstanceOfSatisfying(CommandOutcomeUnknownException.class, unknown -> {
                assertThat(unknown.key()).isEqualTo(told.key(step));
                // Only of an opening the conversation is not known before.
                assertThat(told.chat).isIn(NONE, unknown.conversation());
                told.chat = unknown.conversation();
            });
        } else if (told.failed.startsWith("directory.") && fault != Fault.ERROR) {
            assertThat(failure).isInstanceOf(DirectoryUnavailableException.class);
        } else {
            assertThat(failure).isInstanceOf(fault.thrown().getClass());
        }
        var after = told.state();
        if (fault != Fault.UNKNOWN_AND_DONE) {
            assertThat(after).isEqualTo(before);
        }

        var again = threads.submit(() -> told.attempt(step)).get(PATIENCE_SECONDS, TimeUnit.SECONDS);

        assertThat(again.isDone()).as("%s", again).isTrue();
        if (fault == Fault.UNKNOWN_AND_DONE) {
            assertThat(told.state()).as("it was done already").isEqualTo(after);
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
        private final InMemoryStorage stored = new InMemoryStorage();
        private final Fault fault;
        private final Collab collab;
        private int broken;
        private int calls;
        private String failed = "";
        private ConversationId chat = NONE;

        Told(Fault fault, int broken) {
            this.fault = fault;
            this.broken = broken;
            collab = Collab.builder()
                    .storage(Ports.storage(stored, this::called))
                    .directory(Ports.directory(World.people(), this::called))
                    .time(new SettableTime())
                    .ids(new CountingIds())
                    .build();
        }

        private Object called(String name, List<Object> arguments, Ports.Real call) throws Throwable {
            calls++;
            if (calls != broken || (fault.isUnknown() && !changes(name))) {
                return call.call();
            }
            failed = name;
            if (fault == Fault.UNKNOWN_AND_DONE) {
                call.call();
            }
            throw fault.thrown();
        }

        private static boolean changes(String name) {
            return name.equals("conversations.commit") || name.equals("inboxes.compareAndSet");
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
