package dev.collab.rules;

import static dev.collab.rules.Shop.ASHA;
import static dev.collab.rules.Shop.BO;
import static dev.collab.rules.Shop.CY;
import static dev.collab.rules.Shop.FIN;
import static dev.collab.rules.Shop.SUE;
import static dev.collab.rules.Shop.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.model.AddRule;
import dev.collab.model.Adder;
import dev.collab.model.AgentId;
import dev.collab.model.ConversationId;
import dev.collab.model.EntryKind;
import dev.collab.model.Notification;
import dev.collab.model.NotificationKind;
import dev.collab.model.TimelineEntry;
import dev.collab.model.WhenSwitchedOff;
import dev.collab.outcome.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("How invitations end")
class InvitationEndsTest {
    private static final AddRule ASKING =
            AddRule.allow("ask first", Adder.ASSIGNEE).byInvitation();
    private static final Duration CHAT = Duration.ofMinutes(15);
    private static final Duration MOMENT = Duration.ofNanos(1);

    private final Shop shop = Shop.ruledBy(ASKING);
    private ConversationId chat = new ConversationId("none yet");

    @BeforeEach
    void claimChat() {
        chat = shop.assigned();
    }

    @Test
    @DisplayName("B-22 expires by the clock when read, at every desk, while nothing has been written yet")
    void expires() {
        shop.policy(policy -> policy.withLimit(1));
        shop.add(chat, BO);
        var before = Story.stored(shop, chat);
        shop.time.advance(CHAT);

        assertGone(BO, chat);
        assertThat(reason(shop.agent(ASHA).removeCollaborator(chat, BO))).isEqualTo(Reason.NOT_A_COLLABORATOR);
        assertThat(Story.stored(shop, chat)).isEqualTo(before);
        assertThat(shop.add(chat, CY).known()).isFalse();
    }

    @Test
    @DisplayName("B-22 expired, is written down by a sweep, which tells the inviter; a late accept is refused")
    void swept() {
        shop.add(chat, BO);
        shop.time.advance(CHAT.minus(MOMENT));
        assertThat(shop.collab.system("sweeper").sweep(10)).isZero();
        assertThat(shop.head(chat).invitations()).hasSize(1);

        shop.time.advance(MOMENT);
        assertThat(shop.collab.system("sweeper").sweep(10)).isEqualTo(1);

        assertThat(shop.head(chat).invitations()).isEmpty();
        assertThat(shop.lastEntry(chat)).satisfies(entry -> assertEnded(entry, "EXPIRED"));
        assertThat(told(NotificationKind.EXPIRED)).containsExactly(ASHA.value());
        assertGone(BO, chat);
        assertThat(shop.collab.system("sweeper").sweep(10)).isZero();
        assertThat(shop.entries(chat, EntryKind.INVITATION_ENDED)).hasSize(1);
    }

    @Test
    @DisplayName("B-22 expired, is written down by the next command as well, before what that command writes")
    void settledByCommand() {
        shop.add(chat, BO);
        shop.time.advance(CHAT);

        shop.customer().write(chat, "Hello?").orElseThrow();

        assertThat(shop.entries(chat, EntryKind.INVITATION_ENDED))
                .singleElement()
                .satisfies(entry -> assertEnded(entry, "EXPIRED"));
        assertThat(shop.lastEntry(chat).kind()).isEqualTo(EntryKind.CUSTOMER_MESSAGE);
        assertThat(shop.collab.system("sweeper").sweep(10)).isZero();
    }

    @Test
    @DisplayName(
            "B-22 B-23 ends by what came first: its time, or the switch-off, also if both are over when it is written")
    void whateverCameFirst() {
        var other = shop.assigned();
        shop.add(chat, BO);
        shop.time.advance(CHAT.minus(MOMENT));
        shop.add(other, BO);
        shop.time.advance(MOMENT);
        shop.admin().disableCollaboration().orElseThrow();
        shop.time.advance(CHAT);

        shop.customer().write(chat, "Hello?").orElseThrow();
        shop.customer().write(other, "Hello?").orElseThrow();

        assertThat(shop.entries(chat, EntryKind.INVITATION_ENDED))
                .singleElement()
                .satisfies(entry -> assertEnded(entry, "EXPIRED"));
        assertThat(shop.entries(other, EntryKind.INVITATION_ENDED))
                .singleElement()
                .satisfies(entry -> assertEnded(entry, "CANCELLED"));
    }

