package dev.collab.examples.helpdesk.web;

import dev.collab.Collab;
import dev.collab.InboxDesk;
import dev.collab.ListCursor;
import dev.collab.collaboration.Contribution;
import dev.collab.examples.helpdesk.People;
import dev.collab.examples.helpdesk.live.Wake;
import dev.collab.examples.helpdesk.live.Wakes;
import dev.collab.inbox.PolicySentence;
import dev.collab.inbox.Presets;
import dev.collab.model.AgentId;
import dev.collab.model.CollaborationOrigin;
import dev.collab.model.CollaborationSettings;
import dev.collab.model.ConversationId;
import dev.collab.model.ConversationSettings;
import dev.collab.model.EndReason;
import dev.collab.model.InboxId;
import dev.collab.model.InboxSettings;
import dev.collab.model.InvalidArgumentException;
import dev.collab.model.Level;
import dev.collab.model.SettingsChange;
import dev.collab.outcome.Outcome;
import dev.collab.spi.ConversationQuery.ListKind;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lets inbox admins read and change the settings, and see who contributed what. */
final class AdminRoutes {
    static final String INBOX = "/api/admins/{me}/inboxes/{inbox}";

    private final Collab collab;
    private final People people;
    private final Wakes wakes;
    private final AgentRoutes agents;
    private final Requests requests;
    private final AgentShapes shapes;

    AdminRoutes(Collab collab, People people, Wakes wakes, AgentRoutes agents, Requests requests, AgentShapes shapes) {
        this.collab = collab;
        this.people = people;
        this.wakes = wakes;
        this.agents = agents;
        this.requests = requests;
        this.shapes = shapes;
    }

    void register(RoutesConfig routes) {
        routes.get(INBOX + "/settings", this::settings)
                .put(INBOX + "/settings", this::change)
                .post(INBOX + "/enabling", context -> changed(context, InboxDesk::enableCollaboration))
                .post(INBOX + "/disabling", context -> changed(context, InboxDesk::disableCollaboration))
                .get(INBOX + "/sentences", this::sentences)
                .get(INBOX + "/presets", this::presets)
                .get(INBOX + "/history", this::history)
                .get(INBOX + "/attribution", this::attribution)
                .get(INBOX + "/conversations", this::conversations);
    }

    InboxDesk desk(Context context) {
        return collab.admin(AgentRoutes.me(context)).inbox(new InboxId(context.pathParam("inbox")));
    }

    /** The library's own values; what it keeps about epochs is none of an admin's business. */
    record Settings(
            long revision, String publicName, CollaborationSettings collaboration, ConversationSettings conversations) {
        static Settings of(InboxSettings settings) {
            return new Settings(
                    settings.revision(), settings.publicName(), settings.collaboration(), settings.conversations());
        }

        /** The revision is the one the page had read: if there is a newer one, the library refuses. */
        InboxSettings over(InboxSettings current) {
            return new InboxSettings(
                    current.inbox(),
                    revision,
                    current.epoch(),
                    current.invitationEpoch(),
                    current.epochSince(),
                    InvalidArgumentException.ifNull("publicName", publicName),
                    InvalidArgumentException.ifNull("collaboration", collaboration),
                    InvalidArgumentException.ifNull("conversations", conversations));
        }
    }

    private void settings(Context context) {
        requests.answer(context, desk(context).settings(), Settings::of);
    }

    private void change(Context context) {
        var edited = Requests.body(context, Settings.class);
        changed(context, desk -> desk.settings().flatMap(current -> desk.change(edited.over(current))));
    }

    private void changed(Context context, Function<InboxDesk, Outcome<InboxSettings>> act) {
        requests.answer(context, act.apply(desk(context)), settings -> {
            wakes.send(Wake.SETTINGS);
            return Settings.of(settings);
        });
    }

    record Sentences(List<Sentence> sentences) {}

    record Sentence(PolicySentence.About about, String text) {}

    private void sentences(Context context) {
        requests.answer(
                context,
                desk(context).sentences(people.groups()),
                all -> new Sentences(all.stream()
                        .map(one -> new Sentence(one.about(), one.text()))
                        .toList()));
    }

    record Preset(String id, String name, CollaborationSettings collaboration) {}

    record PresetList(List<Preset> presets) {}

    private void presets(Context context) {
        requests.answer(
                context,
                desk(context).settings(),
                settings -> new PresetList(List.of(
                        new Preset("off", "Nobody adds anybody", Presets.off()),
                        new Preset("peers-help", "Peers help each other", Presets.peersHelp()),
                        new Preset("groups-help", "Accessories help everybody", Presets.groupsHelp(People.ACCESSORIES)),
                        new Preset("notes-only", "Anybody advises, by notes only", Presets.notesOnly()),
                        new Preset("superiors", "Superiors, who are asked first", Presets.superiorsOnRequest()),
                        new Preset("across", "Anybody for two hours", Presets.acrossGroups(Duration.ofHours(2))))));
    }

    record Change(long revision, AgentShapes.Person by, Instant at, Settings before, Settings after) {}

    record History(List<Change> changes) {}

    private void history(Context context) {
        long below = Requests.query(context, "below")
                .map(text -> Requests.number("below", text))
                .orElse(Long.MAX_VALUE);
        int limit = Math.min(100, Requests.limit(context, 20));
        requests.answer(
                context,
                desk(context).history(below, limit),
                changes -> new History(changes.stream().map(this::change).toList()));
    }

    private Change change(SettingsChange one) {
        return new Change(
                one.after().revision(),
                shapes.person(one.admin()),
                one.at(),
                Settings.of(one.before()),
                Settings.of(one.after()));
    }

    record Contributed(
            ConversationId conversation,
            AgentShapes.Person agent,
            AgentShapes.By addedBy,
            CollaborationOrigin origin,
            Level level,
            boolean escalation,
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable EndReason reason,
            Duration lasted,
            @Nullable Duration toFirstWord,
            int replies,
            int notes) {
        static Contributed of(Contribution one) {
            return new Contributed(
                    one.conversation(),
                    new AgentShapes.Person(one.agent().value(), one.agentName()),
                    AgentShapes.by(one.addedBy()),
                    one.origin(),
                    one.level(),
                    one.escalation(),
                    one.startedAt(),
                    one.endedAt().orElse(null),
                    one.reason().orElse(null),
                    one.lasted(),
                    one.toFirstWord().orElse(null),
                    one.replies(),
                    one.notes());
        }
    }

    record Attribution(
            List<Contributed> contributions, @Nullable String next) {}

    private void attribution(Context context) {
        var now = Instant.now();
        var from = time(context, "from").orElse(now.minus(Duration.ofDays(30)));
        var until = time(context, "until").orElse(now.plus(Duration.ofMinutes(1)));
        var cursor = Requests.query(context, "cursor").map(ListCursor::new);
        requests.answer(
                context,
                desk(context).attribution(from, until, cursor, Requests.limit(context, 100)),
                page -> new Attribution(
                        page.contributions().stream().map(Contributed::of).toList(), AgentRoutes.token(page.next())));
    }

    private static Optional<Instant> time(Context context, String name) {
        try {
            return Requests.query(context, name).map(Instant::parse);
        } catch (DateTimeException wrong) {
            throw new InvalidArgumentException(name, "must be a time in ISO 8601");
        }
    }

    private void conversations(Context context) {
        AgentId me = AgentRoutes.me(context);
        requests.answer(context, desk(context).settings(), settings -> agents.rows(me, ListKind.ALL, context));
    }
}
