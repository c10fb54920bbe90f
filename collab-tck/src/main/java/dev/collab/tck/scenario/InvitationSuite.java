package dev.collab.tck.scenario;

import static dev.collab.tck.scenario.Workshop.ADMIN;
import static dev.collab.tck.scenario.Workshop.CLERK;
import static dev.collab.tck.scenario.Workshop.DEPOT;
import static dev.collab.tck.scenario.Workshop.EXPERT;
import static dev.collab.tck.scenario.Workshop.HELPER;
import static dev.collab.tck.scenario.Workshop.LEAD;
import static dev.collab.tck.scenario.Workshop.OWNER;
import static dev.collab.tck.scenario.Workshop.PEER;
import static dev.collab.tck.scenario.Workshop.QUESTION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.collaboration.AddOptions;
import dev.collab.model.AddRule;
import dev.collab.model.Adder;
import dev.collab.model.ConversationId;
import dev.collab.model.EndReason;
import dev.collab.model.EntryKind;
import dev.collab.model.Level;
import dev.collab.model.NotificationKind;
import dev.collab.outcome.Reason;
import dev.collab.spi.ConversationQuery.ListKind;
import dev.collab.tck.suite.Chapter;
import dev.collab.tck.suite.Clause;
import dev.collab.tck.suite.StorageBench;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Tells of invitations, and of collaborations that end by themselves. */
public abstract class InvitationSuite extends ScenarioSuite {
    static final AddRule ASKED = AddRule.allow("asked", Adder.ASSIGNEE).byInvitation();
    static final AddRule BY_LEADS = AddRule.allow("by leads", Adder.SUPERVISOR, Adder.ADMIN);
    static final Duration CHAT_TIME = Duration.ofMinutes(15);

    /**
     * Makes a suite.
     *
     * @param bench the storage under test
     */
    protected InvitationSuite(StorageBench bench) {
        super(bench);
    }

    private Workshop asking() {
        return workshop().ruledBy(ASKED, BY_LEADS);
    }

    @Test
    @DisplayName("B-20 by a rule that asks first, the question waits 15 minutes on a chat and a day on a ticket")
    @Clause(value = "ConversationStore.load", read = Chapter.RULES)
    void timeToLive() {
        var workshop = asking();
        var chat = workshop.chat();
        var ticket = workshop.ticket();
        var options = AddOptions.NONE.asking("Which chain?");
        for (var conversation : new ConversationId[] {chat, ticket}) {
            assertThat(workshop.agent(OWNER)
                            .addCollaborator(conversation, HELPER, options)
                            .orElseThrow()
                            .invitation())
                    .isPresent();
        }

        var now = workshop.time.instant();
        var asked = secondHost(workshop).agent(HELPER).invitation(chat).orElseThrow();

        assertThat(asked.question()).contains("Which chain?");
        assertThat(asked.expiresAt()).isEqualTo(now.plus(CHAT_TIME));
        assertThat(workshop.agent(HELPER).invitation(ticket).orElseThrow().expiresAt())
                .isEqualTo(now.plus(Duration.ofHours(24)));
    }

    @Test
    @DisplayName("B-21 whoever is asked sees the invitation and nothing else until they accept")
    @Clause(value = "ConversationStore.find", read = Chapter.RULES)
    void pendingSeesNothing() {
        var workshop = asking();
        var chat = workshop.chat();
        workshop.agent(OWNER).addCollaborator(chat, HELPER).orElseThrow();

        assertThat(workshop.agent(HELPER).invitation(chat).isDone()).isTrue();
        refused(workshop.agent(HELPER).view(chat)).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(workshop.texts(HELPER, chat)).isEmpty();
        assertThat(workshop.list(HELPER, ListKind.ALL)).isEmpty();
        refusedWithoutTrace(workshop, chat, () -> workshop.agent(HELPER).note(chat, "Let me in"))
                .isEqualTo(Reason.UNKNOWN_CONVERSATION);

        workshop.agent(HELPER).accept(chat).orElseThrow();

        assertThat(workshop.texts(HELPER, chat)).containsExactly(QUESTION);
        assertThat(workshop.told(OWNER)).contains(NotificationKind.ANSWERED);
    }

