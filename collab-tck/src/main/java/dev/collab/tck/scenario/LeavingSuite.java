package dev.collab.tck.scenario;

import static dev.collab.tck.scenario.Workshop.ADMIN;
import static dev.collab.tck.scenario.Workshop.CLERK;
import static dev.collab.tck.scenario.Workshop.EXPERT;
import static dev.collab.tck.scenario.Workshop.HELPER;
import static dev.collab.tck.scenario.Workshop.LEAD;
import static dev.collab.tck.scenario.Workshop.OWNER;
import static dev.collab.tck.scenario.Workshop.PEER;
import static dev.collab.tck.scenario.Workshop.QUESTION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.AgentDesk;
import dev.collab.collaboration.AddOptions;
import dev.collab.conversation.EntryRef;
import dev.collab.model.AddRule;
import dev.collab.model.Adder;
import dev.collab.model.AgentId;
import dev.collab.model.EndReason;
import dev.collab.model.EntryKind;
import dev.collab.model.HistoryWindow;
import dev.collab.model.Level;
import dev.collab.model.NotificationKind;
import dev.collab.model.TimelineEntry;
import dev.collab.outcome.Reason;
import dev.collab.spi.ConversationQuery.ListKind;
import dev.collab.tck.suite.Chapter;
import dev.collab.tck.suite.Clause;
import dev.collab.tck.suite.StorageBench;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Tells of leaving, removing, and what is left afterwards. */
public abstract class LeavingSuite extends ScenarioSuite {
    /**
     * Makes a suite.
     *
     * @param bench the storage under test
     */
    protected LeavingSuite(StorageBench bench) {
        super(bench);
    }

    @Test
    @DisplayName("B-25 assignee and leads remove anybody, a collaborator whom they added, and nobody the assignee")
    @Clause(value = "ConversationStore.commit", read = Chapter.RULES)
    void whoRemoves() {
        var workshop = workshop().ruledBy(AddRule.UNLESS_SAID, AddRule.allow("helpers", Adder.COLLABORATOR));
        var chat = workshop.chat(HELPER, PEER);
        workshop.agent(HELPER).addCollaborator(chat, EXPERT).orElseThrow();

        refusedWithoutTrace(workshop, chat, () -> workshop.agent(HELPER).removeCollaborator(chat, PEER))
                .isEqualTo(Reason.NOT_PERMITTED);
        refusedWithoutTrace(workshop, chat, () -> workshop.agent(LEAD).removeCollaborator(chat, OWNER))
                .isEqualTo(Reason.IS_ASSIGNEE);
        workshop.agent(HELPER).removeCollaborator(chat, EXPERT).orElseThrow();
        workshop.agent(LEAD).removeCollaborator(chat, PEER).orElseThrow();
        workshop.agent(HELPER).leave(chat).orElseThrow();

        assertThat(workshop.collaborators(chat)).isEmpty();
        assertThat(workshop.desk().attribution(chat).orElseThrow())
                .extracting(one -> one.reason().orElseThrow())
                .containsExactlyInAnyOrder(EndReason.REMOVED, EndReason.REMOVED, EndReason.LEFT);
        assertThat(workshop.told(EXPERT)).containsExactly(NotificationKind.ADDED, NotificationKind.REMOVED);
    }

    @Test
    @DisplayName("B-26 a lowered level holds from the next act on, on every host")
    @Clause(value = "ConversationStore.load", read = Chapter.RULES)
    void lowered() {
        var workshop = workshop();
        var chat = workshop.chat(HELPER);
        var helperElsewhere = secondHost(workshop).agent(HELPER);
        helperElsewhere.reply(chat, "Which gear?").orElseThrow();

        workshop.agent(OWNER).changeLevel(chat, HELPER, Level.ADVISER).orElseThrow();

        refusedWithoutTrace(workshop, chat, () -> helperElsewhere.reply(chat, "And which brand?"))
                .isEqualTo(Reason.NOT_PERMITTED);
        assertThat(helperElsewhere.note(chat, "Ask for the brand").isDone()).isTrue();
        refusedWithoutTrace(workshop, chat, () -> helperElsewhere.changeLevel(chat, HELPER, Level.RESPONDER))
                .isEqualTo(Reason.NOT_PERMITTED);
        assertThat(workshop.buyerReads(chat)).containsExactly(QUESTION, "Which gear?");
    }

