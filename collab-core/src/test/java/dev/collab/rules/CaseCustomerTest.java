package dev.collab.rules;

import static dev.collab.rules.Shop.ACCESSORIES;
import static dev.collab.rules.Shop.ADA;
import static dev.collab.rules.Shop.ASHA;
import static dev.collab.rules.Shop.BO;
import static dev.collab.rules.Shop.CARL;
import static dev.collab.rules.Shop.CY;
import static dev.collab.rules.Shop.DORA;
import static dev.collab.rules.Shop.ELSEWHERE;
import static dev.collab.rules.Shop.FIN;
import static dev.collab.rules.Shop.FOOTWEAR;
import static dev.collab.rules.Shop.INBOX;
import static dev.collab.rules.Shop.SUE;
import static dev.collab.rules.Shop.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.ErasurePlace;
import dev.collab.ListRequest;
import dev.collab.collaboration.AddOptions;
import dev.collab.conversation.AgentEntry;
import dev.collab.conversation.CustomerEntry;
import dev.collab.conversation.EntryRef;
import dev.collab.conversation.NoteDraft;
import dev.collab.conversation.OpenRequest;
import dev.collab.conversation.ReplyDraft;
import dev.collab.model.Attachment;
import dev.collab.model.AttachmentId;
import dev.collab.model.CaseFacts;
import dev.collab.model.Channel;
import dev.collab.model.CommandKey;
import dev.collab.model.ConversationId;
import dev.collab.model.ConversationStatus;
import dev.collab.model.IdentityPolicy;
import dev.collab.model.Level;
import dev.collab.outcome.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Whole cases of what the customer sees")
class CaseCustomerTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Shop shop = Shop.open();

    @Test
    @DisplayName("B-33 B-37 B-48 B-65 B-69 given Bo replies while the chat changes hands and the policy changes, when a"
            + " reply is taken back and Asha is erased, then each keeps the name of its time, hers but for the inbox's")
    void namesOverTime() {
        shop.settings(now -> now.withPublicName("Boots & Co"));
        shop.people.change(ASHA, person -> person.publicName("Miss A"));
        shop.people.change(BO, person -> person.publicName("Mister B"));
        var chat = shop.assignedWith(BO);
        bo(chat, "one");
        shop.agent(ASHA).transfer(chat, FIN).orElseThrow();
        bo(chat, "two");
        shop.agent(FIN).release(chat).orElseThrow();
        bo(chat, "three");
        shop.conversations(now -> now.withIdentity(IdentityPolicy.AUTHOR));
        bo(chat, "four");
        shop.conversations(now -> now.withIdentity(IdentityPolicy.INBOX));
        bo(chat, "five");
        assertThat(from(chat)).containsExactly("Miss A", "Fin", "Boots & Co", "Mister B", "Boots & Co");

        long version = shop.customer().view(chat).orElseThrow().version();
        shop.agent(BO).redact(chat, reply(chat, "two").sequence()).orElseThrow();
        assertThat(shop.customer().view(chat).orElseThrow().version()).isGreaterThan(version);
        assertThat(from(chat)).containsExactly("Miss A", "Fin", "Boots & Co", "Mister B", "Boots & Co");
        assertThat(Story.messages(shop, chat).get(2).text()).isEmpty();

        var privacy = shop.collab.system("privacy");
        var place = Optional.<ErasurePlace>empty();
        do {
            place = privacy.eraseAgent(ASHA, INBOX, place, 2).next();
        } while (place.isPresent());

        assertThat(from(chat)).containsExactly("Boots & Co", "Fin", "Boots & Co", "Mister B", "Boots & Co");
        assertThat(shop.timeline(ADA, chat).orElseThrow().toString()).doesNotContain("Miss A", "name=Asha");
        assertThat(reply(chat, "one").author().id()).isEqualTo("bo");
        assertFolds(chat);
    }

    @Test
    @DisplayName(
            "B-38 B-39 B-57 B-66 B-67 given two chats of Carl's, when everything internal that there is happens in one"
                    + " of them, then nothing Carl reads or is told of it changes, nor does its place in his list")
    void nothingInternalReachesThem() {
        shop.ledElsewhere();
        var twin = shop.twin();
        shop.time.advance(MINUTE);
        var chat = shop.assigned();
        shop.agent(ASHA).reply(chat, "A bit small.").orElseThrow();
        var other = shop.collab
                .customer(CARL)
                .keyed(new CommandKey("third"))
                .open(OpenRequest.of(INBOX, Channel.LIVE_CHAT, "Third").forGroup(FOOTWEAR))
                .orElseThrow();
        shop.time.advance(MINUTE);
        var order = rows();
        var twins = customers(twin);
        shop.signal.clear();
        long[] note = new long[1];

        internalActs(chat, other, note).forEach((name, act) -> {
            var before = customers(chat);
            shop.signal.clear();
            shop.time.advance(MINUTE);
            var told = Post.of(shop, act);
            assertThat(customers(chat)).as(name).isEqualTo(before);
            assertThat(shop.signal.customerChanges()).as(name).doesNotContain(chat);
            assertThat(told).as(name).noneMatch(one -> one.endsWith(" " + CARL.value()));
            assertFolds(chat);
        });
        assertThat(rows()).containsExactlyElementsOf(order);
        assertThat(shop.customer().view(other).orElseThrow().mergedInto()).contains(chat);
        assertThat(customers(twin)).isEqualTo(twins);
    }

    private Map<String, Runnable> internalActs(ConversationId chat, ConversationId other, long[] note) {
        var acts = new LinkedHashMap<String, Runnable>();
        acts.put("add", () -> shop.add(chat, BO));
        acts.put(
                "note",
                () -> note[0] =
                        shop.agent(BO).note(chat, "Aside.").orElseThrow().sequence());
        acts.put(
                "mention",
                () -> shop.agent(BO)
                        .note(chat, NoteDraft.of("You?").mentioning(ASHA))
                        .orElseThrow());
        acts.put("redact a note", () -> shop.agent(BO).redact(chat, note[0]).orElseThrow());
        acts.put(
                "level",
                () -> shop.agent(ASHA).changeLevel(chat, BO, Level.ADVISER).orElseThrow());
        acts.put(
                "group",
                () -> shop.agent(ASHA)
                        .inviteGroup(chat, ACCESSORIES, AddOptions.NONE)
                        .orElseThrow());
        acts.put("accept", () -> shop.agent(CY).accept(chat).orElseThrow());
        acts.put(
                "case",
                () -> shop.agent(SUE).changeCase(chat, CaseFacts.of(FOOTWEAR)).orElseThrow());
        acts.put("hand over", () -> shop.agent(ASHA).transferAndStay(chat, FIN).orElseThrow());
        acts.put("release", () -> shop.agent(FIN).release(chat).orElseThrow());
        acts.put("claim", () -> shop.agent(FIN).claim(chat).orElseThrow());
        acts.put("read", () -> shop.agent(FIN).markRead(chat, 3).orElseThrow());
        acts.put("mute", () -> shop.agent(BO).mute(chat, true).orElseThrow());
        acts.put("join", () -> shop.agent(SUE).join(chat).orElseThrow());
        acts.put("remove", () -> shop.agent(FIN).removeCollaborator(chat, BO).orElseThrow());
        acts.put("leave", () -> shop.agent(CY).leave(chat).orElseThrow());
        acts.put("merge", () -> shop.agent(SUE).merge(other, chat).orElseThrow());
        acts.put("switch off", () -> shop.admin().disableCollaboration().orElseThrow());
        acts.put("settle", () -> shop.agent(FIN).note(chat, "After.").orElseThrow());
        acts.put("erase", () -> shop.collab.system("privacy").eraseAgent(CY, INBOX, Optional.empty(), 1_000));
        acts.put(
                "move",
                () -> shop.agent(SUE).move(chat, ELSEWHERE, Optional.empty()).orElseThrow());
        return acts;
    }

    /** Everything a customer's desk says of a conversation. */
    private List<Object> customers(ConversationId chat) {
        var exported = new ArrayList<CustomerEntry>();
        var view = shop.customer().export(chat, exported::add).orElseThrow();
        var row = shop.customer().conversations(ListRequest.first(10)).rows().stream()
                .filter(one -> one.id().equals(chat))
                .toList();
        var visible = shop.customer().visible(List.of(new EntryRef(chat, 1), new EntryRef(chat, 2)));
        return List.of(view, exported, Story.messages(shop, chat), row, visible);
    }

    private List<ConversationId> rows() {
        return shop.customer().conversations(ListRequest.first(10)).rows().stream()
                .map(one -> one.id())
                .toList();
    }

    @Test
    @DisplayName(
            "B-38 B-48 B-49 B-52 given a file on a note and one on a reply, when Carl asks for both and the reply is"
                    + " taken back, then he gets his until then, the note's never, and answers about either are those of no file")
    void files() {
        var chat = shop.assignedWith(BO);
        var plan = new Attachment(new AttachmentId("plan"), "plan.pdf", "application/pdf", 7);
        var bill = new Attachment(new AttachmentId("bill"), "bill.pdf", "application/pdf", 7);
        shop.agent(BO).note(chat, NoteDraft.of("The plan.").attaching(plan)).orElseThrow();
        long reply = shop.agent(BO)
                .reply(chat, ReplyDraft.of("The bill.").attaching(bill))
                .orElseThrow()
                .sequence();
        var unknown = shop.customer().attachment(chat, 1, new AttachmentId("none"));
        assertThat(reason(unknown)).isEqualTo(Reason.UNKNOWN_ATTACHMENT);

        assertThat(shop.customer().attachment(chat, 1, bill.id()).orElseThrow()).isEqualTo(bill);
        for (long place = 0; place < 10; place++) {
            assertThat(shop.customer().attachment(chat, place, plan.id())).isEqualTo(unknown);
        }
        assertThat(shop.agent(ASHA).attachment(chat, reply, bill.id()).isDone()).isTrue();
        assertThat(Post.of(shop, () -> shop.agent(ASHA).redact(chat, reply))).isEmpty();
        assertThat(reason(shop.agent(ASHA).redact(chat, reply))).isEqualTo(Reason.NOT_PERMITTED);
        shop.agent(BO).redact(chat, reply).orElseThrow();
        assertThat(shop.customer().attachment(chat, 1, bill.id())).isEqualTo(unknown);
        assertThat(reason(shop.agent(ASHA).attachment(chat, reply, bill.id()))).isEqualTo(Reason.UNKNOWN_ATTACHMENT);
        assertThat(Story.messages(shop, chat)).hasSize(2);
        shop.agent(ASHA).removeCollaborator(chat, BO).orElseThrow();
        assertThat(reason(shop.agent(BO).attachment(chat, reply - 1, plan.id())))
                .isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertFolds(chat);
    }

    @Test
    @DisplayName(
            "B-42 B-43 B-63 B-64 given a ticket that is resolved with Bo on it, when Carl writes, then it is open with"
                    + " Bo again; once closed it sends him to a follow-up without Bo, and Dora can do nothing with either")
    void backAndClosed() {
        var ticket = shop.assignedTicket();
        shop.add(ticket, BO);
        shop.agent(ASHA).resolve(ticket).orElseThrow();
        assertThat(reason(shop.agent(BO).note(ticket, "Wait."))).isEqualTo(Reason.WRONG_STATE);
        assertThat(shop.timeline(BO, ticket).isDone()).isTrue();
        var dora = shop.collab.customer(DORA);
        assertThat(reason(dora.write(ticket, "Mine?"))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(shop.head(ticket).status()).isEqualTo(ConversationStatus.RESOLVED);

        var told = Post.of(
                shop, () -> shop.customer().write(ticket, "One more thing.").orElseThrow());

        assertThat(told).contains("CUSTOMER_WROTE asha", "CUSTOMER_WROTE bo").doesNotContain("CUSTOMER_WROTE carl");
        assertThat(told).contains("REOPENED asha", "REOPENED bo");
        assertThat(shop.agent(BO).reply(ticket, "Yes?").isDone()).isTrue();
        shop.agent(SUE).close(ticket).orElseThrow();
        assertThat(reason(shop.agent(BO).view(ticket))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(reason(shop.customer().write(ticket, "And another."))).isEqualTo(Reason.CONVERSATION_CLOSED);
        assertThat(reason(dora.write(ticket, "Mine?"))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        var request = OpenRequest.of(INBOX, Channel.EMAIL_TICKET, "And another.")
                .forGroup(FOOTWEAR)
                .following(ticket);
        assertThat(reason(dora.open(request))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        var next = shop.customer().open(request).orElseThrow();
        assertThat(shop.customer().view(next).orElseThrow().followUpOf()).contains(ticket);
        assertThat(reason(shop.agent(BO).view(next))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(reason(dora.view(next))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertFolds(ticket);
        assertFolds(next);
    }

    private void bo(ConversationId conversation, String text) {
        shop.agent(BO).reply(conversation, text).orElseThrow();
    }

    private AgentEntry.Reply reply(ConversationId conversation, String text) {
        return shop.timeline(ADA, conversation).orElseThrow().stream()
                .filter(entry -> entry instanceof AgentEntry.Reply)
                .map(entry -> (AgentEntry.Reply) entry)
                .filter(entry -> entry.text().equals(Optional.of(text)))
                .findFirst()
                .orElseThrow();
    }

    private List<String> from(ConversationId conversation) {
        return Story.messages(shop, conversation).stream()
                .filter(entry -> entry instanceof CustomerEntry.Reply)
                .map(entry -> ((CustomerEntry.Reply) entry).from())
                .toList();
    }

    private void assertFolds(ConversationId conversation) {
        assertThat(Story.folded(shop, conversation)).isEqualTo(shop.head(conversation));
    }
}
