package dev.collab.tck.scenario;

import static dev.collab.tck.scenario.Workshop.ADMIN;
import static dev.collab.tck.scenario.Workshop.BUYER;
import static dev.collab.tck.scenario.Workshop.CLERK;
import static dev.collab.tck.scenario.Workshop.COUNTER;
import static dev.collab.tck.scenario.Workshop.EXPERT;
import static dev.collab.tck.scenario.Workshop.HELPER;
import static dev.collab.tck.scenario.Workshop.LEAD;
import static dev.collab.tck.scenario.Workshop.OUTSIDER;
import static dev.collab.tck.scenario.Workshop.OWNER;
import static dev.collab.tck.scenario.Workshop.PARTS;
import static dev.collab.tck.scenario.Workshop.PEER;
import static dev.collab.tck.scenario.Workshop.QUESTION;
import static dev.collab.tck.scenario.Workshop.REPAIRS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.CandidateSearch;
import dev.collab.collaboration.AddOptions;
import dev.collab.collaboration.RuleRefusal;
import dev.collab.collaboration.RuleRefusals;
import dev.collab.conversation.NoteDraft;
import dev.collab.model.AddRule;
import dev.collab.model.Adder;
import dev.collab.model.AgentId;
import dev.collab.model.Candidates;
import dev.collab.model.CaseCondition;
import dev.collab.model.CaseFacts;
import dev.collab.model.Channel;
import dev.collab.model.ConversationId;
import dev.collab.model.EntryKind;
import dev.collab.model.HistoryWindow;
import dev.collab.model.Level;
import dev.collab.model.WhenSwitchedOff;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import dev.collab.spi.ConversationQuery.ListKind;
import dev.collab.tck.suite.Chapter;
import dev.collab.tck.suite.Clause;
import dev.collab.tck.suite.StorageBench;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Tells of switching on and off, and of who may add whom. */
public abstract class PolicySuite extends ScenarioSuite {
    /**
     * Makes a suite.
     *
     * @param bench the storage under test
     */
    protected PolicySuite(StorageBench bench) {
        super(bench);
    }

