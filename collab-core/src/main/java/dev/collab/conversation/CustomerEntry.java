package dev.collab.conversation;

import dev.collab.model.Attachment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Shows the customer one entry of their conversation: what they wrote, or what they were answered.
 *
 * <p>There is no third case and no place for an author, so that nothing internal can be put into it.
 */
public sealed interface CustomerEntry {
    /** {@return its place in what the customer sees: 0, 1, 2 … without a gap} */
    long sequence();

    /** {@return when, to the millisecond} */
    Instant at();

    /** {@return the text; empty if it was redacted} */
    Optional<String> text();

    /** {@return the files that came with it} */
    List<Attachment> attachments();

    /**
     * The customer wrote.
     *
     * @param sequence its place in what the customer sees
     * @param at when
     * @param text what they wrote; empty if it was redacted
     * @param attachments the files that came with it
     */
    record Message(long sequence, Instant at, Optional<String> text, List<Attachment> attachments)
            implements CustomerEntry {}

    /**
     * The customer was answered.
     *
     * @param sequence its place in what the customer sees
     * @param from the name it was presented under
     * @param at when
     * @param text what they read; empty if it was redacted
     * @param attachments the files that came with it
     */
    record Reply(long sequence, String from, Instant at, Optional<String> text, List<Attachment> attachments)
            implements CustomerEntry {}

    /**
     * Turns each case into one value.
     *
     * @param <R> the value's type
     * @param message what to make of the customer's own message
     * @param reply what to make of a reply
     * @return what the function of the case gave
     */
    default <R> R fold(Function<? super Message, ? extends R> message, Function<? super Reply, ? extends R> reply) {
        return this instanceof Message one ? message.apply(one) : reply.apply((Reply) this);
    }
}
