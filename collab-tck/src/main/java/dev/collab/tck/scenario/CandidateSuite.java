package dev.collab.tck.scenario;

import static dev.collab.tck.scenario.Workshop.ADMIN;
import static dev.collab.tck.scenario.Workshop.BUYER;
import static dev.collab.tck.scenario.Workshop.EXPERT;
import static dev.collab.tck.scenario.Workshop.HELPER;
import static dev.collab.tck.scenario.Workshop.LEAD;
import static dev.collab.tck.scenario.Workshop.OUTSIDER;
import static dev.collab.tck.scenario.Workshop.OWNER;
import static dev.collab.tck.scenario.Workshop.PARTS;
import static dev.collab.tck.scenario.Workshop.PEER;
import static dev.collab.tck.scenario.Workshop.QUESTION;
import static dev.collab.tck.scenario.Workshop.ROBOT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.collaboration.AddOptions;
import dev.collab.collaboration.Collaborator;
import dev.collab.model.AgentId;
import dev.collab.model.CollaborationOrigin;
import dev.collab.model.EndReason;
import dev.collab.model.EntryKind;
import dev.collab.model.Level;
import dev.collab.model.NotificationKind;
import dev.collab.model.Presence;
import dev.collab.outcome.Reason;
import dev.collab.spi.ConversationQuery.ListKind;
import dev.collab.tck.suite.Chapter;
import dev.collab.tck.suite.Clause;
import dev.collab.tck.suite.StorageBench;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Tells of those who are added, and of those who cannot be. */
public abstract class CandidateSuite extends ScenarioSuite {
    /**
     * Makes a suite.
     *
     * @param bench the storage under test
     */
    protected CandidateSuite(StorageBench bench) {
        super(bench);
    }

    @Test
    @DisplayName(
            "B-9 the assignee is no collaborator, and a collaborator who becomes assignee is none in the same commit")
    @Clause(value = "ConversationStore.commit", read = Chapter.RULES)
    void assigneeIsNoCollaborator() {
        var workshop = workshop();
        var chat = workshop.chat(HELPER);
        refusedWithoutTrace(workshop, chat, () -> workshop.agent(LEAD).addCollaborator(chat, OWNER))
                .isEqualTo(Reason.ALREADY_ASSIGNEE);

        workshop.agent(OWNER).transfer(chat, HELPER).orElseThrow();

        assertThat(workshop.head(chat).assignee()).isEqualTo(HELPER);
        assertThat(workshop.head(chat).collaborations()).isEmpty();
        assertThat(workshop.list(HELPER, ListKind.MINE)).containsExactly(chat);
        assertThat(workshop.list(HELPER, ListKind.COLLABORATING)).isEmpty();
        var last = workshop.entries(chat).stream()
                .filter(entry -> entry.revision() == workshop.head(chat).revision())
                .toList();
        assertThat(last).extracting(entry -> entry.kind()).contains(EntryKind.ASSIGNED, EntryKind.COLLABORATION_ENDED);
    }

    @Test
    @DisplayName("B-10 whoever is on it already is added again: the same collaboration, no entry, nobody told")
    @Clause(value = "ConversationStore.commit", read = Chapter.RULES)
    void addedAgain() {
        var workshop = workshop();
        var chat = workshop.chat();
        var first = workshop.agent(OWNER)
                .addCollaborator(chat, HELPER, AddOptions.at(Level.ADVISER))
                .orElseThrow();
        var before = workshop.stored(chat);

        var again =
                secondHost(workshop).agent(LEAD).addCollaborator(chat, HELPER).orElseThrow();

        assertThat(again.known()).isTrue();
        assertThat(again.collaboration()).isEqualTo(first.collaboration());
        assertThat(again.level()).isEqualTo(Level.ADVISER);
        assertThat(workshop.stored(chat)).isEqualTo(before);
    }

    @Test
    @DisplayName("B-10 P-25 two hosts add the same agent at the same instant: one collaboration, one entry, one notice")
    @Clause(value = "ConversationStore.commit", read = Chapter.RULES)
    void addedAtOnce() {
        var workshop = workshop();
        var chat = workshop.chat();
        var other = secondHost(workshop);

        var outcomes = Together.run(
                () -> workshop.agent(OWNER).addCollaborator(chat, HELPER).orElseThrow(),
                () -> other.agent(LEAD).addCollaborator(chat, HELPER).orElseThrow());

        assertThat(outcomes)
                .extracting(added -> added.collaboration())
                .containsOnly(outcomes.get(0).collaboration());
        assertThat(outcomes).extracting(added -> added.known()).containsExactlyInAnyOrder(true, false);
        assertThat(workshop.kinds(chat)).containsOnlyOnce(EntryKind.COLLABORATION_STARTED);
        assertThat(workshop.told(HELPER)).containsExactly(NotificationKind.ADDED);
    }

