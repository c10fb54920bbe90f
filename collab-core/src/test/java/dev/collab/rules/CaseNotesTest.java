package dev.collab.rules;

import static dev.collab.rules.Shop.ADA;
import static dev.collab.rules.Shop.ASHA;
import static dev.collab.rules.Shop.BO;
import static dev.collab.rules.Shop.CY;
import static dev.collab.rules.Shop.FIN;
import static dev.collab.rules.Shop.FOOTWEAR;
import static dev.collab.rules.Shop.MO;
import static dev.collab.rules.Shop.SUE;
import static dev.collab.rules.Shop.ZED;
import static dev.collab.rules.Shop.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.Collab;
import dev.collab.ListRequest;
import dev.collab.Replied;
import dev.collab.collaboration.AddOptions;
import dev.collab.conversation.EntryRef;
import dev.collab.conversation.Missed;
import dev.collab.conversation.NoteDraft;
import dev.collab.conversation.Page;
import dev.collab.conversation.ReplyDraft;
import dev.collab.inmemory.RecordingNotifier;
import dev.collab.model.AddRule;
import dev.collab.model.Adder;
import dev.collab.model.AgentId;
import dev.collab.model.CaseCondition;
import dev.collab.model.CaseFacts;
import dev.collab.model.Channel;
import dev.collab.model.CommandKey;
import dev.collab.model.ConversationId;
import dev.collab.model.HistoryWindow;
import dev.collab.model.Level;
import dev.collab.model.NotificationKind;
import dev.collab.outcome.Details;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import dev.collab.spi.ConversationQuery.ListKind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Whole cases of notes, tokens and texts")
class CaseNotesTest {
    private static final byte[] SIGNING = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final Shop shop = Shop.open();
    private final RecordingNotifier notifier = new RecordingNotifier();
    private final Collab host = shop.host(builder -> builder.signingKey(SIGNING).notifier(notifier));

    @Test
    @DisplayName("B-9 B-27 B-29 B-45 B-52 given a note named to Bo, when he leaves, is added from then on, and becomes"
            + " assignee, then he reads it, nothing, the new part without it, and it again; Cy and Sue never do")
    void aNamedNote() {
        var chat = shop.assignedWith(BO, CY);
        long note = shop.agent(ASHA)
                .note(chat, NoteDraft.of("Bo only.").to(BO))
                .orElseThrow()
                .sequence();
        assertReaders(chat, "Bo only.", Set.of(ASHA, BO, ADA));

        shop.agent(BO).leave(chat).orElseThrow();
        assertReaders(chat, "Bo only.", Set.of(ASHA, ADA));
        assertThat(shop.agent(BO).visible(List.of(new EntryRef(chat, note)))).isEmpty();
        assertThat(shop.agent(ASHA).note(chat, NoteDraft.of("Bo again.").to(BO)))
                .isEqualTo(Outcome.rejected(Reason.NOT_ON_CONVERSATION, new Details.Agents(List.of(BO))));

        shop.agent(ASHA)
                .addCollaborator(chat, BO, AddOptions.NONE.reading(HistoryWindow.FROM_ADD))
                .orElseThrow();
        shop.agent(CY).note(chat, NoteDraft.of("Both.").to(BO, ASHA)).orElseThrow();
        assertReaders(chat, "Bo only.", Set.of(ASHA, ADA));
        assertReaders(chat, "Both.", Set.of(ASHA, BO, CY, ADA));

        shop.agent(ASHA).transferAndStay(chat, BO).orElseThrow();
        assertReaders(chat, "Bo only.", Set.of(ASHA, BO, ADA));
        shop.agent(BO).transfer(chat, FIN).orElseThrow();
        assertReaders(chat, "Bo only.", Set.of(ASHA, ADA));
        assertReaders(chat, "Both.", Set.of(ASHA, CY, ADA));
        shop.agent(FIN).removeCollaborator(chat, ASHA).orElseThrow();
        assertReaders(chat, "Bo only.", Set.of(ADA));
        assertFolds(chat);
    }

