package dev.collab.rules;

import static dev.collab.rules.Shop.ADA;
import static dev.collab.rules.Shop.ASHA;
import static dev.collab.rules.Shop.BO;
import static dev.collab.rules.Shop.CY;
import static dev.collab.rules.Shop.SUE;
import static dev.collab.rules.Shop.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.collab.ListCursor;
import dev.collab.collaboration.AgentContributions;
import dev.collab.collaboration.Contribution;
import dev.collab.model.AddRule;
import dev.collab.model.Adder;
import dev.collab.model.AgentId;
import dev.collab.model.CollaborationOrigin;
import dev.collab.model.ConversationId;
import dev.collab.model.EndReason;
import dev.collab.model.InboxRole;
import dev.collab.model.InvalidArgumentException;
import dev.collab.outcome.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Attribution")
class AttributionTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Shop shop = Shop.open();
    private final Instant start = shop.time.instant();

    @Test
    @DisplayName("B-74 says who took part, by whom, how long, how soon they wrote, and how much")
    void oneConversation() {
        var chat = shop.assigned();
        shop.add(chat, BO);
        shop.time.advance(MINUTE);
        shop.agent(BO).note(chat, "Looking.").orElseThrow();
        shop.time.advance(MINUTE);
        shop.agent(BO).reply(chat, "A reply.").orElseThrow();
        shop.agent(BO).reply(chat, "Another one.").orElseThrow();
        shop.add(chat, SUE);
        shop.time.advance(MINUTE);
        shop.agent(BO).leave(chat).orElseThrow();

        var contributions = shop.admin().attribution(chat).orElseThrow();

        assertThat(contributions).extracting(Contribution::agent).containsExactly(BO, SUE);
        assertThat(contributions.get(0)).satisfies(bo -> {
            assertThat(bo.addedBy().id()).isEqualTo("asha");
            assertThat(bo.origin()).isEqualTo(CollaborationOrigin.ADDED);
            assertThat(bo.escalation()).isFalse();
            assertThat(bo.reason()).contains(EndReason.LEFT);
            assertThat(bo.lasted()).isEqualTo(Duration.ofMinutes(3));
            assertThat(bo.toFirstWord()).contains(MINUTE);
            assertThat(bo.replies()).isEqualTo(2);
            assertThat(bo.notes()).isEqualTo(1);
        });
        assertThat(contributions.get(1)).satisfies(sue -> {
            assertThat(sue.escalation()).isTrue();
            assertThat(sue.endedAt()).isEmpty();
            assertThat(sue.lasted()).isEqualTo(MINUTE);
            assertThat(sue.toFirstWord()).isEmpty();
        });
    }

    @Test
    @DisplayName(
            "B-7 B-24 B-74 what ended by a time box or a switch-off ended then, also without an entry that says so")
    void endedWithoutAnEntry() {
        shop.policy(policy -> policy.withRules(
                AddRule.allow("briefly", Adder.ASSIGNEE).lasting(Duration.ofMinutes(10)),
                AddRule.allow("leads", Adder.SUPERVISOR)));
        var boxed = shop.assignedWith(BO);
        var switched = shop.assigned();
        shop.agent(SUE).addCollaborator(switched, CY).orElseThrow();
        shop.time.advance(Duration.ofMinutes(20));
        shop.admin().disableCollaboration().orElseThrow();
        shop.time.advance(Duration.ofMinutes(20));

        var bo = shop.admin().attribution(boxed).orElseThrow().get(0);
        var cy = shop.admin().attribution(switched).orElseThrow().get(0);

        assertThat(bo.reason()).contains(EndReason.TIME_BOX);
        assertThat(bo.lasted()).isEqualTo(Duration.ofMinutes(10));
        assertThat(cy.reason()).contains(EndReason.SWITCHED_OFF);
        assertThat(cy.lasted()).isEqualTo(Duration.ofMinutes(20));
        shop.agent(ASHA).note(boxed, "So that it is written down.").orElseThrow();
        assertThat(shop.admin().attribution(boxed).orElseThrow()).containsExactly(bo);
    }

    @Test
    @DisplayName("B-74 over a period: what was in force in it, page after page, each once")
    void period() {
        var all = new ArrayList<ConversationId>();
        for (int hour = 0; hour < 6; hour++) {
            var chat = shop.assignedWith(BO, CY);
            all.add(chat);
            shop.time.advance(MINUTE);
            shop.agent(CY).leave(chat).orElseThrow();
            shop.time.advance(Duration.ofHours(1).minus(MINUTE));
        }
        var from = start.plus(Duration.ofHours(2));
        var until = start.plus(Duration.ofHours(4));

        for (int limit : List.of(1, 2, 3, 100)) {
            var rows = rows(from, until, limit);
            assertThat(rows.stream().filter(one -> one.agent().equals(BO)).map(Contribution::conversation))
                    .containsExactlyElementsOf(all.subList(0, 4));
            assertThat(rows.stream().filter(one -> one.agent().equals(CY)).map(Contribution::conversation))
                    .containsExactlyElementsOf(all.subList(2, 4));
        }
        assertThat(rows(start.minus(MINUTE), start, 10)).isEmpty();
        assertThat(rows(start.plus(MINUTE), start.plus(Duration.ofMinutes(2)), 10))
                .extracting(Contribution::agent)
                .containsExactly(BO);
    }

    @Test
    @DisplayName("B-74 sums up by person")
    void byPerson() {
        var one = shop.assignedWith(BO);
        shop.time.advance(MINUTE);
        shop.agent(BO).reply(one, "One.").orElseThrow();
        var two = shop.assignedWith(BO, SUE);
        shop.time.advance(MINUTE.multipliedBy(3));
        shop.agent(BO).note(two, "Two.").orElseThrow();

        var sums = AgentContributions.of(rows(start, shop.time.instant(), 100));

        assertThat(sums)
                .containsExactly(
                        new AgentContributions(
                                BO, "Bo", 2, 0, MINUTE.multipliedBy(7), Optional.of(MINUTE.multipliedBy(2)), 1, 1),
                        new AgentContributions(SUE, "Sue", 1, 1, MINUTE.multipliedBy(3), Optional.empty(), 0, 0));
        assertThat(AgentContributions.of(List.of())).isEmpty();
    }

    @Test
    @DisplayName("B-27 B-74 removed and added again counts as two collaborations, each with its own words")
    void twice() {
        var chat = shop.assignedWith(BO);
        shop.agent(BO).reply(chat, "First time.").orElseThrow();
        shop.agent(ASHA).removeCollaborator(chat, BO).orElseThrow();
        shop.time.advance(MINUTE);
        shop.add(chat, BO);

        assertThat(shop.admin().attribution(chat).orElseThrow())
                .extracting(Contribution::replies)
                .containsExactly(1, 0);
    }

    @Test
    @DisplayName("B-74 only an admin of the inbox reads it, as it counts notes others may not see")
    void onlyAdmins() {
        var chat = shop.assignedWith(BO);

        for (var agent : List.of(ASHA, SUE, BO, new AgentId("nobody"))) {
            var desk = shop.collab.admin(agent).inbox(Shop.INBOX);
            assertThat(reason(desk.attribution(chat))).isEqualTo(Reason.NOT_PERMITTED);
            assertThat(reason(desk.attribution(start, start.plus(MINUTE), Optional.empty(), 10)))
                    .isEqualTo(Reason.NOT_PERMITTED);
        }
        shop.people.change(ADA, person -> person.role(Shop.ELSEWHERE, InboxRole.ADMIN));
        assertThat(reason(shop.collab.admin(ADA).inbox(Shop.ELSEWHERE).attribution(chat)))
                .isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(shop.collab
                        .admin(ADA)
                        .inbox(Shop.ELSEWHERE)
                        .attribution(start, start.plus(MINUTE), Optional.empty(), 10)
                        .orElseThrow()
                        .contributions())
                .isEmpty();
    }

    @Test
    @DisplayName("B-74 a cursor that comes from elsewhere is refused by name")
    void foreignCursor() {
        assertThatThrownBy(() ->
                        shop.admin().attribution(start, start.plus(MINUTE), Optional.of(new ListCursor("eA")), 10))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageStartingWith("cursor ");
    }

    private List<Contribution> rows(Instant from, Instant until, int limit) {
        var rows = new ArrayList<Contribution>();
        Optional<ListCursor> cursor = Optional.empty();
        do {
            var page = shop.admin().attribution(from, until, cursor, limit).orElseThrow();
            rows.addAll(page.contributions());
            cursor = page.next();
        } while (cursor.isPresent());
        return rows;
    }
}
