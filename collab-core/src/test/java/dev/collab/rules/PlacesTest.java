package dev.collab.rules;

import static dev.collab.rules.Shop.ADA;
import static dev.collab.rules.Shop.ASHA;
import static dev.collab.rules.Shop.BO;
import static dev.collab.rules.Shop.BOT;
import static dev.collab.rules.Shop.CY;
import static dev.collab.rules.Shop.FIN;
import static dev.collab.rules.Shop.MO;
import static dev.collab.rules.Shop.NOBODY;
import static dev.collab.rules.Shop.SUE;
import static dev.collab.rules.Shop.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.Collab;
import dev.collab.collaboration.AddOptions;
import dev.collab.conversation.NoteDraft;
import dev.collab.model.AddRule;
import dev.collab.model.Adder;
import dev.collab.model.AgentId;
import dev.collab.model.CollaborationSettings;
import dev.collab.model.CommandKey;
import dev.collab.model.ConversationId;
import dev.collab.model.EntryKind;
import dev.collab.model.Level;
import dev.collab.model.Presence;
import dev.collab.outcome.Reason;
import dev.collab.spi.Capacity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Places")
class PlacesTest {
    private static final AddRule ASKING =
            AddRule.allow("ask first", Adder.ASSIGNEE).byInvitation();
    private static final AddRule LEADS = AddRule.allow("leads", Adder.SUPERVISOR, Adder.ADMIN);

    private final Shop shop = Shop.open();
    private final List<AgentId> asked = new ArrayList<>();

    @Test
    @DisplayName("B-12 a conversation holds ten unless policy says otherwise, and the eleventh is refused")
    void ten() {
        var chat = shop.assigned();
        var crowd = IntStream.rangeClosed(1, 11)
                .mapToObj(number -> new AgentId("helper-" + number))
                .toList();
        crowd.forEach(helper -> shop.people.add(helper, "Helper", person -> person));

        crowd.subList(0, 10).forEach(helper -> shop.add(chat, helper));

        assertThat(reason(shop.agent(ASHA).addCollaborator(chat, crowd.get(10))))
                .isEqualTo(Reason.LIMIT_REACHED);
        assertThat(reason(shop.agent(SUE).join(chat))).isEqualTo(Reason.LIMIT_REACHED);
        assertThat(reason(shop.agent(ASHA).transferAndStay(chat, FIN))).isEqualTo(Reason.LIMIT_REACHED);
        assertThat(shop.collaborators(chat)).hasSize(10);
        assertThat(shop.head(chat).assignee()).isEqualTo(ASHA);
    }

    @Test
    @DisplayName("B-12 leaving and removing make a place, and each conversation has its own")
    void freed() {
        shop.policy(policy -> policy.withLimit(1));
        var chat = shop.assignedWith(BO);
        shop.assignedWith(BO);

        shop.agent(BO).leave(chat).orElseThrow();
        shop.add(chat, CY);
        shop.agent(ASHA).removeCollaborator(chat, CY).orElseThrow();

        assertThat(shop.add(chat, FIN).known()).isFalse();
    }

    @Test
    @DisplayName("B-12 pending invitations hold a place, and accepting takes that place")
    void pendingHolds() {
        shop.policy(policy -> policy.withLimit(2).withRules(ASKING, LEADS));
        var chat = shop.assignedWith(BO);
        shop.agent(SUE).addCollaborator(chat, CY).orElseThrow();

        assertThat(reason(shop.agent(ASHA).addCollaborator(chat, FIN))).isEqualTo(Reason.LIMIT_REACHED);
        assertThat(reason(shop.agent(SUE).addCollaborator(chat, FIN))).isEqualTo(Reason.LIMIT_REACHED);
        assertThat(reason(shop.agent(SUE).join(chat))).isEqualTo(Reason.LIMIT_REACHED);
        assertThat(shop.agent(BO).accept(chat).isDone()).isTrue();
        assertThat(shop.collaborators(chat)).containsExactlyInAnyOrder(BO, CY);
    }

