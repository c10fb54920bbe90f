package dev.collab.rules;

import static dev.collab.rules.Shop.ASHA;
import static dev.collab.rules.Shop.BO;
import static dev.collab.rules.Shop.CY;
import static dev.collab.rules.Shop.FIN;
import static dev.collab.rules.Shop.SUE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.collab.AgentDesk;
import dev.collab.Replied;
import dev.collab.conversation.Missed;
import dev.collab.conversation.ReplyDraft;
import dev.collab.model.AddRule;
import dev.collab.model.CommandKey;
import dev.collab.model.EntryKind;
import dev.collab.model.GroupReading;
import dev.collab.model.Level;
import dev.collab.outcome.DirectoryUnavailableException;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Cases of what changes while a reply is composed")
class CaseComposingTest extends CaseScene {
    private static final CommandKey KEY = new CommandKey("composed");

    @Test
    @DisplayName(
            "B-26 B-34 B-40 B-41 B-47 given a reply is being composed, when its author is lowered to ADVISER, then it "
                    + "is refused and becomes no note; raised again, the same command passes")
    void lowered() {
        var ticket = shop.assignedTicket();
        shop.add(ticket, BO);
        var draft = ReplyDraft.of("Take 43.").havingSeen(last(ticket));
        var bo = shop.agent(BO).keyed(KEY);
        unnoticed(
                ticket,
                () -> assertThat(told(() -> shop.agent(ASHA).changeLevel(ticket, BO, Level.ADVISER)))
                        .containsExactly("LEVEL_CHANGED bo"));

        refused(ticket, Reason.NOT_PERMITTED, () -> bo.reply(ticket, draft));
        shop.customer().write(ticket, "Hello?").orElseThrow();
        refused(ticket, Reason.NOT_PERMITTED, () -> bo.reply(ticket, draft));
        assertThat(shop.entries(ticket, EntryKind.NOTE)).isEmpty();
        unnoticed(ticket, () -> shop.agent(BO).note(ticket, "I would say 43.").orElseThrow());
        shop.agent(ASHA).changeLevel(ticket, BO, Level.RESPONDER).orElseThrow();
        refused(ticket, Reason.HELD, () -> bo.reply(ticket, draft));
        var sent = bo.reply(ticket, ReplyDraft.of("Take 43.").havingSeen(last(ticket)));

        assertThat(sent.orElseThrow().missed()).isEmpty();
        assertThat(customerReads(ticket)).endsWith("Hello?", "Asha: Take 43.");
        assertThat(sight(BO, ticket)).isEqualTo("OPEN asha [bo RESPONDER]");
    }

    @Test
    @DisplayName("B-26 B-32 B-34 B-68 given a reply was decided, when its author is lowered or removed before it is "
            + "committed, then it reaches nobody, as the timeline says in its order")
    void loweredBeforeTheCommit() {
        var lowered = shop.assignedWith(BO);
        var removed = shop.assignedWith(BO);

        var first = overtakenBy(() ->
                        shop.agent(SUE).changeLevel(lowered, BO, Level.ADVISER).orElseThrow())
                .agent(BO)
                .reply(lowered, "A little.");
        var second = overtakenBy(
                        () -> shop.agent(SUE).removeCollaborator(removed, BO).orElseThrow())
                .agent(BO)
                .reply(removed, "A little.");

        assertThat(reason(first)).isEqualTo(Reason.NOT_PERMITTED);
        assertThat(reason(second)).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(shop.lastEntry(lowered).kind()).isEqualTo(EntryKind.LEVEL_CHANGED);
        assertThat(shop.lastEntry(removed).kind()).isEqualTo(EntryKind.COLLABORATION_ENDED);
        assertThat(customerReads(lowered)).hasSize(1);
        assertThat(customerReads(removed)).hasSize(1);
        assertThat(sight(BO, lowered)).isEqualTo("OPEN asha [bo ADVISER]");
        assertThat(sight(BO, removed)).isEqualTo(NOTHING);
    }

    @Test
    @DisplayName(
            "B-24 B-28 B-40 B-54 B-70 given a time box ends while its collaborator's reply is held, when it is sent "
                    + "again, then it is held to the last millisecond, and from the next on they learn nothing of what they missed")
    void theTimeBoxEnds() {
        shop.policy(policy -> policy.withRules(AddRule.UNLESS_SAID.lasting(Duration.ofHours(1))));
        var ticket = shop.assignedTicket();
        shop.add(ticket, BO);
        var draft = ReplyDraft.of("Take 43.").havingSeen(last(ticket));
        shop.customer().write(ticket, "My secret").orElseThrow();
        shop.time.advance(Duration.ofHours(1).minusMillis(1));
        var held = shop.agent(BO).reply(ticket, draft);
        assertThat(missedBy(held)).containsExactly("My secret");

        shop.time.advance(Duration.ofMillis(1));

        assertThat(shop.agent(BO).reply(ticket, draft)).isEqualTo(Outcome.rejected(Reason.UNKNOWN_CONVERSATION));
        refused(
                ticket,
                Reason.UNKNOWN_CONVERSATION,
                () -> shop.agent(BO).reply(ticket, ReplyDraft.of("Take 43.").havingSeen(last(ticket))));
        assertThat(sight(BO, ticket)).isEqualTo(NOTHING);
        assertThat(sight(ASHA, ticket)).isEqualTo("OPEN asha []");
        assertThat(told(() -> shop.agent(ASHA).reply(ticket, "Take 42.")))
                .containsExactlyInAnyOrder("REMOVED bo", "OUTGOING_REPLY carl");
        assertThat(ended(ticket)).containsExactly("bo TIME_BOX");
        assertThat(customerReads(ticket)).endsWith("My secret", "Asha: Take 42.");
    }

