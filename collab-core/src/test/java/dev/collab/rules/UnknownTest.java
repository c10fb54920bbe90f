package dev.collab.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.AgentDesk;
import dev.collab.CustomerDesk;
import dev.collab.conversation.OpenRequest;
import dev.collab.model.AgentId;
import dev.collab.model.Channel;
import dev.collab.model.ConversationId;
import dev.collab.model.CustomerId;
import dev.collab.model.GroupId;
import dev.collab.model.InboxRole;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever has no access learns nothing, not even that there is something. */
class UnknownTest {
    private static final ConversationId NOWHERE = new ConversationId("nowhere");
    private static final AgentId GONE = new AgentId("gone");
    private static final AgentId REMOVED = new AgentId("removed");
    private static final AgentId HERSELF = new AgentId("herself");
    private static final AgentId OTHER_SUPERVISOR = new AgentId("other-supervisor");
    private static final AgentId OTHER_ADMIN = new AgentId("other-admin");

    /** Agents of all kinds who have no access to {@link #conversations}. */
    private static final List<AgentId> STRANGERS = List.of(
            Shop.NOBODY, Shop.BO, Shop.MO, Shop.ZED, Shop.BOT, GONE, REMOVED, HERSELF, OTHER_SUPERVISOR, OTHER_ADMIN);

    private final Shop shop = shop();

    static Stream<Desks.Row<AgentDesk>> agentRows() {
        return Desks.agent().stream();
    }

    static Stream<Desks.Row<CustomerDesk>> customerRows() {
        return Desks.customer().stream();
    }

    @Test
    @DisplayName("B-54 every act and read of an agent's desk has a row here")
    void everyMethodOfTheAgentsDeskHasARow() {
        var methods = new ArrayList<>(Desks.methods(AgentDesk.class));
        // Lists are not about one conversation: what is not in scope is not on them.
        methods.remove("conversations(ListKind, ListRequest)");
        // Its conversation is in the token: see ReplyTokensTest.
        methods.remove("answer(String, String)");

        assertThat(Desks.agent()).extracting(Desks.Row::method).containsExactlyInAnyOrderElementsOf(methods);
    }

    @Test
    @DisplayName("B-54 every act and read of a customer's desk has a row here, but opening")
    void everyMethodOfTheCustomersDeskHasARow() {
        var methods = new ArrayList<>(Desks.methods(CustomerDesk.class));
        methods.removeAll(List.of("open(InboxId, Channel, String)", "open(OpenRequest)", "conversations(ListRequest)"));
        // Its conversation is in the token: see ReplyTokensTest.
        methods.remove("answer(String, String)");

        assertThat(Desks.customer()).extracting(Desks.Row::method).containsExactlyInAnyOrderElementsOf(methods);
    }

    @ParameterizedTest(name = "B-54 {0} without access is answered like an unknown conversation")
    @MethodSource("agentRows")
    @DisplayName("B-54 without access, every act and read of an agent is answered like an unknown conversation")
    void withoutAccessAnAgentIsAnsweredAsIfThereWereNothing(Desks.Row<AgentDesk> row) {
        conversations().forEach((state, conversation) -> {
            for (var stranger : STRANGERS) {
                var before = Story.stored(shop, conversation);
                var unknown = row.on(shop.agent(stranger), NOWHERE);

                var answer = row.on(shop.agent(stranger), conversation);

                assertThat(answer)
                        .as("%s on what is %s", stranger, state)
                        .isEqualTo(unknown)
                        .isEqualTo(Outcome.rejected(Reason.UNKNOWN_CONVERSATION));
                assertThat(Story.stored(shop, conversation)).isEqualTo(before);
            }
        });
    }

    @ParameterizedTest(name = "B-54 {0} by those who have access is answered otherwise")
    @MethodSource("agentRows")
    @DisplayName("B-54 an unknown conversation is what only those without access are told")
    void withAccessAnAgentIsAnsweredOtherwise(Desks.Row<AgentDesk> row) {
        conversations().forEach((state, conversation) -> {
            var answer = row.on(shop.agent(Shop.ADA), conversation);

            assertThat(answer).as(state).isNotEqualTo(Outcome.rejected(Reason.UNKNOWN_CONVERSATION));
        });
    }

