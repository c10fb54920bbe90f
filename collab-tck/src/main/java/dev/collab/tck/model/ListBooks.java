package dev.collab.tck.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.AgentRow;
import dev.collab.CustomerRow;
import dev.collab.ListRequest;
import dev.collab.conversation.AgentEntry;
import dev.collab.conversation.AgentView;
import dev.collab.conversation.CustomerEntry;
import dev.collab.conversation.OpenRequest;
import dev.collab.conversation.Page;
import dev.collab.conversation.Slice;
import dev.collab.model.AgentId;
import dev.collab.model.Channel;
import dev.collab.model.ConversationId;
import dev.collab.model.ConversationStatus;
import dev.collab.model.CustomerId;
import dev.collab.model.EntryKind;
import dev.collab.model.TimelineEntry;
import dev.collab.outcome.Outcome;
import dev.collab.spi.ConversationQuery.ListKind;
import dev.collab.tck.model.Step.Who;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Lets everybody look at their lists after every step, and compares with what single conversations answer. */
final class ListBooks {
    private static final ListRequest FIRST = ListRequest.first(ListRequest.MAX_LIMIT);
    private static final Page WHOLE = Page.newest(Page.MAX_LIMIT);

    private final World world;
    private final List<ConversationId> conversations = new ArrayList<>();
    private final Map<Who, Long> marks = new HashMap<>();
    private long customersMark;

    ListBooks(World world) {
        this.world = world;
        conversations.add(world.chat);
        conversations.add(opened(World.CARL, "Which charger fits?"));
        // Two are equally old, and one is not.
        world.time.advance(Duration.ofMillis(1));
        conversations.add(opened(World.MALLORY, "Is anybody there?"));
    }

    private ConversationId opened(CustomerId customer, String text) {
        return world.collab
                .customer(customer)
                .open(OpenRequest.of(World.SHOP, Channel.LIVE_CHAT, text).forGroup(World.ACCESSORIES))
                .orElseThrow();
    }

    void follow(History history) {
        for (var step : history.steps()) {
            world.run(step);
            mark(step);
            for (var viewer : World.viewers()) {
                compare(viewer);
            }
            compareCustomers();
        }
    }

    /** Now and then somebody reads as far as the choice says. */
    private void mark(Step step) {
        var reader = world.resolved(step).other();
        if (step.choice() % 3 == 0 && reader != Who.SYSTEM) {
            world.collab
                    .agent(World.id(reader))
                    .markRead(world.chat, step.choice())
                    .fold(unread -> marks.merge(reader, Math.min(step.choice() + 1, size()), Math::max), no -> 0L);
        }
        if (step.choice() % 4 == 0) {
            long messages = messages(World.CARL, world.chat).size();
            world.collab
                    .customer(World.CARL)
                    .markRead(world.chat, step.choice())
                    .orElseThrow();
            customersMark = Math.max(customersMark, Math.min(step.choice() + 1, messages));
        }
    }

    private long size() {
        return world.entries(0).size();
    }

    private void compare(Who viewer) {
        var id = World.id(viewer);
        var views = views(id);
        var rows = rows(id, ListKind.ALL);
        assertThat(ids(rows)).as("all of %s", viewer).isEqualTo(expected(views, any -> true));
        assertThat(ids(rows(id, ListKind.MINE)))
                .as("mine of %s", viewer)
                .isEqualTo(expected(
                        views, view -> view.assignee().filter(id::equals).isPresent()));
        assertThat(ids(rows(id, ListKind.COLLABORATING)))
                .as("collaborating of %s", viewer)
                .isEqualTo(expected(views, view -> collaborates(view, id)));
        assertThat(ids(rows(id, ListKind.QUEUE)))
                .as("queue of %s", viewer)
                .isEqualTo(expected(
                        views,
                        view -> view.status() == ConversationStatus.OPEN
                                && view.assignee().isEmpty()));
        for (var row : rows) {
            var timeline = timeline(id, row.id());
            assertThat(row.unread()).as("unread of %s", viewer).isEqualTo(unread(viewer, row.id(), timeline, views));
            assertThat(row.preview()).as("preview of %s", viewer).isEqualTo(newest(timeline, row.id()));
        }
    }