    @Test
    @DisplayName(
            "B-45 B-52 B-57 B-62 B-65 given a note to the assignee, when the chat goes from Asha to Fin, to the queue"
                    + " and back to Asha, then it is read by whoever has it, its author and admins, on every surface")
    void aNoteToTheRole() {
        var chat = shop.assignedWith(BO, CY);
        var draft = NoteDraft.of("Whoever has it.").toAssignee();
        var told = Post.of(shop, () -> shop.agent(BO).note(chat, draft).orElseThrow());
        assertThat(told).containsExactly("NOTE asha");
        assertReaders(chat, "Whoever has it.", Set.of(ASHA, BO, ADA));

        shop.agent(ASHA).transferAndStay(chat, FIN).orElseThrow();
        assertReaders(chat, "Whoever has it.", Set.of(FIN, BO, ADA));
        shop.agent(FIN).release(chat).orElseThrow();
        assertReaders(chat, "Whoever has it.", Set.of(BO, ADA));
        shop.agent(ASHA).claim(chat).orElseThrow();
        assertReaders(chat, "Whoever has it.", Set.of(ASHA, BO, ADA));
        shop.agent(BO).leave(chat).orElseThrow();
        assertReaders(chat, "Whoever has it.", Set.of(ASHA, ADA));
        shop.agent(SUE).resolve(chat).orElseThrow();
        assertReaders(chat, "Whoever has it.", Set.of(ASHA, ADA));
        assertFolds(chat);
    }

