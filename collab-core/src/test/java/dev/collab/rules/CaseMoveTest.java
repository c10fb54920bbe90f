package dev.collab.rules;

import static dev.collab.rules.Shop.ACCESSORIES;
import static dev.collab.rules.Shop.ADA;
import static dev.collab.rules.Shop.ASHA;
import static dev.collab.rules.Shop.BO;
import static dev.collab.rules.Shop.CY;
import static dev.collab.rules.Shop.ELSEWHERE;
import static dev.collab.rules.Shop.FIN;
import static dev.collab.rules.Shop.FOOTWEAR;
import static dev.collab.rules.Shop.LEO;
import static dev.collab.rules.Shop.NOBODY;
import static dev.collab.rules.Shop.SUE;
import static dev.collab.rules.Shop.ZED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.model.AddRule;
import dev.collab.model.Adder;
import dev.collab.model.CollaborationSettings;
import dev.collab.model.CommandKey;
import dev.collab.model.EntryKind;
import dev.collab.model.GroupId;
import dev.collab.outcome.Reason;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Cases of moving")
class CaseMoveTest extends CaseScene {
    private static final Optional<GroupId> NO_GROUP = Optional.empty();

    @BeforeEach
    void elsewhere() {
        shop.ledElsewhere();
    }

    @Test
    @DisplayName(
            "B-5 B-13 B-27 B-66 B-70 given an inbox whose policy hides a group, when a conversation moves there, then its "
                    + "members leave as the preview said, and adding them there is answered like adding nobody")
    void movedToWhereTheyAreHidden() {
        policyElsewhere(policy -> policy.withRules(
                AddRule.allow("footwear only", Adder.ASSIGNEE, Adder.ADMIN).toAdd(FOOTWEAR)));
        var chat = shop.assignedWith(BO, FIN, CY);
        var preview = shop.agent(SUE).previewMove(chat, ELSEWHERE, NO_GROUP).orElseThrow();
        assertThat(preview.leaving()).containsExactly(BO, CY);
        assertThat(preview.assigneeStays()).isFalse();
        assertThat(sight(BO, chat)).startsWith("OPEN asha");
        Post.taken(shop);

        var moved = shop.agent(SUE).move(chat, ELSEWHERE, NO_GROUP).orElseThrow();

        assertThat(moved.left()).isEqualTo(preview.leaving());
        assertThat(moved.assigneeStays()).isFalse();
        assertThat(Post.taken(shop))
                .extracting(one -> one.kind() + " " + one.recipient())
                .contains("REMOVED bo", "REMOVED cy")
                .doesNotContain("REMOVED fin");
        assertThat(ended(chat)).containsExactly("bo MOVED", "cy MOVED");
        for (var viewer : List.of(FIN, LEO)) {
            assertThat(sight(viewer, chat)).isEqualTo("OPEN queue [fin RESPONDER]");
        }
        for (var stranger : List.of(BO, CY, ASHA, SUE, ADA)) {
            assertThat(sight(stranger, chat)).isEqualTo(NOTHING);
        }
        assertThat(shop.agent(LEO).addCollaborator(chat, BO))
                .isEqualTo(shop.agent(LEO).addCollaborator(chat, NOBODY));
        refused(chat, Reason.CANDIDATE_UNAVAILABLE, () -> shop.agent(LEO).addCollaborator(chat, BO));
    }

    @Test
    @DisplayName(
            "B-2 B-21 B-23 B-33 B-38 B-66 given an inbox where collaboration is off, when a conversation with collaborators "
                    + "and an invitation moves there, then all of that ends, and the customer notices nothing")
    void movedToWhereItIsOff() {
        shop.policy(policy -> policy.withRules(
                AddRule.allow("ask", Adder.ASSIGNEE).toAdd(ACCESSORIES).byInvitation(), AddRule.UNLESS_SAID));
        shop.elsewhere().disableCollaboration().orElseThrow();
        shop.people.change(ZED, person -> person.groups(ACCESSORIES));
        var chat = shop.assignedWith(FIN, BO);
        assertThat(sight(ASHA, chat)).isEqualTo("OPEN asha [fin RESPONDER] asked [bo]");
        assertThat(shop.agent(SUE)
                        .previewMove(chat, ELSEWHERE, Optional.of(ACCESSORIES))
                        .orElseThrow()
                        .leaving())
                .containsExactly(FIN);

        unnoticed(
                chat,
                () -> assertThat(told(() -> shop.agent(SUE).move(chat, ELSEWHERE, Optional.of(ACCESSORIES))))
                        .contains("REMOVED fin"));

        assertThat(sight(LEO, chat)).isEqualTo("OPEN queue hidden");
        assertThat(sight(FIN, chat)).isEqualTo(NOTHING);
        refused(chat, Reason.COLLABORATION_OFF, () -> shop.agent(LEO).addCollaborator(chat, FIN));
        assertThat(shop.entries(chat, EntryKind.INVITATION_ENDED))
                .singleElement()
                .satisfies(entry -> assertThat(entry.facts()).containsEntry("reason", "CANCELLED"));
        // Bo's own group has it in its queue now; that, and not the invitation, is what Bo reads it by.
        assertThat(sight(BO, chat)).isEqualTo("OPEN queue hidden");
        assertThat(shop.agent(BO).accept(chat).isDone()).isFalse();
        shop.agent(ZED).claim(chat).orElseThrow();
        assertThat(sight(BO, chat)).isEqualTo(NOTHING);
        refused(chat, Reason.UNKNOWN_CONVERSATION, () -> shop.agent(BO).accept(chat));
    }

    @Test
    @DisplayName(
            "B-12 B-41 B-66 B-70 given an inbox with fewer places, when a full conversation moves there, then the oldest "
                    + "stay, a retry says the same to a lead who reads it no more, and it is full there")
    void movedToFewerPlaces() {
        policyElsewhere(policy -> policy.withLimit(2));
        shop.people.change(ASHA, person -> person.role(ELSEWHERE, dev.collab.model.InboxRole.AGENT));
        var chat = shop.assignedWith(CY, BO, FIN);
        var sue = shop.agent(SUE).keyed(new CommandKey("move"));
        Post.taken(shop);

        var moved = sue.move(chat, ELSEWHERE, NO_GROUP);

        assertThat(moved.orElseThrow().left()).containsExactly(FIN);
        assertThat(moved.orElseThrow().assigneeStays()).isTrue();
        assertThat(Post.taken(shop))
                .extracting(one -> one.kind() + " " + one.recipient())
                .containsExactly("REMOVED fin");
        for (var viewer : List.of(ASHA, BO, CY, LEO)) {
            assertThat(sight(viewer, chat)).isEqualTo("OPEN asha [cy RESPONDER, bo RESPONDER]");
        }
        assertThat(sight(FIN, chat)).isEqualTo(NOTHING);
        assertThat(sight(SUE, chat)).isEqualTo(NOTHING);
        var before = Story.stored(shop, chat);
        assertThat(sue.move(chat, ELSEWHERE, NO_GROUP)).isEqualTo(moved);
        assertThat(Story.stored(shop, chat)).isEqualTo(before);
        refused(chat, Reason.LIMIT_REACHED, () -> shop.agent(ASHA).addCollaborator(chat, ZED));
        assertThat(shop.agent(BO).reply(chat, "Still with you.").isDone()).isTrue();
    }

    private void policyElsewhere(UnaryOperator<CollaborationSettings> change) {
        var settings = shop.storage.inboxes().load(ELSEWHERE);
        shop.elsewhere()
                .change(settings.withCollaboration(change.apply(settings.collaboration())))
                .orElseThrow();
    }
}
