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
        return Stream.of(
                        BrokenStores.all(),
                        BrokenRules.all(),
                        BrokenOutboxes.all(),
                        BrokenThreads.all(),
                        BrokenHistories.all())
                .flatMap(all -> all);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    @DisplayName("P-44 a broken adapter is rejected by the rule it breaks, with a message that says all one must know")
    void broken(Broken one) {
        Control.assertRejected(Control.run(one.suite(), one.broken()), one.rules(), one.port(), one.toString());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("suites")
    @DisplayName("P-44 what they spoil is good before: every suite that rejects one of them accepts it unspoiled")
    void unspoiled(String suite) {
        assertThat(Control.run(suite, Delegating::new)).isEmpty();
    }

    static Stream<Broken> honest() {
        return Stream.of(
                new Broken("Values", RefusesOddTexts::new, "", ""),
                new Broken("Durable", KeepsFiles::new, "", ""),
                new Broken("OtherVersions", KnowsVersions::new, "", ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("honest")
    @DisplayName("P-44 who does what they declare is accepted on that side, too")
    void honest(Broken one) {
        assertThat(Control.run(one.suite(), one.broken())).isEmpty();
    }

    static List<String> suites() {
        return broken().map(Broken::suite).distinct().toList();
    }
}
