package dev.collab;

import java.util.Optional;

/**
 * Says how far an erasure has come.
 *
 * @param changed how many batches something was taken out of; 0 if there was no trace in what was looked at
 * @param next where to go on; empty when all is done
 */
public record ErasureProgress(int changed, Optional<ErasurePlace> next) {}
