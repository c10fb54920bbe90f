package dev.collab.tck.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.collab.Collab;
import dev.collab.conversation.Page;
import dev.collab.inmemory.InMemoryStorage;
import dev.collab.model.Audience;
import dev.collab.model.AudienceKey;
import dev.collab.model.ConversationId;
import dev.collab.model.EntryKind;
import dev.collab.model.Numbering;
import dev.collab.model.TimelineScope;
import dev.collab.model.TimelineScope.Lane;
import dev.collab.outcome.LeakPreventedException;
import dev.collab.outcome.Outcome;
import dev.collab.spi.Storage;
import dev.collab.spi.TimelineQuery;
import dev.collab.spi.TimelineQuery.Direction;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Every note carries a canary, which must not be heard in a log, nor over a store that leaks. */
class CanaryTest {
    private static final Page ALL = Page.from(0, Page.MAX_LIMIT);
    private static final Page NEWEST = Page.newest(Page.MAX_LIMIT);

    @Test
    @DisplayName("B-38 B-61 P-2 no text of a note reaches a log, whatever is logged")
    void noCanaryIsLogged() {
        var notes = new AtomicInteger();
        try (var logged = new Captured()) {
            Histories.hold(
                    300,
                    history -> Canary.listen(new InMemoryStorage(), history).entries(0).stream()
                            .filter(entry -> entry.kind() == EntryKind.NOTE)
                            .forEach(note -> notes.incrementAndGet()));
            assertThat(logged.text()).contains("race lost").doesNotContain(Canary.SONG);
        }
        assertThat(notes).as("notes that carry one").hasValueGreaterThan(300);
    }

    @Test
    @DisplayName("B-52 P-2 a store that returns what is out of scope is caught, and nothing of it is shown")
    void aLeakingStoreIsCaught() {
        var caught = new AtomicInteger();
        Histories.hold(300, history -> {
            var world = new World(new InMemoryStorage(), history, CanaryTest::leaking, UnaryOperator.identity());
            for (var step : withoutRedactions(history)) {
                world.run(step);
                var customer = world.collab.customer(World.CARL);
                checkCaught(() -> customer.messages(world.chat, ALL), caught);
                assertThat(customer.messages(world.chat, NEWEST).toString()).doesNotContain(Canary.SONG);
            }
        });
        assertThat(caught).hasValueGreaterThan(300);
    }

    @Test
    @DisplayName("B-52 P-2 agents are shown nothing either, unless all of it is theirs")
    void aLeakToAnAgentIsCaught() {
        var caught = new AtomicInteger();
        Histories.hold(200, history -> {
            var world = new World(new InMemoryStorage(), history, CanaryTest::leaking, UnaryOperator.identity());
            var fair = Collab.builder()
                    .storage(world.stored)
                    .directory(world.people)
                    .time(world.time)
                    .build();
            for (var step : withoutRedactions(history)) {
                world.run(step);
                for (var viewer : World.AGENTS) {
                    var theirs = fair.agent(World.id(viewer)).timeline(world.chat, ALL);
                    var desk = world.collab.agent(World.id(viewer));
                    if (theirs.isDone()
                            && theirs.orElseThrow().entries().size()
                                    < world.entries(0).size()) {
                        checkCaught(() -> desk.timeline(world.chat, ALL), caught);
                    } else {
                        assertThat(desk.timeline(world.chat, ALL)).isEqualTo(theirs);
                    }
                    assertThat(desk.timeline(world.chat, NEWEST))
                            .isEqualTo(fair.agent(World.id(viewer)).timeline(world.chat, NEWEST));
                }
            }
        });
        assertThat(caught).hasValueGreaterThan(300);
    }

    /** A redaction reads what it takes back, so over such a store it throws like every read. */
    private static List<Step> withoutRedactions(History history) {
        return history.steps().stream()
                .filter(step -> step.kind() != Step.Kind.REDACT)
                .toList();
    }

    private static void checkCaught(Supplier<Outcome<?>> read, AtomicInteger caught) {
        assertThatThrownBy(read::get)
                .isInstanceOf(LeakPreventedException.class)
                .satisfies(leak -> assertThat(leak.toString()).doesNotContain(Canary.SONG));
        caught.incrementAndGet();
    }

    /** Returns everything, whatever the scope says. */
    private static Storage leaking(Storage real) {
        return Ports.storage(real, (name, arguments, call) -> {
            if (name.equals("newest.load")) {
                return real.newest().load((ConversationId) arguments.get(0), Numbering.AGENTS, TimelineQuery.MAX_LIMIT);
            }
            if (!name.equals("conversations.read")) {
                return call.call();
            }
            var asked = (TimelineQuery) arguments.get(0);
            var lanes = Arrays.stream(Audience.values())
                    .map(audience -> new Lane(AudienceKey.of(audience), 0))
                    .toList();
            var all = new TimelineScope(lanes, Long.MAX_VALUE, Numbering.AGENTS);
            return real.conversations()
                    .read(new TimelineQuery(
                            asked.conversation(),
                            all,
                            asked.direction(),
                            Direction.DESCENDING == asked.direction() ? Long.MAX_VALUE : 0,
                            TimelineQuery.MAX_LIMIT));
        });
    }
}