    @Test
    @DisplayName("B-21 whoever declines says why to the agents, and sees no more than before")
    @Clause(value = "ConversationStore.read", read = Chapter.RULES)
    void declined() {
        var workshop = asking();
        var chat = workshop.chat();
        workshop.agent(OWNER).addCollaborator(chat, HELPER).orElseThrow();

        workshop.agent(HELPER).decline(chat, Optional.of("Out of oil")).orElseThrow();

        var end = workshop.newest(chat);
        assertThat(end.kind()).isEqualTo(EntryKind.INVITATION_ENDED);
        assertThat(end.text()).isEqualTo("Out of oil");
        assertThat(workshop.buyerReads(chat)).containsExactly(QUESTION);
        refused(workshop.agent(HELPER).invitation(chat)).isIn(Reason.INVITATION_OVER, Reason.UNKNOWN_CONVERSATION);
        refused(workshop.agent(HELPER).view(chat)).isEqualTo(Reason.UNKNOWN_CONVERSATION);
    }

    @Test
    @DisplayName("B-22 an invitation is over when its time is, on every host, before any sweep")
    @Clause(value = "ConversationStore.load", read = Chapter.RULES)
    void overWhenRead() {
        var workshop = asking();
        var chat = workshop.chat();
        workshop.agent(OWNER).addCollaborator(chat, HELPER).orElseThrow();
        workshop.pass(CHAT_TIME.minusMillis(1));
        assertThat(workshop.agent(HELPER).invitation(chat).isDone()).isTrue();

        workshop.pass(Duration.ofMillis(1));

        refused(secondHost(workshop).agent(HELPER).accept(chat))
                .isIn(Reason.INVITATION_OVER, Reason.UNKNOWN_CONVERSATION);
        assertThat(workshop.head(chat).invitations())
                .as("what no sweep took out yet")
                .hasSize(1);
        assertThat(workshop.agent(OWNER)
                        .view(chat)
                        .orElseThrow()
                        .collaborators()
                        .invitations())
                .isEmpty();
    }

    @Test
    @DisplayName("B-22 a sweep writes down what is overdue, once, and tells the inviter")
    @Clause(value = "ConversationStore.overdue", read = Chapter.RULES)
    void swept() {
        var workshop = asking();
        var chat = workshop.chat();
        var later = workshop.ticket();
        workshop.agent(OWNER).addCollaborator(chat, HELPER).orElseThrow();
        workshop.agent(OWNER).addCollaborator(later, HELPER).orElseThrow();
        workshop.told(OWNER);
        assertThat(workshop.system().sweep(10)).isZero();
        workshop.pass(CHAT_TIME);

        assertThat(workshop.system().sweep(10)).isEqualTo(1);
        assertThat(workshop.system().sweep(10)).isZero();

        assertThat(workshop.kinds(chat)).containsOnlyOnce(EntryKind.INVITATION_ENDED);
        assertThat(workshop.kinds(later)).doesNotContain(EntryKind.INVITATION_ENDED);
        assertThat(workshop.told(OWNER)).containsExactly(NotificationKind.EXPIRED);
    }

