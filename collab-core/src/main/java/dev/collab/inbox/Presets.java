package dev.collab.inbox;

import dev.collab.model.AddRule;
import dev.collab.model.Adder;
import dev.collab.model.Candidates;
import dev.collab.model.CollaborationSettings;
import dev.collab.model.GroupId;
import dev.collab.model.InvalidArgumentException;
import dev.collab.model.Level;
import java.time.Duration;

/**
 * Gives whole policies for common cases, to start from.
 *
 * <p>Each is switched on but {@link #off}, has one rule for the assignee and the leads, and leaves everything else at
 * its default. They are ordinary settings: an admin who has chosen one can change it, and nothing remembers that it
 * was one.
 */
public final class Presets {
    private Presets() {}

    /**
     * Lets nobody add anybody.
     *
     * @return the policy, switched off
     */
    public static CollaborationSettings off() {
        return CollaborationSettings.OFF;
    }

    /**
     * Lets agents of a group help each other, up to answering the customer.
     *
     * @return the policy; whoever belongs to no group has no peers
     */
    public static CollaborationSettings peersHelp() {
        return ruledBy(rule("peers help").toAdd(Candidates.PEERS));
    }

    /**
     * Lets some groups help all others, up to answering the customer.
     *
     * @param first a group that helps
     * @param others further groups that help
     * @return the policy; agents of one's own group are not in it unless named
     */
    public static CollaborationSettings groupsHelp(GroupId first, GroupId... others) {
        var groups = new GroupId[others.length + 1];
        groups[0] = first;
        System.arraycopy(others, 0, groups, 1, others.length);
        return ruledBy(rule("groups help").toAdd(groups));
    }

    /**
     * Lets any agent advise, by notes the customer never sees.
     *
     * @return the policy
     */
    public static CollaborationSettings notesOnly() {
        return ruledBy(rule("notes only").upTo(Level.ADVISER));
    }

    /**
     * Lets superiors be asked in, who may decline.
     *
     * @return the policy; nobody but superiors can be asked
     */
    public static CollaborationSettings superiorsOnRequest() {
        return ruledBy(rule("superiors on request").toAdd(Candidates.SUPERIORS).byInvitation());
    }

    /**
     * Lets any agent of any group help for a while.
     *
     * @param time how long each collaboration lasts
     * @return the policy
     * @throws InvalidArgumentException if the time is not positive
     */
    public static CollaborationSettings acrossGroups(Duration time) {
        return ruledBy(rule("across groups").lasting(time));
    }

    private static AddRule rule(String name) {
        return AddRule.allow(name, Adder.ASSIGNEE, Adder.SUPERVISOR, Adder.ADMIN);
    }

    private static CollaborationSettings ruledBy(AddRule rule) {
        return CollaborationSettings.OFF.withEnabled(true).withRules(rule);
    }
}
