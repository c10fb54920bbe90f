package dev.collab.rules;

import static dev.collab.rules.Shop.ADA;
import static dev.collab.rules.Shop.ASHA;
import static dev.collab.rules.Shop.BO;
import static dev.collab.rules.Shop.CY;
import static dev.collab.rules.Shop.FIN;
import static dev.collab.rules.Shop.FOOTWEAR;
import static dev.collab.rules.Shop.NOBODY;
import static dev.collab.rules.Shop.SUE;
import static dev.collab.rules.Shop.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.CandidateSearch;
import dev.collab.collaboration.AddOptions;
import dev.collab.collaboration.Candidate;
import dev.collab.collaboration.Collaborator;
import dev.collab.collaboration.CollaboratorField;
import dev.collab.model.AddRule;
import dev.collab.model.Adder;
import dev.collab.model.AgentId;
import dev.collab.model.ConversationId;
import dev.collab.model.Level;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("While collaboration is")
class EnablingTest {
    private static final AddRule ASKING =
            AddRule.allow("ask first", Adder.ASSIGNEE, Adder.ADMIN).byInvitation();

    @Test
    @DisplayName("B-2 off, a direct add is refused, whoever adds whom")
    void directAdd() {
        var shop = Shop.untouched();
        var chat = shop.assigned();

        for (var adder : List.of(ASHA, SUE, ADA)) {
            for (var candidate : List.of(BO, ASHA, ADA, NOBODY)) {
                assertOff(shop.agent(adder).addCollaborator(chat, candidate));
            }
        }
        assertOff(shop.agent(ASHA).addCollaborator(chat, BO, AddOptions.at(Level.OBSERVER)));
    }

    @Test
    @DisplayName("B-2 off, an invitation by rule is refused")
    void invitation() {
        var shop = Shop.ruledBy(ASKING);
        var chat = shop.assigned();
        shop.admin().disableCollaboration().orElseThrow();

        assertOff(shop.agent(ASHA).addCollaborator(chat, BO, AddOptions.NONE.asking("Which charger?")));

        assertThat(shop.head(chat).invitations()).isEmpty();
    }

    @Test
    @DisplayName("B-2 off, a lead cannot join")
    void join() {
        var shop = Shop.untouched();
        var chat = shop.assigned();

        assertOff(shop.agent(SUE).join(chat));
        assertOff(shop.agent(ADA).join(chat));
    }

    @Test
    @DisplayName("B-2 off, a transfer that keeps its author is refused as a whole; a plain one goes on")
    void transferAndStay() {
        var shop = Shop.untouched();
        var chat = shop.assigned();

        assertOff(shop.agent(ASHA).transferAndStay(chat, FIN));
        assertOff(shop.agent(ASHA).transferAndStay(chat, FOOTWEAR));

        assertThat(shop.head(chat).assignee()).isEqualTo(ASHA);
        assertThat(shop.agent(ASHA).transfer(chat, FIN).isDone()).isTrue();
    }

    @Test
    @DisplayName("B-2 off, nobody is found")
    void candidates() {
        var shop = Shop.untouched();
        var chat = shop.assigned();

        assertOff(shop.agent(ASHA).candidates(chat, CandidateSearch.of("", 10)));
        assertOff(shop.agent(ADA).candidates(chat, CandidateSearch.of("Bo", 10)));
    }

    @Test
    @DisplayName("B-2 off, the reason is the same in every state of the conversation")
    void everyState() {
        var shop = Shop.untouched();
        var queued = shop.chat();
        var resolved = shop.assigned();
        shop.agent(ASHA).resolve(resolved).orElseThrow();
        var closed = shop.assigned();
        shop.agent(ADA).close(closed).orElseThrow();

        for (var chat : List.of(queued, resolved, closed)) {
            assertOff(shop.agent(ADA).addCollaborator(chat, BO));
            assertOff(shop.agent(ADA).join(chat));
            assertThat(field(shop, ADA, chat).whyNot()).contains(Reason.COLLABORATION_OFF);
        }
    }

    @Test
    @DisplayName("B-2 off, the agent's view says that the collaborator field is hidden")
    void hidden() {
        var shop = Shop.untouched();
        var chat = shop.assigned();

        for (var viewer : List.of(ASHA, SUE, ADA)) {
            assertThat(field(shop, viewer, chat))
                    .isEqualTo(new CollaboratorField(
                            false, false, Optional.of(Reason.COLLABORATION_OFF), List.of(), List.of()));
        }
    }

