package dev.collab.tck.scenario;

import static dev.collab.tck.scenario.Workshop.BUYER;
import static dev.collab.tck.scenario.Workshop.EXPERT;
import static dev.collab.tck.scenario.Workshop.HELPER;
import static dev.collab.tck.scenario.Workshop.OWNER;
import static dev.collab.tck.scenario.Workshop.QUESTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.collab.conversation.OpenRequest;
import dev.collab.conversation.ReplyDraft;
import dev.collab.model.AgentId;
import dev.collab.model.Channel;
import dev.collab.model.CommandKey;
import dev.collab.model.CustomerId;
import dev.collab.outcome.CommandOutcomeUnknownException;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import dev.collab.tck.suite.Chapter;
import dev.collab.tck.suite.Clause;
import dev.collab.tck.suite.StorageBench;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Tells of commands that are sent again. */
public abstract class KeySuite extends ScenarioSuite {
    private static final CommandKey KEY = new CommandKey("once");

    /**
     * Makes a suite.
     *
     * @param bench the storage under test
     */
    protected KeySuite(StorageBench bench) {
        super(bench);
    }

    @Test
    @DisplayName("B-41 P-27 a reply sent again after a restart gets the first receipt and is not done twice")
    @Clause(value = "ConversationStore.load", read = Chapter.RECEIPTS)
    void afterARestart() {
        var workshop = workshop();
        var chat = workshop.chat();
        var first = workshop.agent(OWNER).keyed(KEY).reply(chat, "Oil it");
        workshop.pass(Duration.ofDays(6));
        var before = workshop.stored(chat);

        var again = secondHost(workshop).agent(OWNER).keyed(KEY).reply(chat, "Oil it");

        assertThat(first.isDone()).isTrue();
        assertThat(again).isEqualTo(first);
        assertThat(workshop.stored(chat)).isEqualTo(before);
        assertThat(workshop.buyerReads(chat)).containsExactly(QUESTION, "Oil it");
    }

    @Test
    @DisplayName("B-41 P-27 two hosts send the same command at the same instant: it is done once, both get one receipt")
    @Clause(value = "ConversationStore.commit", read = Chapter.RECEIPTS)
    void atOnce() {
        var workshop = workshop();
        var chat = workshop.chat();
        var other = secondHost(workshop);

        var receipts = Together.run(
                () -> workshop.buyer().keyed(KEY).write(chat, "Hello?"),
                () -> other.customer(BUYER).keyed(KEY).write(chat, "Hello?"));

        assertThat(receipts.get(0)).isEqualTo(receipts.get(1)).matches(Outcome::isDone);
        assertThat(workshop.buyerReads(chat)).containsExactly(QUESTION, "Hello?");
    }

    @Test
    @DisplayName("B-41 P-29 a retry of somebody removed since gets ids and times and no word of the conversation")
    @Clause(value = "ConversationStore.load", read = Chapter.RECEIPTS)
    void afterRemoval() {
        var workshop = workshop();
        var chat = workshop.chat(HELPER);
        var first = workshop.agent(HELPER).keyed(KEY).note(chat, "CANARY");
        workshop.agent(OWNER).removeCollaborator(chat, HELPER).orElseThrow();

        var again = workshop.agent(HELPER).keyed(KEY).note(chat, "CANARY");

        assertThat(again).isEqualTo(first);
        assertThat(again.orElseThrow().toString()).doesNotContain("CANARY");
        refused(workshop.agent(HELPER).keyed(new CommandKey("twice")).note(chat, "CANARY"))
                .isEqualTo(Reason.UNKNOWN_CONVERSATION);
    }

    @Test
    @DisplayName("B-41 other content under a key is ID_CONFLICT; a retry after many other commands is still known")
    @Clause(value = "ConversationStore.load", read = Chapter.RECEIPTS)
    void otherContent() {
        var workshop = workshop();
        var chat = workshop.chat();
        var first = workshop.agent(OWNER).keyed(KEY).note(chat, "A");
        for (int other = 0; other < 5; other++) {
            workshop.agent(OWNER).note(chat, "More").orElseThrow();
        }

        refusedWithoutTrace(
                        workshop, chat, () -> workshop.agent(OWNER).keyed(KEY).note(chat, "B"))
                .isEqualTo(Reason.ID_CONFLICT);
        refusedWithoutTrace(
                        workshop, chat, () -> workshop.agent(OWNER).keyed(KEY).reply(chat, "A"))
                .isEqualTo(Reason.ID_CONFLICT);
        assertThat(workshop.agent(OWNER).keyed(KEY).note(chat, "A")).isEqualTo(first);
    }

    @Test
    @DisplayName("B-41 P-27 a key is its actor's own: colleague, customer and conversation each have theirs")
    @Clause(value = "ConversationStore.load", read = Chapter.RECEIPTS)
    void ownKeys() {
        var workshop = workshop();
        var same = new AgentId(BUYER.value());
        workshop.people.add(same, "Namesake");
        var chat = workshop.chat(HELPER, same);
        var other = workshop.chat();

        var first = workshop.agent(OWNER).keyed(KEY).note(chat, "Hello").orElseThrow();
        var helpers = workshop.agent(HELPER).keyed(KEY).note(chat, "Hello").orElseThrow();
        var namesakes = workshop.agent(same).keyed(KEY).note(chat, "Hello").orElseThrow();
        workshop.buyer().keyed(KEY).write(chat, "Hello").orElseThrow();
        workshop.agent(OWNER).keyed(KEY).note(other, "Hello").orElseThrow();

        assertThat(helpers.sequence()).isEqualTo(first.sequence() + 1);
        assertThat(namesakes.sequence()).isEqualTo(first.sequence() + 2);
        assertThat(workshop.buyerReads(chat)).containsExactly(QUESTION, "Hello");
        assertThat(workshop.texts(OWNER, chat)).containsExactly(QUESTION, "Hello", "Hello", "Hello", "Hello");
        assertThat(workshop.texts(OWNER, other)).containsExactly(QUESTION, "Hello");
    }

