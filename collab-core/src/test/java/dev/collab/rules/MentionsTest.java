package dev.collab.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.Written;
import dev.collab.collaboration.AddOptions;
import dev.collab.conversation.NoteDraft;
import dev.collab.model.AddRule;
import dev.collab.model.Adder;
import dev.collab.model.AgentId;
import dev.collab.model.CollaborationSettings;
import dev.collab.model.ConversationId;
import dev.collab.model.EntryKind;
import dev.collab.model.Level;
import dev.collab.model.TimelineEntry;
import dev.collab.model.WhenSwitchedOff;
import dev.collab.outcome.Details;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MentionsTest {
    private static final String TEXT = "Could you look at the charger?";

    private final Shop shop = Shop.open();
    private final ConversationId ticket = shop.assignedTicket();

    @Test
    @DisplayName("B-46 whoever reads the note can be mentioned: assignee, collaborator, reader from outside")
    void readersCanBeMentioned() {
        shop.add(ticket, Shop.BO);

        var written = shop.agent(Shop.BO).note(ticket, NoteDraft.of(TEXT).mentioning(Shop.ASHA, Shop.SUE, Shop.ADA));

        assertThat(written.isDone()).isTrue();
        assertThat(Story.texts(shop, Shop.SUE, ticket)).contains(TEXT);
    }

    @Test
    @DisplayName("B-46 mentioning agents without access is refused, names them all, and changes nothing")
    void withoutAccess() {
        shop.people.change(Shop.SUE, sue -> sue.active(false));
        shop.add(ticket, Shop.BO);

        assertRefused(
                Shop.ASHA,
                NoteDraft.of(TEXT).mentioning(Shop.ZED, Shop.BO, Shop.NOBODY, Shop.SUE, Shop.CY),
                Shop.CY,
                Shop.NOBODY,
                Shop.SUE,
                Shop.ZED);
    }

    @Test
    @DisplayName("B-46 mentioning agents outside of the note's audience is refused and names them")
    void outsideOfTheAudience() {
        shop.add(ticket, Shop.BO);
        shop.add(ticket, Shop.CY);

        assertRefused(Shop.BO, NoteDraft.of(TEXT).toAssignee().mentioning(Shop.ASHA, Shop.CY, Shop.ADA), Shop.CY);
        assertRefused(Shop.BO, NoteDraft.of(TEXT).to(Shop.CY).mentioning(Shop.CY, Shop.ASHA), Shop.ASHA);
        assertRefused(Shop.BO, NoteDraft.of(TEXT).to(Shop.CY).mentioning(Shop.SUE), Shop.SUE);
    }

    @Test
    @DisplayName("B-46 if the inbox wants it, a mention adds those without access in the commit of the note")
    void aMentionAdds() {
        mentionsAdd();
        long revision = shop.head(ticket).revision();

        note(Shop.ASHA, NoteDraft.of(TEXT).mentioning(Shop.CY, Shop.BO)).orElseThrow();

        assertThat(shop.head(ticket).revision()).isEqualTo(revision + 1);
        assertThat(shop.collaborators(ticket)).containsExactly(Shop.BO, Shop.CY);
        assertThat(shop.lastEntry(ticket).kind()).isEqualTo(EntryKind.NOTE);
        assertThat(Story.texts(shop, Shop.BO, ticket)).contains(TEXT);
        assertThat(Story.folded(shop, ticket)).isEqualTo(shop.head(ticket));
        assertThat(shop.entries(ticket, EntryKind.COLLABORATION_STARTED))
                .hasSize(2)
                .allSatisfy(entry -> assertThat(entry.facts()).containsEntry("origin", "MENTIONED"));
    }

    @Test
    @DisplayName("B-46 a mention adds nobody who can read already")
    void readersAreNotAdded() {
        mentionsAdd();

        note(Shop.ASHA, NoteDraft.of(TEXT).mentioning(Shop.SUE, Shop.ADA)).orElseThrow();

        assertThat(shop.collaborators(ticket)).isEmpty();
    }

    @Test
    @DisplayName("B-46 a mention that adds keeps to the limit, and names whom there is no place for")
    void theLimitHolds() {
        mentionsAdd();
        shop.policy(policy -> policy.withLimit(1));

        for (int again = 0; again < 20; again++) {
            assertRefused(Shop.ASHA, NoteDraft.of(TEXT).mentioning(Shop.CY, Shop.BO), Shop.CY);
        }
        assertThat(note(Shop.ASHA, NoteDraft.of(TEXT).mentioning(Shop.CY)).isDone())
                .isTrue();
    }

    @Test
    @DisplayName("B-46 a mention adds only whom the rules let the author add, at the level they allow")
    void theRulesHold() {
        mentionsAdd();
        shop.policy(policy -> policy.withRules(AddRule.allow("accessories advise", Adder.ASSIGNEE)
                .toAdd(Shop.ACCESSORIES)
                .upTo(Level.ADVISER)));

        assertRefused(Shop.ASHA, NoteDraft.of(TEXT).mentioning(Shop.BO, Shop.ZED), Shop.ZED);
        note(Shop.ASHA, NoteDraft.of(TEXT).mentioning(Shop.BO)).orElseThrow();
        assertRefused(Shop.BO, NoteDraft.of(TEXT).mentioning(Shop.CY), Shop.CY);

        assertThat(shop.head(ticket).collaborationOf(Shop.BO).orElseThrow().level())
                .isEqualTo(Level.ADVISER);
    }

    @Test
    @DisplayName("B-46 an invitation lets nobody read, so a mention does not invite and is refused")
    void anInvitationIsNotEnough() {
        mentionsAdd();
        shop.policy(
                policy -> policy.withRules(AddRule.allow("ask", Adder.ASSIGNEE).byInvitation()));

        assertRefused(Shop.ASHA, NoteDraft.of(TEXT).mentioning(Shop.BO), Shop.BO);
        shop.add(ticket, Shop.BO);
        assertRefused(Shop.ASHA, NoteDraft.of(TEXT).mentioning(Shop.BO), Shop.BO);
    }

    @Test
    @DisplayName("B-46 a mention adds nobody who would be outside of the audience all the same")
    void addingDoesNotWidenTheAudience() {
        mentionsAdd();
        shop.add(ticket, Shop.BO);

        assertRefused(Shop.BO, NoteDraft.of(TEXT).toAssignee().mentioning(Shop.CY), Shop.CY);
    }

    @Test
    @DisplayName("B-46 nobody is added by a mention while the conversation is resolved")
    void theStateHolds() {
        mentionsAdd();
        shop.agent(Shop.ASHA).resolve(ticket).orElseThrow();

        assertRefused(Shop.ASHA, NoteDraft.of(TEXT).mentioning(Shop.BO), Shop.BO);
    }

    @Test
    @DisplayName(
            "B-2 B-46 while collaboration is off, a mention that would add is refused like every way to add, naming whom")
    void mentionsAreAWayToAdd() {
        mentionsAdd();
        shop.add(ticket, Shop.BO);
        shop.policy(policy -> policy.withWhenSwitchedOff(WhenSwitchedOff.KEEP).withEnabled(false));
        var before = Story.stored(shop, ticket);

        assertThat(note(Shop.ASHA, NoteDraft.of(TEXT).mentioning(Shop.BO, Shop.CY, Shop.NOBODY)))
                .isEqualTo(
                        Outcome.rejected(Reason.COLLABORATION_OFF, new Details.Agents(List.of(Shop.CY, Shop.NOBODY))));

        assertThat(Story.stored(shop, ticket)).isEqualTo(before);
        // Bo reads and is only outside of the audience: that is no way to add.
        assertRefused(Shop.ASHA, NoteDraft.of(TEXT).toAssignee().mentioning(Shop.BO), Shop.BO);
        shop.policy(policy -> policy.withMentionAdds(false));
        assertRefused(Shop.ASHA, NoteDraft.of(TEXT).mentioning(Shop.CY), Shop.CY);
    }

    @Test
    @DisplayName("B-46 a mention adds nobody without capacity")
    void capacityHolds() {
        mentionsAdd();
        var before = Story.stored(shop, ticket);
        var host = shop.host(builder -> builder.capacity((agent, conversation) -> !agent.equals(Shop.BO)));

        var refused = host.agent(Shop.ASHA).note(ticket, NoteDraft.of(TEXT).mentioning(Shop.BO));

        assertThat(Shop.reason(refused)).isEqualTo(Reason.NO_CAPACITY);
        assertThat(Story.stored(shop, ticket)).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("B-47 a note is stored as a note and never reaches the customer, whoever writes it")
    void aNoteStaysANote(Level level) {
        shop.agent(Shop.ASHA)
                .addCollaborator(ticket, Shop.BO, AddOptions.at(level))
                .orElseThrow();
        var before = Story.messages(shop, ticket);

        shop.agent(Shop.ASHA).note(ticket, TEXT).orElseThrow();
        shop.agent(Shop.BO).note(ticket, TEXT);

        assertThat(shop.entries(ticket, EntryKind.REPLY)).isEmpty();
        assertThat(Story.messages(shop, ticket)).isEqualTo(before);
    }

    @Test
    @DisplayName("B-47 copied into a reply it is a new entry by whoever replies, and the note stays what it was")
    void copiedItIsANewReply() {
        shop.add(ticket, Shop.BO);
        shop.agent(Shop.BO).note(ticket, TEXT).orElseThrow();
        var note = shop.lastEntry(ticket);

        shop.agent(Shop.ASHA).reply(ticket, TEXT).orElseThrow();

        assertThat(shop.entries(ticket, EntryKind.NOTE)).containsExactly(note);
        assertThat(shop.lastEntry(ticket)).satisfies(reply -> {
            assertThat(reply.kind()).isEqualTo(EntryKind.REPLY);
            assertThat(reply.author().id()).isEqualTo("asha");
        });
    }

    @Test
    @DisplayName("B-47 who may only write notes cannot make a reply of one")
    void anAdviserCannotCopy() {
        shop.agent(Shop.ASHA)
                .addCollaborator(ticket, Shop.BO, AddOptions.at(Level.ADVISER))
                .orElseThrow();
        shop.agent(Shop.BO).note(ticket, TEXT).orElseThrow();

        assertThat(Shop.reason(shop.agent(Shop.BO).reply(ticket, TEXT))).isEqualTo(Reason.NOT_PERMITTED);

        assertThat(shop.entries(ticket)).extracting(TimelineEntry::kind).doesNotContain(EntryKind.REPLY);
    }

    private void mentionsAdd() {
        shop.policy(policy -> new CollaborationSettings(
                policy.enabled(),
                policy.rules(),
                policy.limit(),
                policy.whenSwitchedOff(),
                policy.offlineAllowed(),
                policy.botsAllowed(),
                true,
                policy.chatInvitation(),
                policy.ticketInvitation()));
    }

    private Outcome<Written> note(AgentId author, NoteDraft draft) {
        return shop.agent(author).note(ticket, draft);
    }

    private void assertRefused(AgentId author, NoteDraft draft, AgentId... named) {
        var before = Story.stored(shop, ticket);

        assertThat(note(author, draft))
                .isEqualTo(Outcome.rejected(Reason.MENTION_REFUSED, new Details.Agents(List.of(named))));

        assertThat(Story.stored(shop, ticket)).isEqualTo(before);
    }
}
