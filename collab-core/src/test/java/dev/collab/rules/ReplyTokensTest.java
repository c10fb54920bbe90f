package dev.collab.rules;

import static dev.collab.rules.Shop.ADA;
import static dev.collab.rules.Shop.ASHA;
import static dev.collab.rules.Shop.BO;
import static dev.collab.rules.Shop.CARL;
import static dev.collab.rules.Shop.CY;
import static dev.collab.rules.Shop.DORA;
import static dev.collab.rules.Shop.FIN;
import static dev.collab.rules.Shop.MO;
import static dev.collab.rules.Shop.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.collab.Answered;
import dev.collab.Collab;
import dev.collab.collaboration.AddOptions;
import dev.collab.conversation.Missed;
import dev.collab.conversation.NoteDraft;
import dev.collab.inmemory.RecordingNotifier;
import dev.collab.model.AgentId;
import dev.collab.model.Audience;
import dev.collab.model.CommandKey;
import dev.collab.model.ConversationId;
import dev.collab.model.CustomerId;
import dev.collab.model.EntryKind;
import dev.collab.model.HistoryWindow;
import dev.collab.model.InboxRole;
import dev.collab.model.InvalidArgumentException;
import dev.collab.model.Level;
import dev.collab.model.NotificationKind;
import dev.collab.outcome.Details;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import dev.collab.spi.Notifier.AgentNotification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Reply tokens")
class ReplyTokensTest {
    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final Duration MONTH = Duration.ofDays(30);
    private static final String SECRET = "Zanzibar";

    private final Shop shop = Shop.open();
    private final RecordingNotifier notifier = new RecordingNotifier();
    private final Collab host = shop.host(builder -> builder.signingKey(KEY).notifier(notifier));

    /** What an agent was told of this kind last. */
    private AgentNotification told(AgentId agent, NotificationKind kind) {
        pump(host);
        var told = notifier.toAgent(agent).stream()
                .filter(one -> one.kind() == kind)
                .toList();
        return told.get(told.size() - 1);
    }

    private String token(AgentId agent, NotificationKind kind) {
        return Optional.ofNullable(told(agent, kind).replyToken()).orElseThrow();
    }

    private String customersToken() {
        pump(host);
        var sent = notifier.toCustomers();
        return Optional.ofNullable(sent.get(sent.size() - 1).replyToken()).orElseThrow();
    }

    private static void pump(Collab host) {
        var relay = host.relay("relay");
        while (relay.pumpOnce() > 0) {
            // Until nothing is due.
        }
    }

    private Outcome<Answered> answer(AgentId agent, String token, String text) {
        return host.agent(agent).answer(token, text);
    }

    private void assertUnknown(Outcome<?> outcome) {
        assertThat(outcome).isEqualTo(Outcome.rejected(Reason.UNKNOWN_TOKEN));
    }

    /** Bo is asked something by Asha, in a note. */
    private String noteToken(ConversationId chat, NoteDraft draft) {
        shop.agent(ASHA).note(chat, draft).orElseThrow();
        return token(BO, NotificationKind.NOTE);
    }

    @Nested
    class Handing {
        @Test
        @DisplayName("B-50 are on what can be answered, and on nothing that carries ids only or tells of the state")
        void kinds() {
            // Resolving a ticket leaves its collaborators access, so that they are told what happened before.
            var chat = shop.assignedTicket();
            List.of(BO, CY, MO).forEach(agent -> shop.add(chat, agent));
            shop.customer().write(chat, "Hello?").orElseThrow();
            shop.agent(ASHA).reply(chat, "Here.").orElseThrow();
            shop.agent(ASHA).note(chat, NoteDraft.of("You!").mentioning(BO)).orElseThrow();
            shop.agent(ASHA).inviteGroup(chat, Shop.FOOTWEAR, AddOptions.NONE).orElseThrow();
            shop.agent(ASHA).changeLevel(chat, CY, Level.ADVISER).orElseThrow();
            shop.agent(ASHA).removeCollaborator(chat, CY).orElseThrow();
            shop.agent(ASHA).resolve(chat).orElseThrow();
            shop.agent(ASHA).reopen(chat).orElseThrow();
            pump(host);

            var with = EnumSet.noneOf(NotificationKind.class);
            var without = EnumSet.noneOf(NotificationKind.class);
            notifier.toAgents().forEach(one -> (one.replyToken() == null ? without : with).add(one.kind()));
            assertThat(with)
                    .containsOnly(
                            NotificationKind.CUSTOMER_WROTE,
                            NotificationKind.COLLEAGUE_REPLIED,
                            NotificationKind.NOTE,
                            NotificationKind.MENTIONED);
            assertThat(without)
                    .contains(NotificationKind.ADDED, NotificationKind.REMOVED, NotificationKind.INVITED)
                    .doesNotContainAnyElementsOf(with);
            assertThat(notifier.toCustomers()).isNotEmpty().allMatch(sent -> sent.replyToken() != null);
        }

