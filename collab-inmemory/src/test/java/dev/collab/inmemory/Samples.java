package dev.collab.inmemory;

import dev.collab.model.ActorKind;
import dev.collab.model.AgentId;
import dev.collab.model.Audience;
import dev.collab.model.Author;
import dev.collab.model.CaseFacts;
import dev.collab.model.Channel;
import dev.collab.model.ConversationHead;
import dev.collab.model.ConversationHead.Counters;
import dev.collab.model.ConversationId;
import dev.collab.model.ConversationStatus;
import dev.collab.model.CustomerId;
import dev.collab.model.EntryKind;
import dev.collab.model.InboxId;
import dev.collab.model.InboxSettings;
import dev.collab.model.Notification;
import dev.collab.model.NotificationId;
import dev.collab.model.NotificationKind;
import dev.collab.model.SettingsChange;
import dev.collab.model.TimelineEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Values that many tests need and none is about. */
final class Samples {
    static final Instant NOW = Instant.parse("2030-01-01T09:00:00Z");
    static final InboxId SHOP = new InboxId("shop");
    static final ConversationId CHAT = new ConversationId("chat");
    static final AgentId ASHA = new AgentId("asha");
    static final AgentId BO = new AgentId("bo");
    static final CustomerId CARL = new CustomerId("carl");

    private Samples() {}

    static ConversationHead head(ConversationId id, long revision, long entries, long customerEntries) {
        return new ConversationHead(
                id,
                SHOP,
                CARL,
                "Carl",
                Channel.LIVE_CHAT,
                null,
                CaseFacts.of(null),
                ConversationStatus.OPEN,
                null,
                0,
                List.of(),
                List.of(),
                null,
                null,
                new Counters(revision, entries, customerEntries, customerEntries, Math.max(entries - 1, 0)),
                NOW,
                NOW);
    }

    static TimelineEntry message(ConversationId id, long sequence, long revision, long customerSequence, String text) {
        return new TimelineEntry(
                id,
                sequence,
                revision,
                customerSequence,
                EntryKind.CUSTOMER_MESSAGE,
                Audience.PUBLIC,
                Set.of(),
                new Author(ActorKind.CUSTOMER, CARL.value(), "Carl"),
                null,
                text,
                List.of(),
                Map.of(),
                null,
                NOW,
                false);
    }

    static TimelineEntry note(
            ConversationId id, long sequence, long revision, Audience audience, Set<AgentId> readers) {
        return new TimelineEntry(
                id,
                sequence,
                revision,
                null,
                EntryKind.NOTE,
                audience,
                readers,
                new Author(ActorKind.AGENT, ASHA.value(), "Asha"),
                null,
                "note " + sequence,
                List.of(),
                Map.of(),
                null,
                NOW,
                false);
    }

    static Notification notification(String id, ConversationId conversation, String agent, long revision, int ordinal) {
        return new Notification(
                new NotificationId(id),
                SHOP,
                conversation,
                ActorKind.AGENT,
                agent,
                NotificationKind.CUSTOMER_WROTE,
                revision,
                ordinal,
                revision - 1,
                CARL.value(),
                null,
                NOW);
    }

    /** Makes the next revision of the settings, told apart by the public name. */
    static SettingsChange change(InboxSettings before) {
        var after = new InboxSettings(
                before.inbox(),
                before.revision() + 1,
                before.epoch(),
                before.invitationEpoch(),
                before.epochSince(),
                "name " + (before.revision() + 1),
                before.collaboration(),
                before.conversations());
        return new SettingsChange(ASHA, NOW, before, after);
    }
}
