package dev.collab.rules;

import static dev.collab.rules.Shop.ADA;
import static dev.collab.rules.Shop.ASHA;
import static dev.collab.rules.Shop.BO;
import static dev.collab.rules.Shop.CY;
import static dev.collab.rules.Shop.FIN;
import static dev.collab.rules.Shop.MO;
import static dev.collab.rules.Shop.NOBODY;
import static dev.collab.rules.Shop.SUE;
import static dev.collab.rules.Shop.ZED;
import static dev.collab.rules.Shop.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.collaboration.AddOptions;
import dev.collab.model.AddRule;
import dev.collab.model.Adder;
import dev.collab.model.AgentId;
import dev.collab.model.ConversationId;
import dev.collab.model.EntryKind;
import dev.collab.model.GroupReading;
import dev.collab.model.Level;
import dev.collab.outcome.Reason;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Taking part ends:")
class LeavingTest {
    /** Assignee and collaborators add anybody. */
    private final Shop shop =
            Shop.ruledBy(AddRule.allow("all", Adder.ASSIGNEE, Adder.COLLABORATOR, Adder.SUPERVISOR, Adder.ADMIN));

    @Test
    @DisplayName("B-25 a collaborator leaves, at any level, also when the conversation is resolved")
    void leaves() {
        for (var level : Level.values()) {
            var ticket = shop.assignedTicket();
            shop.agent(ASHA).addCollaborator(ticket, BO, AddOptions.at(level)).orElseThrow();
            shop.agent(ASHA).addCollaborator(ticket, CY).orElseThrow();

            shop.agent(BO).leave(ticket).orElseThrow();
            assertEnded(ticket, BO, "LEFT", BO);

            shop.agent(ASHA).resolve(ticket).orElseThrow();
            shop.agent(CY).leave(ticket).orElseThrow();
            assertEnded(ticket, CY, "LEFT", CY);
        }
    }

