package dev.collab.conversation;

import dev.collab.outcome.Details;

/**
 * Says which line of an imported history the reason is about: the one that is refused, or the one expected next.
 *
 * @param number counted from 0 over all batches
 */
public record AtLine(long number) implements Details {}