    @Test
    @DisplayName(
            "B-1 an inbox nobody touched is off at revision 0, and the first change is written down as it was made")
    @Clause(value = "InboxStore.history", read = Chapter.RULES)
    void untouchedInbox() {
        var workshop = untouched();
        var before = workshop.desk().settings().orElseThrow();
        assertThat(before.revision()).isZero();
        assertThat(before.collaboration().enabled()).isFalse();

        var after = workshop.desk().enableCollaboration().orElseThrow();

        assertThat(after.revision()).isEqualTo(1);
        assertThat(secondHost(workshop).admin(ADMIN).inbox(COUNTER).settings()).isEqualTo(Outcome.done(after));
        assertThat(workshop.desk().history(Long.MAX_VALUE, 10).orElseThrow())
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.admin()).isEqualTo(ADMIN);
                    assertThat(change.at()).isEqualTo(workshop.time.instant());
                    assertThat(change.before()).isEqualTo(before);
                    assertThat(change.after()).isEqualTo(after);
                });
        refused(workshop.collab.admin(OWNER).inbox(COUNTER).enableCollaboration())
                .isEqualTo(Reason.NOT_PERMITTED);
    }

    @Test
    @DisplayName("B-1 two admins change what both have read: the second is told so, and nothing of the first is lost")
    @Clause(value = "InboxStore.compareAndSet", read = Chapter.RULES)
    void concurrentChange() {
        var workshop = workshop();
        var read = workshop.desk().settings().orElseThrow();
        var first = workshop.desk().change(read.withPublicName("Wheels & Co")).orElseThrow();

        var second = secondHost(workshop)
                .admin(ADMIN)
                .inbox(COUNTER)
                .change(read.withCollaboration(read.collaboration().withLimit(3)));

        refused(second).isEqualTo(Reason.STALE_SETTINGS);
        assertThat(workshop.desk().settings()).isEqualTo(Outcome.done(first));
        assertThat(workshop.desk().history(Long.MAX_VALUE, 10).orElseThrow()).hasSize(2);
    }

    @Test
    @DisplayName("B-2 while it is off every way to add is refused alike, and the view hides the field")
    @Clause(value = "ConversationStore.load", read = Chapter.RULES)
    void everyWayIsShut() {
        var workshop = untouched().policy(policy -> policy.withMentionAdds(true));
        var chat = workshop.chat();
        var ways = List.<Supplier<Outcome<?>>>of(
                () -> workshop.agent(OWNER).addCollaborator(chat, HELPER),
                () -> workshop.agent(ADMIN).addCollaborator(chat, HELPER, AddOptions.NONE.asking("Please?")),
                () -> workshop.agent(OWNER).note(chat, NoteDraft.of("Ask Hal").mentioning(HELPER)),
                () -> workshop.agent(OWNER).transferAndStay(chat, PEER),
                () -> workshop.agent(OWNER).inviteGroup(chat, PARTS, AddOptions.NONE),
                () -> workshop.agent(LEAD).join(chat),
                () -> workshop.system().addCollaborator(chat, HELPER, AddOptions.NONE));

        for (var way : ways) {
            refusedWithoutTrace(workshop, chat, way).isEqualTo(Reason.COLLABORATION_OFF);
        }
        assertThat(workshop.agent(OWNER)
                        .view(chat)
                        .orElseThrow()
                        .collaborators()
                        .visible())
                .isFalse();
        assertThat(workshop.list(HELPER, ListKind.ALL)).isEmpty();
    }

    @Test
    @DisplayName("B-3 while it is on the view says who may edit, why others may not, who is there and who could be")
    @Clause(value = "ConversationStore.load", read = Chapter.RULES)
    void theField() {
        var workshop = workshop();
        var chat = workshop.chat(HELPER);

        var owners = workshop.agent(OWNER).view(chat).orElseThrow().collaborators();
        var helpers =
                secondHost(workshop).agent(HELPER).view(chat).orElseThrow().collaborators();

        assertThat(owners.visible() && owners.editable()).isTrue();
        assertThat(helpers.editable()).isFalse();
        assertThat(helpers.whyNot()).contains(Reason.NOT_PERMITTED);
        assertThat(helpers.collaborators()).singleElement().satisfies(hal -> {
            assertThat(hal.agent()).isEqualTo(HELPER);
            assertThat(hal.addedBy().id()).isEqualTo(OWNER.value());
            assertThat(hal.level()).isEqualTo(Level.RESPONDER);
        });
        assertThat(candidates(workshop, OWNER, chat))
                .contains(EXPERT, PEER, LEAD)
                .doesNotContain(OWNER);
    }

    @Test
    @DisplayName(
            "B-4 switched on and nothing else said, assignee and leads add any active agent at once, and nobody else")
    @Clause(value = "ConversationStore.commit", read = Chapter.RULES)
    void unlessSaid() {
        var workshop = workshop();
        var chat = workshop.chat();

        assertThat(workshop.agent(OWNER)
                        .addCollaborator(chat, OUTSIDER)
                        .orElseThrow()
                        .level())
                .isEqualTo(Level.RESPONDER);
        assertThat(workshop.agent(LEAD).addCollaborator(chat, HELPER).isDone()).isTrue();
        assertThat(workshop.agent(ADMIN).addCollaborator(chat, PEER).isDone()).isTrue();

        assertThat(workshop.texts(OUTSIDER, chat)).containsExactly(QUESTION);
        refusedWithoutTrace(workshop, chat, () -> workshop.agent(HELPER).addCollaborator(chat, EXPERT))
                .isEqualTo(Reason.NOT_PERMITTED);
        refusedWithoutTrace(workshop, chat, () -> workshop.agent(OWNER).addCollaborator(chat, OWNER))
                .isIn(Reason.CANNOT_ADD_SELF, Reason.ALREADY_ASSIGNEE);
    }

    @Test
    @DisplayName("B-4 the first rule that allows decides and is named, else every rule says why not")
    @Clause(value = "ConversationStore.commit", read = Chapter.RULES)
    void rulesInOrder() {
        var workshop = workshop()
                .ruledBy(
                        AddRule.allow("gold", Adder.ASSIGNEE).when(CaseCondition.ANY.attribute("tier", "gold")),
                        AddRule.allow("bells", Adder.ASSIGNEE)
                                .when(CaseCondition.ANY.topic("bells").channel(Channel.LIVE_CHAT))
                                .toAdd(PARTS)
                                .upTo(Level.ADVISER),
                        AddRule.allow("later", Adder.ASSIGNEE).toAdd(PARTS).when(CaseCondition.ANY.topic("bells")));
        var chat = workshop.chat();

        var plain = workshop.agent(OWNER).addCollaborator(chat, HELPER);
        workshop.system()
                .changeCase(chat, new CaseFacts(REPAIRS, Set.of("bells"), Map.of("tier", "tin")))
                .orElseThrow();
        var added = workshop.agent(OWNER).addCollaborator(chat, HELPER).orElseThrow();

        List<RuleRefusal> refusals = plain.fold(done -> List.of(), no -> ((RuleRefusals) no.details()).refusals());
        assertThat(refusals).extracting(RuleRefusal::rule).containsExactly("gold", "bells", "later");
        assertThat(added.level()).isEqualTo(Level.ADVISER);
        assertThat(workshop.head(chat).collaborationOf(HELPER).orElseThrow().rule())
                .isEqualTo("bells");
    }

    @Test
    @DisplayName("B-4 a collaborator adds nobody above their own level or behind their own window")
    @Clause(value = "ConversationStore.commit", read = Chapter.RULES)
    void ownLevelAndWindow() {
        var workshop = workshop().ruledBy(AddRule.UNLESS_SAID, AddRule.allow("helpers help", Adder.COLLABORATOR));
        var chat = workshop.chat();
        var advising = AddOptions.at(Level.ADVISER).reading(HistoryWindow.FROM_ADD);
        workshop.agent(OWNER).addCollaborator(chat, HELPER, advising).orElseThrow();

        refusedWithoutTrace(
                        workshop,
                        chat,
                        () -> workshop.agent(HELPER).addCollaborator(chat, EXPERT, AddOptions.at(Level.RESPONDER)))
                .isEqualTo(Reason.LEVEL_TOO_HIGH);
        refusedWithoutTrace(
                        workshop,
                        chat,
                        () -> workshop.agent(HELPER)
                                .addCollaborator(
                                        chat,
                                        EXPERT,
                                        AddOptions.at(Level.ADVISER).reading(HistoryWindow.FULL)))
                .isEqualTo(Reason.WINDOW_TOO_WIDE);
        assertThat(workshop.agent(HELPER)
                        .addCollaborator(chat, EXPERT, advising)
                        .isDone())
                .isTrue();

        assertThat(workshop.texts(EXPERT, chat)).doesNotContain(QUESTION);
    }

    @Test
    @DisplayName("B-5 who is found can be added and who is hidden is refused like somebody unknown")
    @Clause(value = "ConversationStore.commit", read = Chapter.RULES)
    void searchAndAdd() {
        var workshop = workshop().ruledBy(AddRule.allow("peers", Adder.ASSIGNEE).toAdd(Candidates.PEERS));
        var chat = workshop.chat();

        var found = candidates(workshop, OWNER, chat);

        assertThat(found).contains(PEER).doesNotContain(HELPER, CLERK, OWNER);
        var hidden =
                refusedWithoutTrace(workshop, chat, () -> workshop.agent(OWNER).addCollaborator(chat, HELPER));
        hidden.isEqualTo(Reason.CANDIDATE_UNAVAILABLE);
        assertThat(workshop.agent(OWNER).addCollaborator(chat, HELPER))
                .isEqualTo(workshop.agent(OWNER).addCollaborator(chat, new AgentId("nobody")));
        assertThat(workshop.agent(OWNER).addCollaborator(chat, PEER).isDone()).isTrue();
    }

    @Test
    @DisplayName("B-6 a grant's entry keeps the revision that decided it, and a later case leaves the grant alone")
    @Clause(value = "ConversationStore.read", read = Chapter.RULES)
    void revisionOfTheDecision() {
        var workshop = workshop()
                .ruledBy(AddRule.allow("repairs only", Adder.ASSIGNEE).when(CaseCondition.ANY.group(REPAIRS)));
        var chat = workshop.chat(HELPER);
        var decided = workshop.newest(chat).settingsRevision();
        workshop.policy(policy -> policy.withLimit(4));

        workshop.system().changeCase(chat, CaseFacts.of(PARTS)).orElseThrow();

        assertThat(decided).isEqualTo(2L);
        assertThat(workshop.entries(chat))
                .filteredOn(entry -> entry.kind() == EntryKind.COLLABORATION_STARTED)
                .singleElement()
                .satisfies(entry -> assertThat(entry.settingsRevision()).isEqualTo(decided));
        assertThat(workshop.collaborators(chat)).containsExactly(HELPER);
    }

    @Test
    @DisplayName("B-7 switched off, the helper is out of every list and view at once, before anything is written")
    @Clause(value = "ConversationStore.find", read = Chapter.RULES)
    void switchedOff() {
        var workshop = workshop();
        var chat = workshop.chat(HELPER);
        assertThat(workshop.list(HELPER, ListKind.COLLABORATING)).containsExactly(chat);
        int entries = workshop.entries(chat).size();

        workshop.desk().disableCollaboration().orElseThrow();

        assertThat(workshop.list(HELPER, ListKind.COLLABORATING)).isEmpty();
        assertThat(workshop.list(HELPER, ListKind.ALL)).isEmpty();
        refused(secondHost(workshop).agent(HELPER).view(chat)).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        refused(workshop.agent(HELPER).reply(chat, "Still me")).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(workshop.entries(chat)).hasSize(entries);

        workshop.agent(OWNER).note(chat, "Alone again").orElseThrow();

        assertThat(workshop.kinds(chat)).containsOnlyOnce(EntryKind.COLLABORATION_ENDED);
    }

    @Test
    @DisplayName("B-7 P-16 switched off while an add is being decided, the add is refused and nobody is on it")
    @Clause(value = "ConversationStore.commit", read = Chapter.RULES)
    void switchedOffMeanwhile() {
        var workshop = workshop();
        var chat = workshop.chat();
        var slow = workshop.host(Disturbed.afterLoad(
                workshop.storage, () -> workshop.desk().disableCollaboration().orElseThrow()));

        refusedWithoutTrace(workshop, chat, () -> slow.agent(OWNER).addCollaborator(chat, HELPER))
                .isEqualTo(Reason.COLLABORATION_OFF);

        assertThat(workshop.list(HELPER, ListKind.ALL)).isEmpty();
        refused(workshop.agent(HELPER).view(chat)).isEqualTo(Reason.UNKNOWN_CONVERSATION);
    }

    @Test
    @DisplayName("B-7 switched on again, nobody is revived and their places are free")
    @Clause(value = "ConversationStore.find", read = Chapter.RULES)
    void nobodyIsRevived() {
        var workshop = workshop().policy(policy -> policy.withLimit(1));
        var chat = workshop.chat(HELPER);
        workshop.desk().disableCollaboration().orElseThrow();
        workshop.desk().enableCollaboration().orElseThrow();

        assertThat(workshop.list(HELPER, ListKind.COLLABORATING)).isEmpty();
        assertThat(workshop.collaborators(chat)).isEmpty();
        assertThat(workshop.agent(OWNER).addCollaborator(chat, EXPERT).isDone()).isTrue();

        assertThat(workshop.list(EXPERT, ListKind.COLLABORATING)).containsExactly(chat);
        assertThat(workshop.collaborators(chat)).containsExactly(EXPERT);
    }

    @Test
    @DisplayName("B-7 under KEEP those who are on it stay when it is switched off")
    @Clause(value = "ConversationStore.find", read = Chapter.RULES)
    void kept() {
        var workshop = workshop().policy(policy -> policy.withWhenSwitchedOff(WhenSwitchedOff.KEEP));
        var chat = workshop.chat(HELPER);

        workshop.desk().disableCollaboration().orElseThrow();

        assertThat(workshop.list(HELPER, ListKind.COLLABORATING)).containsExactly(chat);
        assertThat(workshop.agent(HELPER).reply(chat, "I stay until I leave").isDone())
                .isTrue();
        refusedWithoutTrace(workshop, chat, () -> workshop.agent(OWNER).addCollaborator(chat, EXPERT))
                .isEqualTo(Reason.COLLABORATION_OFF);
    }

    @Test
    @DisplayName("B-8 the right to add is withdrawn: who was added stays, nobody is added any more")
    @Clause(value = "ConversationStore.commit", read = Chapter.RULES)
    void rightWithdrawn() {
        var workshop = workshop();
        var chat = workshop.chat(HELPER);

        workshop.ruledBy();
        workshop.pass(Duration.ofMinutes(1));

        refusedWithoutTrace(workshop, chat, () -> workshop.agent(OWNER).addCollaborator(chat, EXPERT))
                .isEqualTo(Reason.NOT_PERMITTED);
        assertThat(workshop.agent(HELPER).reply(chat, "Oil it").isDone()).isTrue();
        assertThat(workshop.buyerReads(chat)).containsExactly(QUESTION, "Oil it");
        assertThat(workshop.collab.customer(BUYER).view(chat).orElseThrow().messages())
                .isEqualTo(2);
    }

    private static List<AgentId> candidates(Workshop workshop, AgentId viewer, ConversationId conversation) {
        return workshop
                .agent(viewer)
                .candidates(conversation, CandidateSearch.of(""))
                .orElseThrow()
                .candidates()
                .stream()
                .map(candidate -> candidate.agent())
                .toList();
    }
}
