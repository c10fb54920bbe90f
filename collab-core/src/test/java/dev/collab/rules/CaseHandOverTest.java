package dev.collab.rules;

import static dev.collab.rules.Shop.ACCESSORIES;
import static dev.collab.rules.Shop.ASHA;
import static dev.collab.rules.Shop.BO;
import static dev.collab.rules.Shop.CY;
import static dev.collab.rules.Shop.FIN;
import static dev.collab.rules.Shop.MO;
import static dev.collab.rules.Shop.SUE;
import static dev.collab.rules.Shop.ZED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.conversation.NoteDraft;
import dev.collab.model.CommandKey;
import dev.collab.model.GroupReading;
import dev.collab.model.WhenSwitchedOff;
import dev.collab.outcome.Details;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@DisplayName("Cases of handing over")
class CaseHandOverTest extends CaseScene {
    private static final CommandKey KEY = new CommandKey("hand-over");

    @Test
    @DisplayName(
            "B-9 B-12 B-38 B-65 B-70 given a full conversation, when it is transferred to one of its collaborators "
                    + "and the assignee stays, then they change places, it is as full as before and the customer notices nothing")
    void changingPlaces() {
        shop.policy(policy -> policy.withLimit(2));
        var chat = shop.assignedWith(BO, CY);

        unnoticed(
                chat,
                () -> assertThat(told(() -> shop.agent(ASHA).transferAndStay(chat, BO)))
                        .containsExactly("ASSIGNED bo"));

        for (var viewer : List.of(ASHA, BO, CY, SUE)) {
            assertThat(sight(viewer, chat)).isEqualTo("OPEN bo [cy RESPONDER, asha RESPONDER]");
        }
        assertThat(ended(chat)).containsExactly("bo BECAME_ASSIGNEE");
        refused(chat, Reason.LIMIT_REACHED, () -> shop.agent(BO).addCollaborator(chat, ZED));
        refused(chat, Reason.ALREADY_ASSIGNEE, () -> shop.agent(SUE).addCollaborator(chat, BO));
        assertThat(shop.agent(ASHA).reply(chat, "Bo goes on with you.").isDone())
                .isTrue();
    }

    @Test
    @DisplayName(
            "B-12 B-20 B-22 B-41 B-65 given the last place held by an invitation, when the assignee hands over and "
                    + "stays, then nothing is handed over, and the same command passes from the instant the invitation is over")
    void theLastPlaceIsHeld() {
        shop.policy(policy -> policy.withRules(ASK).withLimit(1));
        var chat = shop.assigned();
        shop.add(chat, BO);
        var asha = shop.agent(ASHA).keyed(KEY);

        refused(chat, Reason.LIMIT_REACHED, () -> asha.transferAndStay(chat, FIN));
        assertThat(sight(ASHA, chat)).isEqualTo("OPEN asha [] asked [bo]");
        shop.time.advance(Duration.ofMinutes(15).minusMillis(1));
        refused(chat, Reason.LIMIT_REACHED, () -> asha.transferAndStay(chat, FIN));
        shop.time.advance(Duration.ofMillis(1));
        assertThat(told(() -> asha.transferAndStay(chat, FIN))).contains("ASSIGNED fin");

        assertThat(sight(FIN, chat)).isEqualTo("OPEN fin [asha RESPONDER]");
        assertThat(sight(ASHA, chat)).isEqualTo("OPEN fin [asha RESPONDER]");
        assertThat(sight(BO, chat)).isEqualTo(NOTHING);
        refused(chat, Reason.UNKNOWN_CONVERSATION, () -> shop.agent(BO).accept(chat));
    }

