package dev.collab.examples.helpdesk.web;

import dev.collab.collaboration.RuleRefusals;
import dev.collab.conversation.Missed;
import dev.collab.examples.helpdesk.json.Json;
import dev.collab.model.AgentId;
import dev.collab.model.InvalidArgumentException;
import dev.collab.outcome.CollabException;
import dev.collab.outcome.CommandOutcomeUnknownException;
import dev.collab.outcome.Details;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import dev.collab.spi.StorageException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns refusals and failures into problem details; the one place that does. */
final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final AgentShapes shapes;

    Problems(AgentShapes shapes) {
        this.shapes = shapes;
    }

    /** Answers everything that is thrown on the way of a request. */
    void register(RoutesConfig routes) {
        routes.exception(ProblemException.class, (failure, context) -> answer(context, failure.problem()))
                .exception(InvalidArgumentException.class, (failure, context) -> answer(context, invalid(failure)))
                .exception(HttpResponseException.class, (failure, context) -> answer(context, http(failure)))
                .exception(Exception.class, (failure, context) -> answer(context, failed(failure)));
    }

    static void answer(Context context, Problem problem) {
        context.status(problem.status()).contentType("application/problem+json").result(Json.text(problem));
    }

    /** What the library refused. */
    Problem of(Outcome.Rejected<?> rejected) {
        return of(rejected.reason(), rejected.details());
    }

    private Problem of(Reason reason, Details details) {
        var problem = Problem.of(Refusals.status(reason), reason.name(), Refusals.title(reason));
        if (details instanceof Missed missed) {
            return problem.missed(shapes.entries(missed.entries()));
        }
        if (details instanceof Details.Agents about) {
            return problem.agents(about.agents().stream().map(AgentId::value).toList());
        }
        if (details instanceof RuleRefusals none) {
            return problem.rules(none.refusals().stream()
                    .map(one -> new Problem.Rule(one.rule(), List.of(one.cause())))
                    .toList());
        }
        return problem;
    }

    private static Problem invalid(InvalidArgumentException failure) {
        return Problem.of(400, "INVALID_ARGUMENT", "The request is not right.")
                .argument(failure.argument())
                .detail(String.valueOf(failure.getMessage()));
    }

    private static Problem http(HttpResponseException failure) {
        return switch (failure.getStatus()) {
            case 404 -> notFound();
            case 405 -> Problem.of(405, "METHOD_NOT_ALLOWED", "This cannot be done here.");
            case 413 -> Problem.of(413, "TOO_LARGE", "The request is too large.");
            default -> Problem.of(failure.getStatus(), "INVALID_ARGUMENT", "The request is not right.");
        };
    }

    static Problem notFound() {
        return Problem.of(404, "NOT_FOUND", "There is nothing here.");
    }

    /** Logs a kind and never a message, which may hold what somebody wrote. */
    private static Problem failed(Exception failure) {
        LOG.warn("a request failed: {}", failure.getClass().getName());
        if (failure instanceof CommandOutcomeUnknownException unknown) {
            return Problem.of(503, "OUTCOME_UNKNOWN", "It may or may not have been done; please try again.")
                    .key(unknown.key().value());
        }
        if (failure instanceof StorageException || (failure instanceof CollabException one && one.isRetryable())) {
            return Problem.of(503, "UNAVAILABLE", "Not possible at the moment; please try again.")
                    .retry();
        }
        return Problem.of(500, "INTERNAL", "Something went wrong.");
    }
}
