package dev.collab.rules;

import static dev.collab.rules.Shop.ACCESSORIES;
import static dev.collab.rules.Shop.ASHA;
import static dev.collab.rules.Shop.BO;
import static dev.collab.rules.Shop.CY;
import static dev.collab.rules.Shop.FIN;
import static dev.collab.rules.Shop.SUE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.CandidateSearch;
import dev.collab.collaboration.AddOptions;
import dev.collab.conversation.NoteDraft;
import dev.collab.model.AddRule;
import dev.collab.model.Adder;
import dev.collab.model.CollaborationSettings;
import dev.collab.model.EntryKind;
import dev.collab.model.HistoryWindow;
import dev.collab.model.Level;
import dev.collab.model.WhenSwitchedOff;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Cases of switching off and of settings that change")
class CaseSwitchTest extends CaseScene {
    @ParameterizedTest
    @EnumSource(WhenSwitchedOff.class)
    @DisplayName(
            "B-7 B-12 B-21 B-23 given a pending invitation, when collaboration is switched off and on again, then it "
                    + "is over and its place free, its invitee a stranger, and only a new invitation can be accepted")
    void invitationsDoNotComeBack(WhenSwitchedOff choice) {
        shop.policy(policy -> policy.withRules(ASK).withLimit(1).withWhenSwitchedOff(choice));
        var chat = shop.assigned();
        shop.add(chat, BO);
        assertThat(shop.agent(BO).invitation(chat).isDone()).isTrue();

        shop.admin().disableCollaboration().orElseThrow();
        assertThat(sight(ASHA, chat)).isEqualTo("OPEN asha hidden");
        shop.admin().enableCollaboration().orElseThrow();

        assertThat(sight(ASHA, chat)).isEqualTo("OPEN asha []");
        assertThat(sight(BO, chat)).isEqualTo(NOTHING);
        refused(chat, Reason.UNKNOWN_CONVERSATION, () -> shop.agent(BO).invitation(chat));
        refused(chat, Reason.UNKNOWN_CONVERSATION, () -> shop.agent(BO).accept(chat));
        assertThat(told(() -> shop.agent(ASHA).addCollaborator(chat, CY))).contains("INVITED cy");
        assertThat(shop.entries(chat, EntryKind.INVITATION_ENDED))
                .singleElement()
                .satisfies(entry ->
                        assertThat(entry.facts()).containsEntry("agent", "bo").containsEntry("reason", "CANCELLED"));
        assertThat(told(() -> shop.agent(CY).accept(chat))).containsExactly("ANSWERED asha");
        assertThat(sight(CY, chat)).isEqualTo("OPEN asha [cy RESPONDER]");
    }

    @Test
    @DisplayName(
            "B-7 B-27 B-29 B-55 given a grant that switching off ended, when collaboration is on again and the same "
                    + "agent is added as adviser from here on, then they read from that entry on, and not what they wrote before")
    void addedAfterTheSwitch() {
        var chat = shop.assignedWith(BO);
        shop.agent(BO).note(chat, "Mine, from before").orElseThrow();
        shop.agent(BO).reply(chat, "Said to Carl before").orElseThrow();
        shop.admin().disableCollaboration().orElseThrow();
        refused(chat, Reason.UNKNOWN_CONVERSATION, () -> shop.agent(BO).reply(chat, "And"));
        shop.admin().enableCollaboration().orElseThrow();
        assertThat(sight(BO, chat)).isEqualTo(NOTHING);
        assertThat(sight(ASHA, chat)).isEqualTo("OPEN asha []");

        var again = AddOptions.at(Level.ADVISER).reading(HistoryWindow.FROM_ADD);
        unnoticed(
                chat,
                () -> assertThat(told(() -> shop.agent(ASHA).addCollaborator(chat, BO, again)))
                        .contains("ADDED bo"));
        shop.customer().write(chat, "And now?").orElseThrow();

        assertThat(sight(BO, chat)).isEqualTo("OPEN asha [bo ADVISER]");
        assertThat(reads(BO, chat)).containsExactly("And now?");
        assertThat(reads(ASHA, chat)).contains("Mine, from before", "Said to Carl before");
        assertThat(ended(chat)).containsExactly("bo SWITCHED_OFF");
        refused(chat, Reason.NOT_PERMITTED, () -> shop.agent(BO).reply(chat, "And"));
    }

