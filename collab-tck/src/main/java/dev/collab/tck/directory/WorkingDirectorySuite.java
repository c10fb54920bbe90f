package dev.collab.tck.directory;

import static dev.collab.tck.directory.People.ANYONE;
import static dev.collab.tck.directory.People.ASHA;
import static dev.collab.tck.directory.People.BO;
import static dev.collab.tck.directory.People.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.collab.model.AgentProfile;
import dev.collab.spi.Directory.CandidateQuery;
import dev.collab.tck.DirectoryVariation;
import dev.collab.tck.suite.Chapter;
import dev.collab.tck.suite.Clause;
import dev.collab.tck.suite.DirectoryBench;
import dev.collab.tck.suite.DirectorySuite;
import dev.collab.tck.suite.Threads;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Asks how a directory behaves towards those who use it: apart, shared, changed and out of reach. */
public abstract class WorkingDirectorySuite extends DirectorySuite {
    /**
     * Makes a suite.
     *
     * @param bench the directory under test
     */
    protected WorkingDirectorySuite(DirectoryBench bench) {
        super(bench);
    }

    @Test
    @Clause(value = "Directory.find", read = Chapter.DIRECTORY)
    @DisplayName("B-13 P-12 knows nobody of another one, and has its own people of the same ids")
    void apart() {
        var here = of(person(ASHA, "Asha"), person(BO, "Bo"));
        var there = of(person(ASHA, "Another Asha"));

        assertThat(there.find(Set.of(ASHA, BO)).values()).containsExactly(person(ASHA, "Another Asha"));
        assertThat(People.ids(there, ANYONE)).containsExactly("asha");
        assertThat(here.find(Set.of(ASHA, BO)).values())
                .containsExactlyInAnyOrder(person(ASHA, "Asha"), person(BO, "Bo"));
    }

    @Test
    @Clause(value = "Directory.find", read = Chapter.DIRECTORY)
    @DisplayName("B-52 gives answers that nobody can change for others")
    void answersAreTheirs() {
        var directory = of(person(ASHA, "Asha"), person(BO, "Bo"));
        var asked = new HashSet<>(Set.of(ASHA, BO));

        var found = directory.find(asked);
        asked.clear();
        assertThat(found).hasSize(2);
        emptied(found.values());
        emptied(found.keySet());
        emptied(directory.search(new CandidateQuery(ANYONE, "", null, 200)));

        assertThat(directory.find(Set.of(ASHA, BO))).hasSize(2);
        assertThat(People.ids(directory, ANYONE)).containsExactly("asha", "bo");
    }

    @Test
    @Clause(value = "Directory.search", read = Chapter.DIRECTORY)
    @DisplayName("B-52 gives many threads at once each the answer to its own question")
    void threads() {
        var people = People.crowd(new Random(1), 40);
        var directory = bench().of(people);
        var byId = people.stream().collect(Collectors.toMap(AgentProfile::id, person -> person));

        Threads.together(4, thread -> {
            var random = new Random(thread);
            for (int question = 0; question < 25; question++) {
                var scope = People.drawnScope(random, people);
                assertThat(directory.search(new CandidateQuery(scope, "", null, 200)))
                        .as("thread %d, question %d, %s", thread, question, scope)
                        .isEqualTo(People.admitted(people, scope));
                var one = People.one(random, people);
                assertThat(directory.find(Set.of(one.id()))).isEqualTo(Map.of(one.id(), byId.get(one.id())));
            }
        });
    }

    @Test
    @Clause(value = "Directory.find", read = Chapter.DIRECTORY, orDeclare = "DirectoryVariation.CAN_BE_CUT_OFF")
    @DisplayName("B-59 P-15 throws at every question when it is cut off, and never says that there is nobody")
    void cutOff() {
        var directory = of(person(ASHA, "Asha"));
        if (!bench().variations().contains(DirectoryVariation.CAN_BE_CUT_OFF)) {
            assertThatThrownBy(() -> bench().cutOff(directory), "what can be cut off declares it")
                    .isInstanceOf(UnsupportedOperationException.class);
            return;
        }
        assertThat(directory.find(Set.of(ASHA))).hasSize(1);

        bench().cutOff(directory);

        assertThatThrownBy(() -> directory.find(Set.of(ASHA)), "find while it is cut off")
                .isInstanceOf(Exception.class);
        assertThatThrownBy(
                        () -> directory.search(new CandidateQuery(ANYONE, "", null, 1)), "search while it is cut off")
                .isInstanceOf(Exception.class);
    }

    private static void emptied(Collection<?> answer) {
        try {
            answer.clear();
        } catch (UnsupportedOperationException unmodifiable) {
            assertThat(answer).as("what was refused to be emptied").isNotEmpty();
        }
    }
}
