package dev.collab.jdbc;

import dev.collab.model.ConversationId;
import dev.collab.spi.Signal;
import java.util.function.Consumer;

/**
 * Holds signals back until the host's transaction is committed; for {@link ConnectionSource#joining}.
 *
 * <p>Otherwise open screens would read again before there is anything new to read, and after a rollback for nothing.
 *
 * <pre>{@code
 * AfterCommit.of(screens, task -> TransactionSynchronizationManager.registerSynchronization(
 *         new TransactionSynchronization() {
 *             public void afterCommit() {
 *                 task.run();
 *             }
 *         }));
 * }</pre>
 */
public final class AfterCommit implements Signal {
    private final Signal signal;
    private final Consumer<Runnable> afterCommit;

    private AfterCommit(Signal signal, Consumer<Runnable> afterCommit) {
        this.signal = signal;
        this.afterCommit = afterCommit;
    }

    /**
     * Makes a signal for {@code Collab.builder().signal}.
     *
     * @param signal who is to hear
     * @param afterCommit runs what it is given once the transaction of the calling thread is committed, and never if it
     *     is rolled back
     * @return the same signal, later
     */
    public static Signal of(Signal signal, Consumer<Runnable> afterCommit) {
        return new AfterCommit(signal, afterCommit);
    }

    @Override
    public void changed(ConversationId conversation) {
        afterCommit.accept(() -> signal.changed(conversation));
    }

    @Override
    public void customerChanged(ConversationId conversation) {
        afterCommit.accept(() -> signal.customerChanged(conversation));
    }
}
