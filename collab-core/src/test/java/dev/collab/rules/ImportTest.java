package dev.collab.rules;

import static dev.collab.rules.Shop.ASHA;
import static dev.collab.rules.Shop.CARL;
import static dev.collab.rules.Shop.FIN;
import static dev.collab.rules.Shop.FOOTWEAR;
import static dev.collab.rules.Shop.INBOX;
import static dev.collab.rules.Shop.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.collab.Imported;
import dev.collab.ListRequest;
import dev.collab.SystemDesk;
import dev.collab.conversation.AtLine;
import dev.collab.conversation.CustomerEntry;
import dev.collab.conversation.ImportedConversation;
import dev.collab.conversation.ImportedEntry;
import dev.collab.model.AgentId;
import dev.collab.model.CaseFacts;
import dev.collab.model.Channel;
import dev.collab.model.ConversationStatus;
import dev.collab.model.EntryKind;
import dev.collab.model.InvalidArgumentException;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import dev.collab.spi.ConversationQuery.ListKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An import")
class ImportTest {
    private final Shop shop = Shop.open();
    private final SystemDesk importer = shop.collab.system("importer");
    private final Instant start = shop.time.instant().minus(Duration.ofDays(400));
    private final ImportedConversation history = history("old-4711");
    private final List<ImportedEntry> lines = List.of(
            new ImportedEntry.Message(start.plusSeconds(1), "Do you have laces?", List.of()),
            new ImportedEntry.Note(start.plusSeconds(2), new AgentId("gone"), "Gus", "Ask the stock.", List.of()),
            new ImportedEntry.Reply(
                    start.plusSeconds(3), new AgentId("gone"), "Gus", "Your shoe shop", "Black ones.", List.of()));

    @Test
    @DisplayName("takes over times, authors and names as they were, and shows each side what is theirs")
    void asItWas() {
        var chat = importer.importHistory(history, 0, lines).orElseThrow().conversation();

        assertThat(Story.messages(shop, chat))
                .containsExactly(
                        new CustomerEntry.Message(
                                0, start.plusSeconds(1), Optional.of("Do you have laces?"), List.of()),
                        new CustomerEntry.Reply(
                                1, "Your shoe shop", start.plusSeconds(3), Optional.of("Black ones."), List.of()));
        assertThat(shop.entries(chat))
                .extracting(entry -> entry.author().name())
                .containsExactly("Carl", "Carl", "Gus", "Gus");
        assertThat(shop.customer().view(chat).orElseThrow().openedAt()).isEqualTo(start);
        assertThat(shop.customer().view(chat).orElseThrow().lastActivityAt()).isEqualTo(start.plusSeconds(3));
        assertThat(Story.folded(shop, chat)).isEqualTo(shop.head(chat));
    }

    @Test
    @DisplayName("stands in nobody's queue and tells nobody; then it is reopened and goes on like any other")
    void goesOn() {
        assertThat(Post.of(shop, () -> importer.importHistory(history, 0, lines).orElseThrow()))
                .isEmpty();
        var chat = history.id();
        assertThat(shop.head(chat).status()).isEqualTo(ConversationStatus.RESOLVED);
        assertThat(shop.agent(FIN)
                        .conversations(ListKind.QUEUE, ListRequest.first(10))
                        .rows())
                .isEmpty();

        importer.reopen(chat).orElseThrow();
        shop.agent(ASHA).claim(chat).orElseThrow();
        shop.agent(ASHA).reply(chat, "Brown ones too, now.").orElseThrow();

        assertThat(Story.customerTexts(shop, chat))
                .containsExactly("Do you have laces?", "Black ones.", "Brown ones too, now.");
    }

