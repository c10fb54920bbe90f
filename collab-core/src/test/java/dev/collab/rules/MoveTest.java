package dev.collab.rules;

import static dev.collab.rules.Shop.ACCESSORIES;
import static dev.collab.rules.Shop.ADA;
import static dev.collab.rules.Shop.ASHA;
import static dev.collab.rules.Shop.BO;
import static dev.collab.rules.Shop.CY;
import static dev.collab.rules.Shop.ELSEWHERE;
import static dev.collab.rules.Shop.FIN;
import static dev.collab.rules.Shop.FOOTWEAR;
import static dev.collab.rules.Shop.INBOX;
import static dev.collab.rules.Shop.LEO;
import static dev.collab.rules.Shop.SUE;
import static dev.collab.rules.Shop.ZED;
import static dev.collab.rules.Shop.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.Moved;
import dev.collab.collaboration.AddOptions;
import dev.collab.model.AddRule;
import dev.collab.model.Adder;
import dev.collab.model.CommandKey;
import dev.collab.model.ConversationId;
import dev.collab.model.ConversationStatus;
import dev.collab.model.EntryKind;
import dev.collab.model.GroupId;
import dev.collab.model.InboxRole;
import dev.collab.model.InvitationEnd;
import dev.collab.model.Level;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Moving")
class MoveTest {
    private static final Optional<GroupId> NO_GROUP = Optional.empty();

    private final Shop shop = Shop.open().ledElsewhere();

