package dev.collab.rules;

import static dev.collab.rules.Shop.ACCESSORIES;
import static dev.collab.rules.Shop.ASHA;
import static dev.collab.rules.Shop.BO;
import static dev.collab.rules.Shop.CARL;
import static dev.collab.rules.Shop.CY;
import static dev.collab.rules.Shop.FIN;
import static dev.collab.rules.Shop.FOOTWEAR;
import static dev.collab.rules.Shop.SUE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.collaboration.AddOptions;
import dev.collab.model.AddRule;
import dev.collab.model.Adder;
import dev.collab.model.CommandKey;
import dev.collab.model.EntryKind;
import dev.collab.model.Level;
import dev.collab.outcome.Reason;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Cases of who holds a place")
class CasePlacesTest extends CaseScene {
    private static final AddRule FOR_AN_HOUR =
            AddRule.allow("an hour", Adder.ASSIGNEE).lasting(Duration.ofHours(1));

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName("B-9 B-12 B-21 B-23 B-65 given the last place held by an invitation, when its invitee is handed the "
            + "conversation or claims it, then there is nothing left to accept and the place is free")
    void theInviteeBecomesTheAssignee(boolean handed) {
        shop.policy(policy -> policy.withLimit(1)
                .withRules(
                        AddRule.allow("ask", Adder.ASSIGNEE, Adder.SUPERVISOR).byInvitation()));
        var chat = handed ? shop.assigned() : shop.chat();
        shop.agent(SUE).addCollaborator(chat, FIN).orElseThrow();

        unnoticed(chat, () -> {
            var taken = handed
                    ? shop.agent(ASHA).transfer(chat, FIN)
                    : shop.agent(FIN).claim(chat);
            taken.orElseThrow();
        });

        assertThat(sight(FIN, chat)).isEqualTo("OPEN fin []");
        refused(chat, Reason.INVITATION_OVER, () -> shop.agent(FIN).accept(chat));
        assertThat(shop.entries(chat, EntryKind.INVITATION_ENDED)).hasSize(1);
        assertThat(told(() -> shop.agent(FIN).addCollaborator(chat, BO))).containsExactly("INVITED bo");
        assertThat(sight(SUE, chat)).isEqualTo("OPEN fin [] asked [bo]");
    }

    @Test
    @DisplayName(
            "B-9 B-18 B-23 B-65 given a group is invited, when one of its members becomes the assignee, then they cannot "
                    + "accept for it, and another member can")
    void aMemberBecomesTheAssignee() {
        var chat = shop.chat();
        shop.agent(SUE)
                .inviteGroup(chat, FOOTWEAR, AddOptions.at(Level.OBSERVER))
                .orElseThrow();
        shop.agent(FIN).claim(chat).orElseThrow();

        assertThat(sight(FIN, chat)).isEqualTo("OPEN fin [] asked [group footwear]");
        var before = Story.stored(shop, chat);
        assertThat(shop.agent(FIN).accept(chat).isDone()).isFalse();
        assertThat(Story.stored(shop, chat)).isEqualTo(before);
        assertThat(told(() -> shop.agent(ASHA).accept(chat))).containsExactly("ANSWERED sue");

        assertThat(sight(FIN, chat)).isEqualTo("OPEN fin [asha OBSERVER]");
        refused(chat, Reason.NOT_PERMITTED, () -> shop.agent(ASHA).reply(chat, "Hello"));
    }

    @Test
    @DisplayName(
            "B-10 B-12 B-21 B-70 given the last place held by an invitation, when a lead adds the invitee directly, then the "
                    + "add takes the invitation's place, and a second add by anybody changes nothing")
    void addedInsteadOfInvited() {
        shop.policy(policy -> policy.withLimit(1).withRules(ASK, AddRule.allow("at once", Adder.SUPERVISOR)));
        var chat = shop.assigned();
        shop.add(chat, BO);
        refused(chat, Reason.LIMIT_REACHED, () -> shop.agent(SUE).addCollaborator(chat, CY));

        var first = shop.agent(SUE)
                .addCollaborator(chat, BO, AddOptions.at(Level.ADVISER))
                .orElseThrow();

        assertThat(sight(BO, chat)).isEqualTo("OPEN asha [bo ADVISER]");
        var before = Story.stored(shop, chat);
        var second = shop.agent(ASHA).addCollaborator(chat, BO).orElseThrow();
        assertThat(second.known()).isTrue();
        assertThat(second.collaboration()).isEqualTo(first.collaboration()).isPresent();
        assertThat(second.level()).isEqualTo(Level.ADVISER);
        assertThat(Story.stored(shop, chat)).isEqualTo(before);
        refused(chat, Reason.INVITATION_OVER, () -> shop.agent(BO).accept(chat));
        assertThat(shop.entries(chat, EntryKind.INVITATION_ENDED))
                .singleElement()
                .satisfies(entry -> assertThat(entry.facts()).containsEntry("reason", "REPLACED"));
    }

