package dev.collab.examples.helpdesk.delivery;

import dev.collab.model.AgentId;
import dev.collab.model.ConversationId;
import dev.collab.model.NotificationId;
import java.util.List;
import java.util.Optional;

/** Keeps what the host was handed; keeping the same id again changes nothing, as a delivery may be repeated. */
public interface Deliveries {
    /**
     * Keeps a notice.
     *
     * @param notice for an agent
     */
    void keep(Notice notice);

    /**
     * Keeps a letter.
     *
     * @param letter for a customer
     */
    void keep(Letter letter);

    /**
     * Takes the text out of a letter whose entry was redacted; nothing happens if there is none.
     *
     * @param conversation the thread
     * @param customerSequence its place in what the customer sees
     */
    void redact(ConversationId conversation, long customerSequence);

    /**
     * Finds a notice.
     *
     * @param id which
     * @return empty if it was never kept, or is forgotten
     */
    Optional<Notice> notice(NotificationId id);

    /**
     * Reads the notices of an agent, newest first.
     *
     * @param recipient whose
     * @return the newest 100 at most
     */
    List<Notice> notices(AgentId recipient);

    /**
     * Reads the letters of a thread, oldest first.
     *
     * @param conversation the thread
     * @return all of them
     */
    List<Letter> letters(ConversationId conversation);
}
