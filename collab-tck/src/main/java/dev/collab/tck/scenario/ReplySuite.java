package dev.collab.tck.scenario;

import static dev.collab.tck.scenario.Workshop.ADMIN;
import static dev.collab.tck.scenario.Workshop.BUYER;
import static dev.collab.tck.scenario.Workshop.CLERK;
import static dev.collab.tck.scenario.Workshop.EXPERT;
import static dev.collab.tck.scenario.Workshop.HELPER;
import static dev.collab.tck.scenario.Workshop.LEAD;
import static dev.collab.tck.scenario.Workshop.OWNER;
import static dev.collab.tck.scenario.Workshop.PEER;
import static dev.collab.tck.scenario.Workshop.QUESTION;
import static dev.collab.tck.scenario.Workshop.RIVAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.ListRequest;
import dev.collab.collaboration.AddOptions;
import dev.collab.conversation.AgentEntry;
import dev.collab.conversation.CustomerEntry;
import dev.collab.conversation.CustomerView;
import dev.collab.conversation.Missed;
import dev.collab.conversation.NoteDraft;
import dev.collab.conversation.Page;
import dev.collab.conversation.ReplyDraft;
import dev.collab.model.Channel;
import dev.collab.model.Collision;
import dev.collab.model.ConversationId;
import dev.collab.model.ConversationStatus;
import dev.collab.model.IdentityPolicy;
import dev.collab.model.Level;
import dev.collab.model.NotificationKind;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import dev.collab.tck.suite.Chapter;
import dev.collab.tck.suite.Clause;
import dev.collab.tck.suite.StorageBench;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Tells of replies, and of what the customer sees. */
public abstract class ReplySuite extends ScenarioSuite {
    /**
     * Makes a suite.
     *
     * @param bench the storage under test
     */
    protected ReplySuite(StorageBench bench) {
        super(bench);
    }

    @Test
    @DisplayName("B-34 assignee and responder reply, adviser and observer do not, and no refused reply becomes a note")
    @Clause(value = "ConversationStore.commit", read = Chapter.RULES)
    void whoReplies() {
        var workshop = workshop();
        var chat = workshop.chat(HELPER);
        workshop.agent(OWNER)
                .addCollaborator(chat, EXPERT, AddOptions.at(Level.ADVISER))
                .orElseThrow();
        workshop.agent(OWNER)
                .addCollaborator(chat, PEER, AddOptions.at(Level.OBSERVER))
                .orElseThrow();

        workshop.agent(OWNER).reply(chat, "Hello").orElseThrow();
        workshop.agent(HELPER).reply(chat, "Oil it").orElseThrow();
        for (var agent : List.of(EXPERT, PEER)) {
            refusedWithoutTrace(workshop, chat, () -> workshop.agent(agent).reply(chat, "No, wax it"))
                    .isEqualTo(Reason.NOT_PERMITTED);
        }

        assertThat(workshop.buyerReads(chat)).containsExactly(QUESTION, "Hello", "Oil it");
        assertThat(workshop.texts(OWNER, chat)).containsExactly(QUESTION, "Hello", "Oil it");
    }

    @Test
    @DisplayName("B-35 a lead joins without being added, to be seen by all agents, and then replies")
    @Clause(value = "ConversationStore.commit", read = Chapter.RULES)
    void leadsJoin() {
        var workshop = workshop();
        var chat = workshop.chat();
        refusedWithoutTrace(workshop, chat, () -> workshop.agent(LEAD).reply(chat, "From outside"))
                .isEqualTo(Reason.NOT_A_PARTICIPANT);

        workshop.agent(LEAD).join(chat).orElseThrow();
        workshop.agent(LEAD).reply(chat, "From inside").orElseThrow();

        refusedWithoutTrace(workshop, chat, () -> workshop.agent(PEER).join(chat))
                .isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(workshop.entries(chat))
                .filteredOn(entry -> entry.author().isAgent(LEAD))
                .hasSize(2);
        assertThat(workshop.buyerReads(chat)).containsExactly(QUESTION, "From inside");
    }

