package dev.collab.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Holds everything an inbox admin decides about an inbox.
 *
 * @param inbox the inbox
 * @param revision how often it was changed; 0 for an inbox nobody has touched, which is off
 * @param epoch the collaboration epoch: grants of an earlier one are over
 * @param invitationEpoch how often collaboration was switched off: invitations of an earlier one are over
 * @param epochSince when the epoch last advanced; null if it never did
 * @param publicName the name customers know the inbox by, at most 200 characters
 * @param collaboration who may add whom
 * @param conversations how conversations go
 */
public record InboxSettings(
        InboxId inbox,
        long revision,
        long epoch,
        long invitationEpoch,
        @Nullable Instant epochSince,
        String publicName,
        CollaborationSettings collaboration,
        ConversationSettings conversations) {
    /** What customers read until the admin gives the inbox a name. */
    public static final String UNNAMED = "Support";

    /** Checks the values. */
    public InboxSettings {
        Checks.notNegative("revision", revision);
        Checks.notNegative("epoch", epoch);
        Checks.notNegative("invitation epoch", invitationEpoch);
        Checks.label("public name", publicName, 200);
    }

    /**
     * Gives the settings of an inbox nobody has touched.
     *
     * @param inbox the inbox
     * @return collaboration off, at revision 0
     */
    public static InboxSettings untouched(InboxId inbox) {
        return new InboxSettings(
                inbox, 0, 0, 0, null, UNNAMED, CollaborationSettings.OFF, ConversationSettings.DEFAULTS);
    }

    /**
     * Gives the same settings under another public name.
     *
     * @param name the name
     * @return a copy
     */
    public InboxSettings withPublicName(String name) {
        return new InboxSettings(
                inbox, revision, epoch, invitationEpoch, epochSince, name, collaboration, conversations);
    }

    /**
     * Gives the same settings with another policy.
     *
     * @param other the policy
     * @return a copy
     */
    public InboxSettings withCollaboration(CollaborationSettings other) {
        return new InboxSettings(inbox, revision, epoch, invitationEpoch, epochSince, publicName, other, conversations);
    }

    /**
     * Gives the same settings with other choices for conversations.
     *
     * @param other the choices
     * @return a copy
     */
    public InboxSettings withConversations(ConversationSettings other) {
        return new InboxSettings(inbox, revision, epoch, invitationEpoch, epochSince, publicName, collaboration, other);
    }
}