    @Test
    @DisplayName("B-10 somebody who was asked is added directly: the invitation is gone and they are on it")
    @Clause(value = "ConversationStore.commit", read = Chapter.RULES)
    void addReplacesInvitation() {
        var workshop = workshop().ruledBy(InvitationSuite.ASKED, InvitationSuite.BY_LEADS);
        var chat = workshop.chat();
        workshop.agent(OWNER).addCollaborator(chat, HELPER).orElseThrow();
        assertThat(workshop.collaborators(chat)).isEmpty();

        workshop.agent(LEAD).addCollaborator(chat, HELPER).orElseThrow();

        assertThat(workshop.head(chat).invitations()).isEmpty();
        assertThat(workshop.collaborators(chat)).containsExactly(HELPER);
        refused(workshop.agent(HELPER).accept(chat)).isEqualTo(Reason.INVITATION_OVER);
    }

    @Test
    @DisplayName(
            "B-11 a grant opens this one conversation to an agent of elsewhere, on every surface, and nothing besides")
    @Clause(value = "ConversationStore.find", read = Chapter.RULES)
    void theGrantAlone() {
        var workshop = workshop();
        var closed = workshop.chat();
        var chat = workshop.chat(OUTSIDER);
        workshop.agent(OWNER).note(chat, "The left pedal").orElseThrow();

        assertThat(workshop.texts(OUTSIDER, chat)).containsExactly(QUESTION, "The left pedal");
        assertThat(workshop.list(OUTSIDER, ListKind.ALL)).containsExactly(chat);
        assertThat(workshop.unread(OUTSIDER, chat)).isEqualTo(1);

        assertThat(workshop.texts(OUTSIDER, closed)).isEmpty();
        refused(workshop.agent(OUTSIDER).view(closed)).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(workshop.list(OUTSIDER, ListKind.QUEUE)).isEmpty();
    }

    @Test
    @DisplayName("B-12 P-25 of two hosts that add for the last place one is admitted and the other told LIMIT_REACHED")
    @Clause(value = "ConversationStore.commit", read = Chapter.CONCURRENCY)
    void lastPlace() {
        var workshop = workshop().policy(policy -> policy.withLimit(2));
        var chat = workshop.chat(PEER);
        var other = secondHost(workshop);

        var outcomes = Together.run(
                () -> workshop.agent(OWNER).addCollaborator(chat, HELPER),
                () -> other.agent(LEAD).addCollaborator(chat, EXPERT));

        assertThat(outcomes).filteredOn(outcome -> outcome.isDone()).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.isDone())
                .singleElement()
                .satisfies(outcome -> refused(outcome).isEqualTo(Reason.LIMIT_REACHED));
        assertThat(workshop.collaborators(chat)).hasSize(2);
        assertThat(workshop.list(HELPER, ListKind.ALL).size()
                        + workshop.list(EXPERT, ListKind.ALL).size())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("B-12 P-16 an add for a place that was taken since is decided anew and refused")
    @Clause(value = "ConversationStore.commit", read = Chapter.RULES)
    void placeTakenBetween() {
        var workshop = workshop().policy(policy -> policy.withLimit(1));
        var chat = workshop.chat();
        var slow = workshop.host(Disturbed.afterLoad(
                workshop.storage,
                () -> workshop.agent(LEAD).addCollaborator(chat, EXPERT).orElseThrow()));

        refused(slow.agent(OWNER).addCollaborator(chat, HELPER)).isEqualTo(Reason.LIMIT_REACHED);

        assertThat(workshop.collaborators(chat)).containsExactly(EXPERT);
        assertThat(workshop.list(HELPER, ListKind.ALL)).isEmpty();
        assertThat(workshop.told(HELPER)).isEmpty();
    }