    @Test
    @DisplayName(
            "B-4 B-6 B-46 B-71 given that a mention adds in urgent cases, when Bo is mentioned before and after the"
                    + " case calms down, then it adds and tells him in one commit, or is refused whole, naming whom")
    void aMentionAdds() {
        shop.policy(policy -> policy.withMentionAdds(true)
                .withRules(AddRule.allow("urgent", Adder.ASSIGNEE)
                        .upTo(Level.ADVISER)
                        .when(CaseCondition.ANY.attribute("priority", "high"))));
        var chat = shop.claimed(
                shop.opened(Channel.LIVE_CHAT, new CaseFacts(FOOTWEAR, Set.of(), Map.of("priority", "high"))));
        shop.agent(ASHA).addCollaborator(chat, CY, AddOptions.at(Level.ADVISER)).orElseThrow();
        assertThat(reason(shop.agent(CY).note(chat, NoteDraft.of("Mo?").mentioning(MO))))
                .as("Cy may add nobody")
                .isEqualTo(Reason.MENTION_REFUSED);

        assertThat(Post.of(
                        shop,
                        () -> shop.agent(ASHA)
                                .note(chat, NoteDraft.of("Bo?").mentioning(BO))
                                .orElseThrow()))
                .contains("ADDED bo", "MENTIONED bo", "NOTE cy")
                .doesNotContain("NOTE bo");
        long revision = shop.head(chat).revision();
        assertThat(shop.entries(chat).stream()
                        .filter(entry -> entry.revision() == revision)
                        .map(entry -> entry.kind().name()))
                .containsExactlyInAnyOrder("COLLABORATION_STARTED", "NOTE");
        assertThat(reason(shop.agent(BO).reply(chat, "Hm."))).isEqualTo(Reason.NOT_PERMITTED);
        assertThat(Story.texts(shop, BO, chat)).contains("Bo?");

        shop.agent(SUE).changeCase(chat, CaseFacts.of(FOOTWEAR)).orElseThrow();
        var before = Story.stored(shop, chat);
        assertThat(shop.agent(ASHA).note(chat, NoteDraft.of("All?").mentioning(BO, CY, ZED)))
                .isEqualTo(Outcome.rejected(Reason.MENTION_REFUSED, new Details.Agents(List.of(ZED))));
        assertThat(shop.agent(ASHA).note(chat, NoteDraft.of("Cy only.").to(CY).mentioning(BO)))
                .isEqualTo(Outcome.rejected(Reason.MENTION_REFUSED, new Details.Agents(List.of(BO))));
        assertThat(Story.stored(shop, chat)).isEqualTo(before);
        assertThat(reason(shop.agent(ZED).view(chat))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertFolds(chat);
    }

    @Test
    @DisplayName("B-38 B-40 B-45 B-48 given a ticket where Asha has read to some point, when notes come and entries are"
            + " taken back, then only a newer reply holds hers, also an empty one, and only it changes Carl's version")
    void heldOverNotesAndRedactions() {
        var ticket = shop.assignedTicket();
        shop.add(ticket, BO);
        long early = shop.agent(BO).reply(ticket, "Early.").orElseThrow().sequence();
        long note = shop.agent(BO).note(ticket, "Aside.").orElseThrow().sequence();
        long seen = note;
        var version = shop.customer().view(ticket).orElseThrow().version();

        shop.agent(BO).redact(ticket, note).orElseThrow();
        assertThat(shop.customer().view(ticket).orElseThrow().version()).isEqualTo(version);
        shop.agent(BO).redact(ticket, early).orElseThrow();
        assertThat(shop.customer().view(ticket).orElseThrow().version()).isGreaterThan(version);
        shop.agent(BO).note(ticket, "More aside.").orElseThrow();
        var passed = shop.agent(ASHA)
                .reply(ticket, ReplyDraft.of("Mine.").havingSeen(seen))
                .orElseThrow();
        assertThat(passed.missed()).isEmpty();

        long late = shop.agent(BO).reply(ticket, "Late.").orElseThrow().sequence();
        shop.agent(BO).note(ticket, NoteDraft.of("Not for Cy.").toAssignee()).orElseThrow();
        shop.agent(BO).redact(ticket, late).orElseThrow();
        var held = shop.agent(ASHA).reply(ticket, ReplyDraft.of("Again.").havingSeen(passed.sequence()));
        assertThat(reason(held)).isEqualTo(Reason.HELD);
        assertThat(missed(held)).containsExactly("Not for Cy.");
        assertThat(shop.agent(ASHA)
                        .reply(ticket, ReplyDraft.of("Again.").havingSeen(late))
                        .isDone())
                .isTrue();
        assertThat(shop.customer()
                        .messages(ticket, Page.newest(9))
                        .orElseThrow()
                        .entries())
                .extracting(entry -> entry.sequence())
                .containsExactly(0L, 1L, 2L, 3L, 4L);
        assertFolds(ticket);
    }

    @Test
    @DisplayName("B-26 B-34 B-47 B-50 B-54 given Bo's answers by mail to a message and a note, when he is lowered and"
            + " removed, then the one never becomes a note nor the other a reply, and nobody else can use either")
    void tokensAfterLoweringAndRemoval() {
        var chat = shop.assignedWith(BO, CY);
        shop.customer().write(chat, "Hello?").orElseThrow();
        var reply = token(BO, NotificationKind.CUSTOMER_WROTE);
        shop.agent(ASHA).note(chat, "Bo, what do you think?").orElseThrow();
        var note = token(BO, NotificationKind.NOTE);
        int shown = Story.messages(shop, chat).size();

        assertThat(host.agent(BO).answer(note, "I think so.").orElseThrow().note())
                .isTrue();
        shop.agent(ASHA).changeLevel(chat, BO, Level.ADVISER).orElseThrow();
        assertThat(reason(host.agent(BO).answer(reply, "Yes?"))).isEqualTo(Reason.NOT_PERMITTED);
        assertThat(host.agent(BO).answer(note, "Still so.").orElseThrow().note())
                .isTrue();
        for (var other : List.of(ASHA, CY, SUE, ADA, ZED)) {
            assertThat(host.agent(other).answer(reply, "Mine.")).isEqualTo(Outcome.rejected(Reason.UNKNOWN_TOKEN));
            assertThat(host.agent(other).answer(note, "Mine.")).isEqualTo(Outcome.rejected(Reason.UNKNOWN_TOKEN));
        }
        assertThat(host.customer(Shop.CARL).answer(note, "Mine.")).isEqualTo(Outcome.rejected(Reason.UNKNOWN_TOKEN));
        shop.agent(ASHA).removeCollaborator(chat, BO).orElseThrow();
        var before = Story.stored(shop, chat);
        for (var token : List.of(reply, note)) {
            assertThat(reason(host.agent(BO).answer(token, "Yes?"))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        }

        assertThat(Story.stored(shop, chat)).isEqualTo(before);
        assertThat(Story.messages(shop, chat)).hasSize(shown);
        assertThat(Story.texts(shop, ASHA, chat)).endsWith("I think so.", "Still so.");
        assertFolds(chat);
    }

    @Test
    @DisplayName(
            "B-50 B-54 B-67 given tokens of a ticket, when it is merged into another, then Asha's answer to Carl goes"
                    + " on there, Bo's too as he joined it, and Cy, who had left, answers nothing")
    void tokensAfterMerging() {
        var ticket = shop.assignedTicket();
        shop.add(ticket, BO);
        shop.add(ticket, CY);
        shop.customer().write(ticket, "Hello?").orElseThrow();
        var ashas = token(ASHA, NotificationKind.CUSTOMER_WROTE);
        var bos = token(BO, NotificationKind.CUSTOMER_WROTE);
        var cys = token(CY, NotificationKind.CUSTOMER_WROTE);
        shop.agent(CY).leave(ticket).orElseThrow();
        var target = shop.claimed(shop.twin());
        shop.agent(SUE).merge(ticket, target).orElseThrow();

        var answered = host.agent(ASHA).answer(ashas, "Here I am.").orElseThrow();
        assertThat(answered.conversation()).isEqualTo(target);
        assertThat(answered.note()).isFalse();
        assertThat(host.agent(BO).answer(bos, "Me too.").orElseThrow().conversation())
                .isEqualTo(target);
        assertThat(reason(host.agent(CY).answer(cys, "And me."))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(Story.customerTexts(shop, target)).endsWith("Here I am.", "Me too.");
        assertThat(Story.customerTexts(shop, ticket)).doesNotContain("Here I am.", "Me too.");
        assertFolds(ticket);
        assertFolds(target);
    }

    @Test
    @DisplayName(
            "B-1 B-41 B-51 B-54 given texts within the limit, when the inbox lowers it, then what is written stays, its"
                    + " retry gets its receipt, new ones of all sides are refused, and a stranger learns nothing of it")
    void theLimitIsLowered() {
        var chat = shop.assignedWith(BO);
        var longer = "ä".repeat(20);
        var bo = shop.agent(BO).keyed(new CommandKey("long"));
        var done = bo.reply(chat, longer).orElseThrow();
        shop.agent(BO).note(chat, longer).orElseThrow();

        shop.conversations(now -> now.withTextLimit(20));

        var before = Story.stored(shop, chat);
        assertThat(bo.reply(chat, longer).orElseThrow()).isEqualTo(done);
        assertThat(reason(shop.agent(BO).reply(chat, longer))).isEqualTo(Reason.TEXT_TOO_LONG);
        assertThat(reason(shop.agent(ASHA).note(chat, longer))).isEqualTo(Reason.TEXT_TOO_LONG);
        assertThat(reason(shop.customer().write(chat, longer))).isEqualTo(Reason.TEXT_TOO_LONG);
        assertThat(reason(shop.agent(ZED).reply(chat, longer))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(reason(shop.agent(SUE).reply(chat, longer))).isEqualTo(Reason.NOT_A_PARTICIPANT);
        assertThat(reason(shop.agent(BO).reply(chat, "a\0b"))).isEqualTo(Reason.TEXT_MALFORMED);
        assertThat(reason(shop.agent(BO).reply(chat, "\ud83d"))).isEqualTo(Reason.TEXT_MALFORMED);
        assertThat(reason(shop.agent(BO).note(chat, " \u3000\t"))).isEqualTo(Reason.TEXT_BLANK);
        assertThat(Story.stored(shop, chat)).isEqualTo(before);
        assertThat(Story.customerTexts(shop, chat)).contains(longer);
        assertThat(Story.texts(shop, ASHA, chat)).contains(longer);
        assertThat(shop.customer().write(chat, "ä".repeat(10)).isDone())
                .as("twenty bytes")
                .isTrue();
        assertFolds(chat);
    }

    @Test
    @DisplayName(
            "B-46 B-57 B-70 B-73 given Bo muted the chat, when Carl and Asha write, mention and remove him, then he"
                    + " hears of the last two alone, his unread counts all of it, and of his own acts he never hears")
    void muted() {
        var chat = shop.assignedWith(BO);
        shop.agent(BO).mute(chat, true).orElseThrow();
        pump();
        notifier.clear();

        shop.customer().write(chat, "Hello?").orElseThrow();
        shop.agent(ASHA).note(chat, "Plain.").orElseThrow();
        shop.agent(ASHA).note(chat, NoteDraft.of("Bo?").mentioning(BO)).orElseThrow();
        shop.agent(BO).note(chat, "Mine.").orElseThrow();
        pump();

        assertThat(notifier.toAgent(BO)).extracting(one -> one.kind()).containsExactly(NotificationKind.MENTIONED);
        assertThat(notifier.toAgent(ASHA))
                .extracting(one -> one.kind())
                .containsExactly(NotificationKind.CUSTOMER_WROTE, NotificationKind.NOTE);
        var row = shop.agent(BO)
                .conversations(ListKind.COLLABORATING, ListRequest.first(5))
                .rows()
                .get(0);
        assertThat(row.unread()).isEqualTo(4);
        shop.agent(ASHA).removeCollaborator(chat, BO).orElseThrow();
        pump();
        assertThat(notifier.toAgent(BO))
                .extracting(one -> one.kind())
                .containsExactly(NotificationKind.MENTIONED, NotificationKind.REMOVED);
        assertThat(reason(shop.agent(BO).mute(chat, false))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertFolds(chat);
    }

    /** Who of all reads this in the timeline, and, by the batch check, in the host's own search. */
    private void assertReaders(ConversationId conversation, String text, Set<AgentId> readers) {
        long sequence = shop.entries(conversation).stream()
                .filter(entry -> text.equals(entry.text()))
                .findFirst()
                .orElseThrow()
                .sequence();
        var place = new EntryRef(conversation, sequence);
        for (var agent : List.of(ASHA, BO, CY, FIN, MO, ZED, SUE, ADA)) {
            assertThat(Story.texts(shop, agent, conversation).contains(text))
                    .as("%s reads %s", agent, text)
                    .isEqualTo(readers.contains(agent));
            assertThat(shop.agent(agent).visible(List.of(place)).contains(place))
                    .as("%s sees %s", agent, text)
                    .isEqualTo(readers.contains(agent));
        }
        assertThat(Story.customerTexts(shop, conversation)).doesNotContain(text);
    }

    private void pump() {
        while (host.relay("one").pumpOnce() > 0) {
            // Until nothing is left.
        }
    }

    private String token(AgentId agent, NotificationKind kind) {
        pump();
        var told = notifier.toAgent(agent).stream()
                .filter(one -> one.kind() == kind)
                .toList();
        return Optional.ofNullable(told.get(told.size() - 1).replyToken()).orElseThrow();
    }

    private static List<String> missed(Outcome<Replied> held) {
        return held.fold(done -> List.of(), no -> Story.texts(Outcome.done(((Missed) no.details()).entries())));
    }

    private void assertFolds(ConversationId conversation) {
        assertThat(Story.folded(shop, conversation)).isEqualTo(shop.head(conversation));
    }
}