    @Test
    @DisplayName(
            "B-2 B-7 B-18 B-46 B-65 given collaboration is switched off and collaborators stay, when anybody tries any "
                    + "way to add, then the reason is the same, and those who stayed can be mentioned, reply and leave")
    void everyWayIsShut() {
        shop.policy(policy -> policy.withMentionAdds(true)
                .withRules(AddRule.allow("all", Adder.ASSIGNEE, Adder.SYSTEM))
                .withWhenSwitchedOff(WhenSwitchedOff.KEEP));
        var chat = shop.assignedWith(BO);
        shop.admin().disableCollaboration().orElseThrow();
        var asha = shop.agent(ASHA);
        var system = shop.collab.system("router");

        for (var way : List.<Supplier<Outcome<?>>>of(
                () -> asha.addCollaborator(chat, CY),
                () -> asha.addCollaborators(chat, List.of(CY), AddOptions.NONE).get(CY),
                () -> asha.inviteGroup(chat, ACCESSORIES, AddOptions.NONE),
                () -> asha.note(chat, NoteDraft.of("Cy?").mentioning(CY)),
                () -> asha.transferAndStay(chat, FIN),
                () -> asha.candidates(chat, CandidateSearch.of("")),
                () -> system.addCollaborator(chat, CY, AddOptions.NONE),
                () -> system.inviteGroup(chat, ACCESSORIES, AddOptions.NONE),
                () -> shop.agent(SUE).join(chat))) {
            refused(chat, Reason.COLLABORATION_OFF, way);
        }

        assertThat(told(() -> asha.note(chat, NoteDraft.of("Bo?").mentioning(BO))))
                .containsExactly("MENTIONED bo");
        assertThat(told(() -> shop.agent(BO).reply(chat, "A little.")))
                .containsExactlyInAnyOrder("COLLEAGUE_REPLIED asha", "OUTGOING_REPLY carl");
        assertThat(sight(BO, chat)).isEqualTo("OPEN asha hidden");
        assertThat(shop.agent(BO).leave(chat).isDone()).isTrue();
        assertThat(sight(BO, chat)).isEqualTo(NOTHING);
    }

    @Test
    @DisplayName(
            "B-1 B-2 B-4 B-6 B-12 given a command was decided, when the settings change before it is committed, then "
                    + "it is decided by the new ones, and its entries name their revision")
    void settingsOvertakeACommand() {
        settingsOvertake(policy -> policy.withEnabled(false), Reason.COLLABORATION_OFF);
        shop.admin().enableCollaboration().orElseThrow();
        settingsOvertake(policy -> policy.withLimit(1), Reason.LIMIT_REACHED);
        shop.policy(policy -> policy.withLimit(10));
        settingsOvertake(policy -> policy.withRules(AddRule.allow("leads", Adder.SUPERVISOR)), Reason.NOT_PERMITTED);
        var chat = shop.assigned();

        var added = overtakenBy(() -> shop.policy(policy -> policy.withRules(
                        AddRule.allow("advice", Adder.SUPERVISOR).upTo(Level.ADVISER))))
                .agent(SUE)
                .addCollaborator(chat, BO)
                .orElseThrow();

        assertThat(added.level()).isEqualTo(Level.ADVISER);
        assertThat(sight(BO, chat)).isEqualTo("OPEN asha [bo ADVISER]");
        assertThat(shop.lastEntry(chat).settingsRevision())
                .isEqualTo(shop.settings().revision());
    }

    private void settingsOvertake(UnaryOperator<CollaborationSettings> change, Reason expected) {
        var chat = shop.assignedWith(CY);
        var before = Story.stored(shop, chat);

        var desk = overtakenBy(() -> shop.policy(change)).agent(ASHA);

        assertThat(reason(desk.addCollaborator(chat, BO))).isEqualTo(expected);
        assertThat(Story.stored(shop, chat)).isEqualTo(before);
        assertThat(sight(BO, chat)).isEqualTo(NOTHING);
    }

