package dev.collab.collaboration;

import dev.collab.model.AgentId;
import dev.collab.model.AgentProfile;
import dev.collab.model.GroupId;
import dev.collab.model.Presence;
import java.util.Set;

/**
 * Shows somebody who may be added.
 *
 * @param agent who
 * @param name their name
 * @param groups the groups they belong to, in natural order
 * @param presence whether they can be expected to react
 * @param bot whether it is an automation
 */
public record Candidate(AgentId agent, String name, Set<GroupId> groups, Presence presence, boolean bot) {
    /**
     * Shows an agent of the directory.
     *
     * @param profile what the directory knows of them
     * @return what a search shows
     */
    public static Candidate of(AgentProfile profile) {
        return new Candidate(profile.id(), profile.name(), profile.groups(), profile.presence(), profile.bot());
    }
}
