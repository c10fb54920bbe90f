package dev.collab.inmemory;

import dev.collab.model.AgentId;
import dev.collab.model.AgentProfile;
import dev.collab.model.CustomerId;
import dev.collab.model.GroupId;
import dev.collab.model.InboxId;
import dev.collab.model.InboxRole;
import dev.collab.model.Level;
import dev.collab.model.Presence;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Describes somebody to an {@link InMemoryDirectory}, one word at a time.
 *
 * <p>Unless something else is said, a person is active and online, no bot, in no group and no inbox, known to customers
 * by the name colleagues use, and may be given any level. Values are immutable: each method gives a changed copy.
 */
public final class Person {
    private final AgentProfile profile;

    private Person(AgentProfile profile) {
        this.profile = profile;
    }

    static Person named(AgentId id, String name) {
        return new Person(new AgentProfile(
                id, name, name, true, false, Presence.ONLINE, Set.of(), Map.of(), Level.RESPONDER, null));
    }

    static Person of(AgentProfile profile) {
        return new Person(profile);
    }

    AgentProfile profile() {
        return profile;
    }

    /**
     * Changes what colleagues call the person; the public name stays.
     *
     * @param name 1 to 200 characters
     * @return a copy
     */
    public Person name(String name) {
        return with(name, profile.publicName(), profile.groups(), profile.roles(), profile.customer());
    }

    /**
     * Changes what customers may call the person.
     *
     * @param publicName 1 to 200 characters
     * @return a copy
     */
    public Person publicName(String publicName) {
        return with(profile.name(), publicName, profile.groups(), profile.roles(), profile.customer());
    }

    /**
     * Changes the groups the person belongs to.
     *
     * @param groups all of them; none for no group
     * @return a copy
     */
    public Person groups(GroupId... groups) {
        return with(profile.name(), profile.publicName(), Set.of(groups), profile.roles(), profile.customer());
    }

    /**
     * Changes what the person is in an inbox, and leaves other inboxes alone.
     *
     * @param inbox the inbox
     * @param role what they are there
     * @return a copy
     */
    public Person role(InboxId inbox, InboxRole role) {
        var roles = new TreeMap<>(profile.roles());
        roles.put(inbox, role);
        return with(profile.name(), profile.publicName(), profile.groups(), roles, profile.customer());
    }

    /**
     * Takes the person out of an inbox.
     *
     * @param inbox the inbox; nothing changes if they are not in it
     * @return a copy
     */
    public Person noRole(InboxId inbox) {
        var roles = new TreeMap<>(profile.roles());
        roles.remove(inbox);
        return with(profile.name(), profile.publicName(), profile.groups(), roles, profile.customer());
    }

    /**
     * Says which customer the person is in private.
     *
     * @param customer the customer; null if that is not known
     * @return a copy
     */
    public Person customer(@Nullable CustomerId customer) {
        return with(profile.name(), profile.publicName(), profile.groups(), profile.roles(), customer);
    }

    /**
     * Changes whether the person may do anything at all.
     *
     * @param active false for somebody who has left
     * @return a copy
     */
    public Person active(boolean active) {
        return with(active, profile.bot(), profile.presence(), profile.ceiling());
    }

    /**
     * Makes the person a bot.
     *
     * @return a copy
     */
    public Person bot() {
        return with(profile.active(), true, profile.presence(), profile.ceiling());
    }

    /**
     * Changes whether the person can be expected to react.
     *
     * @param presence where they are
     * @return a copy
     */
    public Person presence(Presence presence) {
        return with(profile.active(), profile.bot(), presence, profile.ceiling());
    }

    /**
     * Changes the highest level the person may be given.
     *
     * @param ceiling the level
     * @return a copy
     */
    public Person ceiling(Level ceiling) {
        return with(profile.active(), profile.bot(), profile.presence(), ceiling);
    }

    private Person with(
            String name,
            String publicName,
            Set<GroupId> groups,
            Map<InboxId, InboxRole> roles,
            @Nullable CustomerId customer) {
        return new Person(new AgentProfile(
                profile.id(),
                name,
                publicName,
                profile.active(),
                profile.bot(),
                profile.presence(),
                groups,
                roles,
                profile.ceiling(),
                customer));
    }

    private Person with(boolean active, boolean bot, Presence presence, Level ceiling) {
        return new Person(new AgentProfile(
                profile.id(),
                profile.name(),
                profile.publicName(),
                active,
                bot,
                presence,
                profile.groups(),
                profile.roles(),
                ceiling,
                profile.customer()));
    }
}
