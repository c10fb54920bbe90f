package dev.collab.tck.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.collab.Collab;
import dev.collab.model.ConversationId;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import dev.collab.spi.Storage;
import dev.collab.tck.Variation;
import dev.collab.tck.suite.StorageBench;
import dev.collab.tck.suite.StorageSuite;
import java.util.function.Supplier;
import org.assertj.core.api.AbstractComparableAssert;

/** Is a chapter of the rules, told in a {@link Workshop} whose storage is the one under test. */
public abstract class ScenarioSuite extends StorageSuite {
    /**
     * Makes a suite.
     *
     * @param bench the storage under test
     */
    protected ScenarioSuite(StorageBench bench) {
        super(bench);
    }

    /** {@return a workshop nobody has touched: collaboration is off} */
    final Workshop untouched() {
        return new Workshop(empty());
    }

    /** {@return a workshop where collaboration is on and nothing else is said} */
    final Workshop workshop() {
        var workshop = untouched();
        workshop.desk().enableCollaboration().orElseThrow();
        return workshop;
    }

    /** {@return the same data through nothing that the first host keeps in memory, as far as the adapter can give it} */
    final Storage restarted(Workshop workshop) {
        return declares(Variation.DURABLE) ? bench().reopened(workshop.storage) : workshop.storage;
    }

    /** {@return a second host over the same data, people and clock} */
    final Collab secondHost(Workshop workshop) {
        return workshop.host(restarted(workshop));
    }

    static Reason reason(Outcome<?> outcome) {
        return outcome.fold(done -> fail("should have been refused, but was done: " + done), no -> no.reason());
    }

    static AbstractComparableAssert<?, Reason> refused(Outcome<?> outcome) {
        return assertThat(reason(outcome));
    }

    /** Says why something is refused, and that it changed nothing: no entry, no head, no signal, no notification. */
    static AbstractComparableAssert<?, Reason> refusedWithoutTrace(
            Workshop workshop, ConversationId conversation, Supplier<Outcome<?>> act) {
        var before = workshop.stored(conversation);
        var outcome = act.get();
        assertThat(workshop.stored(conversation))
                .as("what is stored after a refusal")
                .isEqualTo(before);
        return refused(outcome);
    }
}
