package dev.collab.tck.storage;

import dev.collab.spi.CommitResult;
import dev.collab.tck.history.Specification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a conversation is to callers who come one after the other; each commit writes one message. */
final class ConversationSpecification
        implements Specification<
                ConversationSpecification.State, ConversationSpecification.Call, ConversationSpecification.Answer> {
    @Override
    public State initial() {
        return new State(List.of(), Map.of());
    }

    @Override
    public Optional<State> after(State state, Call call, Answer answer) {
        return call.after(state, answer);
    }

    /**
     * Is a conversation.
     *
     * @param messages the texts, as many as there are revisions
     * @param receipts what is remembered, by key
     */
    record State(List<String> messages, Map<String, String> receipts) {
        State {
            messages = List.copyOf(messages);
            receipts = Map.copyOf(receipts);
        }

        int revision() {
            return messages.size();
        }

        private State with(String message, @Nullable String key) {
            var texts = new ArrayList<>(messages);
            texts.add(message);
            return key == null ? new State(texts, receipts) : new State(texts, receipts).remembering(key, message);
        }

        private State remembering(String key, String what) {
            var more = new HashMap<>(receipts);
            more.put(key, what);
            return new State(messages, more);
        }
    }

    /** What is asked; what is written names the call, so that no two write the same. */
    sealed interface Call {
        Optional<State> after(State state, Answer answer);
    }

    /** Commits what was decided on a revision, with or without a receipt. */
    record Commit(
            String what, long expectedRevision, @Nullable String key) implements Call {
        @Override
        public Optional<State> after(State state, Answer answer) {
            boolean fits = state.revision() == expectedRevision;
            var expected = fits ? CommitResult.COMMITTED : CommitResult.CONVERSATION_CHANGED;
            return answer.equals(new Result(expected))
                    ? Optional.of(fits ? state.with(what, key) : state)
                    : Optional.empty();
        }

        @Override
        public String toString() {
            return "commit " + what + " on revision " + expectedRevision + (key == null ? "" : ", remember " + key);
        }
    }

    /** Loads head and receipt. */
    record Load(String key) implements Call {
        @Override
        public Optional<State> after(State state, Answer answer) {
            var newest = state.messages().isEmpty() ? null : state.messages().get(state.revision() - 1);
            return answer.equals(new Loaded(
                            state.revision(), newest, state.receipts().get(key)))
                    ? Optional.of(state)
                    : Optional.empty();
        }

        @Override
        public String toString() {
            return "load with " + key;
        }
    }

    /** Reads the newest messages, newest first. */
    record Read(int limit) implements Call {
        @Override
        public Optional<State> after(State state, Answer answer) {
            var page = new ArrayList<String>();
            for (int place = state.revision() - 1; place >= 0 && page.size() < limit; place--) {
                page.add(state.messages().get(place));
            }
            return answer.equals(new Page(page)) ? Optional.of(state) : Optional.empty();
        }

        @Override
        public String toString() {
            return "read " + limit;
        }
    }

    /** Remembers a command that changed nothing. */
    record Remember(String what, String key) implements Call {
        @Override
        public Optional<State> after(State state, Answer answer) {
            return Optional.of(state.receipts().containsKey(key) ? state : state.remembering(key, what));
        }

        @Override
        public String toString() {
            return "remember " + key + " as " + what;
        }
    }

    /** What is heard. */
    sealed interface Answer {}

    /** Of a commit. */
    record Result(CommitResult result) implements Answer {
        @Override
        public String toString() {
            return result.name();
        }
    }

    /** Of a load: the head, the text that was committed with it, the receipt; revision 0 if there is nothing. */
    record Loaded(
            long revision,
            @Nullable String newest,
            @Nullable String receipt) implements Answer {
        @Override
        public String toString() {
            return "revision " + revision + " of " + newest + ", receipt " + receipt;
        }
    }

    /** Of a read. */
    record Page(List<String> messages) implements Answer {
        @Override
        public String toString() {
            return messages.toString();
        }
    }

    /** Of what has no answer. */
    record Done() implements Answer {
        @Override
        public String toString() {
            return "done";
        }
    }
}