    @Test
    @DisplayName(
            "B-23 resolving, moving, merging and switching off cancel what is pending; a late accept fails cleanly")
    @Clause(value = "ConversationStore.commit", read = Chapter.RULES)
    void cancelled() {
        var workshop = asking().depotOpen();
        var resolved = asked(workshop);
        var moved = asked(workshop);
        var merged = asked(workshop);
        var off = asked(workshop);
        workshop.agent(OWNER).resolve(resolved).orElseThrow();
        workshop.system().move(moved, DEPOT, Optional.empty()).orElseThrow();
        workshop.agent(LEAD).merge(merged, workshop.chat()).orElseThrow();
        workshop.desk().disableCollaboration().orElseThrow();

        for (var late : new ConversationId[] {resolved, moved, merged, off}) {
            refusedWithoutTrace(workshop, late, () -> workshop.agent(HELPER).accept(late))
                    .isIn(Reason.INVITATION_OVER, Reason.UNKNOWN_CONVERSATION);
            assertThat(workshop.texts(HELPER, late)).isEmpty();
        }
        assertThat(workshop.head(resolved).invitations()).isEmpty();
        assertThat(workshop.head(moved).invitations()).isEmpty();
        assertThat(workshop.head(merged).invitations()).isEmpty();
    }

    @Test
    @DisplayName("B-23 a transfer keeps what is pending, and the answer comes to the new assignee's conversation")
    @Clause(value = "ConversationStore.commit", read = Chapter.RULES)
    void transferKeepsInvitations() {
        var workshop = asking();
        var chat = asked(workshop);

        workshop.agent(OWNER).transfer(chat, PEER).orElseThrow();
        workshop.agent(HELPER).accept(chat).orElseThrow();

        assertThat(workshop.head(chat).assignee()).isEqualTo(PEER);
        assertThat(workshop.collaborators(chat)).containsExactly(HELPER);
    }

    @Test
    @DisplayName("B-24 a time box ends by itself in every list and for what is being composed; the archive has its end")
    @Clause(value = "ConversationStore.find", read = Chapter.RULES)
    void timeBox() {
        var workshop =
                workshop().ruledBy(AddRule.allow("an hour", Adder.ASSIGNEE).lasting(Duration.ofHours(1)));
        var chat = workshop.chat(HELPER);
        var started = workshop.time.instant();
        workshop.pass(Duration.ofMinutes(59));
        assertThat(workshop.list(HELPER, ListKind.COLLABORATING)).containsExactly(chat);

        workshop.pass(Duration.ofMinutes(1));

        assertThat(workshop.list(HELPER, ListKind.ALL)).isEmpty();
        refused(workshop.agent(HELPER).reply(chat, "Half a sentence")).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(workshop.system().sweep(10)).isEqualTo(1);
        assertThat(workshop.desk().attribution(chat).orElseThrow())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.reason()).contains(EndReason.TIME_BOX);
                    assertThat(one.endedAt()).contains(started.plus(Duration.ofHours(1)));
                });
        assertThat(workshop.told(HELPER)).containsExactly(NotificationKind.ADDED, NotificationKind.REMOVED);
    }

    @Test
    @DisplayName("B-20 B-26 an invitation holds at the level it said, whatever the rules allow by then")
    @Clause(value = "ConversationStore.commit", read = Chapter.RULES)
    void levelOfTheInvitation() {
        var workshop = asking();
        var chat = workshop.chat();
        workshop.agent(OWNER)
                .addCollaborator(chat, EXPERT, AddOptions.at(Level.OBSERVER))
                .orElseThrow();

        workshop.agent(EXPERT).accept(chat).orElseThrow();

        assertThat(workshop.head(chat).collaborationOf(EXPERT).orElseThrow().level())
                .isEqualTo(Level.OBSERVER);
        refusedWithoutTrace(workshop, chat, () -> workshop.agent(EXPERT).note(chat, "I only watch"))
                .isEqualTo(Reason.NOT_PERMITTED);
        refused(workshop.agent(CLERK).invitation(chat)).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(workshop.texts(ADMIN, chat)).containsExactly(QUESTION);
    }

    private static ConversationId asked(Workshop workshop) {
        var chat = workshop.chat();
        workshop.agent(OWNER).addCollaborator(chat, HELPER).orElseThrow();
        return chat;
    }
}
