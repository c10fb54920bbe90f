package dev.collab.tck;

import dev.collab.spi.Notifier;
import dev.collab.tck.notifier.ArrivalSuite;
import dev.collab.tck.notifier.FailureSuite;
import dev.collab.tck.notifier.OrderSuite;
import dev.collab.tck.suite.Explained;
import dev.collab.tck.suite.NotifierBench;
import dev.collab.tck.suite.UnskippedSuite;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

/**
 * Holds a {@link Notifier} to its contract: extend it, put the notifier over a transport of the test, and run it.
 *
 * <pre>{@code
 * class MyNotifierTest extends NotifierContract {
 *     protected Notifier notifier() {
 *         return new MyNotifier(new PostOffice());
 *     }
 *     // and what arrived at the post office, and how it closes and opens
 * }
 * }</pre>
 *
 * <p>What an adapter may do differently it declares in {@link #variations}. Nothing can be left out.
 */
public abstract class NotifierContract implements Explained.Named {
    private final Bench bench = new Bench();

    /** Makes a contract; JUnit does. */
    protected NotifierContract() {}

    /**
     * Gives a notifier over a transport that works and on which nothing has arrived.
     *
     * @return one that shares nothing with those given before
     */
    protected abstract Notifier notifier();

    /**
     * Reads off the transport what has arrived at agents.
     *
     * @param notifier one that {@link #notifier} gave
     * @return all that was handed over without a failure, in the order of arrival; a transport that takes its time is
     *     waited for
     */
    protected abstract List<AgentArrival> arrivedAtAgents(Notifier notifier);

    /**
     * Reads off the transport what has arrived at customers.
     *
     * @param notifier one that {@link #notifier} gave
     * @return all that was handed over without a failure, in the order of arrival; a transport that takes its time is
     *     waited for
     */
    protected abstract List<CustomerArrival> arrivedAtCustomers(Notifier notifier);

    /**
     * Takes the transport down: it accepts nothing more.
     *
     * @param notifier one that {@link #notifier} gave
     */
    protected abstract void takeDown(Notifier notifier);

    /**
     * Brings the transport back; what had arrived before is still there.
     *
     * @param notifier one whose transport was taken down
     */
    protected abstract void bringBack(Notifier notifier);

    /**
     * Says what the adapter does in its own way.
     *
     * @return nothing, unless overridden
     */
    protected Set<NotifierVariation> variations() {
        return Set.of();
    }

    /** {@inheritDoc} */
    @Override
    public final String adapterName() {
        return bench.adapterName;
    }

    @Nested
    @DisplayName("What is handed over")
    class Arrivals extends ArrivalSuite {
        Arrivals() {
            super(bench);
        }
    }

    @Nested
    @DisplayName("A delivery")
    class Orders extends OrderSuite {
        Orders() {
            super(bench);
        }
    }

    @Nested
    @DisplayName("A transport that is down")
    class Failures extends FailureSuite {
        Failures() {
            super(bench);
        }
    }

    @Nested
    @DisplayName("The test of a notifier")
    class Unskipped extends UnskippedSuite {
        Unskipped() {
            super(NotifierContract.this, NotifierContract.class);
        }
    }

    private final class Bench implements NotifierBench {
        private String adapterName = "the adapter";

        @Override
        public Notifier fresh() {
            var notifier = notifier();
            adapterName = notifier.getClass().getName();
            return notifier;
        }

        @Override
        public List<AgentArrival> atAgents(Notifier notifier) {
            return arrivedAtAgents(notifier);
        }

        @Override
        public List<CustomerArrival> atCustomers(Notifier notifier) {
            return arrivedAtCustomers(notifier);
        }

        @Override
        public void takeDown(Notifier notifier) {
            NotifierContract.this.takeDown(notifier);
        }

        @Override
        public void bringBack(Notifier notifier) {
            NotifierContract.this.bringBack(notifier);
        }

        @Override
        public Set<NotifierVariation> variations() {
            return NotifierContract.this.variations();
        }
    }
}