    @Test
    @DisplayName("B-12 an invitation that is declined, withdrawn or over gives its place back")
    void pendingGone() {
        shop.policy(policy -> policy.withLimit(1).withRules(ASKING));
        var chat = shop.assigned();

        shop.add(chat, BO);
        shop.agent(BO).decline(chat, Optional.empty()).orElseThrow();
        shop.add(chat, CY);
        shop.agent(ASHA).removeCollaborator(chat, CY).orElseThrow();
        shop.add(chat, FIN);
        shop.time.advance(Duration.ofMinutes(15));

        assertThat(shop.add(chat, MO).known()).isFalse();
    }

    @Test
    @DisplayName("B-12 a limit that is lowered later sends nobody away, and an invitation keeps the place it holds")
    void lowered() {
        shop.policy(policy -> policy.withRules(ASKING, LEADS));
        var chat = shop.assignedWith(BO);
        shop.agent(SUE).addCollaborator(chat, CY).orElseThrow();

        shop.policy(policy -> policy.withLimit(1));

        assertThat(shop.agent(BO).accept(chat).isDone()).isTrue();
        assertThat(shop.collaborators(chat)).containsExactlyInAnyOrder(BO, CY);
        assertThat(reason(shop.agent(ASHA).addCollaborator(chat, FIN))).isEqualTo(Reason.LIMIT_REACHED);
    }

    @Test
    @DisplayName("B-12 of two concurrent adds for the last place one is admitted, the other told the limit")
    void lastPlace() {
        shop.policy(policy -> policy.withLimit(1));
        var hosts = List.of(shop.collab, shop.host(builder -> builder));
        for (int round = 0; round < 100; round++) {
            var chat = shop.assigned();

            var done = Together.<Boolean>run(List.of(
                    () -> isAdmitted(hosts.get(0), ASHA, chat, BO), () -> isAdmitted(hosts.get(1), SUE, chat, CY)));

            assertThat(done).containsExactlyInAnyOrder(true, false);
            assertThat(shop.head(chat).collaborations()).hasSize(1);
        }
    }

    private static boolean isAdmitted(Collab host, AgentId adder, ConversationId chat, AgentId agent) {
        return host.agent(adder).addCollaborator(chat, agent).fold(done -> true, no -> {
            assertThat(no.reason()).isEqualTo(Reason.LIMIT_REACHED);
            return false;
        });
    }

    @Test
    @DisplayName("B-12 the capacity hook is asked once about each who is added or invited, and its no refuses")
    void capacity() {
        shop.policy(policy -> policy.withRules(ASKING, LEADS));
        var chat = shop.assigned();
        var before = Story.stored(shop, chat);
        var full = hooked((agent, conversation) -> false);

        assertThat(reason(full.agent(ASHA).addCollaborator(chat, BO))).isEqualTo(Reason.NO_CAPACITY);
        assertThat(reason(full.agent(SUE).addCollaborator(chat, CY))).isEqualTo(Reason.NO_CAPACITY);
        assertThat(asked).containsExactly(BO, CY);
        assertThat(Story.stored(shop, chat)).isEqualTo(before);

        var idle = hooked((agent, conversation) -> conversation.equals(chat));
        assertThat(idle.agent(ASHA).addCollaborator(chat, BO).isDone()).isTrue();
        assertThat(idle.agent(SUE).addCollaborator(chat, CY).isDone()).isTrue();
        assertThat(asked).containsExactly(BO, CY, BO, CY);
    }

