package dev.collab.inbox;

/**
 * Is one sentence of an inbox's settings, for an admin to read.
 *
 * <p>The text is made for people: it may be worded better in a later version, and nothing reads it back.
 *
 * @param about which setting it is about; no other setting has a part in the text
 * @param text the sentence, of one line; what the host has named stands in quotation marks
 */
public record PolicySentence(About about, String text) {
    /** Names the settings, in the order in which they are read. */
    public enum About {
        /** Whether collaboration is on. */
        COLLABORATION,

        /** Who may add whom: one sentence for each rule, in the order they are tried. */
        RULES,

        /** How many take part at most. */
        LIMIT,

        /** Whether agents who are offline may be added. */
        OFFLINE,

        /** Whether bots may be added. */
        BOTS,

        /** What mentioning somebody without access does. */
        MENTIONS,

        /** How long an invitation to a live chat stays open. */
        CHAT_INVITATION,

        /** How long an invitation to a ticket stays open. */
        TICKET_INVITATION,

        /** What switching off does. */
        WHEN_SWITCHED_OFF,

        /** The name customers know the inbox by. */
        PUBLIC_NAME,

        /** Under which name customers see a reply. */
        IDENTITY,

        /** What agents of its group read of a conversation from outside. */
        GROUP_READING,

        /** What other agents of the inbox read from outside. */
        OTHERS_READ,

        /** Whether a responder may resolve. */
        RESPONDER_RESOLVES,

        /** What resolving does to collaborations: one sentence for each channel. */
        WHEN_RESOLVED,

        /** What happens to a reply that missed something: one sentence for each channel. */
        COLLISION,

        /** The longest text. */
        TEXT_LIMIT,

        /** How long an author may redact. */
        REDACTION_WINDOW,

        /** How long a command is remembered. */
        KEYS_KEPT
    }

    /** {@return the text} */
    @Override
    public String toString() {
        return text;
    }
}
