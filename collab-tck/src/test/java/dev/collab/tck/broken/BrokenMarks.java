package dev.collab.tck.broken;

import dev.collab.model.ViewerMark;
import dev.collab.spi.ConversationQuery;
import dev.collab.spi.ListedConversation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps the last mark, whether or not it is the highest. */
final class BrokenMarks extends Delegating {
    private final Map<String, Long> last = new HashMap<>();

    @Override
    public void mark(ViewerMark mark) {
        super.mark(mark);
        last.put(mark.viewerKind() + mark.viewer() + mark.conversation(), mark.position());
    }

    @Override
    public List<ListedConversation> find(ConversationQuery query) {
        var scope = query.scope();
        var viewer = scope.agent() == null ? scope.customer() : scope.agent();
        return super.find(query).stream()
                .map(row -> new ListedConversation(
                        row.head(),
                        row.settings(),
                        row.newestPublic(),
                        last.getOrDefault(
                                query.viewerKind() + "" + viewer + row.head().id(), 0L),
                        row.unread()))
                .toList();
    }
}
