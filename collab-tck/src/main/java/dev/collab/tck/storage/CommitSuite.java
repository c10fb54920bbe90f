package dev.collab.tck.storage;

import static dev.collab.tck.storage.Samples.CHAT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.spi.CommitResult;
import dev.collab.tck.suite.Chapter;
import dev.collab.tck.suite.Clause;
import dev.collab.tck.suite.StorageBench;
import dev.collab.tck.suite.StorageSuite;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Asks whether a commit is stored as a whole, once, or not at all. */
public abstract class CommitSuite extends StorageSuite {
    /**
     * Makes a suite.
     *
     * @param bench the storage under test
     */
    protected CommitSuite(StorageBench bench) {
        super(bench);
    }

    @Test
    @Clause(value = "ConversationStore.commit", read = Chapter.COMMIT)
    @DisplayName("B-41 P-24 is stored once: its repetition is refused and changes nothing")
    void once() {
        var conversations = empty().conversations();
        var first = Commits.first(CHAT).build();

        assertThat(conversations.commit(first)).isEqualTo(CommitResult.COMMITTED);
        assertThat(conversations.commit(first)).isEqualTo(CommitResult.CONVERSATION_CHANGED);
    }
}
