package dev.collab.tck.scenario;

import static dev.collab.tck.scenario.Workshop.BUYER;
import static dev.collab.tck.scenario.Workshop.COUNTER;
import static dev.collab.tck.scenario.Workshop.EXPERT;
import static dev.collab.tck.scenario.Workshop.HELPER;
import static dev.collab.tck.scenario.Workshop.LEAD;
import static dev.collab.tck.scenario.Workshop.OWNER;
import static dev.collab.tck.scenario.Workshop.PARTS;
import static dev.collab.tck.scenario.Workshop.PEER;
import static dev.collab.tck.scenario.Workshop.REPAIRS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.ErasurePlace;
import dev.collab.conversation.Act;
import dev.collab.conversation.Conversation;
import dev.collab.model.CaseFacts;
import dev.collab.model.Channel;
import dev.collab.model.CollaborationState;
import dev.collab.model.ConversationId;
import dev.collab.model.ConversationStatus;
import dev.collab.model.EndReason;
import dev.collab.model.EntryKind;
import dev.collab.model.NotificationKind;
import dev.collab.model.WhenResolved;
import dev.collab.outcome.Details;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import dev.collab.spi.ConversationQuery.ListKind;
import dev.collab.tck.suite.Chapter;
import dev.collab.tck.suite.Clause;
import dev.collab.tck.suite.StorageBench;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Tells of the life of a conversation. */
public abstract class LifeCycleSuite extends ScenarioSuite {
    /**
     * Makes a suite.
     *
     * @param bench the storage under test
     */
    protected LifeCycleSuite(StorageBench bench) {
        super(bench);
    }

    @Test
    @DisplayName(
            "B-62 from the queue to closed: each act in its state, else WRONG_STATE or NOT_PERMITTED, without a trace")
    @Clause(value = "ConversationStore.commit", read = Chapter.RULES)
    void fromQueueToClosed() {
        var workshop = workshop();
        var chat = workshop.queued();
        refusedWithoutTrace(workshop, chat, () -> workshop.agent(PEER).resolve(chat))
                .isEqualTo(Reason.NOT_PERMITTED);
        refusedWithoutTrace(workshop, chat, () -> workshop.agent(LEAD).reopen(chat))
                .isEqualTo(Reason.WRONG_STATE);
        workshop.agent(OWNER).claim(chat).orElseThrow();
        refusedWithoutTrace(workshop, chat, () -> workshop.agent(OWNER).close(chat))
                .isEqualTo(Reason.NOT_PERMITTED);
        refusedWithoutTrace(workshop, chat, () -> workshop.agent(PEER).claim(chat))
                .isIn(Reason.ALREADY_ASSIGNED, Reason.UNKNOWN_CONVERSATION);

        workshop.agent(OWNER).resolve(chat).orElseThrow();
        refusedWithoutTrace(workshop, chat, () -> workshop.agent(OWNER).reply(chat, "Bye"))
                .isEqualTo(Reason.WRONG_STATE);
        workshop.agent(OWNER).note(chat, "It was the pedal").orElseThrow();
        workshop.agent(OWNER).reopen(chat).orElseThrow();
        workshop.agent(LEAD).close(chat).orElseThrow();

        assertThat(workshop.agent(LEAD).view(chat).orElseThrow().may(Act.REOPEN))
                .isFalse();
        refusedWithoutTrace(workshop, chat, () -> workshop.system().reopen(chat))
                .isEqualTo(Reason.WRONG_STATE);
        refusedWithoutTrace(workshop, chat, () -> workshop.system().changeCase(chat, CaseFacts.of(PARTS)))
                .isEqualTo(Reason.WRONG_STATE);
        assertThat(workshop.buyer().view(chat).orElseThrow().status()).isEqualTo(ConversationStatus.CLOSED);
    }

