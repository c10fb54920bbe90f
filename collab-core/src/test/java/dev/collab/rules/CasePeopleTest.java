package dev.collab.rules;

import static dev.collab.rules.Shop.ADA;
import static dev.collab.rules.Shop.ASHA;
import static dev.collab.rules.Shop.BO;
import static dev.collab.rules.Shop.CARL;
import static dev.collab.rules.Shop.CY;
import static dev.collab.rules.Shop.FIN;
import static dev.collab.rules.Shop.FOOTWEAR;
import static dev.collab.rules.Shop.INBOX;
import static dev.collab.rules.Shop.SUE;
import static dev.collab.rules.Shop.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.collab.Collab;
import dev.collab.ErasurePlace;
import dev.collab.ListRequest;
import dev.collab.conversation.AgentEntry;
import dev.collab.conversation.EntryRef;
import dev.collab.conversation.ExportNotes;
import dev.collab.conversation.ImportedConversation;
import dev.collab.conversation.ImportedEntry;
import dev.collab.conversation.NoteDraft;
import dev.collab.conversation.OpenRequest;
import dev.collab.inmemory.RecordingNotifier;
import dev.collab.model.AgentId;
import dev.collab.model.CaseFacts;
import dev.collab.model.Channel;
import dev.collab.model.CommandKey;
import dev.collab.model.ConversationId;
import dev.collab.model.CustomerId;
import dev.collab.model.NotificationKind;
import dev.collab.outcome.DirectoryUnavailableException;
import dev.collab.outcome.Reason;
import dev.collab.spi.ConversationQuery.ListKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Whole cases of who acts")
class CasePeopleTest {
    private final Shop shop = Shop.open();

