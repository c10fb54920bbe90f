package dev.collab.inmemory;

import static dev.collab.inmemory.Samples.ASHA;
import static dev.collab.inmemory.Samples.BO;
import static dev.collab.inmemory.Samples.CARL;
import static dev.collab.inmemory.Samples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.collab.model.AgentId;
import dev.collab.model.AgentProfile;
import dev.collab.model.CandidateScope;
import dev.collab.model.GroupId;
import dev.collab.model.InboxId;
import dev.collab.model.InboxRole;
import dev.collab.model.InvalidArgumentException;
import dev.collab.model.Level;
import dev.collab.model.Presence;
import dev.collab.spi.Directory.CandidateQuery;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The directory in memory")
class InMemoryDirectoryTest {
    private static final GroupId SALES = new GroupId("sales");
    private static final InboxId OFFICE = new InboxId("office");

    private final InMemoryDirectory directory = new InMemoryDirectory();

    @Test
    @DisplayName("knows somebody of whom only the name was said as an ordinary agent")
    void ordinary() {
        directory.add(ASHA, "Asha");

        assertThat(directory.find(Set.of(ASHA)))
                .containsExactly(Map.entry(
                        ASHA,
                        new AgentProfile(
                                ASHA,
                                "Asha",
                                "Asha",
                                true,
                                false,
                                Presence.ONLINE,
                                Set.of(),
                                Map.of(),
                                Level.RESPONDER,
                                null)));
    }

    @Test
    @DisplayName("knows all that was said about somebody")
    void details() {
        directory.add(
                ASHA,
                "Asha",
                person -> person.publicName("A.")
                        .groups(SALES)
                        .role(SHOP, InboxRole.ADMIN)
                        .role(OFFICE, InboxRole.AGENT)
                        .ceiling(Level.ADVISER)
                        .presence(Presence.AWAY)
                        .customer(CARL)
                        .bot()
                        .active(false)
                        .name("Asha B."));

        var expected = new AgentProfile(
                ASHA,
                "Asha B.",
                "A.",
                false,
                true,
                Presence.AWAY,
                Set.of(SALES),
                Map.of(SHOP, InboxRole.ADMIN, OFFICE, InboxRole.AGENT),
                Level.ADVISER,
                CARL);
        assertThat(directory.find(Set.of(ASHA))).containsValue(expected);
    }

    @Test
    @DisplayName("refuses to find nobody in particular")
    void find() {
        assertThatExceptionOfType(InvalidArgumentException.class).isThrownBy(() -> directory.find(Set.of()));
    }

    @Test
    @DisplayName("changes one thing about somebody and leaves the rest")
    void change() {
        directory.add(ASHA, "Asha", person -> person.role(SHOP, InboxRole.ADMIN).groups(SALES));

        directory.change(ASHA, person -> person.presence(Presence.OFFLINE).noRole(SHOP));

        var asha = directory.find(Set.of(ASHA)).get(ASHA);
        assertThat(asha.presence()).isEqualTo(Presence.OFFLINE);
        assertThat(asha.roles()).isEmpty();
        assertThat(asha.groups()).containsExactly(SALES);
        assertThatExceptionOfType(InvalidArgumentException.class).isThrownBy(() -> directory.deactivate(BO));
    }

    @Test
    @DisplayName("forgets somebody as if they had never been")
    void remove() {
        directory.add(ASHA, "Asha").remove(ASHA).remove(BO);

        assertThat(directory.find(Set.of(ASHA))).isEmpty();
        assertThat(search("")).isEmpty();
    }

    @Test
    @DisplayName("B-59 fails every question in an outage and answers as before afterwards")
    void outage() {
        directory.add(ASHA, "Asha");
        var failure = new IllegalStateException("the directory is down");

        directory.failWith(failure);
        assertThatThrownBy(() -> directory.find(Set.of(ASHA))).isSameAs(failure);
        assertThatThrownBy(() -> search("")).isSameAs(failure);
        directory.recover();

        assertThat(directory.find(Set.of(ASHA))).hasSize(1);
    }

    @Test
    @DisplayName("B-3 searches part of a name in any case")
    void text() {
        directory.add(ASHA, "Asha BERG").add(BO, "Bo \u00C9mile").add(new AgentId("ida"), "Ida");

        assertThat(search("berg")).containsExactly("asha");
        assertThat(search("\u00E9MI")).containsExactly("bo");
        assertThat(search("I")).containsExactly("bo", "ida");
        assertThat(search("x")).isEmpty();
    }

    private List<String> search(String text) {
        var scope = new CandidateScope(true, Set.of(), false, SHOP, null, Set.of(), CARL, false, true);
        return directory.search(new CandidateQuery(scope, text, null, 10)).stream()
                .map(profile -> profile.id().value())
                .toList();
    }
}
