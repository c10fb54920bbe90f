package dev.collab.examples.helpdesk;

import dev.collab.examples.helpdesk.delivery.MemoryDeliveries;
import dev.collab.examples.helpdesk.live.LocalWakes;
import dev.collab.inmemory.InMemoryStorage;
import dev.collab.spi.ConversationStore;
import dev.collab.spi.Storage;
import dev.collab.spi.StorageException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;

/** Is a storage that breaks when a test says so. */
final class FragileStorage {
    private enum State {
        WHOLE,
        BREAKS_BEFORE_ANYTHING,
        BREAKS_AFTER_COMMIT
    }

    private volatile State state = State.WHOLE;

    void breakBeforeAnything() {
        state = State.BREAKS_BEFORE_ANYTHING;
    }

    void breakAfterCommit() {
        state = State.BREAKS_AFTER_COMMIT;
    }

    void mend() {
        state = State.WHOLE;
    }

    Store store() {
        var whole = new InMemoryStorage();
        var conversations = fragile(ConversationStore.class, whole.conversations());
        var storage = (Storage) Proxy.newProxyInstance(
                Storage.class.getClassLoader(),
                new Class<?>[] {Storage.class},
                (proxy, method, arguments) ->
                        method.getName().equals("conversations") ? conversations : call(whole, method, arguments));
        return new Store("fragile", null, storage, new MemoryDeliveries(), new LocalWakes(), new ArrayDeque<>());
    }

    private <T> T fragile(Class<T> type, T whole) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (state == State.BREAKS_BEFORE_ANYTHING) {
                        throw StorageException.nothingChanged("canary", new IllegalStateException("canary"));
                    }
                    var answer = call(whole, method, arguments);
                    if (state == State.BREAKS_AFTER_COMMIT && method.getName().equals("commit")) {
                        throw StorageException.outcomeUnknown("canary", new IllegalStateException("canary"));
                    }
                    return answer;
                }));
    }

    private static Object call(Object whole, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(whole, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }
}
