package dev.collab.inmemory;

import dev.collab.inmemory.Shelf.Stage;
import dev.collab.model.AgentId;
import dev.collab.model.CustomerId;
import dev.collab.model.GroupReading;
import dev.collab.model.InboxId;
import dev.collab.model.InboxSettings;
import dev.collab.spi.ConversationQuery;
import dev.collab.spi.ConversationQuery.ListKind;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;

/**
 * Chooses the ranges of shelves a list is merged from.
 *
 * <p>They hold all that is on the list, and besides only grants whose time box is over and the private conversations of
 * an agent who is a customer, too. How many ranges there are depends on the viewer's groups, inboxes and the inboxes
 * those groups have conversations in, not on how many conversations there are.
 */
final class ListRanges {
    private final Shelves shelves;
    private final Function<InboxId, InboxSettings> settings;
    private final ConversationQuery query;
    private final Probe probe;
    private final RowMerge merge;

    private ListRanges(
            Shelves shelves, Function<InboxId, InboxSettings> settings, ConversationQuery query, Probe probe) {
        this.shelves = shelves;
        this.settings = settings;
        this.query = query;
        this.probe = probe;
        this.merge = new RowMerge(probe);
    }

    static RowMerge merge(
            Shelves shelves, Function<InboxId, InboxSettings> settings, ConversationQuery query, Probe probe) {
        var ranges = new ListRanges(shelves, settings, query, probe);
        var scope = query.scope();
        if (scope.agent() != null) {
            ranges.ofAgent(scope.agent());
        } else if (scope.customer() != null) {
            ranges.ofCustomer(scope.customer());
        }
        return ranges.merge;
    }

    private void ofCustomer(CustomerId customer) {
        switch (query.list()) {
            case MINE, COLLABORATING -> {}
            case QUEUE, ALL -> addOwn(new ShelfKey.Customer(customer));
        }
    }

    private void ofAgent(AgentId agent) {
        switch (query.list()) {
            case MINE -> addOwn(new ShelfKey.Assignee(agent));
            case COLLABORATING -> addGrants(agent);
            case QUEUE -> {
                addGrants(agent);
                addReadFromOutside();
            }
            case ALL -> {
                addOwn(new ShelfKey.Assignee(agent));
                addGrants(agent);
                addReadFromOutside();
            }
        }
    }

    private void addGrants(AgentId agent) {
        shelves.of(agent).forEach((key, shelf) -> {
            probe.touched();
            if (key instanceof ShelfKey.Grant grant
                    && grant.epoch() == settings.apply(grant.inbox()).epoch()) {
                add(shelf, stages());
            }
        });
    }

    private void addReadFromOutside() {
        var scope = query.scope();
        var whole = new HashSet<>(scope.administered());
        for (var inbox : scope.worksIn()) {
            probe.touched();
            if (settings.apply(inbox).conversations().othersRead()) {
                whole.add(inbox);
            }
        }
        whole.forEach(inbox -> addOwn(new ShelfKey.Inbox(inbox)));
        for (var group : scope.groups()) {
            shelves.of(group).forEach((key, shelf) -> {
                probe.touched();
                if (key instanceof ShelfKey.Group part && !whole.contains(part.inbox())) {
                    add(shelf, readsAllOfGroupIn(part.inbox()) ? stages() : queued());
                }
            });
        }
    }

    private boolean readsAllOfGroupIn(InboxId inbox) {
        return query.scope().supervised().contains(inbox)
                || settings.apply(inbox).conversations().groupReading() == GroupReading.ALL;
    }

    private void addOwn(ShelfKey key) {
        probe.touched();
        var shelf = shelves.of(key.owner()).get(key);
        if (shelf != null) {
            add(shelf, stages());
        }
    }

    private void add(Shelf shelf, Set<Stage> stages) {
        stages.forEach(stage -> merge.add(shelf.after(query.after(), stage)));
    }

    private Set<Stage> stages() {
        var stages = EnumSet.allOf(Stage.class);
        stages.removeIf(stage -> !query.statuses().contains(stage.status()));
        if (query.list() == ListKind.QUEUE) {
            stages.retainAll(EnumSet.of(Stage.QUEUED));
        }
        return stages;
    }

    private Set<Stage> queued() {
        var stages = EnumSet.of(Stage.QUEUED);
        stages.retainAll(stages());
        return stages;
    }
}
