package dev.collab.rules;

import static dev.collab.rules.Shop.ADA;
import static dev.collab.rules.Shop.ASHA;
import static dev.collab.rules.Shop.BO;
import static dev.collab.rules.Shop.CY;
import static dev.collab.rules.Shop.FIN;
import static dev.collab.rules.Shop.INBOX;
import static dev.collab.rules.Shop.SUE;
import static dev.collab.rules.Shop.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.Posted;
import dev.collab.Replied;
import dev.collab.Written;
import dev.collab.conversation.Missed;
import dev.collab.conversation.OpenRequest;
import dev.collab.conversation.ReplyDraft;
import dev.collab.model.AgentId;
import dev.collab.model.Channel;
import dev.collab.model.CommandKey;
import dev.collab.model.ConversationId;
import dev.collab.model.ConversationStatus;
import dev.collab.model.EntryKind;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Commands on what was merged")
class MergedCommandsTest {
    private static final CommandKey KEY = new CommandKey("key");

    private final Shop shop = Shop.open();

    @Test
    @DisplayName("B-67 a customer's message on the source stands in the target, and says so")
    void theCustomerWrites() {
        var source = shop.assigned();
        var target = shop.assigned();
        merge(source, target);
        var before = Story.stored(shop, source);

        var posted = shop.customer().keyed(KEY).write(source, "And the laces?");

        assertThat(posted.orElseThrow().conversation()).isEqualTo(target);
        assertThat(Story.customerTexts(shop, target)).endsWith("And the laces?");
        assertThat(shop.head(source)).isEqualTo(before.head());
        assertThat(shop.customer().keyed(KEY).write(source, "And the laces?")).isEqualTo(posted);
        assertThat(shop.entries(target, EntryKind.CUSTOMER_MESSAGE)).hasSize(2);
        assertThat(reason(shop.collab.customer(Shop.DORA).write(source, "Mine?")))
                .isEqualTo(Reason.UNKNOWN_CONVERSATION);
    }

    @Test
    @DisplayName("B-67 an agent's commands on the source go along the chain to where it goes on, and say where that is")
    void alongTheChain() {
        var first = shop.assigned();
        var second = shop.assigned();
        var last = shop.assigned();
        merge(first, second);
        merge(second, last);
        var asha = shop.agent(ASHA);

        assertThat(asha.note(first, "Hm").orElseThrow().conversation()).isEqualTo(last);
        assertThat(asha.reply(first, "They do.").orElseThrow().conversation()).isEqualTo(last);
        assertThat(asha.addCollaborator(first, BO).orElseThrow().conversation()).isEqualTo(last);
        assertThat(shop.agent(BO).note(second, "Here").orElseThrow().conversation())
                .isEqualTo(last);
        assertThat(shop.head(last).collaborationOf(BO)).isPresent();
        assertThat(shop.head(first).collaborations()).isEmpty();
        asha.resolve(first).orElseThrow();
        assertThat(shop.head(last).status()).isEqualTo(ConversationStatus.RESOLVED);
    }

