package dev.collab.examples.helpdesk.web;

import dev.collab.Collab;
import dev.collab.collaboration.Collaborator;
import dev.collab.conversation.AgentEntry;
import dev.collab.conversation.AgentView;
import dev.collab.conversation.EntryRef;
import dev.collab.conversation.ExportNotes;
import dev.collab.examples.helpdesk.People;
import dev.collab.model.AgentProfile;
import dev.collab.model.Channel;
import dev.collab.model.ConversationId;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Shows an admin who sees which entry of a conversation.
 *
 * <p>Each column is asked at the desk of the one it is about, by the library's batch check; nothing is worked out here.
 */
final class GridRoutes {
    private static final int MOST_ENTRIES = 1_000;

    private final Collab collab;
    private final People people;
    private final AdminRoutes admins;
    private final Requests requests;
    private final AgentShapes shapes;

    GridRoutes(Collab collab, People people, AdminRoutes admins, Requests requests, AgentShapes shapes) {
        this.collab = collab;
        this.people = people;
        this.admins = admins;
        this.requests = requests;
        this.shapes = shapes;
    }

    void register(RoutesConfig routes) {
        routes.get(AdminRoutes.INBOX + "/grid/{conversation}", this::grid);
    }

    record About(
            ConversationId id,
            String customerName,
            Channel channel,
            @Nullable String subject) {}

    record Viewer(String id, String name, String kind, String role) {}

    record Line(AgentShapes.Entry entry, List<Boolean> sees) {}

    record Grid(About conversation, List<Viewer> viewers, List<Line> rows) {}

    /** Who is no admin of the inbox gets what the settings answer them, whatever the conversation. */
    private void grid(Context context) {
        var conversation = Requests.conversation(context);
        var entries = new ArrayList<AgentEntry>();
        var outcome = admins.desk(context)
                .settings()
                .flatMap(settings -> collab.agent(AgentRoutes.me(context))
                        .export(conversation, ExportNotes.INCLUDED, entry -> keep(entries, entry))
                        .flatMap(view -> view.inbox().equals(settings.inbox())
                                ? Outcome.done(view)
                                : Outcome.<AgentView>rejected(Reason.UNKNOWN_CONVERSATION)));
        requests.answer(context, outcome, view -> grid(view, entries));
    }

    private static void keep(List<AgentEntry> entries, AgentEntry entry) {
        if (entries.size() < MOST_ENTRIES) {
            entries.add(entry);
        }
    }

    private Grid grid(AgentView view, List<AgentEntry> entries) {
        var agents = people.agents();
        var refs = entries.stream()
                .map(entry -> new EntryRef(view.id(), entry.sequence()))
                .toList();
        var columns = new ArrayList<Set<Long>>();
        columns.add(seenByCustomer(view, entries));
        agents.forEach(agent -> columns.add(sequences(collab.agent(agent.id()).visible(refs))));
        var viewers = Stream.concat(
                        Stream.of(new Viewer(view.customer().value(), view.customerName(), "CUSTOMER", "customer")),
                        agents.stream()
                                .map(agent -> new Viewer(agent.id().value(), agent.name(), "AGENT", role(agent, view))))
                .toList();
        var rows = entries.stream()
                .map(entry -> new Line(
                        shapes.entry(entry),
                        columns.stream()
                                .map(column -> column.contains(entry.sequence()))
                                .toList()))
                .toList();
        var about = new About(
                view.id(), view.customerName(), view.channel(), view.subject().orElse(null));
        return new Grid(about, viewers, rows);
    }

    private static Set<Long> sequences(Set<EntryRef> refs) {
        return refs.stream().map(EntryRef::sequence).collect(Collectors.toSet());
    }

    /** The customer counts what is for them and nothing else, so their third entry may be our ninth. */
    private Set<Long> seenByCustomer(AgentView view, List<AgentEntry> entries) {
        var own = entries.stream().filter(GridRoutes::isPublic).toList();
        var refs = Stream.iterate(0L, place -> place < own.size(), place -> place + 1)
                .map(place -> new EntryRef(view.id(), place))
                .toList();
        var seen = new HashSet<Long>();
        for (var ref : collab.customer(view.customer()).visible(refs)) {
            seen.add(own.get((int) ref.sequence()).sequence());
        }
        return seen;
    }

    private static boolean isPublic(AgentEntry entry) {
        return entry.fold(message -> true, reply -> true, note -> false, event -> false);
    }

    private static String role(AgentProfile agent, AgentView view) {
        var group = view.facts().group();
        if (view.assignee().filter(agent.id()::equals).isPresent()) {
            return "assignee";
        }
        if (view.collaborators().collaborators().stream()
                .map(Collaborator::agent)
                .anyMatch(agent.id()::equals)) {
            return "collaborator";
        }
        if (agent.isAdminOf(view.inbox())) {
            return "admin";
        }
        if (agent.supervises(view.inbox(), group)) {
            return "supervisor";
        }
        return group != null && agent.groups().contains(group) ? "group" : "other";
    }
}
