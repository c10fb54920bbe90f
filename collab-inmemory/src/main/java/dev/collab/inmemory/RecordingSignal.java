package dev.collab.inmemory;

import dev.collab.model.ConversationId;
import dev.collab.spi.Signal;
import java.util.ArrayList;
import java.util.List;

/** Remembers which conversations it heard of, in the order it did; each call counts. */
public final class RecordingSignal implements Signal {
    private final Object guard = new Object();
    private final List<ConversationId> changes = new ArrayList<>();
    private final List<ConversationId> customerChanges = new ArrayList<>();

    /** Starts with nothing heard. */
    public RecordingSignal() {}

    @Override
    public void changed(ConversationId conversation) {
        synchronized (guard) {
            changes.add(conversation);
        }
    }

    @Override
    public void customerChanged(ConversationId conversation) {
        synchronized (guard) {
            customerChanges.add(conversation);
        }
    }

    /** {@return the conversations it heard had changed for agents, oldest first} */
    public List<ConversationId> changes() {
        synchronized (guard) {
            return List.copyOf(changes);
        }
    }

    /** {@return the conversations it heard had changed for their customers, oldest first} */
    public List<ConversationId> customerChanges() {
        synchronized (guard) {
            return List.copyOf(customerChanges);
        }
    }

    /** Forgets what it heard. */
    public void clear() {
        synchronized (guard) {
            changes.clear();
            customerChanges.clear();
        }
    }
}