    @Test
    @DisplayName("B-27 removed and added again is another collaboration, with a window and a level of its own")
    @Clause(value = "ConversationStore.read", read = Chapter.RULES)
    void addedAnew() {
        var workshop = workshop();
        var chat = workshop.chat();
        var first = workshop.agent(OWNER).addCollaborator(chat, HELPER).orElseThrow();
        workshop.agent(OWNER).removeCollaborator(chat, HELPER).orElseThrow();
        workshop.agent(OWNER).note(chat, "Between").orElseThrow();

        var second = workshop.agent(OWNER)
                .addCollaborator(chat, HELPER, AddOptions.at(Level.OBSERVER).reading(HistoryWindow.FROM_ADD))
                .orElseThrow();
        workshop.agent(OWNER).note(chat, "After").orElseThrow();

        assertThat(second.collaboration()).isNotEqualTo(first.collaboration());
        assertThat(workshop.texts(HELPER, chat)).containsExactly("After");
        assertThat(workshop.desk().attribution(chat).orElseThrow())
                .extracting(one -> one.level())
                .containsExactlyInAnyOrder(Level.RESPONDER, Level.OBSERVER);
    }

    @Test
    @DisplayName(
            "B-28 after the end every act is answered like an unknown conversation, or as to any reader; what was said stays")
    @Clause(value = "ConversationStore.load", read = Chapter.RULES)
    void actsAfterTheEnd() {
        var workshop = workshop();
        var chat = workshop.chat(HELPER, LEAD);
        workshop.agent(HELPER).reply(chat, "Use dry lube").orElseThrow();
        for (var gone : List.of(HELPER, LEAD)) {
            workshop.agent(OWNER).removeCollaborator(chat, gone).orElseThrow();
        }
        var elsewhere = secondHost(workshop);

        refusedWithoutTrace(workshop, chat, () -> elsewhere.agent(HELPER).reply(chat, "One more thing"))
                .isEqualTo(Reason.UNKNOWN_CONVERSATION);
        refusedWithoutTrace(workshop, chat, () -> elsewhere.agent(HELPER).redact(chat, 4))
                .isEqualTo(Reason.UNKNOWN_CONVERSATION);
        refusedWithoutTrace(workshop, chat, () -> elsewhere.agent(LEAD).reply(chat, "From outside"))
                .isEqualTo(Reason.NOT_A_PARTICIPANT);
        assertThat(workshop.buyerReads(chat)).containsExactly(QUESTION, "Use dry lube");
    }

    @Test
    @DisplayName("B-29 P-6 after the end there is nothing to see, their own entries included, on any surface")
    @Clause(value = "ConversationStore.find", read = Chapter.RULES)
    void nothingAfterTheEnd() {
        var workshop = workshop();
        var chat = workshop.chat(HELPER);
        long own =
                workshop.agent(HELPER).note(chat, "My own words").orElseThrow().sequence();

        workshop.agent(HELPER).leave(chat).orElseThrow();

        for (var desk : List.of(workshop.agent(HELPER), secondHost(workshop).agent(HELPER))) {
            assertSeesNothing(desk, workshop, new EntryRef(chat, own));
        }
        assertThat(workshop.texts(OWNER, chat)).containsExactly(QUESTION, "My own words");
    }

    private static void assertSeesNothing(AgentDesk desk, Workshop workshop, EntryRef own) {
        refused(desk.view(own.conversation())).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        refused(desk.markRead(own.conversation(), own.sequence())).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(desk.visible(List.of(own))).isEmpty();
        assertThat(workshop.texts(HELPER, own.conversation())).isEmpty();
        assertThat(workshop.list(HELPER, ListKind.ALL)).isEmpty();
    }

