package dev.collab.examples.helpdesk.web;

import static dev.collab.examples.helpdesk.web.Requests.conversation;

import dev.collab.CandidateSearch;
import dev.collab.Collab;
import dev.collab.ListCursor;
import dev.collab.ListRequest;
import dev.collab.conversation.Cursor;
import dev.collab.conversation.Page;
import dev.collab.examples.helpdesk.delivery.Deliveries;
import dev.collab.examples.helpdesk.delivery.Notice;
import dev.collab.examples.helpdesk.live.Streams;
import dev.collab.model.AgentId;
import dev.collab.model.Collision;
import dev.collab.model.ConversationStatus;
import dev.collab.model.NotificationKind;
import dev.collab.spi.ConversationQuery.ListKind;
import dev.collab.spi.Storage;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Shows agents what their desk shows them. */
final class AgentRoutes {
    private final Collab collab;
    private final Storage storage;
    private final Deliveries deliveries;
    private final Streams streams;
    private final Requests requests;
    private final AgentShapes shapes;

    AgentRoutes(
            Collab collab,
            Storage storage,
            Deliveries deliveries,
            Streams streams,
            Requests requests,
            AgentShapes shapes) {
        this.collab = collab;
        this.storage = storage;
        this.deliveries = deliveries;
        this.streams = streams;
        this.requests = requests;
        this.shapes = shapes;
    }

    void register(RoutesConfig routes) {
        var me = "/api/agents/{me}";
        var one = me + "/conversations/{conversation}";
        routes.get(me + "/conversations", this::list)
                .get(me + "/notices", this::notices)
                .get(one, this::view)
                .get(one + "/timeline", this::timeline)
                .get(one + "/candidates", this::candidates)
                .get(one + "/invitation", this::invitation);
    }

    static AgentId me(Context context) {
        return new AgentId(context.pathParam("me"));
    }

    private void list(Context context) {
        var list = Requests.query(context, "list")
                .map(text -> Requests.word(ListKind.class, "list", text.toUpperCase(Locale.ROOT)))
                .orElse(ListKind.ALL);
        Requests.answer(context, rows(me(context), list, context));
    }

    AgentShapes.Rows rows(AgentId agent, ListKind list, Context context) {
        var statuses = Requests.query(context, "status")
                .map(AgentRoutes::statuses)
                .orElseGet(() -> EnumSet.allOf(ConversationStatus.class));
        var cursor = Requests.query(context, "cursor").map(ListCursor::new);
        var page =
                collab.agent(agent).conversations(list, new ListRequest(statuses, cursor, Requests.limit(context, 50)));
        page.rows().forEach(row -> streams.shown(agent, row.id()));
        return new AgentShapes.Rows(page.rows().stream().map(shapes::row).toList(), token(page.next()));
    }

    private static Set<ConversationStatus> statuses(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(word -> Requests.word(ConversationStatus.class, "status", word))
                .collect(Collectors.toSet());
    }

    static @Nullable String token(Optional<ListCursor> next) {
        return next.map(ListCursor::token).orElse(null);
    }

    private void view(Context context) {
        var me = me(context);
        var view = collab.agent(me).view(conversation(context));
        requests.answer(context, view, seen -> {
            streams.shown(me, seen.id());
            var settings = storage.inboxes().load(seen.inbox());
            var collision = settings.conversations().collision();
            boolean muted = storage.conversations().isMuted(seen.id(), me);
            return shapes.view(seen, me, muted, collision.getOrDefault(seen.channel(), Collision.WARN));
        });
    }

    private void timeline(Context context) {
        var cursor = Requests.query(context, "at").map(Cursor::new);
        var page = new Page(cursor, Requests.limit(context, 50));
        requests.answer(
                context,
                collab.agent(me(context)).timeline(conversation(context), page),
                slice -> new AgentShapes.Timeline(
                        shapes.entries(slice.entries()),
                        slice.older().map(Cursor::token).orElse(null),
                        slice.newer().token()));
    }

    record Candidates(
            List<AgentShapes.Found> candidates, @Nullable String next) {}

    private void candidates(Context context) {
        var search = new CandidateSearch(
                Requests.query(context, "q").orElse(""),
                Requests.query(context, "cursor").map(ListCursor::new),
                Requests.limit(context, 20));
        requests.answer(
                context,
                collab.agent(me(context)).candidates(conversation(context), search),
                page -> new Candidates(
                        page.candidates().stream().map(shapes::found).toList(), token(page.next())));
    }

    private void invitation(Context context) {
        requests.answer(context, collab.agent(me(context)).invitation(conversation(context)), shapes::invitation);
    }

    record Notices(List<Notice> notices, List<AgentShapes.Invitation> invitations) {}

    /** What was handed out may be long over; whether an invitation still waits, the desk says. */
    private void notices(Context context) {
        var me = me(context);
        var notices = deliveries.notices(me);
        var invitations = notices.stream()
                .filter(notice -> notice.kind() == NotificationKind.INVITED)
                .map(Notice::conversation)
                .distinct()
                .flatMap(one -> collab.agent(me).invitation(one).fold(Stream::of, no -> Stream.empty()))
                // So that they are told when another one of their group accepted it.
                .peek(one -> streams.invited(me, one.conversation()))
                .map(shapes::invitation)
                .toList();
        Requests.answer(context, new Notices(notices, invitations));
    }
}
