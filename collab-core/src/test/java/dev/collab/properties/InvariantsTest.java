package dev.collab.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.conversation.Conversation;
import dev.collab.conversation.Page;
import dev.collab.model.Collaboration;
import dev.collab.model.ConversationHead;
import dev.collab.model.EntryKind;
import dev.collab.model.Invitation;
import dev.collab.model.TimelineEntry;
import dev.collab.properties.Step.Who;
import dev.collab.properties.World.Ran;
import dev.collab.spi.StoredConversation;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Looks at the whole state after every step of many histories. */
class InvariantsTest {
    private static final int HISTORIES = 1_000;

    @Test
    @DisplayName("B-68 folding the entries gives the head, after every step")
    void foldingGivesTheHead() {
        afterEachStep((before, world, ran) ->
                assertThat(Conversation.fold(world.entries(0))).isEqualTo(world.head()));
    }

    @Test
    @DisplayName("B-9 B-10 B-12 P-25 nobody is on it twice, the customer never, and nobody is added beyond the limit")
    void thoseOnItAreWhoTheyMayBe() {
        afterEachStep(InvariantsTest::checkPeople);
    }

    @Test
    @DisplayName("B-38 P-3 both numberings are dense, and the customer's version changes exactly with what they see")
    void numbersAreDense() {
        afterEachStep((before, world, ran) -> {
            var entries = world.entries(0);
            assertThat(entries.stream().map(TimelineEntry::sequence)).containsExactlyElementsOf(upTo(entries.size()));
            var shown = entries.stream()
                    .map(TimelineEntry::customerSequence)
                    .filter(Objects::nonNull)
                    .toList();
            assertThat(shown).containsExactlyElementsOf(upTo(shown.size()));
            assertThat(before.head().counters().customerVersion()
                            == world.head().counters().customerVersion())
                    .isEqualTo(before.projection().equals(projection(world)));
        });
    }

    @Test
    @DisplayName("B-41 P-30 a refused command leaves everything as it was, and tells nobody")
    void aRefusalChangesNothing() {
        afterEachStep((before, world, ran) -> {
            if (!ran.outcome().isDone()) {
                assertThat(ran.entries()).isEmpty();
                assertThat(world.head()).isEqualTo(before.head());
                assertThat(world.signal.changes()).hasSize(before.signals());
            }
        });
    }

    @Test
    @DisplayName("B-6 an entry that a policy decision led to records the settings it was decided on")
    void decisionsNameTheirSettings() {
        afterEachStep((before, world, ran) -> {
            var decided = ran.entries().stream().filter(entry -> switch (entry.kind()) {
                case COLLABORATION_STARTED, COLLABORATION_SUSPENDED, INVITED, LEVEL_CHANGED -> true;
                case COLLABORATION_ENDED ->
                    Set.of("SWITCHED_OFF", "OVER_LIMIT", "RESOLVED")
                            .contains(entry.facts().get("reason"));
                default -> false;
            });
            // What had ended before a move, the inbox it was in had ended.
            var old = world.stored.inboxes().load(before.head().inbox()).revision();
            assertThat(decided)
                    .allMatch(entry -> Objects.equals(
                            entry.settingsRevision(),
                            "SWITCHED_OFF".equals(entry.facts().get("reason"))
                                    ? old
                                    : world.settings().revision()));
        });
    }

    @Test
    @DisplayName("P-25 an add beyond the limit is found")
    void anAddBeyondTheLimitIsFound() {
        var found = Histories.search(200, history -> check(boundless(history), history, InvariantsTest::checkPeople));

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
                history -> check(new World(history), history, (before, world, ran) -> {
                    world.entries(0).forEach(entry -> kinds.add(entry.kind()));
                    (ran.outcome().isDone() ? done : refused).add(ran.step().kind());
                }));

        assertThat(EnumSet.complementOf(kinds))
                .containsExactly(
                        EntryKind.LEVEL_CHANGED, EntryKind.MERGED_INTO, EntryKind.MERGED_FROM, EntryKind.ERASED);
        assertThat(EnumSet.complementOf(done)).containsExactly(Step.Kind.STRANGER_WRITES);
        assertThat(EnumSet.complementOf(refused)).isSubsetOf(Step.Kind.SETTINGS, Step.Kind.PEOPLE, Step.Kind.TIME);
    }

    /** What there was before a step. */
    private record Before(ConversationHead head, long places, String projection, int signals) {}

    private interface Check {
        void check(Before before, World world, Ran ran);
    }

    private static void afterEachStep(Check check) {
        Histories.hold(HISTORIES, history -> check(new World(history), history, check));
    }

    private static void check(World world, History history, Check check) {
        for (var step : history.steps()) {
            var before = new Before(
                    world.head(),
                    places(world),
                    projection(world),
                    world.signal.changes().size());
            check.check(before, world, world.run(step));
        }
    }

    private static void checkPeople(Before before, World world, Ran ran) {
        var head = world.head();
        var agents = Stream.concat(
                        head.collaborations().stream().map(Collaboration::agent),
                        head.invitations().stream().map(Invitation::agent).filter(Objects::nonNull))
                .toList();
        assertThat(agents).doesNotHaveDuplicates().doesNotContain(World.id(Who.CARLA));
        assertThat(Optional.ofNullable(head.assignee()))
                .isNotEqualTo(Optional.of(World.id(Who.CARLA)))
                .isNotIn(agents.stream().map(Optional::of).toList());
        int limit = world.settings().collaboration().limit();
        assertThat(places(world)).as("after %s", ran.step()).isLessThanOrEqualTo(Math.max(limit, before.places()));
    }

    /** A lower limit takes nobody's place; the next add finds none. */
    private static long places(World world) {
        var head = world.head();
        long epoch = world.settings().epoch();
        var now = world.time.instant();
        return head.collaborations().stream()
                        .filter(grant -> grant.isCurrent(epoch, now))
                        .count()
                + head.invitations().stream()
                        .filter(invitation -> invitation.isCurrent(epoch, now))
                        .count();
    }

    private static String projection(World world) {
        var desk = world.collab.customer(World.CARL);
        var view = desk.view(world.chat).orElseThrow();
        return view.status()
                + view.subject().orElse("none")
                + desk.messages(world.chat, Page.newest(Page.MAX_LIMIT))
                        .orElseThrow()
                        .entries()
                        .toString();
    }

    private static List<Long> upTo(int size) {
        return LongStream.range(0, size).boxed().toList();
    }

    /** A world whose library is told of a limit that is not in force. */
    private static World boundless(History history) {
        return new World(
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
