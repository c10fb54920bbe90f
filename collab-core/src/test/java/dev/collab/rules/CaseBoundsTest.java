package dev.collab.rules;

import static dev.collab.rules.Shop.ADA;
import static dev.collab.rules.Shop.ASHA;
import static dev.collab.rules.Shop.BO;
import static dev.collab.rules.Shop.CY;
import static dev.collab.rules.Shop.FIN;
import static dev.collab.rules.Shop.MO;
import static dev.collab.rules.Shop.SUE;
import static dev.collab.rules.Shop.ZED;
import static dev.collab.rules.Shop.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.ListRequest;
import dev.collab.collaboration.AddOptions;
import dev.collab.conversation.NoteDraft;
import dev.collab.inmemory.RecordingNotifier;
import dev.collab.model.AddRule;
import dev.collab.model.Adder;
import dev.collab.model.AgentId;
import dev.collab.model.ConversationId;
import dev.collab.model.EndReason;
import dev.collab.model.EntryKind;
import dev.collab.model.HistoryWindow;
import dev.collab.model.Level;
import dev.collab.model.NotificationKind;
import dev.collab.notification.Relay;
import dev.collab.outcome.Details;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import dev.collab.spi.ConversationQuery.ListKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Whole cases of bounds")
class CaseBoundsTest {
    private final Shop shop = Shop.open();
    private final RecordingNotifier notifier = new RecordingNotifier();
    private final Relay relay = shop.host(builder -> builder.notifier(notifier)).relay("one");

    @Test
    @DisplayName(
            "B-4 B-19 B-34 B-53 given Sue, who leads, is added to look on from now, when she reads, adds and replies,"
                    + " then she reads all that leads read and adds as leads do, but does not reply")
    void aLeadWhoLooksOn() {
        var chat = shop.assigned();
        shop.agent(ASHA).note(chat, "Before.").orElseThrow();
        shop.agent(ASHA)
                .addCollaborator(chat, SUE, AddOptions.at(Level.OBSERVER).reading(HistoryWindow.FROM_ADD))
                .orElseThrow();
        shop.agent(ASHA).note(chat, "After.").orElseThrow();

        assertThat(Story.texts(shop, SUE, chat)).contains("Before.", "After.");
        assertThat(shop.agent(SUE)
                        .conversations(ListKind.COLLABORATING, ListRequest.first(5))
                        .rows()
                        .get(0)
                        .preview())
                .as("the customer's first message, from before, which she reads as a lead")
                .isPresent();
        assertThat(reason(shop.agent(SUE).reply(chat, "Sue."))).isEqualTo(Reason.NOT_PERMITTED);
        assertThat(shop.agent(SUE).addCollaborator(chat, BO).orElseThrow().level())
                .isEqualTo(Level.RESPONDER);
        assertThat(Story.texts(shop, BO, chat)).contains("Before.", "After.");
        shop.agent(SUE).leave(chat).orElseThrow();
        assertThat(Story.texts(shop, SUE, chat)).contains("Before.", "After.");
        assertThat(reason(shop.agent(SUE).leave(chat))).isEqualTo(Reason.NOT_A_PARTICIPANT);
        assertFolds(chat);
    }

