package dev.collab.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.collaboration.AddOptions;
import dev.collab.model.AgentId;
import dev.collab.model.CaseFacts;
import dev.collab.model.ConversationId;
import dev.collab.model.EntryKind;
import dev.collab.model.GroupId;
import dev.collab.model.GroupReading;
import dev.collab.model.HistoryWindow;
import dev.collab.model.InboxRole;
import dev.collab.model.Level;
import dev.collab.outcome.Reason;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ViewersTest {
    private final Shop shop = Shop.open();

    @Test
    @DisplayName("B-53 the customer sees messages and replies, and nothing else")
    void theCustomer() {
        var chat = talked(shop.assignedWith(Shop.BO));

        assertThat(Story.customerTexts(shop, chat).subList(1, 3)).containsExactly("A reply", "A message");
        assertThat(Story.messages(shop, chat)).hasSize(3);
    }

    @Test
    @DisplayName("B-53 the assignee sees everything to everyone")
    void theAssignee() {
        var chat = talked(shop.assigned());

        assertSees(Shop.ASHA, chat);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("B-53 a collaborator of any level sees everything to everyone")
    void aCollaborator(Level level) {
        var chat = shop.assigned();
        shop.agent(Shop.ASHA)
                .addCollaborator(chat, Shop.BO, AddOptions.at(level))
                .orElseThrow();

        assertSees(Shop.BO, talked(chat));
    }

    @Test
    @DisplayName("B-53 a suspended collaborator reads on, also what is written while suspended")
    void aSuspendedCollaborator() {
        var ticket = shop.assignedTicket();
        shop.add(ticket, Shop.BO);
        talked(ticket);
        shop.agent(Shop.ASHA).resolve(ticket).orElseThrow();
        shop.agent(Shop.ASHA).note(ticket, "Written while suspended").orElseThrow();

        assertSees(Shop.BO, ticket);
        assertThat(Story.texts(shop, Shop.BO, ticket)).endsWith("Written while suspended");
    }

    @ParameterizedTest
    @EnumSource(names = {"SUPERVISOR", "ADMIN"})
    @DisplayName("B-53 a supervisor of the group and an admin of the inbox see everything to everyone, in any state")
    void leads(InboxRole role) {
        var lead = role == InboxRole.ADMIN ? Shop.ADA : Shop.SUE;
        var queued = shop.chat();
        assertThat(shop.agent(lead).view(queued).isDone()).isTrue();
        var chat = talked(shop.assigned());
        assertSees(lead, chat);

        shop.agent(Shop.ASHA).resolve(chat).orElseThrow();
        assertSees(lead, chat);

        shop.agent(Shop.ADA).close(chat).orElseThrow();
        assertSees(lead, chat);
    }

    @Test
    @DisplayName("B-53 a supervisor of another group and an admin of another inbox see nothing")
    void leadsOfOthers() {
        var chat = talked(shop.assigned());
        shop.people.change(Shop.SUE, sue -> sue.groups(Shop.ACCESSORIES));
        shop.people.change(Shop.ADA, ada -> ada.noRole(Shop.INBOX).role(Shop.ELSEWHERE, InboxRole.ADMIN));

        assertUnknown(Shop.SUE, chat);
        assertUnknown(Shop.ADA, chat);
    }

    @Test
    @DisplayName("B-53 a conversation of no group has no supervisor")
    void withoutAGroupNobodySupervises() {
        var chat = shop.assigned();
        shop.agent(Shop.ADA).changeCase(chat, CaseFacts.of(null)).orElseThrow();

        assertUnknown(Shop.SUE, chat);
        assertThat(shop.agent(Shop.ADA).view(chat).isDone()).isTrue();
    }

    @Test
    @DisplayName("B-53 an agent of the group sees what waits in its queue, and nothing once it is assigned or resolved")
    void anAgentOfTheGroup() {
        var ticket = talked(shop.assignedTicket());
        assertUnknown(Shop.FIN, ticket);

        shop.agent(Shop.ASHA).release(ticket).orElseThrow();
        assertSees(Shop.FIN, ticket);

        shop.agent(Shop.SUE).resolve(ticket).orElseThrow();
        assertUnknown(Shop.FIN, ticket);
    }

    @Test
    @DisplayName("B-53 if the policy says so an agent of the group sees all conversations of the group")
    void anAgentOfTheGroupByPolicy() {
        shop.conversations(policy -> policy.withReading(GroupReading.ALL, false));
        var ticket = talked(shop.assignedTicket());
        assertSees(Shop.FIN, ticket);

        shop.agent(Shop.ASHA).resolve(ticket).orElseThrow();
        assertSees(Shop.FIN, ticket);

        assertUnknown(Shop.MO, ticket);
    }

    @Test
    @DisplayName("B-53 the group counts as the directory gives it now")
    void groupsAreThoseOfNow() {
        var chat = shop.chat();
        assertUnknown(Shop.BO, chat);
        shop.people.change(Shop.BO, bo -> bo.groups(Shop.ACCESSORIES, Shop.FOOTWEAR));
        assertThat(shop.agent(Shop.BO).view(chat).isDone()).isTrue();

        shop.people.change(Shop.FIN, fin -> fin.groups(new GroupId("apparel")));
        assertUnknown(Shop.FIN, chat);
    }

    @Test
    @DisplayName("B-53 another agent of the inbox sees nothing, unless the policy lets them read")
    void anotherAgentOfTheInbox() {
        var chat = talked(shop.assigned());
        assertUnknown(Shop.MO, chat);
        assertUnknown(Shop.MO, shop.chat());

        shop.conversations(policy -> policy.withReading(GroupReading.QUEUED, true));

        assertSees(Shop.MO, chat);
        assertUnknown(Shop.ZED, chat);
    }

    @Test
    @DisplayName("B-53 everyone else sees nothing")
    void everyoneElse() {
        shop.conversations(policy -> policy.withReading(GroupReading.ALL, true));
        var chat = talked(shop.assigned());

        for (var agent : List.of(Shop.BO, Shop.ZED, Shop.BOT, Shop.NOBODY, new AgentId("carl"))) {
            assertUnknown(agent, chat);
        }
    }

    @Test
    @DisplayName("B-55 a window starts at an entry: of entries of the same instant only the later ones are in it")
    void aWindowStartsAtAnEntry() {
        var chat = talked(shop.assigned());

        addFromNow(chat);
        shop.agent(Shop.ASHA).note(chat, "After the add").orElseThrow();

        assertThat(shop.entries(chat)).extracting(entry -> entry.at()).containsOnly(shop.time.instant());
        var added = shop.entries(chat, EntryKind.COLLABORATION_STARTED).get(0).sequence();
        assertThat(shop.timeline(Shop.BO, chat).orElseThrow())
                .extracting(entry -> entry.sequence())
                .containsExactly(added, added + 1);
    }

    @Test
    @DisplayName("B-55 a clock that goes back opens and closes no window")
    void aClockThatGoesBackMovesNoWindow() {
        var chat = talked(shop.assigned());
        addFromNow(chat);

        shop.time.advance(Duration.ofDays(-1));
        shop.agent(Shop.ASHA).note(chat, "Yesterday, after the add").orElseThrow();

        assertThat(Story.texts(shop, Shop.BO, chat)).containsExactly("Yesterday, after the add");
    }

    private void addFromNow(ConversationId chat) {
        shop.agent(Shop.ASHA)
                .addCollaborator(chat, Shop.BO, AddOptions.NONE.reading(HistoryWindow.FROM_ADD))
                .orElseThrow();
    }

    @Test
    @DisplayName("B-58 a deactivated agent has no access from the moment the directory says so, whatever they were")
    void theDeactivatedHaveNoAccess() {
        var chat = shop.assignedWith(Shop.BO);
        for (var agent : List.of(Shop.ASHA, Shop.BO, Shop.SUE, Shop.ADA)) {
            assertThat(shop.agent(agent).view(chat).isDone()).isTrue();

            shop.people.deactivate(agent);

            assertUnknown(agent, chat);
            assertThat(Shop.reason(shop.agent(agent).reply(chat, "Still here"))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        }
    }

    @Test
    @DisplayName("B-58 history keeps the name of when it was written")
    void historyKeepsTheName() {
        var chat = shop.assignedWith(Shop.BO);
        shop.agent(Shop.BO).note(chat, "By Bo").orElseThrow();
        shop.people.change(Shop.BO, bo -> bo.name("Somebody else"));
        shop.agent(Shop.BO).note(chat, "By the same, renamed").orElseThrow();
        shop.people.deactivate(Shop.BO).remove(Shop.BO);

        assertThat(shop.timeline(Shop.ADA, chat).orElseThrow())
                .filteredOn(entry -> entry.author().id().equals("bo"))
                .extracting(entry -> entry.author().name())
                .containsExactly("Bo", "Somebody else");
        assertThat(shop.agent(Shop.ADA).view(chat).orElseThrow().collaborators().collaborators())
                .singleElement()
                .satisfies(bo -> assertThat(bo.name()).isEqualTo("Bo"));
    }

    /** A reply, a note and a message, written by who is there. */
    private ConversationId talked(ConversationId conversation) {
        shop.agent(Shop.ASHA).reply(conversation, "A reply").orElseThrow();
        shop.agent(Shop.ASHA).note(conversation, "A note").orElseThrow();
        shop.customer().write(conversation, "A message").orElseThrow();
        return conversation;
    }

    private void assertSees(AgentId agent, ConversationId conversation) {
        assertThat(shop.agent(agent).view(conversation).isDone()).isTrue();
        assertThat(shop.timeline(agent, conversation).orElseThrow())
                .extracting(entry -> entry.sequence())
                .containsExactlyElementsOf(shop.entries(conversation).stream()
                        .map(entry -> entry.sequence())
                        .toList());
        assertThat(Story.texts(shop, agent, conversation)).contains("A reply", "A note", "A message");
    }

    private void assertUnknown(AgentId agent, ConversationId conversation) {
        assertThat(Shop.reason(shop.agent(agent).view(conversation))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(Shop.reason(shop.timeline(agent, conversation))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
    }
}
