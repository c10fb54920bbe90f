package dev.collab.rules;

import static dev.collab.rules.Shop.ACCESSORIES;
import static dev.collab.rules.Shop.ADA;
import static dev.collab.rules.Shop.ASHA;
import static dev.collab.rules.Shop.BO;
import static dev.collab.rules.Shop.BOT;
import static dev.collab.rules.Shop.CARL;
import static dev.collab.rules.Shop.CY;
import static dev.collab.rules.Shop.FIN;
import static dev.collab.rules.Shop.FOOTWEAR;
import static dev.collab.rules.Shop.MO;
import static dev.collab.rules.Shop.NOBODY;
import static dev.collab.rules.Shop.SUE;
import static dev.collab.rules.Shop.ZED;
import static dev.collab.rules.Shop.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.CandidateSearch;
import dev.collab.collaboration.AddOptions;
import dev.collab.collaboration.Candidate;
import dev.collab.collaboration.RuleRefusal;
import dev.collab.collaboration.RuleRefusal.Cause;
import dev.collab.collaboration.RuleRefusals;
import dev.collab.conversation.Page;
import dev.collab.model.AddRule;
import dev.collab.model.Adder;
import dev.collab.model.AgentId;
import dev.collab.model.CaseCondition;
import dev.collab.model.CaseFacts;
import dev.collab.model.Channel;
import dev.collab.model.ConversationId;
import dev.collab.model.EntryKind;
import dev.collab.model.HistoryWindow;
import dev.collab.model.Level;
import dev.collab.model.Presence;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Whole cases of permission")
class CasePolicyTest {
    private static final CaseFacts URGENT = new CaseFacts(FOOTWEAR, Set.of("boots"), Map.of("priority", "high"));
    private static final CaseFacts CALM = new CaseFacts(FOOTWEAR, Set.of("boots"), Map.of("priority", "low"));
    private static final CandidateSearch ALL = CandidateSearch.of("", 50);