    private List<AgentRow> rows(AgentId viewer, ListKind kind) {
        return world.collab.agent(viewer).conversations(kind, FIRST).rows();
    }

    private static List<ConversationId> ids(List<AgentRow> rows) {
        return rows.stream().map(AgentRow::id).toList();
    }

    private List<AgentView> views(AgentId viewer) {
        return conversations.stream()
                .map(one -> world.collab.agent(viewer).view(one))
                .flatMap(view -> view.fold(Optional::of, no -> Optional.<AgentView>empty()).stream())
                .toList();
    }

    private static List<ConversationId> expected(List<AgentView> views, Predicate<AgentView> belongs) {
        return views.stream()
                .filter(belongs)
                .sorted(Comparator.comparing(AgentView::lastActivityAt)
                        .reversed()
                        .thenComparing(AgentView::id))
                .map(AgentView::id)
                .toList();
    }

    private static boolean collaborates(AgentView view, AgentId agent) {
        return view.collaborators().collaborators().stream()
                .anyMatch(one -> one.agent().equals(agent));
    }

    private List<AgentEntry> timeline(AgentId viewer, ConversationId conversation) {
        return world.collab
                .agent(viewer)
                .timeline(conversation, WHOLE)
                .map(Slice::entries)
                .orElseThrow();
    }

    private int unread(Who viewer, ConversationId conversation, List<AgentEntry> timeline, List<AgentView> views) {
        long from = conversation.equals(world.chat)
                ? Math.max(marks.getOrDefault(viewer, 0L), joined(World.id(viewer), views.get(0)))
                : 0;
        long count = timeline.stream().filter(entry -> entry.sequence() >= from).count();
        return (int) Math.min(100, count);
    }

    /** Where the viewer came to what they are on the conversation now, told from its entries. */
    private long joined(AgentId viewer, AgentView view) {
        long assigned = view.assignee().filter(viewer::equals).isPresent() ? last(EntryKind.ASSIGNED, viewer) : 0;
        long added = collaborates(view, viewer) ? last(EntryKind.COLLABORATION_STARTED, viewer) : 0;
        return Math.max(assigned, added);
    }

    private long last(EntryKind kind, AgentId agent) {
        return world.entries(0).stream()
                        .filter(entry -> entry.kind() == kind
                                && agent.value().equals(entry.facts().get("agent")))
                        .mapToLong(TimelineEntry::sequence)
                        .max()
                        .orElseThrow()
                + 1;
    }

    private Optional<AgentEntry> newest(List<AgentEntry> timeline, ConversationId conversation) {
        long newest = World.entries(world.stored, conversation, 0).stream()
                .filter(entry -> entry.customerSequence() != null)
                .mapToLong(TimelineEntry::sequence)
                .max()
                .orElseThrow();
        return timeline.stream().filter(entry -> entry.sequence() == newest).findFirst();
    }

    private void compareCustomers() {
        var rows = world.collab.customer(World.CARL).conversations(FIRST).rows();
        assertThat(rows).extracting(CustomerRow::id).containsExactlyInAnyOrderElementsOf(conversations.subList(0, 2));
        for (var row : rows) {
            var messages = messages(World.CARL, row.id());
            long mark = row.id().equals(world.chat) ? customersMark : 0;
            assertThat((long) row.unread()).as("unread of the customer").isEqualTo(messages.size() - mark);
            assertThat(row.preview()).isEqualTo(messages.get(messages.size() - 1));
        }
    }

    private List<CustomerEntry> messages(CustomerId customer, ConversationId conversation) {
        Outcome<Slice<CustomerEntry>> page = world.collab.customer(customer).messages(conversation, WHOLE);
        return page.orElseThrow().entries();
    }
}
