package dev.collab.tck.storage;

import dev.collab.model.AgentId;
import dev.collab.model.ConversationScope;
import dev.collab.model.ConversationStatus;
import dev.collab.model.CustomerId;
import dev.collab.model.GroupId;
import dev.collab.model.InboxId;
import dev.collab.spi.ConversationQuery;
import dev.collab.spi.ConversationQuery.ListKind;
import dev.collab.spi.ConversationQuery.Position;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who looks at a list: somebody without groups, inboxes and roles, unless something else is said. */
record ListViews(ConversationScope scope) {
    static ListViews agent(String id) {
        return new ListViews(
                new ConversationScope(new AgentId(id), null, Samples.NOW, Set.of(), Set.of(), Set.of(), Set.of()));
    }

    static ListViews customer(String id) {
        return new ListViews(
                new ConversationScope(null, new CustomerId(id), Samples.NOW, Set.of(), Set.of(), Set.of(), Set.of()));
    }

    ListViews inGroup(String group) {
        return new ListViews(new ConversationScope(
                scope.agent(),
                null,
                scope.now(),
                Set.of(new GroupId(group)),
                scope.supervised(),
                scope.administered(),
                scope.worksIn()));
    }

    ListViews with(Set<InboxId> supervised, Set<InboxId> administered, Set<InboxId> worksIn) {
        return new ListViews(new ConversationScope(
                scope.agent(), null, scope.now(), scope.groups(), supervised, administered, worksIn));
    }

    ConversationQuery list(ListKind list) {
        return new ConversationQuery(
                scope, list, EnumSet.allOf(ConversationStatus.class), null, ConversationQuery.MAX_LIMIT);
    }

    static ConversationQuery page(ConversationQuery query, @Nullable Position after, int limit) {
        return new ConversationQuery(query.scope(), query.list(), query.statuses(), after, limit);
    }
}
