package dev.collab.rules;

import static dev.collab.rules.Shop.ADA;
import static dev.collab.rules.Shop.ASHA;
import static dev.collab.rules.Shop.BO;
import static dev.collab.rules.Shop.CY;
import static dev.collab.rules.Shop.DORA;
import static dev.collab.rules.Shop.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.collab.conversation.AgentEntry;
import dev.collab.conversation.CustomerEntry;
import dev.collab.conversation.EntryRef;
import dev.collab.conversation.ExportNotes;
import dev.collab.conversation.NoteDraft;
import dev.collab.conversation.Page;
import dev.collab.model.AgentId;
import dev.collab.model.AgentProfile;
import dev.collab.model.ConversationId;
import dev.collab.model.EntryKind;
import dev.collab.model.InvalidArgumentException;
import dev.collab.outcome.DirectoryUnavailableException;
import dev.collab.outcome.Reason;
import dev.collab.spi.Directory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Exports and checks")
class ExportTest {
    private final Shop shop = Shop.open();
    private final ConversationId chat = shop.assignedWith(BO, CY);

    @Test
    @DisplayName("B-60 an export is what its viewer reads, with or without the notes they may see")
    void whatTheyRead() {
        shop.agent(ASHA).reply(chat, "A reply.").orElseThrow();
        shop.agent(BO).note(chat, "For all.").orElseThrow();
        shop.agent(BO).note(chat, NoteDraft.of("For her.").toAssignee()).orElseThrow();

        for (var viewer : List.of(ASHA, BO, CY, ADA)) {
            assertThat(export(viewer, ExportNotes.INCLUDED))
                    .isEqualTo(shop.timeline(viewer, chat).orElseThrow());
            assertThat(export(viewer, ExportNotes.LEFT_OUT))
                    .isEqualTo(shop.timeline(viewer, chat).orElseThrow().stream()
                            .filter(entry -> !(entry instanceof AgentEntry.Note))
                            .toList());
        }
        assertThat(export(CY, ExportNotes.INCLUDED).toString()).doesNotContain("For her.");
    }

    @Test
    @DisplayName("B-60 without notes it says no word of one that was redacted either")
    void redactedNotes() {
        long note = shop.agent(BO).note(chat, "A note.").orElseThrow().sequence();
        long reply = shop.agent(BO).reply(chat, "A reply.").orElseThrow().sequence();
        shop.agent(BO).redact(chat, note).orElseThrow();
        shop.agent(BO).redact(chat, reply).orElseThrow();

        assertThat(export(ASHA, ExportNotes.LEFT_OUT))
                .filteredOn(entry -> entry instanceof AgentEntry.Event event && event.kind() == EntryKind.REDACTED)
                .singleElement()
                .satisfies(entry -> assertThat(entry.toString()).contains(EntryKind.REPLY.name()));
    }

    @Test
    @DisplayName("B-39 B-60 the customer exports messages and replies, and there is nothing else to choose")
    void customers() {
        shop.agent(BO).note(chat, "A note.").orElseThrow();
        shop.agent(BO).reply(chat, "A reply.").orElseThrow();
        var exported = new ArrayList<CustomerEntry>();

        var view = shop.customer().export(chat, exported::add).orElseThrow();

        assertThat(exported).isEqualTo(Story.messages(shop, chat));
        assertThat(view).isEqualTo(shop.customer().view(chat).orElseThrow());
        assertThat(reason(shop.collab.customer(DORA).export(chat, exported::add)))
                .isEqualTo(Reason.UNKNOWN_CONVERSATION);
    }

    @Test
    @DisplayName("B-60 an export longer than a page is whole and in order")
    void longConversation() {
        for (int number = 0; number < 2 * Page.MAX_LIMIT + 3; number++) {
            shop.customer().write(chat, "message " + number).orElseThrow();
        }

        var exported = export(BO, ExportNotes.INCLUDED);

        long entries = shop.head(chat).counters().entries();
        assertThat(exported.stream().map(AgentEntry::sequence))
                .containsExactlyElementsOf(LongStream.range(0, entries).boxed().toList());
    }

