package dev.collab.examples.helpdesk.web;

import static dev.collab.model.InvalidArgumentException.ifNull;

import dev.collab.CandidateSearch;
import dev.collab.DryRunDesk;
import dev.collab.ListCursor;
import dev.collab.PolicyChange;
import dev.collab.collaboration.AddOptions;
import dev.collab.collaboration.Admission;
import dev.collab.collaboration.Collaborator;
import dev.collab.conversation.Supposed;
import dev.collab.model.Acceptance;
import dev.collab.model.AgentId;
import dev.collab.model.CaseFacts;
import dev.collab.model.Channel;
import dev.collab.model.CollaborationSettings;
import dev.collab.model.ConversationId;
import dev.collab.model.GroupId;
import dev.collab.model.Level;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lets inbox admins try a policy out before they store it; nothing here changes anything. */
final class DryRunRoutes {
    private final AdminRoutes admins;
    private final Requests requests;
    private final AgentShapes shapes;

    DryRunRoutes(AdminRoutes admins, Requests requests, AgentShapes shapes) {
        this.admins = admins;
        this.requests = requests;
        this.shapes = shapes;
    }

    void register(RoutesConfig routes) {
        var dryRun = AdminRoutes.INBOX + "/dry-run";
        routes.post(dryRun + "/adding", this::adding)
                .post(dryRun + "/candidates", this::candidates)
                .post(dryRun + "/changes", this::changes);
    }

    enum Standing {
        ASSIGNEE,
        COLLABORATOR,
        OUTSIDE,
        QUEUED
    }

    record Situation(
            @Nullable AgentId agent,
            @Nullable Standing standing,
            @Nullable Level level,
            @Nullable Channel channel,
            @Nullable GroupId group,
            Set<String> topics,
            Map<String, String> attributes) {
        Supposed supposed() {
            var facts = new CaseFacts(group, topics, attributes);
            var who = ifNull("supposed.agent", agent);
            var how = ifNull("supposed.channel", channel);
            return switch (ifNull("supposed.standing", standing)) {
                case ASSIGNEE -> Supposed.assignee(who, how, facts);
                case COLLABORATOR -> Supposed.collaborator(who, ifNull("supposed.level", level), how, facts);
                case OUTSIDE -> Supposed.outside(who, how, facts);
                case QUEUED -> Supposed.outside(who, how, facts).queued();
            };
        }
    }

    record Question(
            @Nullable CollaborationSettings collaboration,
            @Nullable Situation supposed,
            @Nullable AgentId candidate,
            @Nullable Level level,
            @Nullable String q,
            @Nullable String cursor) {
        Supposed situation() {
            return ifNull("supposed", supposed).supposed();
        }
    }

    record Answer(
            boolean allowed,
            @Nullable Level level,
            @Nullable Acceptance acceptance,
            @Nullable String rule,
            @Nullable Duration timeBox,
            @Nullable Boolean escalation,
            @Nullable Boolean offline,
            @Nullable String reason,
            @Nullable String title,
            @Nullable List<Problem.Rule> rules) {
        static Answer of(Admission one) {
            return new Answer(
                    true,
                    one.level(),
                    one.acceptance(),
                    one.rule(),
                    one.timeBox().orElse(null),
                    one.escalation(),
                    one.offline(),
                    null,
                    null,
                    null);
        }

        static Answer of(Problem no) {
            return new Answer(false, null, null, null, null, null, null, no.reason(), no.title(), no.rules());
        }
    }

    private DryRunDesk desk(Context context, Question question) {
        return admins.desk(context).dryRun(ifNull("collaboration", question.collaboration()));
    }

    private void adding(Context context) {
        var question = Requests.body(context, Question.class);
        var options = new AddOptions(Optional.ofNullable(question.level()), Optional.empty(), Optional.empty());
        var candidate = ifNull("candidate", question.candidate());
        requests.answer(
                context,
                desk(context, question).add(question.situation(), candidate, options),
                inner -> inner.fold(Answer::of, no -> Answer.of(requests.problem(no))));
    }

    record Candidates(
            List<AgentShapes.Found> candidates,
            @Nullable String next,
            @Nullable String reason,
            @Nullable String title) {}

    private void candidates(Context context) {
        var question = Requests.body(context, Question.class);
        var text = question.q() == null ? "" : question.q();
        var cursor = Optional.ofNullable(question.cursor()).map(ListCursor::new);
        requests.answer(
                context,
                desk(context, question).candidates(question.situation(), new CandidateSearch(text, cursor, 20)),
                inner -> inner.fold(
                        page -> new Candidates(
                                page.candidates().stream().map(shapes::found).toList(),
                                AgentRoutes.token(page.next()),
                                null,
                                null),
                        no -> refused(no)));
    }

    private Candidates refused(Outcome.Rejected<?> no) {
        var problem = requests.problem(no);
        return new Candidates(List.of(), null, problem.reason(), problem.title());
    }

    record Ending(AgentShapes.Person agent, Level level) {
        static Ending of(Collaborator one) {
            return new Ending(new AgentShapes.Person(one.agent().value(), one.name()), one.level());
        }
    }

    record Adding(@Nullable Reason whyNot, @Nullable Level upTo, boolean hasPlace) {
        static Adding of(PolicyChange.Adding one) {
            return new Adding(one.whyNot().orElse(null), one.upTo().orElse(null), one.hasPlace());
        }
    }

    record Changed(
            ConversationId conversation,
            AgentShapes.@Nullable Person assignee,
            List<Ending> ending,
            int cancelled,
            @Nullable Adding before,
            @Nullable Adding after) {}

    record Changes(
            List<Changed> changes, int lookedAt, @Nullable String next) {}

    private void changes(Context context) {
        var question = Requests.body(context, Question.class);
        var cursor = Optional.ofNullable(question.cursor()).map(ListCursor::new);
        requests.answer(
                context,
                desk(context, question).changes(cursor, 50),
                page -> new Changes(
                        page.changes().stream().map(this::changed).toList(),
                        page.lookedAt(),
                        AgentRoutes.token(page.next())));
    }

    private Changed changed(PolicyChange one) {
        return new Changed(
                one.conversation(),
                one.assignee().map(shapes::person).orElse(null),
                one.ending().stream().map(Ending::of).toList(),
                one.cancelled().size(),
                one.before().map(Adding::of).orElse(null),
                one.after().map(Adding::of).orElse(null));
    }
}
