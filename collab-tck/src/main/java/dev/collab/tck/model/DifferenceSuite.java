package dev.collab.tck.model;

import dev.collab.inmemory.InMemoryStorage;
import dev.collab.tck.suite.Chapter;
import dev.collab.tck.suite.Clause;
import dev.collab.tck.suite.StorageBench;
import dev.collab.tck.suite.StorageSuite;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Lets random histories happen over the storage and over the one in memory, and compares all that can be seen. */
public abstract class DifferenceSuite extends StorageSuite {
    private static final int HISTORIES = 2;

    /**
     * Makes a suite.
     *
     * @param bench the storage under test
     */
    protected DifferenceSuite(StorageBench bench) {
        super(bench);
    }

    @Test
    @Clause(value = "Storage.conversations", read = Chapter.RULES)
    @DisplayName("B-52 P-43 show everybody, after every step, letter by letter what the storage in memory shows")
    void noDifferenceFromTheStorageInMemory() {
        Comparison.hold(
                InMemoryStorage::new, this::empty, LongStream.rangeClosed(1, (long) HISTORIES * bench().histories()));
    }
}