    @Test
    @DisplayName("B-56 B-60 what is written during an export is not in it, nor is a removal after its start")
    void oneVersion() {
        long entries = shop.head(chat).counters().entries();
        var exported = new ArrayList<AgentEntry>();

        shop.agent(BO)
                .export(chat, ExportNotes.INCLUDED, entry -> {
                    if (exported.isEmpty()) {
                        shop.agent(ASHA).removeCollaborator(chat, BO).orElseThrow();
                        shop.agent(ASHA).note(chat, "He is gone.").orElseThrow();
                    }
                    exported.add(entry);
                })
                .orElseThrow();

        assertThat(exported).hasSize((int) entries);
        assertThat(reason(shop.agent(BO).export(chat, ExportNotes.INCLUDED, exported::add)))
                .isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(exported).hasSize((int) entries);
    }

    @Test
    @DisplayName("B-52 of many entries exactly those are found that the viewer reads, in the order asked for")
    void checkedTogether() {
        long hidden = shop.agent(BO)
                .note(chat, NoteDraft.of("For her.").toAssignee())
                .orElseThrow()
                .sequence();
        var foreign = shop.assigned();
        var asked = List.of(
                new EntryRef(chat, hidden),
                new EntryRef(foreign, 1),
                new EntryRef(chat, 1),
                new EntryRef(chat, 1),
                new EntryRef(new ConversationId("none"), 0),
                new EntryRef(chat, 0),
                new EntryRef(chat, 99));

        assertThat(shop.agent(CY).visible(asked)).containsExactly(new EntryRef(chat, 1), new EntryRef(chat, 0));
        assertThat(shop.agent(ASHA).visible(asked))
                .containsExactly(asked.get(0), asked.get(1), asked.get(2), asked.get(5));
        assertThat(shop.agent(Shop.ZED).visible(asked)).isEmpty();
        assertThat(shop.agent(CY).visible(List.of())).isEmpty();
    }

    @Test
    @DisplayName("B-43 B-52 a customer is found to see their own messages and replies, as they count")
    void customersCheck() {
        shop.agent(BO).note(chat, "A note.").orElseThrow();
        shop.agent(BO).reply(chat, "A reply.").orElseThrow();
        var all = LongStream.range(0, 9)
                .mapToObj(place -> new EntryRef(chat, place))
                .toList();

        assertThat(shop.customer().visible(all)).containsExactly(new EntryRef(chat, 0), new EntryRef(chat, 1));
        assertThat(shop.collab.customer(DORA).visible(all)).isEmpty();
    }

    @Test
    @DisplayName("B-52 B-59 a directory that is down lets no agent see anything; too many at once are refused by name")
    void bounds() {
        var down = shop.host(builder -> builder.directory(new DownDirectory()));
        var one = List.of(new EntryRef(chat, 1));

        assertThatThrownBy(() -> down.agent(ASHA).visible(one)).isInstanceOf(DirectoryUnavailableException.class);
        assertThat(down.customer(Shop.CARL).visible(List.of(new EntryRef(chat, 0))))
                .hasSize(1);
        assertThatThrownBy(() -> shop.agent(ASHA).visible(Collections.nCopies(1_001, one.get(0))))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageStartingWith("entries ");
    }

    private List<AgentEntry> export(AgentId viewer, ExportNotes notes) {
        var exported = new ArrayList<AgentEntry>();
        shop.agent(viewer).export(chat, notes, exported::add).orElseThrow();
        return exported;
    }

    private static final class DownDirectory implements Directory {
        @Override
        public Map<AgentId, AgentProfile> find(Set<AgentId> agents) {
            throw new IllegalStateException("down");
        }

        @Override
        public List<AgentProfile> search(CandidateQuery query) {
            throw new IllegalStateException("down");
        }
    }
}