    @Test
    @DisplayName("B-30 who was added stays when the one who added them has gone")
    @Clause(value = "ConversationStore.commit", read = Chapter.RULES)
    void adderGone() {
        var workshop = workshop().ruledBy(AddRule.UNLESS_SAID, AddRule.allow("helpers", Adder.COLLABORATOR));
        var chat = workshop.chat(HELPER);
        workshop.agent(HELPER).addCollaborator(chat, EXPERT).orElseThrow();

        workshop.agent(OWNER).removeCollaborator(chat, HELPER).orElseThrow();
        workshop.people.deactivate(HELPER);

        assertThat(workshop.collaborators(chat)).containsExactly(EXPERT);
        assertThat(workshop.agent(EXPERT).reply(chat, "I go on").isDone()).isTrue();
        assertThat(workshop.list(EXPERT, ListKind.COLLABORATING)).containsExactly(chat);
    }

    @Test
    @DisplayName("B-31 several are added at once: an outcome for each, and no way to replace the list")
    @Clause(value = "ConversationStore.commit", read = Chapter.RULES)
    void outcomePerPerson() {
        var workshop = workshop().policy(policy -> policy.withLimit(2));
        var chat = workshop.chat(PEER);

        var outcomes = workshop.agent(OWNER)
                .addCollaborators(chat, List.of(new AgentId("nobody"), PEER, HELPER, EXPERT), AddOptions.NONE);

        assertThat(outcomes)
                .hasEntrySatisfying(
                        PEER, one -> assertThat(one.orElseThrow().known()).isTrue());
        assertThat(outcomes).hasEntrySatisfying(EXPERT, one -> refused(one).isEqualTo(Reason.LIMIT_REACHED));
        assertThat(outcomes.values()).filteredOn(one -> one.isDone()).hasSize(2);
        assertThat(workshop.collaborators(chat)).containsExactlyInAnyOrder(PEER, HELPER);
        assertThat(Arrays.stream(AgentDesk.class.getMethods()).map(method -> method.getName()))
                .noneMatch(name -> name.startsWith("set") || name.startsWith("replace"));
    }

    @Test
    @DisplayName("B-32 two hosts add and remove at the same instant: who is on it is what the timeline says")
    @Clause(value = "ConversationStore.commit", read = Chapter.CONCURRENCY)
    void addAndRemoveTogether() {
        var workshop = workshop();
        var chat = workshop.chat(HELPER);
        var other = secondHost(workshop);

        Together.run(
                () -> workshop.agent(OWNER).removeCollaborator(chat, HELPER).isDone(),
                () -> other.agent(LEAD).addCollaborator(chat, HELPER).isDone());

        var last = workshop.entries(chat).stream()
                .filter(entry -> entry.kind() == EntryKind.COLLABORATION_STARTED
                        || entry.kind() == EntryKind.COLLABORATION_ENDED)
                .reduce((before, after) -> after)
                .orElseThrow();
        boolean isOn = last.kind() == EntryKind.COLLABORATION_STARTED;
        assertThat(workshop.collaborators(chat)).isEqualTo(isOn ? List.of(HELPER) : List.of());
        assertThat(workshop.list(HELPER, ListKind.ALL)).hasSize(isOn ? 1 : 0);
        assertThat(workshop.entries(chat))
                .extracting(TimelineEntry::sequence)
                .containsExactlyElementsOf(Stream.iterate(0L, next -> next + 1)
                        .limit(workshop.entries(chat).size())
                        .toList());
    }

    @Test
    @DisplayName("B-33 a release queues it in the same commit; when the last collaborator leaves, leads are told")
    @Clause(value = "ConversationStore.find", read = Chapter.RULES)
    void releasedAndLeft() {
        var workshop = workshop();
        var chat = workshop.chat(HELPER);

        workshop.agent(OWNER).release(chat).orElseThrow();

        assertThat(workshop.newest(chat).kind()).isEqualTo(EntryKind.QUEUED);
        assertThat(workshop.list(PEER, ListKind.QUEUE)).containsExactly(chat);
        assertThat(workshop.list(CLERK, ListKind.QUEUE)).isEmpty();
        assertThat(workshop.collaborators(chat)).containsExactly(HELPER);
        workshop.told(LEAD);

        workshop.agent(HELPER).leave(chat).orElseThrow();

        assertThat(workshop.told(LEAD)).containsExactly(NotificationKind.UNATTENDED);
        assertThat(workshop.list(ADMIN, ListKind.QUEUE)).containsExactly(chat);
    }
}