    @Test
    @DisplayName("B-62 a case that changes group changes who may read and claim it, in lists at once")
    @Clause(value = "ConversationStore.find", read = Chapter.RULES)
    void otherGroup() {
        var workshop = workshop();
        var chat = workshop.queued();
        assertThat(workshop.list(HELPER, ListKind.QUEUE)).isEmpty();

        workshop.system().changeCase(chat, CaseFacts.of(PARTS)).orElseThrow();

        assertThat(workshop.list(PEER, ListKind.QUEUE)).isEmpty();
        assertThat(workshop.list(HELPER, ListKind.QUEUE)).containsExactly(chat);
        assertThat(workshop.agent(HELPER).claim(chat).isDone()).isTrue();
    }

    @Test
    @DisplayName("B-63 resolving ends the helpers of a chat and suspends those of a ticket, unless policy says other")
    @Clause(value = "ConversationStore.commit", read = Chapter.RULES)
    void resolved() {
        var workshop = workshop();
        var chat = workshop.chat(HELPER);
        var ticket = workshop.ticket(HELPER);
        var kept = workshop.ticket(HELPER);

        workshop.agent(OWNER).resolve(chat).orElseThrow();
        workshop.agent(OWNER).resolve(ticket).orElseThrow();
        workshop.conversations(now -> now.withWhenResolved(Channel.EMAIL_TICKET, WhenResolved.KEEP));
        workshop.agent(OWNER).resolve(kept).orElseThrow();

        assertThat(workshop.list(HELPER, ListKind.COLLABORATING)).containsExactlyInAnyOrder(ticket, kept);
        assertThat(workshop.desk().attribution(chat).orElseThrow())
                .singleElement()
                .satisfies(one -> assertThat(one.reason()).contains(EndReason.RESOLVED));
        assertThat(workshop.head(ticket).collaborationOf(HELPER).orElseThrow().state())
                .isEqualTo(CollaborationState.SUSPENDED);
        assertThat(workshop.agent(HELPER).note(kept, "Done").isDone()).isTrue();
    }

    @Test
    @DisplayName("B-64 a suspended helper reads on and acts not; reopening resumes them up to the limit, oldest first")
    @Clause(value = "ConversationStore.commit", read = Chapter.RULES)
    void resumed() {
        var workshop = workshop();
        var ticket = workshop.ticket(HELPER, EXPERT);
        workshop.agent(OWNER).resolve(ticket).orElseThrow();
        refusedWithoutTrace(workshop, ticket, () -> workshop.agent(HELPER).note(ticket, "Wait"))
                .isEqualTo(Reason.WRONG_STATE);
        workshop.agent(OWNER).note(ticket, "For the record").orElseThrow();
        assertThat(workshop.texts(HELPER, ticket)).contains("For the record");
        workshop.policy(policy -> policy.withLimit(1));
        workshop.people.failWith(new IllegalStateException("nobody asks"));

        workshop.buyer().write(ticket, "It squeaks again").orElseThrow();
        workshop.people.recover();

        assertThat(workshop.agent(HELPER).reply(ticket, "On it").isDone()).isTrue();
        assertThat(workshop.list(EXPERT, ListKind.ALL)).isEmpty();
        assertThat(workshop.desk().attribution(ticket).orElseThrow())
                .filteredOn(one -> one.agent().equals(EXPERT))
                .singleElement()
                .satisfies(one -> assertThat(one.reason()).contains(EndReason.OVER_LIMIT));
    }

    @Test
    @DisplayName("B-64 those of before a switch-off are not resumed, and have no place in lists")
    @Clause(value = "ConversationStore.find", read = Chapter.RULES)
    void notResumed() {
        var workshop = workshop();
        var ticket = workshop.ticket(HELPER);
        workshop.agent(OWNER).resolve(ticket).orElseThrow();
        workshop.desk().disableCollaboration().orElseThrow();
        workshop.desk().enableCollaboration().orElseThrow();

        workshop.agent(OWNER).reopen(ticket).orElseThrow();

        assertThat(workshop.collaborators(ticket)).isEmpty();
        assertThat(workshop.list(HELPER, ListKind.ALL)).isEmpty();
    }