    @Test
    @DisplayName("B-12 a pending invitation holds its place until its time is over")
    @Clause(value = "ConversationStore.load", read = Chapter.RULES)
    void invitationHoldsAPlace() {
        var workshop = workshop().ruledBy(InvitationSuite.ASKED, InvitationSuite.BY_LEADS);
        workshop.policy(policy -> policy.withLimit(1));
        var chat = workshop.chat();
        workshop.agent(OWNER).addCollaborator(chat, HELPER).orElseThrow();

        refusedWithoutTrace(workshop, chat, () -> workshop.agent(LEAD).addCollaborator(chat, EXPERT))
                .isEqualTo(Reason.LIMIT_REACHED);
        workshop.pass(InvitationSuite.CHAT_TIME);

        assertThat(workshop.agent(LEAD).addCollaborator(chat, EXPERT).isDone()).isTrue();
    }

    @Test
    @DisplayName("B-12 the host's capacity is asked once per attempt, and its no leaves nothing")
    @Clause(value = "ConversationStore.commit", read = Chapter.RULES)
    void capacity() {
        var workshop = workshop();
        var chat = workshop.chat();
        var asked = new ArrayList<AgentId>();
        var full = workshop.host(
                workshop.storage,
                builder -> builder.capacity((agent, conversation) -> {
                    asked.add(agent);
                    return agent.equals(EXPERT);
                }));

        refusedWithoutTrace(workshop, chat, () -> full.agent(OWNER).addCollaborator(chat, HELPER))
                .isEqualTo(Reason.NO_CAPACITY);
        assertThat(full.agent(OWNER).addCollaborator(chat, EXPERT).isDone()).isTrue();

        assertThat(asked).containsExactly(HELPER, EXPERT);
        assertThat(workshop.collaborators(chat)).containsExactly(EXPERT);
    }

    @Test
    @DisplayName("B-13 nobody can tell an unknown agent from one who is not active any more")
    @Clause(value = "ConversationStore.commit", read = Chapter.RULES)
    void unknownOrInactive() {
        var workshop = workshop();
        var chat = workshop.chat();
        workshop.people.deactivate(HELPER);

        var inactive = workshop.agent(OWNER).addCollaborator(chat, HELPER);
        var unknown = workshop.agent(OWNER).addCollaborator(chat, new AgentId("nobody"));

        refusedWithoutTrace(workshop, chat, () -> workshop.agent(OWNER).addCollaborator(chat, HELPER))
                .isEqualTo(Reason.CANDIDATE_UNAVAILABLE);
        assertThat(inactive).isEqualTo(unknown);
    }

    @Test
    @DisplayName("B-14 an offline agent is added and said to be offline, unless policy refuses those")
    @Clause(value = "ConversationStore.commit", read = Chapter.RULES)
    void offline() {
        var workshop = workshop();
        var chat = workshop.chat();
        Stream.of(HELPER, EXPERT)
                .forEach(agent -> workshop.people.change(agent, person -> person.presence(Presence.OFFLINE)));

        assertThat(workshop.agent(OWNER)
                        .addCollaborator(chat, HELPER)
                        .orElseThrow()
                        .offline())
                .isTrue();
        workshop.policy(policy -> policy.withOfflineAllowed(false));

        refusedWithoutTrace(workshop, chat, () -> workshop.agent(OWNER).addCollaborator(chat, EXPERT))
                .isEqualTo(Reason.CANDIDATE_UNAVAILABLE);
        assertThat(workshop.texts(HELPER, chat)).containsExactly(QUESTION);
    }

    @Test
    @DisplayName("B-15 an agent who is the customer is never added and never reads it from the other side")
    @Clause(value = "ConversationStore.find", read = Chapter.RULES)
    void theCustomerThemselves() {
        var workshop = workshop();
        workshop.people.change(PEER, person -> person.customer(BUYER));
        workshop.people.change(ADMIN, person -> person.customer(BUYER));
        var chat = workshop.chat(HELPER);
        workshop.agent(OWNER).note(chat, "A difficult one").orElseThrow();

        refusedWithoutTrace(workshop, chat, () -> workshop.agent(OWNER).addCollaborator(chat, PEER))
                .isEqualTo(Reason.CANDIDATE_UNAVAILABLE);

        refused(workshop.agent(ADMIN).view(chat)).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(workshop.list(ADMIN, ListKind.ALL)).isEmpty();
        assertThat(workshop.buyerReads(chat)).containsExactly(QUESTION);
    }