    @Test
    @DisplayName("B-41 a refusal is not remembered, a held reply neither: the same key may pass later")
    @Clause(value = "ConversationStore.load", read = Chapter.RECEIPTS)
    void refusalsAreForgotten() {
        var workshop = workshop();
        var ticket = workshop.ticket(HELPER);
        workshop.agent(OWNER).reply(ticket, "Wait").orElseThrow();
        var draft = ReplyDraft.of("Oil it");

        refused(workshop.agent(HELPER).keyed(KEY).reply(ticket, draft.havingSeen(0)))
                .isEqualTo(Reason.HELD);
        var newest = workshop.newest(ticket).sequence();

        assertThat(workshop.agent(HELPER)
                        .keyed(KEY)
                        .reply(ticket, draft.havingSeen(newest))
                        .isDone())
                .isTrue();
        refused(workshop.agent(EXPERT).keyed(KEY).note(ticket, "Hi")).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        workshop.agent(OWNER).addCollaborator(ticket, EXPERT).orElseThrow();
        assertThat(workshop.agent(EXPERT).keyed(KEY).note(ticket, "Hi").isDone())
                .isTrue();
    }

    @Test
    @DisplayName("B-41 opening again with the same key finds the conversation, another customer's key opens another")
    @Clause(value = "ConversationStore.commit", read = Chapter.RECEIPTS)
    void openedOnce() {
        var workshop = workshop();
        var request = workshop.request(Channel.LIVE_CHAT);
        var first = workshop.buyer().keyed(KEY).open(request);

        var again = secondHost(workshop).customer(BUYER).keyed(KEY).open(request);
        var rivals =
                workshop.collab.customer(new CustomerId("BUYER")).keyed(KEY).open(request);

        assertThat(again).isEqualTo(first);
        assertThat(rivals.orElseThrow()).isNotEqualTo(first.orElseThrow());
        assertThat(workshop.buyerRows()).hasSize(1);
        refused(workshop.buyer().keyed(KEY).open(OpenRequest.of(request.inbox(), request.channel(), "Other")))
                .isEqualTo(Reason.ID_CONFLICT);
    }

    @Test
    @DisplayName("B-41 P-32 keys are kept for 7 days and forgotten after them, in batches")
    @Clause(value = "ConversationStore.forgetReceipts", read = Chapter.RECEIPTS)
    void sevenDays() {
        var workshop = workshop();
        var chat = workshop.chat();
        var first = workshop.agent(OWNER).keyed(KEY).note(chat, "A");
        var conversations = workshop.storage.conversations();
        workshop.pass(Duration.ofDays(7).minusMillis(1));
        assertThat(conversations.forgetReceipts(workshop.time.instant(), 100)).isZero();
        assertThat(workshop.agent(OWNER).keyed(KEY).note(chat, "A")).isEqualTo(first);

        workshop.pass(Duration.ofMillis(1));
        int forgotten = 0;
        for (int batch = 2; batch == 2; forgotten += batch) {
            batch = conversations.forgetReceipts(workshop.time.instant(), 2);
        }

        assertThat(forgotten).isEqualTo(3);
        assertThat(workshop.agent(OWNER).keyed(KEY).note(chat, "B").isDone()).isTrue();
        assertThat(workshop.texts(OWNER, chat)).containsExactly(QUESTION, "A", "B");
    }

    @Test
    @DisplayName(
            "B-41 P-28 an outcome that got lost on the way is named by its key, and asking again with it tells what came of it")
    @Clause(value = "ConversationStore.load", read = Chapter.RECEIPTS)
    void lostOnTheWay() {
        var workshop = workshop();
        var chat = workshop.chat();
        var cut = workshop.host(Disturbed.cutOff(workshop.storage));

        assertThatThrownBy(() -> cut.agent(OWNER).reply(chat, "CANARY"))
                .hasMessageNotContaining("CANARY")
                .isInstanceOfSatisfying(CommandOutcomeUnknownException.class, lost -> {
                    assertThat(lost.conversation()).isEqualTo(chat);
                    var told = workshop.agent(OWNER).keyed(lost.key()).reply(chat, "CANARY");
                    assertThat(told.orElseThrow().sequence())
                            .isEqualTo(workshop.newest(chat).sequence());
                });
        assertThat(workshop.buyerReads(chat)).containsExactly(QUESTION, "CANARY");
    }

    @Test
    @DisplayName("B-41 a command that had nothing to do is remembered as such, whatever happened since")
    @Clause(value = "ConversationStore.remember", read = Chapter.RECEIPTS)
    void nothingToDo() {
        var workshop = workshop();
        var chat = workshop.chat(HELPER);
        var first = workshop.agent(OWNER).keyed(KEY).addCollaborator(chat, HELPER);
        workshop.agent(OWNER).removeCollaborator(chat, HELPER).orElseThrow();

        var again = secondHost(workshop).agent(OWNER).keyed(KEY).addCollaborator(chat, HELPER);

        assertThat(first.orElseThrow().known()).isTrue();
        assertThat(again).isEqualTo(first);
        assertThat(workshop.collaborators(chat)).isEmpty();
    }
}
