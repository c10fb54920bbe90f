package dev.collab.tck.scenario;

import static dev.collab.tck.scenario.Workshop.ADMIN;
import static dev.collab.tck.scenario.Workshop.BUYER;
import static dev.collab.tck.scenario.Workshop.CHIEF;
import static dev.collab.tck.scenario.Workshop.COUNTER;
import static dev.collab.tck.scenario.Workshop.DEPOT;
import static dev.collab.tck.scenario.Workshop.HELPER;
import static dev.collab.tck.scenario.Workshop.LEAD;
import static dev.collab.tck.scenario.Workshop.OWNER;
import static dev.collab.tck.scenario.Workshop.PARTS;
import static dev.collab.tck.scenario.Workshop.PEER;
import static dev.collab.tck.scenario.Workshop.QUESTION;
import static dev.collab.tck.scenario.Workshop.REPAIRS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.collab.conversation.ImportedConversation;
import dev.collab.conversation.ImportedEntry;
import dev.collab.model.AddRule;
import dev.collab.model.Adder;
import dev.collab.model.AgentId;
import dev.collab.model.CaseFacts;
import dev.collab.model.Channel;
import dev.collab.model.ConversationStatus;
import dev.collab.model.EntryKind;
import dev.collab.outcome.CommandOutcomeUnknownException;
import dev.collab.outcome.Reason;
import dev.collab.spi.ConversationQuery.ListKind;
import dev.collab.tck.suite.Chapter;
import dev.collab.tck.suite.Clause;
import dev.collab.tck.suite.StorageBench;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Tells of conversations that go elsewhere, or come from there. */
public abstract class MovingSuite extends ScenarioSuite {
    /**
     * Makes a suite.
     *
     * @param bench the storage under test
     */
    protected MovingSuite(StorageBench bench) {
        super(bench);
    }

    @Test
    @DisplayName(
            "B-66 moved, the other inbox's policy decides who stays; the preview says it before and the outcome after")
    @Clause(value = "ConversationStore.commit", read = Chapter.RULES)
    void moved() {
        var workshop = workshop().depotOpen();
        var desk = workshop.collab.admin(CHIEF).inbox(DEPOT);
        var depot = desk.settings().orElseThrow();
        desk.change(depot.withCollaboration(depot.collaboration()
                        .withRules(AddRule.allow("parts", Adder.ASSIGNEE).toAdd(PARTS))))
                .orElseThrow();
        var chat = workshop.chat(HELPER, PEER);

        var preview =
                workshop.agent(LEAD).previewMove(chat, DEPOT, Optional.empty()).orElseThrow();
        var moved = workshop.agent(LEAD).move(chat, DEPOT, Optional.empty()).orElseThrow();

        assertThat(preview.leaving()).containsExactly(PEER).isEqualTo(moved.left());
        assertThat(workshop.texts(PEER, chat)).isEmpty();
        assertThat(workshop.list(HELPER, ListKind.COLLABORATING)).containsExactly(chat);
        assertThat(workshop.list(CHIEF, ListKind.ALL)).containsExactly(chat);
        assertThat(workshop.list(ADMIN, ListKind.ALL)).isEmpty();
        assertThat(workshop.buyerReads(chat)).containsExactly(QUESTION);
    }

    @Test
    @DisplayName(
            "B-67 a merge links: the source is closed and readable, commands go to the target, helpers join there from the merge on")
    @Clause(value = "ConversationStore.commit", read = Chapter.RULES)
    void merged() {
        var workshop = workshop();
        var source = workshop.chat(HELPER);
        var target = workshop.chat();
        workshop.agent(OWNER).note(target, "Before the merge").orElseThrow();

        var merged = workshop.agent(LEAD).merge(source, target).orElseThrow();
        workshop.buyer().write(source, "Here I am").orElseThrow();

        assertThat(merged.joined()).containsExactly(HELPER);
        assertThat(workshop.buyer().view(source).orElseThrow().mergedInto()).contains(target);
        assertThat(workshop.buyerReads(source)).containsExactly(QUESTION);
        assertThat(workshop.buyerReads(target)).containsExactly(QUESTION, "Here I am");
        assertThat(workshop.texts(HELPER, target)).containsExactly("Here I am");
        assertThat(workshop.list(HELPER, ListKind.COLLABORATING)).containsExactly(target);
        assertThat(workshop.texts(OWNER, target)).contains("Before the merge");
    }

    @Test
    @DisplayName("B-67 a merge that was cut between its two commits is completed by a repetition, once")
    @Clause(value = "ConversationStore.commit", read = Chapter.RULES)
    void mergeWasCut() {
        var workshop = workshop();
        var source = workshop.chat(HELPER);
        var target = workshop.chat();
        assertThatThrownBy(() -> workshop.host(Disturbed.cutOff(workshop.storage))
                        .agent(LEAD)
                        .merge(source, target))
                .isInstanceOf(CommandOutcomeUnknownException.class);
        assertThat(workshop.head(source).status()).isEqualTo(ConversationStatus.CLOSED);

        for (int repetition = 0; repetition < 2; repetition++) {
            workshop.agent(LEAD).merge(source, target).orElseThrow();
        }

        assertThat(workshop.collaborators(target)).containsExactly(HELPER);
        assertThat(workshop.kinds(target)).containsOnlyOnce(EntryKind.MERGED_FROM);
    }

    @Test
    @DisplayName("B-37 B-38 what is imported is each side's as it was, tells nobody, and goes on where a batch was cut")
    @Clause(value = "ConversationStore.commit", read = Chapter.RULES)
    void imported() {
        var workshop = workshop();
        var start = workshop.time.instant().minus(Duration.ofDays(900));
        var gone = new AgentId("gone");
        var old = new ImportedConversation(
                COUNTER, BUYER, "Bela", Channel.EMAIL_TICKET, "old-1", Optional.empty(), CaseFacts.of(REPAIRS), start);
        var lines = List.<ImportedEntry>of(
                new ImportedEntry.Message(start.plusSeconds(1), "A bell?", List.of()),
                new ImportedEntry.Note(start.plusSeconds(2), gone, "Gil", "CANARY", List.of()),
                new ImportedEntry.Reply(start.plusSeconds(3), gone, "Gil", "The shop", "Two bells.", List.of()));
        workshop.system().importHistory(old, 0, lines.subList(0, 2)).orElseThrow();
        refused(workshop.system().importHistory(old, 0, lines.subList(0, 1))).isEqualTo(Reason.ID_CONFLICT);

        for (int repetition = 0; repetition < 2; repetition++) {
            workshop.system().importHistory(old, 2, lines.subList(2, 3)).orElseThrow();
        }

        assertThat(workshop.buyerReads(old.id())).containsExactly("A bell?", "Two bells.");
        assertThat(workshop.texts(ADMIN, old.id())).containsExactly("A bell?", "CANARY", "Two bells.");
        assertThat(workshop.list(PEER, ListKind.QUEUE)).isEmpty();
        assertThat(workshop.rowsOfOutbox()).isEmpty();
        var next = workshop.chat();
        assertThat(workshop.buyerRows()).extracting(row -> row.id()).containsExactly(next, old.id());
    }
}
