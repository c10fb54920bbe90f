package dev.collab.tck.model;

import dev.collab.tck.suite.Chapter;
import dev.collab.tck.suite.Clause;
import dev.collab.tck.suite.StorageBench;
import dev.collab.tck.suite.StorageSuite;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Lets random histories happen over the storage and compares with a simple model.
 *
 * <p>A failure names the seed and the shortest history that shows it; the same seed draws the same history everywhere.
 */
public abstract class ModelSuite extends StorageSuite {
    /**
     * Makes a suite.
     *
     * @param bench the storage under test
     */
    protected ModelSuite(StorageBench bench) {
        super(bench);
    }

    @Test
    @Clause(value = "ConversationStore.read", read = Chapter.RULES)
    @DisplayName("B-52 B-53 B-56 B-60 P-7 let everybody read, export and be found to see, after every step,"
            + " what the rules give")
    void everybodyReadsWhatTheRulesGiveThem() {
        hold(4, history -> Reading.compare(new World(empty(), history), history));
    }

    @Test
    @Clause(value = "ConversationStore.load", read = Chapter.RULES)
    @DisplayName("B-28 B-54 P-8 answer every act of whoever may not read like one on an unknown conversation")
    void whoeverMayNotReadMayNothing() {
        hold(4, history -> Reading.checkStrangers(new World(empty(), history), history));
    }

    @Test
    @Clause(value = "ConversationStore.find", read = Chapter.RULES)
    @DisplayName("B-52 B-57 agree, in lists, previews and unread counts, with what each conversation answers")
    void listsAgreeWithTheirConversations() {
        hold(1, history -> new ListBooks(new World(empty(), history)).follow(history));
    }

    @Test
    @Clause(value = "ConversationStore.load", read = Chapter.RULES)
    @DisplayName("B-38 P-1 show the customer the same, byte by byte, as they would without notes and collaborators")
    void nothingInternalIsSeenByTheCustomer() {
        hold(8, history -> Purge.compare(this::empty, history, UnaryOperator.identity()));
    }

    @Test
    @Clause(value = "ConversationStore.read", read = Chapter.RULES)
    @DisplayName("B-38 B-61 P-2 tell no text of a note to the customer, a signal, a receipt or a notification")
    void noCanaryIsHeard() {
        hold(2, history -> Canary.listen(empty(), history));
    }

    @Test
    @Clause(value = "ConversationStore.commit", read = Chapter.RULES)
    @DisplayName("B-68 keep a head that is the fold of the entries, after every step")
    void foldingGivesTheHead() {
        follow(Invariants::checkFold);
    }

    @Test
    @Clause(value = "ConversationStore.commit", read = Chapter.RULES)
    @DisplayName("B-9 B-10 B-12 P-25 keep nobody twice, the customer never, and add nobody beyond the limit")
    void thoseOnItAreWhoTheyMayBe() {
        follow(Invariants::checkPeople);
    }

    @Test
    @Clause(value = "ConversationStore.commit", read = Chapter.RULES)
    @DisplayName("B-38 P-3 number both ways without gaps, and change the customer's version exactly with what they see")
    void numbersAreDense() {
        hold(4, history -> Invariants.checkNumbers(new World(empty(), history), history));
    }

    @Test
    @Clause(value = "ConversationStore.commit", read = Chapter.RULES)
    @DisplayName("B-41 P-30 leave everything as it was after a refused command, and tell nobody")
    void aRefusalChangesNothing() {
        follow(Invariants::checkRefusals);
    }

    @Test
    @Clause(value = "ConversationStore.read", read = Chapter.RULES)
    @DisplayName("B-6 keep with an entry that a policy decision led to the settings it was decided on")
    void decisionsNameTheirSettings() {
        follow(Invariants::checkSettings);
    }

    private void follow(Invariants.Check check) {
        hold(4, history -> Invariants.follow(new World(empty(), history), history, check));
    }

    private void hold(int histories, Histories.Property property) {
        Histories.hold(histories * bench().histories(), property);
    }
}
