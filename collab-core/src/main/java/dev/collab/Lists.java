package dev.collab;

import dev.collab.conversation.Timeline;
import dev.collab.model.AgentProfile;
import dev.collab.model.ConversationScope;
import dev.collab.model.CustomerId;
import dev.collab.model.TimelineScope;
import dev.collab.outcome.LeakPreventedException;
import dev.collab.spi.ConversationQuery;
import dev.collab.spi.ConversationQuery.ListKind;
import dev.collab.spi.ListedConversation;
import dev.collab.visibility.Standing;
import dev.collab.visibility.Visibility;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads a page of a list; each row is decided again by the decision for a single conversation. */
final class Lists {
    private final Host host;
    private final ConversationScope scope;
    private final ListKind list;
    private final ListRequest request;

    Lists(Host host, ConversationScope scope, ListKind list, ListRequest request) {
        this.host = host;
        this.scope = scope;
        this.list = list;
        this.request = request;
    }

    /** A row of the store with what the viewer may see of it. */
    private record Row(ListedConversation listed, TimelineScope scope) {}

    ListPage<AgentRow> forAgent(AgentProfile me) {
        return page(visibility -> visibility.standing(me), row -> {
            var head = row.listed().head();
            return new AgentRow(
                    head.id(),
                    head.inbox(),
                    head.customerName(),
                    head.channel(),
                    Optional.ofNullable(head.subject()),
                    head.status(),
                    Optional.ofNullable(head.assignee()),
                    head.lastActivityAt(),
                    Timeline.previewForAgent(row.scope(), row.listed().newestPublic()),
                    row.listed().unread().in(row.scope(), scope.agent()));
        });
    }

    ListPage<CustomerRow> forCustomer(CustomerId me) {
        return page(visibility -> visibility.standing(me), row -> {
            var head = row.listed().head();
            return new CustomerRow(
                    head.id(),
                    head.channel(),
                    Optional.ofNullable(head.subject()),
                    head.status(),
                    head.lastActivityAt(),
                    Timeline.previewForCustomer(row.scope(), row.listed().newestPublic()),
                    row.listed().unread().in(row.scope(), scope.agent()));
        });
    }

    private <R> ListPage<R> page(Function<Visibility, Optional<Standing>> who, Function<Row, R> show) {
        // One more than the page, to see whether there are more.
        var query = new ConversationQuery(scope, list, request.statuses(), request.position(), request.limit() + 1);
        var found = host.conversations().find(query);
        var rows = found.stream()
                .limit(request.limit())
                .map(listed -> decided(listed, who))
                .toList();
        if (rows.isEmpty()) {
            return new ListPage<>(List.of(), Optional.empty());
        }
        var last = rows.get(rows.size() - 1).listed().head();
        Optional<ListCursor> next = found.size() > request.limit()
                ? Optional.of(ListCursor.of(new ConversationQuery.Position(last.lastActivityAt(), last.id())))
                : Optional.empty();
        return new ListPage<>(rows.stream().map(show).toList(), next);
    }

    private Row decided(ListedConversation listed, Function<Visibility, Optional<Standing>> who) {
        var visibility = Visibility.of(listed.head(), listed.settings(), scope.now());
        return who.apply(visibility)
                .flatMap(visibility::scope)
                .map(in -> new Row(listed, in))
                .orElseThrow(() -> new LeakPreventedException(
                        listed.head().id(), listed.newestPublic().sequence()));
    }
}