    @Test
    @DisplayName("B-36 whoever is neither assignee nor collaborator does not reply, whatever their role")
    @Clause(value = "ConversationStore.commit", read = Chapter.RULES)
    void notFromOutside() {
        var workshop = workshop().conversations(now -> now.withReading(now.groupReading(), true));
        var chat = workshop.chat();

        for (var reader : List.of(ADMIN, LEAD, CLERK)) {
            assertThat(workshop.texts(reader, chat)).containsExactly(QUESTION);
            refusedWithoutTrace(workshop, chat, () -> workshop.agent(reader).reply(chat, "I would say"))
                    .isEqualTo(Reason.NOT_A_PARTICIPANT);
        }
        refused(workshop.agent(HELPER).reply(chat, "So would I")).isEqualTo(Reason.UNKNOWN_CONVERSATION);
    }

    @Test
    @DisplayName("B-37 the customer reads one conversation under the assignee's name, frozen when it was written")
    @Clause(value = "ConversationStore.read", read = Chapter.RULES)
    void presentedIdentity() {
        var workshop = workshop();
        var chat = workshop.chat(HELPER);
        workshop.agent(HELPER).reply(chat, "First").orElseThrow();
        workshop.people.change(OWNER, person -> person.publicName("Ms O"));
        workshop.agent(HELPER).reply(chat, "Second").orElseThrow();
        workshop.conversations(now -> now.withIdentity(IdentityPolicy.AUTHOR));
        workshop.agent(HELPER).reply(chat, "Third").orElseThrow();

        assertThat(names(workshop, chat)).containsExactly("Oona", "Ms O", "Hal");
        assertThat(workshop.timeline(OWNER, chat))
                .filteredOn(AgentEntry.Reply.class::isInstance)
                .extracting(entry -> entry.author().id())
                .containsOnly(HELPER.value());
    }

    private static List<String> names(Workshop workshop, ConversationId chat) {
        return workshop.messages(chat).stream()
                .filter(CustomerEntry.Reply.class::isInstance)
                .map(entry -> ((CustomerEntry.Reply) entry).from())
                .toList();
    }

    @Test
    @DisplayName("B-38 P-1 two chats that differ in notes, helpers and author alone are the same to the customer")
    @Clause(value = "ConversationStore.read", read = Chapter.RULES)
    void nothingElseReachesTheCustomer() {
        var busy = workshop();
        var quiet = workshop();
        var loud = busy.chat(HELPER, EXPERT);
        var plain = quiet.chat();
        busy.agent(EXPERT).note(loud, "CANARY").orElseThrow();
        busy.agent(HELPER).reply(loud, "Oil it").orElseThrow();
        quiet.agent(OWNER).reply(plain, "Oil it").orElseThrow();
        busy.agent(OWNER).note(loud, "CANARY 2").orElseThrow();
        busy.agent(OWNER).removeCollaborator(loud, HELPER).orElseThrow();

        var heard = busy.signal.customerChanges().size();

        assertThat(seen(busy, loud)).isEqualTo(seen(quiet, plain)).asString().doesNotContain("CANARY");
        assertThat(heard).isEqualTo(quiet.signal.customerChanges().size());
        assertThat(busy.messages(loud)).extracting(CustomerEntry::sequence).containsExactly(0L, 1L);
    }

    /** All a customer gets but the id, which is made of a key that is drawn. */
    private static List<Object> seen(Workshop workshop, ConversationId chat) {
        var view = workshop.buyer().view(chat).orElseThrow();
        var row = workshop.buyerRows().get(0);
        return List.of(
                view.toString().replace(chat.value(), "id"),
                workshop.messages(chat),
                row.toString().replace(chat.value(), "id"));
    }

