package dev.collab.inmemory;

import dev.collab.model.AgentId;
import dev.collab.model.AgentProfile;
import dev.collab.model.InvalidArgumentException;
import dev.collab.spi.Directory;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Knows the people it was told of.
 *
 * <p>What is put in shows in the next answer. An answer is of one instant: no change comes in the middle of it.
 *
 * <pre>{@code
 * var people = new InMemoryDirectory()
 *         .add(bo, "Bo")
 *         .add(asha, "Asha", person -> person.role(shop, InboxRole.ADMIN));
 * }</pre>
 */
public final class InMemoryDirectory implements Directory {
    private final Object guard = new Object();
    private final Map<AgentId, AgentProfile> people = new TreeMap<>();
    private @Nullable RuntimeException outage;

    /** Starts with nobody. */
    public InMemoryDirectory() {}

    /**
     * Adds somebody about whom nothing but the name is special; see {@link Person}.
     *
     * @param agent the agent; whoever was known by this id is replaced
     * @param name what colleagues and customers call them, 1 to 200 characters
     * @return this directory
     */
    public InMemoryDirectory add(AgentId agent, String name) {
        return add(agent, name, UnaryOperator.identity());
    }

    /**
     * Adds somebody and says more about them.
     *
     * @param agent the agent; whoever was known by this id is replaced
     * @param name what colleagues and customers call them, 1 to 200 characters
     * @param details what to say
     * @return this directory
     */
    public InMemoryDirectory add(AgentId agent, String name, UnaryOperator<Person> details) {
        return put(details.apply(Person.named(agent, name)).profile());
    }

    /**
     * Puts in a whole profile.
     *
     * @param profile the profile; whoever was known by its id is replaced
     * @return this directory
     */
    public InMemoryDirectory put(AgentProfile profile) {
        synchronized (guard) {
            people.put(profile.id(), profile);
        }
        return this;
    }

    /**
     * Changes somebody.
     *
     * @param agent the agent
     * @param change what becomes of them, given who they are now
     * @return this directory
     * @throws InvalidArgumentException if nobody is known by this id
     */
    public InMemoryDirectory change(AgentId agent, UnaryOperator<Person> change) {
        synchronized (guard) {
            var known = people.get(agent);
            if (known == null) {
                throw new InvalidArgumentException("agent", "must have been added");
            }
            return put(change.apply(Person.of(known)).profile());
        }
    }

    /**
     * Makes somebody inactive; {@code change(agent, person -> person.active(true))} brings them back.
     *
     * @param agent the agent
     * @return this directory
     * @throws InvalidArgumentException if nobody is known by this id
     */
    public InMemoryDirectory deactivate(AgentId agent) {
        return change(agent, person -> person.active(false));
    }

    /**
     * Forgets somebody, as if they had never been.
     *
     * @param agent the agent; nothing changes if nobody is known by this id
     * @return this directory
     */
    public InMemoryDirectory remove(AgentId agent) {
        synchronized (guard) {
            people.remove(agent);
        }
        return this;
    }

    /**
     * Lets every question fail, as in an outage, until {@link #recover} is called.
     *
     * @param failure what to throw, the same each time
     */
    public void failWith(RuntimeException failure) {
        synchronized (guard) {
            outage = failure;
        }
    }

    /** Ends the outage; nothing changes if there is none. */
    public void recover() {
        synchronized (guard) {
            outage = null;
        }
    }

    /**
     * {@inheritDoc}
     *
     * <p>In natural order of the ids.
     *
     * @throws InvalidArgumentException if nobody is asked for
     */
    @Override
    public Map<AgentId, AgentProfile> find(Set<AgentId> agents) {
        Arguments.that(!agents.isEmpty(), "agents", "must name somebody");
        synchronized (guard) {
            failIfOut();
            var found = new TreeMap<AgentId, AgentProfile>();
            for (var agent : agents) {
                var known = people.get(agent);
                if (known != null) {
                    found.put(agent, known);
                }
            }
            return Collections.unmodifiableMap(found);
        }
    }

    /**
     * {@inheritDoc}
     *
     * <p>A text matches any part of the name, whatever the case of its letters; no language has its own way here.
     */
    @Override
    public List<AgentProfile> search(CandidateQuery query) {
        var text = query.text().toLowerCase(Locale.ROOT);
        var after = query.after();
        synchronized (guard) {
            failIfOut();
            var matches = new TreeMap<Position, AgentProfile>();
            for (var person : people.values()) {
                var position = new Position(person.name(), person.id());
                if ((after == null || position.compareTo(after) > 0)
                        && person.name().toLowerCase(Locale.ROOT).contains(text)
                        && query.scope().admits(person)) {
                    matches.put(position, person);
                }
            }
            return matches.values().stream().limit(query.limit()).toList();
        }
    }

    private void failIfOut() {
        if (outage != null) {
            throw outage;
        }
    }
}