    @Test
    @DisplayName("B-2 off again, every way is refused and nothing is written")
    void offAgain() {
        var shop = Shop.open();
        var chat = shop.assigned();
        shop.admin().disableCollaboration().orElseThrow();
        var before = shop.entries(chat);

        assertOff(shop.agent(ASHA).addCollaborator(chat, BO));
        assertOff(shop.agent(SUE).join(chat));
        assertOff(shop.agent(ASHA).transferAndStay(chat, FIN));

        assertThat(shop.entries(chat)).isEqualTo(before);
    }

    @Test
    @DisplayName("B-2 off, whoever cannot read the conversation learns nothing, not even that")
    void strangers() {
        var shop = Shop.untouched();
        var chat = shop.assigned();

        assertThat(reason(shop.agent(BO).addCollaborator(chat, CY))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(reason(shop.agent(BO).join(chat))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(reason(shop.agent(BO).candidates(chat, CandidateSearch.of("", 10))))
                .isEqualTo(Reason.UNKNOWN_CONVERSATION);
    }

    @Test
    @DisplayName("B-3 on, the field says whether this viewer can edit it, and why not if not")
    void editable() {
        var shop = Shop.open();
        var chat = shop.assignedWith(BO);

        assertThat(field(shop, ASHA, chat).editable()).isTrue();
        assertThat(field(shop, SUE, chat).editable()).isTrue();
        assertThat(field(shop, ASHA, chat).whyNot()).isEmpty();
        assertNotEditable(field(shop, BO, chat), Reason.NOT_PERMITTED);
    }

    @Test
    @DisplayName("B-3 on, the field names the state that forbids an add")
    void editableByState() {
        var shop = Shop.open();
        var queued = shop.chat();
        var resolved = shop.assignedTicket();
        shop.agent(ASHA).resolve(resolved).orElseThrow();

        assertNotEditable(field(shop, FIN, queued), Reason.NO_ASSIGNEE);
        assertNotEditable(field(shop, ASHA, resolved), Reason.WRONG_STATE);
    }

    @Test
    @DisplayName("B-3 on, the field says who collaborates now, oldest first, and since when by whom")
    void collaborators() {
        var shop = Shop.open();
        var chat = shop.assigned();
        var since = shop.time.instant();
        shop.add(chat, CY);
        shop.agent(SUE).join(chat).orElseThrow();
        shop.add(chat, BO);
        shop.agent(ASHA).removeCollaborator(chat, SUE).orElseThrow();

        var shown = field(shop, BO, chat).collaborators();

        assertThat(shown).extracting(Collaborator::agent).containsExactly(CY, BO);
        assertThat(shown.get(0)).satisfies(cy -> {
            assertThat(cy.name()).isEqualTo("Cy");
            assertThat(cy.level()).isEqualTo(Level.RESPONDER);
            assertThat(cy.addedBy().isAgent(ASHA)).isTrue();
            assertThat(cy.since()).isEqualTo(since);
            assertThat(cy.until()).isEmpty();
            assertThat(cy.suspended()).isFalse();
            assertThat(cy.escalation()).isFalse();
        });
    }

    @Test
    @DisplayName("B-3 on, candidates are searched by name, as many as asked for")
    void search() {
        var shop = Shop.open();
        var chat = shop.assigned();

        assertThat(found(shop, chat, "f", 10)).containsExactly(FIN);
        assertThat(found(shop, chat, "", 3)).containsExactly(ADA, BO, CY);
        assertThat(found(shop, chat, "nobody", 10)).isEmpty();
    }

    private static List<AgentId> found(Shop shop, ConversationId chat, String text, int limit) {
        return shop.agent(ASHA).candidates(chat, CandidateSearch.of(text, limit)).orElseThrow().candidates().stream()
                .map(Candidate::agent)
                .toList();
    }

    private static CollaboratorField field(Shop shop, AgentId viewer, ConversationId chat) {
        return shop.agent(viewer).view(chat).orElseThrow().collaborators();
    }

    private static void assertNotEditable(CollaboratorField field, Reason whyNot) {
        assertThat(field.visible()).isTrue();
        assertThat(field.editable()).isFalse();
        assertThat(field.whyNot()).contains(whyNot);
    }

    private static <T> void assertOff(Outcome<T> outcome) {
        assertThat(outcome).isEqualTo(Outcome.<T>rejected(Reason.COLLABORATION_OFF));
    }
}
