package dev.collab.tck.storage;

import dev.collab.model.InboxSettings;
import dev.collab.tck.history.Specification;
import java.util.Optional;

/** What the settings of one inbox are to callers who come one after the other; a change gives another public name. */
final class SettingsSpecification
        implements Specification<
                SettingsSpecification.State, SettingsSpecification.Call, SettingsSpecification.Answer> {
    @Override
    public State initial() {
        return new State(0, InboxSettings.UNNAMED);
    }

    @Override
    public Optional<State> after(State state, Call call, Answer answer) {
        return call.after(state, answer);
    }

    /** Is what the settings say. */
    record State(long revision, String name) {}

    /** What is asked. */
    sealed interface Call {
        Optional<State> after(State state, Answer answer);
    }

    /** Loads them. */
    record Load() implements Call {
        @Override
        public Optional<State> after(State state, Answer answer) {
            return answer.equals(new Loaded(state)) ? Optional.of(state) : Optional.empty();
        }

        @Override
        public String toString() {
            return "load";
        }
    }

    /** Replaces what was seen. */
    record CompareAndSet(State seen, String name) implements Call {
        @Override
        public Optional<State> after(State state, Answer answer) {
            boolean fits = state.revision() == seen.revision();
            return answer.equals(new Made(fits))
                    ? Optional.of(fits ? new State(state.revision() + 1, name) : state)
                    : Optional.empty();
        }

        @Override
        public String toString() {
            return "change revision " + seen.revision() + " to " + name;
        }
    }

    /** What is heard. */
    sealed interface Answer {}

    /** Of a load. */
    record Loaded(State state) implements Answer {
        @Override
        public String toString() {
            return "revision " + state.revision() + ", " + state.name();
        }
    }

    /** Of a change. */
    record Made(boolean made) implements Answer {
        @Override
        public String toString() {
            return made ? "made" : "refused";
        }
    }
}