    @Test
    @DisplayName("goes on where it was cut: a batch is taken over once, and another one does not take its place")
    void resumed() {
        assertThat(importer.importHistory(history, 0, lines.subList(0, 2)).orElseThrow())
                .isEqualTo(new Imported(history.id(), 2));
        assertThat(importer.importHistory(history, 0, lines.subList(0, 2)).orElseThrow())
                .isEqualTo(new Imported(history.id(), 2));
        assertThat(reason(importer.importHistory(history, 0, lines.subList(0, 1))))
                .isEqualTo(Reason.ID_CONFLICT);

        assertThat(reason(importer.importHistory(history, 1, lines.subList(2, 3))))
                .isEqualTo(Reason.OUT_OF_ORDER);
        assertThat(line(importer.importHistory(history, 9, lines.subList(2, 3))))
                .isEqualTo(2);
        assertThat(importer.importHistory(history, 2, lines.subList(2, 3)).orElseThrow())
                .isEqualTo(new Imported(history.id(), 3));
        assertThat(shop.entries(history.id())).hasSize(4);
    }

    @Test
    @DisplayName("is refused as a whole if one line is, naming the line and nothing it says")
    void refused() {
        var blank = new ArrayList<>(lines);
        blank.add(new ImportedEntry.Message(start.plusSeconds(4), " \n", List.of()));
        var backwards = new ArrayList<>(lines);
        backwards.add(new ImportedEntry.Message(start.plusSeconds(2), "Earlier", List.of()));
        var ahead = new ArrayList<>(lines);
        ahead.add(new ImportedEntry.Message(shop.time.instant().plusSeconds(1), "Later", List.of()));

        assertThat(importer.importHistory(history, 0, blank))
                .isEqualTo(Outcome.rejected(Reason.TEXT_BLANK, new AtLine(3)));
        assertThat(importer.importHistory(history, 0, backwards))
                .isEqualTo(Outcome.rejected(Reason.OUT_OF_ORDER, new AtLine(3)));
        assertThat(importer.importHistory(history, 0, ahead))
                .isEqualTo(Outcome.rejected(Reason.OUT_OF_ORDER, new AtLine(3)));
        assertThat(shop.storage.conversations().load(history.id(), null)).isEmpty();
    }

    @Test
    @DisplayName("ends when somebody takes the conversation up: what comes then is refused")
    void takenUp() {
        importer.importHistory(history, 0, lines.subList(0, 2)).orElseThrow();
        shop.customer().write(history.id(), "Are you still there?").orElseThrow();

        assertThat(reason(importer.importHistory(history, 2, lines.subList(2, 3))))
                .isEqualTo(Reason.WRONG_STATE);
        importer.resolve(history.id()).orElseThrow();
        assertThat(reason(importer.importHistory(history, 2, lines.subList(2, 3))))
                .isEqualTo(Reason.OUT_OF_ORDER);
    }

    @Test
    @DisplayName("never meets a conversation that was opened here, nor one of another customer, inbox or reference")
    void apart() {
        importer.importHistory(history, 0, lines).orElseThrow();

        importer.importHistory(history("old-4712"), 0, lines).orElseThrow();

        assertThat(shop.customer().conversations(ListRequest.first(10)).rows()).hasSize(2);
        assertThat(shop.entries(history.id(), EntryKind.OPENED)).hasSize(1);
    }

    @Test
    @DisplayName("refuses a batch that is empty, too long, or begins without anything public, by name")
    void batches() {
        var many = new ArrayList<ImportedEntry>();
        for (int line = 0; line <= SystemDesk.MOST_LINES; line++) {
            many.add(lines.get(0));
        }

        assertThatThrownBy(() -> importer.importHistory(history, 0, List.of()))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageStartingWith("lines ");
        assertThatThrownBy(() -> importer.importHistory(history, 0, many))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageStartingWith("lines ");
        assertThatThrownBy(() -> importer.importHistory(history, 0, lines.subList(1, 2)))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageStartingWith("lines ");
    }

    private static long line(Outcome<?> outcome) {
        return outcome.fold(
                done -> {
                    throw new AssertionError("should have been refused");
                },
                no -> ((AtLine) no.details()).number());
    }

    private ImportedConversation history(String reference) {
        return new ImportedConversation(
                INBOX, CARL, reference, Channel.LIVE_CHAT, "Carl", Optional.empty(), CaseFacts.of(FOOTWEAR), start);
    }
}
