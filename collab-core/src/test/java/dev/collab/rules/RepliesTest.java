package dev.collab.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.collaboration.AddOptions;
import dev.collab.model.AgentId;
import dev.collab.model.EntryKind;
import dev.collab.model.GroupReading;
import dev.collab.model.Level;
import dev.collab.outcome.Reason;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepliesTest {
    private final Shop shop = Shop.open();

    @Test
    @DisplayName("B-34 the assignee replies")
    void theAssigneeReplies() {
        var chat = shop.assigned();

        var written = shop.agent(Shop.ASHA).reply(chat, "They run small.").orElseThrow();

        assertThat(shop.lastEntry(chat).sequence()).isEqualTo(written.sequence());
        assertThat(Story.customerTexts(shop, chat)).endsWith("They run small.");
    }

    @Test
    @DisplayName("B-34 a RESPONDER replies")
    void aResponderReplies() {
        var chat = shop.assignedWith(Shop.BO);

        shop.agent(Shop.BO).reply(chat, "Any charger with USB-C.").orElseThrow();

        assertThat(Story.customerTexts(shop, chat)).endsWith("Any charger with USB-C.");
    }

    @ParameterizedTest
    @EnumSource(names = {"OBSERVER", "ADVISER"})
    @DisplayName("B-34 whoever is below RESPONDER is refused, and a refused reply is never turned into a note")
    void belowResponderNobodyReplies(Level level) {
        var chat = shop.assigned();
        shop.agent(Shop.ASHA)
                .addCollaborator(chat, Shop.BO, AddOptions.at(level))
                .orElseThrow();
        var before = Story.stored(shop, chat);

        var refused = shop.agent(Shop.BO).reply(chat, "Any charger with USB-C.");

        assertThat(Shop.reason(refused)).isEqualTo(Reason.NOT_PERMITTED);
        assertThat(Story.stored(shop, chat)).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(names = {"OBSERVER", "ADVISER"})
    @DisplayName("B-34 whoever's ceiling is below RESPONDER is refused, whatever the level of the grant")
    void theCeilingHolds(Level ceiling) {
        var chat = shop.assignedWith(Shop.BO);
        shop.people.change(Shop.BO, bo -> bo.ceiling(ceiling));
        var before = Story.stored(shop, chat);

        var refused = shop.agent(Shop.BO).reply(chat, "Any charger with USB-C.");

        assertThat(Shop.reason(refused)).isEqualTo(Reason.NOT_PERMITTED);
        assertThat(Story.stored(shop, chat)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "sue", "fin", "mo"})
    @DisplayName(
            "B-36 whoever is neither assignee nor collaborator cannot reply, whatever their role, though they read")
    void nobodyRepliesFromOutside(String who) {
        var outsider = new AgentId(who);
        shop.conversations(policy -> policy.withReading(GroupReading.ALL, true));
        var chat = shop.assigned();
        var before = Story.stored(shop, chat);
        assertThat(shop.timeline(outsider, chat).isDone()).isTrue();

        var refused = shop.agent(outsider).reply(chat, "Let me in.");

        assertThat(Shop.reason(refused)).isEqualTo(Reason.NOT_A_PARTICIPANT);
        assertThat(Story.stored(shop, chat)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "sue", "fin", "asha"})
    @DisplayName("B-36 nobody replies to what waits in the queue before they have claimed or joined it")
    void nobodyRepliesToTheQueue(String who) {
        var agent = new AgentId(who);
        var chat = shop.chat();

        assertThat(Shop.reason(shop.agent(agent).reply(chat, "Hello?"))).isEqualTo(Reason.NOT_A_PARTICIPANT);

        shop.agent(agent).claim(chat).orElseThrow();
        assertThat(shop.agent(agent).reply(chat, "Hello!").isDone()).isTrue();
    }

    @Test
    @DisplayName("B-36 the assignee of before cannot reply any more")
    void theAssigneeOfBeforeCannotReply() {
        var chat = shop.assigned();
        shop.agent(Shop.ASHA).transfer(chat, Shop.FIN).orElseThrow();
        shop.conversations(policy -> policy.withReading(GroupReading.ALL, false));

        var refused = shop.agent(Shop.ASHA).reply(chat, "One more thing.");

        assertThat(Shop.reason(refused)).isEqualTo(Reason.NOT_A_PARTICIPANT);
    }

    @Test
    @DisplayName("B-42 a customer's message on a resolved conversation reopens it in the same commit")
    void writingReopens() {
        var ticket = shop.assignedTicket();
        shop.agent(Shop.ASHA).resolve(ticket).orElseThrow();
        long revision = shop.head(ticket).revision();

        shop.customer().write(ticket, "And the laces?").orElseThrow();

        var head = shop.head(ticket);
        assertThat(head.status()).hasToString("OPEN");
        assertThat(head.assignee()).isEqualTo(Shop.ASHA);
        assertThat(head.revision()).isEqualTo(revision + 1);
        assertThat(shop.entries(ticket, EntryKind.REOPENED))
                .singleElement()
                .satisfies(entry -> assertThat(entry.author().id()).isEqualTo("carl"));
        assertThat(Story.customerTexts(shop, ticket)).endsWith("And the laces?");
    }

    @Test
    @DisplayName("B-42 a refused message does not reopen")
    void aRefusedMessageDoesNotReopen() {
        var ticket = shop.assignedTicket();
        shop.agent(Shop.ASHA).resolve(ticket).orElseThrow();
        var before = Story.stored(shop, ticket);

        assertThat(Shop.reason(shop.customer().write(ticket, " "))).isEqualTo(Reason.TEXT_BLANK);

        assertThat(Story.stored(shop, ticket)).isEqualTo(before);
    }

    @Test
    @DisplayName("B-42 a customer's message on a closed conversation is refused with a code of its own")
    void aClosedConversationStaysClosed() {
        var chat = shop.assigned();
        shop.agent(Shop.ADA).close(chat).orElseThrow();
        var before = Story.stored(shop, chat);

        var refused = shop.customer().write(chat, "One more thing");

        assertThat(Shop.reason(refused)).isEqualTo(Reason.CONVERSATION_CLOSED);
        assertThat(Story.stored(shop, chat)).isEqualTo(before);
    }
}
