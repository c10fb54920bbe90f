package dev.collab.examples.helpdesk.web;

import static dev.collab.examples.helpdesk.web.AgentRoutes.me;
import static dev.collab.examples.helpdesk.web.Requests.body;
import static dev.collab.examples.helpdesk.web.Requests.conversation;
import static dev.collab.model.InvalidArgumentException.ifNull;

import dev.collab.Added;
import dev.collab.AgentDesk;
import dev.collab.Collab;
import dev.collab.Written;
import dev.collab.collaboration.AddOptions;
import dev.collab.conversation.NoteDraft;
import dev.collab.conversation.ReplyDraft;
import dev.collab.model.AgentId;
import dev.collab.model.Audience;
import dev.collab.model.ConversationId;
import dev.collab.model.GroupId;
import dev.collab.model.HistoryWindow;
import dev.collab.model.InvalidArgumentException;
import dev.collab.model.Level;
import dev.collab.outcome.Outcome;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Does at agents' desks what their pages ask for, each act once however often it is sent. */
final class AgentCommands {
    private final Collab collab;
    private final Requests requests;
    private final AgentShapes shapes;

    AgentCommands(Collab collab, Requests requests, AgentShapes shapes) {
        this.collab = collab;
        this.requests = requests;
        this.shapes = shapes;
    }

    void register(RoutesConfig routes) {
        var one = "/api/agents/{me}/conversations/{conversation}";
        routes.post(one + "/replies", this::reply)
                .post(one + "/notes", this::note)
                .post(one + "/collaborators", this::add)
                .post(one + "/collaborators/{agent}/level", this::changeLevel)
                .post(one + "/collaborators/{agent}/removal", this::remove)
                .post(one + "/group-invitations", this::inviteGroup)
                .post(one + "/group-invitations/{group}/withdrawal", this::withdraw)
                .post(one + "/acceptance", context -> added(context, AgentDesk::accept))
                .post(one + "/refusal", this::decline)
                .post(one + "/join", context -> added(context, AgentDesk::join))
                .post(one + "/leaving", context -> written(context, AgentDesk::leave))
                .post(one + "/claim", context -> written(context, AgentDesk::claim))
                .post(one + "/release", context -> written(context, AgentDesk::release))
                .post(one + "/transfer", this::transfer)
                .post(one + "/resolution", context -> written(context, AgentDesk::resolve))
                .post(one + "/reopening", context -> written(context, AgentDesk::reopen))
                .post(one + "/closure", context -> written(context, AgentDesk::close))
                .post(one + "/reading", this::markRead)
                .post(one + "/muting", this::mute)
                .post(one + "/entries/{sequence}/redaction", this::redact);
    }

    private AgentDesk desk(Context context) {
        var desk = collab.agent(me(context));
        return Requests.key(context).map(desk::keyed).orElse(desk);
    }

    record Place(long sequence, Instant at) {}

    private void written(Context context, BiFunction<AgentDesk, ConversationId, Outcome<Written>> act) {
        requests.answer(
                context,
                act.apply(desk(context), conversation(context)),
                done -> new Place(done.sequence(), done.at()));
    }

    record Taken(AgentId agent, Level level, boolean invited, boolean known, boolean offline) {}

    private void added(Context context, BiFunction<AgentDesk, ConversationId, Outcome<Added>> act) {
        requests.answer(
                context,
                act.apply(desk(context), conversation(context)),
                done -> new Taken(
                        done.agent(), done.level(), done.invitation().isPresent(), done.known(), done.offline()));
    }

    record Reply(@Nullable String text, @Nullable Long lastSeen) {}

    record Sent(long sequence, Instant at, List<AgentShapes.Entry> missed) {}

    private void reply(Context context) {
        var body = body(context, Reply.class);
        var draft = new ReplyDraft(ifNull("text", body.text()), List.of(), Optional.ofNullable(body.lastSeen()));
        requests.answer(
                context,
                desk(context).reply(conversation(context), draft),
                done -> new Sent(done.sequence(), done.at(), shapes.entries(done.missed())));
    }

