package dev.collab.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.collab.AgentRow;
import dev.collab.CandidateSearch;
import dev.collab.CustomerRow;
import dev.collab.ListCursor;
import dev.collab.ListRequest;
import dev.collab.collaboration.AddOptions;
import dev.collab.conversation.AgentEntry;
import dev.collab.conversation.NoteDraft;
import dev.collab.model.AgentId;
import dev.collab.model.CaseFacts;
import dev.collab.model.Channel;
import dev.collab.model.ConversationId;
import dev.collab.model.ConversationStatus;
import dev.collab.model.HistoryWindow;
import dev.collab.model.InvalidArgumentException;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import dev.collab.spi.ConversationQuery.ListKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ListsTest {
    private final Shop shop = Shop.open();

    @Test
    @DisplayName("B-57 each list holds what its name says, for each agent")
    void theLists() {
        var mine = later(shop.assigned());
        var joint = later(shop.assignedWith(Shop.BO));
        var queued = later(shop.chat());
        var foreign = shop.opened(Channel.LIVE_CHAT, CaseFacts.of(Shop.ACCESSORIES));

        assertThat(list(Shop.ASHA, ListKind.MINE)).containsExactly(joint, mine);
        assertThat(list(Shop.ASHA, ListKind.COLLABORATING)).isEmpty();
        assertThat(list(Shop.ASHA, ListKind.QUEUE)).containsExactly(queued);
        assertThat(list(Shop.ASHA, ListKind.ALL)).containsExactly(queued, joint, mine);
        assertThat(list(Shop.BO, ListKind.MINE)).isEmpty();
        assertThat(list(Shop.BO, ListKind.COLLABORATING)).containsExactly(joint);
        assertThat(list(Shop.BO, ListKind.QUEUE)).containsExactly(foreign);
        assertThat(list(Shop.BO, ListKind.ALL)).containsExactly(foreign, joint);
        assertThat(list(Shop.SUE, ListKind.ALL)).containsExactly(queued, joint, mine);
        assertThat(list(Shop.ADA, ListKind.ALL)).containsExactly(foreign, queued, joint, mine);
        for (var kind : ListKind.values()) {
            assertThat(list(Shop.ZED, kind)).isEmpty();
            assertThat(list(Shop.NOBODY, kind)).isEmpty();
        }
    }

    @Test
    @DisplayName("B-57 a list can be narrowed to statuses")
    void statuses() {
        var open = shop.assigned();
        var resolved = shop.assignedTicket();
        shop.agent(Shop.ASHA).resolve(resolved).orElseThrow();

        var page = shop.agent(Shop.ASHA)
                .conversations(ListKind.MINE, ListRequest.first(10).in(ConversationStatus.RESOLVED));

        assertThat(page.rows()).extracting(AgentRow::id).containsExactly(resolved);
        assertThat(list(Shop.ASHA, ListKind.MINE)).containsExactlyInAnyOrder(open, resolved);
    }

    @Test
    @DisplayName("B-57 customer messages and replies move a conversation to the top, nothing internal moves it")
    void theOrder() {
        var first = later(shop.assigned());
        var second = later(shop.assigned());
        assertThat(list(Shop.ASHA, ListKind.ALL)).containsExactly(second, first);

        later(shop.customer().write(first, "Hello?").orElseThrow());
        assertThat(list(Shop.ASHA, ListKind.ALL)).containsExactly(first, second);
        later(shop.agent(Shop.ASHA).reply(second, "Hello!").orElseThrow());
        assertThat(list(Shop.ASHA, ListKind.ALL)).containsExactly(second, first);

        later(shop.agent(Shop.ASHA).note(first, "Hm").orElseThrow());
        later(shop.add(first, Shop.BO));
        later(shop.agent(Shop.ADA)
                .changeCase(first, CaseFacts.of(Shop.FOOTWEAR))
                .orElseThrow());
        later(shop.agent(Shop.BO).leave(first).orElseThrow());
        later(shop.agent(Shop.ASHA).transfer(first, Shop.FIN).orElseThrow());
        later(shop.agent(Shop.FIN).resolve(first).orElseThrow());
        later(shop.agent(Shop.FIN).reopen(first).orElseThrow());
        assertThat(list(Shop.SUE, ListKind.ALL)).containsExactly(second, first);
        assertThat(customers()).extracting(CustomerRow::id).containsExactly(second, first);
    }

    @Test
    @DisplayName("B-57 the preview is the last message or reply, whatever was noted since")
    void thePreview() {
        var chat = shop.assignedWith(Shop.BO);
        shop.agent(Shop.BO).note(chat, "Hush").orElseThrow();

        assertThat(preview(Shop.BO, chat)).containsExactly("Do the boots run small? And which charger fits?");
        shop.agent(Shop.ASHA).reply(chat, "They do.").orElseThrow();
        shop.agent(Shop.BO).note(chat, "Hush again").orElseThrow();

        assertThat(preview(Shop.BO, chat)).containsExactly("They do.");
        assertThat(customers().get(0).preview().text()).hasValue("They do.");
    }

    @Test
    @DisplayName("B-57 there is no preview for whoever's window starts after the last message or reply")
    void noPreviewOutOfScope() {
        var chat = shop.assigned();
        shop.agent(Shop.ASHA)
                .addCollaborator(chat, Shop.BO, AddOptions.NONE.reading(HistoryWindow.FROM_ADD))
                .orElseThrow();

        assertThat(row(Shop.BO, chat).preview()).isEmpty();
        shop.customer().write(chat, "Hello?").orElseThrow();

        assertThat(preview(Shop.BO, chat)).containsExactly("Hello?");
    }

    @Test
    @DisplayName("B-57 unread counts what the viewer may see after the mark, and no other note")
    void unreadIsWhatTheViewerSees() {
        var chat = shop.assignedWith(Shop.BO, Shop.CY);
        shop.agent(Shop.ASHA).markRead(chat, shop.lastEntry(chat).sequence()).orElseThrow();
        shop.agent(Shop.CY).markRead(chat, shop.lastEntry(chat).sequence()).orElseThrow();

        shop.agent(Shop.BO).note(chat, NoteDraft.of("For Asha").toAssignee()).orElseThrow();
        shop.agent(Shop.BO).note(chat, "For all").orElseThrow();
        shop.customer().write(chat, "Hello?").orElseThrow();

        assertThat(row(Shop.ASHA, chat).unread()).isEqualTo(3);
        assertThat(row(Shop.CY, chat).unread()).isEqualTo(2);
    }

    @Test
    @DisplayName("B-57 on joining the mark stands at the end, for those who are added, join, claim or are handed it")
    void joiningReadsEverything() {
        var chat = shop.assignedWith(Shop.BO);
        assertThat(row(Shop.ASHA, chat).unread()).as("only the add came since").isEqualTo(1);
        assertThat(row(Shop.BO, chat).unread()).isZero();

        assertThat(row(Shop.SUE, chat).unread()).isEqualTo(shop.entries(chat).size());
        shop.agent(Shop.SUE).join(chat).orElseThrow();
        assertThat(row(Shop.SUE, chat).unread()).isZero();
        assertThat(row(Shop.BO, chat).unread()).isEqualTo(1);

        shop.agent(Shop.ASHA).transfer(chat, Shop.FIN).orElseThrow();
        assertThat(row(Shop.FIN, chat).unread()).isZero();
        shop.customer().write(chat, "Hello?").orElseThrow();
        assertThat(row(Shop.FIN, chat).unread()).isEqualTo(1);
    }

    @Test
    @DisplayName("B-57 unread stops at 100")
    void unreadStops() {
        var chat = shop.assigned();
        for (int number = 1; number <= 99; number++) {
            shop.customer().write(chat, "Hello?").orElseThrow();
        }
        assertThat(row(Shop.ASHA, chat).unread()).isEqualTo(99);

        shop.customer().write(chat, "Hello?").orElseThrow();
        shop.customer().write(chat, "Hello?").orElseThrow();

        assertThat(row(Shop.ASHA, chat).unread()).isEqualTo(100);
        assertThat(customers().get(0).unread()).isEqualTo(100);
    }

    @Test
    @DisplayName("B-57 a mark never goes back, and not beyond the end")
    void marksNeverGoBack() {
        var chat = shop.assigned();
        shop.customer().write(chat, "Hello?").orElseThrow();
        shop.customer().write(chat, "Anybody?").orElseThrow();
        long last = shop.lastEntry(chat).sequence();
        var asha = shop.agent(Shop.ASHA);
        assertThat(row(Shop.ASHA, chat).unread()).isEqualTo(2);

        assertThat(asha.markRead(chat, last - 1).orElseThrow()).isEqualTo(last);
        assertThat(row(Shop.ASHA, chat).unread()).isEqualTo(1);
        asha.markRead(chat, 0).orElseThrow();
        assertThat(row(Shop.ASHA, chat).unread()).isEqualTo(1);

        assertThat(asha.markRead(chat, Long.MAX_VALUE).orElseThrow()).isEqualTo(last + 1);
        shop.customer().write(chat, "Hello??").orElseThrow();
        assertThat(row(Shop.ASHA, chat).unread()).isEqualTo(1);
    }

    @Test
    @DisplayName("B-57 B-54 whoever may not read marks nothing")
    void strangersMarkNothing() {
        var chat = shop.assigned();

        assertThat(Shop.reason(shop.agent(Shop.ZED).markRead(chat, 0))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(Shop.reason(shop.collab.customer(Shop.DORA).markRead(chat, 0)))
                .isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThatThrownBy(() -> shop.agent(Shop.ASHA).markRead(chat, -1)).isInstanceOf(InvalidArgumentException.class);
    }

    @Test
    @DisplayName("B-57 a customer's list holds their own conversations, and counts what they see")
    void theCustomersList() {
        var chat = shop.assignedWith(Shop.BO);
        shop.customer().markRead(chat, 0).orElseThrow();
        shop.agent(Shop.BO).note(chat, "Hush").orElseThrow();
        assertThat(customers())
                .singleElement()
                .satisfies(row -> assertThat(row.unread()).isZero());

        shop.agent(Shop.BO).reply(chat, "Hello").orElseThrow();

        assertThat(customers()).singleElement().satisfies(row -> {
            assertThat(row.id()).isEqualTo(chat);
            assertThat(row.unread()).isEqualTo(1);
        });
        assertThat(shop.collab
                        .customer(Shop.DORA)
                        .conversations(ListRequest.first(10))
                        .rows())
                .isEmpty();
    }

    @Test
    @DisplayName("B-57 pages follow one another without gap or repetition, also where the times are equal")
    void pages() {
        var all = new ArrayList<ConversationId>();
        for (int number = 0; number < 7; number++) {
            all.add(0, shop.assigned());
            shop.time.advance(Duration.ofSeconds(number % 2));
        }

        assertThat(paged(2)).containsExactlyInAnyOrderElementsOf(all).isEqualTo(paged(1));
        assertThat(paged(7)).isEqualTo(paged(2)).isEqualTo(list(Shop.ASHA, ListKind.MINE));
    }

    @Test
    @DisplayName("B-57 a page begins where the last one ended, also if conversations have moved up since")
    void pagesWhileThingsMove() {
        var oldest = later(shop.assigned());
        var middle = later(shop.assigned());
        var newest = later(shop.assigned());
        var desk = shop.agent(Shop.ASHA);
        var first = desk.conversations(ListKind.MINE, ListRequest.first(1));
        assertThat(first.rows()).extracting(AgentRow::id).containsExactly(newest);

        shop.customer().write(oldest, "Hello?").orElseThrow();
        var second = desk.conversations(
                ListKind.MINE, ListRequest.first(5).from(first.next().orElseThrow()));

        assertThat(second.rows()).extracting(AgentRow::id).containsExactly(middle);
        assertThat(second.next()).isEmpty();
    }

    @Test
    @DisplayName("B-57 a cursor that does not come from a list of conversations is refused")
    void foreignCursors() {
        var chat = shop.assigned();
        var ofCandidates = shop.agent(Shop.ASHA)
                .candidates(chat, CandidateSearch.of("", 1))
                .orElseThrow()
                .next()
                .orElseThrow();

        for (var foreign : List.of(ofCandidates, new ListCursor(""), new ListCursor("?"), new ListCursor("bm9wZQ"))) {
            assertThatThrownBy(() -> ListRequest.first(1).from(foreign))
                    .as("%s", foreign)
                    .isInstanceOf(InvalidArgumentException.class);
        }
    }

    private <T> T later(T done) {
        shop.time.advance(Duration.ofSeconds(1));
        return done;
    }

    private List<ConversationId> list(AgentId agent, ListKind kind) {
        return shop.agent(agent).conversations(kind, ListRequest.first(50)).rows().stream()
                .map(AgentRow::id)
                .toList();
    }

    private List<ConversationId> paged(int limit) {
        var all = new ArrayList<ConversationId>();
        var request = ListRequest.first(limit);
        while (true) {
            var page = shop.agent(Shop.ASHA).conversations(ListKind.MINE, request);
            page.rows().forEach(row -> all.add(row.id()));
            if (page.next().isEmpty()) {
                return all;
            }
            request = request.from(page.next().get());
        }
    }

    private AgentRow row(AgentId agent, ConversationId conversation) {
        return shop.agent(agent).conversations(ListKind.ALL, ListRequest.first(50)).rows().stream()
                .filter(row -> row.id().equals(conversation))
                .findFirst()
                .orElseThrow();
    }

    private List<String> preview(AgentId agent, ConversationId conversation) {
        return Story.texts(
                Outcome.done(row(agent, conversation).preview().map(List::of).orElse(List.<AgentEntry>of())));
    }

    private List<CustomerRow> customers() {
        return shop.customer().conversations(ListRequest.first(50)).rows();
    }
}
