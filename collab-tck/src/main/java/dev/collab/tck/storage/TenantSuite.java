package dev.collab.tck.storage;

import static dev.collab.tck.storage.Samples.ASHA;
import static dev.collab.tck.storage.Samples.BO;
import static dev.collab.tck.storage.Samples.CARL;
import static dev.collab.tck.storage.Samples.CHAT;
import static dev.collab.tck.storage.Samples.NOW;
import static dev.collab.tck.storage.Samples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.model.ActorKind;
import dev.collab.model.ConversationId;
import dev.collab.model.InboxSettings;
import dev.collab.model.SettingsChange;
import dev.collab.model.ViewerMark;
import dev.collab.spi.Outbox.Failure;
import dev.collab.spi.Storage;
import dev.collab.tck.suite.Chapter;
import dev.collab.tck.suite.Clause;
import dev.collab.tck.suite.StorageBench;
import dev.collab.tck.suite.StorageSuite;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Asks whether storages with equal ids know nothing of each other: what one answers is the same whether or not another
 * one is used between its calls.
 */
public abstract class TenantSuite extends StorageSuite {
    private static final Set<Object> NOTHING =
            Set.of(List.of(), Optional.empty(), 0, false, InboxSettings.untouched(SHOP));

    /**
     * Makes a suite.
     *
     * @param bench the storage under test
     */
    protected TenantSuite(StorageBench bench) {
        super(bench);
    }

    @Test
    @Clause(value = "Storage.conversations", read = Chapter.CONCURRENCY)
    @DisplayName("P-12 answer for their own conversations, whatever happens to equal ones elsewhere")
    void conversations() {
        apart(conversationCalls());
    }

    @Test
    @Clause(value = "Storage.inboxes", read = Chapter.CONCURRENCY)
    @DisplayName("P-12 answer for their own settings, whatever happens to equal inboxes elsewhere")
    void inboxes() {
        apart(inboxCalls());
    }

    @Test
    @Clause(value = "Storage.collaborations", read = Chapter.CONCURRENCY)
    @DisplayName("P-12 answer for their own collaborations, whatever happens to equal ones elsewhere")
    void collaborations() {
        var calls = new LinkedHashMap<String, Function<Storage, Object>>();
        calls.put("CollaborationStore.find before", storage -> Shown.collaborations(storage, CHAT));
        calls.put("CollaborationStore.find by inbox before", storage -> Shown.collaborations(storage, SHOP));
        calls.put(
                "ConversationStore.commit",
                storage -> storage.conversations().commit(Story.opened().build()));
        calls.put("CollaborationStore.find by inbox", storage -> Shown.collaborations(storage, SHOP));
        calls.put(
                "ConversationStore.commit that ends it",
                storage -> storage.conversations().commit(Story.redacted().build()));
        calls.put("CollaborationStore.find by conversation", storage -> Shown.collaborations(storage, CHAT));
        apart(calls);
    }

    @Test
    @Clause(value = "Storage.outbox", read = Chapter.CONCURRENCY)
    @DisplayName("P-12 answer for their own notifications, whatever happens to equal ones elsewhere")
    void outbox() {
        apart(outboxCalls());
    }

    /** Between any two calls of one storage, another one is asked for up to three; both go through all of them. */
    private void apart(Map<String, Function<Storage, Object>> calls) {
        var alone = new ArrayList<String>();
        var quiet = empty();
        calls.forEach((name, call) -> {
            var answer = call.apply(quiet);
            if (name.endsWith("before")) {
                assertThat(answer).as("%s, of an empty storage", name).isIn(NOTHING);
            }
            alone.add(name + ": " + answer);
        });
        for (long seed = 1; seed <= 8; seed++) {
            var random = new Random(seed);
            var one = new Tenant(empty(), calls);
            var other = new Tenant(empty(), calls);
            while (!one.isDone() || !other.isDone()) {
                one.calls(random.nextInt(4));
                other.calls(random.nextInt(4));
            }
            assertThat(one.answers)
                    .as("seed %d, the answers of the first", seed)
                    .isEqualTo(alone);
            assertThat(other.answers)
                    .as("seed %d, the answers of the second", seed)
                    .isEqualTo(alone);
        }
    }

