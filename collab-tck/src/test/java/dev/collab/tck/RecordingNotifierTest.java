package dev.collab.tck;

import dev.collab.inmemory.RecordingNotifier;
import dev.collab.spi.Notifier;
import java.util.List;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Notifier that remembers")
class RecordingNotifierTest extends NotifierContract {
    @Override
    protected Notifier notifier() {
        return new RecordingNotifier();
    }

    @Override
    protected List<AgentArrival> arrivedAtAgents(Notifier notifier) {
        return ((RecordingNotifier) notifier)
                .toAgents().stream().map(AgentArrival::of).toList();
    }

    @Override
    protected List<CustomerArrival> arrivedAtCustomers(Notifier notifier) {
        return ((RecordingNotifier) notifier)
                .toCustomers().stream().map(CustomerArrival::of).toList();
    }

    @Override
    protected void takeDown(Notifier notifier) {
        ((RecordingNotifier) notifier).failWith(new IllegalStateException("down"));
    }

    @Override
    protected void bringBack(Notifier notifier) {
        ((RecordingNotifier) notifier).recover();
    }
}
