package dev.collab.tck.model;

import dev.collab.tck.model.Faults.Fault;
import dev.collab.tck.suite.Chapter;
import dev.collab.tck.suite.Clause;
import dev.collab.tck.suite.StorageBench;
import dev.collab.tck.suite.StorageSuite;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Lets one call of a port fail, one after the other, while a story is told over the storage.
 *
 * <p>The failure is thrown in front of the adapter, or behind it: what it was asked to store before is there, or is not.
 */
public abstract class FaultSuite extends StorageSuite {
    private static final int CALLS = 4;

    /**
     * Makes a suite.
     *
     * @param bench the storage under test
     */
    protected FaultSuite(StorageBench bench) {
        super(bench);
    }

    @Test
    @Clause(value = "ConversationStore.load", read = Chapter.RULES)
    @DisplayName("B-41 P-33 go on as if nothing had been, whichever call fails and says that nothing was changed")
    void nothingChanged() throws Exception {
        hold(Fault.NOTHING_CHANGED);
    }

    @Test
    @Clause(value = "ConversationStore.load", read = Chapter.RULES)
    @DisplayName("B-41 P-28 P-33 find nothing stored, and no key used up, by a change that failed by a bug")
    void aBug() throws Exception {
        hold(Fault.BUG);
    }

    @Test
    @Clause(value = "ConversationStore.load", read = Chapter.RULES)
    @DisplayName("B-41 P-33 go on as if nothing had been, whichever call fails by an error of the machine")
    void anError() throws Exception {
        hold(Fault.ERROR);
    }

    @Test
    @Clause(value = "ConversationStore.commit", read = Chapter.RULES)
    @DisplayName("B-41 P-28 P-33 store with the same key what failed with an unknown outcome and was not stored")
    void unknownAndNotDone() throws Exception {
        hold(Fault.UNKNOWN_AND_NOT_DONE);
    }

    @Test
    @Clause(value = "ConversationStore.load", read = Chapter.RECEIPTS)
    @DisplayName("B-41 P-27 P-28 P-33 give the receipt of what was stored although its outcome was unknown")
    void unknownAndDone() throws Exception {
        hold(Fault.UNKNOWN_AND_DONE);
    }

    @Test
    @Clause(value = "ConversationStore.load", read = Chapter.RECEIPTS)
    @DisplayName("B-41 P-28 do a command once with the key that an unknown outcome names")
    void theDrawnKeyIsNamed() throws Exception {
        Faults.holdToNamedKeys(this::empty);
    }

    private void hold(Fault fault) throws Exception {
        Faults.hold(this::empty, fault, CALLS * bench().histories());
    }
}
