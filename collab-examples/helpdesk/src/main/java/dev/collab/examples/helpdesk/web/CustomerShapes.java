package dev.collab.examples.helpdesk.web;

import dev.collab.CustomerRow;
import dev.collab.conversation.CustomerEntry;
import dev.collab.conversation.CustomerView;
import dev.collab.model.Channel;
import dev.collab.model.ConversationId;
import dev.collab.model.ConversationStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shapes what customers read; there is no place in it for a note, a collaborator or the author of a reply. */
final class CustomerShapes {
    private CustomerShapes() {}

    record Entry(
            long sequence,
            String type,
            @Nullable String from,
            Instant at,
            @Nullable String text,
            boolean redacted) {}

    record Row(
            ConversationId id,
            Channel channel,
            @Nullable String subject,
            ConversationStatus status,
            Instant lastActivityAt,
            Entry preview,
            int unread) {}

    record View(
            ConversationId id,
            Channel channel,
            @Nullable String subject,
            ConversationStatus status,
            long messages,
            long version,
            Instant openedAt,
            Instant lastActivityAt) {}

    record Messages(List<Entry> entries, @Nullable String older, String newer) {}

    record Address(String name, String address) {}

    record Mail(
            String id,
            Address from,
            Address to,
            String subject,
            String messageId,
            @Nullable String inReplyTo,
            Instant at,
            @Nullable String text) {}

    static Entry entry(CustomerEntry entry) {
        var text = entry.text().orElse(null);
        return entry.fold(
                message -> new Entry(message.sequence(), "MESSAGE", null, message.at(), text, text == null),
                reply -> new Entry(reply.sequence(), "REPLY", reply.from(), reply.at(), text, text == null));
    }

    static Row row(CustomerRow row) {
        return new Row(
                row.id(),
                row.channel(),
                row.subject().orElse(null),
                row.status(),
                row.lastActivityAt(),
                entry(row.preview()),
                row.unread());
    }

    static View view(CustomerView view) {
        return new View(
                view.id(),
                view.channel(),
                view.subject().orElse(null),
                view.status(),
                view.messages(),
                view.version(),
                view.openedAt(),
                view.lastActivityAt());
    }
}
