package dev.collab.rules;

import static dev.collab.rules.Shop.ACCESSORIES;
import static dev.collab.rules.Shop.ADA;
import static dev.collab.rules.Shop.ASHA;
import static dev.collab.rules.Shop.BO;
import static dev.collab.rules.Shop.BOT;
import static dev.collab.rules.Shop.CY;
import static dev.collab.rules.Shop.ELSEWHERE;
import static dev.collab.rules.Shop.FIN;
import static dev.collab.rules.Shop.FOOTWEAR;
import static dev.collab.rules.Shop.MO;
import static dev.collab.rules.Shop.SUE;
import static dev.collab.rules.Shop.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.collab.collaboration.AddOptions;
import dev.collab.model.AddRule;
import dev.collab.model.Adder;
import dev.collab.model.AgentId;
import dev.collab.model.Collaboration;
import dev.collab.model.CollaborationOrigin;
import dev.collab.model.ConversationId;
import dev.collab.model.EndReason;
import dev.collab.model.EntryKind;
import dev.collab.model.InboxRole;
import dev.collab.model.Level;
import dev.collab.outcome.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Collaborators of what is merged")
class MergedCollaboratorsTest {
    private final Shop shop = Shop.open();

    @Test
    @DisplayName("B-67 active collaborators join the target at their level, oldest first, added by who merged")
    void join() {
        var source = shop.assignedWith(BO);
        shop.agent(ASHA)
                .addCollaborator(source, CY, AddOptions.at(Level.OBSERVER))
                .orElseThrow();
        var target = shop.assigned();

        assertThat(joined(source, target)).containsExactly(BO, CY);

        assertThat(shop.head(source).collaborations()).isEmpty();
        assertThat(shop.entries(source, EntryKind.COLLABORATION_ENDED))
                .extracting(entry -> entry.facts().get("reason"))
                .containsOnly(EndReason.MERGED.name());
        var grants = shop.head(target).collaborations();
        assertThat(grants).extracting(Collaboration::agent).containsExactly(BO, CY);
        assertThat(grants).extracting(Collaboration::level).containsExactly(Level.RESPONDER, Level.OBSERVER);
        assertThat(grants).extracting(Collaboration::origin).containsOnly(CollaborationOrigin.MERGED);
        assertThat(grants).extracting(grant -> grant.addedBy().id()).containsOnly(SUE.value());
        assertThat(grants)
                .extracting(Collaboration::epoch)
                .containsOnly(shop.settings().epoch());
        assertThat(shop.entries(target, EntryKind.COLLABORATION_STARTED))
                .extracting(entry -> entry.settingsRevision())
                .containsOnly(shop.settings().revision());
    }

    @Test
    @DisplayName("B-67 B-55 they read the target from the entry that tells of the merge on")
    void window() {
        var source = shop.assignedWith(BO);
        var target = shop.assigned();
        shop.agent(ASHA).note(target, "Before").orElseThrow();

        joined(source, target);

        shop.agent(ASHA).note(target, "After").orElseThrow();
        assertThat(Story.texts(shop, BO, target)).containsExactly("After");
        assertThat(shop.timeline(BO, target).orElseThrow().get(0).sequence())
                .isEqualTo(shop.entries(target, EntryKind.MERGED_FROM).get(0).sequence());
        assertThat(shop.agent(BO).reply(target, "Here I am").isDone()).isTrue();
    }

    @Test
    @DisplayName("B-9 B-67 who is assigned or collaborates there already does not join, and keeps what they had")
    void alreadyThere() {
        var source = shop.assignedWith(BO, FIN, CY);
        var target = shop.chat();
        shop.agent(FIN).claim(target).orElseThrow();
        shop.agent(FIN)
                .addCollaborator(target, BO, AddOptions.at(Level.OBSERVER))
                .orElseThrow();

        assertThat(joined(source, target)).containsExactly(CY);

        assertThat(shop.head(target).assignee()).isEqualTo(FIN);
        assertThat(shop.head(target).collaborations())
                .extracting(Collaboration::agent, Collaboration::level)
                .containsExactly(tuple(BO, Level.OBSERVER), tuple(CY, Level.RESPONDER));
    }

    @Test
    @DisplayName("B-67 the source's assignee is not assigned to the target, nor made a collaborator of it")
    void theSourcesAssignee() {
        var source = shop.assigned();
        var target = shop.chat();

        assertThat(joined(source, target)).isEmpty();

        assertThat(shop.head(target).isQueued()).isTrue();
    }

