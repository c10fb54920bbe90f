package dev.collab.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.collaboration.AddOptions;
import dev.collab.conversation.NoteDraft;
import dev.collab.model.AgentId;
import dev.collab.model.ConversationId;
import dev.collab.model.GroupReading;
import dev.collab.model.HistoryWindow;
import dev.collab.model.Level;
import dev.collab.outcome.Details;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Asha is assigned, Bo and Cy collaborate; supervisor, admin, the group and the inbox read from outside. */
class NotesTest {
    private static final String TEXT = "The customer is a friend of the owner.";
    private static final List<AgentId> READERS =
            List.of(Shop.ASHA, Shop.BO, Shop.CY, Shop.SUE, Shop.ADA, Shop.FIN, Shop.MO);

    private final Shop shop = Shop.open().conversations(policy -> policy.withReading(GroupReading.ALL, true));
    private final ConversationId ticket = shop.claimed(shop.ticket());

    NotesTest() {
        shop.add(ticket, Shop.BO);
        shop.add(ticket, Shop.CY);
    }

    @Test
    @DisplayName("B-45 unless said otherwise every agent who reads the conversation reads a note, the customer never")
    void aNoteIsForEveryone() {
        note(Shop.BO, NoteDraft.of(TEXT));

        assertThat(whoReads()).containsExactlyInAnyOrderElementsOf(READERS);
        assertThat(Story.customerTexts(shop, ticket)).doesNotContain(TEXT);
    }

    @Test
    @DisplayName("B-45 a note to the assignee is read by the assignee, its author and admins only")
    void aNoteToTheAssignee() {
        note(Shop.BO, NoteDraft.of(TEXT).toAssignee());

        assertThat(whoReads()).containsExactlyInAnyOrder(Shop.ASHA, Shop.BO, Shop.ADA);
        assertThat(Story.customerTexts(shop, ticket)).doesNotContain(TEXT);
    }

    @Test
    @DisplayName("B-45 a note to named agents is read by them, its author and admins only, not by the assignee")
    void aNoteToNamedAgents() {
        note(Shop.BO, NoteDraft.of(TEXT).to(Shop.CY));

        assertThat(whoReads()).containsExactlyInAnyOrder(Shop.BO, Shop.CY, Shop.ADA);
        assertThat(Story.customerTexts(shop, ticket)).doesNotContain(TEXT);
    }

    @Test
    @DisplayName("B-45 the assignee may address named agents as well")
    void theAssigneeNamesSomebody() {
        note(Shop.ASHA, NoteDraft.of(TEXT).to(Shop.BO));

        assertThat(whoReads()).containsExactlyInAnyOrder(Shop.ASHA, Shop.BO, Shop.ADA);
    }

    @Test
    @DisplayName("B-45 to the assignee means the role: after a transfer the new one reads it, the old one does not")
    void theRoleMoves() {
        note(Shop.BO, NoteDraft.of(TEXT).toAssignee());

        shop.agent(Shop.ASHA).transferAndStay(ticket, Shop.FIN).orElseThrow();

        assertThat(whoReads()).containsExactlyInAnyOrder(Shop.FIN, Shop.BO, Shop.ADA);
    }

    @Test
    @DisplayName("B-45 while nobody is assigned only the author and admins read a note to the assignee")
    void nobodyHasTheRole() {
        note(Shop.BO, NoteDraft.of(TEXT).toAssignee());

        shop.agent(Shop.ASHA).release(ticket).orElseThrow();

        assertThat(whoReads()).containsExactlyInAnyOrder(Shop.BO, Shop.ADA);
    }

    @Test
    @DisplayName(
            "B-45 the assignee of before keeps what they wrote or was named to them, and loses what was for the role")
    void namesStayRolesGo() {
        note(Shop.BO, NoteDraft.of(TEXT).to(Shop.ASHA));
        note(Shop.BO, NoteDraft.of("For whoever is assigned").toAssignee());

        shop.agent(Shop.ASHA).transferAndStay(ticket, Shop.CY).orElseThrow();

        assertThat(Story.texts(shop, Shop.ASHA, ticket)).contains(TEXT).doesNotContain("For whoever is assigned");
        assertThat(Story.texts(shop, Shop.CY, ticket))
                .contains("For whoever is assigned")
                .doesNotContain(TEXT);
    }

