package dev.collab.tck.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.inmemory.InMemoryStorage;
import dev.collab.model.EntryKind;
import dev.collab.spi.StoredConversation;
import java.util.EnumSet;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Shows that the histories go everywhere, and that what must always be so is looked at. */
class InvariantsTest {
    @Test
    @DisplayName("P-25 an add beyond the limit is found")
    void anAddBeyondTheLimitIsFound() {
        var found = Histories.search(
                200, history -> Invariants.follow(boundless(history), history, Invariants::checkPeople));

        assertThat(found).isPresent();
    }

    @Test
    @DisplayName("P-25 the histories reach every kind of entry, both done and refused commands, and repeated keys")
    void theHistoriesReachEverything() {
        var kinds = EnumSet.noneOf(EntryKind.class);
        var done = EnumSet.noneOf(Step.Kind.class);
        var refused = EnumSet.noneOf(Step.Kind.class);
        Histories.hold(
                500,
                history ->
                        Invariants.follow(new World(new InMemoryStorage(), history), history, (before, after, ran) -> {
                            ran.entries().forEach(entry -> kinds.add(entry.kind()));
                            kinds.add(after.world().entries(0).get(0).kind());
                            (ran.outcome().isDone() ? done : refused)
                                    .add(ran.step().kind());
                        }));

        assertThat(EnumSet.complementOf(kinds))
                .containsExactly(
                        EntryKind.LEVEL_CHANGED, EntryKind.MERGED_INTO, EntryKind.MERGED_FROM, EntryKind.ERASED);
        assertThat(EnumSet.complementOf(done))
                .filteredOn(kind -> !kind.isHosts())
                .containsExactly(Step.Kind.STRANGER_WRITES);
        assertThat(EnumSet.complementOf(refused))
                .filteredOn(kind -> !kind.isHosts())
                .isSubsetOf(Step.Kind.SETTINGS, Step.Kind.PEOPLE, Step.Kind.TIME);
    }

    /** A world whose library is told of a limit that is not in force. */
    private static World boundless(History history) {
        return new World(
                new InMemoryStorage(),
                history,
                real -> Ports.storage(real, (name, arguments, call) -> {
                    var result = call.call();
                    if (!(result instanceof Optional<?> found) || !name.equals("conversations.load")) {
                        return result;
                    }
                    return found.map(StoredConversation.class::cast).map(one -> {
                        var settings = one.settings();
                        return new StoredConversation(
                                one.head(),
                                settings.withCollaboration(
                                        settings.collaboration().withLimit(100)),
                                one.receipt());
                    });
                }),
                UnaryOperator.identity());
    }
}
