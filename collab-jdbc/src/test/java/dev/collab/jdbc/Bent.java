package dev.collab.jdbc;

import dev.collab.model.CommandRef;
import dev.collab.model.Commit;
import dev.collab.model.ConversationId;
import dev.collab.spi.CollaborationStore;
import dev.collab.spi.CommitResult;
import dev.collab.spi.ConversationStore;
import dev.collab.spi.InboxStore;
import dev.collab.spi.Outbox;
import dev.collab.spi.Storage;
import dev.collab.spi.StorageException;
import dev.collab.spi.StoredConversation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A storage with a mistake in it, to see that the tests see it. */
record Bent(Storage real, ConversationStore conversations) implements Storage {
    private static final int BEHIND_MILLIS = 100;

    /** Says of what is unknown that it was not done. */
    static Storage denying(Storage real) {
        return of(real, commit -> {
            try {
                return real.conversations().commit(commit);
            } catch (StorageException failure) {
                throw StorageException.nothingChanged("denied", failure);
            }
        });
    }

    /** Forgets with each commit what command it was. */
    static Storage forgetful(Storage real) {
        return rewriting(
                real,
                commit -> new Commit(
                        commit.head(),
                        commit.before(),
                        commit.settingsRevision(),
                        commit.entries(),
                        commit.redactions(),
                        commit.ended(),
                        commit.notifications(),
                        null));
    }

    /** Forgets with each commit whom to tell. */
    static Storage silent(Storage real) {
        return rewriting(
                real,
                commit -> new Commit(
                        commit.head(),
                        commit.before(),
                        commit.settingsRevision(),
                        commit.entries(),
                        commit.redactions(),
                        commit.ended(),
                        List.of(),
                        commit.receipt()));
    }

    private static Storage rewriting(Storage real, UnaryOperator<Commit> change) {
        return of(real, commit -> real.conversations().commit(change.apply(commit)));
    }

    /** Acknowledges at once what it stores a little later; who reads waits for it, so that only a crash shows it. */
    static Storage behind(Storage real) {
        Map<ConversationId, CompletableFuture<?>> late = new ConcurrentHashMap<>();
        var store = real.conversations();
        return of(
                real,
                "load",
                arguments -> {
                    var waited = late.get((ConversationId) arguments[0]);
                    if (waited != null) {
                        waited.join();
                    }
                    Optional<StoredConversation> loaded =
                            store.load((ConversationId) arguments[0], (CommandRef) arguments[1]);
                    return loaded;
                },
                commit -> {
                    var later = CompletableFuture.delayedExecutor(BEHIND_MILLIS, TimeUnit.MILLISECONDS);
                    late.put(commit.head().id(), CompletableFuture.runAsync(() -> store.commit(commit), later));
                    return CommitResult.COMMITTED;
                });
    }

    private static Storage of(Storage real, Function<Commit, CommitResult> commit) {
        return of(real, "", arguments -> arguments, commit);
    }

    private static Storage of(
            Storage real, String other, Function<Object[], Object> does, Function<Commit, CommitResult> commit) {
        var store = (ConversationStore) Proxy.newProxyInstance(
                ConversationStore.class.getClassLoader(),
                new Class<?>[] {ConversationStore.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("commit")) {
                        return commit.apply((Commit) arguments[0]);
                    }
                    if (method.getName().equals(other)) {
                        return does.apply(arguments);
                    }
                    try {
                        return method.invoke(real.conversations(), arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
        return new Bent(real, store);
    }

    @Override
    public InboxStore inboxes() {
        return real.inboxes();
    }

    @Override
    public CollaborationStore collaborations() {
        return real.collaborations();
    }

    @Override
    public Outbox outbox() {
        return real.outbox();
    }
}
