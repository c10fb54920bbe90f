package dev.collab;

import dev.collab.model.ConversationId;

/**
 * Says how far an import has come.
 *
 * @param conversation the conversation here
 * @param next how many lines are here, which is the number of the next one
 */
public record Imported(ConversationId conversation, long next) {}
