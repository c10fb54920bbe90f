package dev.collab.rules;

import static dev.collab.rules.Shop.ACCESSORIES;
import static dev.collab.rules.Shop.ADA;
import static dev.collab.rules.Shop.ASHA;
import static dev.collab.rules.Shop.BO;
import static dev.collab.rules.Shop.CY;
import static dev.collab.rules.Shop.FIN;
import static dev.collab.rules.Shop.FOOTWEAR;
import static dev.collab.rules.Shop.INBOX;
import static dev.collab.rules.Shop.MO;
import static dev.collab.rules.Shop.SUE;
import static dev.collab.rules.Shop.ZED;
import static dev.collab.rules.Shop.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.Added;
import dev.collab.CandidateSearch;
import dev.collab.collaboration.AddOptions;
import dev.collab.model.AddRule;
import dev.collab.model.Adder;
import dev.collab.model.AgentId;
import dev.collab.model.CaseFacts;
import dev.collab.model.Channel;
import dev.collab.model.ConversationId;
import dev.collab.model.EntryKind;
import dev.collab.model.HistoryWindow;
import dev.collab.model.InboxRole;
import dev.collab.model.Level;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Adding")
class AddingTest {
    private static final AddRule ASKING =
            AddRule.allow("ask first", Adder.ASSIGNEE).byInvitation();

    private final Shop shop = Shop.open();

    @Test
    @DisplayName("B-9 the assignee is refused")
    void assignee() {
        var chat = shop.assigned();
        var before = shop.entries(chat);

        assertThat(shop.agent(SUE).addCollaborator(chat, ASHA))
                .isEqualTo(Outcome.<Added>rejected(Reason.ALREADY_ASSIGNEE));
        assertThat(reason(shop.agent(ADA).addCollaborator(chat, ASHA, AddOptions.at(Level.OBSERVER))))
                .isEqualTo(Reason.ALREADY_ASSIGNEE);
        assertThat(shop.entries(chat)).isEqualTo(before);
    }

    @Test
    @DisplayName("B-9 a lead who is the assignee is refused on the path of joining as well")
    void assigneeJoins() {
        var chat = shop.chat();
        shop.agent(SUE).claim(chat).orElseThrow();

        assertThat(reason(shop.agent(SUE).join(chat))).isEqualTo(Reason.ALREADY_ASSIGNEE);
    }

    @Test
    @DisplayName("B-9 comes to an end for a collaborator who becomes assignee, in the same commit, by each way")
    void collaboratorBecomesAssignee() {
        var transferred = shop.assignedWith(BO);
        shop.agent(ASHA).transfer(transferred, BO).orElseThrow();
        assertTookOver(transferred, BO);

        var routed = shop.assignedWith(BO);
        shop.collab.system("router").transfer(routed, BO).orElseThrow();
        assertTookOver(routed, BO);

        var claimed = shop.assignedWith(FIN);
        shop.agent(ASHA).release(claimed).orElseThrow();
        shop.agent(FIN).claim(claimed).orElseThrow();
        assertTookOver(claimed, FIN);
    }