        @Test
        @DisplayName("B-50 need a signing key: without one there are none, and none is known")
        void noKey() {
            var chat = shop.assignedWith(BO);
            shop.customer().write(chat, "Hello?").orElseThrow();
            shop.agent(ASHA).reply(chat, "Here.").orElseThrow();
            var token = token(BO, NotificationKind.CUSTOMER_WROTE);
            var bare = shop.host(builder -> builder.notifier(notifier));

            notifier.clear();
            shop.customer().write(chat, "Hello?").orElseThrow();
            shop.agent(ASHA).reply(chat, "Here.").orElseThrow();
            pump(bare);

            assertThat(notifier.toAgents()).isNotEmpty().allMatch(one -> one.replyToken() == null);
            assertThat(notifier.toCustomers()).isNotEmpty().allMatch(one -> one.replyToken() == null);
            assertUnknown(bare.agent(BO).answer(token, "Here."));
        }

        @Test
        @DisplayName("B-50 need a key of at least 32 bytes, which is copied, and a sensible time")
        void keys() {
            var builder = Collab.builder();
            assertThatThrownBy(() -> builder.signingKey(new byte[31]))
                    .isInstanceOf(InvalidArgumentException.class)
                    .hasMessageContaining("signing key");
            for (var validity : List.of(Duration.ZERO, Duration.ofDays(-1), Duration.ofDays(3_651))) {
                assertThatThrownBy(() -> builder.signingKey(KEY, validity))
                        .isInstanceOf(InvalidArgumentException.class)
                        .hasMessageContaining("validity");
            }
            var mine = KEY.clone();
            var copied = shop.host(one -> one.signingKey(mine));
            mine[0]++;
            var chat = shop.assignedWith(BO);
            shop.customer().write(chat, "Hello?").orElseThrow();

            assertThat(copied.agent(BO)
                            .answer(token(BO, NotificationKind.CUSTOMER_WROTE), "Here.")
                            .isDone())
                    .isTrue();
        }