    @Test
    @DisplayName(
            "B-24 B-28 B-36 B-53 given a group that reads all of its conversations, when a colleague's time on one is "
                    + "over, then they read on, reply no more, and are told that they do not take part")
    void theTimeBoxEndsForAReader() {
        shop.conversations(policy -> policy.withReading(GroupReading.ALL, false));
        shop.policy(policy -> policy.withRules(AddRule.UNLESS_SAID.lasting(Duration.ofHours(1))));
        var chat = shop.assignedWith(FIN, BO);
        shop.agent(FIN).note(chat, "For all").orElseThrow();

        shop.time.advance(Duration.ofHours(1));

        assertThat(sight(FIN, chat)).isEqualTo("OPEN asha []");
        assertThat(reads(FIN, chat)).contains("For all");
        refused(chat, Reason.NOT_A_PARTICIPANT, () -> shop.agent(FIN).reply(chat, "Late"));
        refused(chat, Reason.NOT_A_PARTICIPANT, () -> shop.agent(FIN).note(chat, "Late"));
        refused(chat, Reason.NOT_A_PARTICIPANT, () -> shop.agent(FIN).leave(chat));
        refused(chat, Reason.UNKNOWN_CONVERSATION, () -> shop.agent(BO).reply(chat, "Late"));
        assertThat(sight(BO, chat)).isEqualTo(NOTHING);
    }

    @Test
    @DisplayName(
            "B-34 B-58 B-59 given a reply is being composed, when its author's account is bound to notes, the directory "
                    + "fails or they are deactivated, then it is refused as each of these says, and the customer goes on")
    void theAccountChanges() {
        var chat = shop.assignedWith(BO);
        shop.people.change(BO, person -> person.ceiling(Level.ADVISER));
        refused(chat, Reason.NOT_PERMITTED, () -> shop.agent(BO).reply(chat, "A little."));
        assertThat(shop.agent(BO).note(chat, "A little, I think.").isDone()).isTrue();

        shop.people.failWith(new IllegalStateException("down"));
        var before = Story.stored(shop, chat);
        for (AgentDesk desk : List.of(shop.agent(BO), shop.agent(ASHA), shop.agent(CY))) {
            assertThatThrownBy(() -> desk.reply(chat, "A little.")).isInstanceOf(DirectoryUnavailableException.class);
            assertThatThrownBy(() -> desk.view(chat)).isInstanceOf(DirectoryUnavailableException.class);
        }
        assertThat(Story.stored(shop, chat)).isEqualTo(before);
        shop.customer().write(chat, "Hello?").orElseThrow();
        assertThat(customerReads(chat)).endsWith("Hello?");
        shop.people.recover();

        shop.people.change(BO, person -> person.ceiling(Level.RESPONDER)).deactivate(BO);
        refused(chat, Reason.UNKNOWN_CONVERSATION, () -> shop.agent(BO).reply(chat, "A little."));
        assertThat(sight(BO, chat)).isEqualTo(NOTHING);
        shop.people.change(BO, person -> person.active(true));
        assertThat(shop.agent(BO).reply(chat, "A little.").isDone()).isTrue();
        assertThat(customerReads(chat)).endsWith("Hello?", "Asha: A little.");
    }

    @Test
    @DisplayName(
            "B-34 B-37 B-54 B-65 B-70 given the assignee composes a reply, when a lead transfers it away, then it is "
                    + "refused as unknown, and what colleagues reply from then on carries the new assignee's name")
    void transferredAway() {
        var chat = shop.assignedWith(BO);
        var draft = ReplyDraft.of("Take 43.").havingSeen(last(chat));
        shop.agent(BO).reply(chat, "One moment.").orElseThrow();

        unnoticed(
                chat,
                () -> assertThat(told(() -> shop.agent(SUE).transfer(chat, FIN)))
                        .containsExactlyInAnyOrder("ASSIGNED asha", "ASSIGNED fin"));

        refused(chat, Reason.UNKNOWN_CONVERSATION, () -> shop.agent(ASHA).reply(chat, draft));
        refused(chat, Reason.NOT_A_PARTICIPANT, () -> shop.agent(SUE).reply(chat, draft));
        shop.agent(BO).reply(chat, "Fin knows.").orElseThrow();
        assertThat(customerReads(chat)).endsWith("Asha: One moment.", "Fin: Fin knows.");
        assertThat(sight(ASHA, chat)).isEqualTo(NOTHING);
        assertThat(sight(FIN, chat)).isEqualTo("OPEN fin [bo RESPONDER]");
    }

    private static List<String> missedBy(Outcome<Replied> held) {
        assertThat(reason(held)).isEqualTo(Reason.HELD);
        return held.<List<String>>fold(
                done -> List.of(), no -> Story.texts(Outcome.done(((Missed) no.details()).entries())));
    }
}
