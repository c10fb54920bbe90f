package dev.collab.rules;

import static dev.collab.rules.Shop.ASHA;
import static dev.collab.rules.Shop.BO;
import static dev.collab.rules.Shop.CY;
import static dev.collab.rules.Shop.FIN;
import static dev.collab.rules.Shop.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.CandidateSearch;
import dev.collab.collaboration.AddOptions;
import dev.collab.conversation.AgentEntry;
import dev.collab.conversation.NoteDraft;
import dev.collab.conversation.Page;
import dev.collab.model.Collaboration;
import dev.collab.model.ConversationId;
import dev.collab.model.EntryKind;
import dev.collab.model.GroupReading;
import dev.collab.model.HistoryWindow;
import dev.collab.model.Level;
import dev.collab.model.Work;
import dev.collab.outcome.Reason;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Whoever was removed")
class ComingBackTest {
    private static final AddOptions FROM_ADD = AddOptions.NONE.reading(HistoryWindow.FROM_ADD);

    private final Shop shop = Shop.open();

    @Test
    @DisplayName("B-27 and is added again has a new collaboration with its own window and level")
    void newCollaboration() {
        var chat = shop.assigned();
        var first = shop.agent(ASHA)
                .addCollaborator(chat, BO, AddOptions.at(Level.ADVISER))
                .orElseThrow();
        shop.agent(BO).note(chat, "The old model.").orElseThrow();
        shop.agent(ASHA).removeCollaborator(chat, BO).orElseThrow();

        var second = shop.agent(ASHA).addCollaborator(chat, BO, FROM_ADD).orElseThrow();

        assertThat(second.known()).isFalse();
        assertThat(second.collaboration()).isPresent().isNotEqualTo(first.collaboration());
        var grant = grant(chat);
        assertThat(grant.level()).isEqualTo(Level.RESPONDER);
        assertThat(grant.fromSequence()).isEqualTo(shop.lastEntry(chat).sequence());
        assertThat(grant.work()).isEqualTo(Work.NONE);
        assertThat(shop.entries(chat, EntryKind.COLLABORATION_STARTED)).hasSize(2);
    }

    @Test
    @DisplayName("B-27 and is added again at a lower level has that level, not the former one")
    void lowerLevel() {
        var chat = shop.assignedWith(BO);
        shop.agent(BO).leave(chat).orElseThrow();

        shop.agent(ASHA)
                .addCollaborator(chat, BO, AddOptions.at(Level.OBSERVER))
                .orElseThrow();

        assertThat(reason(shop.agent(BO).reply(chat, "Me again."))).isEqualTo(Reason.NOT_PERMITTED);
        assertThat(reason(shop.agent(BO).note(chat, "Me again."))).isEqualTo(Reason.NOT_PERMITTED);
    }

    @Test
    @DisplayName("B-27 and is added again by FROM_ADD does not read what they read before")
    void narrowerWindow() {
        var chat = shop.assignedWith(BO);
        shop.agent(BO).note(chat, NoteDraft.of("Mine, for Asha.").to(ASHA)).orElseThrow();
        shop.agent(BO).reply(chat, "The USB-C one.").orElseThrow();
        shop.agent(ASHA).removeCollaborator(chat, BO).orElseThrow();
        shop.agent(ASHA).addCollaborator(chat, BO, FROM_ADD).orElseThrow();
        long from = shop.lastEntry(chat).sequence();
        shop.agent(ASHA).note(chat, "Welcome back.").orElseThrow();

        assertThat(sequencesOf(chat)).containsExactly(from, from + 1);
    }

