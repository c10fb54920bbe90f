package dev.collab.rules;

import static dev.collab.rules.Shop.ADA;
import static dev.collab.rules.Shop.ASHA;
import static dev.collab.rules.Shop.BO;
import static dev.collab.rules.Shop.CARL;
import static dev.collab.rules.Shop.CY;
import static dev.collab.rules.Shop.FIN;
import static dev.collab.rules.Shop.MO;
import static dev.collab.rules.Shop.SUE;
import static dev.collab.rules.Shop.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.ListRequest;
import dev.collab.collaboration.AddOptions;
import dev.collab.conversation.AgentEntry;
import dev.collab.model.AddRule;
import dev.collab.model.Adder;
import dev.collab.model.AgentId;
import dev.collab.model.Channel;
import dev.collab.model.CollaborationOrigin;
import dev.collab.model.CommandKey;
import dev.collab.model.ConversationId;
import dev.collab.model.EntryKind;
import dev.collab.model.HistoryWindow;
import dev.collab.model.Level;
import dev.collab.model.Notification;
import dev.collab.model.NotificationKind;
import dev.collab.outcome.Reason;
import dev.collab.spi.ConversationQuery.ListKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Invitations")
class InvitationsTest {
    private static final AddRule ASKING =
            AddRule.allow("ask first", Adder.ASSIGNEE).byInvitation();
    private static final Duration CHAT = Duration.ofMinutes(15);
    private static final Duration TICKET = Duration.ofHours(24);
    private static final Duration MOMENT = Duration.ofNanos(1);

    private final Shop shop = Shop.ruledBy(ASKING);
    private ConversationId chat = new ConversationId("none yet");

    @BeforeEach
    void claimChat() {
        chat = shop.assigned();
    }

    @Test
    @DisplayName("B-20 is instant unless the rule says otherwise: nothing has to be accepted")
    void instant() {
        shop.policy(policy -> policy.withRules(AddRule.allow("at once", Adder.ASSIGNEE)));

        var added = shop.add(chat, BO);

        assertThat(added.collaboration()).isPresent();
        assertThat(added.invitation()).isEmpty();
        assertThat(shop.entries(chat, EntryKind.INVITED)).isEmpty();
        assertThat(shop.agent(BO).reply(chat, "The USB-C one.").isDone()).isTrue();
    }

    @Test
    @DisplayName("B-20 asks first if the rule says so, with the question, and tells the invitee alone")
    void asksFirst() {
        var added = shop.agent(ASHA)
                .addCollaborator(chat, BO, AddOptions.at(Level.ADVISER).asking("Which charger fits?"))
                .orElseThrow();

        assertThat(added.collaboration()).isEmpty();
        assertThat(added.level()).isEqualTo(Level.ADVISER);
        assertThat(shop.collaborators(chat)).isEmpty();
        assertThat(shop.agent(BO).invitation(chat).orElseThrow()).satisfies(seen -> {
            assertThat(added.invitation()).contains(seen.id());
            assertThat(seen.conversation()).isEqualTo(chat);
            assertThat(seen.channel()).isEqualTo(Channel.LIVE_CHAT);
            assertThat(seen.invitedBy()).isEqualTo("Asha");
            assertThat(seen.question()).contains("Which charger fits?");
            assertThat(seen.level()).isEqualTo(Level.ADVISER);
            assertThat(seen.escalation()).isFalse();
            assertThat(seen.expiresAt()).isEqualTo(shop.time.instant().plus(CHAT));
        });
        assertThat(told(NotificationKind.INVITED)).containsExactly(BO.value());
    }

    @Test
    @DisplayName("B-20 refuses a question the inbox would refuse as a text, and invites nobody")
    void questionRefused() {
        assertThat(reason(shop.agent(ASHA).addCollaborator(chat, BO, AddOptions.NONE.asking(" "))))
                .isEqualTo(Reason.TEXT_BLANK);
        assertThat(shop.head(chat).invitations()).isEmpty();
    }

    @Test
    @DisplayName("B-20 a live chat's invitation lives 15 minutes, a ticket's 24 hours, to the moment")
    void timeToLive() {
        assertLives(chat, CHAT);
        assertLives(shop.assignedTicket(), TICKET);
    }