    @Test
    @DisplayName("B-16 a bot is added where policy says so, and leaves a chat unattended all the same")
    @Clause(value = "ConversationStore.commit", read = Chapter.RULES)
    void bots() {
        var workshop = workshop();
        var chat = workshop.chat(HELPER);
        refusedWithoutTrace(workshop, chat, () -> workshop.agent(OWNER).addCollaborator(chat, ROBOT))
                .isEqualTo(Reason.CANDIDATE_UNAVAILABLE);
        workshop.policy(policy -> policy.withBotsAllowed(true));
        workshop.agent(OWNER).addCollaborator(chat, ROBOT).orElseThrow();
        workshop.agent(OWNER).release(chat).orElseThrow();
        workshop.told(LEAD);

        workshop.agent(HELPER).leave(chat).orElseThrow();

        assertThat(workshop.told(LEAD)).containsExactly(NotificationKind.UNATTENDED);
        assertThat(workshop.collaborators(chat)).containsExactly(ROBOT);
    }

    @Test
    @DisplayName("B-17 nobody is assigned: leads add, and whoever reads it otherwise is told so")
    @Clause(value = "ConversationStore.commit", read = Chapter.RULES)
    void unassigned() {
        var workshop = workshop();
        var chat = workshop.queued();

        refusedWithoutTrace(workshop, chat, () -> workshop.agent(PEER).addCollaborator(chat, HELPER))
                .isEqualTo(Reason.NO_ASSIGNEE);
        assertThat(workshop.agent(LEAD).addCollaborator(chat, HELPER).isDone()).isTrue();

        assertThat(workshop.list(PEER, ListKind.QUEUE)).containsExactly(chat);
        assertThat(workshop.list(HELPER, ListKind.COLLABORATING)).containsExactly(chat);
    }

    @Test
    @DisplayName(
            "B-18 a group is asked: on two hosts two members accept at once, one takes part, the other learns it is taken")
    @Clause(value = "ConversationStore.commit", read = Chapter.CONCURRENCY)
    void groupInvitation() {
        var workshop = workshop();
        var chat = workshop.chat();
        workshop.agent(OWNER).inviteGroup(chat, PARTS, AddOptions.NONE).orElseThrow();
        assertThat(workshop.texts(HELPER, chat)).isEmpty();
        assertThat(workshop.told(EXPERT)).containsExactly(NotificationKind.INVITED);
        var other = secondHost(workshop);

        var outcomes = Together.run(
                () -> workshop.agent(HELPER).accept(chat),
                () -> other.agent(EXPERT).accept(chat));

        assertThat(outcomes).filteredOn(outcome -> outcome.isDone()).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.isDone())
                .singleElement()
                .satisfies(outcome -> refused(outcome).isEqualTo(Reason.ALREADY_TAKEN));
        assertThat(workshop.collaborators(chat)).hasSize(1).isSubsetOf(List.of(HELPER, EXPERT));
    }

    @Test
    @DisplayName("B-18 membership counts at acceptance: who left the group is too late, who came to it is not")
    @Clause(value = "ConversationStore.load", read = Chapter.RULES)
    void membershipAtAcceptance() {
        var workshop = workshop();
        var chat = workshop.chat();
        workshop.agent(OWNER).inviteGroup(chat, PARTS, AddOptions.NONE).orElseThrow();
        workshop.people.change(HELPER, person -> person.groups());
        workshop.people.change(OUTSIDER, person -> person.groups(PARTS));

        refused(workshop.agent(HELPER).accept(chat)).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        workshop.agent(OUTSIDER).accept(chat).orElseThrow();

        var taken = workshop.head(chat).collaborationOf(OUTSIDER).orElseThrow();
        assertThat(taken.origin()).isEqualTo(CollaborationOrigin.INVITED);
        assertThat(taken.group()).isEqualTo(PARTS);
    }

    @Test
    @DisplayName("B-19 adding a superior is an escalation and stays one in the archive")
    @Clause(value = "CollaborationStore.find", read = Chapter.RULES)
    void escalation() {
        var workshop = workshop();
        var chat = workshop.chat(LEAD, HELPER);

        var field =
                workshop.agent(OWNER).view(chat).orElseThrow().collaborators().collaborators();
        workshop.agent(LEAD).leave(chat).orElseThrow();

        assertThat(field)
                .filteredOn(Collaborator::escalation)
                .extracting(Collaborator::agent)
                .containsExactly(LEAD);
        assertThat(workshop.desk().attribution(chat).orElseThrow())
                .filteredOn(one -> one.escalation())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.agent()).isEqualTo(LEAD);
                    assertThat(one.reason()).contains(EndReason.LEFT);
                });
    }
}