    @Test
    @DisplayName("B-38 P-4 notes and helpers that come and go never make a customer's message conflict")
    @Clause(value = "ConversationStore.commit", read = Chapter.CONCURRENCY)
    void customerGoesOn() {
        var workshop = workshop();
        var chat = workshop.chat();

        for (int round = 1; round <= 4; round++) {
            var text = "Message " + round;
            var both = Together.<Outcome<?>>run(
                    () -> workshop.buyer().write(chat, text),
                    () -> workshop.agent(OWNER).addCollaborator(chat, HELPER));
            assertThat(both).allMatch(Outcome::isDone);
            workshop.agent(OWNER).removeCollaborator(chat, HELPER).orElseThrow();
        }

        assertThat(workshop.messages(chat)).extracting(CustomerEntry::sequence).containsExactly(0L, 1L, 2L, 3L, 4L);
        assertThat(workshop.buyer().view(chat).orElseThrow().version()).isEqualTo(5);
    }

    @Test
    @DisplayName("B-39 what a customer's desk returns has no place for a note or for an agent")
    @Clause(value = "ConversationStore.read", read = Chapter.RULES)
    void theTypesSaySo() {
        var workshop = workshop();
        var chat = workshop.chat(HELPER);
        workshop.agent(HELPER).note(chat, "CANARY").orElseThrow();
        workshop.agent(HELPER).reply(chat, "Oil it").orElseThrow();

        assertThat(CustomerEntry.class.getPermittedSubclasses())
                .containsExactlyInAnyOrder(CustomerEntry.Message.class, CustomerEntry.Reply.class);
        for (var type : List.of(CustomerEntry.Message.class, CustomerEntry.Reply.class, CustomerView.class)) {
            assertThat(Arrays.stream(type.getRecordComponents())
                            .map(part -> part.getType().getSimpleName()))
                    .doesNotContain("AgentId", "Author", "Audience");
        }
        assertThat(workshop.messages(chat).toString() + workshop.buyerRows())
                .doesNotContain("CANARY", HELPER.value(), "Hal");
    }

    @Test
    @DisplayName("B-40 on a ticket a reply that missed another is held with what was missed; a note never holds it")
    @Clause(value = "ConversationStore.load", read = Chapter.RULES)
    void held() {
        var workshop = workshop();
        var ticket = workshop.ticket(HELPER);
        long seen = workshop.newest(ticket).sequence();
        workshop.agent(OWNER).note(ticket, "Hal, please answer").orElseThrow();
        workshop.agent(OWNER).reply(ticket, "We look into it").orElseThrow();
        var elsewhere = secondHost(workshop).agent(HELPER);

        var held = elsewhere.reply(ticket, ReplyDraft.of("Oil it").havingSeen(seen));

        refusedWithoutTrace(
                        workshop,
                        ticket,
                        () -> elsewhere.reply(ticket, ReplyDraft.of("Oil it").havingSeen(seen)))
                .isEqualTo(Reason.HELD);
        List<AgentEntry> missed = held.fold(done -> List.of(), no -> ((Missed) no.details()).entries());
        assertThat(Workshop.texts(missed)).containsExactly("Hal, please answer", "We look into it");
        var again = ReplyDraft.of("Oil it").havingSeen(missed.get(1).sequence());
        workshop.agent(OWNER).note(ticket, "Nothing that holds").orElseThrow();
        assertThat(elsewhere.reply(ticket, again).isDone()).isTrue();
    }

    @Test
    @DisplayName("B-40 on a chat such a reply is done with a warning, unless policy holds it there, too")
    @Clause(value = "ConversationStore.commit", read = Chapter.RULES)
    void warned() {
        var workshop = workshop();
        var chat = workshop.chat(HELPER);
        long seen = workshop.newest(chat).sequence();
        workshop.buyer().write(chat, "It got louder.").orElseThrow();

        var warned = workshop.agent(HELPER)
                .reply(chat, ReplyDraft.of("Oil it").havingSeen(seen))
                .orElseThrow();
        workshop.conversations(now -> now.withCollision(Channel.LIVE_CHAT, Collision.HOLD));

        assertThat(Workshop.texts(warned.missed())).containsExactly("It got louder.");
        refusedWithoutTrace(
                        workshop,
                        chat,
                        () -> workshop.agent(OWNER)
                                .reply(chat, ReplyDraft.of("Wax").havingSeen(seen)))
                .isEqualTo(Reason.HELD);
        assertThat(workshop.buyerReads(chat)).containsExactly(QUESTION, "It got louder.", "Oil it");
    }

