package dev.collab.tck.model;

import dev.collab.tck.model.Interleavings.Scenario;
import dev.collab.tck.suite.Chapter;
import dev.collab.tck.suite.Clause;
import dev.collab.tck.suite.StorageBench;
import dev.collab.tck.suite.StorageSuite;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Lets two hosts act at once on one storage, their calls taking turns in orders drawn by chance. */
public abstract class RaceSuite extends StorageSuite {
    private static final int SCHEDULES = 3;

    /**
     * Makes a suite.
     *
     * @param bench the storage under test
     */
    protected RaceSuite(StorageBench bench) {
        super(bench);
    }

    @Test
    @Clause(value = "ConversationStore.commit", read = Chapter.CONCURRENCY)
    @DisplayName("B-12 P-25 admit one of two adds for the last place")
    void oneGetsTheLastPlace() {
        sample(Races.oneGetsTheLastPlace(this::empty));
    }

    @Test
    @Clause(value = "ConversationStore.commit", read = Chapter.CONCURRENCY)
    @DisplayName("B-10 P-25 make one collaboration of two adds of the same agent")
    void addedTwiceIsOneCollaboration() {
        sample(Races.addedTwiceIsOneCollaboration(this::empty));
    }

    @Test
    @Clause(value = "ConversationStore.commit", read = Chapter.CONCURRENCY)
    @DisplayName("B-32 P-24 end an add and a remove at the same time as the timeline says")
    void addAndRemoveSerialise() {
        sample(Races.addAndRemoveSerialise(this::empty));
    }

    @Test
    @Clause(value = "ConversationStore.commit", read = Chapter.CONCURRENCY)
    @DisplayName("B-65 P-24 let one of two win who claim, and tell the other who")
    void oneOfTwoClaims() {
        sample(Races.oneOfTwoClaims(this::empty));
    }

    @Test
    @Clause(value = "ConversationStore.commit", read = Chapter.CONCURRENCY)
    @DisplayName("B-28 P-8 refuse a reply that is not committed before the removal of its author")
    void noReplyAfterTheRemoval() {
        sample(Races.noReplyAfterTheRemoval(this::empty));
    }

    @Test
    @Clause(value = "ConversationStore.load", read = Chapter.CONCURRENCY)
    @DisplayName("B-56 P-7 P-8 never show the removed what was written after the removal")
    void nothingAfterTheRemovalIsRead() {
        sample(Races.nothingAfterTheRemovalIsRead(this::empty));
    }

    @Test
    @Clause(value = "ConversationStore.commit", read = Chapter.CONCURRENCY)
    @DisplayName("B-7 P-16 decide an add on the settings that are current at its commit")
    void anAddIsDecidedOnCurrentSettings() {
        sample(Races.anAddIsDecidedOnCurrentSettings(this::empty, UnaryOperator.identity()));
    }

    @Test
    @Clause(value = "ConversationStore.commit", read = Chapter.CONCURRENCY)
    @DisplayName("B-38 P-4 never let a note make the customer's message fail")
    void aNoteNeverStopsTheCustomer() {
        sample(Races.aNoteNeverStopsTheCustomer(this::empty));
    }

    private void sample(Scenario scenario) {
        Interleavings.sample(SCHEDULES * bench().histories(), 1, scenario);
    }
}
