package dev.collab.rules;

import static dev.collab.rules.Shop.ADA;
import static dev.collab.rules.Shop.ASHA;
import static dev.collab.rules.Shop.BO;
import static dev.collab.rules.Shop.CY;
import static dev.collab.rules.Shop.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.CandidateSearch;
import dev.collab.model.AddRule;
import dev.collab.model.Adder;
import dev.collab.model.ConversationId;
import dev.collab.model.EntryKind;
import dev.collab.model.WhenSwitchedOff;
import dev.collab.outcome.Reason;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Switching collaboration off")
class SwitchingOffTest {
    private final Shop shop = Shop.open();

    @Test
    @DisplayName("B-7 under END, the default, advances the epoch; switching on does not")
    void epoch() {
        assertThat(shop.settings().epoch()).isZero();
        var off = shop.time.advance(Duration.ofMinutes(1));
        shop.admin().disableCollaboration().orElseThrow();

        assertThat(shop.settings().epoch()).isEqualTo(1);
        assertThat(shop.settings().epochSince()).isEqualTo(off);

        shop.time.advance(Duration.ofMinutes(1));
        shop.admin().enableCollaboration().orElseThrow();
        assertThat(shop.settings().epoch()).isEqualTo(1);
        assertThat(shop.settings().epochSince()).isEqualTo(off);
    }

