package dev.collab.tck.storage;

import dev.collab.model.ConversationId;
import dev.collab.model.InboxId;
import dev.collab.tck.history.History;
import dev.collab.tck.history.Linearizability;
import dev.collab.tck.history.Specification;
import dev.collab.tck.suite.Chapter;
import dev.collab.tck.suite.Clause;
import dev.collab.tck.suite.StorageBench;
import dev.collab.tck.suite.StorageSuite;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Records many small histories of threads that meet, because small ones find more than large ones, and orders them. */
public abstract class LinearizabilitySuite extends StorageSuite {
    private static final int HISTORIES = 120;

    /**
     * Makes a suite.
     *
     * @param bench the storage under test
     */
    protected LinearizabilitySuite(StorageBench bench) {
        super(bench);
    }

    @Test
    @Clause(value = "ConversationStore.commit", read = Chapter.CONCURRENCY)
    @DisplayName("P-23 P-24 P-27 of a conversation have an order in which one thread alone would have heard the same")
    void conversation() {
        var conversations = empty().conversations();
        for (long seed = 1; seed <= HISTORIES * (long) bench().effort(); seed++) {
            var id = new ConversationId("chat-" + seed);
            var history = new History<ConversationSpecification.Call, ConversationSpecification.Answer>();
            if (seed % 2 == 0) {
                new ConversationCaller(conversations, id, history, 0).open();
            }
            run(seed, thread -> new ConversationCaller(conversations, id, history, thread)::call);
            check(seed, new ConversationSpecification(), history);
        }
    }

    @Test
    @Clause(value = "InboxStore.compareAndSet", read = Chapter.CONCURRENCY)
    @DisplayName("P-23 B-1 of an inbox's settings have an order in which one thread alone would have heard the same")
    void settings() {
        var inboxes = empty().inboxes();
        for (long seed = 1; seed <= HISTORIES / 2 * (long) bench().effort(); seed++) {
            var id = new InboxId("inbox-" + seed);
            var history = new History<SettingsSpecification.Call, SettingsSpecification.Answer>();
            run(seed, thread -> new SettingsCaller(inboxes, id, history, thread)::call);
            check(seed, new SettingsSpecification(), history);
        }
    }

    /** Two to four threads, two to four calls each. */
    private static void run(long seed, IntFunction<Consumer<Random>> callers) {
        var drawn = new Random(seed);
        int threads = 2 + drawn.nextInt(3);
        int each = 2 + drawn.nextInt(3);
        new Crowd()
                .times(threads, number -> {
                    var random = new Random(31 * seed + number);
                    var caller = callers.apply(number + 1);
                    for (int call = 0; call < each; call++) {
                        caller.accept(random);
                    }
                })
                .run();
    }

    private static <S, C, A> void check(long seed, Specification<S, C, A> specification, History<C, A> history) {
        if (Linearizability.orderOf(specification, history.operations()).isEmpty()) {
            throw new AssertionError("history " + seed + ", with the ticks between which each call took place,"
                    + " has no such order:\n" + history);
        }
    }
}
