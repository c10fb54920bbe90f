package dev.collab.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.collab.Added;
import dev.collab.AgentDesk;
import dev.collab.Written;
import dev.collab.collaboration.AddOptions;
import dev.collab.conversation.NoteDraft;
import dev.collab.model.ActorKind;
import dev.collab.model.AddRule;
import dev.collab.model.AgentId;
import dev.collab.model.Attachment;
import dev.collab.model.AttachmentId;
import dev.collab.model.CaseFacts;
import dev.collab.model.CommandKey;
import dev.collab.model.CommandRef;
import dev.collab.model.ConversationId;
import dev.collab.model.EntryKind;
import dev.collab.model.InboxRole;
import dev.collab.model.InvalidArgumentException;
import dev.collab.outcome.CommandOutcomeUnknownException;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import dev.collab.spi.StorageException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KeysTest {
    private static final CommandKey KEY = new CommandKey("key");

    private final Shop shop = Shop.open();

    /** Every act of an agent's desk; reads have no key, and {@code keyed} is how the key is given. */
    static Stream<Desks.Row<AgentDesk>> acts() {
        var noActs = Set.of(
                "view",
                "export",
                "visible",
                "previewMove",
                "timeline",
                "candidates",
                "invitation",
                "attachment",
                "markRead",
                "mute",
                "keyed");
        return Desks.agent().stream().filter(row -> noActs.stream().noneMatch(row.method()::startsWith));
    }

    @ParameterizedTest(name = "B-41 {0} sent again under its key")
    @MethodSource("acts")
    @DisplayName("B-41 a retry of a done command returns the first receipt and changes nothing")
    void aRetryReturnsTheFirstReceipt(Desks.Row<AgentDesk> act) {
        var actor = actor(act);
        var conversation = ready(act);
        var first = act.on(shop.agent(actor).keyed(KEY), conversation);
        assertThat(first.isDone()).as(first.toString()).isTrue();
        shop.time.advance(Duration.ofHours(1));
        var before = Story.stored(shop, conversation);

        var retried = act.on(shop.agent(actor).keyed(KEY), conversation);

        assertThat(retried).isEqualTo(first);
        assertThat(Story.stored(shop, conversation)).isEqualTo(before);
    }

    @Test
    @DisplayName("B-41 a command that had nothing to do does nothing at a late retry either")
    void aLateRetryOfNothingDoesNothing() {
        var chat = shop.assignedWith(Shop.BO);
        var first = shop.agent(Shop.ASHA).keyed(KEY).addCollaborator(chat, Shop.BO);
        assertThat(first.orElseThrow().known()).isTrue();
        shop.agent(Shop.ASHA).removeCollaborator(chat, Shop.BO).orElseThrow();

        var retried = shop.agent(Shop.ASHA).keyed(KEY).addCollaborator(chat, Shop.BO);

        assertThat(retried).isEqualTo(first);
        assertThat(shop.head(chat).collaborations()).isEmpty();
        assertThat(shop.agent(Shop.ASHA).keyed(KEY).addCollaborator(chat, Shop.CY))
                .isEqualTo(Outcome.<Added>rejected(Reason.ID_CONFLICT));
    }

    @Test
    @DisplayName("B-41 P-22 content that only an encoder takes for the same is other content")
    void aLoneSurrogateIsNoQuestionMark() {
        var chat = shop.assigned();
        shop.agent(Shop.ASHA).keyed(KEY).note(chat, "a?").orElseThrow();

        var other = shop.agent(Shop.ASHA).keyed(KEY).note(chat, "a\ud83d");

        assertThat(other).isEqualTo(Outcome.<Written>rejected(Reason.ID_CONFLICT));
    }

    @Test
    @DisplayName("B-41 a customer's retry returns the first receipt and writes nothing")
    void aCustomersRetryReturnsTheFirstReceipt() {
        var chat = shop.chat();
        var first = shop.customer().keyed(KEY).write(chat, "Hello?");
        shop.time.advance(Duration.ofHours(1));
        var before = Story.stored(shop, chat);

        var retried = shop.customer().keyed(KEY).write(chat, "Hello?");

        assertThat(retried).isEqualTo(first);
        assertThat(Story.stored(shop, chat)).isEqualTo(before);
    }

    @Test
    @DisplayName("B-41 other content under the key of a done command is ID_CONFLICT and changes nothing")
    void otherContentConflicts() {
        var chat = shop.assigned();
        shop.agent(Shop.ASHA).keyed(KEY).note(chat, "They run small").orElseThrow();
        var before = Story.stored(shop, chat);
        var desk = shop.agent(Shop.ASHA).keyed(KEY);
        var file = new Attachment(new AttachmentId("file"), "boots.png", "image/png", 1);

        assertThat(Stream.of(
                        desk.note(chat, "They run large"),
                        desk.note(chat, NoteDraft.of("They run small").toAssignee()),
                        desk.note(chat, NoteDraft.of("They run small").to(Shop.ASHA)),
                        desk.note(chat, NoteDraft.of("They run small").attaching(file)),
                        desk.note(chat, " "),
                        desk.reply(chat, "They run small"),
                        desk.resolve(chat)))
                .extracting(Shop::reason)
                .containsOnly(Reason.ID_CONFLICT);
        assertThat(Story.stored(shop, chat)).isEqualTo(before);
    }

    @Test
    @DisplayName("B-41 content that only looks alike when written out is other content")
    void contentThatLooksAlikeConflicts() {
        var chat = shop.assigned();
        var desk = shop.agent(Shop.ADA).keyed(KEY);
        desk.changeCase(chat, new CaseFacts(null, Set.of("a", "b"), Map.of())).orElseThrow();
        var attach = shop.customer().keyed(KEY);
        attach.write(chat, "Look", file("boots", "image/png, mediaType=image/png"))
                .orElseThrow();

        assertThat(Shop.reason(desk.changeCase(chat, new CaseFacts(null, Set.of("a, b"), Map.of()))))
                .isEqualTo(Reason.ID_CONFLICT);
        assertThat(Shop.reason(attach.write(chat, "Look", file("boots, mediaType=image/png", "image/png"))))
                .isEqualTo(Reason.ID_CONFLICT);
    }

    private static Attachment file(String name, String mediaType) {
        return new Attachment(new AttachmentId("file"), name, mediaType, 1);
    }

    @Test
    @DisplayName(
            "B-41 the same key of another actor, of another kind of actor or on another conversation is another key")
    void actorsDoNotMeet() {
        var carl = new AgentId(Shop.CARL.value());
        shop.people.add(carl, "Carl", person -> person.role(Shop.INBOX, InboxRole.ADMIN));
        var chat = shop.assignedWith(Shop.BO, carl);
        var ticket = shop.assignedTicket();

        shop.agent(Shop.ASHA).keyed(KEY).reply(chat, "By Asha").orElseThrow();
        shop.agent(Shop.BO).keyed(KEY).reply(chat, "By Bo").orElseThrow();
        shop.agent(carl).keyed(KEY).reply(chat, "By Carl, the agent").orElseThrow();
        shop.customer().keyed(KEY).write(chat, "By Carl, the customer").orElseThrow();
        shop.agent(Shop.ASHA).keyed(KEY).reply(ticket, "By Asha, elsewhere").orElseThrow();
        shop.collab.system("carl").keyed(KEY).resolve(chat).orElseThrow();

        assertThat(Story.customerTexts(shop, chat))
                .endsWith("By Asha", "By Bo", "By Carl, the agent", "By Carl, the customer");
        assertThat(Story.customerTexts(shop, ticket)).endsWith("By Asha, elsewhere");
        assertThat(shop.head(chat).status()).hasToString("RESOLVED");
    }

    @Test
    @DisplayName(
            "B-41 a refusal is not remembered: the same key passes once the reason is gone, also with other content")
    void refusalsAreNotRemembered() {
        var chat = shop.assigned();
        assertThat(Shop.reason(shop.agent(Shop.SUE).keyed(KEY).reply(chat, "Hello")))
                .isEqualTo(Reason.NOT_A_PARTICIPANT);
        assertThat(Shop.reason(shop.agent(Shop.BO).keyed(KEY).reply(chat, "Hello")))
                .isEqualTo(Reason.UNKNOWN_CONVERSATION);

        shop.agent(Shop.SUE).join(chat).orElseThrow();
        shop.add(chat, Shop.BO);

        assertThat(shop.agent(Shop.SUE).keyed(KEY).reply(chat, "Hello").isDone())
                .isTrue();
        assertThat(shop.agent(Shop.BO).keyed(KEY).reply(chat, "Hi").isDone()).isTrue();
    }

    @Test
    @DisplayName("B-41 a collaborator removed since gets the receipt of what was done, and nothing else")
    void theRemovedStillGetTheReceipt() {
        var chat = shop.assignedWith(Shop.BO);
        var first = shop.agent(Shop.BO).keyed(KEY).reply(chat, "Any charger with USB-C.");
        shop.agent(Shop.ASHA).removeCollaborator(chat, Shop.BO).orElseThrow();
        var before = Story.stored(shop, chat);

        var retried = shop.agent(Shop.BO).keyed(KEY).reply(chat, "Any charger with USB-C.");

        assertThat(retried).isEqualTo(first);
        assertThat(Shop.reason(shop.agent(Shop.BO).reply(chat, "Any charger with USB-C.")))
                .isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(Story.stored(shop, chat)).isEqualTo(before);
    }

    @Test
    @DisplayName("B-41 the receipt says where the entry stands and since when, to the command and to its retries")
    void theReceiptSaysWhereTheEntryStands() {
        var chat = shop.assigned();
        var desk = shop.agent(Shop.ASHA).keyed(KEY);

        var written = desk.note(chat, "Once").orElseThrow();
        var entry = shop.lastEntry(chat);
        shop.time.advance(Duration.ofHours(1));

        assertThat(written).isEqualTo(new Written(chat, entry.sequence(), entry.at()));
        assertThat(desk.note(chat, "Once").orElseThrow()).isEqualTo(written);
    }

    @Test
    @DisplayName("B-41 a receipt holds ids, a sequence and a time, and no text")
    void aReceiptHoldsNoText() {
        var chat = shop.assigned();
        shop.agent(Shop.ASHA).keyed(KEY).note(chat, "confidential").orElseThrow();

        var ref = new CommandRef(chat, ActorKind.AGENT, Shop.ASHA.value(), KEY);
        var stored = shop.storage.conversations().load(chat, ref).orElseThrow().receipt();

        assertThat(stored).isNotNull();
        assertThat(stored.toString()).doesNotContain("confidential");
    }

    @Test
    @DisplayName("B-41 a key is kept for 7 days and not longer")
    void keysAreKeptForSevenDays() {
        var chat = shop.assigned();
        var written = shop.agent(Shop.ASHA).keyed(KEY).note(chat, "Once").orElseThrow();
        var sweeper = shop.collab.system("sweeper");

        shop.time.advance(Duration.ofDays(7).minusMillis(1));
        sweeper.forgetKeys(1_000);
        assertThat(shop.agent(Shop.ASHA).keyed(KEY).note(chat, "Once").orElseThrow())
                .isEqualTo(written);

        shop.time.advance(Duration.ofMillis(1));
        assertThat(sweeper.forgetKeys(1)).isEqualTo(1);
        assertThat(sweeper.forgetKeys(1_000)).isPositive().isLessThan(1_000);
        assertThat(shop.agent(Shop.ASHA).keyed(KEY).note(chat, "Once").orElseThrow())
                .isNotEqualTo(written);
    }

    @Test
    @DisplayName("P-46 forgetting none at a time is refused by name")
    void aLimitOfNone() {
        assertThatThrownBy(() -> shop.collab.system("sweeper").forgetKeys(0))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("limit");
    }

    @Test
    @DisplayName("B-41 how long keys are kept is policy")
    void theTimeIsPolicy() {
        shop.conversations(policy -> policy.withKeysKept(Duration.ofHours(1)));
        var chat = shop.assigned();
        shop.agent(Shop.ASHA).keyed(KEY).note(chat, "Once").orElseThrow();

        shop.time.advance(Duration.ofHours(1));
        shop.collab.system("sweeper").forgetKeys(1_000);
        shop.agent(Shop.ASHA).keyed(KEY).note(chat, "Once").orElseThrow();

        assertThat(shop.entries(chat, EntryKind.NOTE)).hasSize(2);
    }

    @Test
    @DisplayName("B-41 a command without a key gets one of its own, so that the same text may be written twice")
    void withoutAKeyNothingIsARetry() {
        var chat = shop.assigned();

        shop.agent(Shop.ASHA).note(chat, "Ping").orElseThrow();
        shop.agent(Shop.ASHA).note(chat, "Ping").orElseThrow();

        assertThat(shop.entries(chat, EntryKind.NOTE)).hasSize(2);
    }

    @Test
    @DisplayName("B-41 the exception for an unknown outcome names the drawn key, and a retry with it does it once")
    void theDrawnKeyIsNamed() {
        var chat = shop.assigned();
        var shaky = Story.host(shop, (method, arguments, real) -> {
            var result = real.call();
            if (method.equals("commit")) {
                throw StorageException.outcomeUnknown("connection lost", new IllegalStateException());
            }
            return result;
        });

        var unknown = catchThrowableOfType(
                CommandOutcomeUnknownException.class,
                () -> shaky.agent(Shop.ASHA).reply(chat, "They run small."));
        var retried = shop.agent(Shop.ASHA).keyed(unknown.key()).reply(chat, "They run small.");

        assertThat(unknown.conversation()).isEqualTo(chat);
        assertThat(shop.entries(chat, EntryKind.REPLY))
                .singleElement()
                .satisfies(entry -> assertThat(entry.sequence())
                        .isEqualTo(retried.orElseThrow().sequence()));
    }

    @Test
    @DisplayName("B-41 of the same command sent by many at once one is done, and all get its receipt")
    void retriesRace() {
        var chat = shop.assigned();
        var hosts = IntStream.range(0, 4)
                .mapToObj(number -> shop.host(builder -> builder))
                .toList();

        var sent = hosts.stream()
                .map(host -> CompletableFuture.supplyAsync(() ->
                        host.agent(Shop.ASHA).keyed(KEY).reply(chat, "Once").orElseThrow()))
                .toList();

        assertThat(sent.stream().map(CompletableFuture::join).distinct()).hasSize(1);
        assertThat(shop.entries(chat, EntryKind.REPLY)).hasSize(1);
    }

    /** Somebody who may do it. */
    private static AgentId actor(Desks.Row<AgentDesk> act) {
        var method = act.method().replaceFirst("\\(.*", "");
        return switch (method) {
            case "close", "changeCase", "join", "move", "merge", "redact" -> Shop.ADA;
            case "leave" -> Shop.BO;
            case "accept", "decline" -> Shop.CY;
            default -> Shop.ASHA;
        };
    }

    /** A conversation on which it may be done. */
    private ConversationId ready(Desks.Row<AgentDesk> act) {
        shop.ledElsewhere().twin();
        if (act.method().startsWith("claim")) {
            return shop.chat();
        }
        var conversation = shop.assignedWith(Shop.BO);
        if (actor(act).equals(Shop.CY)) {
            var now = shop.admin().settings().orElseThrow();
            var policy = now.collaboration().withRules(AddRule.UNLESS_SAID.byInvitation());
            shop.admin().change(now.withCollaboration(policy)).orElseThrow();
            shop.agent(Shop.ASHA).addCollaborator(conversation, Shop.CY).orElseThrow();
        }
        if (act.method().startsWith("withdrawInvitation")) {
            shop.agent(Shop.ASHA)
                    .inviteGroup(conversation, Shop.ACCESSORIES, AddOptions.NONE)
                    .orElseThrow();
        }
        if (act.method().startsWith("reopen")) {
            shop.agent(Shop.ASHA).resolve(conversation).orElseThrow();
        }
        return conversation;
    }
}
