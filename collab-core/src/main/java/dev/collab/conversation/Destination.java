package dev.collab.conversation;

import dev.collab.model.GroupId;
import dev.collab.model.InboxSettings;
import java.util.Optional;

/**
 * Is where a conversation is to be moved.
 *
 * @param settings the settings of the inbox it is to go to
 * @param group whose queue it belongs to there; empty if only the inbox's admins are to take it from the queue
 * @param isLed whether the directory knows an active lead of that inbox, or of the group there
 * @param hasMembers whether the directory knows an active agent of the group; true if there is no group
 */
public record Destination(InboxSettings settings, Optional<GroupId> group, boolean isLed, boolean hasMembers) {}
