package dev.collab.tck.broken;

import dev.collab.spi.ConversationQuery;
import dev.collab.spi.ListedConversation;
import java.util.Comparator;
import java.util.List;

/** Orders a list by what was changed last, notes included. */
final class BrokenListOrder extends Delegating {
    @Override
    public List<ListedConversation> find(ConversationQuery query) {
        Comparator<ListedConversation> byRevision =
                Comparator.comparing(row -> row.head().revision());
        return super.find(query).stream().sorted(byRevision.reversed()).toList();
    }
}