    @Test
    @DisplayName("B-65 two hosts claim at the same instant: one has it, the other learns who")
    @Clause(value = "ConversationStore.commit", read = Chapter.CONCURRENCY)
    void claimedAtOnce() {
        var workshop = workshop().conversations(now -> now.withReading(now.groupReading(), true));
        var chat = workshop.queued();
        var other = secondHost(workshop);

        var outcomes = Together.run(
                () -> workshop.agent(OWNER).claim(chat), () -> other.agent(PEER).claim(chat));

        var winner = Objects.requireNonNull(workshop.head(chat).assignee());
        assertThat(outcomes).filteredOn(Outcome::isDone).hasSize(1);
        assertThat(outcomes).contains(Outcome.rejected(Reason.ALREADY_ASSIGNED, new Details.Agents(List.of(winner))));
        assertThat(workshop.list(winner, ListKind.MINE)).containsExactly(chat);
        assertThat(workshop.kinds(chat)).containsOnlyOnce(EntryKind.ASSIGNED);
    }

    @Test
    @DisplayName("B-65 P-16 a claim that another one came before is decided anew, and learns who was faster")
    @Clause(value = "ConversationStore.commit", read = Chapter.RULES)
    void claimedBetween() {
        var workshop = workshop().conversations(now -> now.withReading(now.groupReading(), true));
        var chat = workshop.queued();
        var slow = workshop.host(Disturbed.afterLoad(
                workshop.storage, () -> workshop.agent(PEER).claim(chat).orElseThrow()));

        var slower = slow.agent(OWNER).claim(chat);

        assertThat(slower).isEqualTo(Outcome.rejected(Reason.ALREADY_ASSIGNED, new Details.Agents(List.of(PEER))));
        assertThat(workshop.list(OWNER, ListKind.MINE)).isEmpty();
        assertThat(workshop.list(PEER, ListKind.MINE)).containsExactly(chat);
    }

    @Test
    @DisplayName("B-65 transfer and stay is one commit: both or neither, without a free place neither")
    @Clause(value = "ConversationStore.commit", read = Chapter.RULES)
    void keepMe() {
        var workshop = workshop().policy(policy -> policy.withLimit(2));
        var chat = workshop.chat(HELPER, EXPERT);
        refusedWithoutTrace(workshop, chat, () -> workshop.agent(OWNER).transferAndStay(chat, PEER))
                .isEqualTo(Reason.LIMIT_REACHED);
        workshop.agent(EXPERT).leave(chat).orElseThrow();

        workshop.agent(OWNER).transferAndStay(chat, PEER).orElseThrow();

        var head = workshop.head(chat);
        assertThat(workshop.entries(chat))
                .filteredOn(entry -> entry.revision() == head.revision())
                .extracting(entry -> entry.kind())
                .containsExactlyInAnyOrder(EntryKind.ASSIGNED, EntryKind.COLLABORATION_STARTED);
        assertThat(workshop.collaborators(chat)).containsExactlyInAnyOrder(HELPER, OWNER);
        assertThat(workshop.list(OWNER, ListKind.MINE)).isEmpty();
        assertThat(workshop.list(OWNER, ListKind.COLLABORATING)).containsExactly(chat);
    }

    @Test
    @DisplayName("B-68 P-24 after all that happens the stored entries fold to the stored head, nothing missing between")
    @Clause(value = "ConversationStore.commit", read = Chapter.RULES)
    void entriesFoldToTheHead() {
        var workshop = workshop().ruledBy(InvitationSuite.ASKED, InvitationSuite.BY_LEADS);
        var ticket = workshop.ticket(HELPER);
        workshop.agent(HELPER).accept(ticket).orElseThrow();
        workshop.agent(LEAD).addCollaborator(ticket, EXPERT).orElseThrow();
        workshop.agent(OWNER).reply(ticket, "Oil it").orElseThrow();
        workshop.agent(HELPER).note(ticket, "Or wax").orElseThrow();
        workshop.agent(OWNER)
                .redact(ticket, workshop.newest(ticket).sequence() - 1)
                .orElseThrow();
        workshop.agent(OWNER).resolve(ticket).orElseThrow();
        workshop.buyer().write(ticket, "No").orElseThrow();
        workshop.agent(OWNER).transferAndStay(ticket, REPAIRS).orElseThrow();
        workshop.agent(EXPERT).leave(ticket).orElseThrow();

        var entries = workshop.entries(ticket);

        assertThat(Conversation.fold(entries)).isEqualTo(workshop.head(ticket));
        for (int place = 0; place < entries.size(); place++) {
            assertThat(entries.get(place).sequence()).isEqualTo(place);
        }
    }

