package dev.collab.tck.notifier;

import static dev.collab.tck.notifier.Letters.toAgent;
import static dev.collab.tck.notifier.Letters.toCustomer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.collab.tck.suite.Chapter;
import dev.collab.tck.suite.Clause;
import dev.collab.tck.suite.NotifierBench;
import dev.collab.tck.suite.NotifierSuite;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Asks what a notifier does while nothing can be delivered. */
public abstract class FailureSuite extends NotifierSuite {
    /**
     * Makes a suite.
     *
     * @param bench the notifier under test
     */
    protected FailureSuite(NotifierBench bench) {
        super(bench);
    }

    @Test
    @Clause(value = "Notifier.toAgent", read = Chapter.NOTIFIER)
    @DisplayName("B-72 P-35 makes telling an agent throw, so that it is called again, and it arrives once it is back")
    void agent() {
        var notifier = fresh();
        var before = toAgent("1", "before");
        var during = toAgent("2", "during");
        notifier.toAgent(before);
        bench().takeDown(notifier);

        for (int call = 0; call < 3; call++) {
            assertThatThrownBy(() -> notifier.toAgent(during), "what toAgent throws while the transport is down")
                    .isInstanceOf(Exception.class);
        }
        bench().bringBack(notifier);
        assertThat(bench().atAgents(notifier))
                .as("what arrived of what was refused")
                .isEqualTo(Letters.asAgents(List.of(before)));
        notifier.toAgent(during);

        assertThat(bench().atAgents(notifier)).isEqualTo(Letters.asAgents(List.of(before, during)));
    }

    @Test
    @Clause(value = "Notifier.toCustomer", read = Chapter.NOTIFIER)
    @DisplayName(
            "B-44 B-72 makes sending to a customer throw, so that it is called again, and it arrives once it is back")
    void customer() {
        var notifier = fresh();
        var before = toCustomer("1", "before");
        var during = toCustomer("2", "during");
        notifier.toCustomer(before);
        bench().takeDown(notifier);

        for (int call = 0; call < 3; call++) {
            assertThatThrownBy(() -> notifier.toCustomer(during), "what toCustomer throws while the transport is down")
                    .isInstanceOf(Exception.class);
        }
        bench().bringBack(notifier);
        assertThat(bench().atCustomers(notifier))
                .as("what arrived of what was refused")
                .isEqualTo(Letters.asCustomers(List.of(before)));
        notifier.toCustomer(during);

        assertThat(bench().atCustomers(notifier)).isEqualTo(Letters.asCustomers(List.of(before, during)));
    }
}