    @Test
    @DisplayName(
            "B-12 B-24 B-42 B-64 B-70 given the older of two suspended collaborators had an hour, when the ticket is "
                    + "reopened later with one place, then their time is over and the younger one has the place")
    void resumedInsteadOfTheOlder() {
        shop.policy(policy -> policy.withRules(FOR_AN_HOUR, AddRule.allow("for good", Adder.SUPERVISOR)));
        var ticket = shop.assignedTicket();
        shop.add(ticket, BO);
        shop.agent(SUE).addCollaborator(ticket, CY).orElseThrow();
        shop.agent(ASHA).resolve(ticket).orElseThrow();
        shop.policy(policy -> policy.withLimit(1));
        shop.time.advance(Duration.ofHours(1).minusMillis(1));
        assertThat(sight(BO, ticket)).isEqualTo("RESOLVED asha [bo RESPONDER suspended, cy RESPONDER suspended]");
        refused(ticket, Reason.WRONG_STATE, () -> shop.agent(BO).note(ticket, "Mine"));
        shop.time.advance(Duration.ofMillis(1));
        assertThat(sight(BO, ticket)).isEqualTo(NOTHING);

        var told = told(() -> shop.customer().write(ticket, "They pinch."));

        assertThat(told).contains("REMOVED bo", "CUSTOMER_WROTE asha", "CUSTOMER_WROTE cy");
        assertThat(told).doesNotContain("CUSTOMER_WROTE bo", "REOPENED bo", "REMOVED cy");
        assertThat(ended(ticket)).containsExactly("bo TIME_BOX");
        assertThat(sight(CY, ticket)).isEqualTo("OPEN asha [cy RESPONDER]");
        assertThat(sight(BO, ticket)).isEqualTo(NOTHING);
    }

    @Test
    @DisplayName(
            "B-12 B-24 B-35 B-65 given the last place held by somebody whose time ends, when the assignee hands over and "
                    + "stays, then that is refused until the end and done from then on, and a lead finds no place to join")
    void theTimeBoxFreesThePlace() {
        shop.policy(policy -> policy.withRules(FOR_AN_HOUR).withLimit(1));
        var chat = shop.assigned();
        shop.add(chat, BO);
        shop.time.advance(Duration.ofHours(1).minusMillis(1));
        refused(chat, Reason.LIMIT_REACHED, () -> shop.agent(ASHA).transferAndStay(chat, FIN));
        refused(chat, Reason.LIMIT_REACHED, () -> shop.agent(SUE).join(chat));

        shop.time.advance(Duration.ofMillis(1));
        assertThat(told(() -> shop.agent(ASHA).transferAndStay(chat, FIN)))
                .containsExactlyInAnyOrder("REMOVED bo", "ASSIGNED fin");

        refused(chat, Reason.LIMIT_REACHED, () -> shop.agent(SUE).join(chat));
        shop.time.advance(Duration.ofDays(1));
        // Who stays needs no rule, and so has no rule's time either.
        assertThat(sight(ASHA, chat)).isEqualTo("OPEN fin [asha RESPONDER]");
        assertThat(ended(chat)).containsExactly("bo TIME_BOX");
    }

    @Test
    @DisplayName(
            "B-15 B-41 B-52 B-54 B-58 given a collaborator, when the directory says that they are the customer, then the "
                    + "agent side is shut to them, what they did stays, and nobody can add or hand it to them")
    void theCollaboratorIsTheCustomer() {
        var chat = shop.assignedWith(BO, CY);
        var key = new CommandKey("k");
        var first = shop.agent(BO).keyed(key).reply(chat, "A little.");
        shop.people.change(BO, person -> person.customer(CARL).groups(ACCESSORIES, FOOTWEAR));

        assertThat(sight(BO, chat)).isEqualTo(NOTHING);
        refused(chat, Reason.UNKNOWN_CONVERSATION, () -> shop.agent(BO).reply(chat, "More."));
        refused(chat, Reason.UNKNOWN_CONVERSATION, () -> shop.agent(BO).leave(chat));
        assertThat(shop.agent(BO).keyed(key).reply(chat, "A little.")).isEqualTo(first);
        refused(chat, Reason.AGENT_UNAVAILABLE, () -> shop.agent(ASHA).transfer(chat, BO));
        shop.agent(ASHA).removeCollaborator(chat, BO).orElseThrow();
        refused(chat, Reason.CANDIDATE_UNAVAILABLE, () -> shop.agent(ASHA).addCollaborator(chat, BO));
        shop.agent(ASHA).release(chat).orElseThrow();
        refused(chat, Reason.UNKNOWN_CONVERSATION, () -> shop.agent(BO).claim(chat));

        assertThat(customerReads(chat)).endsWith("Asha: A little.");
        assertThat(sight(SUE, chat)).isEqualTo("OPEN queue [cy RESPONDER]");
        assertThat(sight(BO, chat)).isEqualTo(NOTHING);
    }
}
