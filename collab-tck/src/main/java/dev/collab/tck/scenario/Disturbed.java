package dev.collab.tck.scenario;

import dev.collab.spi.CollaborationStore;
import dev.collab.spi.ConversationStore;
import dev.collab.spi.InboxStore;
import dev.collab.spi.Outbox;
import dev.collab.spi.Storage;
import dev.collab.spi.StorageException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;

/** Is a storage on whose way something happens after a call to its conversations. */
final class Disturbed implements Storage {
    private final Storage behind;
    private final After after;

    private Disturbed(Storage behind, After after) {
        this.behind = behind;
        this.after = after;
    }

    /** Is called when a method of the store has been. */
    private interface After {
        void called(String method);
    }

    /** {@return a storage whose line is cut after each commit, so that its answer does not arrive} */
    static Storage cutOff(Storage behind) {
        return new Disturbed(behind, method -> {
            if (method.equals("commit")) {
                throw StorageException.outcomeUnknown("the line was cut", new IllegalStateException("cut"));
            }
        });
    }

    /** {@return a storage after whose first load something else is done, before the answer arrives} */
    static Storage afterLoad(Storage behind, Runnable meanwhile) {
        var happened = new AtomicBoolean();
        return new Disturbed(behind, method -> {
            if (method.equals("load") && happened.compareAndSet(false, true)) {
                meanwhile.run();
            }
        });
    }

    @Override
    public ConversationStore conversations() {
        var type = ConversationStore.class;
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        var answer = method.invoke(behind.conversations(), arguments);
                        after.called(method.getName());
                        return answer;
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                }));
    }

    @Override
    public InboxStore inboxes() {
        return behind.inboxes();
    }

    @Override
    public CollaborationStore collaborations() {
        return behind.collaborations();
    }

    @Override
    public Outbox outbox() {
        return behind.outbox();
    }
}
