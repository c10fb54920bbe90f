package dev.collab.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.AgentDesk;
import dev.collab.Collab;
import dev.collab.collaboration.AddOptions;
import dev.collab.conversation.Conversation;
import dev.collab.conversation.NoteDraft;
import dev.collab.conversation.OpenRequest;
import dev.collab.model.AddRule;
import dev.collab.model.Adder;
import dev.collab.model.Attachment;
import dev.collab.model.AttachmentId;
import dev.collab.model.Candidates;
import dev.collab.model.CaseFacts;
import dev.collab.model.Channel;
import dev.collab.model.Commit;
import dev.collab.model.ConversationId;
import dev.collab.model.EntryKind;
import dev.collab.model.HistoryWindow;
import dev.collab.model.Level;
import dev.collab.model.TimelineEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every commit is held against the entries it comes with, on a host that watches its store. */
class FoldTest {
    private static final AddRule ASK = AddRule.allow("ask superiors", Adder.ASSIGNEE, Adder.COLLABORATOR)
            .toAdd(Candidates.SUPERIORS)
            .byInvitation()
            .lasting(Duration.ofDays(2));
    private static final AddRule ADD =
            AddRule.allow("for a while", Adder.ASSIGNEE, Adder.COLLABORATOR).lasting(Duration.ofHours(2));

    private final Shop shop = Shop.ruledBy(ASK, ADD, AddRule.UNLESS_SAID);
    private final Set<EntryKind> kinds = EnumSet.noneOf(EntryKind.class);
    private final List<ConversationId> commits = new ArrayList<>();
    private final Collab host = Story.host(shop, (method, arguments, real) -> {
        if (method.equals("commit")) {
            check((Commit) arguments[0]);
        }
        return real.call();
    });

    static Stream<Desks.Row<AgentDesk>> agentRows() {
        return Desks.agent().stream();
    }

    @ParameterizedTest(name = "B-68 after {0} folding all entries gives the stored head")
    @MethodSource("agentRows")
    @DisplayName("B-68 whatever an agent does, whatever state it is in, folding all entries gives the stored head")
    void everyActLeavesItsEntries(Desks.Row<AgentDesk> row) {
        shop.ledElsewhere().twin();
        var queued = shop.chat();
        var chat = shop.assignedWith(Shop.BO, Shop.CY);
        var ticket = shop.assignedTicket();
        shop.add(ticket, Shop.BO);
        shop.agent(Shop.ASHA).resolve(ticket).orElseThrow();

        for (var conversation : List.of(queued, chat, ticket)) {
            for (var agent : List.of(Shop.BO, Shop.ASHA, Shop.SUE, Shop.ADA)) {
                row.on(host.agent(agent), conversation);

                assertThat(shop.head(conversation)).isEqualTo(Story.folded(shop, conversation));
            }
        }
    }

    @Test
    @DisplayName("B-68 over a whole life every change of the head leaves its entries in the same commit")
    void aWholeLife() {
        var ticket = opening();

        collaborating(ticket);
        handingOver(ticket);
        ending(ticket);

        assertThat(commits).hasSizeGreaterThan(20);
        assertThat(kinds)
                .contains(
                        EntryKind.OPENED,
                        EntryKind.CUSTOMER_MESSAGE,
                        EntryKind.REPLY,
                        EntryKind.NOTE,
                        EntryKind.ASSIGNED,
                        EntryKind.QUEUED,
                        EntryKind.COLLABORATION_STARTED,
                        EntryKind.COLLABORATION_SUSPENDED,
                        EntryKind.COLLABORATION_RESUMED,
                        EntryKind.COLLABORATION_ENDED,
                        EntryKind.INVITED,
                        EntryKind.INVITATION_ENDED,
                        EntryKind.CASE_CHANGED,
                        EntryKind.RESOLVED,
                        EntryKind.REOPENED,
                        EntryKind.CLOSED);
        assertThat(shop.head(ticket)).isEqualTo(Story.folded(shop, ticket));
    }

    private ConversationId opening() {
        var facts = new CaseFacts(Shop.FOOTWEAR, Set.of("boots", "laces"), Map.of("tier", "gold"));
        var file = new Attachment(new AttachmentId("boots"), "boots.png", "image/png", 1_024);
        return host.customer(Shop.CARL)
                .open(OpenRequest.of(Shop.INBOX, Channel.EMAIL_TICKET, "Boots in 42?")
                        .about(facts)
                        .from("Carl")
                        .subject("Boots")
                        .attaching(file))
                .orElseThrow();
    }

    private void collaborating(ConversationId ticket) {
        var asha = host.agent(Shop.ASHA);
        asha.claim(ticket).orElseThrow();
        asha.addCollaborator(ticket, Shop.BO, AddOptions.at(Level.RESPONDER).reading(HistoryWindow.FROM_ADD))
                .orElseThrow();
        asha.addCollaborator(ticket, Shop.SUE, AddOptions.NONE.asking("Can you have a look?"))
                .orElseThrow();
        host.agent(Shop.BO).addCollaborator(ticket, Shop.CY).orElseThrow();
        host.agent(Shop.BO).note(ticket, NoteDraft.of("Cy knows").to(Shop.CY)).orElseThrow();
        host.agent(Shop.BO).reply(ticket, "Any charger").orElseThrow();
        shop.time.advance(Duration.ofMinutes(1));
        host.agent(Shop.CY).note(ticket, "I do").orElseThrow();
        host.agent(Shop.CY).reply(ticket, "USB-C").orElseThrow();
        asha.removeCollaborator(ticket, Shop.CY).orElseThrow();
        host.agent(Shop.SUE).join(ticket).orElseThrow();
        // Time is over for Bo, which nobody has written down until somebody does something.
        shop.time.advance(Duration.ofHours(2));
        host.customer(Shop.CARL).write(ticket, "Hello?").orElseThrow();
    }

    private void handingOver(ConversationId ticket) {
        var asha = host.agent(Shop.ASHA);
        asha.addCollaborator(ticket, Shop.FIN).orElseThrow();
        asha.transferAndStay(ticket, Shop.FIN).orElseThrow();
        host.agent(Shop.FIN).release(ticket).orElseThrow();
        host.agent(Shop.ADA)
                .changeCase(ticket, new CaseFacts(null, Set.of(), Map.of()))
                .orElseThrow();
        host.system("router").transfer(ticket, Shop.ACCESSORIES).orElseThrow();
        host.agent(Shop.CY).claim(ticket).orElseThrow();
    }

    private void ending(ConversationId ticket) {
        host.agent(Shop.CY).addCollaborator(ticket, Shop.ADA).orElseThrow();
        host.agent(Shop.CY).resolve(ticket).orElseThrow();
        host.customer(Shop.CARL).write(ticket, "One more thing").orElseThrow();
        // A new epoch ends everything at once; the next command writes it down.
        shop.admin().disableCollaboration().orElseThrow();
        host.agent(Shop.CY).reply(ticket, "Yes?").orElseThrow();
        host.system("timer").resolve(ticket).orElseThrow();
        host.system("timer").reopen(ticket).orElseThrow();
        host.system("timer").close(ticket).orElseThrow();
    }

    private void check(Commit commit) {
        var id = commit.head().id();
        var all = new ArrayList<TimelineEntry>(shop.entries(id));
        all.addAll(commit.entries());
        assertThat(commit.entries()).isNotEmpty();
        assertThat(Conversation.fold(all)).isEqualTo(commit.head());
        commit.entries().forEach(entry -> kinds.add(entry.kind()));
        commits.add(id);
    }
}
