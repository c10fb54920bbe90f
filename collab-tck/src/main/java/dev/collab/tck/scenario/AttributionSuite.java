package dev.collab.tck.scenario;

import static dev.collab.tck.scenario.Workshop.EXPERT;
import static dev.collab.tck.scenario.Workshop.HELPER;
import static dev.collab.tck.scenario.Workshop.LEAD;
import static dev.collab.tck.scenario.Workshop.OWNER;
import static dev.collab.tck.scenario.Workshop.PEER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.ListCursor;
import dev.collab.collaboration.AgentContributions;
import dev.collab.collaboration.Contribution;
import dev.collab.model.CollaborationOrigin;
import dev.collab.model.EndReason;
import dev.collab.outcome.Reason;
import dev.collab.tck.suite.Chapter;
import dev.collab.tck.suite.Clause;
import dev.collab.tck.suite.StorageBench;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Tells what is known of who helped. */
public abstract class AttributionSuite extends ScenarioSuite {
    /**
     * Makes a suite.
     *
     * @param bench the storage under test
     */
    protected AttributionSuite(StorageBench bench) {
        super(bench);
    }

    @Test
    @DisplayName("B-74 of one conversation: who helped, added by whom, how long, how soon, how much, and why it ended")
    @Clause(value = "CollaborationStore.find", read = Chapter.COLLABORATIONS)
    void ofAConversation() {
        var workshop = workshop();
        var chat = workshop.chat(HELPER);
        workshop.pass(Duration.ofSeconds(90));
        workshop.agent(HELPER).reply(chat, "Oil it").orElseThrow();
        workshop.agent(HELPER).note(chat, "Or wax").orElseThrow();
        workshop.agent(HELPER).note(chat, "Or both").orElseThrow();
        workshop.agent(LEAD).join(chat).orElseThrow();
        workshop.pass(Duration.ofSeconds(30));
        workshop.agent(OWNER).removeCollaborator(chat, HELPER).orElseThrow();

        var all = workshop.desk().attribution(chat).orElseThrow();

        assertThat(all).extracting(Contribution::agent).containsExactly(HELPER, LEAD);
        var helper = all.get(0);
        assertThat(helper.addedBy().id()).isEqualTo(OWNER.value());
        assertThat(helper.lasted()).isEqualTo(Duration.ofMinutes(2));
        assertThat(helper.toFirstWord()).contains(Duration.ofSeconds(90));
        assertThat(List.of(helper.replies(), helper.notes())).containsExactly(1, 2);
        assertThat(helper.reason()).contains(EndReason.REMOVED);
        assertThat(all.get(1).origin()).isEqualTo(CollaborationOrigin.JOINED);
        assertThat(all.get(1).endedAt()).isEmpty();
        refused(workshop.collab.admin(OWNER).inbox(Workshop.COUNTER).attribution(chat))
                .isEqualTo(Reason.NOT_PERMITTED);
    }

    @Test
    @DisplayName("B-74 over a period: what was in force in it, ended or not, page after page, each once")
    @Clause(value = "CollaborationStore.find", read = Chapter.COLLABORATIONS)
    void overAPeriod() {
        var workshop = workshop();
        var start = workshop.time.instant();
        var first = workshop.chat(HELPER);
        workshop.pass(Duration.ofHours(1));
        workshop.agent(HELPER).leave(first).orElseThrow();
        var second = workshop.chat(EXPERT, PEER);
        workshop.pass(Duration.ofHours(1));
        workshop.agent(EXPERT).leave(second).orElseThrow();
        workshop.chat(HELPER);
        workshop.pass(Duration.ofHours(1));

        var late = rows(workshop, start.plus(Duration.ofHours(2)), workshop.time.instant());
        var early = rows(workshop, start, start.plus(Duration.ofMinutes(30)));

        assertThat(late).extracting(Contribution::agent).containsExactly(PEER, HELPER);
        assertThat(early).extracting(Contribution::agent).containsExactly(HELPER);
        assertThat(rows(workshop, start, workshop.time.instant()))
                .extracting(Contribution::agent)
                .containsExactlyInAnyOrder(HELPER, EXPERT, PEER, HELPER);
    }

    private static List<Contribution> rows(Workshop workshop, Instant from, Instant until) {
        var all = new ArrayList<Contribution>();
        var cursor = Optional.<ListCursor>empty();
        do {
            var page = workshop.desk().attribution(from, until, cursor, 1).orElseThrow();
            all.addAll(page.contributions());
            cursor = page.next();
        } while (cursor.isPresent());
        return all;
    }

    @Test
    @DisplayName("B-74 summed up by person, and the escalations counted")
    @Clause(value = "CollaborationStore.find", read = Chapter.COLLABORATIONS)
    void byPerson() {
        var workshop = workshop();
        var start = workshop.time.instant();
        for (int chat = 0; chat < 2; chat++) {
            var one = workshop.chat(HELPER, LEAD);
            workshop.pass(Duration.ofMinutes(1));
            workshop.agent(HELPER).reply(one, "Oil it").orElseThrow();
            workshop.pass(Duration.ofMinutes(1));
            workshop.agent(OWNER).resolve(one).orElseThrow();
        }

        var sums = AgentContributions.of(rows(workshop, start, workshop.time.instant()));

        assertThat(sums).hasSize(2);
        assertThat(sums)
                .filteredOn(one -> one.agent().equals(HELPER))
                .singleElement()
                .satisfies(hal -> {
                    assertThat(hal.collaborations()).isEqualTo(2);
                    assertThat(hal.lasted()).isEqualTo(Duration.ofMinutes(4));
                    assertThat(hal.replies()).isEqualTo(2);
                    assertThat(hal.meanToFirstWord()).contains(Duration.ofMinutes(1));
                });
        assertThat(sums)
                .filteredOn(one -> one.agent().equals(LEAD))
                .singleElement()
                .satisfies(lars -> assertThat(lars.escalations()).isEqualTo(2));
    }
}