    @Test
    @DisplayName("B-42 writing reopens what is resolved; what is closed asks for a follow-up that is linked to it")
    @Clause(value = "ConversationStore.commit", read = Chapter.RULES)
    void reopenedOrFollowed() {
        var workshop = workshop();
        var chat = workshop.chat();
        workshop.agent(OWNER).resolve(chat).orElseThrow();
        workshop.buyer().write(chat, "It squeaks again").orElseThrow();
        assertThat(workshop.head(chat).status()).isEqualTo(ConversationStatus.OPEN);
        workshop.agent(LEAD).close(chat).orElseThrow();

        refusedWithoutTrace(workshop, chat, () -> workshop.buyer().write(chat, "And again"))
                .isEqualTo(Reason.CONVERSATION_CLOSED);
        var next = workshop.buyer()
                .open(workshop.request(Channel.LIVE_CHAT).following(chat))
                .orElseThrow();

        assertThat(workshop.buyer().view(next).orElseThrow().followUpOf()).contains(chat);
        assertThat(workshop.agent(LEAD).view(next).orElseThrow().followUpOf()).contains(chat);
        refused(workshop.collab
                        .customer(RIVAL)
                        .open(workshop.request(Channel.LIVE_CHAT).following(chat)))
                .isEqualTo(Reason.UNKNOWN_CONVERSATION);
    }

    @Test
    @DisplayName("B-43 another customer is answered like for a conversation that does not exist, at every door")
    @Clause(value = "ConversationStore.load", read = Chapter.RULES)
    void anotherCustomer() {
        var workshop = workshop();
        var rival = workshop.collab.customer(RIVAL);
        var chat = workshop.chat();
        var nowhere = new ConversationId("nowhere");

        assertThat(rival.view(chat)).isEqualTo(rival.view(nowhere));
        assertThat(rival.messages(chat, Page.newest(5))).isEqualTo(rival.messages(nowhere, Page.newest(5)));
        assertThat(rival.markRead(chat, 0)).isEqualTo(rival.markRead(nowhere, 0));
        refusedWithoutTrace(workshop, chat, () -> rival.write(chat, "Mine?")).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        refusedWithoutTrace(workshop, chat, () -> rival.redact(chat, 0)).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(workshop.collab
                        .customer(RIVAL)
                        .conversations(ListRequest.first(5))
                        .rows())
                .isEmpty();
        assertThat(workshop.buyerRows()).hasSize(1);
    }

    @Test
    @DisplayName("B-44 a reply goes out as the customer reads it, with subject and thread; a note goes nowhere")
    @Clause(value = "Outbox.claim", read = Chapter.RULES)
    void outgoing() {
        var workshop = workshop();
        var ticket = workshop.ticket(HELPER);
        workshop.agent(HELPER).note(ticket, NoteDraft.of("CANARY").toAssignee()).orElseThrow();
        workshop.pass(Duration.ofMinutes(1));
        workshop.agent(HELPER).reply(ticket, "Oil it").orElseThrow();
        workshop.deliver();

        assertThat(workshop.notifier.toCustomers()).singleElement().satisfies(message -> {
            assertThat(message.kind()).isEqualTo(NotificationKind.OUTGOING_REPLY);
            assertThat(message.recipient()).isEqualTo(BUYER);
            assertThat(message.channel()).isEqualTo(Channel.EMAIL_TICKET);
            assertThat(message.subject()).isEqualTo("The chain");
            assertThat(message.conversation()).isEqualTo(ticket);
            assertThat(message.customerSequence()).isEqualTo(1);
            assertThat(message.from()).isEqualTo("Oona");
            assertThat(message.text()).isEqualTo("Oil it");
        });
    }
}
