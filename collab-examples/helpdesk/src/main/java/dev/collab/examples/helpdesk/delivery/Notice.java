package dev.collab.examples.helpdesk.delivery;

import dev.collab.examples.helpdesk.json.Json;
import dev.collab.examples.helpdesk.live.Event;
import dev.collab.examples.helpdesk.live.Noticeboard;
import dev.collab.model.AgentId;
import dev.collab.model.ConversationId;
import dev.collab.model.NotificationId;
import dev.collab.model.NotificationKind;
import dev.collab.spi.Notifier.AgentNotification;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Is what the host tells an agent: ids and codes, no text, so that whoever reads it later learns nothing more.
 *
 * @param id the same at every delivery
 * @param recipient whom it is for
 * @param kind what happened
 * @param conversation what it is about
 * @param actor who caused it
 * @param subject the collaboration or invitation it is about; null if neither
 * @param sequence the entry it is about; null if none
 * @param at when it happened
 */
public record Notice(
        NotificationId id,
        AgentId recipient,
        NotificationKind kind,
        ConversationId conversation,
        String actor,
        @Nullable String subject,
        @Nullable Long sequence,
        Instant at) {
    static Notice of(AgentNotification told) {
        return new Notice(
                told.id(),
                told.recipient(),
                told.kind(),
                told.conversation(),
                told.actor(),
                told.subject(),
                told.sequence(),
                told.at());
    }

    /** {@return what the recipient's open screens are told} */
    public Noticeboard.Told told() {
        var hint = new Hint(id, kind, conversation, actor);
        return new Noticeboard.Told(recipient, new Event("notice", Json.text(hint)));
    }

    record Hint(NotificationId id, NotificationKind kind, ConversationId conversation, String actor) {}
}