    @Test
    @DisplayName(
            "B-12 B-67 P-25 the limit there holds, the oldest come first, and a pending invitation holds its place")
    void limit() {
        shop.policy(policy -> policy.withRules(
                        AddRule.allow("ask", Adder.ASSIGNEE).toAdd(ACCESSORIES).byInvitation(), AddRule.UNLESS_SAID)
                .withLimit(3));
        var source = shop.assignedWith(FIN, MO, ADA);
        var target = shop.assigned();
        shop.agent(ASHA).addCollaborator(target, BO).orElseThrow();

        assertThat(joined(source, target)).containsExactly(FIN, MO);

        assertThat(shop.head(target).collaborations()).hasSize(2);
        assertThat(shop.head(target).invitations()).hasSize(1);
    }

    @Test
    @DisplayName("B-10 B-67 who is invited to the target takes the place of the invitation")
    void invited() {
        var source = shop.assignedWith(BO);
        shop.policy(
                policy -> policy.withRules(AddRule.allow("ask", Adder.ASSIGNEE).byInvitation())
                        .withLimit(1));
        var target = shop.assigned();
        shop.agent(ASHA).addCollaborator(target, BO).orElseThrow();

        assertThat(joined(source, target)).containsExactly(BO);

        assertThat(shop.head(target).invitations()).isEmpty();
        assertThat(shop.head(target).collaborations()).hasSize(1);
    }

    @Test
    @DisplayName("B-64 B-67 the suspended are not active and do not join")
    void suspended() {
        var ticket = shop.assignedTicket();
        shop.add(ticket, BO);
        shop.agent(ASHA).resolve(ticket).orElseThrow();
        var target = shop.assignedTicket();

        assertThat(joined(ticket, target)).isEmpty();

        assertThat(shop.head(ticket).collaborations()).isEmpty();
        assertThat(reason(shop.agent(BO).view(target))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
    }

    @Test
    @DisplayName("B-7 B-67 whose grant had ended by epoch does not join, and nobody joins where collaboration is off")
    void off() {
        var source = shop.assignedWith(BO);
        var target = shop.assigned();
        shop.ledElsewhere();
        shop.agent(SUE).move(target, ELSEWHERE, Optional.of(FOOTWEAR)).orElseThrow();
        shop.elsewhere().disableCollaboration().orElseThrow();
        shop.people.change(SUE, person -> person.role(ELSEWHERE, InboxRole.ADMIN));

        assertThat(joined(source, target)).isEmpty();

        var other = shop.assignedWith(BO);
        var next = shop.assigned();
        shop.admin().disableCollaboration().orElseThrow();
        shop.admin().enableCollaboration().orElseThrow();
        assertThat(joined(other, next)).isEmpty();
    }

    @Test
    @DisplayName("B-13 B-16 B-67 who is inactive does not join, nor a bot where policy says no")
    void people() {
        shop.policy(policy -> policy.withBotsAllowed(true));
        var source = shop.assignedWith(BO, BOT, CY);
        var target = shop.assigned();
        shop.policy(policy -> policy.withBotsAllowed(false));
        shop.people.deactivate(BO);

        assertThat(joined(source, target)).containsExactly(CY);
    }

    @Test
    @DisplayName("B-24 B-67 a time box goes on in the target")
    void timeBox() {
        shop.policy(policy -> policy.withRules(AddRule.UNLESS_SAID.lasting(Duration.ofHours(1))));
        var source = shop.assignedWith(BO);
        var target = shop.assigned();
        shop.time.advance(Duration.ofMinutes(30));

        assertThat(joined(source, target)).containsExactly(BO);

        shop.time.advance(Duration.ofMinutes(30));
        assertThat(reason(shop.agent(BO).view(target))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
    }

    @Test
    @DisplayName("B-67 B-70 who joins is told that they left the one and were added to the other")
    void told() {
        var source = shop.assignedWith(BO);
        var target = shop.assigned();

        assertThat(Post.of(shop, () -> joined(source, target))).containsExactly("REMOVED bo", "ADDED bo");
    }

    private List<AgentId> joined(ConversationId source, ConversationId target) {
        return shop.agent(SUE).merge(source, target).orElseThrow().joined();
    }
}
