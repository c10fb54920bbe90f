package dev.collab.tck.directory;

import dev.collab.model.AgentId;
import dev.collab.model.AgentProfile;
import dev.collab.model.CandidateScope;
import dev.collab.model.CustomerId;
import dev.collab.model.GroupId;
import dev.collab.model.InboxId;
import dev.collab.model.InboxRole;
import dev.collab.model.Level;
import dev.collab.model.Presence;
import dev.collab.spi.Directory;
import dev.collab.spi.Directory.CandidateQuery;
import dev.collab.spi.Directory.Position;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** People that many tests need, scopes, and the walk through the pages of a search. */
final class People {
    static final InboxId SHOP = new InboxId("shop");
    static final InboxId OFFICE = new InboxId("office");
    static final GroupId SALES = new GroupId("sales");
    static final GroupId STORE = new GroupId("store");
    static final GroupId TRAVEL = new GroupId("travel");
    static final CustomerId CARL = new CustomerId("carl");
    static final AgentId ASHA = new AgentId("asha");
    static final AgentId BO = new AgentId("bo");

    /** Whom one scope admits: everybody at work who is no bot, and not Carl. */
    static final CandidateScope ANYONE = scope(true, Set.of(), false, null, Set.of(), false, true);

    /**
     * Names that other orders than that by code unit bring into another order, and that a pattern would read otherwise.
     *
     * <p>None mixes characters beyond the first plane with the last of the first: those two orders are both good.
     */
    private static final List<String> NAMES = List.of(
            "Asha",
            "asha",
            "ASHA",
            "Asha B",
            "Asha-B",
            "Zoe",
            "\u00C9mile",
            "E\u0301mile",
            "Emile",
            "\u00D8rjan",
            "Orjan",
            "10%",
            "1_0",
            "O'Hara",
            "back\\slash",
            "\uD83D\uDC69\u200D\uD83D\uDCBB Ida",
            "\uD83D\uDE00",
            "a b",
            "a  b",
            " a");

    private static final List<CustomerId> CUSTOMERS = List.of(CARL, new CustomerId("Carl"), new CustomerId("dora"));

    private People() {}

    static AgentProfile person(AgentId id, String name) {
        return new AgentProfile(
                id, name, name, true, false, Presence.ONLINE, Set.of(), Map.of(), Level.RESPONDER, null);
    }

    static AgentProfile person(String id, String name) {
        return person(new AgentId(id), name);
    }

    static AgentProfile in(String id, Set<GroupId> groups, Map<InboxId, InboxRole> roles) {
        return new AgentProfile(
                new AgentId(id), id, id, true, false, Presence.ONLINE, groups, roles, Level.RESPONDER, null);
    }

    static CandidateScope scope(
            boolean anyone,
            Set<GroupId> groups,
            boolean superiors,
            @Nullable GroupId group,
            Set<AgentId> excluded,
            boolean bots,
            boolean offline) {
        return new CandidateScope(anyone, groups, superiors, SHOP, group, excluded, CARL, bots, offline);
    }

    /** Draws people with ids and names that are easily confused, in no order. */
    static List<AgentProfile> crowd(RandomGenerator random, int size) {
        var people = new TreeMap<AgentId, AgentProfile>();
        while (people.size() < size) {
            var id = new AgentId(one(random, List.of("a", "A", "\u00E9", "e\u0301", "\uD83D\uDE00", "x_", "%"))
                    + random.nextInt(size));
            people.put(id, drawn(random, id));
        }
        var shuffled = new ArrayList<>(people.values());
        for (int place = shuffled.size() - 1; place > 0; place--) {
            int other = random.nextInt(place + 1);
            shuffled.set(place, shuffled.set(other, shuffled.get(place)));
        }
        return shuffled;
    }

    private static AgentProfile drawn(RandomGenerator random, AgentId id) {
        var groups = new HashSet<GroupId>();
        List.of(SALES, STORE, TRAVEL).stream()
                .filter(group -> random.nextInt(3) == 0)
                .forEach(groups::add);
        var roles = new TreeMap<InboxId, InboxRole>();
        List.of(SHOP, OFFICE).stream()
                .filter(inbox -> random.nextBoolean())
                .forEach(inbox -> roles.put(inbox, one(random, List.of(InboxRole.values()))));
        return new AgentProfile(
                id,
                one(random, NAMES),
                one(random, NAMES),
                random.nextInt(5) > 0,
                random.nextInt(5) == 0,
                one(random, List.of(Presence.values())),
                groups,
                roles,
                one(random, List.of(Level.values())),
                random.nextInt(3) == 0 ? one(random, CUSTOMERS) : null);
    }

    /** Draws a scope; some of those it excludes are nobody. */
    static CandidateScope drawnScope(RandomGenerator random, List<AgentProfile> people) {
        var groups = new HashSet<GroupId>();
        List.of(SALES, STORE, TRAVEL, new GroupId("nobody's")).stream()
                .filter(group -> random.nextInt(3) == 0)
                .forEach(groups::add);
        var excluded = new HashSet<AgentId>(Set.of(new AgentId("nobody")));
        people.stream().filter(person -> random.nextInt(8) == 0).forEach(person -> excluded.add(person.id()));
        return scope(
                random.nextInt(4) == 0,
                groups,
                random.nextBoolean(),
                random.nextInt(4) == 0 ? null : one(random, List.of(SALES, STORE, TRAVEL)),
                excluded,
                random.nextBoolean(),
                random.nextBoolean());
    }

    static <T> T one(RandomGenerator random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** Gives whom a search without text is to find, in order. */
    static List<AgentProfile> admitted(List<AgentProfile> people, CandidateScope scope) {
        return people.stream()
                .filter(scope::admits)
                .sorted(Comparator.comparing(People::position))
                .toList();
    }

    static Position position(AgentProfile person) {
        return new Position(person.name(), person.id());
    }

    static List<String> ids(Directory directory, CandidateScope scope) {
        return directory.search(new CandidateQuery(scope, "", null, 200)).stream()
                .map(person -> person.id().value())
                .toList();
    }

    /** Reads page after page to the end. */
    static List<AgentProfile> pages(Directory directory, CandidateScope scope, String text, int size) {
        var all = new ArrayList<AgentProfile>();
        Position after = null;
        while (all.size() < 1_000) {
            var page = directory.search(new CandidateQuery(scope, text, after, size));
            all.addAll(page);
            if (page.size() < size) {
                return all;
            }
            after = position(page.get(size - 1));
        }
        throw new AssertionError("pages of " + size + " do not end: " + all.subList(0, 20));
    }
}