    @Test
    @DisplayName("B-12 the capacity hook is asked last: never about somebody who is refused anyway")
    void capacityLast() {
        shop.policy(policy -> policy.withLimit(1)
                .withRules(AddRule.allow("assignee", Adder.ASSIGNEE).upTo(Level.ADVISER)));
        var chat = shop.assignedWith(BO);
        var host = hooked((agent, conversation) -> true);
        var asha = host.agent(ASHA);

        assertThat(reason(asha.addCollaborator(chat, CY))).isEqualTo(Reason.LIMIT_REACHED);
        assertThat(reason(asha.addCollaborator(chat, NOBODY))).isEqualTo(Reason.CANDIDATE_UNAVAILABLE);
        assertThat(reason(asha.addCollaborator(chat, ASHA))).isEqualTo(Reason.ALREADY_ASSIGNEE);
        assertThat(reason(asha.addCollaborator(chat, CY, AddOptions.at(Level.RESPONDER))))
                .isEqualTo(Reason.LEVEL_TOO_HIGH);
        assertThat(reason(host.agent(SUE).addCollaborator(chat, CY))).isEqualTo(Reason.NOT_PERMITTED);
        assertThat(reason(host.agent(CY).addCollaborator(chat, FIN))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        shop.policy(policy -> policy.withLimit(2).withRules(ASKING));
        assertThat(reason(asha.addCollaborator(chat, CY, AddOptions.NONE.asking(" "))))
                .isEqualTo(Reason.TEXT_BLANK);
        assertThat(asked).isEmpty();
    }

    @Test
    @DisplayName(
            "B-12 the capacity hook is not asked where nobody is added: who takes part, accepts, joins, or retries")
    void capacityNobodyNew() {
        shop.policy(policy -> policy.withRules(ASKING, LEADS));
        var chat = shop.assigned();
        var host = hooked((agent, conversation) -> true);
        var keyed = host.agent(ASHA).keyed(new CommandKey("one"));
        keyed.addCollaborator(chat, BO).orElseThrow();
        assertThat(asked).containsExactly(BO);

        keyed.addCollaborator(chat, BO).orElseThrow();
        host.agent(ASHA).addCollaborator(chat, BO).orElseThrow();
        host.agent(BO).accept(chat).orElseThrow();
        host.agent(SUE).addCollaborator(chat, BO).orElseThrow();
        host.agent(SUE).join(chat).orElseThrow();
        host.agent(ASHA).transferAndStay(chat, FIN).orElseThrow();

        assertThat(asked).containsExactly(BO);
    }

    @Test
    @DisplayName("B-12 a capacity hook that throws refuses, and the next attempt asks again")
    void capacityThrows() {
        var chat = shop.assigned();
        var host = hooked((agent, conversation) -> {
            if (asked.size() == 1) {
                throw new IllegalStateException("no answer");
            }
            return true;
        });

        assertThat(reason(host.agent(ASHA).addCollaborator(chat, BO))).isEqualTo(Reason.NO_CAPACITY);
        assertThat(shop.head(chat).collaborations()).isEmpty();
        assertThat(host.agent(ASHA).addCollaborator(chat, BO).isDone()).isTrue();
        assertThat(asked).containsExactly(BO, BO);
    }

    @Test
    @DisplayName("B-12 the capacity hook and the limit are asked about those a mention adds as well")
    void capacityOfMentions() {
        shop.policy(policy -> mentionAdds(policy.withLimit(1)));
        var chat = shop.assigned();
        var draft = NoteDraft.of("Which charger?").mentioning(BO);
        var host = hooked((agent, conversation) -> asked.size() > 1);

        assertThat(reason(host.agent(ASHA).note(chat, draft))).isEqualTo(Reason.NO_CAPACITY);
        assertThat(shop.entries(chat, EntryKind.NOTE)).isEmpty();
        assertThat(host.agent(ASHA).note(chat, draft).isDone()).isTrue();
        assertThat(asked).containsExactly(BO, BO);
        assertThat(host.agent(ASHA)
                        .note(chat, NoteDraft.of("And you?").mentioning(CY))
                        .isDone())
                .isFalse();
        assertThat(asked).containsExactly(BO, BO);
    }

    @Test
    @DisplayName("B-12 the capacity hook of leads who are added by a lead is asked like any other's")
    void capacityOfLeads() {
        var chat = shop.assigned();

        assertThat(reason(hooked((agent, conversation) -> !agent.equals(ADA))
                        .agent(SUE)
                        .addCollaborator(chat, ADA)))
                .isEqualTo(Reason.NO_CAPACITY);
    }

    @Test
    @DisplayName("B-14 whoever goes offline stays, and is offline again in the outcome of a new add only")
    void goesOffline() {
        shop.policy(policy -> policy.withOfflineAllowed(false));
        var chat = shop.assignedWith(BO);
        shop.people.change(BO, person -> person.presence(Presence.OFFLINE));

        assertThat(shop.agent(BO).reply(chat, "The USB-C one.").isDone()).isTrue();
        assertThat(shop.add(chat, BO).known()).isTrue();
        shop.agent(ASHA).removeCollaborator(chat, BO).orElseThrow();
        assertThat(reason(shop.agent(ASHA).addCollaborator(chat, BO))).isEqualTo(Reason.CANDIDATE_UNAVAILABLE);
    }

    @Test
    @DisplayName(
            "B-14 an invitation to somebody who is offline is refused where policy refuses them; one who went offline accepts")
    void offlineInvitee() {
        shop.policy(policy -> policy.withOfflineAllowed(false).withRules(ASKING));
        var chat = shop.assignedWith(BO);
        shop.people.change(BO, person -> person.presence(Presence.OFFLINE));
        shop.people.change(CY, person -> person.presence(Presence.OFFLINE));

        assertThat(reason(shop.agent(ASHA).addCollaborator(chat, CY))).isEqualTo(Reason.CANDIDATE_UNAVAILABLE);
        assertThat(shop.agent(BO).accept(chat).isDone()).isTrue();
    }

    @Test
    @DisplayName("B-16 bots are not invited or mentioned in either, unless policy says so; those added before stay")
    void bots() {
        shop.policy(policy -> mentionAdds(policy.withRules(ASKING, LEADS)));
        var chat = shop.assigned();
        var mention = NoteDraft.of("Look it up").mentioning(BOT);

        assertThat(reason(shop.agent(ASHA).addCollaborator(chat, BOT))).isEqualTo(Reason.CANDIDATE_UNAVAILABLE);
        assertThat(reason(shop.agent(ADA).addCollaborator(chat, BOT))).isEqualTo(Reason.CANDIDATE_UNAVAILABLE);
        assertThat(reason(shop.agent(ASHA).note(chat, mention))).isEqualTo(Reason.MENTION_REFUSED);

        shop.policy(policy -> policy.withBotsAllowed(true));
        shop.agent(SUE).addCollaborator(chat, BOT).orElseThrow();
        shop.policy(policy -> policy.withBotsAllowed(false));
        assertThat(shop.agent(BOT).note(chat, "The USB-C one.").isDone()).isTrue();
    }

    @Test
    @DisplayName("B-25 whoever invited an agent removes them after they accepted, if they collaborate themselves")
    void inviterRemoves() {
        shop.policy(policy -> policy.withRules(
                LEADS, AddRule.allow("ask first", Adder.COLLABORATOR).byInvitation()));
        var chat = shop.assigned();
        shop.agent(SUE).addCollaborator(chat, BO).orElseThrow();
        shop.agent(SUE).addCollaborator(chat, MO).orElseThrow();
        shop.agent(BO).addCollaborator(chat, CY).orElseThrow();
        shop.agent(CY).accept(chat).orElseThrow();

        assertThat(reason(shop.agent(MO).removeCollaborator(chat, CY))).isEqualTo(Reason.NOT_PERMITTED);
        assertThat(shop.agent(ASHA).view(chat).orElseThrow().collaborators().collaborators())
                .filteredOn(collaborator -> collaborator.agent().equals(CY))
                .singleElement()
                .satisfies(collaborator ->
                        assertThat(collaborator.addedBy().isAgent(BO)).isTrue());
        shop.agent(BO).removeCollaborator(chat, CY).orElseThrow();
        assertThat(reason(shop.timeline(CY, chat))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
    }

    @Test
    @DisplayName("B-25 whoever invited an agent and has left since does not remove them")
    void inviterHasLeft() {
        shop.policy(policy -> policy.withRules(
                LEADS, AddRule.allow("ask first", Adder.COLLABORATOR).byInvitation()));
        var chat = shop.assigned();
        shop.agent(SUE).addCollaborator(chat, BO).orElseThrow();
        shop.agent(BO).addCollaborator(chat, CY).orElseThrow();
        shop.agent(BO).leave(chat).orElseThrow();
        shop.agent(CY).accept(chat).orElseThrow();

        assertThat(reason(shop.agent(BO).removeCollaborator(chat, CY))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(shop.collaborators(chat)).containsExactly(CY);
    }

    /** Another host over the same shop, whose hook notes whom it was asked about. */
    private Collab hooked(Capacity capacity) {
        return shop.host(builder -> builder.capacity((agent, conversation) -> {
            asked.add(agent);
            return capacity.admits(agent, conversation);
        }));
    }

    private static CollaborationSettings mentionAdds(CollaborationSettings now) {
        return new CollaborationSettings(
                now.enabled(),
                now.rules(),
                now.limit(),
                now.whenSwitchedOff(),
                now.offlineAllowed(),
                now.botsAllowed(),
                true,
                now.chatInvitation(),
                now.ticketInvitation());
    }
}
