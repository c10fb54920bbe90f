package dev.collab.model;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Is what the host's directory knows of an agent now.
 *
 * @param id the agent
 * @param name what colleagues call them
 * @param publicName what customers may call them
 * @param active whether they may do anything at all
 * @param bot whether it is an automation that works like an agent
 * @param presence whether they can be expected to react
 * @param groups the groups they belong to, in natural order
 * @param roles what they are in each inbox they work in, in natural order of the inboxes
 * @param ceiling the highest level their account allows anywhere
 * @param customer the customer they are in private; null if not known
 */
public record AgentProfile(
        AgentId id,
        String name,
        String publicName,
        boolean active,
        boolean bot,
        Presence presence,
        Set<GroupId> groups,
        Map<InboxId, InboxRole> roles,
        Level ceiling,
        @Nullable CustomerId customer) {
    /** Copies the collections and checks the names. */
    public AgentProfile {
        Checks.label("agent's name", name, 200);
        Checks.label("agent's public name", publicName, 200);
        groups = Checks.sorted(groups);
        roles = Checks.sorted(roles);
    }

    /**
     * Tells whether they are an admin of an inbox.
     *
     * @param inbox the inbox
     * @return true for its admins only
     */
    public boolean isAdminOf(InboxId inbox) {
        return roles.get(inbox) == InboxRole.ADMIN;
    }

    /**
     * Tells whether they supervise a group in an inbox.
     *
     * @param inbox the inbox
     * @param group the group, or null for none
     * @return true if they are a supervisor there and belong to the group
     */
    public boolean supervises(InboxId inbox, @Nullable GroupId group) {
        return roles.get(inbox) == InboxRole.SUPERVISOR && group != null && groups.contains(group);
    }

    /**
     * Tells whether they lead a conversation of a group in an inbox.
     *
     * @param inbox the inbox
     * @param group the group, or null for none
     * @return true for supervisors of the group and admins of the inbox
     */
    public boolean leads(InboxId inbox, @Nullable GroupId group) {
        return isAdminOf(inbox) || supervises(inbox, group);
    }
}
