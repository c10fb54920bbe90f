package dev.collab.outcome;

/** Says why a command or a read was refused; a code keeps its name and meaning from version to version. */
public enum Reason {
    /** There is no such conversation, or none that may be known of here. */
    UNKNOWN_CONVERSATION,

    /** Whoever asks may read this but not do it. */
    NOT_PERMITTED,

    /** Only the assignee and collaborators do this, and whoever asks is neither. */
    NOT_A_PARTICIPANT,

    /** Not in the state the conversation, or the collaboration, is in. */
    WRONG_STATE,

    /** The conversation is closed; the customer's message belongs into a follow-up. */
    CONVERSATION_CLOSED,

    /** Collaboration is switched off for the inbox. */
    COLLABORATION_OFF,

    /** Nobody is assigned, and whoever asks is no lead. */
    NO_ASSIGNEE,

    /** They are the assignee. */
    ALREADY_ASSIGNEE,

    /** Somebody else has it; the details name the agent. */
    ALREADY_ASSIGNED,

    /** Nobody adds themselves. */
    CANNOT_ADD_SELF,

    /** This agent cannot be added: unknown, inactive, or outside of what the policy allows. */
    CANDIDATE_UNAVAILABLE,

    /** The conversation cannot go to this agent: unknown, inactive, or without a place in the inbox. */
    AGENT_UNAVAILABLE,

    /** Nobody in this group could take it. */
    GROUP_UNAVAILABLE,

    /** Higher than the policy or the adder's own level allows. */
    LEVEL_TOO_HIGH,

    /** The adder does not read that far back. */
    WINDOW_TOO_WIDE,

    /** The conversation has no place left. */
    LIMIT_REACHED,

    /** The agent has too much to do. */
    NO_CAPACITY,

    /** They are not on the conversation. */
    NOT_A_COLLABORATOR,

    /** The assignee is not removed, but transfers or releases. */
    IS_ASSIGNEE,

    /** The invitation is not pending any more. */
    INVITATION_OVER,

    /** Another member of the group was faster. */
    ALREADY_TAKEN,

    /** The note names agents who are not on the conversation; the details name them. */
    NOT_ON_CONVERSATION,

    /** There is nothing in the text. */
    TEXT_BLANK,

    /** The text is longer than the inbox allows. */
    TEXT_TOO_LONG,

    /** The text has NUL, or a surrogate without its partner. */
    TEXT_MALFORMED,

    /** The reply missed something newer; the details hold what its author may see of it. */
    HELD,

    /** The note mentions agents who cannot read it; the details name them. */
    MENTION_REFUSED,

    /** There is no such file on the entry, or no such entry. */
    UNKNOWN_ATTACHMENT,

    /** There is no such entry, or none that may be known of here. */
    UNKNOWN_ENTRY,

    /** The time in which the author could take it back is over. */
    TOO_LATE,

    /** The conversation cannot go to this inbox: nobody leads it. */
    INBOX_UNAVAILABLE,

    /** The two conversations are not of the same customer. */
    OTHER_CUSTOMER,

    /** A group is asked; whoever declines leaves it open for the others. */
    GROUP_INVITED,

    /** The token is not for this person, was changed, or its time is over. */
    UNKNOWN_TOKEN,

    /** What is imported does not go on where the last batch ended; the details say where that is. */
    OUT_OF_ORDER,

    /** The same key came before with another content. */
    ID_CONFLICT,

    /** The settings have been changed since they were read. */
    STALE_SETTINGS
}