    @Test
    @DisplayName("B-22 a sweep goes through at most as many conversations as it is told, and ends")
    void sweepLimit() {
        var more = List.of(shop.assigned(), shop.assigned(), shop.assigned());
        more.forEach(conversation -> shop.add(conversation, BO));
        shop.time.advance(CHAT);
        var sweeper = shop.collab.system("sweeper");

        assertThat(List.of(sweeper.sweep(2), sweeper.sweep(2), sweeper.sweep(2)))
                .containsExactly(2, 1, 0);
        assertThat(more)
                .allSatisfy(conversation ->
                        assertThat(shop.head(conversation).invitations()).isEmpty());
    }

    @Test
    @DisplayName("B-23 resolve cancels it, and reopening does not bring it back")
    void resolveCancels() {
        assertCancels(
                chat, conversation -> shop.agent(ASHA).resolve(conversation).orElseThrow());
        shop.agent(ASHA).reopen(chat).orElseThrow();
        assertGone(BO, chat);

        assertCancels(
                shop.assignedTicket(),
                conversation ->
                        shop.collab.system("timer").resolve(conversation).orElseThrow());
    }

    @Test
    @DisplayName("B-23 close cancels it")
    void closeCancels() {
        assertCancels(chat, conversation -> shop.agent(SUE).close(conversation).orElseThrow());
    }

    private void assertCancels(ConversationId conversation, Consumer<ConversationId> act) {
        shop.add(conversation, BO);

        act.accept(conversation);

        var head = shop.head(conversation);
        assertThat(head.invitations()).isEmpty();
        assertThat(shop.entries(conversation, EntryKind.INVITATION_ENDED))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.facts()).containsEntry("reason", "CANCELLED");
                    assertThat(entry.revision()).isEqualTo(head.revision());
                });
        assertGone(BO, conversation);
        assertThat(shop.head(conversation).collaborations()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(WhenSwitchedOff.class)
    @DisplayName("B-23 disabling cancels it at once, also where collaborators stay, also after switching on again")
    void disablingCancels(WhenSwitchedOff choice) {
        shop.policy(policy -> policy.withWhenSwitchedOff(choice));
        shop.add(chat, BO);

        shop.admin().disableCollaboration().orElseThrow();
        assertGone(BO, chat);
        shop.admin().enableCollaboration().orElseThrow();

        assertGone(BO, chat);
        assertThat(shop.add(chat, BO).known()).isFalse();
        assertThat(shop.entries(chat, EntryKind.INVITATION_ENDED))
                .singleElement()
                .satisfies(entry -> assertEnded(entry, "CANCELLED"));
        assertThat(shop.agent(BO).accept(chat).isDone()).isTrue();
    }

    @Test
    @DisplayName("B-23 transfer and release keep it: the invitee accepts and works with whoever has it then")
    void transferKeeps() {
        shop.add(chat, BO);
        shop.add(chat, CY);

        shop.agent(ASHA).transfer(chat, FIN).orElseThrow();
        assertThat(shop.agent(BO).accept(chat).isDone()).isTrue();
        shop.agent(FIN).release(chat).orElseThrow();
        assertThat(shop.agent(CY).accept(chat).isDone()).isTrue();

        assertThat(shop.head(chat).collaborations())
                .extracting(grant -> grant.agent())
                .containsExactly(BO, CY);
    }

    @Test
    @DisplayName("B-23 a late accept by somebody who reads the conversation says that the invitation is over")
    void lateAcceptByReader() {
        shop.add(chat, SUE);
        shop.agent(ASHA).resolve(chat).orElseThrow();

        assertThat(reason(shop.agent(SUE).accept(chat))).isEqualTo(Reason.INVITATION_OVER);
        assertThat(reason(shop.agent(SUE).decline(chat, Optional.empty()))).isEqualTo(Reason.INVITATION_OVER);
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

    private static void assertEnded(TimelineEntry entry, String reason) {
        assertThat(entry.kind()).isEqualTo(EntryKind.INVITATION_ENDED);
        assertThat(entry.facts()).containsEntry("reason", reason).containsEntry("agent", BO.value());
        assertThat(entry.author().id()).isEqualTo("collab");
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
