package dev.collab.model;

import java.time.Instant;

/**
 * Remembers that a command was done.
 *
 * @param command which command
 * @param fingerprint a hash of what it said; a retry that says something else is refused
 * @param receipt what it left
 * @param keepUntil from when on a store may forget it
 */
public record StoredReceipt(CommandRef command, String fingerprint, Receipt receipt, Instant keepUntil) {}