    @Test
    @DisplayName("B-54 B-67 access to a command on the source is decided at the target")
    void accessAtTheTarget() {
        var source = shop.assigned();
        var target = shop.chat();
        shop.agent(FIN).claim(target).orElseThrow();
        merge(source, target);

        assertThat(shop.agent(ASHA).view(source).isDone()).isTrue();
        assertThat(reason(shop.agent(ASHA).note(source, "Hm"))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(shop.agent(FIN).note(source, "Hm").isDone()).isTrue();
    }

    @Test
    @DisplayName("B-41 B-67 what was done on the source before the merge is answered by its receipt")
    void receiptsStay() {
        var source = shop.assigned();
        var target = shop.assigned();
        var first = shop.agent(ASHA).keyed(KEY).note(source, "Once");
        merge(source, target);

        assertThat(shop.agent(ASHA).keyed(KEY).note(source, "Once")).isEqualTo(first);
        assertThat(first.orElseThrow().conversation()).isEqualTo(source);
        assertThat(shop.agent(ASHA).keyed(KEY).note(source, "Twice"))
                .isEqualTo(Outcome.<Written>rejected(Reason.ID_CONFLICT));
        assertThat(shop.entries(target, EntryKind.NOTE)).isEmpty();
    }

    @Test
    @DisplayName("B-40 B-67 what was seen of the source counts for nothing at the target: a ticket's reply is held")
    void held() {
        var source = shop.assignedTicket();
        var target = shop.assignedTicket();
        merge(source, target);

        var held = shop.agent(ASHA).reply(source, ReplyDraft.of("They do.").havingSeen(1_000));

        assertThat(reason(held)).isEqualTo(Reason.HELD);
        var missed = (Missed) ((Outcome.Rejected<Replied>) held).details();
        assertThat(missed.conversation()).isEqualTo(target);
        assertThat(missed.entries()).isNotEmpty();
        var again = ReplyDraft.of("They do.").havingSeen(shop.lastEntry(target).sequence());
        assertThat(shop.agent(ASHA).reply(missed.conversation(), again).isDone())
                .isTrue();
        assertThat(shop.agent(ASHA).reply(source, "Without looking").isDone()).isTrue();
    }

    @Test
    @DisplayName("B-40 B-67 a chat's reply is done with a warning that shows what is at the target")
    void warned() {
        var source = shop.assigned();
        var target = shop.assigned();
        merge(source, target);

        var replied = shop.agent(ASHA)
                .reply(source, ReplyDraft.of("They do.").havingSeen(1_000))
                .orElseThrow();

        assertThat(replied.conversation()).isEqualTo(target);
        assertThat(replied.missed()).isNotEmpty().allMatch(entry -> entry.sequence() < replied.sequence());
    }

    @Test
    @DisplayName("B-12 B-67 the capacity hook is asked for the conversation somebody is added to")
    void capacity() {
        var source = shop.assigned();
        var target = shop.assigned();
        merge(source, target);
        var asked = new ArrayList<ConversationId>();
        var host = shop.host(builder -> builder.capacity((agent, conversation) -> asked.add(conversation)));

        host.agent(ASHA).addCollaborator(source, CY).orElseThrow();

        assertThat(asked).containsExactly(target);
    }

    @Test
    @DisplayName("B-48 B-67 what is said on the source is taken back on the source")
    void redacted() {
        var source = shop.assigned();
        var target = shop.assigned();
        merge(source, target);
        var before = shop.entries(target);

        assertThat(shop.agent(ADA).redact(source, 1).orElseThrow().conversation())
                .isEqualTo(source);

        assertThat(shop.entries(source).get(1).redacted()).isTrue();
        assertThat(shop.entries(target)).isEqualTo(before);
    }

    @Test
    @DisplayName("B-67 reads stay on the source")
    void stay() {
        var source = shop.assigned();
        var target = shop.assigned();
        merge(source, target);

        assertThat(shop.agent(ASHA).view(source).orElseThrow().id()).isEqualTo(source);
        assertThat(shop.customer().view(source).orElseThrow().id()).isEqualTo(source);
        assertThat(shop.customer().markRead(source, 0).orElseThrow()).isEqualTo(1);
    }

    @Test
    @DisplayName("B-42 B-67 a follow-up to the source is one to the target: only once that is closed, and linked to it")
    void followUp() {
        var source = shop.assigned();
        var target = shop.assigned();
        merge(source, target);
        var request = OpenRequest.of(INBOX, Channel.LIVE_CHAT, "And the laces?").following(source);

        assertThat(reason(shop.customer().open(request))).isEqualTo(Reason.WRONG_STATE);
        shop.agent(SUE).close(source).orElseThrow();
        assertThat(shop.head(target).status()).isEqualTo(ConversationStatus.CLOSED);
        assertThat(shop.customer().write(source, "And the laces?"))
                .isEqualTo(Outcome.<Posted>rejected(Reason.CONVERSATION_CLOSED));

        var next = shop.customer().open(request).orElseThrow();
        assertThat(shop.customer().view(next).orElseThrow().followUpOf()).contains(target);
    }

    @Test
    @DisplayName("B-67 merging and moving are commands too: on the source they concern what it goes on in")
    void mergedOn() {
        shop.ledElsewhere();
        var first = shop.assigned();
        var second = shop.assigned();
        var third = shop.assigned();
        merge(first, second);
        var desk = shop.agent(SUE).keyed(KEY);

        var merged = desk.merge(first, third).orElseThrow();

        assertThat(merged.source()).isEqualTo(second);
        assertThat(merged.conversation()).isEqualTo(third);
        assertThat(shop.head(second).status()).isEqualTo(ConversationStatus.CLOSED);
        assertThat(desk.merge(first, third).orElseThrow()).isEqualTo(merged);
        assertThat(shop.agent(ADA).merge(first, third).orElseThrow()).isEqualTo(merged);
        assertThat(reason(shop.agent(ADA).merge(third, first))).isEqualTo(Reason.WRONG_STATE);
        assertThat(shop.agent(SUE)
                        .move(first, Shop.ELSEWHERE, Optional.empty())
                        .orElseThrow()
                        .conversation())
                .isEqualTo(third);
    }

    @Test
    @DisplayName("B-67 an open conversation can be merged into one that was merged: it goes where that goes on")
    void intoWhatWasMerged() {
        var first = shop.assigned();
        var second = shop.assigned();
        merge(first, second);
        var other = shop.assignedWith(BO);

        var merged = shop.agent(SUE).merge(other, first).orElseThrow();

        assertThat(merged.conversation()).isEqualTo(second);
        assertThat(merged.joined()).isEqualTo(List.<AgentId>of(BO));
    }

    private void merge(ConversationId source, ConversationId target) {
        shop.agent(SUE).merge(source, target).orElseThrow();
    }
}
