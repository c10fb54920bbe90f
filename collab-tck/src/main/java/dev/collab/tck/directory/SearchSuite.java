package dev.collab.tck.directory;

import static dev.collab.tck.directory.People.ANYONE;
import static dev.collab.tck.directory.People.CARL;
import static dev.collab.tck.directory.People.OFFICE;
import static dev.collab.tck.directory.People.SALES;
import static dev.collab.tck.directory.People.SHOP;
import static dev.collab.tck.directory.People.STORE;
import static dev.collab.tck.directory.People.ids;
import static dev.collab.tck.directory.People.in;
import static dev.collab.tck.directory.People.person;
import static dev.collab.tck.directory.People.scope;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.model.AgentId;
import dev.collab.model.AgentProfile;
import dev.collab.model.CustomerId;
import dev.collab.model.InboxRole;
import dev.collab.model.Level;
import dev.collab.model.Presence;
import dev.collab.spi.Directory;
import dev.collab.spi.Directory.CandidateQuery;
import dev.collab.spi.Directory.Position;
import dev.collab.tck.suite.Chapter;
import dev.collab.tck.suite.Clause;
import dev.collab.tck.suite.DirectoryBench;
import dev.collab.tck.suite.DirectorySuite;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Asks whether a search finds those in scope and nobody else, in order, page by page. */
public abstract class SearchSuite extends DirectorySuite {
    private static final List<String> TYPED = List.of("a", "ASHA", "%", "_", "*", ".*", "'", "\\", "(", "\u00E9", "0");

    /**
     * Makes a suite.
     *
     * @param bench the directory under test
     */
    protected SearchSuite(DirectoryBench bench) {
        super(bench);
    }

    @Test
    @Clause(value = "Directory.search", read = Chapter.DIRECTORY)
    @DisplayName("B-3 without a text finds everybody in scope")
    void everybody() {
        assertThat(ids(of(person("b", "Bo"), person("a", "Asha")), ANYONE)).containsExactly("a", "b");
        assertThat(ids(of(), ANYONE)).isEmpty();
    }

    @Test
    @Clause(value = "Directory.search", read = Chapter.DIRECTORY)
    @DisplayName("B-58 never finds who is inactive")
    void inactive() {
        assertThat(ids(of(like("a", false, false, Presence.ONLINE, null), person("b", "b")), ANYONE))
                .containsExactly("b");
    }

    @Test
    @Clause(value = "Directory.search", read = Chapter.DIRECTORY)
    @DisplayName("B-16 finds bots if the scope says so, and else none")
    void bots() {
        var directory = of(like("bot", true, true, Presence.ONLINE, null), person("a", "a"));

        assertThat(ids(directory, ANYONE)).containsExactly("a");
        assertThat(ids(directory, scope(true, Set.of(), false, null, Set.of(), true, true)))
                .containsExactly("a", "bot");
    }

    @Test
    @Clause(value = "Directory.search", read = Chapter.DIRECTORY)
    @DisplayName("B-14 finds who is offline if the scope says so, and who is away always")
    void offline() {
        var directory = of(
                like("away", true, false, Presence.AWAY, null),
                like("off", true, false, Presence.OFFLINE, null),
                like("on", true, false, Presence.ONLINE, null));

        assertThat(ids(directory, ANYONE)).containsExactly("away", "off", "on");
        assertThat(ids(directory, scope(true, Set.of(), false, null, Set.of(), true, false)))
                .containsExactly("away", "on");
    }

    @Test
    @Clause(value = "Directory.search", read = Chapter.DIRECTORY)
    @DisplayName("B-15 never finds the agent who is the customer, and finds those who are other customers or none")
    void customer() {
        var directory = of(
                like("carl", true, false, Presence.ONLINE, CARL),
                like("dora", true, false, Presence.ONLINE, new CustomerId("dora")),
                like("up", true, false, Presence.ONLINE, new CustomerId("Carl")),
                person("none", "none"));

        assertThat(ids(directory, ANYONE)).containsExactly("dora", "none", "up");
    }

    @Test
    @Clause(value = "Directory.search", read = Chapter.DIRECTORY)
    @DisplayName("B-9 B-10 never finds who is excluded, and finds whoever has an id that only looks like theirs")
    void excluded() {
        var directory = of(person("bo", "bo"), person("BO", "BO"), person("ida", "ida"));
        var excluded = Set.of(new AgentId("bo"), new AgentId("nobody"));

        assertThat(ids(directory, scope(true, Set.of(), false, null, excluded, false, true)))
                .containsExactly("BO", "ida");
    }

    @Test
    @Clause(value = "Directory.search", read = Chapter.DIRECTORY)
    @DisplayName("B-4 finds who is in one of the groups, whichever else they are in, once")
    void groups() {
        var directory = of(
                in("both", Set.of(SALES, STORE), Map.of()),
                in("none", Set.of(), Map.of(SHOP, InboxRole.ADMIN)),
                in("sales", Set.of(SALES), Map.of()),
                in("travel", Set.of(People.TRAVEL), Map.of()));

        assertThat(ids(directory, scope(false, Set.of(SALES, STORE), false, SALES, Set.of(), false, true)))
                .containsExactly("both", "sales");
        assertThat(ids(directory, scope(false, Set.of(), false, SALES, Set.of(), false, true)))
                .isEmpty();
    }

