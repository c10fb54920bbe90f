package dev.collab.conversation;

import static dev.collab.model.ConversationStatus.OPEN;
import static dev.collab.model.ConversationStatus.RESOLVED;
import static dev.collab.visibility.Party.ADMIN;
import static dev.collab.visibility.Party.ADVISER;
import static dev.collab.visibility.Party.ASSIGNEE;
import static dev.collab.visibility.Party.COLLABORATOR;
import static dev.collab.visibility.Party.CUSTOMER;
import static dev.collab.visibility.Party.GROUP_AGENT;
import static dev.collab.visibility.Party.READER;
import static dev.collab.visibility.Party.RESPONDER;
import static dev.collab.visibility.Party.SUPERVISOR;
import static dev.collab.visibility.Party.SYSTEM;

import dev.collab.model.ConversationSettings;
import dev.collab.model.ConversationStatus;
import dev.collab.outcome.Reason;
import dev.collab.visibility.Party;
import dev.collab.visibility.Standing;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Names what can be done to a conversation: the table of acts, by whom and when.
 *
 * <p>It decides for those who have access; adding somebody asks the policy besides. The customer reads and writes at a
 * desk of their own.
 */
public enum Act {
    /** Answering the customer. */
    REPLY,

    /** Writing to agents. */
    NOTE,

    /** Adding or inviting somebody; whom the policy allows. */
    ADD,

    /** Raising or lowering somebody's level; whom the policy lets add at that level. */
    CHANGE_LEVEL,

    /** Taking somebody off it; collaborators only those they added themselves. */
    REMOVE,

    /** Leaving it. */
    LEAVE,

    /** Taking part as a lead, without being added. */
    JOIN,

    /** Taking it from its queue. */
    CLAIM,

    /** Handing it to another agent or group. */
    TRANSFER,

    /** Putting it back into its queue. */
    RELEASE,

    /** Declaring it answered; a RESPONDER only if the inbox lets them. */
    RESOLVE,

    /** Taking it up again; the customer does so by writing. */
    REOPEN,

    /** Ending it for good. */
    CLOSE,

    /** Changing the facts a policy looks at. */
    CHANGE_CASE,

    /** Taking back what an entry says: an admin anything, others what they wrote, for a while. */
    REDACT,

    /** Moving it to another inbox. */
    MOVE,

    /** Letting it go on in another conversation of the customer, or another one in it. */
    MERGE;

    /**
     * Decides whether somebody with access may do it, as far as the table says.
     *
     * @param standing what they are to the conversation
     * @param status the conversation's status
     * @param settings the inbox's choices
     * @return empty if they may, or why not
     */
    public Optional<Reason> refusal(Standing standing, ConversationStatus status, ConversationSettings settings) {
        if (who(settings).stream().noneMatch(standing::is)) {
            return Optional.of(notFor(standing));
        }
        return when().contains(status) ? Optional.empty() : Optional.of(Reason.WRONG_STATE);
    }

    private Set<Party> who(ConversationSettings settings) {
        return switch (this) {
            case REPLY -> EnumSet.of(RESPONDER);
            case NOTE -> EnumSet.of(ADVISER);
            case ADD -> EnumSet.of(ASSIGNEE, COLLABORATOR, READER, SYSTEM);
            case CHANGE_LEVEL -> EnumSet.of(ASSIGNEE, COLLABORATOR, READER);
            case REMOVE -> EnumSet.of(ASSIGNEE, SUPERVISOR, ADMIN, COLLABORATOR);
            case LEAVE -> EnumSet.of(COLLABORATOR);
            case JOIN -> EnumSet.of(SUPERVISOR, ADMIN);
            case CLAIM -> EnumSet.of(GROUP_AGENT, SUPERVISOR, ADMIN);
            case RESOLVE ->
                settings.responderResolves()
                        ? EnumSet.of(ASSIGNEE, SUPERVISOR, ADMIN, SYSTEM, RESPONDER)
                        : EnumSet.of(ASSIGNEE, SUPERVISOR, ADMIN, SYSTEM);
            case TRANSFER, RELEASE, REOPEN -> EnumSet.of(ASSIGNEE, SUPERVISOR, ADMIN, SYSTEM);
            case CLOSE, CHANGE_CASE, MOVE, MERGE -> EnumSet.of(SUPERVISOR, ADMIN, SYSTEM);
            case REDACT -> EnumSet.of(ASSIGNEE, COLLABORATOR, READER, CUSTOMER);
        };
    }

    private Set<ConversationStatus> when() {
        return switch (this) {
            case REPLY, ADD, CHANGE_LEVEL, JOIN, CLAIM, TRANSFER, RELEASE, RESOLVE -> EnumSet.of(OPEN);
            case NOTE, REMOVE, LEAVE, CLOSE, CHANGE_CASE, MOVE, MERGE -> EnumSet.of(OPEN, RESOLVED);
            case REOPEN -> EnumSet.of(RESOLVED);
            case REDACT -> EnumSet.allOf(ConversationStatus.class);
        };
    }

    private Reason notFor(Standing standing) {
        boolean forParticipants = this == REPLY || this == NOTE || this == LEAVE;
        if (!forParticipants) {
            return Reason.NOT_PERMITTED;
        }
        if (!standing.isParticipant()) {
            return Reason.NOT_A_PARTICIPANT;
        }
        // Whoever is suspended could do it in another state; nobody else is told to wait for one.
        return standing.isSuspended() ? Reason.WRONG_STATE : Reason.NOT_PERMITTED;
    }
}