    @Test
    @DisplayName(
            "B-2 B-7 B-9 B-65 given collaboration is switched off and those on it were kept, when the assignee hands "
                    + "over, then they cannot stay, but a collaborator can take it over and the others stay")
    void handedOverWhileOff() {
        shop.policy(policy -> policy.withWhenSwitchedOff(WhenSwitchedOff.KEEP));
        var chat = shop.assignedWith(BO, CY);
        shop.admin().disableCollaboration().orElseThrow();

        refused(chat, Reason.COLLABORATION_OFF, () -> shop.agent(ASHA).transferAndStay(chat, BO));
        refused(chat, Reason.COLLABORATION_OFF, () -> shop.agent(ASHA).transferAndStay(chat, ACCESSORIES));
        unnoticed(
                chat,
                () -> assertThat(told(() -> shop.agent(ASHA).transfer(chat, BO)))
                        .containsExactly("ASSIGNED bo"));

        assertThat(sight(BO, chat)).isEqualTo("OPEN bo hidden");
        assertThat(sight(CY, chat)).isEqualTo("OPEN bo hidden");
        assertThat(sight(SUE, chat)).isEqualTo("OPEN bo hidden");
        assertThat(sight(ASHA, chat)).isEqualTo(NOTHING);
        assertThat(shop.agent(CY).reply(chat, "Still here.").isDone()).isTrue();
        shop.admin().enableCollaboration().orElseThrow();
        assertThat(sight(BO, chat)).isEqualTo("OPEN bo [cy RESPONDER]");
    }

    @Test
    @DisplayName(
            "B-21 B-23 B-65 B-70 B-71 given an invitation, when its inviter hands the conversation over before it is "
                    + "answered, then it is accepted under the new assignee and the inviter is told, who reads nothing any more")
    void answeredAfterTheInviterLeft() {
        shop.policy(policy -> policy.withRules(ASK));
        var chat = shop.assigned();
        shop.add(chat, BO);
        assertThat(told(() -> shop.agent(ASHA).transfer(chat, FIN))).containsExactly("ASSIGNED fin");
        assertThat(sight(FIN, chat)).isEqualTo("OPEN fin [] asked [bo]");
        assertThat(sight(BO, chat)).isEqualTo(NOTHING);
        assertThat(shop.agent(BO).invitation(chat).orElseThrow().invitedBy()).isEqualTo("Asha");

        assertThat(told(() -> shop.agent(BO).accept(chat))).containsExactly("ANSWERED asha");

        assertThat(sight(FIN, chat)).isEqualTo("OPEN fin [bo RESPONDER]");
        assertThat(sight(ASHA, chat)).isEqualTo(NOTHING);
        refused(chat, Reason.UNKNOWN_CONVERSATION, () -> shop.agent(ASHA).removeCollaborator(chat, BO));
    }

    @Test
    @DisplayName(
            "B-53 B-54 B-62 B-65 given somebody was faster, when others claim, then those who saw it in their queue "
                    + "and those who lead learn who, a reader from elsewhere that it is not theirs, and strangers nothing")
    void losersOfAClaim() {
        var chat = shop.chat();
        shop.agent(SUE).addCollaborator(chat, BO).orElseThrow();
        assertThat(sight(FIN, chat)).isEqualTo("OPEN queue [bo RESPONDER]");
        var seenByFin = shop.head(chat).revision();

        assertThat(told(() -> shop.agent(ASHA).claim(chat))).isEmpty();

        assertThat(shop.head(chat).revision()).isEqualTo(seenByFin + 1);
        var taken = Outcome.rejected(Reason.ALREADY_ASSIGNED, new Details.Agents(List.of(ASHA)));
        assertThat(shop.agent(FIN).claim(chat)).isEqualTo(taken);
        assertThat(shop.agent(SUE).claim(chat)).isEqualTo(taken);
        refused(chat, Reason.NOT_PERMITTED, () -> shop.agent(BO).claim(chat));
        refused(chat, Reason.UNKNOWN_CONVERSATION, () -> shop.agent(MO).claim(chat));
        refused(chat, Reason.UNKNOWN_CONVERSATION, () -> shop.agent(ZED).claim(chat));
        assertThat(sight(FIN, chat)).isEqualTo(NOTHING);
        assertThat(sight(BO, chat)).isEqualTo("OPEN asha [bo RESPONDER]");
        shop.agent(ASHA).resolve(chat).orElseThrow();
        refused(chat, Reason.UNKNOWN_CONVERSATION, () -> shop.agent(FIN).claim(chat));
    }

    @Test
    @DisplayName(
            "B-33 B-41 B-65 given a claim that was lost, when the winner releases, then the same command is done, and "
                    + "its retry is answered alike even to one who has handed it on and reads nothing any more")
    void aLostClaimIsNotRemembered() {
        var chat = shop.assigned();
        var fin = shop.agent(FIN).keyed(KEY);
        refused(chat, Reason.ALREADY_ASSIGNED, () -> fin.claim(chat));
        shop.agent(ASHA).release(chat).orElseThrow();
        assertThat(sight(SUE, chat)).isEqualTo("OPEN queue []");

        var first = fin.claim(chat);

        assertThat(first.isDone()).isTrue();
        shop.agent(FIN).transfer(chat, ASHA).orElseThrow();
        var before = Story.stored(shop, chat);
        assertThat(fin.claim(chat)).isEqualTo(first);
        assertThat(Story.stored(shop, chat)).isEqualTo(before);
        assertThat(sight(FIN, chat)).isEqualTo(NOTHING);
        assertThat(sight(ASHA, chat)).isEqualTo("OPEN asha []");
    }