    @Test
    @Clause(value = "Directory.search", read = Chapter.DIRECTORY)
    @DisplayName("B-4 B-19 finds as superiors the supervisors of the group and the admins of this very inbox")
    void superiors() {
        var directory = of(
                in("admin", Set.of(), Map.of(SHOP, InboxRole.ADMIN)),
                in("agent", Set.of(SALES), Map.of(SHOP, InboxRole.AGENT)),
                in("elsewhere", Set.of(SALES), Map.of(OFFICE, InboxRole.ADMIN, SHOP, InboxRole.AGENT)),
                in("lead", Set.of(SALES), Map.of(SHOP, InboxRole.SUPERVISOR)),
                in("other", Set.of(STORE), Map.of(SHOP, InboxRole.SUPERVISOR)));

        assertThat(ids(directory, scope(false, Set.of(), true, SALES, Set.of(), false, true)))
                .containsExactly("admin", "lead");
        assertThat(ids(directory, scope(false, Set.of(), true, null, Set.of(), false, true)))
                .as("a conversation without a group has no supervisors")
                .containsExactly("admin");
    }

    @Test
    @Clause(value = "Directory.search", read = Chapter.DIRECTORY)
    @DisplayName("B-3 gives people by name and then id, by code unit: capitals first, accents last")
    void order() {
        var directory = of(
                person("c", "Eve"),
                person("a", "Eve"),
                person("B", "Eve"),
                person("d", "adam"),
                person("e", "Zoe"),
                person("f", "\u00C9mile"),
                person("g", "Ev"));

        assertThat(ids(directory, ANYONE)).containsExactly("g", "B", "a", "c", "e", "d", "f");
    }

    @Test
    @Clause(value = "Directory.search", read = Chapter.DIRECTORY)
    @DisplayName("B-5 filters by the scope before it counts to the limit")
    void limit() {
        var people = new ArrayList<AgentProfile>();
        IntStream.range(0, 30).forEach(number -> people.add(like("bot " + number, true, true, Presence.ONLINE, null)));
        people.add(person("z", "z"));

        var found = bench().of(people).search(new CandidateQuery(ANYONE, "", null, 1));

        assertThat(found).containsExactly(person("z", "z"));
    }

    @Test
    @Clause(value = "Directory.search", read = Chapter.DIRECTORY)
    @DisplayName("B-3 goes on after any position, also one at which nobody stands any more")
    void positions() {
        var directory = of(person("b", "Eve"), person("d", "Eve"), person("a", "Zoe"));

        assertThat(after(directory, "Eve", "b")).containsExactly("d", "a");
        assertThat(after(directory, "Eve", "c")).containsExactly("d", "a");
        assertThat(after(directory, "Ev", "z")).containsExactly("b", "d", "a");
        assertThat(after(directory, "Eve ", "a")).containsExactly("a");
        assertThat(after(directory, "Zoe", "a")).isEmpty();
    }

    @Test
    @Clause(value = "Directory.search", read = Chapter.DIRECTORY)
    @DisplayName("B-5 P-13 finds of any people exactly those whom the scope admits, in order, up to the limit")
    void random() {
        for (int seed = 0; seed < 25 * bench().effort(); seed++) {
            var random = new Random(seed);
            var people = People.crowd(random, 30);
            var directory = bench().of(people);
            for (int question = 0; question < 8; question++) {
                var scope = People.drawnScope(random, people);
                int limit = 1 + random.nextInt(random.nextBoolean() ? 5 : 200);
                var admitted = People.admitted(people, scope);

                assertThat(directory.search(new CandidateQuery(scope, "", null, limit)))
                        .as("seed %d, %s, at most %d", seed, scope, limit)
                        .isEqualTo(admitted.subList(0, Math.min(limit, admitted.size())));
            }
        }
    }

    @Test
    @Clause(value = "Directory.search", read = Chapter.DIRECTORY)
    @DisplayName("B-3 B-5 read page by page loses nobody and repeats nobody, whatever the size of the page")
    void pages() {
        for (int seed = 0; seed < 8 * bench().effort(); seed++) {
            var random = new Random(seed);
            var people = People.crowd(random, 30);
            var directory = bench().of(people);
            for (int size : new int[] {1, 2, 7}) {
                var scope = random.nextBoolean() ? ANYONE : People.drawnScope(random, people);

                assertThat(People.pages(directory, scope, "", size))
                        .as("seed %d, pages of %d, %s", seed, size, scope)
                        .isEqualTo(People.admitted(people, scope));
            }
        }
    }

    @Test
    @Clause(value = "Directory.search", read = Chapter.DIRECTORY)
    @DisplayName("B-5 with a text finds nobody whom the search without it does not find")
    void text() {
        for (int seed = 0; seed < 4 * bench().effort(); seed++) {
            var random = new Random(seed);
            var people = People.crowd(random, 30);
            var directory = bench().of(people);
            for (var typed : TYPED) {
                var scope = People.drawnScope(random, people);
                var found = directory.search(new CandidateQuery(scope, typed, null, 200));

                assertThat(found)
                        .as("seed %d, text %s, %s", seed, typed, scope)
                        .isSubsetOf(People.admitted(people, scope))
                        .doesNotHaveDuplicates();
                assertThat(found).isEqualTo(People.admitted(found, scope));
                assertThat(People.pages(directory, scope, typed, 3))
                        .as("seed %d, text %s, pages of 3, %s", seed, typed, scope)
                        .isEqualTo(found);
            }
        }
    }

    private static List<String> after(Directory directory, String name, String id) {
        var position = new Position(name, new AgentId(id));
        return directory.search(new CandidateQuery(ANYONE, "", position, 200)).stream()
                .map(person -> person.id().value())
                .toList();
    }

    private static AgentProfile like(
            String id, boolean active, boolean bot, Presence presence, @Nullable CustomerId customer) {
        return new AgentProfile(
                new AgentId(id), id, id, active, bot, presence, Set.of(), Map.of(), Level.RESPONDER, customer);
    }
}
