package dev.collab.tck.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.collab.inmemory.InMemoryStorage;
import dev.collab.model.Commit;
import dev.collab.spi.Storage;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Runs two who act at the same time on two hosts, in every order their calls can come in. */
class RacesTest {
    private Captured races;

    @BeforeEach
    void quieten() {
        races = new Captured();
    }

    @AfterEach
    void letThemSpeak() {
        races.close();
    }

    @Test
    @DisplayName("B-12 P-25 of two adds for the last place one is admitted, in every order")
    void oneGetsTheLastPlace() {
        assertThat(Interleavings.explore(Races.oneGetsTheLastPlace(InMemoryStorage::new)))
                .isGreaterThan(50);
    }

    @Test
    @DisplayName("B-10 two who add the same agent add one collaboration, in every order")
    void addedTwiceIsOneCollaboration() {
        Interleavings.explore(Races.addedTwiceIsOneCollaboration(InMemoryStorage::new));
    }

    @Test
    @DisplayName("B-32 an add and a remove at the same time end as the timeline says")
    void addAndRemoveSerialise() {
        Interleavings.explore(Races.addAndRemoveSerialise(InMemoryStorage::new));
    }

    @Test
    @DisplayName("B-65 of two who claim one wins, and the other learns who")
    void oneOfTwoClaims() {
        Interleavings.explore(Races.oneOfTwoClaims(InMemoryStorage::new));
    }

    @Test
    @DisplayName("B-28 P-8 a reply that is not committed before the removal of its author is refused")
    void noReplyAfterTheRemoval() {
        Interleavings.explore(Races.noReplyAfterTheRemoval(InMemoryStorage::new));
    }

    @Test
    @DisplayName("B-56 P-7 P-8 a removed collaborator never reads what was written after the removal")
    void nothingAfterTheRemovalIsRead() {
        Interleavings.explore(Races.nothingAfterTheRemovalIsRead(InMemoryStorage::new));
    }

    @Test
    @DisplayName("B-7 P-16 an add is decided on the settings that are current at its commit")
    void anAddIsDecidedOnCurrentSettings() {
        Interleavings.explore(Races.anAddIsDecidedOnCurrentSettings(InMemoryStorage::new, UnaryOperator.identity()));
    }

    @Test
    @DisplayName("B-38 P-4 a note never makes the customer's message fail")
    void aNoteNeverStopsTheCustomer() {
        Interleavings.explore(Races.aNoteNeverStopsTheCustomer(InMemoryStorage::new));
    }

    @Test
    @DisplayName("B-58 P-16 an agent deactivated before the attempt that counts had asked everybody is refused")
    void theDirectoryIsAskedAnewPerAttempt() {
        Interleavings.explore(Races.theDirectoryIsAskedAnewPerAttempt(InMemoryStorage::new));
    }

    @Test
    @DisplayName("P-16 a store that does not compare the revision of the settings is found")
    void settingsThatAreNotComparedAreFound() {
        var scenario = Races.anAddIsDecidedOnCurrentSettings(InMemoryStorage::new, RacesTest::careless);

        assertThatThrownBy(() -> Interleavings.explore(scenario))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("schedule [");
        assertThatThrownBy(() -> Interleavings.sample(50, 1, scenario))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("schedule [");
    }

    /** Commits whatever the settings are by now. */
    private static Storage careless(Storage real) {
        return Ports.storage(real, (name, arguments, call) -> {
            if (!name.equals("conversations.commit")) {
                return call.call();
            }
            var commit = (Commit) arguments.get(0);
            return real.conversations()
                    .commit(new Commit(
                            commit.head(),
                            commit.before(),
                            real.inboxes().load(commit.head().inbox()).revision(),
                            commit.otherSettings(),
                            commit.entries(),
                            commit.redactions(),
                            commit.ended(),
                            commit.notifications(),
                            commit.receipt()));
        });
    }
}
