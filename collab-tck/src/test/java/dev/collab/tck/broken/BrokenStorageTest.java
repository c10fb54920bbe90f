package dev.collab.tck.broken;

import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.spi.Storage;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each adapter that breaks one thing is rejected for that very thing. */
class BrokenStorageTest {
    /**
     * Is a broken adapter, and what the kit must say of it.
     *
     * @param suite the nested class of the contract that rejects it
     * @param broken the adapter
     * @param rules the rules at the head of the message
     * @param port the method that is named
     */
    record Broken(String suite, Supplier<Storage> broken, String rules, String port) {
        @Override
        public String toString() {
            return broken.get().getClass().getSimpleName();
        }
    }

    static Stream<Broken> broken() {
        return Stream.of(new Broken("Commits", BrokenRepeatedCommits::new, "B-41 P-24", "ConversationStore.commit"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    @DisplayName("P-44 a broken adapter is rejected by the rule it breaks, with a message that says all one must know")
    void broken(Broken one) {
        var failures = Control.run(one.suite(), one.broken());

        assertThat(failures).isNotEmpty();
        assertThat(failures.values())
                .anySatisfy(message -> assertThat(message)
                        .startsWith(one.rules() + " is broken by " + one.port() + " of ")
                        .contains(one + "\n", "  expected: ", "  found:    ", "  read:     docs/write-an-adapter.md#"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("suites")
    @DisplayName("P-44 what they spoil is good before: every suite that rejects one of them accepts it unspoiled")
    void unspoiled(String suite) {
        assertThat(Control.run(suite, Delegating::new)).isEmpty();
    }

    static List<String> suites() {
        return broken().map(Broken::suite).distinct().toList();
    }
}
