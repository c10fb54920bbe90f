package dev.collab.inmemory;

import dev.collab.model.AgentId;
import dev.collab.spi.Notifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what it was told, in the order it was told.
 *
 * <p>A repetition is remembered like any other. While it is told to fail it throws and remembers nothing but that it was
 * called.
 */
public final class RecordingNotifier implements Notifier {
    private final Object guard = new Object();
    private final List<AgentNotification> toAgents = new ArrayList<>();
    private final List<CustomerMessage> toCustomers = new ArrayList<>();
    private int calls;
    private int failuresLeft;
    private @Nullable RuntimeException failure;

    /** Starts with nothing told, and does not fail. */
    public RecordingNotifier() {}

    @Override
    public void toAgent(AgentNotification notification) {
        synchronized (guard) {
            failIfTold();
            toAgents.add(notification);
        }
    }

    @Override
    public void toCustomer(CustomerMessage message) {
        synchronized (guard) {
            failIfTold();
            toCustomers.add(message);
        }
    }

    /** {@return what agents were told until now, oldest first} */
    public List<AgentNotification> toAgents() {
        synchronized (guard) {
            return List.copyOf(toAgents);
        }
    }

    /**
     * Gives what one agent was told until now.
     *
     * @param agent the agent
     * @return oldest first; empty if nothing
     */
    public List<AgentNotification> toAgent(AgentId agent) {
        return toAgents().stream()
                .filter(notification -> notification.recipient().equals(agent))
                .toList();
    }

    /** {@return what customers were sent until now, oldest first} */
    public List<CustomerMessage> toCustomers() {
        synchronized (guard) {
            return List.copyOf(toCustomers);
        }
    }

    /** {@return how often it was called, those calls included that failed} */
    public int calls() {
        synchronized (guard) {
            return calls;
        }
    }

    /**
     * Lets the next calls fail with an {@link IllegalStateException}.
     *
     * @param times how many; 0 for none
     */
    public void failNext(int times) {
        Arguments.that(times >= 0, "times", "must not be negative");
        synchronized (guard) {
            failuresLeft = times;
        }
    }

    /**
     * Lets every call fail until {@link #recover} is called.
     *
     * @param failure what to throw, the same each time
     */
    public void failWith(RuntimeException failure) {
        synchronized (guard) {
            this.failure = failure;
        }
    }

    /** Lets calls succeed again, whatever was said before. */
    public void recover() {
        synchronized (guard) {
            failure = null;
            failuresLeft = 0;
        }
    }

    /** Forgets what it was told and how often it was called; it goes on failing if it does. */
    public void clear() {
        synchronized (guard) {
            toAgents.clear();
            toCustomers.clear();
            calls = 0;
        }
    }

    private void failIfTold() {
        calls++;
        if (failure != null) {
            throw failure;
        }
        if (failuresLeft > 0) {
            failuresLeft--;
            throw new IllegalStateException("told to fail");
        }
    }
}
