package dev.collab.tck.storage;

import static dev.collab.tck.storage.Samples.NOW;

import dev.collab.model.Audience;
import dev.collab.model.AudienceKey;
import dev.collab.model.ConversationHead;
import dev.collab.model.ConversationHead.Counters;
import dev.collab.model.ConversationId;
import dev.collab.model.Numbering;
import dev.collab.model.Receipt;
import dev.collab.model.StoredReceipt;
import dev.collab.model.TimelineEntry;
import dev.collab.model.TimelineScope;
import dev.collab.model.TimelineScope.Lane;
import dev.collab.spi.CommitResult;
import dev.collab.spi.ConversationStore;
import dev.collab.spi.StoredConversation;
import dev.collab.spi.TimelineQuery;
import dev.collab.spi.TimelineQuery.Direction;
import dev.collab.tck.history.History;
import dev.collab.tck.storage.ConversationSpecification.Answer;
import dev.collab.tck.storage.ConversationSpecification.Call;
import dev.collab.tck.storage.ConversationSpecification.Commit;
import dev.collab.tck.storage.ConversationSpecification.Done;
import dev.collab.tck.storage.ConversationSpecification.Load;
import dev.collab.tck.storage.ConversationSpecification.Loaded;
import dev.collab.tck.storage.ConversationSpecification.Page;
import dev.collab.tck.storage.ConversationSpecification.Read;
import dev.collab.tck.storage.ConversationSpecification.Remember;
import dev.collab.tck.storage.ConversationSpecification.Result;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One of the threads that use a conversation; it goes by what it saw or made last. */
final class ConversationCaller {
    private static final TimelineScope PUBLIC =
            new TimelineScope(List.of(new Lane(AudienceKey.of(Audience.PUBLIC), 0)), Long.MAX_VALUE, Numbering.AGENTS);

    private final ConversationStore conversations;
    private final ConversationId id;
    private final History<Call, Answer> history;
    private final int thread;
    private @Nullable ConversationHead seen;
    private int calls;

    ConversationCaller(ConversationStore conversations, ConversationId id, History<Call, Answer> history, int thread) {
        this.conversations = conversations;
        this.id = id;
        this.history = history;
        this.thread = thread;
    }

    void call(Random random) {
        var key = random.nextBoolean() ? "a" : "b";
        calls++;
        switch (random.nextInt(9)) {
            case 0, 1, 2 -> commit(seen, random.nextBoolean() ? key : null);
            case 3 -> commit(seen, key);
            case 8 -> commit(ahead(), key);
            case 4 -> read(1 + random.nextInt(3));
            case 5 -> remember(key);
            default -> load(key);
        }
    }

    /** Opens the conversation before the others meet. */
    void open() {
        calls++;
        commit(null, null);
    }

    /** A head that nobody ever stores. */
    private ConversationHead ahead() {
        long revision = 1_000_000;
        return Heads.open(id.value()).counting(new Counters(revision, revision, revision, revision, revision - 1));
    }

    private void commit(@Nullable ConversationHead before, @Nullable String key) {
        long revision = before == null ? 0 : before.revision();
        var call = new Commit(text(), revision, key);
        var head = Heads.open(id.value())
                .active(NOW.plusSeconds(code()))
                .counting(new Counters(revision + 1, revision + 1, revision + 1, revision + 1, revision));
        var commit = (before == null ? Commits.first(id) : Commits.after(before))
                .head(head)
                .entries(Samples.message(id, revision, revision + 1, revision, call.what()));
        var complete = key == null ? commit : commit.remembering(receipt(key, call.what()));
        ask(call, () -> {
            var result = conversations.commit(complete.build());
            seen = result == CommitResult.COMMITTED ? head : seen;
            return new Result(result);
        });
    }

    private void load(String key) {
        ask(new Load(key), () -> {
            var stored = conversations.load(id, Samples.command(id, key));
            seen = stored.map(StoredConversation::head).orElse(null);
            return stored.map(ConversationCaller::loaded).orElse(new Loaded(0, null, null));
        });
    }

    private void read(int limit) {
        var query = new TimelineQuery(id, PUBLIC, Direction.DESCENDING, Long.MAX_VALUE, limit);
        ask(
                new Read(limit),
                () -> new Page(conversations.read(query).stream()
                        .map(TimelineEntry::text)
                        .toList()));
    }

    /** Only of a conversation that is known to exist, which the port asks for. */
    private void remember(String key) {
        if (seen == null) {
            load(key);
            return;
        }
        var call = new Remember(text(), key);
        ask(call, () -> {
            conversations.remember(receipt(key, call.what()));
            return new Done();
        });
    }

    private Answer ask(Call call, Supplier<Answer> port) {
        return history.ask("thread " + thread, call, port);
    }

    private StoredReceipt receipt(String key, String what) {
        return new StoredReceipt(
                Samples.command(id, key), what, new Receipt(0, Map.of(), NOW), NOW.plus(Duration.ofDays(7)));
    }

    /** A number that names the call, for a head to carry as its time. */
    private int code() {
        return thread * 10 + calls;
    }

    private String text() {
        return text(code());
    }

    private static String text(long code) {
        return "m" + code / 10 + "." + code % 10;
    }

    private static Answer loaded(StoredConversation stored) {
        var head = stored.head();
        var receipt = stored.receipt();
        long code = Duration.between(NOW, head.lastActivityAt()).toSeconds();
        return new Loaded(head.revision(), text(code), receipt == null ? null : receipt.fingerprint());
    }
}