    @Test
    @DisplayName(
            "B-4 B-6 B-8 B-26 given that only urgent cases get help from accessories, when the case calms down after"
                    + " Bo was added, then Bo replies on as before, and neither is Cy added nor Bo's level raised again")
    void aCaseThatChangesLeavesGrantsAsTheyAre() {
        var shop = Shop.ruledBy(AddRule.allow("urgent", Adder.ASSIGNEE)
                .toAdd(ACCESSORIES)
                .when(CaseCondition.ANY.attribute("priority", "high", "top")));
        var chat = shop.claimed(shop.opened(Channel.LIVE_CHAT, URGENT));
        shop.add(chat, BO);
        long then = shop.settings().revision();
        assertThat(shop.agent(ASHA).view(chat).orElseThrow().collaborators().editable())
                .isTrue();

        assertThat(Post.of(
                        shop,
                        () -> shop.collab
                                .system("triage")
                                .changeCase(chat, CALM)
                                .orElseThrow()))
                .isEmpty();

        assertThat(shop.agent(BO).reply(chat, "Bo is still here.").isDone()).isTrue();
        var refused = Outcome.<Object>rejected(
                Reason.NOT_PERMITTED, new RuleRefusals(List.of(new RuleRefusal("urgent", Cause.CASE))));
        assertThat(shop.agent(ASHA).addCollaborator(chat, CY)).isEqualTo(refused);
        assertThat(shop.agent(ASHA).candidates(chat, ALL)).isEqualTo(refused);
        assertThat(reason(shop.agent(ASHA).changeLevel(chat, BO, Level.OBSERVER)))
                .isEqualTo(Reason.NOT_PERMITTED);
        assertThat(reason(shop.agent(CY).view(chat))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        var field = shop.agent(ASHA).view(chat).orElseThrow().collaborators();
        assertThat(field.visible()).isTrue();
        assertThat(field.editable()).isFalse();
        assertThat(field.whyNot()).contains(Reason.NOT_PERMITTED);
        assertThat(shop.collaborators(chat)).containsExactly(BO);
        assertThat(shop.entries(chat, EntryKind.COLLABORATION_STARTED))
                .singleElement()
                .satisfies(entry -> assertThat(entry.settingsRevision()).isEqualTo(then));
        assertThat(Story.customerTexts(shop, chat)).endsWith("Bo is still here.");
        assertFolds(shop, chat);
    }

    @Test
    @DisplayName("B-4 B-20 B-21 B-70 given a rule for warranty that asks first and one for the rest that lets look on,"
            + " when the topic changes between two adds, then one is asked and the other reads at once")
    void theFirstRuleThatAllowsDecides() {
        var shop = Shop.ruledBy(
                AddRule.allow("warranty", Adder.ASSIGNEE)
                        .when(CaseCondition.ANY.topic("warranty"))
                        .byInvitation(),
                AddRule.allow("the rest", Adder.ASSIGNEE).upTo(Level.OBSERVER));
        var warranty = new CaseFacts(FOOTWEAR, Set.of("boots", "warranty"), Map.of());
        var chat = shop.claimed(shop.opened(Channel.LIVE_CHAT, warranty));

        assertThat(Post.of(shop, () -> {
                    var asked = shop.add(chat, BO);
                    assertThat(asked.level()).isEqualTo(Level.RESPONDER);
                    assertThat(asked.collaboration()).isEmpty();
                    assertThat(asked.invitation()).isPresent();
                }))
                .containsExactly("INVITED bo");
        shop.agent(SUE).changeCase(chat, CALM).orElseThrow();
        assertThat(Post.of(shop, () -> {
                    var added = shop.add(chat, CY);
                    assertThat(added.level()).isEqualTo(Level.OBSERVER);
                    assertThat(added.invitation()).isEmpty();
                }))
                .containsExactly("ADDED cy");

        assertThat(shop.agent(ASHA).addCollaborator(chat, MO, AddOptions.at(Level.RESPONDER)))
                .isEqualTo(Outcome.rejected(
                        Reason.LEVEL_TOO_HIGH,
                        new RuleRefusals(List.of(
                                new RuleRefusal("warranty", Cause.CASE), new RuleRefusal("the rest", Cause.LEVEL)))));
        assertThat(reason(shop.agent(BO).view(chat))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(shop.timeline(CY, chat).isDone()).isTrue();
        assertThat(reason(shop.agent(CY).note(chat, "A note."))).isEqualTo(Reason.NOT_PERMITTED);
        // An invitation is a promise made: the case leaves it as it is, like a grant.
        assertThat(shop.agent(BO).accept(chat).orElseThrow().level()).isEqualTo(Level.RESPONDER);
        assertThat(shop.agent(BO).reply(chat, "Covered.").isDone()).isTrue();
        assertFolds(shop, chat);
    }

    @Test
    @DisplayName("B-4 B-20 B-26 given a rule that lets look on at once before one that lets reply when asked, when no"
            + " level is asked for the first decides, and when replying is asked for the second does")
    void theLevelAskedForPicksTheRule() {
        var shop = Shop.ruledBy(
                AddRule.allow("look", Adder.ASSIGNEE).upTo(Level.OBSERVER),
                AddRule.allow("help", Adder.ASSIGNEE).byInvitation());
        var ticket = shop.assignedTicket();

        var looking = shop.add(ticket, BO);
        var helping = shop.agent(ASHA)
                .addCollaborator(ticket, CY, AddOptions.at(Level.RESPONDER))
                .orElseThrow();

        assertThat(looking.level()).isEqualTo(Level.OBSERVER);
        assertThat(looking.collaboration()).isPresent();
        assertThat(helping.level()).isEqualTo(Level.RESPONDER);
        assertThat(helping.invitation()).isPresent();
        assertThat(shop.agent(BO).timeline(ticket, Page.newest(5)).isDone()).isTrue();
        assertThat(shop.agent(CY).invitation(ticket).orElseThrow().level()).isEqualTo(Level.RESPONDER);
        assertThat(shop.head(ticket).collaborationOf(BO).orElseThrow().rule()).isEqualTo("look");
        assertThat(shop.agent(CY).accept(ticket).isDone()).isTrue();
        assertThat(shop.head(ticket).collaborationOf(CY).orElseThrow().rule()).isEqualTo("help");
        assertFolds(shop, ticket);
    }

    @Test
    @DisplayName("B-4 B-25 B-26 B-55 given that Bo advises from the day he came and may add, when he adds Cy, then she"
            + " gets no more level and no more history than his, and lowering and removing her is his")
    void nobodyHandsOnMoreThanTheyHave() {
        var shop = Shop.ruledBy(AddRule.allow("both", Adder.ASSIGNEE, Adder.COLLABORATOR));
        var chat = shop.assigned();
        shop.agent(ASHA).note(chat, "Before Bo.").orElseThrow();
        shop.agent(ASHA)
                .addCollaborator(chat, BO, AddOptions.at(Level.ADVISER).reading(HistoryWindow.FROM_ADD))
                .orElseThrow();
        shop.agent(ASHA).note(chat, "Between Bo and Cy.").orElseThrow();
        var bo = shop.agent(BO);

        assertThat(reason(bo.addCollaborator(chat, CY, AddOptions.at(Level.RESPONDER))))
                .isEqualTo(Reason.LEVEL_TOO_HIGH);
        assertThat(reason(bo.addCollaborator(chat, CY, AddOptions.NONE.reading(HistoryWindow.FULL))))
                .isEqualTo(Reason.WINDOW_TOO_WIDE);
        assertThat(bo.addCollaborator(chat, CY).orElseThrow().level()).isEqualTo(Level.ADVISER);

        assertThat(Story.texts(shop, CY, chat)).doesNotContain("Before Bo.");
        assertThat(Story.texts(shop, BO, chat)).containsExactly("Between Bo and Cy.");
        shop.agent(ASHA).changeLevel(chat, CY, Level.RESPONDER).orElseThrow();
        assertThat(shop.agent(CY).reply(chat, "Cy speaks.").isDone()).isTrue();
        assertThat(reason(bo.changeLevel(chat, CY, Level.RESPONDER))).isEqualTo(Reason.LEVEL_TOO_HIGH);
        assertThat(bo.changeLevel(chat, CY, Level.OBSERVER).isDone()).isTrue();
        assertThat(reason(shop.agent(CY).reply(chat, "And again."))).isEqualTo(Reason.NOT_PERMITTED);
        assertThat(reason(shop.agent(CY).removeCollaborator(chat, BO))).isEqualTo(Reason.NOT_PERMITTED);
        assertThat(Post.of(shop, () -> bo.removeCollaborator(chat, CY).orElseThrow()))
                .containsExactly("REMOVED cy");
        assertThat(reason(shop.agent(CY).view(chat))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertFolds(shop, chat);
    }

    @Test
    @DisplayName(
            "B-8 B-25 B-30 B-28 given that Bo added Cy and Mo, when the right to add is withdrawn and Bo leaves, then"
                    + " Bo adds nobody but still removes Mo, Cy stays and replies, and Bo is a stranger until a lead adds him again")
    void thoseAddedStay() {
        var shop = Shop.ruledBy(AddRule.allow("all", Adder.ASSIGNEE, Adder.COLLABORATOR));
        var chat = shop.assignedWith(BO);
        shop.agent(BO).addCollaborator(chat, CY).orElseThrow();
        shop.agent(BO).addCollaborator(chat, MO).orElseThrow();

        shop.policy(policy -> policy.withRules(AddRule.allow("leads", Adder.SUPERVISOR)));

        assertThat(reason(shop.agent(BO).addCollaborator(chat, FIN))).isEqualTo(Reason.NOT_PERMITTED);
        assertThat(reason(shop.agent(ASHA).addCollaborator(chat, FIN))).isEqualTo(Reason.NOT_PERMITTED);
        assertThat(shop.agent(BO).removeCollaborator(chat, MO).isDone()).isTrue();
        assertThat(shop.agent(BO).leave(chat).isDone()).isTrue();

        assertThat(shop.agent(CY).reply(chat, "Cy is still here.").isDone()).isTrue();
        assertThat(shop.collaborators(chat)).containsExactly(CY);
        for (var gone : List.of(BO, MO)) {
            assertThat(reason(shop.agent(gone).leave(chat))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
            assertThat(reason(shop.agent(gone).removeCollaborator(chat, CY))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        }
        assertThat(shop.agent(SUE).addCollaborator(chat, BO).isDone()).isTrue();
        assertThat(shop.agent(BO).removeCollaborator(chat, CY).isDone())
                .as("it is another collaboration of Bo's, but it was he who added Cy")
                .isTrue();
        assertFolds(shop, chat);
    }

    @Test
    @DisplayName(
            "B-4 B-17 B-53 B-62 given that any agent may add, when nobody is assigned, then only leads add, also not"
                    + " automations; and once Fin claims it he adds as anybody would")
    void nobodyIsAssigned() {
        var shop = Shop.ruledBy(AddRule.allow("agents", Adder.ANY_AGENT, Adder.SYSTEM, Adder.SUPERVISOR, Adder.ADMIN));
        var chat = shop.chat();
        var system = shop.collab.system("router");

        assertThat(reason(shop.agent(FIN).addCollaborator(chat, BO))).isEqualTo(Reason.NO_ASSIGNEE);
        assertThat(shop.agent(FIN).view(chat).orElseThrow().collaborators().whyNot())
                .contains(Reason.NO_ASSIGNEE);
        assertThat(reason(shop.agent(MO).addCollaborator(chat, BO))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(reason(system.addCollaborator(chat, BO, AddOptions.NONE))).isEqualTo(Reason.NO_ASSIGNEE);
        assertThat(shop.agent(SUE).addCollaborator(chat, BO).isDone()).isTrue();
        assertThat(shop.agent(ADA).addCollaborator(chat, CY).isDone()).isTrue();
        assertThat(reason(shop.agent(BO).addCollaborator(chat, ZED))).isEqualTo(Reason.NO_ASSIGNEE);

        shop.agent(FIN).claim(chat).orElseThrow();

        assertThat(shop.agent(FIN).addCollaborator(chat, ZED).isDone()).isTrue();
        assertThat(system.addCollaborator(chat, MO, AddOptions.NONE).isDone()).isTrue();
        assertThat(reason(shop.agent(BO).addCollaborator(chat, ASHA)))
                .as("Bo is an agent of no inbox")
                .isEqualTo(Reason.NOT_PERMITTED);
        assertThat(reason(shop.agent(ASHA).addCollaborator(chat, NOBODY))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(shop.head(chat).collaborations())
                .extracting(one -> one.agent())
                .containsExactly(BO, CY, ZED, MO);
        assertFolds(shop, chat);
    }

    @Test
    @DisplayName("B-1 B-6 B-26 B-4 given adds under two policies, when somebody asks later, then each entry names the"
            + " settings it was decided by, the history has both, and a change on top of the old ones is refused")
    void theRevisionIsOnTheEntries() {
        var shop = Shop.open();
        var chat = shop.assigned();
        shop.add(chat, BO);
        var old = shop.settings();
        shop.policy(policy ->
                policy.withRules(AddRule.allow("advise", Adder.ASSIGNEE).upTo(Level.ADVISER)));
        shop.add(chat, CY);
        shop.agent(ASHA).changeLevel(chat, BO, Level.ADVISER).orElseThrow();
        assertThat(reason(shop.agent(ASHA).changeLevel(chat, CY, Level.RESPONDER)))
                .isEqualTo(Reason.LEVEL_TOO_HIGH);

        assertThat(reason(shop.admin().change(old.withPublicName("Old times")))).isEqualTo(Reason.STALE_SETTINGS);
        assertThat(shop.collab
                        .admin(SUE)
                        .inbox(Shop.INBOX)
                        .change(shop.settings().withPublicName("Sue's")))
                .satisfies(no -> assertThat(no.isDone()).isFalse());

        long now = shop.settings().revision();
        assertThat(now).isEqualTo(old.revision() + 1);
        assertThat(shop.entries(chat, EntryKind.COLLABORATION_STARTED))
                .extracting(entry -> entry.settingsRevision())
                .containsExactly(old.revision(), now);
        assertThat(shop.entries(chat, EntryKind.LEVEL_CHANGED))
                .extracting(entry -> entry.settingsRevision())
                .containsExactly(now);
        assertThat(shop.admin().history(Long.MAX_VALUE, 10).orElseThrow())
                .extracting(change -> change.after().revision())
                .containsExactlyInAnyOrder(old.revision(), now);
        assertFolds(shop, chat);
    }

    @Test
    @DisplayName(
            "B-5 B-13 B-15 B-16 given that accessories help, when Asha searches and adds, then she finds exactly whom"
                    + " she can add, and unknown, left, foreign, bots and the customer get one and the same answer")
    void whoIsAbsentIsRefused() {
        var shop = Shop.ruledBy(AddRule.allow("accessories", Adder.ASSIGNEE).toAdd(ACCESSORIES));
        var left = new AgentId("lea");
        var customer = new AgentId("carla");
        var helper = new AgentId("hal");
        shop.people.add(left, "Lea", person -> person.groups(ACCESSORIES).active(false));
        shop.people.add(customer, "Carla", person -> person.groups(ACCESSORIES).customer(CARL));
        shop.people.add(helper, "Hal", person -> person.groups(ACCESSORIES).bot());
        var chat = shop.assigned();
        var before = Story.stored(shop, chat);
        var unknown = shop.agent(ASHA).addCollaborator(chat, NOBODY);
        assertThat(reason(unknown)).isEqualTo(Reason.CANDIDATE_UNAVAILABLE);

        var found = shop.agent(ASHA).candidates(chat, ALL).orElseThrow().candidates();

        assertThat(found).extracting(Candidate::agent).containsExactlyInAnyOrder(BO, CY);
        for (var absent : List.of(left, customer, helper, FIN, MO, ZED, SUE, BOT)) {
            assertThat(shop.agent(ASHA).addCollaborator(chat, absent))
                    .as(absent.value())
                    .isEqualTo(unknown);
        }
        assertThat(reason(shop.agent(ASHA).addCollaborator(chat, ASHA))).isEqualTo(Reason.ALREADY_ASSIGNEE);
        assertThat(Story.stored(shop, chat)).isEqualTo(before);
        shop.policy(policy -> policy.withBotsAllowed(true));
        assertThat(shop.agent(ASHA).candidates(chat, ALL).orElseThrow().candidates())
                .extracting(Candidate::agent)
                .containsExactlyInAnyOrder(BO, CY, helper);
        assertThat(shop.agent(ASHA).addCollaborator(chat, helper).isDone()).isTrue();
        assertFolds(shop, chat);
    }

    @Test
    @DisplayName(
            "B-10 B-12 B-14 B-31 given three places, one taken, when five are added at once, then each has an answer"
                    + " of their own, nobody's time is asked for twice, and those who are offline are said to be")
    void severalAtOnce() {
        var shop = Shop.open().policy(policy -> policy.withLimit(3));
        shop.people.change(CY, person -> person.presence(Presence.OFFLINE));
        var asked = new ArrayList<AgentId>();
        var host = shop.host(builder -> builder.capacity((agent, conversation) -> {
            asked.add(agent);
            return !agent.equals(MO);
        }));
        var chat = shop.assignedWith(BO);

        var told = Post.of(shop, () -> {
            var all = host.agent(ASHA).addCollaborators(chat, List.of(BO, CY, MO, FIN, ZED, ASHA), AddOptions.NONE);
            assertThat(all.get(BO).orElseThrow().known()).isTrue();
            assertThat(all.get(CY).orElseThrow().offline()).isTrue();
            assertThat(reason(all.get(MO))).isEqualTo(Reason.NO_CAPACITY);
            assertThat(all.get(FIN).orElseThrow().offline()).isFalse();
            assertThat(reason(all.get(ZED))).isEqualTo(Reason.LIMIT_REACHED);
            assertThat(reason(all.get(ASHA))).isEqualTo(Reason.ALREADY_ASSIGNEE);
        });

        assertThat(told).containsExactlyInAnyOrder("ADDED cy", "ADDED fin");
        assertThat(asked).doesNotHaveDuplicates().contains(CY, MO, FIN);
        shop.policy(policy -> policy.withLimit(4).withOfflineAllowed(false));
        shop.people.change(ZED, person -> person.presence(Presence.OFFLINE));
        assertThat(reason(shop.agent(ASHA).addCollaborator(chat, ZED))).isEqualTo(Reason.CANDIDATE_UNAVAILABLE);
        assertThat(shop.agent(CY).reply(chat, "I came back by phone.").isDone()).isTrue();
        assertThat(shop.collaborators(chat)).containsExactly(BO, CY, FIN);
        assertFolds(shop, chat);
    }

    private static void assertFolds(Shop shop, ConversationId conversation) {
        assertThat(Story.folded(shop, conversation)).isEqualTo(shop.head(conversation));
    }
}