    @Test
    @DisplayName(
            "B-10 B-12 B-20 B-23 given two places and an invitation in one, when the rule becomes instant and Bo is"
                    + " added directly, then he takes its place, his late accept fails, and only the third is refused")
    void aDirectAddReplaces() {
        shop.policy(policy -> policy.withLimit(2)
                .withRules(AddRule.allow("ask", Adder.ASSIGNEE).byInvitation()));
        var chat = shop.assigned();
        shop.add(chat, BO);
        assertThat(Post.of(shop, () -> assertThat(shop.add(chat, BO).known()).isTrue()))
                .isEmpty();
        shop.add(chat, CY);
        assertThat(reason(shop.agent(ASHA).addCollaborator(chat, MO))).isEqualTo(Reason.LIMIT_REACHED);
        shop.agent(CY).decline(chat, Optional.of("busy")).orElseThrow();
        shop.policy(policy -> policy.withRules(AddRule.allow("at once", Adder.ASSIGNEE)));

        assertThat(Post.of(
                        shop,
                        () -> assertThat(shop.add(chat, BO).collaboration()).isPresent()))
                .containsExactly("ADDED bo");

        assertThat(reason(shop.agent(BO).accept(chat))).isEqualTo(Reason.INVITATION_OVER);
        assertThat(shop.head(chat).invitations()).isEmpty();
        shop.add(chat, MO);
        assertThat(reason(shop.agent(ASHA).addCollaborator(chat, CY))).isEqualTo(Reason.LIMIT_REACHED);
        assertThat(reason(shop.agent(CY).accept(chat))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertFolds(chat);
    }

    @Test
    @DisplayName(
            "B-12 B-58 B-63 B-64 given three on a ticket, when it is resolved, the limit falls to two and one account is"
                    + " closed, then reopening resumes the two oldest, and the closed one of them only counts")
    void resumedUpToTheLimit() {
        var ticket = shop.assignedTicket();
        for (var agent : List.of(BO, CY, MO)) {
            shop.add(ticket, agent);
            shop.time.advance(Duration.ofMinutes(1));
        }
        shop.agent(ASHA).resolve(ticket).orElseThrow();
        shop.policy(policy -> policy.withLimit(2));
        shop.people.change(BO, person -> person.active(false));
        for (var agent : List.of(CY, MO)) {
            assertThat(shop.timeline(agent, ticket).isDone()).isTrue();
            assertThat(reason(shop.agent(agent).reply(ticket, "No."))).isEqualTo(Reason.WRONG_STATE);
        }

        shop.customer().write(ticket, "Again!").orElseThrow();

        assertThat(shop.collaborators(ticket)).containsExactly(BO, CY);
        assertThat(shop.entries(ticket, EntryKind.COLLABORATION_ENDED))
                .singleElement()
                .satisfies(entry -> assertThat(entry.facts().toString()).contains(EndReason.OVER_LIMIT.name()));
        assertThat(reason(shop.agent(MO).view(ticket))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(reason(shop.agent(BO).view(ticket))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(shop.agent(CY).reply(ticket, "Yes.").isDone()).isTrue();
        assertThat(reason(shop.agent(ASHA).addCollaborator(ticket, FIN))).isEqualTo(Reason.LIMIT_REACHED);
        shop.people.change(BO, person -> person.active(true));
        assertThat(shop.agent(BO).reply(ticket, "Back.").isDone()).isTrue();
        assertFolds(ticket);
    }

    @Test
    @DisplayName(
            "B-22 B-24 B-28 B-45 B-46 given Bo is on for ten minutes, when they are over while he writes, then he is a"
                    + " stranger to acts, notes and mentions before any entry says so, and his being added again is new")
    void aTimeBoxRunsOut() {
        shop.policy(policy ->
                policy.withRules(AddRule.allow("briefly", Adder.ASSIGNEE).lasting(Duration.ofMinutes(10))));
        var chat = shop.assignedWith(BO, CY);
        var first = shop.head(chat).collaborationOf(BO).orElseThrow().id();
        shop.time.advance(Duration.ofMinutes(10));
        var before = Story.stored(shop, chat);

        assertThat(reason(shop.agent(BO).reply(chat, "Done?"))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(shop.collaborators(chat)).isEmpty();
        assertThat(shop.agent(BO)
                        .conversations(ListKind.COLLABORATING, ListRequest.first(5))
                        .rows())
                .isEmpty();
        assertThat(shop.agent(ASHA).note(chat, NoteDraft.of("Bo?").to(BO)))
                .isEqualTo(Outcome.rejected(Reason.NOT_ON_CONVERSATION, new Details.Agents(List.of(BO))));
        assertThat(shop.agent(ASHA).note(chat, NoteDraft.of("Bo?").mentioning(BO)))
                .isEqualTo(Outcome.rejected(Reason.MENTION_REFUSED, new Details.Agents(List.of(BO))));
        assertThat(reason(shop.agent(ASHA).removeCollaborator(chat, BO))).isEqualTo(Reason.NOT_A_COLLABORATOR);
        assertThat(Story.stored(shop, chat)).isEqualTo(before);

        assertThat(shop.add(chat, BO).known()).isFalse();
        assertThat(shop.head(chat).collaborationOf(BO).orElseThrow().id()).isNotEqualTo(first);
        assertThat(shop.entries(chat, EntryKind.COLLABORATION_ENDED)).hasSize(2);
        assertThat(shop.agent(BO).reply(chat, "Once more.").isDone()).isTrue();
        assertFolds(chat);
    }

    @Test
    @DisplayName(
            "B-26 B-48 B-54 B-62 B-64 given Bo wrote a note and a reply, when he is lowered, suspended and resumed, and"
                    + " time runs out, then he takes back what he still may, admins the rest, and whoever is outside nothing")
    void takingBack() {
        var ticket = shop.assignedTicket();
        shop.add(ticket, BO);
        long note = shop.agent(BO).note(ticket, "Note.").orElseThrow().sequence();
        long reply = shop.agent(BO).reply(ticket, "Reply.").orElseThrow().sequence();
        shop.agent(ASHA).changeLevel(ticket, BO, Level.OBSERVER).orElseThrow();
        assertThat(shop.agent(BO).redact(ticket, note).isDone()).isTrue();
        assertThat(reason(shop.agent(SUE).redact(ticket, reply))).isEqualTo(Reason.NOT_PERMITTED);
        shop.agent(ASHA).resolve(ticket).orElseThrow();
        shop.time.advance(Duration.ofMinutes(15).plusMillis(1));
        assertThat(reason(shop.agent(BO).redact(ticket, reply)))
                .as("he is suspended, which reads on and acts not")
                .isEqualTo(Reason.WRONG_STATE);
        shop.agent(ASHA).reopen(ticket).orElseThrow();
        assertThat(reason(shop.agent(BO).redact(ticket, reply))).isEqualTo(Reason.TOO_LATE);
        shop.agent(SUE).close(ticket).orElseThrow();
        assertThat(reason(shop.agent(BO).redact(ticket, reply))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(reason(shop.agent(ZED).redact(ticket, reply))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        long version = shop.customer().view(ticket).orElseThrow().version();

        assertThat(shop.agent(ADA).redact(ticket, reply).isDone()).isTrue();

        assertThat(shop.customer().view(ticket).orElseThrow().version()).isGreaterThan(version);
        assertThat(Story.messages(shop, ticket).get(1).text()).isEmpty();
        assertThat(shop.entries(ticket).toString()).doesNotContain("Reply.", "Note.");
        assertFolds(ticket);
    }

    @Test
    @DisplayName(
            "B-9 B-65 B-70 B-73 given Bo muted the chat, when it is handed to him and back, then while it is his he hears"
                    + " that the customer wrote, before and after he does not, and only a collaborator sets or ends a mute")
    void muteAndAssignee() {
        var chat = shop.assignedWith(BO);
        assertThat(reason(shop.agent(ASHA).mute(chat, true))).isEqualTo(Reason.NOT_A_PARTICIPANT);
        shop.agent(BO).mute(chat, true).orElseThrow();
        wrote(chat, "Before.");
        shop.agent(ASHA).transferAndStay(chat, BO).orElseThrow();
        assertThat(reason(shop.agent(BO).mute(chat, false))).isEqualTo(Reason.NOT_A_PARTICIPANT);
        wrote(chat, "While.");
        shop.agent(BO).transferAndStay(chat, ASHA).orElseThrow();
        wrote(chat, "After.");

        assertThat(heard(BO)).containsExactly("While.");
        assertThat(heard(ASHA)).containsExactly("Before.", "While.", "After.");
        shop.agent(BO).mute(chat, false).orElseThrow();
        wrote(chat, "At last.");
        assertThat(heard(BO)).containsExactly("While.", "At last.");
        assertFolds(chat);
    }

    /** Carl writes, and whoever is to hear of it does. */
    private void wrote(ConversationId conversation, String text) {
        shop.customer().write(conversation, text).orElseThrow();
        while (relay.pumpOnce() > 0) {
            // Until nothing is left.
        }
    }

    private List<String> heard(AgentId agent) {
        return notifier.toAgent(agent).stream()
                .filter(told -> told.kind() == NotificationKind.CUSTOMER_WROTE)
                .map(told -> told.text())
                .toList();
    }

    private void assertFolds(ConversationId conversation) {
        assertThat(Story.folded(shop, conversation)).isEqualTo(shop.head(conversation));
    }
}
