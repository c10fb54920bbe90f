package dev.collab.tck.broken;

import dev.collab.spi.Notifier;
import dev.collab.tck.AgentArrival;
import dev.collab.tck.CustomerArrival;
import java.util.ArrayList;
import java.util.List;

/** A good notifier and its transport; whoever extends it spoils one thing. */
class DelegatingNotifier implements Notifier {
    final List<AgentNotification> atAgents = new ArrayList<>();
    final List<CustomerMessage> atCustomers = new ArrayList<>();
    boolean down;

    @Override
    public void toAgent(AgentNotification notification) {
        failIfDown();
        synchronized (atAgents) {
            atAgents.add(notification);
        }
    }

    @Override
    public void toCustomer(CustomerMessage message) {
        failIfDown();
        synchronized (atCustomers) {
            atCustomers.add(message);
        }
    }

    final void failIfDown() {
        if (down) {
            throw new IllegalStateException("the transport is down");
        }
    }

    List<AgentArrival> atAgents() {
        return atAgents.stream().map(AgentArrival::of).toList();
    }

    List<CustomerArrival> atCustomers() {
        return atCustomers.stream().map(CustomerArrival::of).toList();
    }
}
