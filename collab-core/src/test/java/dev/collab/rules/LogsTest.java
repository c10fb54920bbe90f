package dev.collab.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.collab.Collab;
import dev.collab.collaboration.AddOptions;
import dev.collab.conversation.Conversation;
import dev.collab.conversation.Cursor;
import dev.collab.conversation.NoteDraft;
import dev.collab.conversation.OpenRequest;
import dev.collab.conversation.Page;
import dev.collab.model.AddRule;
import dev.collab.model.Adder;
import dev.collab.model.Attachment;
import dev.collab.model.AttachmentId;
import dev.collab.model.Audience;
import dev.collab.model.Channel;
import dev.collab.model.CommandKey;
import dev.collab.model.ConversationId;
import dev.collab.model.InvalidArgumentException;
import dev.collab.model.TimelineEntry;
import dev.collab.outcome.CommandOutcomeUnknownException;
import dev.collab.outcome.DirectoryUnavailableException;
import dev.collab.outcome.LeakPreventedException;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.RaceLostException;
import dev.collab.outcome.Reason;
import dev.collab.outcome.RejectedException;
import dev.collab.spi.CommitResult;
import dev.collab.spi.Signal;
import dev.collab.spi.StorageException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A canary sits in every text; it must not sing in a log, an exception or a refusal. */
class LogsTest {
    private static final String CANARY = "canary-c0ffee";
    private static final CommandKey KEY = new CommandKey("key");

    private final PrintStream console = System.err;
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final Shop shop = Shop.ruledBy(
            AddRule.UNLESS_SAID, AddRule.allow("ask", Adder.COLLABORATOR).byInvitation());
    private ConversationId chat;

    @BeforeEach
    void listenAndHideTheCanary() {
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        chat = shop.customer()
                .open(OpenRequest.of(Shop.INBOX, Channel.LIVE_CHAT, CANARY)
                        .forGroup(Shop.FOOTWEAR)
                        .subject(CANARY))
                .orElseThrow();
        shop.claimed(chat);
        shop.add(chat, Shop.BO);
        shop.agent(Shop.BO)
                .addCollaborator(chat, Shop.CY, AddOptions.NONE.asking(CANARY))
                .orElseThrow();
        shop.agent(Shop.ASHA).keyed(KEY).reply(chat, CANARY).orElseThrow();
        shop.agent(Shop.ASHA).note(chat, CANARY).orElseThrow();
        shop.agent(Shop.BO).note(chat, NoteDraft.of(CANARY).toAssignee()).orElseThrow();
        shop.agent(Shop.ASHA).note(chat, NoteDraft.of(CANARY).to(Shop.BO)).orElseThrow();
        shop.customer().keyed(KEY).write(chat, CANARY).orElseThrow();
    }

    @AfterEach
    void giveTheConsoleBack() {
        System.setErr(console);
    }

