/** What a command or a read answers: done, or rejected for a reason; and what is thrown when it could not be decided. */
package dev.collab.outcome;