    record Note(@Nullable String text, @Nullable Audience audience, Set<AgentId> named, Set<AgentId> mentioned) {}

    private void note(Context context) {
        var body = body(context, Note.class);
        var audience = body.audience() == null ? Audience.AGENTS : body.audience();
        var draft = new NoteDraft(ifNull("text", body.text()), List.of(), audience, body.named(), body.mentioned());
        written(context, (desk, conversation) -> desk.note(conversation, draft));
    }

    record Adding(
            @Nullable AgentId agent,
            @Nullable GroupId group,
            @Nullable Level level,
            @Nullable String question,
            @Nullable HistoryWindow window) {
        AddOptions options() {
            return new AddOptions(
                    Optional.ofNullable(level), Optional.ofNullable(window), Optional.ofNullable(question));
        }
    }

    private void add(Context context) {
        var body = body(context, Adding.class);
        var agent = ifNull("agent", body.agent());
        added(context, (desk, conversation) -> desk.addCollaborator(conversation, agent, body.options()));
    }

    record Height(@Nullable Level level) {}

    private void changeLevel(Context context) {
        var agent = new AgentId(context.pathParam("agent"));
        var level = ifNull("level", body(context, Height.class).level());
        written(context, (desk, conversation) -> desk.changeLevel(conversation, agent, level));
    }

    private void remove(Context context) {
        var agent = new AgentId(context.pathParam("agent"));
        written(context, (desk, conversation) -> desk.removeCollaborator(conversation, agent));
    }

    record GroupAsked(GroupId group, Level level, boolean known) {}

    private void inviteGroup(Context context) {
        var body = body(context, Adding.class);
        var group = ifNull("group", body.group());
        requests.answer(
                context,
                desk(context).inviteGroup(conversation(context), group, body.options()),
                done -> new GroupAsked(done.group(), done.level(), done.known()));
    }

    private void withdraw(Context context) {
        var group = new GroupId(context.pathParam("group"));
        written(context, (desk, conversation) -> desk.withdrawInvitation(conversation, group));
    }

    record Refusal(@Nullable String reason) {}

    private void decline(Context context) {
        var reason = Optional.ofNullable(body(context, Refusal.class).reason());
        written(context, (desk, conversation) -> desk.decline(conversation, reason));
    }

    record Transfer(@Nullable AgentId agent, @Nullable GroupId group, boolean stay) {}

    private void transfer(Context context) {
        var body = body(context, Transfer.class);
        var agent = body.agent();
        var group = body.group();
        if (agent != null && group == null) {
            written(
                    context,
                    (desk, conversation) -> body.stay()
                            ? desk.transferAndStay(conversation, agent)
                            : desk.transfer(conversation, agent));
        } else if (group != null && agent == null) {
            written(
                    context,
                    (desk, conversation) -> body.stay()
                            ? desk.transferAndStay(conversation, group)
                            : desk.transfer(conversation, group));
        } else {
            throw new InvalidArgumentException("agent", "or group must be given, not both");
        }
    }

    record Mark(@Nullable Long sequence) {}

    private void markRead(Context context) {
        long sequence = ifNull("sequence", body(context, Mark.class).sequence());
        requests.answer(
                context,
                collab.agent(me(context)).markRead(conversation(context), sequence),
                first -> Map.of("firstUnread", first));
    }

    record Muting(boolean muted) {}

    private void mute(Context context) {
        boolean muted = body(context, Muting.class).muted();
        requests.answer(context, collab.agent(me(context)).mute(conversation(context), muted), Muting::new);
    }

    private void redact(Context context) {
        long sequence = Requests.number("sequence", context.pathParam("sequence"));
        written(context, (desk, conversation) -> desk.redact(conversation, sequence));
    }
}
