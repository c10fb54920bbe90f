package dev.collab.examples.helpdesk.web;

import dev.collab.collaboration.RuleRefusal.Cause;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says over HTTP why something was refused, as RFC 9457 has it.
 *
 * <p>It never names the conversation it is about: what does not exist and what is somebody else's are the same bytes.
 *
 * @param type the kind of problem
 * @param title the kind in words
 * @param status the HTTP status
 * @param detail more about this one
 * @param reason the library's code, or one of the host's own
 * @param argument what was wrong with the request
 * @param agents whom it is about
 * @param missed what the author of a held reply had not seen
 * @param rules why none of the policy's rules allowed it
 * @param retryable true if the same request may succeed later, with nothing done so far
 * @param key the idempotency key to repeat the request with
 */
public record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        String reason,
        @Nullable String argument,
        @Nullable List<String> agents,
        @Nullable List<AgentShapes.Entry> missed,
        @Nullable List<Rule> rules,
        @Nullable Boolean retryable,
        @Nullable String key) {
    /**
     * Says why one rule did not allow it.
     *
     * @param rule its name
     * @param reasons what of it did not hold
     */
    public record Rule(String rule, List<Cause> reasons) {}

    static Problem of(int status, String reason, String title) {
        return new Problem("/problems#" + reason, title, status, null, reason, null, null, null, null, null, null);
    }

    Problem detail(String text) {
        return new Problem(type, title, status, text, reason, argument, agents, missed, rules, retryable, key);
    }

    Problem argument(String name) {
        return new Problem(type, title, status, detail, reason, name, agents, missed, rules, retryable, key);
    }

    Problem agents(List<String> ids) {
        return new Problem(type, title, status, detail, reason, argument, ids, missed, rules, retryable, key);
    }

    Problem missed(List<AgentShapes.Entry> entries) {
        return new Problem(type, title, status, detail, reason, argument, agents, entries, rules, retryable, key);
    }

    Problem rules(List<Rule> refusals) {
        return new Problem(type, title, status, detail, reason, argument, agents, missed, refusals, retryable, key);
    }

    Problem retry() {
        return new Problem(type, title, status, detail, reason, argument, agents, missed, rules, true, key);
    }

    Problem key(String again) {
        return new Problem(type, title, status, detail, reason, argument, agents, missed, rules, retryable, again);
    }
}