    @Test
    @DisplayName("B-45 an author who becomes the assignee still reads what they wrote to others")
    void anAuthorWhoIsAssignedReadsTheirNote() {
        note(Shop.BO, NoteDraft.of(TEXT).to(Shop.CY));

        shop.agent(Shop.ASHA).transfer(ticket, Shop.BO).orElseThrow();

        assertThat(whoReads()).containsExactlyInAnyOrder(Shop.BO, Shop.CY, Shop.ADA);
    }

    @Test
    @DisplayName("B-45 author and named agents read a note only as long as they have access")
    void accessComesFirst() {
        note(Shop.BO, NoteDraft.of(TEXT).to(Shop.CY));

        shop.agent(Shop.ASHA).removeCollaborator(ticket, Shop.CY).orElseThrow();
        shop.agent(Shop.BO).leave(ticket).orElseThrow();

        assertThat(whoReads()).containsExactlyInAnyOrder(Shop.ADA);
    }

    @Test
    @DisplayName("B-45 an agent who is added again does not read what was named to them before their window")
    void theWindowHoldsForNamedNotes() {
        note(Shop.BO, NoteDraft.of(TEXT).to(Shop.CY));
        shop.agent(Shop.ASHA).removeCollaborator(ticket, Shop.CY).orElseThrow();
        shop.agent(Shop.ASHA)
                .addCollaborator(ticket, Shop.CY, AddOptions.NONE.reading(HistoryWindow.FROM_ADD))
                .orElseThrow();
        note(Shop.BO, NoteDraft.of("After the add").to(Shop.CY));

        assertThat(Story.texts(shop, Shop.CY, ticket)).containsExactly("After the add");
    }

    @Test
    @DisplayName("B-45 only agents on the conversation can be named; the refusal lists all others")
    void strangersCannotBeNamed() {
        var before = Story.stored(shop, ticket);

        var refused = shop.agent(Shop.BO).note(ticket, NoteDraft.of(TEXT).to(Shop.CY, Shop.ZED, Shop.SUE, Shop.ASHA));

        assertThat(refused)
                .isEqualTo(
                        Outcome.rejected(Reason.NOT_ON_CONVERSATION, new Details.Agents(List.of(Shop.SUE, Shop.ZED))));
        assertThat(Story.stored(shop, ticket)).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("B-45 whoever may write notes may address them, and an OBSERVER may not write any")
    void theLevelDecidesWhoWrites(Level level) {
        shop.agent(Shop.BO).leave(ticket).orElseThrow();
        shop.agent(Shop.ASHA)
                .addCollaborator(ticket, Shop.BO, AddOptions.at(level))
                .orElseThrow();

        var answers = List.of(
                shop.agent(Shop.BO).note(ticket, TEXT),
                shop.agent(Shop.BO).note(ticket, NoteDraft.of(TEXT).toAssignee()),
                shop.agent(Shop.BO).note(ticket, NoteDraft.of(TEXT).to(Shop.CY)));

        if (level == Level.OBSERVER) {
            assertThat(answers)
                    .allSatisfy(answer -> assertThat(Shop.reason(answer)).isEqualTo(Reason.NOT_PERMITTED));
        } else {
            assertThat(answers).allMatch(Outcome::isDone);
        }
    }

    private void note(AgentId author, NoteDraft draft) {
        shop.agent(author).note(ticket, draft).orElseThrow();
    }

    private Set<AgentId> whoReads() {
        var readers = new TreeSet<AgentId>();
        for (var agent : READERS) {
            if (Story.texts(shop, agent, ticket).contains(TEXT)) {
                readers.add(agent);
            }
        }
        return readers;
    }
}
