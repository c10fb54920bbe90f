package dev.collab.examples.helpdesk.web;

import dev.collab.outcome.Reason;

/** Says for each of the library's reasons which HTTP status it is and what a person reads. */
final class Refusals {
    private Refusals() {}

    static int status(Reason reason) {
        return switch (reason) {
            case UNKNOWN_CONVERSATION, UNKNOWN_ATTACHMENT, UNKNOWN_ENTRY, UNKNOWN_TOKEN -> 404;
            case NOT_PERMITTED, NOT_A_PARTICIPANT, COLLABORATION_OFF, LEVEL_TOO_HIGH, WINDOW_TOO_WIDE -> 403;
            case TEXT_BLANK,
                    TEXT_TOO_LONG,
                    TEXT_MALFORMED,
                    CANNOT_ADD_SELF,
                    CANDIDATE_UNAVAILABLE,
                    AGENT_UNAVAILABLE,
                    GROUP_UNAVAILABLE,
                    INBOX_UNAVAILABLE,
                    NOT_ON_CONVERSATION,
                    MENTION_REFUSED,
                    OTHER_CUSTOMER,
                    OUT_OF_ORDER -> 422;
            case WRONG_STATE,
                    CONVERSATION_CLOSED,
                    NO_ASSIGNEE,
                    ALREADY_ASSIGNEE,
                    ALREADY_ASSIGNED,
                    LIMIT_REACHED,
                    NO_CAPACITY,
                    NOT_A_COLLABORATOR,
                    IS_ASSIGNEE,
                    INVITATION_OVER,
                    ALREADY_TAKEN,
                    HELD,
                    TOO_LATE,
                    GROUP_INVITED,
                    ID_CONFLICT,
                    STALE_SETTINGS -> 409;
        };
    }

    static String title(Reason reason) {
        return switch (reason) {
            case UNKNOWN_CONVERSATION -> "There is no such conversation.";
            case NOT_PERMITTED -> "You may not do this.";
            case NOT_A_PARTICIPANT -> "Only the assignee and collaborators do this.";
            case WRONG_STATE -> "Not in the state the conversation is in.";
            case CONVERSATION_CLOSED -> "The conversation is closed; please open a new one.";
            case COLLABORATION_OFF -> "Collaboration is switched off.";
            case NO_ASSIGNEE -> "Nobody is assigned yet.";
            case ALREADY_ASSIGNEE -> "They are the assignee.";
            case ALREADY_ASSIGNED -> "Somebody else has it.";
            case CANNOT_ADD_SELF -> "Nobody adds themselves.";
            case CANDIDATE_UNAVAILABLE -> "This agent cannot be added.";
            case AGENT_UNAVAILABLE -> "It cannot go to this agent.";
            case GROUP_UNAVAILABLE -> "Nobody in this group could take it.";
            case LEVEL_TOO_HIGH -> "This level is higher than you may give.";
            case WINDOW_TOO_WIDE -> "You do not read that far back.";
            case LIMIT_REACHED -> "The conversation has no place left.";
            case NO_CAPACITY -> "The agent has too much to do.";
            case NOT_A_COLLABORATOR -> "They are not on the conversation.";
            case IS_ASSIGNEE -> "The assignee transfers or releases it.";
            case INVITATION_OVER -> "The invitation is over.";
            case ALREADY_TAKEN -> "A colleague was faster.";
            case NOT_ON_CONVERSATION -> "The note names agents who are not on the conversation.";
            case TEXT_BLANK -> "There is nothing in the text.";
            case TEXT_TOO_LONG -> "The text is too long.";
            case TEXT_MALFORMED -> "The text has characters that cannot be kept.";
            case HELD -> "Something newer arrived; please read it first.";
            case MENTION_REFUSED -> "The note mentions agents who cannot read it.";
            case UNKNOWN_ATTACHMENT -> "There is no such file.";
            case UNKNOWN_ENTRY -> "There is no such entry.";
            case TOO_LATE -> "The time to take it back is over.";
            case INBOX_UNAVAILABLE -> "It cannot go to this inbox.";
            case OTHER_CUSTOMER -> "These are of different customers.";
            case GROUP_INVITED -> "A group is asked; it stays open for the others.";
            case UNKNOWN_TOKEN -> "This link does not work.";
            case OUT_OF_ORDER -> "This does not go on where the last batch ended.";
            case ID_CONFLICT -> "The same key came before with another content.";
            case STALE_SETTINGS -> "Somebody changed the settings meanwhile.";
        };
    }
}