    private void assertTookOver(ConversationId chat, AgentId agent) {
        var head = shop.head(chat);
        assertThat(head.assignee()).isEqualTo(agent);
        assertThat(head.collaborations()).isEmpty();
        assertThat(shop.entries(chat, EntryKind.COLLABORATION_ENDED))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.facts())
                            .containsEntry("agent", agent.value())
                            .containsEntry("reason", "BECAME_ASSIGNEE");
                    assertThat(entry.revision()).isEqualTo(head.revision());
                });
    }

    @Test
    @DisplayName("B-9 goes on for the one who hands over to a collaborator and stays: they change places")
    void changePlaces() {
        var chat = shop.assignedWith(BO);

        shop.agent(ASHA).transferAndStay(chat, BO).orElseThrow();

        assertThat(shop.head(chat).assignee()).isEqualTo(BO);
        assertThat(shop.collaborators(chat)).containsExactly(ASHA);
    }

    @Test
    @DisplayName("B-10 somebody active changes nothing: the same collaboration, no entry, no signal, the same level")
    void idempotent() {
        var chat = shop.assigned();
        var first = shop.agent(ASHA)
                .addCollaborator(chat, BO, AddOptions.at(Level.ADVISER))
                .orElseThrow();
        var head = shop.head(chat);
        var entries = shop.entries(chat);
        int signals = shop.signal.changes().size();

        var again = List.of(
                shop.agent(ASHA).addCollaborator(chat, BO),
                shop.agent(SUE).addCollaborator(chat, BO),
                shop.agent(ADA).addCollaborator(chat, BO, AddOptions.at(Level.RESPONDER)),
                shop.agent(ASHA)
                        .addCollaborator(chat, BO, AddOptions.at(Level.OBSERVER).reading(HistoryWindow.FROM_ADD)));

        assertThat(again).allSatisfy(outcome -> {
            var added = outcome.orElseThrow();
            assertThat(added.known()).isTrue();
            assertThat(added.collaboration()).isEqualTo(first.collaboration());
            assertThat(added.level()).isEqualTo(Level.ADVISER);
        });
        assertThat(first.known()).isFalse();
        assertThat(shop.head(chat)).isEqualTo(head);
        assertThat(shop.entries(chat)).isEqualTo(entries);
        assertThat(shop.signal.changes()).hasSize(signals);
    }

    @Test
    @DisplayName("B-10 somebody active is idempotent also on a full conversation and where nothing more is allowed")
    void idempotentWhereNobodyNew() {
        shop.policy(policy -> policy.withLimit(1));
        var chat = shop.assignedWith(BO);
        shop.policy(policy ->
                policy.withRules(AddRule.allow("footwear", Adder.ASSIGNEE).toAdd(FOOTWEAR)));

        assertThat(shop.add(chat, BO).known()).isTrue();
        assertThat(reason(shop.agent(ASHA).addCollaborator(chat, FIN))).isEqualTo(Reason.LIMIT_REACHED);
    }

    @Test
    @DisplayName("B-10 the same agent by two at the same instant makes one collaboration and one entry")
    void atTheSameInstant() {
        var hosts = List.of(shop.collab, shop.host(builder -> builder));
        for (int round = 0; round < 100; round++) {
            var chat = shop.assigned();

            var added = Together.<Added>run(List.of(
                    () -> hosts.get(0).agent(ASHA).addCollaborator(chat, BO).orElseThrow(),
                    () -> hosts.get(1).agent(SUE).addCollaborator(chat, BO).orElseThrow(),
                    () -> hosts.get(0).agent(ADA).addCollaborator(chat, BO).orElseThrow()));

            assertThat(shop.head(chat).collaborations())
                    .singleElement()
                    .satisfies(grant -> assertThat(added)
                            .allSatisfy(one -> assertThat(one.collaboration()).contains(grant.id())));
            assertThat(added).filteredOn(one -> !one.known()).hasSize(1);
            assertThat(shop.entries(chat, EntryKind.COLLABORATION_STARTED)).hasSize(1);
        }
    }

    @Test
    @DisplayName("B-10 by invitation somebody who is invited already is idempotent too")
    void invitedTwice() {
        shop.policy(policy -> policy.withRules(ASKING));
        var chat = shop.assigned();
        var first = shop.add(chat, BO);
        var entries = shop.entries(chat);

        var second = shop.agent(ASHA)
                .addCollaborator(chat, BO, AddOptions.at(Level.OBSERVER).asking("Please?"))
                .orElseThrow();

        assertThat(second.known()).isTrue();
        assertThat(second.invitation()).isEqualTo(first.invitation());
        assertThat(second.level()).isEqualTo(first.level());
        assertThat(shop.entries(chat)).isEqualTo(entries);
    }

    @Test
    @DisplayName("B-10 directly replaces a pending invitation in the same commit, and takes its place")
    void replacesInvitation() {
        shop.policy(policy -> policy.withLimit(1).withRules(ASKING, AddRule.allow("leads", Adder.SUPERVISOR)));
        var chat = shop.assigned();
        var invited = shop.add(chat, BO);
        assertThat(invited.invitation()).isPresent();

        var added = shop.agent(SUE).addCollaborator(chat, BO).orElseThrow();

        var head = shop.head(chat);
        assertThat(added.known()).isFalse();
        assertThat(added.invitation()).isEmpty();
        assertThat(head.invitations()).isEmpty();
        assertThat(head.collaborations())
                .singleElement()
                .satisfies(grant -> assertThat(added.collaboration()).contains(grant.id()));
        assertThat(shop.entries(chat, EntryKind.INVITATION_ENDED))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.facts()).containsEntry("reason", "REPLACED");
                    assertThat(entry.revision()).isEqualTo(head.revision());
                });
    }

    @Test
    @DisplayName("B-10 directly leaves the invitations of others pending, and they hold their places")
    void leavesOtherInvitations() {
        shop.policy(policy -> policy.withLimit(1).withRules(ASKING, AddRule.allow("leads", Adder.SUPERVISOR)));
        var chat = shop.assignedWith(BO);

        assertThat(reason(shop.agent(SUE).addCollaborator(chat, CY))).isEqualTo(Reason.LIMIT_REACHED);
        assertThat(shop.head(chat).invitations()).hasSize(1);
    }

    @Test
    @DisplayName("B-11 gives access to this one conversation, whatever group and inbox the collaborator is of")
    void thisConversation() {
        for (var collaborator : List.of(BO, ZED, FIN, MO)) {
            var chat = shop.assigned();
            assertThat(reason(shop.timeline(collaborator, chat))).isEqualTo(Reason.UNKNOWN_CONVERSATION);

            shop.add(chat, collaborator);

            assertThat(shop.timeline(collaborator, chat)).isEqualTo(shop.timeline(ASHA, chat));
            assertThat(shop.agent(collaborator).view(chat).isDone()).isTrue();
            assertThat(shop.agent(collaborator).note(chat, "The old model.").isDone())
                    .isTrue();
            assertThat(shop.agent(collaborator).reply(chat, "The USB-C one.").isDone())
                    .isTrue();
        }
    }

    @Test
    @DisplayName("B-11 gives access to nothing else: no other conversation, no queue, no settings, no colleague")
    void nothingElse() {
        var other = shop.assigned();
        var queued = shop.chat();
        shop.assignedWith(BO);

        for (var conversation : List.of(other, queued)) {
            assertThat(reason(shop.agent(BO).view(conversation))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
            assertThat(reason(shop.timeline(BO, conversation))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
            assertThat(reason(shop.agent(BO).claim(conversation))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
            assertThat(reason(shop.agent(BO).join(conversation))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
            assertThat(reason(shop.timeline(CY, conversation))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        }
        assertThat(reason(shop.collab.admin(BO).inbox(INBOX).settings())).isEqualTo(Reason.NOT_PERMITTED);
    }

    @Test
    @DisplayName("B-11 lasts through a change of the collaborator's groups and inboxes")
    void groupsChange() {
        var chat = shop.assignedWith(BO);

        shop.people.change(BO, person -> person.groups().role(INBOX, InboxRole.AGENT));

        assertThat(shop.agent(BO).reply(chat, "The USB-C one.").isDone()).isTrue();
    }

    @Test
    @DisplayName("B-17 on an unassigned conversation is for leads, by the rules; others are refused")
    void unassigned() {
        shop.policy(policy -> policy.withRules(
                AddRule.allow("any", Adder.ANY_AGENT, Adder.SUPERVISOR).toAdd(ACCESSORIES)));
        var chat = shop.chat();

        assertThat(shop.agent(FIN).addCollaborator(chat, BO)).isEqualTo(Outcome.<Added>rejected(Reason.NO_ASSIGNEE));
        assertThat(reason(shop.agent(FIN).candidates(chat, CandidateSearch.of("", 10))))
                .isEqualTo(Reason.NO_ASSIGNEE);
        assertThat(reason(shop.agent(SUE).addCollaborator(chat, MO))).isEqualTo(Reason.CANDIDATE_UNAVAILABLE);
        assertThat(shop.agent(SUE).addCollaborator(chat, BO).isDone()).isTrue();
        assertThat(shop.agent(ADA).addCollaborator(chat, CY).isDone()).isTrue();
        assertThat(shop.head(chat).assignee()).isNull();
    }

    @Test
    @DisplayName("B-17 on an unassigned conversation is refused to leads whom no rule allows")
    void unassignedByTheRules() {
        shop.policy(policy -> policy.withRules(AddRule.allow("admins", Adder.ADMIN)));

        assertThat(reason(shop.agent(SUE).addCollaborator(shop.chat(), BO))).isEqualTo(Reason.NOT_PERMITTED);
    }

    @Test
    @DisplayName("B-17 is over for collaborators once the conversation is released, and back when it is claimed")
    void released() {
        shop.policy(policy -> policy.withRules(AddRule.allow("all", Adder.ASSIGNEE, Adder.COLLABORATOR)));
        var chat = shop.assignedWith(BO);
        shop.agent(ASHA).release(chat).orElseThrow();

        assertThat(reason(shop.agent(BO).addCollaborator(chat, CY))).isEqualTo(Reason.NO_ASSIGNEE);
        assertThat(reason(shop.agent(ASHA).addCollaborator(chat, CY))).isEqualTo(Reason.NO_ASSIGNEE);

        shop.claimed(chat);
        assertThat(shop.agent(BO).addCollaborator(chat, CY).isDone()).isTrue();
    }

    @Test
    @DisplayName("B-19 a superior marks the collaboration as an escalation, a peer does not")
    void escalation() {
        var chat = shop.assignedWith(SUE, ADA, FIN, BO);

        assertThat(shop.head(chat).collaborationOf(SUE))
                .hasValueSatisfying(grant -> assertThat(grant.escalation()).isTrue());
        assertThat(shop.head(chat).collaborationOf(ADA))
                .hasValueSatisfying(grant -> assertThat(grant.escalation()).isTrue());
        assertThat(shop.head(chat).collaborationOf(FIN))
                .hasValueSatisfying(grant -> assertThat(grant.escalation()).isFalse());
        assertThat(shop.agent(ASHA).view(chat).orElseThrow().collaborators().collaborators())
                .filteredOn(collaborator -> collaborator.escalation())
                .extracting(collaborator -> collaborator.agent())
                .containsExactly(SUE, ADA);
    }

    @Test
    @DisplayName("B-19 a supervisor of another group is no escalation; a superior who is invited is one")
    void escalationByInvitation() {
        var pat = new AgentId("pat");
        shop.people.add(
                pat, "Pat", person -> person.role(INBOX, InboxRole.SUPERVISOR).groups(ACCESSORIES));
        shop.policy(policy -> policy.withRules(ASKING));
        var chat = shop.assignedWith(pat, SUE);

        assertThat(shop.head(chat).invitations())
                .extracting(invitation -> invitation.escalation())
                .containsExactly(false, true);
    }

    @Test
    @DisplayName("B-19 looks at the conversation's group of that moment, and the mark stays")
    void escalationStays() {
        var chat = shop.assignedWith(SUE);

        shop.collab.system("router").changeCase(chat, CaseFacts.of(ACCESSORIES)).orElseThrow();
        shop.agent(ASHA).removeCollaborator(chat, FIN);

        assertThat(shop.head(chat).collaborationOf(SUE))
                .hasValueSatisfying(grant -> assertThat(grant.escalation()).isTrue());
        var elsewhere = shop.opened(Channel.LIVE_CHAT, CaseFacts.of(ACCESSORIES));
        shop.agent(ADA).addCollaborator(elsewhere, SUE).orElseThrow();
        assertThat(shop.head(elsewhere).collaborationOf(SUE))
                .hasValueSatisfying(grant -> assertThat(grant.escalation()).isFalse());
    }

    @Test
    @DisplayName("B-10 after an invitation has expired makes a new one")
    void afterExpiry() {
        shop.policy(policy -> policy.withRules(ASKING));
        var chat = shop.assigned();
        var first = shop.add(chat, BO);
        shop.time.advance(Duration.ofMinutes(15));

        var second = shop.add(chat, BO);

        assertThat(second.known()).isFalse();
        assertThat(second.invitation()).isNotEqualTo(first.invitation());
        assertThat(shop.head(chat).invitations()).hasSize(1);
    }
}
