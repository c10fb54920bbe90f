package dev.collab.tck.suite;

import dev.collab.spi.Notifier;
import dev.collab.tck.AgentArrival;
import dev.collab.tck.CustomerArrival;
import dev.collab.tck.NotifierVariation;
import java.util.List;
import java.util.Set;

/** Is what a suite knows of the notifier under test; a {@link dev.collab.tck.NotifierContract} gives it. */
public interface NotifierBench {
    /**
     * Gives a notifier over a transport that works and on which nothing has arrived.
     *
     * @return one that shares nothing with those given before
     */
    Notifier fresh();

    /**
     * Tells what has arrived at agents.
     *
     * @param notifier one of those given before
     * @return all that was handed over without a failure, in the order of arrival
     */
    List<AgentArrival> atAgents(Notifier notifier);

    /**
     * Tells what has arrived at customers.
     *
     * @param notifier one of those given before
     * @return all that was handed over without a failure, in the order of arrival
     */
    List<CustomerArrival> atCustomers(Notifier notifier);

    /**
     * Takes the transport down.
     *
     * @param notifier one of those given before
     */
    void takeDown(Notifier notifier);

    /**
     * Brings the transport back.
     *
     * @param notifier one whose transport was taken down
     */
    void bringBack(Notifier notifier);

    /** {@return what the adapter declares} */
    Set<NotifierVariation> variations();
}