    private static Map<String, Function<Storage, Object>> conversationCalls() {
        var calls = new LinkedHashMap<String, Function<Storage, Object>>();
        calls.put("load before", storage -> storage.conversations().load(CHAT, Story.OPENED.command()));
        calls.put("read before", storage -> Shown.timeline(storage, CHAT));
        calls.put("find before", storage -> Shown.list(storage, ListViews.customer(CARL.value())));
        calls.put("ids before", storage -> Shown.ids(storage, CARL));
        calls.put("count before", storage -> Shown.count(storage, CHAT));
        calls.put("overdue before", storage -> storage.conversations().overdue(Instant.MAX, 10));
        calls.put("forgetReceipts before", storage -> storage.conversations().forgetReceipts(Instant.MAX, 10));
        calls.put(
                "commit",
                storage -> storage.conversations().commit(Story.opened().build()));
        calls.put("isMuted before", storage -> storage.conversations().isMuted(CHAT, BO));
        calls.put("mute", storage -> done(() -> storage.conversations().mute(CHAT, BO, true)));
        calls.put("isMuted", storage -> storage.conversations().isMuted(CHAT, BO));
        calls.put("find without mark", storage -> Shown.list(storage, ListViews.agent("asha")));
        calls.put(
                "mark",
                storage -> done(() -> storage.conversations().mark(new ViewerMark(CHAT, ActorKind.AGENT, "asha", 1))));
        calls.put("find", storage -> Shown.list(storage, ListViews.agent("asha")));
        calls.put("count", storage -> Shown.count(storage, CHAT));
        calls.put("overdue", storage -> storage.conversations().overdue(Instant.MAX, 10));
        var late = Samples.receipt(CHAT, "remembered", NOW);
        calls.put("remember", storage -> done(() -> storage.conversations().remember(late)));
        calls.put("load with receipt", storage -> storage.conversations().load(CHAT, late.command()));
        calls.put(
                "second commit",
                storage -> storage.conversations().commit(Story.redacted().build()));
        calls.put("load", storage -> storage.conversations().load(CHAT, Story.REDACTED.command()));
        calls.put("read", storage -> Shown.timeline(storage, CHAT));
        calls.put("ids", storage -> Shown.ids(storage, Story.BANK));
        calls.put("forgetReceipts", storage -> storage.conversations().forgetReceipts(Instant.MAX, 10));
        calls.put("load without receipt", storage -> storage.conversations().load(CHAT, Story.OPENED.command()));
        calls.put("unmute", storage -> done(() -> storage.conversations().mute(CHAT, BO, false)));
        calls.put("load another", storage -> storage.conversations().load(new ConversationId("other"), null));
        return calls;
    }

    private static Map<String, Function<Storage, Object>> inboxCalls() {
        var first = Samples.change(InboxSettings.untouched(SHOP));
        var second = new SettingsChange(
                ASHA, NOW, first.after(), Samples.change(first.after()).after());
        var calls = new LinkedHashMap<String, Function<Storage, Object>>();
        calls.put("load before", storage -> storage.inboxes().load(SHOP));
        calls.put("history before", storage -> storage.inboxes().history(SHOP, Long.MAX_VALUE, 10));
        calls.put(
                "commit on untouched settings",
                storage -> storage.conversations().commit(Commits.first(CHAT).build()));
        calls.put("compareAndSet", storage -> storage.inboxes().compareAndSet(first));
        calls.put("load", storage -> storage.inboxes().load(SHOP));
        calls.put(
                "commit on the first",
                storage -> storage.conversations()
                        .commit(Commits.after(Samples.head(CHAT, 1, 1, 1))
                                .settings(1)
                                .build()));
        calls.put("compareAndSet again", storage -> storage.inboxes().compareAndSet(second));
        calls.put("history", storage -> storage.inboxes().history(SHOP, Long.MAX_VALUE, 10));
        return calls;
    }

    private static Map<String, Function<Storage, Object>> outboxCalls() {
        var told = Story.opened().notifications();
        var calls = new LinkedHashMap<String, Function<Storage, Object>>();
        calls.put("claim before", storage -> storage.outbox().claim("relay", NOW, NOW, 10));
        calls.put(
                "commit",
                storage -> storage.conversations().commit(Story.opened().build()));
        calls.put(
                "claim",
                storage -> storage.outbox()
                        .claim("relay", NOW, NOW.plusSeconds(1), 10)
                        .size());
        calls.put("parked before", Shown::parked);
        calls.put("fail", storage -> storage.outbox().fail(told.get(0).id(), "relay", new Failure(null)));
        calls.put(
                "acknowledge",
                storage -> storage.outbox().acknowledge(told.get(1).id(), "relay"));
        calls.put("parked", Shown::parked);
        calls.put("retry", storage -> storage.outbox().retry(told.get(0).id()));
        calls.put("claim again", storage -> storage.outbox().claim("relay", NOW, NOW, 10));
        calls.put(
                "acknowledge the last",
                storage -> storage.outbox().acknowledge(told.get(0).id(), "relay"));
        calls.put("claim after", storage -> storage.outbox().claim("relay", Instant.MAX, Instant.MAX, 10));
        return calls;
    }

    private static String done(Runnable action) {
        action.run();
        return "done";
    }

    /** A storage and how far it has come. */
    private static final class Tenant {
        private final Storage storage;
        private final List<Map.Entry<String, Function<Storage, Object>>> calls;
        private final List<String> answers = new ArrayList<>();

        Tenant(Storage storage, Map<String, Function<Storage, Object>> calls) {
            this.storage = storage;
            this.calls = List.copyOf(calls.entrySet());
        }

        boolean isDone() {
            return answers.size() == calls.size();
        }

        void calls(int count) {
            for (int number = 0; number < count && !isDone(); number++) {
                var next = calls.get(answers.size());
                answers.add(next.getKey() + ": " + next.getValue().apply(storage));
            }
        }
    }
}
