package dev.collab.visibility;

import dev.collab.model.AgentId;
import dev.collab.model.AgentProfile;
import dev.collab.model.Author;
import dev.collab.model.Collaboration;
import dev.collab.model.CollaborationState;
import dev.collab.model.Level;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Says what somebody with access is to a conversation now; whoever has no access has no standing.
 *
 * <p>Only {@link Visibility} makes one, so holding it is the proof that the question of access was answered.
 */
public final class Standing {
    private final Author author;
    private final Set<Party> parties;
    private final Optional<AgentProfile> profile;
    private final Optional<Collaboration> collaboration;

    Standing(Author author, Set<Party> parties, Optional<AgentProfile> profile, Optional<Collaboration> collaboration) {
        this.author = author;
        this.parties = Collections.unmodifiableSet(EnumSet.copyOf(parties));
        this.profile = profile;
        this.collaboration = collaboration;
    }

    /** {@return how entries name them} */
    public Author author() {
        return author;
    }

    /** {@return everything they are; never empty} */
    public Set<Party> parties() {
        return parties;
    }

    /**
     * Tells whether they are something.
     *
     * @param party what to ask for
     * @return true if they are, whatever else they are
     */
    public boolean is(Party party) {
        return parties.contains(party);
    }

    /** {@return whether they supervise the conversation's group or are an admin of its inbox} */
    public boolean isLead() {
        return is(Party.SUPERVISOR) || is(Party.ADMIN);
    }

    /** {@return whether they are the assignee or a collaborator} */
    public boolean isParticipant() {
        return is(Party.ASSIGNEE) || is(Party.COLLABORATOR);
    }

    /** {@return what the directory knows of them; empty for customers and automations} */
    public Optional<AgentProfile> profile() {
        return profile;
    }

    /** {@return the grant they take part by; empty if they do not collaborate} */
    public Optional<Collaboration> collaboration() {
        return collaboration;
    }

    /** {@return whether they take part by a grant that is suspended} */
    public boolean isSuspended() {
        return collaboration
                .filter(grant -> grant.state() == CollaborationState.SUSPENDED)
                .isPresent();
    }

    /**
     * Gives the highest level they may hand on.
     *
     * @return RESPONDER for assignee, leads and automations, their own effective level for collaborators, OBSERVER for readers from
     *     outside
     */
    public Level ownLevel() {
        if (is(Party.ASSIGNEE) || is(Party.SYSTEM) || isLead()) {
            return Level.RESPONDER;
        }
        return is(Party.RESPONDER) ? Level.RESPONDER : is(Party.ADVISER) ? Level.ADVISER : Level.OBSERVER;
    }

    /**
     * Gives the first entry of the window they may hand on.
     *
     * @return 0 for all but collaborators with a narrower window who cannot read from outside either
     */
    public long ownWindow() {
        if (is(Party.ASSIGNEE) || is(Party.READER)) {
            return 0;
        }
        return collaboration.map(Collaboration::fromSequence).orElse(0L);
    }

    /**
     * Tells whether this is the given agent.
     *
     * @param agent any agent
     * @return false for customers and automations, whatever their id
     */
    public boolean isAgent(AgentId agent) {
        return author.isAgent(agent);
    }
}
