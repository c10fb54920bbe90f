package dev.collab.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.model.AgentId;
import dev.collab.model.CollaborationOrigin;
import dev.collab.model.ConversationId;
import dev.collab.model.EndReason;
import dev.collab.model.EntryKind;
import dev.collab.model.InboxRole;
import dev.collab.model.Level;
import dev.collab.outcome.Details;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class HandOverTest {
    private final Shop shop = Shop.open();

    @Test
    @DisplayName("B-33 a release puts the conversation into its group's queue, in the same commit")
    void aReleaseQueues() {
        var chat = shop.assigned();
        long revision = shop.head(chat).revision();

        shop.agent(Shop.ASHA).release(chat).orElseThrow();

        var head = shop.head(chat);
        assertThat(head.isQueued()).isTrue();
        assertThat(head.facts().group()).isEqualTo(Shop.FOOTWEAR);
        assertThat(head.revision()).isEqualTo(revision + 1);
        assertThat(shop.lastEntry(chat).kind()).isEqualTo(EntryKind.QUEUED);
        assertThat(shop.agent(Shop.FIN).claim(chat).isDone()).isTrue();
    }

    @Test
    @DisplayName("B-33 collaborators stay when the conversation is released, and do not hold it")
    void collaboratorsStayAndDoNotHold() {
        var chat = shop.assignedWith(Shop.BO);

        shop.agent(Shop.ASHA).release(chat).orElseThrow();

        assertThat(shop.agent(Shop.BO).reply(chat, "Somebody takes over soon.").isDone())
                .isTrue();
        assertThat(shop.agent(Shop.FIN).claim(chat).isDone()).isTrue();
        assertThat(shop.head(chat).collaborations())
                .extracting(grant -> grant.agent())
                .containsExactly(Shop.BO);
    }

    @Test
    @DisplayName("B-33 a reopened conversation is assigned as before, or in its group's queue")
    void reopenedIsAssignedOrQueued() {
        var assigned = shop.assigned();
        shop.agent(Shop.ASHA).resolve(assigned).orElseThrow();
        var queued = shop.chat();
        shop.agent(Shop.SUE).resolve(queued).orElseThrow();

        shop.customer().write(assigned, "Hello again").orElseThrow();
        shop.customer().write(queued, "Hello again").orElseThrow();

        assertThat(shop.head(assigned).assignee()).isEqualTo(Shop.ASHA);
        assertThat(shop.head(queued).isQueued()).isTrue();
        assertThat(shop.agent(Shop.FIN).claim(queued).isDone()).isTrue();
    }

    @Test
    @DisplayName("B-65 a transfer to an agent changes the assignee; collaborators stay, the old assignee does not")
    void aTransferToAnAgent() {
        var chat = shop.assignedWith(Shop.BO);

        shop.agent(Shop.ASHA).transfer(chat, Shop.FIN).orElseThrow();

        assertThat(shop.head(chat).assignee()).isEqualTo(Shop.FIN);
        assertThat(collaborators(chat)).containsExactly(Shop.BO);
        assertThat(Shop.reason(shop.agent(Shop.ASHA).view(chat))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
    }

    @Test
    @DisplayName("B-65 a transfer to a group puts the conversation into its queue; collaborators stay")
    void aTransferToAGroup() {
        var chat = shop.assignedWith(Shop.BO);

        shop.agent(Shop.ASHA).transfer(chat, Shop.ACCESSORIES).orElseThrow();

        var head = shop.head(chat);
        assertThat(head.isQueued()).isTrue();
        assertThat(head.facts().group()).isEqualTo(Shop.ACCESSORIES);
        assertThat(collaborators(chat)).containsExactly(Shop.BO);
        assertThat(shop.agent(Shop.CY).claim(chat).isDone()).isTrue();
    }

    @Test
    @DisplayName("B-65 who transfers and stays is a RESPONDER with full history, in the same commit")
    void aTransferAndStay() {
        var chat = shop.assigned();
        long revision = shop.head(chat).revision();

        shop.agent(Shop.ASHA).transferAndStay(chat, Shop.FIN).orElseThrow();

        var head = shop.head(chat);
        assertThat(head.assignee()).isEqualTo(Shop.FIN);
        assertThat(head.revision()).isEqualTo(revision + 1);
        assertThat(head.collaborations()).singleElement().satisfies(grant -> {
            assertThat(grant.agent()).isEqualTo(Shop.ASHA);
            assertThat(grant.level()).isEqualTo(Level.RESPONDER);
            assertThat(grant.fromSequence()).isZero();
            assertThat(grant.origin()).isEqualTo(CollaborationOrigin.KEPT);
        });
        assertThat(shop.agent(Shop.ASHA).reply(chat, "Fin takes over.").isDone())
                .isTrue();
    }

    @Test
    @DisplayName("B-65 who hands over to a group may stay as well")
    void aTransferToAGroupAndStay() {
        var chat = shop.assigned();

        shop.agent(Shop.ASHA).transferAndStay(chat, Shop.ACCESSORIES).orElseThrow();

        assertThat(shop.head(chat).isQueued()).isTrue();
        assertThat(collaborators(chat)).containsExactly(Shop.ASHA);
    }

    @Test
    @DisplayName("B-65 to stay needs no rule")
    void stayingNeedsNoRule() {
        shop.policy(policy -> policy.withRules());
        var chat = shop.assigned();

        assertThat(shop.agent(Shop.ASHA).transferAndStay(chat, Shop.FIN).isDone())
                .isTrue();
    }

    @Test
    @DisplayName("B-65 to stay needs collaboration to be on; otherwise nothing is handed over")
    void stayingNeedsCollaboration() {
        shop.admin().disableCollaboration().orElseThrow();
        var chat = shop.assigned();
        var before = Story.stored(shop, chat);

        assertThat(Shop.reason(shop.agent(Shop.ASHA).transferAndStay(chat, Shop.FIN)))
                .isEqualTo(Reason.COLLABORATION_OFF);
        assertThat(Shop.reason(shop.agent(Shop.ASHA).transferAndStay(chat, Shop.ACCESSORIES)))
                .isEqualTo(Reason.COLLABORATION_OFF);

        assertThat(Story.stored(shop, chat)).isEqualTo(before);
        assertThat(shop.agent(Shop.ASHA).transfer(chat, Shop.FIN).isDone()).isTrue();
    }

    @Test
    @DisplayName("B-65 to stay needs a free place; otherwise nothing is handed over")
    void stayingNeedsAPlace() {
        shop.policy(policy -> policy.withLimit(1));
        var chat = shop.assignedWith(Shop.BO);
        var before = Story.stored(shop, chat);

        assertThat(Shop.reason(shop.agent(Shop.ASHA).transferAndStay(chat, Shop.FIN)))
                .isEqualTo(Reason.LIMIT_REACHED);
        assertThat(Shop.reason(shop.agent(Shop.ASHA).transferAndStay(chat, Shop.ACCESSORIES)))
                .isEqualTo(Reason.LIMIT_REACHED);

        assertThat(Story.stored(shop, chat)).isEqualTo(before);
    }

    @Test
    @DisplayName("B-65 a transfer to a collaborator ends their collaboration and frees its place for who stays")
    void aTransferToACollaborator() {
        shop.policy(policy -> policy.withLimit(1));
        var chat = shop.assignedWith(Shop.BO);

        shop.agent(Shop.ASHA).transferAndStay(chat, Shop.BO).orElseThrow();

        assertThat(shop.head(chat).assignee()).isEqualTo(Shop.BO);
        assertThat(collaborators(chat)).containsExactly(Shop.ASHA);
        assertThat(shop.entries(chat, EntryKind.COLLABORATION_ENDED))
                .singleElement()
                .satisfies(entry -> assertThat(entry.facts())
                        .containsEntry("agent", "bo")
                        .containsEntry("reason", EndReason.BECAME_ASSIGNEE.name()));
    }

    @Test
    @DisplayName("B-65 only the assignee can stay: a lead who hands over what is not theirs is refused")
    void aLeadDoesNotStay() {
        var chat = shop.assigned();
        var before = Story.stored(shop, chat);

        assertThat(Shop.reason(shop.agent(Shop.SUE).transferAndStay(chat, Shop.FIN)))
                .isEqualTo(Reason.NOT_PERMITTED);

        assertThat(Story.stored(shop, chat)).isEqualTo(before);
        assertThat(shop.agent(Shop.SUE).transfer(chat, Shop.FIN).isDone()).isTrue();
    }

    @Test
    @DisplayName(
            "B-65 a conversation is not handed to somebody unknown, inactive or without a place there, or the customer")
    void notToStrangers() {
        shop.people.change(Shop.MO, mo -> mo.active(false));
        shop.people.change(Shop.FIN, fin -> fin.customer(Shop.CARL));
        var chat = shop.assigned();
        var before = Story.stored(shop, chat);

        assertThat(List.of(Shop.NOBODY, Shop.ZED, Shop.BO, Shop.MO, Shop.FIN)).allSatisfy(agent -> {
            assertThat(Shop.reason(shop.agent(Shop.ASHA).transfer(chat, agent))).isEqualTo(Reason.AGENT_UNAVAILABLE);
            assertThat(Shop.reason(shop.collab.system("router").transfer(chat, agent)))
                    .isEqualTo(Reason.AGENT_UNAVAILABLE);
        });
        assertThat(Shop.reason(shop.agent(Shop.ASHA).transfer(chat, Shop.ASHA))).isEqualTo(Reason.ALREADY_ASSIGNEE);
        assertThat(Story.stored(shop, chat)).isEqualTo(before);
    }

    @Test
    @DisplayName("B-65 whoever claims second learns who has it")
    void theSecondLearnsWho() {
        var chat = shop.assigned();

        assertThat(shop.agent(Shop.FIN).claim(chat))
                .isEqualTo(Outcome.rejected(Reason.ALREADY_ASSIGNED, new Details.Agents(List.of(Shop.ASHA))));
    }

    @Test
    @DisplayName("B-65 a collaborator who claims becomes the assignee and nothing else")
    void aCollaboratorClaims() {
        var chat = shop.assignedWith(Shop.FIN);
        shop.agent(Shop.ASHA).release(chat).orElseThrow();

        shop.agent(Shop.FIN).claim(chat).orElseThrow();

        assertThat(shop.head(chat).assignee()).isEqualTo(Shop.FIN);
        assertThat(collaborators(chat)).isEmpty();
    }

    @RepeatedTest(20)
    @DisplayName("B-65 of concurrent claims one wins, and all others learn who")
    void claimsRace() {
        var chat = shop.chat();
        var agents = IntStream.range(0, 4)
                .mapToObj(number -> new AgentId("racer-" + number))
                .toList();
        agents.forEach(agent -> shop.people.add(
                agent,
                agent.value(),
                person -> person.role(Shop.INBOX, InboxRole.AGENT).groups(Shop.FOOTWEAR)));
        var start = new CyclicBarrier(agents.size());

        var claims = agents.stream()
                .map(agent -> CompletableFuture.supplyAsync(
                        () -> {
                            var desk = shop.host(builder -> builder).agent(agent);
                            await(start);
                            return desk.claim(chat);
                        },
                        task -> new Thread(task).start()))
                .toList();
        var outcomes = claims.stream().map(CompletableFuture::join).toList();

        var winner = shop.head(chat).assignee();
        assertThat(outcomes.get(agents.indexOf(winner)).isDone()).isTrue();
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.isDone())
                .hasSize(3)
                .containsOnly(Outcome.rejected(Reason.ALREADY_ASSIGNED, new Details.Agents(List.of(winner))));
        assertThat(shop.entries(chat, EntryKind.ASSIGNED)).hasSize(1);
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    private List<AgentId> collaborators(ConversationId conversation) {
        return shop.head(conversation).collaborations().stream()
                .map(grant -> grant.agent())
                .toList();
    }
}
