package dev.collab.tck.broken;

import dev.collab.model.AgentId;
import dev.collab.model.AgentProfile;
import dev.collab.model.CandidateScope;
import dev.collab.model.Level;
import dev.collab.model.Presence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Directories that break one thing each, as one that asks a database or a directory service may. */
final class BrokenDirectories {
    private BrokenDirectories() {}

    /** Has a column of ids whose collation ignores case. */
    static final class FoldsIds extends DelegatingDirectory {
        FoldsIds(List<AgentProfile> people) {
            super(people);
        }

        @Override
        public Map<AgentId, AgentProfile> find(Set<AgentId> agents) {
            var asked = agents.stream()
                    .map(agent -> agent.value().toLowerCase(Locale.ROOT))
                    .collect(Collectors.toSet());
            return people.stream()
                    .filter(person -> asked.contains(person.id().value().toLowerCase(Locale.ROOT)))
                    .collect(Collectors.toMap(AgentProfile::id, Function.identity()));
        }
    }

    /** Asks for the accounts that are enabled, also where all are asked for. */
    static final class HidesInactive extends DelegatingDirectory {
        HidesInactive(List<AgentProfile> people) {
            super(people);
        }

        @Override
        public Map<AgentId, AgentProfile> find(Set<AgentId> agents) {
            var found = new HashMap<>(good.find(agents));
            found.values().removeIf(person -> !person.active());
            return found;
        }
    }

    /** Makes somebody up for an account that was deleted. */
    static final class InventsUnknown extends DelegatingDirectory {
        InventsUnknown(List<AgentProfile> people) {
            super(people);
        }

        @Override
        public Map<AgentId, AgentProfile> find(Set<AgentId> agents) {
            var found = new HashMap<>(good.find(agents));
            agents.forEach(agent -> found.computeIfAbsent(
                    agent,
                    id -> new AgentProfile(
                            id,
                            "unknown",
                            "unknown",
                            false,
                            false,
                            Presence.OFFLINE,
                            Set.of(),
                            Map.of(),
                            Level.OBSERVER,
                            null)));
            return found;
        }
    }

    /** Joins the roles and keeps one row for each agent. */
    static final class KeepsOneRole extends DelegatingDirectory {
        KeepsOneRole(List<AgentProfile> people) {
            super(people);
        }

        @Override
        public Map<AgentId, AgentProfile> find(Set<AgentId> agents) {
            var found = new HashMap<>(good.find(agents));
            found.replaceAll((id, person) -> new AgentProfile(
                    id,
                    person.name(),
                    person.publicName(),
                    person.active(),
                    person.bot(),
                    person.presence(),
                    person.groups(),
                    person.roles().entrySet().stream()
                            .limit(1)
                            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                    person.ceiling(),
                    person.customer()));
            return found;
        }
    }

    /** Has one table for all tenants and forgets to ask for its own. */
    static final class IgnoresTheTenant extends DelegatingDirectory {
        private static final List<AgentProfile> TABLE = new ArrayList<>();

        IgnoresTheTenant(List<AgentProfile> people) {
            super(people);
            // Those of the directory before are still in the table.
            TABLE.forEach(good::put);
            people.forEach(good::put);
            TABLE.addAll(people);
        }
    }

    /** Catches what the driver throws and has nobody to show. */
    static final class SwallowsOutages extends DelegatingDirectory {
        SwallowsOutages(List<AgentProfile> people) {
            super(people);
        }

        @Override
        public Map<AgentId, AgentProfile> find(Set<AgentId> agents) {
            try {
                return good.find(agents);
            } catch (IllegalStateException outage) {
                return Map.of();
            }
        }
    }

    /** Gives out its cache. */
    static final class GivesItsCache extends DelegatingDirectory {
        private final Map<AgentId, AgentProfile> cache = new HashMap<>();

        GivesItsCache(List<AgentProfile> people) {
            super(people);
            people.forEach(person -> cache.put(person.id(), person));
        }

        @Override
        public Map<AgentId, AgentProfile> find(Set<AgentId> agents) {
            if (agents.equals(cache.keySet())) {
                return cache;
            }
            return cache.entrySet().stream()
                    .filter(entry -> agents.contains(entry.getKey()))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }
    }

    /** Reads a page and drops afterwards whom the scope does not admit. */
    static final class FiltersAfterTheLimit extends Searching {
        FiltersAfterTheLimit(List<AgentProfile> people) {
            super(people);
        }

        @Override
        public List<AgentProfile> search(CandidateQuery query) {
            return page(query, person -> true, query.limit()).stream()
                    .filter(query.scope()::admits)
                    .toList();
        }
    }

    /** Leaves the order to the database's collation. */
    static final class OrdersLikeADictionary extends Searching {
        OrdersLikeADictionary(List<AgentProfile> people) {
            super(people);
        }

        @Override
        Comparator<Position> order() {
            return Comparator.comparing((Position position) -> position.name().toLowerCase(Locale.ROOT))
                    .thenComparing(Comparator.naturalOrder());
        }
    }

    /** Goes on after the name of the last page and loses those of the same name. */
    static final class PagesByNameAlone extends Searching {
        PagesByNameAlone(List<AgentProfile> people) {
            super(people);
        }

        @Override
        boolean isAfter(Position position, Position after) {
            return position.name().compareTo(after.name()) > 0;
        }
    }

    /** Takes what was typed for "or". */
    static final class WidensByText extends Searching {
        WidensByText(List<AgentProfile> people) {
            super(people);
        }

        @Override
        public List<AgentProfile> search(CandidateQuery query) {
            var text = query.text();
            return page(
                    query,
                    person -> text.isEmpty()
                            ? query.scope().admits(person)
                            : person.name().contains(text),
                    query.limit());
        }
    }

    /** Asks for something else than the scope says. */
    static final class OfAnotherScope extends Searching {
        private final Function<CandidateScope, CandidateScope> other;

        OfAnotherScope(List<AgentProfile> people, Function<CandidateScope, CandidateScope> other) {
            super(people);
            this.other = other;
        }

        @Override
        public List<AgentProfile> search(CandidateQuery query) {
            return page(query, other.apply(query.scope())::admits, query.limit());
        }
    }

    /** A good search over a list; whoever extends it spoils one thing. */
    static class Searching extends DelegatingDirectory {
        Searching(List<AgentProfile> people) {
            super(people);
        }

        @Override
        public List<AgentProfile> search(CandidateQuery query) {
            return page(
                    query,
                    person -> query.scope().admits(person) && person.name().contains(query.text()),
                    query.limit());
        }

        final List<AgentProfile> page(CandidateQuery query, Predicate<AgentProfile> wanted, int limit) {
            good.search(query); // fails if it is cut off
            var after = query.after();
            return people.stream()
                    .filter(person -> after == null || isAfter(position(person), after))
                    .filter(wanted)
                    .sorted(Comparator.comparing(Searching::position, order()))
                    .limit(limit)
                    .toList();
        }

        private static Position position(AgentProfile person) {
            return new Position(person.name(), person.id());
        }

        Comparator<Position> order() {
            return Comparator.naturalOrder();
        }

        boolean isAfter(Position position, Position after) {
            return order().compare(position, after) > 0;
        }
    }
}