    @Test
    @DisplayName("B-7 under END ends every collaboration for reading and acting at once, before anything is written")
    void endsAtOnce() {
        var chat = shop.assignedWith(BO);
        var ticket = shop.claimed(shop.ticket());
        shop.add(ticket, CY);
        var before = shop.entries(chat);

        shop.admin().disableCollaboration().orElseThrow();

        assertThat(shop.entries(chat)).isEqualTo(before);
        assertThat(shop.collaborators(chat)).isEmpty();
        assertThat(shop.collaborators(ticket)).isEmpty();
        assertThat(reason(shop.timeline(BO, chat))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(reason(shop.timeline(CY, ticket))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(reason(shop.agent(BO).view(chat))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(reason(shop.agent(BO).candidates(chat, CandidateSearch.of("", 10))))
                .isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(reason(shop.agent(BO).note(chat, "late"))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(reason(shop.agent(BO).reply(chat, "late"))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(reason(shop.agent(BO).leave(chat))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
    }

    @Test
    @DisplayName("B-7 under END leaves the entry to the next command, whoever gives it")
    void nextCommandWrites() {
        var chat = shop.assignedWith(BO, CY);
        shop.admin().disableCollaboration().orElseThrow();

        shop.customer().write(chat, "Hello?").orElseThrow();

        assertThat(shop.entries(chat, EntryKind.COLLABORATION_ENDED))
                .extracting(entry -> entry.facts().get("agent"))
                .containsExactly("bo", "cy");
        assertThat(shop.entries(chat, EntryKind.COLLABORATION_ENDED))
                .allSatisfy(entry -> assertThat(entry.facts()).containsEntry("reason", "SWITCHED_OFF"))
                .allSatisfy(entry ->
                        assertThat(entry.revision()).isEqualTo(shop.head(chat).revision()));
        assertThat(shop.lastEntry(chat).kind()).isEqualTo(EntryKind.CUSTOMER_MESSAGE);
        assertThat(shop.head(chat).collaborations()).isEmpty();
    }

    @Test
    @DisplayName("B-7 under END writes the entry once, and a refused command writes none")
    void writtenOnce() {
        var chat = shop.assignedWith(BO);
        shop.admin().disableCollaboration().orElseThrow();

        shop.agent(BO).note(chat, "late");
        assertThat(shop.entries(chat, EntryKind.COLLABORATION_ENDED)).isEmpty();

        shop.agent(ASHA).note(chat, "Alone again.").orElseThrow();
        shop.agent(ASHA).note(chat, "Still alone.").orElseThrow();
        assertThat(shop.entries(chat, EntryKind.COLLABORATION_ENDED)).hasSize(1);
    }

    @Test
    @DisplayName("B-7 under END is not taken back by switching on: nobody is revived, with or without the entry")
    void revivesNobody() {
        var written = shop.assignedWith(BO);
        var unwritten = shop.assignedWith(BO);
        shop.admin().disableCollaboration().orElseThrow();
        shop.agent(ASHA).note(written, "Alone again.").orElseThrow();
        shop.admin().enableCollaboration().orElseThrow();

        assertGone(written);
        assertGone(unwritten);
    }

    private void assertGone(ConversationId chat) {
        assertThat(reason(shop.timeline(BO, chat))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(reason(shop.agent(BO).reply(chat, "late"))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(shop.collaborators(chat)).isEmpty();
    }

    @Test
    @DisplayName("B-7 under END frees the places at once")
    void freesPlaces() {
        shop.policy(policy -> policy.withLimit(1));
        var chat = shop.assignedWith(BO);
        shop.admin().disableCollaboration().orElseThrow();
        shop.admin().enableCollaboration().orElseThrow();

        shop.add(chat, CY);

        assertThat(shop.collaborators(chat)).containsExactly(CY);
    }

    @Test
    @DisplayName("B-7 under END makes adding the same agent a new collaboration, after the entry that ends the old one")
    void addedAgain() {
        var chat = shop.assigned();
        var first = shop.add(chat, BO);
        shop.admin().disableCollaboration().orElseThrow();
        shop.admin().enableCollaboration().orElseThrow();

        var second = shop.add(chat, BO);

        assertThat(second.known()).isFalse();
        assertThat(second.collaboration()).isNotEqualTo(first.collaboration());
        assertThat(shop.entries(chat))
                .extracting(entry -> entry.kind())
                .endsWith(EntryKind.COLLABORATION_ENDED, EntryKind.COLLABORATION_STARTED);
        assertThat(shop.timeline(BO, chat).isDone()).isTrue();
    }

    @Test
    @DisplayName("B-7 under END cancels what is pending")
    void cancelsInvitations() {
        shop.policy(policy ->
                policy.withRules(AddRule.allow("ask first", Adder.ASSIGNEE).byInvitation()));
        var chat = shop.assignedWith(BO);
        shop.admin().disableCollaboration().orElseThrow();

        shop.agent(ASHA).note(chat, "Alone again.").orElseThrow();

        assertThat(shop.head(chat).invitations()).isEmpty();
        assertThat(shop.entries(chat, EntryKind.INVITATION_ENDED))
                .extracting(entry -> entry.facts().get("reason"))
                .containsExactly("CANCELLED");
    }

    @Test
    @DisplayName("B-7 under KEEP leaves those who take part, who read and act on until they leave")
    void keeps() {
        shop.policy(policy -> policy.withWhenSwitchedOff(WhenSwitchedOff.KEEP));
        var chat = shop.assignedWith(BO, CY);
        shop.admin().disableCollaboration().orElseThrow();

        assertThat(shop.settings().epoch()).isZero();
        assertThat(shop.timeline(BO, chat).isDone()).isTrue();
        assertThat(shop.agent(BO).reply(chat, "The USB-C one.").isDone()).isTrue();
        assertThat(shop.agent(BO).leave(chat).isDone()).isTrue();
        assertThat(shop.agent(ASHA).removeCollaborator(chat, CY).isDone()).isTrue();
        assertThat(reason(shop.timeline(BO, chat))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(reason(shop.timeline(CY, chat))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
    }

    @Test
    @DisplayName("B-7 under KEEP lets nobody new in, and shows those who stayed when it is on again")
    void keptAreShownAgain() {
        shop.policy(policy -> policy.withWhenSwitchedOff(WhenSwitchedOff.KEEP));
        var chat = shop.assignedWith(BO);
        shop.admin().disableCollaboration().orElseThrow();

        assertThat(reason(shop.agent(ADA).addCollaborator(chat, CY))).isEqualTo(Reason.COLLABORATION_OFF);
        assertThat(shop.agent(ASHA).view(chat).orElseThrow().collaborators().visible())
                .isFalse();

        shop.admin().enableCollaboration().orElseThrow();
        assertThat(shop.collaborators(chat)).containsExactly(BO);
    }

    @Test
    @DisplayName("B-7 follows the choice that comes with the change that switches off")
    void choiceOfTheSameChange() {
        var chat = shop.assignedWith(BO);

        shop.policy(policy -> policy.withEnabled(false).withWhenSwitchedOff(WhenSwitchedOff.KEEP));
        assertThat(shop.timeline(BO, chat).isDone()).isTrue();

        shop.admin().enableCollaboration().orElseThrow();
        shop.policy(policy -> policy.withEnabled(false).withWhenSwitchedOff(WhenSwitchedOff.END));
        assertThat(reason(shop.timeline(BO, chat))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
    }

    @Test
    @DisplayName("B-7 ends nobody of another inbox, and other changes of settings end nobody")
    void endsNobodyElse() {
        var chat = shop.assignedWith(BO);

        shop.policy(policy -> policy.withLimit(3));
        shop.policy(policy -> policy.withRules());
        shop.settings(settings -> settings.withPublicName("Shoes"));

        assertThat(shop.timeline(BO, chat).isDone()).isTrue();
        assertThat(shop.collaborators(chat)).containsExactly(BO);
    }
}
