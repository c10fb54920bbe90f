package dev.collab.tck.broken;

import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.spi.Notifier;
import dev.collab.tck.AgentArrival;
import dev.collab.tck.CustomerArrival;
import dev.collab.tck.NotifierContract;
import dev.collab.tck.NotifierVariation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each notifier that breaks one thing is rejected for that very thing. */
public class BrokenNotifierTest {
    private static final Set<NotifierVariation> KNOWS_REPETITIONS = Set.of(NotifierVariation.DEDUPLICATES);
    private static Supplier<DelegatingNotifier> notifier = DelegatingNotifier::new;
    private static Set<NotifierVariation> variations = Set.of();

    /**
     * Is a broken notifier, and what the kit must say of it.
     *
     * @param suite the nested class of the contract that rejects it
     * @param broken the notifier
     * @param declared what it says of itself
     * @param rules the rules at the head of the message
     * @param method the method that is named
     */
    record Broken(
            String suite,
            Supplier<DelegatingNotifier> broken,
            Set<NotifierVariation> declared,
            String rules,
            String method) {
        @Override
        public String toString() {
            return broken.get().getClass().getSimpleName() + " " + rules + " " + declared;
        }
    }

    static Stream<Broken> broken() {
        return Stream.of(
                toAgent("Arrivals", BrokenNotifiers.TrimsText::new, "B-51"),
                toCustomer("Arrivals", BrokenNotifiers.TrimsText::new, "B-44 B-51"),
                toAgent("Arrivals", BrokenNotifiers.FillsIn::new, "B-71 P-2"),
                toAgent("Arrivals", BrokenNotifiers.FillsIn::new, "B-71 B-50"),
                toCustomer("Arrivals", BrokenNotifiers.FillsIn::new, "B-48"),
                toCustomer("Arrivals", BrokenNotifiers.KeepsOneFile::new, "B-44 B-49"),
                toCustomer("Arrivals", BrokenNotifiers.ThreadsBySubject::new, "B-44"),
                toAgent("Failures", BrokenNotifiers.SwallowsFailures::new, "B-72 P-35"),
                toCustomer("Failures", BrokenNotifiers.SwallowsFailures::new, "B-44 B-72"),
                toAgent("Failures", BrokenNotifiers.ThrowsAndSends::new, "B-72 P-35"),
                knowing("Failures", BrokenNotifiers.RemembersTooEarly::new, "B-72 P-35"),
                knowing("Orders", BrokenNotifiers.KnowsByText::new, "B-71 P-22"),
                knowing("Orders", BrokenNotifiers.KnowsByFoldedId::new, "B-71 P-22"),
                toAgent("Orders", BrokenNotifiers.SortsById::new, "B-71 P-39"),
                toCustomer("Orders", BrokenNotifiers.SortsById::new, "B-44 B-71"),
                toAgent("Orders", BrokenNotifiers.SharesAnEnvelope::new, "B-72 P-35"),
                toAgent("Orders", BrokenNotifiers.Deduplicates::new, "B-71 P-39"),
                toCustomer("Orders", BrokenNotifiers.Deduplicates::new, "B-44 P-39"),
                knowing("Orders", DelegatingNotifier::new, "B-71 P-39"));
    }

    private static Broken toAgent(String suite, Supplier<DelegatingNotifier> broken, String rules) {
        return new Broken(suite, broken, Set.of(), rules, "Notifier.toAgent");
    }

    private static Broken toCustomer(String suite, Supplier<DelegatingNotifier> broken, String rules) {
        return new Broken(suite, broken, Set.of(), rules, "Notifier.toCustomer");
    }

    private static Broken knowing(String suite, Supplier<DelegatingNotifier> broken, String rules) {
        return new Broken(suite, broken, KNOWS_REPETITIONS, rules, "Notifier.toAgent");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    @DisplayName("P-44 a broken notifier is rejected by the rule it breaks, with a message that says all one must know")
    void broken(Broken one) {
        var adapter = one.broken().get().getClass().getName();

        Control.assertRejected(failures(one.suite(), one.broken(), one.declared()), one.rules(), one.method(), adapter);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Arrivals", "Orders", "Failures", "Unskipped"})
    @DisplayName("P-44 the notifiers they spoil are good before, and so is one that knows repetitions and says so")
    void unspoiled(String suite) {
        assertThat(failures(suite, DelegatingNotifier::new, Set.of())).isEmpty();
        assertThat(failures(suite, BrokenNotifiers.Deduplicates::new, KNOWS_REPETITIONS))
                .isEmpty();
    }

    /** Gives what the kit says of a notifier that swallows failures, for the guide. */
    public static String messageOfSwallowedFailure() {
        return failures("Failures", BrokenNotifiers.SwallowsFailures::new, Set.of()).values().stream()
                .filter(message -> message.contains("Notifier.toAgent"))
                .collect(Collectors.joining("\n"));
    }

    private static Map<String, String> failures(
            String suite, Supplier<DelegatingNotifier> broken, Set<NotifierVariation> declared) {
        notifier = broken;
        variations = declared;
        return Control.failures(OfBroken.class, NotifierContract.class, suite);
    }

    /** Is no test of the build: the build looks for names that end in Test. */
    static final class OfBroken extends NotifierContract {
        @Override
        protected Notifier notifier() {
            return notifier.get();
        }

        @Override
        protected List<AgentArrival> arrivedAtAgents(Notifier of) {
            return ((DelegatingNotifier) of).atAgents();
        }

        @Override
        protected List<CustomerArrival> arrivedAtCustomers(Notifier of) {
            return ((DelegatingNotifier) of).atCustomers();
        }

        @Override
        protected void takeDown(Notifier of) {
            ((DelegatingNotifier) of).down = true;
        }

        @Override
        protected void bringBack(Notifier of) {
            ((DelegatingNotifier) of).down = false;
        }

        @Override
        protected Set<NotifierVariation> variations() {
            return variations;
        }
    }
}
