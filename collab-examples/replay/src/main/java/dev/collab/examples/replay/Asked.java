package dev.collab.examples.replay;

import dev.collab.InvitationView;
import dev.collab.model.AgentId;

/**
 * Is what somebody saw while they were invited.
 *
 * @param invitee who
 * @param shown the invitation
 * @param sawMore whether they could read the timeline besides
 */
record Asked(AgentId invitee, InvitationView shown, boolean sawMore) {}
