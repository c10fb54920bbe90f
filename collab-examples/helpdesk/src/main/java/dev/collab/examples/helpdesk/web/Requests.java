package dev.collab.examples.helpdesk.web;

import dev.collab.examples.helpdesk.json.Json;
import dev.collab.model.CommandKey;
import dev.collab.model.ConversationId;
import dev.collab.model.InvalidArgumentException;
import dev.collab.outcome.Outcome;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.function.Function;

/** Reads what requests say and writes what the library answers. */
final class Requests {
    /** Tells a retry from a new act; without it the library draws a key. */
    static final String KEY = "Idempotency-Key";

    private final Problems problems;

    Requests(Problems problems) {
        this.problems = problems;
    }

    /** Answers what was done in its shape, or the problem. */
    <T> void answer(Context context, Outcome<T> outcome, Function<? super T, ?> shape) {
        if (outcome instanceof Outcome.Rejected<T> rejected) {
            Problems.answer(context, problems.of(rejected));
        } else {
            answer(context, shape.apply(outcome.orElseThrow()));
        }
    }

    static void answer(Context context, Object value) {
        context.contentType("application/json").result(Json.text(value));
    }

    /** {@return what a refused question inside an answer says} */
    Problem problem(Outcome.Rejected<?> rejected) {
        return problems.of(rejected);
    }

    static <T> T body(Context context, Class<T> type) {
        return Json.read(type, context.body());
    }

    static ConversationId conversation(Context context) {
        return new ConversationId(context.pathParam("conversation"));
    }

    static Optional<CommandKey> key(Context context) {
        return Optional.ofNullable(context.header(KEY)).map(CommandKey::new);
    }

    static Optional<String> query(Context context, String name) {
        return Optional.ofNullable(context.queryParam(name)).filter(text -> !text.isEmpty());
    }

    static int limit(Context context, int unlessSaid) {
        return query(context, "limit").map(text -> (int) number("limit", text)).orElse(unlessSaid);
    }

    static long number(String argument, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException wrong) {
            throw new InvalidArgumentException(argument, "must be a number");
        }
    }

    static <E extends Enum<E>> E word(Class<E> type, String argument, String text) {
        try {
            return Enum.valueOf(type, text);
        } catch (IllegalArgumentException unknown) {
            throw new InvalidArgumentException(argument, "must be one of those there are");
        }
    }
}
