package dev.collab.rules;

import static dev.collab.rules.Shop.ADA;
import static dev.collab.rules.Shop.ASHA;
import static dev.collab.rules.Shop.BO;
import static dev.collab.rules.Shop.BOT;
import static dev.collab.rules.Shop.CY;
import static dev.collab.rules.Shop.FIN;
import static dev.collab.rules.Shop.INBOX;
import static dev.collab.rules.Shop.MO;
import static dev.collab.rules.Shop.SUE;
import static dev.collab.rules.Shop.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.collab.ListRequest;
import dev.collab.collaboration.AddOptions;
import dev.collab.collaboration.Contribution;
import dev.collab.conversation.Act;
import dev.collab.conversation.AgentEntry;
import dev.collab.conversation.CustomerEntry;
import dev.collab.conversation.NoteDraft;
import dev.collab.model.AddRule;
import dev.collab.model.Adder;
import dev.collab.model.CollaborationOrigin;
import dev.collab.model.ConversationId;
import dev.collab.model.EndReason;
import dev.collab.model.IdentityPolicy;
import dev.collab.model.Level;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import dev.collab.spi.ConversationQuery.ListKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Whole cases of levels and ceilings")
class CaseLevelsTest {
    private final Shop shop = Shop.open();

    @Test
    @DisplayName(
            "B-26 B-34 B-37 B-53 given Bo replies, when his account is cut to notes, then to reading, and restored,"
                    + " then the next act of each time is bound by it, nothing is written of it and his reply stays")
    void aCeilingThatMoves() {
        var chat = shop.assignedWith(BO);
        shop.agent(BO).reply(chat, "First.").orElseThrow();
        var before = Story.stored(shop, chat);

        shop.people.change(BO, person -> person.ceiling(Level.OBSERVER));
        assertThat(reason(shop.agent(BO).reply(chat, "Second."))).isEqualTo(Reason.NOT_PERMITTED);
        assertThat(reason(shop.agent(BO).note(chat, "Aside."))).isEqualTo(Reason.NOT_PERMITTED);
        assertThat(shop.agent(BO).view(chat).orElseThrow().whyNot()).containsKeys(Act.REPLY, Act.NOTE);
        assertThat(Story.texts(shop, BO, chat)).endsWith("First.");
        assertThat(Story.stored(shop, chat)).isEqualTo(before);

        shop.people.change(BO, person -> person.ceiling(Level.ADVISER));
        assertThat(shop.agent(BO).note(chat, "Aside.").isDone()).isTrue();
        assertThat(reason(shop.agent(BO).reply(chat, "Second."))).isEqualTo(Reason.NOT_PERMITTED);
        assertThat(shop.head(chat).collaborationOf(BO).orElseThrow().level()).isEqualTo(Level.RESPONDER);

        shop.people.change(BO, person -> person.ceiling(Level.RESPONDER));
        assertThat(shop.agent(BO).reply(chat, "Third.").isDone()).isTrue();
        assertThat(Story.customerTexts(shop, chat)).endsWith("First.", "Third.");
        assertFolds(chat);
    }

    @Test
    @DisplayName("B-34 B-37 B-62 B-65 given the assignee's account is cut to notes, when the customer waits, then she"
            + " writes notes and hands over, Bo replies under her name and the next assignee under his own")
    void theAssigneesCeiling() {
        var chat = shop.assignedWith(BO);
        shop.people.change(ASHA, person -> person.ceiling(Level.ADVISER));

        assertThat(reason(shop.agent(ASHA).reply(chat, "Hers."))).isEqualTo(Reason.NOT_PERMITTED);
        assertThat(shop.agent(ASHA).note(chat, "Bo, please.").isDone()).isTrue();
        shop.agent(BO).reply(chat, "Bo's.").orElseThrow();
        shop.agent(ASHA).transferAndStay(chat, FIN).orElseThrow();
        shop.agent(FIN).reply(chat, "Fin's.").orElseThrow();

        // She stays at RESPONDER (B-65), and her account still allows notes only.
        assertThat(shop.head(chat).collaborationOf(ASHA).orElseThrow().level()).isEqualTo(Level.RESPONDER);
        assertThat(reason(shop.agent(ASHA).reply(chat, "Hers."))).isEqualTo(Reason.NOT_PERMITTED);
        assertThat(from(chat)).containsExactly("Asha", "Fin");
        assertThat(Story.customerTexts(shop, chat)).endsWith("Bo's.", "Fin's.");
        assertFolds(chat);
    }

