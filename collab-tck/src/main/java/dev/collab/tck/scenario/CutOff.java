package dev.collab.tck.scenario;

import dev.collab.spi.CollaborationStore;
import dev.collab.spi.ConversationStore;
import dev.collab.spi.InboxStore;
import dev.collab.spi.Outbox;
import dev.collab.spi.Storage;
import dev.collab.spi.StorageException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** Is a storage whose line is cut after each commit, so that its answer does not arrive. */
record CutOff(Storage behind) implements Storage {
    @Override
    public ConversationStore conversations() {
        var real = behind.conversations();
        return (ConversationStore) Proxy.newProxyInstance(
                ConversationStore.class.getClassLoader(),
                new Class<?>[] {ConversationStore.class},
                (proxy, method, arguments) -> {
                    Object answer;
                    try {
                        answer = method.invoke(real, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                    if (method.getName().equals("commit")) {
                        throw StorageException.outcomeUnknown("the line was cut", new IllegalStateException("cut"));
                    }
                    return answer;
                });
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
