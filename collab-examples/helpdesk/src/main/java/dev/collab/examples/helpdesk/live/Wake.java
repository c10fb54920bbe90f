package dev.collab.examples.helpdesk.live;

import dev.collab.model.ConversationId;
import dev.collab.model.NotificationId;
import java.util.Locale;

/**
 * Says that screens should read again; it carries an id, no content and no authority.
 *
 * @param kind whose screens, and why
 * @param about the id it is about; empty for everything
 */
public record Wake(Kind kind, String about) {
    /** Says whose screens should read, and why. */
    public enum Kind {
        /** Agents' screens: a conversation changed. */
        CONVERSATION,
        /** The customer's screens: what they see of a conversation changed. */
        CUSTOMER,
        /** One agent's screens: the notifier was handed something for them. */
        NOTICE,
        /** All agents' screens: somebody changed the settings. */
        SETTINGS,
        /** Everybody's screens: wakes may have been missed. */
        MISSED
    }

    /** Tells agents that the settings changed. */
    public static final Wake SETTINGS = new Wake(Kind.SETTINGS, "");

    /** Tells everybody that wakes may have been missed. */
    public static final Wake MISSED = new Wake(Kind.MISSED, "");

    /** Tells agents that a conversation changed. */
    public static Wake agents(ConversationId conversation) {
        return new Wake(Kind.CONVERSATION, conversation.value());
    }

    /** Tells the customer that what they see of a conversation changed. */
    public static Wake customer(ConversationId conversation) {
        return new Wake(Kind.CUSTOMER, conversation.value());
    }

    /** Tells an agent that there is a notice for them. */
    public static Wake notice(NotificationId notice) {
        return new Wake(Kind.NOTICE, notice.value());
    }

    /** {@return the wake as one line; ids hold no line break} */
    String line() {
        return kind.name().toLowerCase(Locale.ROOT) + " " + about;
    }

    static Wake parse(String line) {
        int blank = line.indexOf(' ');
        return new Wake(Kind.valueOf(line.substring(0, blank).toUpperCase(Locale.ROOT)), line.substring(blank + 1));
    }
}