    @Test
    @DisplayName(
            "B-4 B-26 B-70 given all may add all, when levels of people whom others added are changed, then anybody"
                    + " who could have added at that level may, nobody above their own, and nobody their own")
    void levelsOfPeopleOthersAdded() {
        shop.policy(policy -> policy.withRules(AddRule.allow("all", Adder.ASSIGNEE, Adder.COLLABORATOR)));
        var chat = shop.assignedWith(BO);
        shop.agent(ASHA).addCollaborator(chat, CY, AddOptions.at(Level.ADVISER)).orElseThrow();
        shop.agent(BO).addCollaborator(chat, MO, AddOptions.at(Level.OBSERVER)).orElseThrow();

        assertThat(reason(shop.agent(CY).changeLevel(chat, MO, Level.RESPONDER)))
                .isEqualTo(Reason.LEVEL_TOO_HIGH);
        assertThat(reason(shop.agent(CY).changeLevel(chat, CY, Level.OBSERVER))).isEqualTo(Reason.CANNOT_ADD_SELF);
        assertThat(reason(shop.agent(CY).changeLevel(chat, CY, Level.RESPONDER)))
                .isEqualTo(Reason.CANNOT_ADD_SELF);
        assertThat(reason(shop.agent(CY).changeLevel(chat, ASHA, Level.OBSERVER)))
                .isEqualTo(Reason.NOT_A_COLLABORATOR);
        assertThat(Post.of(
                        shop,
                        () -> shop.agent(CY)
                                .changeLevel(chat, MO, Level.ADVISER)
                                .orElseThrow()))
                .containsExactly("LEVEL_CHANGED mo");
        assertThat(shop.agent(MO).note(chat, "Mo advises.").isDone()).isTrue();
        assertThat(Post.of(
                        shop,
                        () -> shop.agent(BO)
                                .changeLevel(chat, CY, Level.OBSERVER)
                                .orElseThrow()))
                .containsExactly("LEVEL_CHANGED cy");
        assertThat(reason(shop.agent(CY).note(chat, "No more."))).isEqualTo(Reason.NOT_PERMITTED);
        assertThat(reason(shop.agent(CY).changeLevel(chat, MO, Level.ADVISER))).isEqualTo(Reason.LEVEL_TOO_HIGH);
        shop.people.change(BO, person -> person.ceiling(Level.ADVISER));
        assertThat(reason(shop.agent(BO).changeLevel(chat, MO, Level.RESPONDER)))
                .as("B-26 with the ceiling of the adder as bound")
                .isEqualTo(Reason.LEVEL_TOO_HIGH);
        assertFolds(chat);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName(
            "B-34 B-45 B-46 B-62 given a collaborator of each level, when they try each act, then their level alone"
                    + " decides, the view told them before, and what is refused leaves no trace")
    void whatEachLevelDoes(Level level) {
        shop.conversations(now -> now.withResponderResolves(true));
        var ticket = shop.assignedTicket();
        shop.agent(ASHA).addCollaborator(ticket, BO, AddOptions.at(level)).orElseThrow();
        var bo = shop.agent(BO);
        var whyNot = bo.view(ticket).orElseThrow().whyNot();
        boolean notes = level != Level.OBSERVER;
        boolean replies = level == Level.RESPONDER;
        var allowed = new EnumMap<Act, Boolean>(Map.of(
                Act.REPLY, replies, Act.NOTE, notes, Act.RESOLVE, replies, Act.TRANSFER, false, Act.CLOSE, false));
        allowed.putAll(Map.of(Act.CHANGE_CASE, false, Act.RELEASE, false, Act.ADD, false, Act.LEAVE, true));

        allowed.forEach((act, may) ->
                assertThat(whyNot.containsKey(act)).as("%s of %s", act, level).isNotEqualTo(may));
        var before = Story.stored(shop, ticket);
        if (!replies) {
            assertThat(reason(bo.reply(ticket, "A reply."))).isEqualTo(whyNot.get(Act.REPLY));
            assertThat(reason(bo.resolve(ticket))).isEqualTo(whyNot.get(Act.RESOLVE));
        }
        if (!notes) {
            assertThat(reason(bo.note(ticket, NoteDraft.of("Asha?").mentioning(ASHA))))
                    .isEqualTo(whyNot.get(Act.NOTE));
        }
        assertThat(reason(bo.transfer(ticket, FIN))).isEqualTo(Reason.NOT_PERMITTED);
        assertThat(reason(bo.release(ticket))).isEqualTo(Reason.NOT_PERMITTED);
        assertThat(reason(bo.close(ticket))).isEqualTo(Reason.NOT_PERMITTED);
        assertThat(reason(bo.addCollaborator(ticket, CY))).isEqualTo(Reason.NOT_PERMITTED);
        assertThat(Story.stored(shop, ticket)).isEqualTo(before);
        assertThat(bo.reply(ticket, "A reply.").isDone()).isEqualTo(replies);
        assertThat(bo.note(ticket, "A note.").isDone()).isEqualTo(notes);
        assertThat(bo.resolve(ticket).isDone()).isEqualTo(replies);
        assertThat(bo.leave(ticket).isDone()).isTrue();
        assertFolds(ticket);
    }

    @Test
    @DisplayName("B-19 B-35 B-36 B-53 B-74 given Sue looks on from outside, when she joins and Ada is added to advise,"
            + " then outside nobody replies, the customer sees one name, and only Ada's coming is an escalation")
    void leads() {
        var chat = shop.assignedWith(BO);
        shop.agent(BO).note(chat, NoteDraft.of("For Asha.").toAssignee()).orElseThrow();
        shop.agent(BO).note(chat, "For all.").orElseThrow();

        assertThat(Story.texts(shop, SUE, chat)).contains("For all.").doesNotContain("For Asha.");
        assertThat(Story.texts(shop, ADA, chat)).contains("For all.", "For Asha.");
        for (var lead : List.of(SUE, ADA)) {
            assertThat(reason(shop.agent(lead).reply(chat, "From outside."))).isEqualTo(Reason.NOT_A_PARTICIPANT);
            assertThat(reason(shop.agent(lead).note(chat, "From outside."))).isEqualTo(Reason.NOT_A_PARTICIPANT);
        }
        assertThat(reason(shop.agent(BO).join(chat))).isEqualTo(Reason.NOT_PERMITTED);
        assertThat(reason(shop.agent(FIN).join(chat))).isEqualTo(Reason.UNKNOWN_CONVERSATION);

        shop.agent(SUE).join(chat).orElseThrow();
        assertThat(shop.agent(SUE).reply(chat, "Sue helps.").isDone()).isTrue();
        shop.agent(ASHA)
                .addCollaborator(chat, ADA, AddOptions.at(Level.ADVISER))
                .orElseThrow();
        assertThat(reason(shop.agent(ADA).reply(chat, "Ada."))).isEqualTo(Reason.NOT_PERMITTED);

        assertThat(from(chat)).containsExactly("Asha");
        assertThat(shop.timeline(FIN, chat).isDone()).isFalse();
        var lasts = shop.timeline(ASHA, chat).orElseThrow().stream()
                .filter(entry -> entry instanceof AgentEntry.Reply)
                .toList();
        assertThat(lasts)
                .singleElement()
                .satisfies(entry -> assertThat(entry.author().id()).isEqualTo("sue"));
        assertThat(shop.admin().attribution(chat).orElseThrow())
                .extracting(Contribution::agent, Contribution::origin, Contribution::escalation)
                .containsExactlyInAnyOrder(
                        tuple(BO, CollaborationOrigin.ADDED, false),
                        tuple(SUE, CollaborationOrigin.JOINED, false),
                        tuple(ADA, CollaborationOrigin.ADDED, true));
        assertFolds(chat);
    }

    @Test
    @DisplayName(
            "B-8 B-11 B-35 B-53 B-62 given Sue joined and added Cy, when the directory takes her role, then both stay"
                    + " by their grants, she leads no more, and once she leaves she reads nothing")
    void aLeadNoMore() {
        var chat = shop.assigned();
        shop.agent(SUE).join(chat).orElseThrow();
        shop.agent(SUE).addCollaborator(chat, CY).orElseThrow();

        shop.people.change(SUE, person -> person.noRole(INBOX).groups());

        assertThat(shop.agent(SUE).reply(chat, "Still here.").isDone()).isTrue();
        assertThat(reason(shop.agent(SUE).transfer(chat, FIN))).isEqualTo(Reason.NOT_PERMITTED);
        assertThat(reason(shop.agent(SUE).close(chat))).isEqualTo(Reason.NOT_PERMITTED);
        assertThat(reason(shop.agent(SUE).addCollaborator(chat, MO))).isEqualTo(Reason.NOT_PERMITTED);
        assertThat(reason(shop.agent(SUE).join(chat))).isEqualTo(Reason.NOT_PERMITTED);
        assertThat(shop.agent(SUE).removeCollaborator(chat, CY).isDone())
                .as("she added Cy herself")
                .isTrue();
        shop.agent(SUE).leave(chat).orElseThrow();
        assertThat(reason(shop.agent(SUE).view(chat))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(reason(shop.agent(SUE).join(chat))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(shop.collaborators(chat)).isEmpty();
        assertFolds(chat);
    }

    @Test
    @DisplayName(
            "B-16 B-33 B-37 B-70 given a bot that replies beside Bo, when Asha releases the chat and Bo leaves, then"
                    + " the bot is nobody who is present: the leads are told, and the bot replies on under the inbox's name")
    void aBotIsNotPresent() {
        shop.policy(policy -> policy.withBotsAllowed(true));
        var chat = shop.assignedWith(BO, BOT);
        shop.agent(BOT).reply(chat, "Beep.").orElseThrow();
        shop.agent(ASHA).release(chat).orElseThrow();
        assertThat(shop.head(chat).isQueued()).isTrue();

        var told = Post.of(shop, () -> shop.agent(BO).leave(chat).orElseThrow());

        assertThat(told).containsExactlyInAnyOrder("UNATTENDED sue", "UNATTENDED ada");
        shop.agent(BOT).reply(chat, "Beep again.").orElseThrow();
        assertThat(from(chat)).containsExactly("Asha", shop.settings().publicName());
        assertThat(shop.agent(FIN)
                        .conversations(ListKind.QUEUE, ListRequest.first(10))
                        .rows())
                .extracting(row -> row.id())
                .containsExactly(chat);
        shop.policy(policy -> policy.withBotsAllowed(false));
        assertThat(shop.agent(BOT).reply(chat, "Still.").isDone())
                .as("B-8 withdrawing leaves those added in place")
                .isTrue();
        assertFolds(chat);
    }

    @Test
    @DisplayName("B-11 B-28 B-37 B-52 B-58 given Bo replied under his own name, when his account is closed and opened"
            + " again, then he is shut out of every surface in between, and everything he wrote keeps his name")
    void aClosedAccount() {
        shop.people.change(BO, person -> person.publicName("Bo of Boots"));
        shop.conversations(now -> now.withIdentity(IdentityPolicy.AUTHOR));
        var chat = shop.assignedWith(BO);
        shop.agent(BO).reply(chat, "Signed.").orElseThrow();
        var read = shop.timeline(ASHA, chat);

        shop.people.change(BO, person -> person.active(false).name("Robert").publicName("Robert"));

        for (var outcome : List.<Outcome<?>>of(
                shop.agent(BO).view(chat),
                shop.agent(BO).reply(chat, "More."),
                shop.agent(BO).leave(chat),
                shop.timeline(BO, chat))) {
            assertThat(outcome).isEqualTo(Outcome.rejected(Reason.UNKNOWN_CONVERSATION));
        }
        assertThat(shop.agent(BO)
                        .conversations(ListKind.COLLABORATING, ListRequest.first(10))
                        .rows())
                .isEmpty();
        assertThat(shop.timeline(ASHA, chat)).isEqualTo(read);
        assertThat(from(chat)).containsExactly("Bo of Boots");
        shop.people.change(ADA, person -> person.active(false));
        assertThat(shop.admin().disableCollaboration().isDone()).isFalse();
        assertThat(shop.admin().settings().isDone()).isFalse();

        shop.people.change(BO, person -> person.active(true));
        assertThat(shop.agent(BO).reply(chat, "Back.").isDone()).isTrue();
        assertThat(from(chat)).containsExactly("Bo of Boots", "Robert");
        assertFolds(chat);
    }

    @Test
    @DisplayName(
            "B-9 B-27 B-65 B-74 given Bo looks on, when he is made assignee and hands back without staying, then his"
                    + " collaboration ended by it, he replied as assignee, and added anew he has the new level")
    void anObserverBecomesAssignee() {
        var chat = shop.assigned();
        shop.agent(ASHA)
                .addCollaborator(chat, BO, AddOptions.at(Level.OBSERVER))
                .orElseThrow();
        shop.agent(ASHA).transferAndStay(chat, BO).orElseThrow();
        assertThat(shop.head(chat).collaborationOf(BO)).isEmpty();
        assertThat(shop.agent(BO).reply(chat, "As assignee.").isDone()).isTrue();
        assertThat(reason(shop.agent(ASHA).addCollaborator(chat, BO))).isEqualTo(Reason.NOT_PERMITTED);
        assertThat(reason(shop.agent(SUE).addCollaborator(chat, BO))).isEqualTo(Reason.ALREADY_ASSIGNEE);
        assertThat(reason(shop.agent(SUE).removeCollaborator(chat, BO))).isEqualTo(Reason.IS_ASSIGNEE);

        shop.agent(BO).transfer(chat, ASHA).orElseThrow();

        assertThat(reason(shop.agent(BO).view(chat))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(shop.head(chat).collaborations()).isEmpty();
        shop.add(chat, BO);
        assertThat(shop.agent(BO).reply(chat, "Anew.").isDone()).isTrue();
        assertThat(shop.admin().attribution(chat).orElseThrow())
                .filteredOn(one -> one.agent().equals(BO))
                .extracting(Contribution::reason, Contribution::level, Contribution::replies)
                .containsExactlyInAnyOrder(
                        tuple(Optional.of(EndReason.BECAME_ASSIGNEE), Level.OBSERVER, 0),
                        tuple(Optional.empty(), Level.RESPONDER, 1));
        assertFolds(chat);
    }

    /** The names under which the customer got replies, each once, in order of their first. */
    private List<String> from(ConversationId conversation) {
        return Story.messages(shop, conversation).stream()
                .filter(entry -> entry instanceof CustomerEntry.Reply)
                .map(entry -> ((CustomerEntry.Reply) entry).from())
                .distinct()
                .toList();
    }

    private void assertFolds(ConversationId conversation) {
        assertThat(Story.folded(shop, conversation)).isEqualTo(shop.head(conversation));
    }
}
