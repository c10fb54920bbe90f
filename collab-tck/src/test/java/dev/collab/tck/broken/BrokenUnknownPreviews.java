package dev.collab.tck.broken;

import dev.collab.spi.ConversationQuery;
import dev.collab.spi.ListedConversation;
import java.util.List;

/** Shows what it does not know in lists. */
final class BrokenUnknownPreviews extends KnowsVersions {
    @Override
    public List<ListedConversation> find(ConversationQuery query) {
        return good.conversations().find(query);
    }
}
