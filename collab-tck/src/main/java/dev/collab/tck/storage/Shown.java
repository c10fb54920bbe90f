package dev.collab.tck.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.model.AgentId;
import dev.collab.model.Audience;
import dev.collab.model.AudienceKey;
import dev.collab.model.CommandRef;
import dev.collab.model.ConversationHead;
import dev.collab.model.ConversationId;
import dev.collab.model.CustomerId;
import dev.collab.model.InboxId;
import dev.collab.model.InboxSettings;
import dev.collab.model.Notification;
import dev.collab.model.Numbering;
import dev.collab.model.StoredReceipt;
import dev.collab.model.TimelineEntry;
import dev.collab.model.TimelineScope;
import dev.collab.model.TimelineScope.Lane;
import dev.collab.spi.CollaborationQuery;
import dev.collab.spi.CollaborationRecord;
import dev.collab.spi.CommitResult;
import dev.collab.spi.ConversationQuery.ListKind;
import dev.collab.spi.CountQuery;
import dev.collab.spi.IdQuery;
import dev.collab.spi.ListedConversation;
import dev.collab.spi.Outbox.Claim;
import dev.collab.spi.Storage;
import dev.collab.spi.TimelineQuery;
import dev.collab.spi.TimelineQuery.Direction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a storage shows, asked as simply as can be. */
final class Shown {
    /** More than any of the small conversations holds. */
    static final int MANY = 1_000;

    private Shown() {}

    static void commit(Storage storage, Commits commit) {
        assertThat(storage.conversations().commit(commit.build()))
                .as("the answer to a commit of revision %d", commit.head().revision())
                .isEqualTo(CommitResult.COMMITTED);
    }

    static void change(Storage storage, InboxId inbox) {
        var next = Samples.change(storage.inboxes().load(inbox));
        assertThat(storage.inboxes().compareAndSet(next))
                .as("the change to %s", next.after())
                .isTrue();
    }

    static ConversationHead head(Storage storage, ConversationId id) {
        return storage.conversations().load(id, null).orElseThrow().head();
    }

    static @Nullable StoredReceipt receipt(Storage storage, CommandRef command) {
        return storage.conversations()
                .load(command.conversation(), command)
                .orElseThrow()
                .receipt();
    }

    static TimelineScope everything(Numbering numbering) {
        var lanes = Arrays.stream(Audience.values())
                .map(audience -> new Lane(AudienceKey.of(audience), 0))
                .toList();
        return new TimelineScope(lanes, Long.MAX_VALUE, numbering);
    }

    static List<TimelineEntry> timeline(Storage storage, ConversationId id) {
        return timeline(storage, id, Numbering.AGENTS);
    }

    static List<TimelineEntry> timeline(Storage storage, ConversationId id, Numbering numbering) {
        return storage.conversations().read(new TimelineQuery(id, everything(numbering), Direction.ASCENDING, 0, MANY));
    }

    static List<ListedConversation> list(Storage storage, ListViews viewer) {
        return storage.conversations().find(viewer.list(ListKind.ALL));
    }

    static List<CollaborationRecord> collaborations(Storage storage, ConversationId id) {
        return storage.collaborations().find(new CollaborationQuery(null, id, Instant.MIN, Instant.MAX, null, MANY));
    }

    static List<CollaborationRecord> collaborations(Storage storage, InboxId inbox) {
        return storage.collaborations().find(new CollaborationQuery(inbox, null, Instant.MIN, Instant.MAX, null, MANY));
    }

    static List<ConversationId> ids(Storage storage, InboxId inbox) {
        return storage.conversations().ids(IdQuery.of(inbox, null, MANY));
    }

    static List<ConversationId> ids(Storage storage, CustomerId customer) {
        return storage.conversations().ids(IdQuery.of(customer, null, MANY));
    }

    static int count(Storage storage, ConversationId id) {
        var query = new CountQuery(id, everything(Numbering.AGENTS), 0, MANY);
        return storage.conversations().count(List.of(query)).get(0);
    }

    static InboxSettings settings(Storage storage, InboxId inbox) {
        return storage.inboxes().load(inbox);
    }

    /** Takes all notifications out of the outbox, in the order of their delivery. */
    static List<Notification> delivered(Storage storage) {
        var delivered = new ArrayList<Notification>();
        // A bound, so that an outbox that gives the same for ever is found and not waited for.
        for (int round = 0; round < 100; round++) {
            var claimed = storage.outbox().claim("relay", Instant.MAX, Instant.MAX, MANY);
            if (claimed.isEmpty()) {
                break;
            }
            for (var one : claimed) {
                delivered.add(one.notification());
                storage.outbox().acknowledge(one.notification().id(), "relay");
            }
        }
        return delivered;
    }

    /** Everything that can be asked of a conversation without changing anything, by what was asked. */
    static Map<String, Object> of(
            Storage storage, ConversationId id, List<InboxId> inboxes, List<CommandRef> commands) {
        var conversations = storage.conversations();
        var shown = new LinkedHashMap<String, Object>();
        shown.put("load " + id, conversations.load(id, null));
        commands.forEach(command -> shown.put("load with " + command, conversations.load(id, command)));
        for (var numbering : Numbering.values()) {
            shown.put("read in the numbering of " + numbering, timeline(storage, id, numbering));
        }
        shown.put("count", count(storage, id));
        for (var agent : List.of("asha", "bo", "cy")) {
            shown.put("find for " + agent, list(storage, ListViews.agent(agent)));
            shown.put("is muted for " + agent, conversations.isMuted(id, new AgentId(agent)));
        }
        var admin = ListViews.agent("dee").with(Set.of(), Set.copyOf(inboxes), Set.of());
        shown.put("find for an admin", list(storage, admin));
        shown.put("find for the customer", list(storage, ListViews.customer(Samples.CARL.value())));
        shown.put("ids of the customer", ids(storage, Samples.CARL));
        shown.put("overdue", conversations.overdue(Instant.MAX, MANY));
        shown.put("collaborations of the conversation", collaborations(storage, id));
        for (var inbox : inboxes) {
            shown.put("ids of " + inbox, ids(storage, inbox));
            shown.put("collaborations of " + inbox, collaborations(storage, inbox));
            shown.put("settings of " + inbox, settings(storage, inbox));
            shown.put("history of " + inbox, storage.inboxes().history(inbox, Long.MAX_VALUE, MANY));
        }
        shown.put("parked", parked(storage));
        return shown;
    }

    static List<Claim> parked(Storage storage) {
        return storage.outbox().parked(null, MANY);
    }
}