    private void assertLives(ConversationId conversation, Duration timeToLive) {
        shop.add(conversation, BO);
        shop.time.advance(timeToLive.minus(MOMENT));
        assertThat(shop.agent(BO).invitation(conversation).isDone()).isTrue();

        shop.time.advance(MOMENT);
        assertThat(reason(shop.agent(BO).invitation(conversation))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
    }

    @Test
    @DisplayName("B-21 shows the invitee the invitation, and every other act and read an unknown conversation")
    void nothingElse() {
        shop.add(chat, BO);
        var before = Story.stored(shop, chat);
        var answers =
                Set.of("invitation(ConversationId)", "accept(ConversationId)", "decline(ConversationId, Optional)");

        for (var row : Desks.agent()) {
            if (!answers.contains(row.method())) {
                assertThat(reason(row.on(shop.agent(BO), chat)))
                        .as(row.method())
                        .isEqualTo(Reason.UNKNOWN_CONVERSATION);
            }
        }
        for (var list : ListKind.values()) {
            assertThat(shop.agent(BO).conversations(list, ListRequest.first(10)).rows())
                    .as(list.name())
                    .isEmpty();
        }
        assertThat(Story.stored(shop, chat)).isEqualTo(before);
        assertThat(shop.agent(BO).invitation(chat).isDone()).isTrue();
    }

    @Test
    @DisplayName("B-21 shows nobody else the invitation, not even those who read the conversation")
    void notOthers() {
        shop.add(chat, BO);

        for (var reader : List.of(ASHA, SUE, ADA)) {
            assertThat(reason(shop.agent(reader).invitation(chat))).isEqualTo(Reason.INVITATION_OVER);
        }
        for (var stranger : List.of(FIN, MO, CY)) {
            assertThat(reason(shop.agent(stranger).invitation(chat))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        }
        assertThat(reason(shop.agent(CY).accept(chat))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(reason(shop.agent(SUE).accept(chat))).isEqualTo(Reason.INVITATION_OVER);
        assertThat(shop.head(chat).invitations()).hasSize(1);
    }

    @Test
    @DisplayName("B-21 is not for an invitee who is deactivated, or turns out to be the customer")
    void inviteeChanges() {
        shop.add(chat, BO);
        shop.add(chat, CY);
        shop.people.deactivate(BO);
        shop.people.change(CY, person -> person.customer(CARL));

        for (var invitee : List.of(BO, CY)) {
            assertGone(invitee, chat);
        }
    }

    @Test
    @DisplayName("B-21 accepted, makes the invitee a collaborator by what was offered, added by the inviter")
    void accepted() {
        var options = AddOptions.at(Level.ADVISER).reading(HistoryWindow.FROM_ADD);
        shop.agent(ASHA).addCollaborator(chat, BO, options).orElseThrow();
        shop.customer().write(chat, "Hello?").orElseThrow();

        var added = shop.agent(BO).accept(chat).orElseThrow();

        var grant = shop.head(chat).collaborationOf(BO).orElseThrow();
        assertThat(added.collaboration()).contains(grant.id());
        assertThat(added.level()).isEqualTo(Level.ADVISER);
        assertThat(grant.level()).isEqualTo(Level.ADVISER);
        assertThat(grant.origin()).isEqualTo(CollaborationOrigin.INVITED);
        assertThat(grant.addedBy().isAgent(ASHA)).isTrue();
        assertThat(grant.rule()).isEqualTo("ask first");
        assertThat(shop.head(chat).invitations()).isEmpty();
        assertThat(Story.texts(shop, BO, chat)).isEmpty();
        assertThat(shop.agent(BO).note(chat, "The USB-C one.").isDone()).isTrue();
        assertThat(reason(shop.agent(BO).reply(chat, "The USB-C one."))).isEqualTo(Reason.NOT_PERMITTED);
        assertThat(told(NotificationKind.ANSWERED)).containsExactly(ASHA.value());
    }

    @Test
    @DisplayName("B-21 accepted, is over: accepted or declined again it is refused, a retry gets the first receipt")
    void acceptedTwice() {
        shop.add(chat, BO);
        var keyed = shop.agent(BO).keyed(new CommandKey("yes"));
        var first = keyed.accept(chat).orElseThrow();

        assertThat(keyed.accept(chat).orElseThrow()).isEqualTo(first);
        assertThat(reason(shop.agent(BO).accept(chat))).isEqualTo(Reason.INVITATION_OVER);
        assertThat(reason(shop.agent(BO).decline(chat, Optional.empty()))).isEqualTo(Reason.INVITATION_OVER);
        assertThat(shop.entries(chat, EntryKind.COLLABORATION_STARTED)).hasSize(1);
    }

    @Test
    @DisplayName("B-21 declined, leaves the invitee nothing, and the agents see the reason")
    void declined() {
        shop.add(chat, BO);

        shop.agent(BO).decline(chat, Optional.of("I am at lunch")).orElseThrow();

        assertThat(shop.head(chat).invitations()).isEmpty();
        assertThat(shop.collaborators(chat)).isEmpty();
        assertGone(BO, chat);
        for (var reader : List.of(ASHA, SUE, ADA)) {
            assertThat(shop.timeline(reader, chat).orElseThrow())
                    .last()
                    .isInstanceOfSatisfying(AgentEntry.Event.class, event -> {
                        assertThat(event.kind()).isEqualTo(EntryKind.INVITATION_ENDED);
                        assertThat(event.author().isAgent(BO)).isTrue();
                        assertThat(event.text()).contains("I am at lunch");
                        assertThat(event.facts()).containsEntry("reason", "DECLINED");
                    });
        }
        assertThat(Story.customerTexts(shop, chat)).hasSize(1);
        assertThat(told(NotificationKind.ANSWERED)).containsExactly(ASHA.value());
    }

    @Test
    @DisplayName("B-21 is declined without a word, but not with a reason the inbox would refuse as a text")
    void declineReason() {
        shop.add(chat, BO);

        assertThat(reason(shop.agent(BO).decline(chat, Optional.of("\n")))).isEqualTo(Reason.TEXT_BLANK);
        assertThat(shop.agent(BO).decline(chat, Optional.empty()).isDone()).isTrue();
        assertThat(shop.lastEntry(chat).text()).isNull();
    }

    private void assertGone(AgentId invitee, ConversationId conversation) {
        var before = Story.stored(shop, conversation);
        assertThat(reason(shop.agent(invitee).invitation(conversation))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(reason(shop.agent(invitee).accept(conversation))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(reason(shop.agent(invitee).decline(conversation, Optional.empty())))
                .isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(reason(shop.agent(invitee).view(conversation))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(Story.stored(shop, conversation)).isEqualTo(before);
    }

    /** Who was told this much since it was last asked, in the order of delivery. */
    private List<String> told(NotificationKind kind) {
        var outbox = shop.storage.outbox();
        var told = new ArrayList<Notification>();
        int before;
        do {
            before = told.size();
            var now = shop.time.instant();
            for (var claim : outbox.claim("test", now, now.plus(CHAT), 1_000)) {
                outbox.acknowledge(claim.notification().id(), "test");
                told.add(claim.notification());
            }
        } while (told.size() > before);
        return told.stream()
                .filter(one -> one.kind() == kind)
                .map(Notification::recipient)
                .toList();
    }
}