        @Test
        @DisplayName("B-50 P-2 hold no text and no name, and are the same at every delivery")
        void noText() {
            var chat = shop.assignedWith(BO);
            shop.agent(ASHA).note(chat, SECRET).orElseThrow();
            notifier.failNext(1);
            pump(host);
            shop.time.advance(Duration.ofMinutes(1));
            var token = token(BO, NotificationKind.NOTE);

            var content = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.ISO_8859_1);
            assertThat(content).contains("bo").doesNotContain(SECRET).doesNotContain("Asha");
            assertThat(token).matches("[A-Za-z0-9_-]+");
        }
    }

    @Nested
    class Refused {
        private final ConversationId chat = shop.assignedWith(BO, CY);

        @Test
        @DisplayName("B-50 P-21 are unknown with any bit changed, cut off, lengthened or made up")
        void changed() {
            shop.customer().write(chat, "Hello?").orElseThrow();
            var token = token(BO, NotificationKind.CUSTOMER_WROTE);
            var before = Story.stored(shop, chat);
            var raw = Base64.getUrlDecoder().decode(token);
            for (int bit = 0; bit < raw.length * 8; bit++) {
                var other = raw.clone();
                other[bit / 8] ^= (byte) (1 << (bit % 8));
                assertUnknown(answer(BO, Base64.getUrlEncoder().withoutPadding().encodeToString(other), "Here."));
            }
            for (int place = 0; place < token.length(); place++) {
                assertUnknown(answer(BO, token.substring(0, place), "Here."));
                assertUnknown(answer(BO, token.substring(place + 1), "Here."));
                for (var letter : List.of("A", "B", "_", "=", " ", "\0", "é")) {
                    var other = token.substring(0, place) + letter + token.substring(place + 1);
                    if (!other.equals(token)) {
                        assertUnknown(answer(BO, other, "Here."));
                    }
                }
            }
            for (var other : List.of(token + "A", token + "=", token + token, "A".repeat(1_000_000), "\ud83d")) {
                assertUnknown(answer(BO, other, "Here."));
            }
            assertThat(Story.stored(shop, chat)).isEqualTo(before);
            assertThat(answer(BO, token, "Here.").isDone()).isTrue();
        }

        @Test
        @DisplayName("B-50 P-21 have one spelling: bits and signs that mean nothing are a change too")
        void oneSpelling() {
            for (var name : List.of("x", "xx", "xxx")) {
                var agent = new AgentId(name);
                shop.people.add(agent, name);
                shop.add(chat, agent);
                shop.customer().write(chat, "Hello?").orElseThrow();
                var token = token(agent, NotificationKind.CUSTOMER_WROTE);
                var cut = token.substring(0, token.length() - 1);
                for (char letter = '0'; letter <= 'z'; letter++) {
                    if (!token.equals(cut + letter)) {
                        assertUnknown(answer(agent, cut + letter, "Here."));
                    }
                }
                assertUnknown(answer(agent, token + "=", "Here."));
                assertUnknown(answer(agent, token + "==", "Here."));
                assertThat(answer(agent, token, "Here.").isDone()).isTrue();
            }
        }

        @Test
        @DisplayName("B-50 P-21 are unknown to everybody but their recipient, whatever they may do themselves")
        void others() {
            shop.customer().write(chat, "Hello?").orElseThrow();
            var token = token(BO, NotificationKind.CUSTOMER_WROTE);
            shop.agent(ASHA).reply(chat, "Here.").orElseThrow();
            var customers = customersToken();
            var namesake = new AgentId(CARL.value());
            shop.people.add(namesake, "Carl", person -> person.role(Shop.INBOX, InboxRole.ADMIN));
            var before = Story.stored(shop, chat);

            for (var agent : List.of(ASHA, CY, ADA, FIN, MO, namesake, new AgentId("BO"))) {
                assertUnknown(answer(agent, token, "Here."));
                assertUnknown(answer(agent, customers, "Here."));
            }
            assertUnknown(host.customer(CARL).answer(token, "Here."));
            assertUnknown(host.customer(new CustomerId("bo")).answer(token, "Here."));
            assertUnknown(host.customer(DORA).answer(customers, "Here."));
            assertThat(Story.stored(shop, chat)).isEqualTo(before);
        }

        @Test
        @DisplayName("B-50 P-21 are unknown where another key signs")
        void otherKey() {
            shop.customer().write(chat, "Hello?").orElseThrow();
            var token = token(BO, NotificationKind.CUSTOMER_WROTE);
            var other = KEY.clone();
            other[31]++;

            assertUnknown(
                    shop.host(builder -> builder.signingKey(other)).agent(BO).answer(token, "Here."));
        }

        @Test
        @DisplayName("B-50 P-21 are unknown from the end of their time on, 30 days unless said otherwise")
        void expired() {
            shop.customer().write(chat, "Hello?").orElseThrow();
            shop.agent(ASHA).reply(chat, "Here.").orElseThrow();
            shop.agent(ASHA).note(chat, "Between us.").orElseThrow();
            var agents = token(BO, NotificationKind.CUSTOMER_WROTE);
            var notes = token(BO, NotificationKind.NOTE);
            var customers = customersToken();
            var brief = shop.host(
                    builder -> builder.signingKey(KEY, Duration.ofHours(1)).notifier(notifier));
            shop.customer().write(chat, "Hello?").orElseThrow();
            pump(brief);
            var soon = token(BO, NotificationKind.CUSTOMER_WROTE);

            shop.time.advance(Duration.ofHours(1));
            assertUnknown(answer(BO, soon, "Here."));
            shop.time.advance(MONTH.minusHours(1).minusMillis(1));
            assertThat(answer(BO, agents, "Just in time.").isDone()).isTrue();
            assertThat(answer(BO, notes, "Just in time.").isDone()).isTrue();
            assertThat(host.customer(CARL).answer(customers, "Just in time.").isDone())
                    .isTrue();
            shop.time.advance(Duration.ofMillis(1));
            assertUnknown(answer(BO, agents, "Late."));
            assertUnknown(answer(BO, notes, "Late."));
            assertUnknown(host.customer(CARL).answer(customers, "Late."));
        }

        @Test
        @DisplayName("B-50 B-41 answer a retry with the first receipt, also when their time is over by then")
        void retried() {
            shop.customer().write(chat, "Hello?").orElseThrow();
            var token = token(BO, NotificationKind.CUSTOMER_WROTE);
            var brief = shop.host(
                    builder -> builder.signingKey(KEY, Duration.ofHours(1)).notifier(notifier));
            shop.agent(ASHA).note(chat, "Between us.").orElseThrow();
            pump(brief);
            var note = token(BO, NotificationKind.NOTE);
            var keyed = host.agent(BO).keyed(new CommandKey("mail 1"));
            var other = host.agent(BO).keyed(new CommandKey("mail 2"));
            var first = keyed.answer(token, "Here.");
            var second = other.answer(note, "Yes.");
            assertThat(first.isDone() && second.isDone()).isTrue();

            shop.time.advance(Duration.ofHours(1));

            assertThat(keyed.answer(token, "Here.")).isEqualTo(first);
            assertThat(other.answer(note, "Yes.")).isEqualTo(second);
            assertThat(reason(keyed.answer(token, "There."))).isEqualTo(Reason.ID_CONFLICT);
            assertThat(reason(keyed.answer(note, "Here."))).isEqualTo(Reason.ID_CONFLICT);
            assertThat(shop.entries(chat, EntryKind.REPLY)).hasSize(1);
        }

        @Test
        @DisplayName("B-50 B-54 P-9 give no access: after a removal they are answered like an unknown conversation")
        void removed() {
            shop.customer().write(chat, "Hello?").orElseThrow();
            shop.agent(ASHA).note(chat, "Between us.").orElseThrow();
            var reply = token(BO, NotificationKind.CUSTOMER_WROTE);
            var note = token(BO, NotificationKind.NOTE);
            shop.agent(ASHA).removeCollaborator(chat, BO).orElseThrow();
            var before = Story.stored(shop, chat);

            for (var token : List.of(reply, note)) {
                assertThat(answer(BO, token, "Here."))
                        .isEqualTo(Outcome.<Answered>rejected(Reason.UNKNOWN_CONVERSATION));
            }
            assertThat(Story.stored(shop, chat)).isEqualTo(before);
        }

        @Test
        @DisplayName("B-50 P-9 give no right: what one may do is decided when they are used")
        void rights() {
            shop.customer().write(chat, "Hello?").orElseThrow();
            shop.agent(ASHA).note(chat, "Between us.").orElseThrow();
            var reply = token(BO, NotificationKind.CUSTOMER_WROTE);
            var note = token(BO, NotificationKind.NOTE);

            shop.agent(ASHA).changeLevel(chat, BO, Level.ADVISER).orElseThrow();
            assertThat(reason(answer(BO, reply, "Here."))).isEqualTo(Reason.NOT_PERMITTED);
            assertThat(answer(BO, note, "Here.").isDone()).isTrue();
            shop.agent(ASHA).changeLevel(chat, BO, Level.OBSERVER).orElseThrow();
            assertThat(reason(answer(BO, note, "Here."))).isEqualTo(Reason.NOT_PERMITTED);
            assertThat(shop.entries(chat, EntryKind.REPLY)).isEmpty();
            shop.agent(ASHA).resolve(chat).orElseThrow();
            shop.people.deactivate(ASHA);
            assertThat(reason(answer(ASHA, token(ASHA, NotificationKind.CUSTOMER_WROTE), "Here.")))
                    .isEqualTo(Reason.UNKNOWN_CONVERSATION);
        }
    }

    @Nested
    class Replying {
        @Test
        @DisplayName("B-50 make a reply of the answer to a message or a reply, under the presented name")
        void reply() {
            var chat = shop.assignedWith(BO);
            shop.customer().write(chat, "Hello?").orElseThrow();

            var answered = answer(BO, token(BO, NotificationKind.CUSTOMER_WROTE), "Here.")
                    .orElseThrow();

            assertThat(answered.note()).isFalse();
            assertThat(answered.missed()).isEmpty();
            assertThat(shop.lastEntry(chat)).satisfies(entry -> {
                assertThat(entry.sequence()).isEqualTo(answered.sequence());
                assertThat(entry.kind()).isEqualTo(EntryKind.REPLY);
                assertThat(entry.author().isAgent(BO)).isTrue();
                assertThat(entry.presentedName()).isEqualTo("Asha");
            });
            assertThat(answer(ASHA, token(ASHA, NotificationKind.COLLEAGUE_REPLIED), "And more.")
                            .isDone())
                    .isTrue();
            assertThat(Story.customerTexts(shop, chat)).endsWith("Here.", "And more.");
        }

        @Test
        @DisplayName("B-50 B-40 hold a reply to what is not the newest any more, or warn, by the policy of the channel")
        void held() {
            var ticket = shop.assignedTicket();
            var chat = shop.assigned();
            for (var conversation : List.of(ticket, chat)) {
                shop.customer().write(conversation, "Hello?").orElseThrow();
                var token = token(ASHA, NotificationKind.CUSTOMER_WROTE);
                shop.customer().write(conversation, "Never mind.").orElseThrow();

                var answered = answer(ASHA, token, "Here.");

                if (conversation.equals(chat)) {
                    assertThat(answered.orElseThrow().missed()).hasSize(1);
                } else {
                    assertThat(reason(answered)).isEqualTo(Reason.HELD);
                    Details details = answered.fold(done -> Details.NONE, no -> no.details());
                    assertThat(details)
                            .isInstanceOfSatisfying(
                                    Missed.class,
                                    missed -> assertThat(missed.entries()).hasSize(1));
                }
            }
        }

        @Test
        @DisplayName(
                "B-50 B-44 make a message of the customer's answer to a reply, which reopens as every message does")
        void customer() {
            var chat = shop.assigned();
            shop.agent(ASHA).reply(chat, "Here.").orElseThrow();
            shop.agent(ASHA).note(chat, "Between us.").orElseThrow();
            shop.agent(ASHA).resolve(chat).orElseThrow();
            var token = customersToken();
            var keyed = host.customer(CARL).keyed(new CommandKey("mail"));

            var posted = keyed.answer(token, "Thanks!").orElseThrow();

            assertThat(posted.sequence()).isEqualTo(2);
            assertThat(keyed.answer(token, "Thanks!").orElseThrow()).isEqualTo(posted);
            assertThat(Story.customerTexts(shop, chat)).endsWith("Here.", "Thanks!");
            assertThat(shop.head(chat).status()).hasToString("OPEN");
            shop.agent(ADA).close(chat).orElseThrow();
            assertThat(reason(host.customer(CARL).answer(token, "Hello?"))).isEqualTo(Reason.CONVERSATION_CLOSED);
        }

        @Test
        @DisplayName("B-50 B-38 count for the customer what the customer sees, so that notes leave no trace in them")
        void noTrace() {
            var plain = shop.assigned();
            var noted = shop.assigned();
            shop.agent(ASHA).note(noted, "Between us.").orElseThrow();
            shop.agent(ASHA).reply(plain, "Here.").orElseThrow();
            var first = customersToken();
            shop.agent(ASHA).reply(noted, "Here.").orElseThrow();
            var second = customersToken();

            assertThat(content(first, plain)).isEqualTo(content(second, noted));
        }

        /** What a token says besides its conversation and its signature. */
        private String content(String token, ConversationId conversation) {
            var all = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.ISO_8859_1);
            return all.substring(0, all.length() - 32).replace(conversation.value(), "");
        }
    }

    @Nested
    class Noting {
        private final ConversationId chat = shop.assignedWith(BO, CY, MO);

        @Test
        @DisplayName("B-50 B-47 P-14 make nothing public of the answer to a note, whatever is answered and by whom")
        void neverPublic() {
            var drafts = List.of(
                    NoteDraft.of("Everyone."),
                    NoteDraft.of("You.").to(BO, CY),
                    NoteDraft.of("You!").mentioning(BO),
                    NoteDraft.of("You two.").to(BO).mentioning(BO));
            var texts = List.of("Yes.", "@customer Hello", "/reply Hello", " \n", "\0", "x".repeat(40_000));
            var before = shop.customer().view(chat).orElseThrow();
            var messages = Story.messages(shop, chat);
            for (var draft : drafts) {
                shop.agent(ASHA).note(chat, draft).orElseThrow();
                pump(host);
                var tokens = notifier.toAgents().stream()
                        .filter(one -> one.replyToken() != null)
                        .toList();
                for (var told : tokens) {
                    for (var text : texts) {
                        answer(told.recipient(), told.replyToken(), text)
                                .ifRejected(no -> assertThat(no.reason()).isNotEqualTo(Reason.UNKNOWN_TOKEN));
                        assertUnknown(host.customer(CARL).answer(told.replyToken(), text));
                    }
                }
                notifier.clear();
            }
            assertThat(shop.entries(chat, EntryKind.NOTE)).hasSizeGreaterThan(drafts.size());
            assertThat(shop.entries(chat, EntryKind.REPLY)).isEmpty();
            assertThat(Story.messages(shop, chat)).isEqualTo(messages);
            assertThat(shop.customer().view(chat).orElseThrow()).isEqualTo(before);
        }

        @Test
        @DisplayName("B-50 make a note to everyone of the answer to one to everyone")
        void everyone() {
            var answered = answer(BO, noteToken(chat, NoteDraft.of("Which one?")), "That one.")
                    .orElseThrow();

            assertThat(answered.note()).isTrue();
            assertThat(shop.lastEntry(chat).audience()).isEqualTo(Audience.AGENTS);
            assertThat(shop.lastEntry(chat).sequence()).isEqualTo(answered.sequence());
        }

        @Test
        @DisplayName("B-50 B-45 make a note to the author of the assignee's answer to one for the assignee")
        void assignee() {
            shop.agent(BO).note(chat, NoteDraft.of("Which one?").toAssignee()).orElseThrow();
            var token = token(ASHA, NotificationKind.NOTE);

            answer(ASHA, token, SECRET).orElseThrow();

            assertReaders(ASHA, BO, ADA);
            shop.agent(BO).leave(chat).orElseThrow();
            assertThat(answer(ASHA, token, "Still there?"))
                    .isEqualTo(Outcome.<Answered>rejected(Reason.NOT_ON_CONVERSATION, new Details.Agents(List.of(BO))));
        }

        @Test
        @DisplayName("B-50 make a note to the assignee of anybody else's answer to one for the assignee")
        void notTheAssignee() {
            shop.add(chat, ADA);
            shop.agent(BO)
                    .note(chat, NoteDraft.of("Which one?").toAssignee().mentioning(ADA))
                    .orElseThrow();

            answer(ADA, token(ADA, NotificationKind.MENTIONED), SECRET).orElseThrow();

            assertThat(shop.lastEntry(chat).audience()).isEqualTo(Audience.ASSIGNEE);
            assertReaders(ADA, ASHA);
        }

        @Test
        @DisplayName("B-50 B-45 make a note to those who were named and are still there, of the answer to a named note")
        void named() {
            var token = noteToken(chat, NoteDraft.of("Which one?").to(BO, CY));

            answer(BO, token, SECRET).orElseThrow();
            assertReaders(ASHA, BO, CY, ADA);
            shop.agent(CY).leave(chat).orElseThrow();
            answer(BO, token, SECRET + "!").orElseThrow();
            assertThat(shop.lastEntry(chat).readers()).containsExactlyInAnyOrder(ASHA, BO);
            shop.agent(ASHA).release(chat).orElseThrow();
            assertThat(answer(BO, token, "Anybody?"))
                    .isEqualTo(Outcome.<Answered>rejected(
                            Reason.NOT_ON_CONVERSATION, new Details.Agents(List.of(ASHA, CY))));
        }

        @Test
        @DisplayName(
                "B-50 are of no use for a note one may not read any more: of a former role, or before one's window")
        void outOfScope() {
            shop.agent(CY).note(chat, NoteDraft.of("Which one?").toAssignee()).orElseThrow();
            var role = token(ASHA, NotificationKind.NOTE);
            shop.agent(ASHA).transferAndStay(chat, FIN).orElseThrow();
            assertThat(reason(answer(ASHA, role, "That one."))).isEqualTo(Reason.UNKNOWN_ENTRY);

            shop.agent(FIN).note(chat, "Everyone.").orElseThrow();
            var window = token(BO, NotificationKind.NOTE);
            shop.agent(FIN).removeCollaborator(chat, BO).orElseThrow();
            shop.agent(FIN)
                    .addCollaborator(chat, BO, AddOptions.NONE.reading(HistoryWindow.FROM_ADD))
                    .orElseThrow();
            assertThat(reason(answer(BO, window, "That one."))).isEqualTo(Reason.UNKNOWN_ENTRY);
        }

        @Test
        @DisplayName("B-50 B-51 refuse as an answer what would be refused as a note")
        void texts() {
            var token = noteToken(chat, NoteDraft.of("Which one?"));

            assertThat(reason(answer(BO, token, " "))).isEqualTo(Reason.TEXT_BLANK);
            assertThat(reason(answer(BO, token, "\0"))).isEqualTo(Reason.TEXT_MALFORMED);
        }

        private void assertReaders(AgentId... readers) {
            for (var agent : List.of(ASHA, BO, CY, MO, ADA)) {
                assertThat(Story.texts(shop, agent, chat).contains(SECRET))
                        .as(agent.value())
                        .isEqualTo(List.of(readers).contains(agent) || agent.equals(ADA));
            }
        }
    }
}
