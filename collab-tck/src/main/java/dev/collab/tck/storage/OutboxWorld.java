package dev.collab.tck.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.model.ActorKind;
import dev.collab.model.ConversationHead;
import dev.collab.model.ConversationId;
import dev.collab.model.Notification;
import dev.collab.model.NotificationId;
import dev.collab.spi.CommitResult;
import dev.collab.spi.Outbox;
import dev.collab.spi.Outbox.Claim;
import dev.collab.spi.Storage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A storage whose outbox is filled by the only way there is, a commit; for one thread. */
final class OutboxWorld {
    final Storage storage;
    final Outbox outbox;
    private final Map<ConversationId, ConversationHead> heads = new HashMap<>();

    OutboxWorld(Storage storage) {
        this.storage = storage;
        this.outbox = storage.outbox();
    }

    /** Commits a message that these are told of, in order, each written {@code "id@agent"}; gives what was stored. */
    List<Notification> tell(ConversationId conversation, String... idsAndAgents) {
        long revision = next(conversation).head().revision();
        var notifications = new ArrayList<Notification>();
        for (var one : idsAndAgents) {
            int at = one.indexOf('@');
            notifications.add(Samples.notification(
                    one.substring(0, at), conversation, one.substring(at + 1), revision, notifications.size()));
        }
        tell(conversation, notifications);
        return notifications;
    }

    void tell(ConversationId conversation, List<Notification> notifications) {
        var commit = next(conversation).telling(notifications.toArray(Notification[]::new));
        assertThat(storage.conversations().commit(commit.build()))
                .as("a commit that tells %s", notifications)
                .isEqualTo(CommitResult.COMMITTED);
        heads.put(conversation, commit.head());
    }

    /** What a commit would store now. */
    Commits next(ConversationId conversation) {
        var head = heads.get(conversation);
        return head == null ? Commits.first(conversation) : Commits.after(head);
    }

    /** Claims again and again until nothing is due, and gives all that was claimed. */
    List<Claim> drain(String claimer, Instant now, Instant leaseUntil, int limit) {
        var all = new ArrayList<Claim>();
        for (var batch = outbox.claim(claimer, now, leaseUntil, limit);
                !batch.isEmpty();
                batch = outbox.claim(claimer, now, leaseUntil, limit)) {
            assertBatch(batch, limit);
            all.addAll(batch);
            assertThat(all)
                    .as("claimed at %s until %s by claiming again and again", now, leaseUntil)
                    .doesNotHaveDuplicates();
        }
        return all;
    }

    /** Checks what holds for every batch. */
    static void assertBatch(List<Claim> batch, int limit) {
        assertThat(batch).as("a batch of at most %d", limit).hasSizeLessThanOrEqualTo(limit);
        assertThat(batch)
                .as("recipients in a batch, one line each")
                .extracting(claim -> Line.of(claim.notification()))
                .doesNotHaveDuplicates();
    }

    static Set<String> ids(List<Claim> claims) {
        return claims.stream().map(claim -> claim.notification().id().value()).collect(Collectors.toSet());
    }

    static NotificationId id(String value) {
        return new NotificationId(value);
    }

    /** Whose notifications are delivered one after the other. */
    record Line(ConversationId conversation, ActorKind recipientKind, String recipient) {
        static Line of(Notification notification) {
            return new Line(notification.conversation(), notification.recipientKind(), notification.recipient());
        }
    }
}
