package dev.collab.inmemory;

import dev.collab.spi.CollaborationStore;
import dev.collab.spi.ConversationStore;
import dev.collab.spi.InboxStore;
import dev.collab.spi.Outbox;
import dev.collab.spi.Storage;

/**
 * Keeps everything of one tenant in memory, until nobody refers to it any more.
 *
 * <p>It does what the ports promise, for many threads at once: a commit, a change of settings, a load and a page of a
 * timeline or a list each happen at one instant. It throws no {@link dev.collab.spi.StorageException}, as nothing in it can fail half-way; a
 * commit that contradicts what is stored is refused with {@link dev.collab.model.InvalidArgumentException}.
 */
public final class InMemoryStorage implements Storage {
    private final ConversationLists lists = new ConversationLists();
    private final InMemoryInboxes inboxes = new InMemoryInboxes(lists);
    private final InMemoryOutbox outbox = new InMemoryOutbox();
    private final InMemoryConversations conversations = new InMemoryConversations(inboxes, lists, outbox);

    /** Starts with nothing stored. */
    public InMemoryStorage() {}

    @Override
    public ConversationStore conversations() {
        return conversations;
    }

    @Override
    public InboxStore inboxes() {
        return inboxes;
    }

    @Override
    public CollaborationStore collaborations() {
        return lists::collaborations;
    }

    @Override
    public Outbox outbox() {
        return outbox;
    }
}