    @Test
    @DisplayName("B-25 nobody leaves who does not collaborate")
    void nobodyElseLeaves() {
        shop.conversations(now -> now.withReading(GroupReading.ALL, false));
        var chat = shop.assignedWith(BO);
        shop.agent(BO).leave(chat).orElseThrow();

        assertThat(reason(shop.agent(BO).leave(chat))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(reason(shop.agent(ZED).leave(chat))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(reason(shop.agent(FIN).leave(chat))).isEqualTo(Reason.NOT_A_PARTICIPANT);
        assertThat(reason(shop.agent(SUE).leave(chat))).isEqualTo(Reason.NOT_A_PARTICIPANT);
        assertThat(reason(shop.agent(ASHA).leave(chat))).isEqualTo(Reason.NOT_PERMITTED);
    }

    @Test
    @DisplayName("B-25 assignee and leads remove anybody, whoever added them")
    void assigneeAndLeads() {
        for (var remover : List.of(ASHA, SUE, ADA)) {
            var chat = shop.assignedWith(BO);
            shop.agent(BO).addCollaborator(chat, CY).orElseThrow();

            shop.agent(remover).removeCollaborator(chat, CY).orElseThrow();
            assertEnded(chat, CY, "REMOVED", remover);
            shop.agent(remover).removeCollaborator(chat, BO).orElseThrow();
            assertEnded(chat, BO, "REMOVED", remover);
        }
    }

    @Test
    @DisplayName("B-25 a collaborator removes those they added themselves, and nobody else")
    void collaborators() {
        var chat = shop.assignedWith(BO, MO);
        shop.agent(BO).addCollaborator(chat, CY).orElseThrow();
        shop.agent(SUE).join(chat).orElseThrow();

        for (var other : List.of(MO, SUE)) {
            assertThat(reason(shop.agent(BO).removeCollaborator(chat, other))).isEqualTo(Reason.NOT_PERMITTED);
        }
        assertThat(reason(shop.agent(MO).removeCollaborator(chat, CY))).isEqualTo(Reason.NOT_PERMITTED);
        assertThat(reason(shop.agent(CY).removeCollaborator(chat, BO))).isEqualTo(Reason.NOT_PERMITTED);

        shop.agent(BO).removeCollaborator(chat, CY).orElseThrow();
        assertEnded(chat, CY, "REMOVED", BO);
        assertThat(shop.collaborators(chat)).containsExactly(BO, MO, SUE);
    }

    @Test
    @DisplayName("B-25 those they added in a former collaboration are still those they added themselves")
    void addedBefore() {
        var chat = shop.assignedWith(BO);
        shop.agent(BO).addCollaborator(chat, CY).orElseThrow();
        shop.agent(BO).leave(chat).orElseThrow();
        assertThat(reason(shop.agent(BO).removeCollaborator(chat, CY))).isEqualTo(Reason.UNKNOWN_CONVERSATION);

        shop.add(chat, BO);

        assertThat(shop.agent(BO).removeCollaborator(chat, CY).isDone()).isTrue();
    }

    @Test
    @DisplayName("B-25 nobody removes who neither leads nor takes part")
    void outsiders() {
        shop.conversations(now -> now.withReading(GroupReading.ALL, true));
        var chat = shop.assignedWith(BO);

        assertThat(reason(shop.agent(FIN).removeCollaborator(chat, BO))).isEqualTo(Reason.NOT_PERMITTED);
        assertThat(reason(shop.agent(MO).removeCollaborator(chat, BO))).isEqualTo(Reason.NOT_PERMITTED);
        assertThat(reason(shop.agent(CY).removeCollaborator(chat, BO))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(shop.collaborators(chat)).containsExactly(BO);
    }

    @Test
    @DisplayName("B-25 the assignee is not removed, whoever tries")
    void assignee() {
        var chat = shop.assignedWith(BO);

        for (var remover : List.of(ASHA, SUE, ADA, BO)) {
            assertThat(reason(shop.agent(remover).removeCollaborator(chat, ASHA)))
                    .isEqualTo(Reason.IS_ASSIGNEE);
        }
        assertThat(shop.head(chat).assignee()).isEqualTo(ASHA);
    }

    @Test
    @DisplayName("B-25 whoever is not on the conversation is not removed")
    void notOnIt() {
        var chat = shop.assignedWith(BO);
        shop.agent(ASHA).removeCollaborator(chat, BO).orElseThrow();
        var before = shop.entries(chat);

        for (var stranger : List.of(BO, CY, SUE, NOBODY)) {
            assertThat(reason(shop.agent(ASHA).removeCollaborator(chat, stranger)))
                    .isEqualTo(Reason.NOT_A_COLLABORATOR);
        }
        assertThat(shop.entries(chat)).isEqualTo(before);
    }

    @Test
    @DisplayName("B-25 a collaborator who removes themselves leaves, whoever added them")
    void removesThemselves() {
        var chat = shop.assignedWith(BO);

        shop.agent(BO).removeCollaborator(chat, BO).orElseThrow();

        assertEnded(chat, BO, "LEFT", BO);
    }

    @Test
    @DisplayName("B-25 on a resolved conversation assignee and leads still remove, the suspended only leave")
    void resolved() {
        var ticket = shop.assignedTicket();
        shop.add(ticket, BO);
        shop.agent(BO).addCollaborator(ticket, CY).orElseThrow();
        shop.agent(ASHA).resolve(ticket).orElseThrow();

        assertThat(reason(shop.agent(BO).removeCollaborator(ticket, CY))).isEqualTo(Reason.WRONG_STATE);
        shop.agent(ASHA).removeCollaborator(ticket, CY).orElseThrow();
        assertEnded(ticket, CY, "REMOVED", ASHA);
        shop.agent(BO).leave(ticket).orElseThrow();
        assertEnded(ticket, BO, "LEFT", BO);
    }

    @Test
    @DisplayName("B-25 on a closed conversation there is nothing left to remove")
    void closed() {
        var chat = shop.assignedWith(BO);
        shop.agent(ADA).close(chat).orElseThrow();

        assertThat(reason(shop.agent(ASHA).removeCollaborator(chat, BO))).isEqualTo(Reason.WRONG_STATE);
        assertThat(reason(shop.agent(ADA).removeCollaborator(chat, BO))).isEqualTo(Reason.WRONG_STATE);
        assertThat(reason(shop.agent(BO).leave(chat))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
    }

    @Test
    @DisplayName("B-25 an invitation is taken back by whoever invited, by assignee and leads, and by nobody else")
    void invitations() {
        var chat = shop.assignedWith(BO, MO);
        shop.policy(policy ->
                policy.withRules(AddRule.allow("ask first", Adder.COLLABORATOR).byInvitation()));
        for (var remover : List.of(BO, ASHA, SUE, ADA)) {
            shop.agent(BO).addCollaborator(chat, CY).orElseThrow();
            assertThat(reason(shop.agent(MO).removeCollaborator(chat, CY))).isEqualTo(Reason.NOT_PERMITTED);

            shop.agent(remover).removeCollaborator(chat, CY).orElseThrow();

            assertThat(shop.head(chat).invitations()).isEmpty();
            assertThat(shop.lastEntry(chat)).satisfies(entry -> {
                assertThat(entry.kind()).isEqualTo(EntryKind.INVITATION_ENDED);
                assertThat(entry.facts()).containsEntry("reason", "WITHDRAWN");
                assertThat(entry.author().isAgent(remover)).isTrue();
            });
        }
    }

    @Test
    @DisplayName("B-30 those whom an adder added stay when the adder leaves, is removed or takes over")
    void adderGoes() {
        var left = withCyAddedByBo();
        shop.agent(BO).leave(left).orElseThrow();
        var removed = withCyAddedByBo();
        shop.agent(ASHA).removeCollaborator(removed, BO).orElseThrow();
        var takenOver = withCyAddedByBo();
        shop.agent(ASHA).transfer(takenOver, BO).orElseThrow();

        for (var chat : List.of(left, removed, takenOver)) {
            assertThat(shop.head(chat).collaborations())
                    .extracting(grant -> grant.agent())
                    .containsExactly(CY);
            assertThat(shop.agent(CY).reply(chat, "The USB-C one.").isDone()).isTrue();
        }
    }

    @Test
    @DisplayName("B-30 those whom an adder added stay when the adder loses their rights")
    void adderLosesRights() {
        var deactivated = withCyAddedByBo();
        shop.people.deactivate(BO);
        assertThat(shop.agent(CY).reply(deactivated, "The USB-C one.").isDone()).isTrue();
        shop.people.remove(BO);
        assertThat(shop.agent(CY).reply(deactivated, "Or the old one.").isDone())
                .isTrue();

        var handedOver = shop.assignedWith(CY);
        shop.agent(ASHA).transfer(handedOver, FIN).orElseThrow();
        assertThat(shop.agent(CY).reply(handedOver, "The USB-C one.").isDone()).isTrue();

        var byLead = shop.assigned();
        shop.agent(ADA).addCollaborator(byLead, CY).orElseThrow();
        shop.people.deactivate(ADA);
        assertThat(shop.agent(CY).reply(byLead, "The USB-C one.").isDone()).isTrue();
    }

    private ConversationId withCyAddedByBo() {
        var chat = shop.assignedWith(BO);
        shop.agent(BO).addCollaborator(chat, CY).orElseThrow();
        return chat;
    }

    private void assertEnded(ConversationId conversation, AgentId agent, String reason, AgentId by) {
        assertThat(shop.head(conversation).collaborationOf(agent)).isEmpty();
        assertThat(shop.lastEntry(conversation)).satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(EntryKind.COLLABORATION_ENDED);
            assertThat(entry.facts()).containsEntry("agent", agent.value()).containsEntry("reason", reason);
            assertThat(entry.author().isAgent(by)).isTrue();
        });
        assertThat(reason(shop.timeline(agent, conversation))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
    }
}
