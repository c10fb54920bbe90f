package dev.collab.tck.suite;

import dev.collab.model.ConversationId;
import dev.collab.spi.Storage;
import dev.collab.tck.Variation;
import java.util.Set;

/** Is what a suite knows of the storage under test; a {@link dev.collab.tck.StorageContract} gives it. */
public interface StorageBench {
    /**
     * Gives an empty storage.
     *
     * @return one that shares nothing with those given before, which stay usable until the test is over
     */
    Storage empty();

    /**
     * Gives another sight of the same data, as another host or the next process has it.
     *
     * @param storage one of those given before
     * @return the same data, through nothing that the first keeps in memory
     */
    Storage reopened(Storage storage);

    /**
     * Makes a stored entry's kind one that this version does not know.
     *
     * @param storage one of those given before
     * @param conversation the conversation
     * @param sequence the entry
     */
    void writeUnknownKind(Storage storage, ConversationId conversation, long sequence);

    /** {@return what the adapter declares} */
    Set<Variation> variations();

    /** {@return by how much the number of random values is multiplied, at least 1} */
    int effort();

    /** {@return by how much the number of random histories of commands is multiplied, at least 1} */
    int histories();

    /** {@return the name of the adapter's class} */
    String adapterName();
}
