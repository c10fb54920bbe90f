package dev.collab.spi;

import java.util.List;

/**
 * Finds collaborations, in force and ended, for reports and for taking names out of them.
 *
 * <p>It has nothing of its own: {@link ConversationStore#commit} fills it, with the collaborations of the head and those
 * that left it. Every read sees all commits acknowledged before it started.
 */
public interface CollaborationStore {
    /**
     * Finds a page of collaborations.
     *
     * <p>Ordered by {@link CollaborationQuery.Position}. One that stays what it is is on exactly one page. Those in force
     * are as the head has them, also those that are over without an entry yet.
     *
     * @param query which collaborations
     * @return at most the query's limit, all of them admitted by it; empty if there are none
     * @throws StorageException if they cannot be read
     */
    List<CollaborationRecord> find(CollaborationQuery query);
}