    private String logged() {
        return log.toString(StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("B-61 the check hears what the library logs, however softly")
    void theCheckHears() {
        LoggerFactory.getLogger("dev.collab.Anything").trace("tweet {}", CANARY);

        assertThat(logged()).contains("tweet " + CANARY);
    }

    @Test
    @DisplayName("B-61 a life without failures logs no text")
    void aGoodLifeIsSilent() {
        shop.timeline(Shop.ASHA, chat).orElseThrow();
        Story.messages(shop, chat);
        shop.agent(Shop.ASHA).resolve(chat).orElseThrow();
        shop.agent(Shop.ADA).close(chat).orElseThrow();

        assertThat(logged()).doesNotContain(CANARY);
    }

    @Test
    @DisplayName("B-61 no refusal says the text it refuses, nor the text it is about")
    void refusalsSayNoText() {
        var tooLong = CANARY.repeat(4_000);
        var asha = shop.agent(Shop.ASHA);
        var refused = List.<Outcome<?>>of(
                shop.customer().write(chat, CANARY + "\0"),
                shop.customer().write(chat, tooLong),
                shop.customer().keyed(KEY).write(chat, CANARY + "!"),
                shop.customer().open(Shop.INBOX, Channel.LIVE_CHAT, CANARY + "\ud83d"),
                shop.collab.customer(Shop.DORA).write(chat, CANARY),
                asha.reply(chat, tooLong),
                asha.reply(chat, CANARY + "\udc00"),
                asha.keyed(KEY).reply(chat, CANARY + "!"),
                asha.note(chat, NoteDraft.of(CANARY).to(Shop.ZED)),
                asha.addCollaborator(chat, Shop.NOBODY, AddOptions.NONE.asking(CANARY)),
                shop.agent(Shop.BO).addCollaborator(chat, Shop.MO, AddOptions.NONE.asking(tooLong)),
                shop.agent(Shop.SUE).reply(chat, CANARY),
                shop.agent(Shop.ZED).note(chat, CANARY));

        assertThat(refused).extracting(Shop::reason).doesNotContain(Reason.NOT_PERMITTED);
        assertThat(refused).noneMatch(outcome -> outcome.toString().contains(CANARY));
        for (var outcome : refused) {
            assertSilent(RejectedException.class, outcome::orElseThrow);
        }
        assertThat(logged()).doesNotContain(CANARY);
    }

    @Test
    @DisplayName("B-61 no exception of a failing port says the text it failed over")
    void failuresSayNoText() {
        shop.people.failWith(new IllegalStateException("down"));
        assertSilent(
                DirectoryUnavailableException.class, () -> shop.agent(Shop.ASHA).reply(chat, CANARY));
        shop.people.recover();

        var unsure = onCommit(() -> {
            throw StorageException.outcomeUnknown("connection lost", new IllegalStateException());
        });
        assertSilent(
                CommandOutcomeUnknownException.class,
                () -> unsure.agent(Shop.ASHA).reply(chat, CANARY));
        assertSilent(
                CommandOutcomeUnknownException.class,
                () -> unsure.customer(Shop.CARL).open(Shop.INBOX, Channel.LIVE_CHAT, CANARY));

        var broken = onCommit(() -> {
            throw StorageException.nothingChanged("disk full", new IllegalStateException());
        });
        assertSilent(StorageException.class, () -> broken.customer(Shop.CARL).write(chat, CANARY));
        assertThat(logged()).doesNotContain(CANARY);
    }

    @Test
    @DisplayName("B-61 a lost race is logged and thrown with ids only")
    void aLostRaceSaysNoText() {
        var late = onCommit(() -> CommitResult.CONVERSATION_CHANGED);

        assertSilent(RaceLostException.class, () -> late.agent(Shop.ASHA).note(chat, CANARY));

        assertThat(logged())
                .contains("DEBUG", "WARN", "race lost on conversation " + chat)
                .doesNotContain(CANARY);
    }

    @Test
    @DisplayName("B-61 an entry a store should not have returned is named by its sequence only")
    void aPreventedLeakSaysNoText() {
        var leaking =
                Story.host(shop, (method, arguments, real) -> method.equals("read") ? shop.entries(chat) : real.call());

        assertSilent(
                LeakPreventedException.class, () -> leaking.customer(Shop.CARL).messages(chat, Page.from(0, 100)));
        assertSilent(LeakPreventedException.class, () -> leaking.agent(Shop.SUE).timeline(chat, Page.from(0, 2)));
        assertThat(logged()).doesNotContain(CANARY);
    }

    @Test
    @DisplayName("B-61 of what a host's hook throws the log names the class, in case its message quotes the text")
    void aFailingSignalSaysNoText() {
        var host = shop.host(builder -> builder.signal(new Signal() {
            @Override
            public void changed(ConversationId conversation) {
                throw new IllegalStateException(CANARY);
            }

            @Override
            public void customerChanged(ConversationId conversation) {
                throw new IllegalStateException(CANARY);
            }
        }));

        assertThat(host.agent(Shop.ASHA).reply(chat, CANARY).isDone()).isTrue();

        assertThat(logged())
                .contains("signal failed for conversation " + chat, IllegalStateException.class.getName())
                .doesNotContain(CANARY);
    }

    @Test
    @DisplayName("B-61 an argument that can never be right is named, not quoted")
    void refusedArgumentsAreNotQuoted() {
        var tooLong = CANARY.repeat(100);
        var request = OpenRequest.of(Shop.INBOX, Channel.LIVE_CHAT, CANARY);
        var id = new AttachmentId("file");

        assertSilent(InvalidArgumentException.class, () -> new Cursor(CANARY));
        assertSilent(InvalidArgumentException.class, () -> new CommandKey(tooLong));
        assertSilent(InvalidArgumentException.class, () -> new ConversationId(CANARY + "\n"));
        assertSilent(InvalidArgumentException.class, () -> new Attachment(id, tooLong, "text/plain", 1));
        assertSilent(
                InvalidArgumentException.class,
                () -> new NoteDraft(CANARY, List.of(), Audience.PUBLIC, Set.of(), Set.of()));
        assertSilent(InvalidArgumentException.class, () -> shop.customer().open(request.from(tooLong)));
        assertSilent(InvalidArgumentException.class, () -> shop.customer().open(request.subject(tooLong)));
        assertThat(logged()).doesNotContain(CANARY);
    }

    @Test
    @DisplayName("B-61 a damaged timeline is told of by ids and kinds only")
    void aDamagedTimelineSaysNoText() {
        var whole = shop.entries(chat);

        assertSilent(IllegalStateException.class, () -> Conversation.fold(whole.subList(1, whole.size())));
        assertSilent(
                IllegalStateException.class,
                () -> Conversation.fold(
                        Stream.concat(whole.stream(), whole.stream()).toList()));
        assertSilent(
                IllegalStateException.class,
                () -> Conversation.fold(
                        whole.stream().map(LogsTest::withoutFacts).toList()));
    }

    private static TimelineEntry withoutFacts(TimelineEntry entry) {
        return new TimelineEntry(
                entry.conversation(),
                entry.sequence(),
                entry.revision(),
                entry.customerSequence(),
                entry.kind(),
                entry.audience(),
                entry.readers(),
                entry.author(),
                entry.presentedName(),
                entry.text(),
                entry.attachments(),
                Map.of(),
                entry.settingsRevision(),
                entry.at(),
                entry.redacted());
    }

    private Collab onCommit(Supplier<CommitResult> answer) {
        return Story.host(shop, (method, arguments, real) -> method.equals("commit") ? answer.get() : real.call());
    }

    /** The whole of it: message, fields, causes and what is suppressed, as a careless host would print it. */
    private static void assertSilent(Class<? extends Throwable> type, Supplier<?> call) {
        var thrown = catchThrowable(call::get);

        assertThat(thrown).isInstanceOf(type);
        var printed = new StringWriter();
        thrown.printStackTrace(new PrintWriter(printed));
        assertThat(printed.toString()).contains(type.getSimpleName()).doesNotContain(CANARY);
    }
}
