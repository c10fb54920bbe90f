package dev.collab.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.AgentDesk;
import dev.collab.model.AddRule;
import dev.collab.model.Adder;
import dev.collab.model.AgentId;
import dev.collab.model.Channel;
import dev.collab.model.CollaborationState;
import dev.collab.model.ConversationId;
import dev.collab.model.EndReason;
import dev.collab.model.EntryKind;
import dev.collab.model.WhenResolved;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class LifeCycleTest {
    private final Shop shop = Shop.open();

    @Test
    @DisplayName("B-63 unless said otherwise resolving a live chat ends all collaborations")
    void aChatEndsThem() {
        var chat = resolved(shop.assignedWith(Shop.BO, Shop.CY));

        assertThat(shop.head(chat).collaborations()).isEmpty();
        assertThat(shop.entries(chat, EntryKind.COLLABORATION_ENDED))
                .hasSize(2)
                .allSatisfy(entry -> assertThat(entry.facts()).containsEntry("reason", EndReason.RESOLVED.name()));
        assertThat(Shop.reason(shop.agent(Shop.BO).view(chat))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
    }

    @Test
    @DisplayName("B-63 unless said otherwise resolving a ticket suspends all collaborations")
    void aTicketSuspendsThem() {
        var ticket = resolved(ticketWith(Shop.BO, Shop.CY));

        assertThat(states(ticket)).containsExactly(CollaborationState.SUSPENDED, CollaborationState.SUSPENDED);
        assertThat(shop.entries(ticket, EntryKind.COLLABORATION_SUSPENDED)).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("B-63 what resolving does is policy, for each channel")
    void thePolicyDecides(Channel channel) {
        for (var effect : WhenResolved.values()) {
            shop.conversations(policy -> policy.withWhenResolved(channel, effect));
            var conversation = resolved(with(shop.claimed(opened(channel)), Shop.BO));

            switch (effect) {
                case END -> assertThat(states(conversation)).isEmpty();
                case SUSPEND -> assertThat(states(conversation)).containsExactly(CollaborationState.SUSPENDED);
                case KEEP -> assertThat(states(conversation)).containsExactly(CollaborationState.ACTIVE);
            }
        }
    }

    @Test
    @DisplayName("B-63 the policy of one channel leaves the other alone")
    void channelsAreIndependent() {
        shop.conversations(policy -> policy.withWhenResolved(Channel.LIVE_CHAT, WhenResolved.KEEP));

        assertThat(states(resolved(ticketWith(Shop.BO)))).containsExactly(CollaborationState.SUSPENDED);
        assertThat(states(resolved(shop.assignedWith(Shop.BO)))).containsExactly(CollaborationState.ACTIVE);
    }

    /** All acts but leaving, which changes nothing for anybody else. */
    static Stream<Desks.Row<AgentDesk>> acts() {
        var reads = Set.of("view", "timeline", "export", "visible", "attachment", "markRead", "mute", "leave");
        return Desks.agent().stream().filter(row -> reads.stream().noneMatch(row.method()::startsWith));
    }

    @ParameterizedTest(name = "B-64 {0} by a suspended collaborator is refused")
    @MethodSource("acts")
    @DisplayName("B-64 a suspended collaborator acts not")
    void theSuspendedActNot(Desks.Row<AgentDesk> act) {
        var ticket = resolved(ticketWith(Shop.CY, Shop.BO));
        var before = Story.stored(shop, ticket);

        var answer = act.on(shop.agent(Shop.CY), ticket);

        assertThat(Shop.reason(answer)).isIn(Reason.WRONG_STATE, Reason.NOT_PERMITTED, Reason.INVITATION_OVER);
        assertThat(Story.stored(shop, ticket)).isEqualTo(before);
    }

    @Test
    @DisplayName("B-64 a suspended collaborator who would write is told that it is the state")
    void theSuspendedAreToldItIsTheState() {
        var ticket = resolved(ticketWith(Shop.BO));

        assertThat(Shop.reason(shop.agent(Shop.BO).reply(ticket, "Hello"))).isEqualTo(Reason.WRONG_STATE);
        assertThat(Shop.reason(shop.agent(Shop.BO).note(ticket, "Hello"))).isEqualTo(Reason.WRONG_STATE);
    }

    @Test
    @DisplayName("B-64 a suspended collaborator does not remove even those they added")
    void theSuspendedRemoveNobody() {
        shop.policy(policy -> policy.withRules(AddRule.UNLESS_SAID, AddRule.allow("all", Adder.COLLABORATOR)));
        var ticket = ticketWith(Shop.BO);
        shop.agent(Shop.BO).addCollaborator(ticket, Shop.CY).orElseThrow();
        resolved(ticket);

        assertThat(Shop.reason(shop.agent(Shop.BO).removeCollaborator(ticket, Shop.CY)))
                .isEqualTo(Reason.WRONG_STATE);
    }

    @Test
    @DisplayName("B-64 reopening resumes the suspended, whoever reopens")
    void reopeningResumes() {
        var byAgent = resolved(ticketWith(Shop.BO, Shop.CY));
        var byCustomer = resolved(ticketWith(Shop.BO));

        shop.agent(Shop.ASHA).reopen(byAgent).orElseThrow();
        shop.customer().write(byCustomer, "And the laces?").orElseThrow();

        assertThat(states(byAgent)).containsExactly(CollaborationState.ACTIVE, CollaborationState.ACTIVE);
        assertThat(states(byCustomer)).containsExactly(CollaborationState.ACTIVE);
        assertThat(shop.agent(Shop.BO).reply(byCustomer, "Here again").isDone()).isTrue();
    }

    @Test
    @DisplayName("B-64 those who find no place when it is reopened have ended, the youngest first")
    void theLimitOfNowHolds() {
        var ticket = resolved(ticketWith(Shop.BO, Shop.CY, Shop.ZED));
        shop.policy(policy -> policy.withLimit(2));

        shop.agent(Shop.ASHA).reopen(ticket).orElseThrow();

        assertThat(shop.head(ticket).collaborations())
                .extracting(grant -> grant.agent())
                .containsExactly(Shop.BO, Shop.CY);
        assertThat(shop.entries(ticket, EntryKind.COLLABORATION_ENDED))
                .singleElement()
                .satisfies(entry -> assertThat(entry.facts())
                        .containsEntry("agent", "zed")
                        .containsEntry("reason", EndReason.OVER_LIMIT.name()));
        assertThat(Shop.reason(shop.agent(Shop.ZED).view(ticket))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
    }

    @Test
    @DisplayName("B-64 those of an older epoch are not resumed and need no place")
    void theEpochOfNowHolds() {
        var ticket = resolved(ticketWith(Shop.BO));
        shop.admin().disableCollaboration().orElseThrow();
        shop.admin().enableCollaboration().orElseThrow();

        shop.agent(Shop.ASHA).reopen(ticket).orElseThrow();

        assertThat(shop.head(ticket).collaborations()).isEmpty();
        assertThat(shop.entries(ticket, EntryKind.COLLABORATION_RESUMED)).isEmpty();
        assertThat(shop.entries(ticket, EntryKind.COLLABORATION_ENDED))
                .singleElement()
                .satisfies(entry -> assertThat(entry.facts()).containsEntry("reason", EndReason.SWITCHED_OFF.name()));
    }

    @Test
    @DisplayName("B-64 those whose time is over are not resumed")
    void theTimeOfNowHolds() {
        shop.policy(policy ->
                policy.withRules(AddRule.allow("an hour", Adder.ASSIGNEE).lasting(Duration.ofHours(1))));
        var ticket = resolved(ticketWith(Shop.BO));
        shop.time.advance(Duration.ofHours(1));

        shop.agent(Shop.ASHA).reopen(ticket).orElseThrow();

        assertThat(shop.head(ticket).collaborations()).isEmpty();
        assertThat(shop.entries(ticket, EntryKind.COLLABORATION_RESUMED)).isEmpty();
    }

    @Test
    @DisplayName("B-64 resuming does not ask the directory; the next access decides whether a person is active")
    void theDirectoryIsNotAsked() {
        var ticket = resolved(ticketWith(Shop.BO, Shop.CY));
        shop.people.deactivate(Shop.BO);
        shop.people.failWith(new IllegalStateException("down"));

        shop.customer().write(ticket, "And the laces?").orElseThrow();

        shop.people.recover();
        assertThat(states(ticket)).containsExactly(CollaborationState.ACTIVE, CollaborationState.ACTIVE);
        assertThat(Shop.reason(shop.agent(Shop.BO).view(ticket))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(shop.agent(Shop.CY).view(ticket).isDone()).isTrue();
    }

    @Test
    @DisplayName("B-64 resumed collaborations keep level and window")
    void resumedIsWhatWasSuspended() {
        var ticket = ticketWith(Shop.BO);
        var before = shop.head(ticket).collaborations();

        resolved(ticket);
        shop.agent(Shop.ASHA).reopen(ticket).orElseThrow();

        assertThat(shop.head(ticket).collaborations()).isEqualTo(before);
    }

    @Test
    @DisplayName("B-62 CLOSED is final: nobody writes, reopens or changes anything")
    void closedIsFinal() {
        var ticket = shop.assignedTicket();
        shop.agent(Shop.ADA).close(ticket).orElseThrow();
        var before = Story.stored(shop, ticket);

        var desk = shop.agent(Shop.ADA);
        var answers = Stream.<Outcome<?>>of(
                desk.reopen(ticket),
                desk.resolve(ticket),
                desk.join(ticket),
                desk.transfer(ticket, Shop.FIN),
                shop.collab.system("router").reopen(ticket),
                shop.agent(Shop.ASHA).note(ticket, "One more thing"));

        assertThat(answers).allSatisfy(answer -> assertThat(Shop.reason(answer)).isEqualTo(Reason.WRONG_STATE));
        assertThat(Story.stored(shop, ticket)).isEqualTo(before);
    }

    private ConversationId opened(Channel channel) {
        return switch (channel) {
            case LIVE_CHAT -> shop.chat();
            case EMAIL_TICKET -> shop.ticket();
        };
    }

    private ConversationId ticketWith(AgentId... collaborators) {
        return with(shop.assignedTicket(), collaborators);
    }

    private ConversationId with(ConversationId conversation, AgentId... collaborators) {
        for (var collaborator : collaborators) {
            shop.add(conversation, collaborator);
        }
        return conversation;
    }

    private ConversationId resolved(ConversationId conversation) {
        shop.agent(Shop.ASHA).resolve(conversation).orElseThrow();
        return conversation;
    }

    private List<CollaborationState> states(ConversationId conversation) {
        return shop.head(conversation).collaborations().stream()
                .map(grant -> grant.state())
                .toList();
    }
}