    @Test
    @DisplayName("B-66 a lead moves a conversation to another inbox, and who works there takes it from the queue")
    void moved() {
        var chat = shop.assigned();
        shop.people.change(ZED, person -> person.groups(ACCESSORIES));

        var moved =
                shop.agent(SUE).move(chat, ELSEWHERE, Optional.of(ACCESSORIES)).orElseThrow();

        var entry = shop.entries(chat, EntryKind.MOVED).get(0);
        assertThat(moved).isEqualTo(new Moved(chat, entry.sequence(), entry.at(), List.of(), false));
        assertThat(shop.head(chat).inbox()).isEqualTo(ELSEWHERE);
        assertThat(shop.head(chat).facts().group()).isEqualTo(ACCESSORIES);
        assertThat(reason(shop.agent(SUE).view(chat))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(reason(shop.agent(ADA).view(chat))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(shop.agent(LEO).view(chat).isDone()).isTrue();
        assertThat(shop.agent(ZED).claim(chat).isDone()).isTrue();
    }

    @Test
    @DisplayName("B-66 a conversation goes only to an inbox that somebody active leads")
    void nobodyLeads() {
        var chat = shop.assignedWith(BO);
        shop.people.deactivate(LEO);
        shop.people.add(
                CY, "Cy", person -> person.role(ELSEWHERE, InboxRole.SUPERVISOR).groups(ACCESSORIES));
        var before = Story.stored(shop, chat);

        assertThat(reason(shop.agent(SUE).move(chat, ELSEWHERE, NO_GROUP))).isEqualTo(Reason.INBOX_UNAVAILABLE);
        assertThat(reason(shop.agent(SUE).move(chat, ELSEWHERE, Optional.of(FOOTWEAR))))
                .isEqualTo(Reason.INBOX_UNAVAILABLE);
        assertThat(reason(shop.collab.system("router").move(chat, ELSEWHERE, NO_GROUP)))
                .isEqualTo(Reason.INBOX_UNAVAILABLE);
        assertThat(Story.stored(shop, chat)).isEqualTo(before);
        assertThat(shop.agent(SUE)
                        .move(chat, ELSEWHERE, Optional.of(ACCESSORIES))
                        .isDone())
                .isTrue();
    }

    @Test
    @DisplayName("B-66 a conversation goes neither to a group without members nor to where it is already")
    void nowhereToGo() {
        var chat = shop.assignedWith(BO);
        var before = Story.stored(shop, chat);

        assertThat(reason(shop.agent(SUE).move(chat, ELSEWHERE, Optional.of(new GroupId("nobody")))))
                .isEqualTo(Reason.GROUP_UNAVAILABLE);
        assertThat(reason(shop.agent(SUE).move(chat, INBOX, Optional.of(FOOTWEAR))))
                .isEqualTo(Reason.WRONG_STATE);
        assertThat(Story.stored(shop, chat)).isEqualTo(before);
    }

    @Test
    @DisplayName("B-66 the assignee keeps it if they could be assigned there")
    void theAssigneeStays() {
        var chat = shop.assigned();
        var byGroup = shop.assigned();
        shop.people.change(ASHA, person -> person.role(ELSEWHERE, InboxRole.AGENT));

        assertThat(shop.agent(SUE).move(chat, ELSEWHERE, NO_GROUP).orElseThrow().assigneeStays())
                .isTrue();
        assertThat(shop.head(chat).assignee()).isEqualTo(ASHA);
        assertThat(shop.entries(chat, EntryKind.QUEUED)).isEmpty();

        shop.people.change(ASHA, person -> person.noRole(ELSEWHERE));
        shop.agent(SUE).move(byGroup, ELSEWHERE, Optional.of(FOOTWEAR)).orElseThrow();
        assertThat(shop.head(byGroup).assignee()).isEqualTo(ASHA);
    }

    @Test
    @DisplayName("B-33 B-66 an assignee who could not be assigned there loses it to the queue in the same commit")
    void theAssigneeLosesIt() {
        var chat = shop.assigned();

        var moved =
                shop.agent(SUE).move(chat, ELSEWHERE, Optional.of(ACCESSORIES)).orElseThrow();

        assertThat(moved.assigneeStays()).isFalse();
        assertThat(shop.head(chat).isQueued()).isTrue();
        var queued = shop.entries(chat, EntryKind.QUEUED).get(0);
        assertThat(queued.revision())
                .isEqualTo(shop.entries(chat, EntryKind.MOVED).get(0).revision());
        assertThat(queued.facts()).containsEntry("group", ACCESSORIES.value());
        assertThat(reason(shop.agent(ASHA).view(chat))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(Story.folded(shop, chat)).isEqualTo(shop.head(chat));
    }

    @Test
    @DisplayName("B-33 B-66 what is moved while resolved is in the queue there when it is reopened")
    void movedWhileResolved() {
        var ticket = shop.assignedTicket();
        shop.agent(ASHA).resolve(ticket).orElseThrow();

        shop.agent(ADA).move(ticket, ELSEWHERE, Optional.of(ACCESSORIES)).orElseThrow();

        assertThat(shop.head(ticket).status()).isEqualTo(ConversationStatus.RESOLVED);
        assertThat(reason(shop.agent(ASHA).view(ticket))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        shop.customer().write(ticket, "Hello?").orElseThrow();
        assertThat(shop.head(ticket).isQueued()).isTrue();
        assertThat(Story.folded(shop, ticket)).isEqualTo(shop.head(ticket));
    }

    @Test
    @DisplayName("B-23 B-66 moving cancels pending invitations, and a late accept fails cleanly")
    void invitationsAreCancelled() {
        shop.policy(
                policy -> policy.withRules(AddRule.allow("ask", Adder.ASSIGNEE).byInvitation()));
        var chat = shop.assigned();
        shop.agent(ASHA).addCollaborator(chat, BO).orElseThrow();

        shop.agent(SUE).move(chat, ELSEWHERE, NO_GROUP).orElseThrow();

        assertThat(shop.head(chat).invitations()).isEmpty();
        assertThat(shop.entries(chat, EntryKind.INVITATION_ENDED))
                .extracting(entry -> entry.facts().get("reason"))
                .containsExactly(InvitationEnd.CANCELLED.name());
        assertThat(reason(shop.agent(BO).accept(chat))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
    }

    @Test
    @DisplayName("B-66 a preview says what the move then does, and stores nothing")
    void preview() {
        var chat = shop.assignedWith(BO, CY, FIN);
        var rule = AddRule.allow("help", Adder.ASSIGNEE).toAdd(ACCESSORIES);
        elsewhere(rule);
        shop.people.deactivate(CY);
        var before = Story.stored(shop, chat);

        var preview = shop.agent(SUE).previewMove(chat, ELSEWHERE, NO_GROUP).orElseThrow();

        assertThat(preview.leaving()).containsExactly(CY, FIN);
        assertThat(preview.assigneeStays()).isFalse();
        assertThat(Story.stored(shop, chat)).isEqualTo(before);
        assertThat(reason(shop.agent(SUE).previewMove(chat, INBOX, NO_GROUP))).isEqualTo(Reason.WRONG_STATE);
        assertThat(reason(shop.agent(ASHA).previewMove(chat, ELSEWHERE, NO_GROUP)))
                .isEqualTo(Reason.NOT_PERMITTED);
        var moved = shop.agent(SUE).move(chat, ELSEWHERE, NO_GROUP).orElseThrow();
        assertThat(moved.left()).isEqualTo(preview.leaving());
        assertThat(moved.assigneeStays()).isEqualTo(preview.assigneeStays());
    }

    @Test
    @DisplayName("B-41 B-66 a retry says again who left, also to the lead who lost access by the move")
    void retried() {
        var chat = shop.assignedWith(BO, CY);
        elsewhere();
        var desk = shop.agent(SUE).keyed(new CommandKey("move"));
        var moved = desk.move(chat, ELSEWHERE, Optional.of(ACCESSORIES));
        assertThat(moved.orElseThrow().left()).containsExactly(BO, CY);

        assertThat(desk.move(chat, ELSEWHERE, Optional.of(ACCESSORIES))).isEqualTo(moved);
        assertThat(desk.move(chat, ELSEWHERE, NO_GROUP)).isEqualTo(Outcome.<Moved>rejected(Reason.ID_CONFLICT));
    }

    @Test
    @DisplayName("B-66 a move is decided anew if the policy there changes before it is stored")
    void thePolicyChangesInBetween() {
        var chat = shop.assignedWith(BO);
        var once = new AtomicBoolean();
        var host = Story.host(shop, (method, arguments, real) -> {
            if (method.equals("commit") && once.compareAndSet(false, true)) {
                elsewhere();
            }
            return real.call();
        });

        var moved = host.agent(SUE).move(chat, ELSEWHERE, NO_GROUP).orElseThrow();

        assertThat(moved.left()).containsExactly(BO);
        assertThat(shop.entries(chat, EntryKind.COLLABORATION_ENDED).get(0).settingsRevision())
                .isEqualTo(shop.storage.inboxes().load(ELSEWHERE).revision());
    }

    @Test
    @DisplayName("B-66 B-70 those who have to leave are told, and the assignee who loses it; the others are not")
    void told() {
        var chat = shop.assignedWith(BO);
        shop.agent(ASHA)
                .addCollaborator(chat, CY, AddOptions.at(Level.OBSERVER))
                .orElseThrow();
        elsewhere(AddRule.allow("read", Adder.ADMIN).upTo(Level.OBSERVER));

        assertThat(Post.of(
                        shop,
                        () -> shop.agent(SUE).move(chat, ELSEWHERE, NO_GROUP).orElseThrow()))
                .containsExactlyInAnyOrder("REMOVED bo", "ASSIGNED asha");
    }

    @Test
    @DisplayName("B-38 B-66 the customer's view is the same before and after, to the byte")
    void theCustomerNoticesNothing() {
        var chat = shop.assignedWith(BO, CY);
        shop.agent(BO).reply(chat, "They run small.").orElseThrow();
        elsewhere();
        var before = customer(chat);
        var signals = shop.signal.customerChanges();

        shop.agent(SUE).move(chat, ELSEWHERE, Optional.of(ACCESSORIES)).orElseThrow();

        assertThat(customer(chat)).isEqualTo(before);
        assertThat(shop.signal.customerChanges()).isEqualTo(signals);
    }

    @Test
    @DisplayName("B-62 B-66 an automation moves too")
    void bySystem() {
        var chat = shop.assignedWith(BO);

        var moved = shop.collab.system("router").move(chat, ELSEWHERE, NO_GROUP).orElseThrow();

        assertThat(moved.left()).isEmpty();
        assertThat(shop.head(chat).inbox()).isEqualTo(ELSEWHERE);
        assertThat(shop.entries(chat, EntryKind.MOVED).get(0).author().id()).isEqualTo("router");
    }

    private void elsewhere(AddRule... rules) {
        var now = shop.elsewhere().settings().orElseThrow();
        shop.elsewhere()
                .change(now.withCollaboration(now.collaboration().withRules(rules)))
                .orElseThrow();
    }

    private String customer(ConversationId chat) {
        return shop.customer().view(chat).orElseThrow() + " " + Story.messages(shop, chat);
    }
}