    @Test
    @DisplayName(
            "B-69 a customer is erased in small batches that go on where they were cut: words and name gone, facts kept")
    @Clause(value = "ConversationStore.ids", read = Chapter.RULES)
    void customerErased() {
        var workshop = workshop();
        var chats = List.of(workshop.chat(HELPER), workshop.ticket(), workshop.chat());
        for (var chat : chats) {
            workshop.buyer().write(chat, "CANARY").orElseThrow();
            workshop.agent(OWNER).note(chat, "Our own words").orElseThrow();
        }
        var places = workshop.entries(chats.get(0)).size();

        int batches = erase(workshop);

        assertThat(batches).isGreaterThan(2);
        for (var chat : chats) {
            assertThat(workshop.entries(chat).toString() + workshop.head(chat)).doesNotContain("CANARY", "Bela");
            assertThat(workshop.texts(OWNER, chat)).contains("Our own words");
        }
        assertThat(workshop.entries(chats.get(0))).hasSizeGreaterThanOrEqualTo(places);
        assertThat(workshop.rows(OWNER, ListKind.MINE).toString() + workshop.buyerRows())
                .doesNotContain("CANARY", "Bela");
        assertThat(Conversation.fold(workshop.entries(chats.get(0)))).isEqualTo(workshop.head(chats.get(0)));
    }

    private static int erase(Workshop workshop) {
        var place = Optional.<ErasurePlace>empty();
        int batches = 0;
        do {
            place = workshop.system().eraseCustomer(BUYER, place, 3).next();
            batches++;
        } while (place.isPresent());
        return batches;
    }

    @Test
    @DisplayName("B-69 an agent's name is erased in entries, heads and the archive; what they wrote stays")
    @Clause(value = "CollaborationStore.find", read = Chapter.RULES)
    void agentErased() {
        var workshop = workshop();
        var chat = workshop.chat(HELPER);
        var left = workshop.chat(HELPER);
        workshop.agent(HELPER).note(chat, "Dry lube").orElseThrow();
        workshop.agent(HELPER).leave(left).orElseThrow();
        workshop.people.remove(HELPER);

        var place = workshop.system()
                .eraseAgent(HELPER, COUNTER, Optional.empty(), 100)
                .next();

        assertThat(place).isEmpty();
        assertThat(workshop.entries(chat).toString() + workshop.head(chat) + workshop.entries(left))
                .doesNotContain("Hal");
        assertThat(workshop.desk().attribution(left).orElseThrow().toString()).doesNotContain("Hal");
        assertThat(workshop.texts(OWNER, chat)).contains("Dry lube");
    }

    @Test
    @DisplayName("B-65 B-70 a transfer tells the one who had it and the one who has it, and keeps the helpers")
    @Clause(value = "Outbox.claim", read = Chapter.RULES)
    void transferred() {
        var workshop = workshop();
        ConversationId chat = workshop.chat(HELPER);

        var told = workshop.outboxOf(
                () -> workshop.agent(LEAD).transfer(chat, PEER).orElseThrow());

        assertThat(told)
                .containsExactlyInAnyOrder(
                        NotificationKind.ASSIGNED + " " + OWNER.value(),
                        NotificationKind.ASSIGNED + " " + PEER.value());
        assertThat(workshop.collaborators(chat)).containsExactly(HELPER);
    }
}
