package dev.collab.tck.broken;

import dev.collab.model.ConversationId;
import dev.collab.spi.IdQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Begins a page with the last id of the page before. */
final class BrokenIds extends Delegating {
    @Override
    public List<ConversationId> ids(IdQuery query) {
        var page = new ArrayList<ConversationId>();
        Stream.ofNullable(query.after()).forEach(page::add);
        page.addAll(super.ids(query));
        return page.subList(0, Math.min(query.limit(), page.size()));
    }
}