    @RepeatedTest(10)
    @DisplayName(
            "B-12 B-32 B-65 given one place, when the assignee hands over and stays while a lead adds somebody, then "
                    + "one of the two is refused and nothing is half done")
    void theLastPlaceIsContested() {
        shop.policy(policy -> policy.withLimit(1));
        var chat = shop.assigned();
        var other = shop.host(builder -> builder);

        var outcomes = Together.run(List.<Callable<Outcome<?>>>of(
                () -> shop.agent(ASHA).transferAndStay(chat, FIN),
                () -> other.agent(SUE).addCollaborator(chat, BO)));

        boolean handedOver = outcomes.get(0).isDone();
        assertThat(outcomes.get(1).isDone()).isNotEqualTo(handedOver);
        assertThat(reason(outcomes.get(handedOver ? 1 : 0))).isEqualTo(Reason.LIMIT_REACHED);
        assertThat(sight(SUE, chat)).isEqualTo(handedOver ? "OPEN fin [asha RESPONDER]" : "OPEN asha [bo RESPONDER]");
        assertThat(sight(FIN, chat)).isEqualTo(handedOver ? sight(SUE, chat) : NOTHING);
        assertThat(sight(BO, chat)).isEqualTo(handedOver ? NOTHING : sight(SUE, chat));
    }

    @Test
    @DisplayName("B-9 B-33 B-37 B-65 given an assignee who hands over to a group and stays, when they reply before and "
            + "after a collaborator of it claims, then the customer reads the inbox's name, then the new assignee's")
    void repliesWhileNobodyHasIt() {
        shop.settings(settings -> settings.withPublicName("The shop"));
        shop.people.change(BO, person -> person.publicName("Mr Bo"));
        var chat = shop.assignedWith(BO);

        unnoticed(
                chat, () -> shop.agent(ASHA).transferAndStay(chat, ACCESSORIES).orElseThrow());
        shop.agent(ASHA).reply(chat, "Somebody takes over.").orElseThrow();
        assertThat(sight(CY, chat)).isEqualTo("OPEN queue [bo RESPONDER, asha RESPONDER]");
        unnoticed(chat, () -> shop.agent(BO).claim(chat).orElseThrow());
        shop.agent(ASHA).reply(chat, "Here he is.").orElseThrow();
        shop.people.change(BO, person -> person.publicName("Somebody else"));

        assertThat(sight(ASHA, chat)).isEqualTo("OPEN bo [asha RESPONDER]");
        assertThat(sight(CY, chat)).isEqualTo(NOTHING);
        assertThat(customerReads(chat).subList(1, 3))
                .containsExactly("The shop: Somebody takes over.", "Mr Bo: Here he is.");
    }

    @Test
    @DisplayName(
            "B-45 B-53 B-65 B-71 given a note to the assignee, when the conversation is handed over and the assignee "
                    + "stays, then only the new assignee, its author and admins read it, whoever was its reader when it was written")
    void aNoteToTheRole() {
        shop.conversations(policy -> policy.withReading(GroupReading.ALL, true));
        var chat = shop.assignedWith(BO, CY);
        assertThat(told(() -> shop.agent(BO).note(chat, NoteDraft.of("For you").toAssignee())))
                .containsExactly("NOTE asha");

        unnoticed(chat, () -> shop.agent(ASHA).transferAndStay(chat, FIN).orElseThrow());

        for (var reader : List.of(FIN, BO, Shop.ADA)) {
            assertThat(reads(reader, chat)).contains("For you");
        }
        for (var other : List.of(ASHA, CY, SUE, MO)) {
            assertThat(sight(other, chat)).isEqualTo("OPEN fin [bo RESPONDER, cy RESPONDER, asha RESPONDER]");
            assertThat(reads(other, chat)).isNotEmpty().doesNotContain("For you");
        }
    }
}