    @Test
    @DisplayName("B-29 reads nothing any more, their own entries included")
    void nothingLeft() {
        var chat = shop.assignedWith(BO, CY);
        shop.agent(BO).note(chat, "The old model.").orElseThrow();
        shop.agent(BO).note(chat, NoteDraft.of("For Asha.").to(ASHA)).orElseThrow();
        shop.agent(BO).reply(chat, "The USB-C one.").orElseThrow();
        shop.agent(CY).note(chat, NoteDraft.of("For Bo.").to(BO)).orElseThrow();
        var older = shop.agent(BO)
                .timeline(chat, Page.newest(2))
                .orElseThrow()
                .older()
                .orElseThrow();

        shop.agent(ASHA).removeCollaborator(chat, BO).orElseThrow();

        assertThat(reason(shop.timeline(BO, chat))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(reason(shop.agent(BO).timeline(chat, Page.at(older, 10)))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(reason(shop.agent(BO).view(chat))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(reason(shop.agent(BO).candidates(chat, CandidateSearch.of("", 10))))
                .isEqualTo(Reason.UNKNOWN_CONVERSATION);
    }

    @Test
    @DisplayName("B-29 keeps what others may read from outside, and no more: not what was named to them")
    void fromOutside() {
        shop.conversations(now -> now.withReading(GroupReading.ALL, false));
        var chat = shop.assignedWith(FIN);
        shop.agent(ASHA).note(chat, NoteDraft.of("For Fin.").to(FIN)).orElseThrow();
        long named = shop.lastEntry(chat).sequence();
        shop.agent(FIN).note(chat, NoteDraft.of("For Asha.").to(ASHA)).orElseThrow();
        long own = shop.lastEntry(chat).sequence();

        shop.agent(ASHA).removeCollaborator(chat, FIN).orElseThrow();

        assertThat(shop.timeline(FIN, chat).orElseThrow())
                .extracting(AgentEntry::sequence)
                .doesNotContain(named, own)
                .contains(0L, shop.lastEntry(chat).sequence());
    }

    @Test
    @DisplayName("B-29 leaves no trace to find out: the answer is that of a conversation that does not exist")
    void likeUnknown() {
        var chat = shop.assignedWith(BO);
        shop.agent(BO).leave(chat).orElseThrow();

        assertThat(shop.timeline(BO, chat)).isEqualTo(shop.timeline(BO, new ConversationId("no such")));
    }

    @Test
    @DisplayName("B-29 and is added again by FULL, the default, reads all of it, the time between included")
    void fullWindow() {
        var chat = shop.assignedWith(BO);
        shop.agent(BO).reply(chat, "The USB-C one.").orElseThrow();
        shop.agent(BO).leave(chat).orElseThrow();
        shop.agent(ASHA).note(chat, "Bo is gone.").orElseThrow();

        shop.add(chat, BO);

        assertThat(sequencesOf(chat))
                .containsExactlyElementsOf(all(shop.entries(chat).size()));
        assertThat(grant(chat).fromSequence()).isZero();
    }

    @Test
    @DisplayName("B-29 or was never there, reads by FROM_ADD from the entry that adds them, whatever the clock says")
    void fromTheEntryOfTheAdd() {
        var chat = shop.assigned();
        shop.agent(ASHA).reply(chat, "Take one size up.").orElseThrow();
        shop.agent(ASHA).note(chat, "At the same instant.").orElseThrow();

        shop.agent(ASHA).addCollaborator(chat, BO, FROM_ADD).orElseThrow();
        long from = shop.entries(chat, EntryKind.COLLABORATION_STARTED).get(0).sequence();
        shop.customer().write(chat, "And the charger?").orElseThrow();

        assertThat(grant(chat).fromSequence()).isEqualTo(from);
        assertThat(sequencesOf(chat)).containsExactly(from, from + 1);
    }

    @Test
    @DisplayName("B-29 and reads by FROM_ADD cannot page back past the entry that adds them")
    void paging() {
        var chat = shop.assigned();
        shop.agent(ASHA).addCollaborator(chat, BO, FROM_ADD).orElseThrow();
        long from = shop.lastEntry(chat).sequence();
        shop.agent(ASHA).note(chat, "Welcome.").orElseThrow();
        var newest = shop.agent(BO).timeline(chat, Page.newest(1)).orElseThrow();
        var before = shop.agent(BO)
                .timeline(chat, Page.at(newest.older().orElseThrow(), 10))
                .orElseThrow();

        assertThat(before.entries()).extracting(AgentEntry::sequence).containsExactly(from);
        assertThat(before.older()).isEmpty();
        var asha = shop.agent(ASHA).timeline(chat, Page.newest(3)).orElseThrow();
        assertThat(shop.agent(BO)
                        .timeline(chat, Page.at(asha.older().orElseThrow(), 10))
                        .orElseThrow()
                        .entries())
                .isEmpty();
    }

    private List<Long> sequencesOf(ConversationId chat) {
        return shop.timeline(BO, chat).orElseThrow().stream()
                .map(AgentEntry::sequence)
                .toList();
    }

    private static List<Long> all(int count) {
        return LongStream.range(0, count).boxed().toList();
    }

    private Collaboration grant(ConversationId chat) {
        return shop.head(chat).collaborationOf(BO).orElseThrow();
    }
}
