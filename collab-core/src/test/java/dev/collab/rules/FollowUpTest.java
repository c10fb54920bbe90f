package dev.collab.rules;

import static dev.collab.rules.Shop.ASHA;
import static dev.collab.rules.Shop.CARL;
import static dev.collab.rules.Shop.DORA;
import static dev.collab.rules.Shop.ELSEWHERE;
import static dev.collab.rules.Shop.FOOTWEAR;
import static dev.collab.rules.Shop.INBOX;
import static dev.collab.rules.Shop.SUE;
import static dev.collab.rules.Shop.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.conversation.Conversation;
import dev.collab.conversation.OpenRequest;
import dev.collab.model.Channel;
import dev.collab.model.CommandKey;
import dev.collab.model.ConversationId;
import dev.collab.model.CustomerId;
import dev.collab.model.InboxId;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FollowUpTest {
    private final Shop shop = Shop.open();

    @Test
    @DisplayName("B-42 the message a closed conversation refuses opens a follow-up, linked to it for both sides")
    void linked() {
        var closed = closed();
        assertThat(reason(shop.customer().write(closed, "And the laces?"))).isEqualTo(Reason.CONVERSATION_CLOSED);

        var next = shop.claimed(follow(CARL, INBOX, closed).orElseThrow());

        assertThat(shop.customer().view(next).orElseThrow().followUpOf()).contains(closed);
        assertThat(shop.agent(ASHA).view(next).orElseThrow().followUpOf()).contains(closed);
        assertThat(shop.agent(ASHA).view(closed).orElseThrow().followUpOf()).isEmpty();
    }

    @Test
    @DisplayName("B-42 B-68 the link is folded from the entries like everything else in the head")
    void folded() {
        var next = follow(CARL, INBOX, closed()).orElseThrow();

        assertThat(Conversation.fold(shop.entries(next))).isEqualTo(shop.head(next));
    }

    @Test
    @DisplayName("B-42 a follow-up may go to another inbox")
    void otherInbox() {
        var closed = closed();

        var next = follow(CARL, ELSEWHERE, closed).orElseThrow();

        assertThat(shop.head(next).followUpOf()).isEqualTo(closed);
    }

    @Test
    @DisplayName("B-42 what can still be written to is not followed up")
    void notClosed() {
        var open = shop.assigned();
        var resolved = shop.assigned();
        shop.agent(ASHA).resolve(resolved).orElseThrow();

        assertThat(reason(follow(CARL, INBOX, open))).isEqualTo(Reason.WRONG_STATE);
        assertThat(reason(follow(CARL, INBOX, resolved))).isEqualTo(Reason.WRONG_STATE);
    }

    @Test
    @DisplayName("B-42 B-43 somebody else's conversation is followed up no more than one that does not exist")
    void notTheirs() {
        assertThat(reason(follow(DORA, INBOX, closed()))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(reason(follow(CARL, INBOX, new ConversationId("none")))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(reason(follow(DORA, INBOX, shop.assigned()))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
    }

    @Test
    @DisplayName("B-41 B-42 a retry finds its follow-up; the same key for another conversation is a conflict")
    void retried() {
        var first = closed();
        var second = closed();
        var desk = shop.customer().keyed(new CommandKey("once"));
        var opened = desk.open(request(INBOX, first)).orElseThrow();

        assertThat(desk.open(request(INBOX, first)).orElseThrow()).isEqualTo(opened);
        assertThat(reason(desk.open(request(INBOX, second)))).isEqualTo(Reason.ID_CONFLICT);
    }

    private ConversationId closed() {
        var chat = shop.assigned();
        shop.agent(SUE).close(chat).orElseThrow();
        return chat;
    }

    private Outcome<ConversationId> follow(CustomerId customer, InboxId inbox, ConversationId closed) {
        return shop.collab.customer(customer).open(request(inbox, closed));
    }

    private static OpenRequest request(InboxId inbox, ConversationId closed) {
        return OpenRequest.of(inbox, Channel.LIVE_CHAT, "And the laces?")
                .forGroup(FOOTWEAR)
                .following(closed);
    }
}