    @ParameterizedTest
    @EnumSource(WhenSwitchedOff.class)
    @DisplayName(
            "B-7 B-28 B-54 B-68 given a collaborator's reply was decided, when collaboration is switched off before it "
                    + "is committed, then under END it reaches nobody, and under KEEP it is done")
    void switchedOffUnderAReply(WhenSwitchedOff choice) {
        shop.policy(policy -> policy.withWhenSwitchedOff(choice));
        var chat = shop.assignedWith(BO);
        Post.taken(shop);

        var replied = overtakenBy(() -> shop.admin().disableCollaboration().orElseThrow())
                .agent(BO)
                .reply(chat, "A little.");

        if (choice == WhenSwitchedOff.KEEP) {
            assertThat(replied.isDone()).isTrue();
            assertThat(customerReads(chat)).endsWith("Asha: A little.");
            assertThat(sight(BO, chat)).isEqualTo("OPEN asha hidden");
        } else {
            assertThat(reason(replied)).isEqualTo(Reason.UNKNOWN_CONVERSATION);
            assertThat(customerReads(chat)).hasSize(1);
            assertThat(Post.taken(shop)).isEmpty();
            assertThat(sight(BO, chat)).isEqualTo(NOTHING);
            unnoticed(
                    chat,
                    () -> assertThat(told(() -> shop.agent(ASHA).note(chat, "Alone again.")))
                            .containsExactly("REMOVED bo"));
            assertThat(ended(chat)).containsExactly("bo SWITCHED_OFF");
        }
    }

    @Test
    @DisplayName(
            "B-4 B-6 B-8 B-25 B-26 given the right to add is withdrawn, when the assignee goes on with somebody they "
                    + "added, then they stay and reply, their level stands, and they can be removed but not brought back")
    void theRightIsWithdrawn() {
        var chat = shop.assigned();
        shop.agent(ASHA).addCollaborator(chat, BO, AddOptions.at(Level.ADVISER)).orElseThrow();
        shop.add(chat, CY);
        long led = shop.lastEntry(chat).settingsRevision();
        shop.policy(policy -> policy.withRules());

        assertThat(sight(ASHA, chat)).isEqualTo("OPEN asha [bo ADVISER, cy RESPONDER]");
        assertThat(shop.agent(CY).reply(chat, "A little.").isDone()).isTrue();
        refused(chat, Reason.NOT_PERMITTED, () -> shop.agent(ASHA).changeLevel(chat, BO, Level.RESPONDER));
        refused(chat, Reason.NOT_PERMITTED, () -> shop.agent(ASHA).changeLevel(chat, CY, Level.ADVISER));
        assertThat(told(() -> shop.agent(ASHA).removeCollaborator(chat, BO))).containsExactly("REMOVED bo");
        refused(chat, Reason.NOT_PERMITTED, () -> shop.agent(ASHA).addCollaborator(chat, BO));

        assertThat(sight(CY, chat)).isEqualTo("OPEN asha [cy RESPONDER]");
        assertThat(sight(BO, chat)).isEqualTo(NOTHING);
        assertThat(shop.entries(chat, EntryKind.COLLABORATION_STARTED))
                .extracting(entry -> entry.settingsRevision())
                .containsExactly(led, led);
    }

    @Test
    @DisplayName(
            "B-7 B-42 B-63 B-64 B-70 given collaborators suspended by a resolved ticket, when collaboration is switched "
                    + "off and on and the customer writes, then it is open again without them, and without a word to them")
    void reopenedAfterTheSwitch() {
        var ticket = shop.assignedTicket();
        shop.add(ticket, BO);
        shop.agent(ASHA).resolve(ticket).orElseThrow();
        assertThat(sight(BO, ticket)).isEqualTo("RESOLVED asha [bo RESPONDER suspended]");
        shop.admin().disableCollaboration().orElseThrow();
        assertThat(sight(BO, ticket)).isEqualTo(NOTHING);
        shop.admin().enableCollaboration().orElseThrow();

        var told = told(() -> shop.customer().write(ticket, "They pinch."));

        assertThat(told).contains("CUSTOMER_WROTE asha").doesNotContain("CUSTOMER_WROTE bo", "REOPENED bo");
        assertThat(sight(ASHA, ticket)).isEqualTo("OPEN asha []");
        assertThat(sight(BO, ticket)).isEqualTo(NOTHING);
        assertThat(ended(ticket)).containsExactly("bo SWITCHED_OFF");
        assertThat(customerReads(ticket)).endsWith("They pinch.");
    }
}
