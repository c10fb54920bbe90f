package dev.collab.spi;

/**
 * Keeps everything of one tenant.
 *
 * <p>The stores share their transactions: what {@link ConversationStore#commit} takes, all of them show, or none. Times
 * they are given to keep are to the millisecond, in the years 1 to 9999; the bounds of a question may be any.
 */
public interface Storage {
    /** {@return where conversations are kept} */
    ConversationStore conversations();

    /** {@return where the settings of inboxes are kept} */
    InboxStore inboxes();

    /** {@return where collaborations are found for reports} */
    CollaborationStore collaborations();

    /** {@return where the newest entries come with the load; unless said otherwise it loads and then reads} */
    default NewestStore newest() {
        return NewestStore.over(conversations());
    }

    /** {@return where notifications wait for delivery} */
    Outbox outbox();
}
