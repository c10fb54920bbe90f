package dev.collab.properties;

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
import dev.collab.properties.Step.Who;
import dev.collab.spi.ConversationQuery.ListKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Lets everybody look at their lists after every step, and compares with what single conversations answer. */
class ListsAgreeTest {
    private static final int HISTORIES = 150;
    private static final ListRequest FIRST = ListRequest.first(ListRequest.MAX_LIMIT);
    private static final Page WHOLE = Page.newest(Page.MAX_LIMIT);

    @Test
    @DisplayName("B-52 B-57 lists, previews and unread counts agree with what each conversation answers by itself")
    void listsAgreeWithTheirConversations() {
        Histories.hold(HISTORIES, history -> new Books(new World(history)).follow(history));
    }

    /** A history's conversation among some that stand still, and what everybody has marked. */
    private static final class Books {
        private final World world;
        private final List<ConversationId> conversations = new ArrayList<>();
        private final Map<Who, Long> marks = new HashMap<>();
        private long customersMark;

        Books(World world) {
            this.world = world;
            conversations.add(world.chat);
            conversations.add(opened(World.CARL, "Which charger fits?"));
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
            assertThat(list(id, ListKind.ALL)).as("all of %s", viewer).isEqualTo(expected(id, any -> true));
            assertThat(list(id, ListKind.MINE))
                    .as("mine of %s", viewer)
                    .isEqualTo(expected(
                            id, view -> view.assignee().filter(id::equals).isPresent()));
            assertThat(list(id, ListKind.COLLABORATING))
                    .as("collaborating of %s", viewer)
                    .isEqualTo(expected(id, view -> collaborates(view, id)));
            assertThat(list(id, ListKind.QUEUE))
                    .as("queue of %s", viewer)
                    .isEqualTo(expected(
                            id,
                            view -> view.status() == ConversationStatus.OPEN
                                    && view.assignee().isEmpty()));
            for (var row :
                    world.collab.agent(id).conversations(ListKind.ALL, FIRST).rows()) {
                var timeline = timeline(id, row.id());
                assertThat(row.unread()).as("unread of %s", viewer).isEqualTo(unread(viewer, row.id(), timeline));
                assertThat(row.preview()).as("preview of %s", viewer).isEqualTo(newest(timeline, row.id()));
            }
        }

        private List<ConversationId> list(AgentId viewer, ListKind kind) {
            return world.collab.agent(viewer).conversations(kind, FIRST).rows().stream()
                    .map(AgentRow::id)
                    .toList();
        }

        private List<ConversationId> expected(AgentId viewer, Predicate<AgentView> belongs) {
            return conversations.stream()
                    .map(one -> world.collab.agent(viewer).view(one))
                    .flatMap(view -> view.fold(Optional::of, no -> Optional.<AgentView>empty()).stream())
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

        private int unread(Who viewer, ConversationId conversation, List<AgentEntry> timeline) {
            long from = conversation.equals(world.chat)
                    ? Math.max(marks.getOrDefault(viewer, 0L), joined(World.id(viewer)))
                    : 0;
            long count =
                    timeline.stream().filter(entry -> entry.sequence() >= from).count();
            return (int) Math.min(100, count);
        }

        /** Where the viewer came to what they are on the conversation now, told from its entries. */
        private long joined(AgentId viewer) {
            var view = world.collab.agent(viewer).view(world.chat).orElseThrow();
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
            assertThat(rows)
                    .extracting(CustomerRow::id)
                    .containsExactlyInAnyOrderElementsOf(conversations.subList(0, 2));
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
}