    @Test
    @DisplayName(
            "B-5 B-15 B-46 B-54 B-65 B-71 given colleagues who are customers, when the directory says that they are"
                    + " this one, then on the agent side the chat is gone for them, whatever their role, grant or invitation")
    void theCustomerIsAnAgent() {
        var notifier = new RecordingNotifier();
        var host = shop.host(builder -> builder.notifier(notifier));
        var chat = shop.assignedWith(BO);
        shop.people.change(CY, person -> person.customer(CARL));
        var hidden = shop.agent(ASHA).addCollaborator(chat, CY);
        assertThat(hidden).isEqualTo(shop.agent(ASHA).addCollaborator(chat, Shop.NOBODY));
        assertThat(reason(shop.agent(ASHA).note(chat, NoteDraft.of("Cy?").mentioning(CY))))
                .isEqualTo(Reason.MENTION_REFUSED);
        shop.people.change(FIN, person -> person.customer(CARL));
        assertThat(reason(shop.agent(ASHA).transfer(chat, FIN))).isEqualTo(Reason.AGENT_UNAVAILABLE);

        for (var linked : List.of(BO, SUE, ADA)) {
            shop.people.change(linked, person -> person.customer(CARL));
        }
        shop.agent(ASHA).note(chat, "About the customer.").orElseThrow();

        for (var linked : List.of(BO, SUE, ADA, FIN, CY)) {
            assertThat(reason(shop.agent(linked).view(chat))).as(linked.value()).isEqualTo(Reason.UNKNOWN_CONVERSATION);
            assertThat(reason(shop.agent(linked).reply(chat, "Me."))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
            assertThat(reason(shop.agent(linked).join(chat))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
            assertThat(shop.agent(linked).visible(List.of(new EntryRef(chat, 0))))
                    .isEmpty();
            for (var kind : ListKind.values()) {
                assertThat(shop.agent(linked)
                                .conversations(kind, ListRequest.first(5))
                                .rows())
                        .isEmpty();
            }
        }
        pump(host);
        assertThat(notifier.toAgents()).noneMatch(one -> one.kind() == NotificationKind.NOTE);
        assertThat(reason(shop.collab.system("router").transfer(chat, ADA))).isEqualTo(Reason.AGENT_UNAVAILABLE);
        assertThat(shop.customer().write(chat, "Hello?").isDone()).isTrue();
        assertFolds(chat);
    }

    @Test
    @DisplayName(
            "B-28 B-41 B-54 given a customer, two agents and an automation with one and the same key and partly one"
                    + " id, when each acts and acts again, then each is done once, by each, also for one removed since")
    void oneKeyForAll() {
        var same = new CustomerId("asha");
        var key = new CommandKey("k");
        var chat = shop.collab
                .customer(same)
                .open(OpenRequest.of(INBOX, Channel.LIVE_CHAT, "Hello").forGroup(FOOTWEAR))
                .orElseThrow();
        shop.claimed(chat);
        shop.add(chat, BO);
        var bo = shop.agent(BO).keyed(key);
        var asha = shop.agent(ASHA).keyed(key);
        var customer = shop.collab.customer(same).keyed(key);
        var system = shop.collab.system("asha").keyed(key);

        var wrote = customer.write(chat, "Same");
        var ashas = asha.reply(chat, "Same");
        var bos = bo.reply(chat, "Same");
        var changed = system.changeCase(chat, new CaseFacts(FOOTWEAR, Set.of("boots"), Map.of()));
        int entries = shop.entries(chat).size();
        shop.agent(ASHA).removeCollaborator(chat, BO).orElseThrow();

        assertThat(Post.of(shop, () -> {
                    assertThat(customer.write(chat, "Same")).isEqualTo(wrote);
                    assertThat(asha.reply(chat, "Same")).isEqualTo(ashas);
                    assertThat(bo.reply(chat, "Same")).isEqualTo(bos);
                    assertThat(system.changeCase(chat, new CaseFacts(FOOTWEAR, Set.of("boots"), Map.of())))
                            .isEqualTo(changed);
                }))
                .isEmpty();
        assertThat(reason(bo.reply(chat, "Other"))).isEqualTo(Reason.ID_CONFLICT);
        assertThat(reason(asha.note(chat, "Same"))).isEqualTo(Reason.ID_CONFLICT);
        assertThat(reason(shop.agent(CY).keyed(key).reply(chat, "Same"))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(reason(shop.agent(BO).reply(chat, "Same"))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(shop.entries(chat)).hasSize(entries + 1);
        assertFolds(chat);
    }

    @Test
    @DisplayName("B-38 B-41 B-59 B-72 given the directory fails in the middle, when Carl writes and Bo tries to answer,"
            + " then Carl's message is in, Bo's is not, and with the directory back his same command is done once")
    void anOutageInTheMiddle() {
        var notifier = new RecordingNotifier();
        var host = shop.host(builder -> builder.notifier(notifier));
        var chat = shop.assignedWith(BO);
        pump(host);
        notifier.clear();
        var bo = shop.agent(BO).keyed(new CommandKey("answer"));
        shop.people.failWith(new IllegalStateException("down"));

        assertThat(shop.customer().write(chat, "Anybody?").isDone()).isTrue();
        assertThat(Story.customerTexts(shop, chat)).endsWith("Anybody?");
        var before = Story.stored(shop, chat);
        for (Runnable act : List.<Runnable>of(
                () -> bo.reply(chat, "Me."),
                () -> bo.view(chat),
                () -> shop.agent(ASHA).removeCollaborator(chat, BO),
                () -> shop.agent(Shop.ZED).view(new ConversationId("none")),
                () -> shop.agent(BO).conversations(ListKind.COLLABORATING, ListRequest.first(5)))) {
            assertThatThrownBy(act::run)
                    .isInstanceOfSatisfying(
                            DirectoryUnavailableException.class,
                            failure -> assertThat(failure.isRetryable()).isTrue());
        }
        pump(host);
        assertThat(Story.stored(shop, chat)).isEqualTo(before);
        assertThat(notifier.toAgents()).isEmpty();

        shop.people.recover();
        var done = bo.reply(chat, "Me.");
        assertThat(bo.reply(chat, "Me.")).isEqualTo(done);
        assertThat(Story.customerTexts(shop, chat)).endsWith("Anybody?", "Me.").doesNotHaveDuplicates();
        shop.time.advance(Duration.ofHours(1));
        pump(host);
        assertThat(notifier.toAgent(BO)).extracting(one -> one.text()).containsExactly("Anybody?");
        assertFolds(chat);
    }

    @Test
    @DisplayName("B-11 B-45 B-60 B-69 B-74 given an imported history that Bo is added to, when Carl is erased, then his"
            + " words and name are gone for every viewer and the facts, the agents' words and Bo's part stay")
    void importedHelpedErased() {
        var start = shop.time.instant().minus(Duration.ofDays(90));
        var history = new ImportedConversation(
                INBOX,
                CARL,
                "old-1",
                Channel.EMAIL_TICKET,
                "Carl",
                Optional.of("CANARY laces"),
                CaseFacts.of(FOOTWEAR),
                start);
        var gone = new AgentId("gone");
        shop.collab
                .system("importer")
                .importHistory(
                        history,
                        0,
                        List.of(
                                new ImportedEntry.Message(start.plusSeconds(1), "CANARY one", List.of()),
                                new ImportedEntry.Note(start.plusSeconds(2), gone, "Gus", "Ask stock.", List.of()),
                                new ImportedEntry.Reply(
                                        start.plusSeconds(3), gone, "Gus", "Shop", "Black.", List.of())))
                .orElseThrow();
        var ticket = history.id();
        shop.collab.system("importer").reopen(ticket).orElseThrow();
        shop.claimed(ticket);
        shop.add(ticket, BO);
        shop.customer().write(ticket, "CANARY two").orElseThrow();
        shop.agent(BO).reply(ticket, "Bo's.").orElseThrow();
        shop.agent(BO).note(ticket, NoteDraft.of("To Asha.").toAssignee()).orElseThrow();
        int entries = shop.entries(ticket).size();

        var place = Optional.<ErasurePlace>empty();
        do {
            place = shop.collab.system("privacy").eraseCustomer(CARL, place, 2).next();
        } while (place.isPresent());

        for (var viewer : List.of(ASHA, BO, SUE, ADA)) {
            var read = new ArrayList<AgentEntry>();
            var view = shop.agent(viewer)
                    .export(ticket, ExportNotes.INCLUDED, read::add)
                    .orElseThrow();
            assertThat(view + " " + read).as(viewer.value()).doesNotContain("CANARY", "Carl]", "name=Carl");
            assertThat(read.toString()).contains("Black.", "Bo's.", "Ask stock.");
            assertThat(read.toString().contains("To Asha.")).isEqualTo(!viewer.equals(SUE));
        }
        assertThat(shop.entries(ticket).size()).isGreaterThanOrEqualTo(entries);
        assertThat(Story.messages(shop, ticket))
                .extracting(entry -> entry.text())
                .containsExactly(Optional.empty(), Optional.of("Black."), Optional.empty(), Optional.of("Bo's."));
        assertThat(shop.admin().attribution(ticket).orElseThrow())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.agent()).isEqualTo(BO);
                    assertThat(one.replies()).isEqualTo(1);
                    assertThat(one.notes()).isEqualTo(1);
                });
        assertFolds(ticket);
    }

    /** What is due, as often as something is. */
    private static void pump(Collab host) {
        while (host.relay("one").pumpOnce() > 0) {
            // Until nothing is left.
        }
    }

    private void assertFolds(ConversationId conversation) {
        assertThat(Story.folded(shop, conversation)).isEqualTo(shop.head(conversation));
    }
}
