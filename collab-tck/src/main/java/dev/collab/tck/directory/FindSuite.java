package dev.collab.tck.directory;

import static dev.collab.tck.directory.People.ASHA;
import static dev.collab.tck.directory.People.BO;
import static dev.collab.tck.directory.People.CARL;
import static dev.collab.tck.directory.People.OFFICE;
import static dev.collab.tck.directory.People.SALES;
import static dev.collab.tck.directory.People.SHOP;
import static dev.collab.tck.directory.People.STORE;
import static dev.collab.tck.directory.People.person;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.model.AgentId;
import dev.collab.model.AgentProfile;
import dev.collab.model.InboxId;
import dev.collab.model.InboxRole;
import dev.collab.model.Level;
import dev.collab.model.Presence;
import dev.collab.tck.suite.Chapter;
import dev.collab.tck.suite.Clause;
import dev.collab.tck.suite.DirectoryBench;
import dev.collab.tck.suite.DirectorySuite;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Asks whether a directory knows exactly those who were put in, and all of what was said of them. */
public abstract class FindSuite extends DirectorySuite {
    /** Ids that a store, a query language or an eye may take for one another. */
    private static final List<String> ALIKE = List.of(
            "bo",
            "Bo",
            "BO",
            "b\u043E",
            "bo.",
            "b o",
            "b  o",
            "\uFF42\uFF4F",
            "bo\u200B",
            "\u00E9",
            "e\u0301",
            "e",
            "\u00DF",
            "ss",
            "\uFB00",
            "ff",
            "i",
            "\u0131",
            "\u0130",
            "\uD83D\uDC69",
            "\uD83D\uDC69\u200D\uD83D\uDCBB",
            "007",
            "7",
            "%",
            "_",
            "*",
            "?",
            "b%",
            "b_",
            "o'hara",
            "o''hara",
            "a\\b",
            "a,b",
            "(uid=*)");

    /**
     * Makes a suite.
     *
     * @param bench the directory under test
     */
    protected FindSuite(DirectoryBench bench) {
        super(bench);
    }

    @Test
    @Clause(value = "Directory.find", read = Chapter.DIRECTORY)
    @DisplayName("B-53 B-58 gives all that is known of a person, and of somebody else what is known of them")
    void everything() {
        var asha = new AgentProfile(
                ASHA,
                "Asha B.",
                "A. of the shop",
                true,
                true,
                Presence.AWAY,
                Set.of(SALES, STORE),
                Map.of(SHOP, InboxRole.ADMIN, OFFICE, InboxRole.AGENT, new InboxId("yard"), InboxRole.SUPERVISOR),
                Level.ADVISER,
                CARL);
        var bo = person(BO, "Bo");

        var found = of(bo, asha).find(Set.of(ASHA, BO));

        assertThat(found).isEqualTo(Map.of(ASHA, asha, BO, bo));
    }

    @Test
    @Clause(value = "Directory.find", read = Chapter.DIRECTORY)
    @DisplayName("B-53 P-22 gives back each of many people as they were put in, whatever they are called")
    void many() {
        for (int seed = 0; seed < 5 * bench().effort(); seed++) {
            var people = People.crowd(new Random(seed), 40);
            var byId = people.stream().collect(Collectors.toMap(AgentProfile::id, person -> person));
            var asked = new HashSet<>(byId.keySet());
            IntStream.range(0, 200).forEach(number -> asked.add(new AgentId("nobody " + number)));

            assertThat(bench().of(people).find(asked)).as("seed " + seed).isEqualTo(byId);
        }
    }

    @Test
    @Clause(value = "Directory.find", read = Chapter.DIRECTORY)
    @DisplayName("B-13 leaves out those who do not exist, and those who were not asked for")
    void unknown() {
        var directory = of(person(ASHA, "Asha"), person(BO, "Bo"));

        assertThat(directory.find(Set.of(ASHA, new AgentId("nobody")))).containsOnlyKeys(ASHA);
        assertThat(directory.find(Set.of(new AgentId("nobody")))).isEmpty();
        assertThat(bench().of(List.of()).find(Set.of(ASHA))).isEmpty();
    }

    @Test
    @Clause(value = "Directory.find", read = Chapter.DIRECTORY)
    @DisplayName("B-58 gives those who are inactive and says that they are: entries keep showing who wrote them")
    void inactive() {
        var gone = new AgentProfile(
                BO, "Bo", "Bo", false, false, Presence.OFFLINE, Set.of(SALES), Map.of(), Level.OBSERVER, null);

        assertThat(of(person(ASHA, "Asha"), gone).find(Set.of(BO, ASHA)))
                .containsEntry(BO, gone)
                .hasSize(2);
    }

    @Test
    @Clause(value = "Directory.find", read = Chapter.DIRECTORY)
    @DisplayName("P-22 tells apart ids that only look alike")
    void alike() {
        var people = new HashMap<AgentId, AgentProfile>();
        ALIKE.forEach(id -> people.put(new AgentId(id), person(id, "named " + people.size())));
        var directory = bench().of(List.copyOf(people.values()));

        for (var person : people.values()) {
            assertThat(directory.find(Set.of(person.id())))
                    .as("those found by the id %s alone", person.id())
                    .isEqualTo(Map.of(person.id(), person));
        }
        assertThat(directory.find(people.keySet())).isEqualTo(people);
    }

    @Test
    @Clause(value = "Directory.find", read = Chapter.DIRECTORY)
    @DisplayName("B-13 P-22 takes nobody for somebody whose id looks alike")
    void nobodyAlike() {
        for (var id : ALIKE) {
            var directory = of(person(id, "The only one"));
            var others = ALIKE.stream()
                    .filter(other -> !other.equals(id))
                    .map(AgentId::new)
                    .collect(Collectors.toSet());

            assertThat(directory.find(others)).as("only %s exists", id).isEmpty();
        }
    }
}
