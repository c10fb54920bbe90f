package dev.collab.examples.helpdesk.live;

import dev.collab.model.ConversationId;
import dev.collab.spi.Signal;
import java.util.function.Consumer;

/** Carries wakes to all processes of the host, best effort; {@link #send} never waits for anybody. */
public interface Wakes extends AutoCloseable {
    /**
     * Sends a wake, to this process too.
     *
     * @param wake what to tell
     */
    void send(Wake wake);

    /**
     * Says who hears the wakes in this process; called once, before the first screen is open.
     *
     * @param hearer called in any thread; must not block
     */
    void hearWith(Consumer<Wake> hearer);

    @Override
    void close();

    /** {@return the library's port: after each commit it says who should read again} */
    default Signal asSignal() {
        return new Signal() {
            @Override
            public void changed(ConversationId conversation) {
                send(Wake.agents(conversation));
            }

            @Override
            public void customerChanged(ConversationId conversation) {
                send(Wake.customer(conversation));
            }
        };
    }
}