    @ParameterizedTest(name = "B-43 {0} on somebody else''s conversation is answered like an unknown one")
    @MethodSource("customerRows")
    @DisplayName("B-43 a customer is refused on any conversation that is not theirs as on one that does not exist")
    void aCustomerIsAnsweredAsIfTheOthersHadNone(Desks.Row<CustomerDesk> row) {
        conversations().forEach((state, conversation) -> {
            for (var stranger : List.of(Shop.DORA, new CustomerId("asha"), new CustomerId("Carl"))) {
                var before = Story.stored(shop, conversation);
                var unknown = row.on(shop.collab.customer(stranger), NOWHERE);

                var answer = row.on(shop.collab.customer(stranger), conversation);

                assertThat(answer)
                        .as("%s on what is %s", stranger, state)
                        .isEqualTo(unknown)
                        .isEqualTo(Outcome.rejected(Reason.UNKNOWN_CONVERSATION));
                assertThat(Story.stored(shop, conversation)).isEqualTo(before);
            }
        });
    }

    @ParameterizedTest(name = "B-54 {0} by an agent of the group is answered like an unknown conversation")
    @MethodSource("agentRows")
    @DisplayName("B-54 an agent of the group learns nothing of what is assigned, but who was faster")
    void anAgentOfTheGroupLearnsOnlyWhoWasFaster(Desks.Row<AgentDesk> row) {
        var assigned = shop.assigned();

        var answer = row.on(shop.agent(Shop.FIN), assigned);

        assertThat(Shop.reason(answer))
                .isEqualTo(row.method().startsWith("claim") ? Reason.ALREADY_ASSIGNED : Reason.UNKNOWN_CONVERSATION);
    }

    /** One conversation in each state, of each of which somebody has been removed. */
    private Map<String, ConversationId> conversations() {
        var queued = withRemoved(shop.assigned());
        shop.agent(Shop.ASHA).release(queued).orElseThrow();
        var resolved = withRemoved(shop.assignedTicket());
        shop.agent(Shop.ASHA).resolve(resolved).orElseThrow();
        var closed = withRemoved(shop.assigned());
        shop.agent(Shop.ADA).close(closed).orElseThrow();
        var conversations = new TreeMap<String, ConversationId>();
        conversations.put("queued", queued);
        conversations.put("assigned", withRemoved(shop.assigned()));
        conversations.put("resolved", resolved);
        conversations.put("closed", closed);
        return conversations;
    }

    private ConversationId withRemoved(ConversationId conversation) {
        shop.add(conversation, REMOVED);
        shop.agent(REMOVED).reply(conversation, "I was here.").orElseThrow();
        shop.agent(Shop.ASHA).removeCollaborator(conversation, REMOVED).orElseThrow();
        return conversation;
    }

    private static Shop shop() {
        var shop = Shop.open();
        var apparel = new GroupId("apparel");
        shop.people
                .add(
                        GONE,
                        "Gone",
                        person -> person.role(Shop.INBOX, InboxRole.ADMIN)
                                .groups(Shop.FOOTWEAR)
                                .active(false))
                .add(REMOVED, "Removed")
                .add(
                        HERSELF,
                        "Herself",
                        person -> person.role(Shop.INBOX, InboxRole.ADMIN)
                                .groups(Shop.FOOTWEAR)
                                .customer(Shop.CARL))
                .add(
                        OTHER_SUPERVISOR,
                        "Other",
                        person -> person.role(Shop.INBOX, InboxRole.SUPERVISOR).groups(apparel))
                .add(
                        OTHER_ADMIN,
                        "Other",
                        person -> person.role(Shop.ELSEWHERE, InboxRole.ADMIN).groups(Shop.ACCESSORIES));
        // An unrelated conversation: to have access somewhere helps nobody elsewhere.
        var other = shop.collab
                .customer(Shop.DORA)
                .open(OpenRequest.of(Shop.INBOX, Channel.LIVE_CHAT, "Another matter")
                        .forGroup(Shop.FOOTWEAR))
                .orElseThrow();
        shop.claimed(other);
        shop.add(other, Shop.BO);
        shop.twin();
        return shop;
    }
}
