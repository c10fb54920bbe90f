package dev.collab.rules;

import static dev.collab.rules.Shop.ACCESSORIES;
import static dev.collab.rules.Shop.ASHA;
import static dev.collab.rules.Shop.BO;
import static dev.collab.rules.Shop.CY;
import static dev.collab.rules.Shop.FIN;
import static dev.collab.rules.Shop.FOOTWEAR;
import static dev.collab.rules.Shop.MO;
import static dev.collab.rules.Shop.SUE;
import static dev.collab.rules.Shop.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.Added;
import dev.collab.collaboration.AddOptions;
import dev.collab.collaboration.RuleRefusal;
import dev.collab.collaboration.RuleRefusal.Cause;
import dev.collab.collaboration.RuleRefusals;
import dev.collab.model.AddRule;
import dev.collab.model.Adder;
import dev.collab.model.AgentId;
import dev.collab.model.Candidates;
import dev.collab.model.CaseCondition;
import dev.collab.model.CaseFacts;
import dev.collab.model.Channel;
import dev.collab.model.Collaboration;
import dev.collab.model.ConversationId;
import dev.collab.model.EntryKind;
import dev.collab.model.HistoryWindow;
import dev.collab.model.Level;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A decision of the policy")
class PolicyDecisionTest {
    private static final AddRule BY_ASSIGNEE = AddRule.allow("by assignee", Adder.ASSIGNEE);
    private static final AddRule BY_COLLABORATOR = AddRule.allow("by collaborator", Adder.COLLABORATOR);
    private static final AddOptions FULL = AddOptions.NONE.reading(HistoryWindow.FULL);
    private static final AddOptions FROM_ADD = AddOptions.NONE.reading(HistoryWindow.FROM_ADD);

    @ParameterizedTest
    @EnumSource
    @DisplayName("B-4 gives the highest level of the rule if none is asked for")
    void highestLevel(Level highest) {
        var shop = Shop.ruledBy(BY_ASSIGNEE.upTo(highest));
        var chat = shop.assigned();

        assertThat(shop.add(chat, BO).level()).isEqualTo(highest);
        assertThat(grant(shop, chat, BO).level()).isEqualTo(highest);
    }

    @Test
    @DisplayName("B-4 gives the level that is asked for, up to the rule's")
    void levelAskedFor() {
        var shop = Shop.ruledBy(BY_ASSIGNEE.upTo(Level.ADVISER));
        var chat = shop.assigned();
        var tooHigh = Outcome.<Added>rejected(
                Reason.LEVEL_TOO_HIGH, new RuleRefusals(List.of(new RuleRefusal("by assignee", Cause.LEVEL))));

        assertThat(add(shop, ASHA, chat, BO, AddOptions.at(Level.RESPONDER))).isEqualTo(tooHigh);
        assertThat(shop.head(chat).collaborations()).isEmpty();
        assertThat(add(shop, ASHA, chat, BO, AddOptions.at(Level.OBSERVER)))
                .satisfies(added -> assertThat(added.orElseThrow().level()).isEqualTo(Level.OBSERVER));
        assertThat(add(shop, ASHA, chat, CY, AddOptions.at(Level.ADVISER)))
                .satisfies(added -> assertThat(added.orElseThrow().level()).isEqualTo(Level.ADVISER));
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("B-4 lets collaborators hand on no more than their own level")
    void ownLevel(Level own) {
        var shop = Shop.ruledBy(BY_ASSIGNEE, BY_COLLABORATOR);
        var chat = shop.assigned();
        add(shop, ASHA, chat, BO, AddOptions.at(own)).orElseThrow();

        for (var level : Level.values()) {
            if (level.compareTo(own) > 0) {
                assertThat(add(shop, BO, chat, CY, AddOptions.at(level)))
                        .isEqualTo(Outcome.<Added>rejected(Reason.LEVEL_TOO_HIGH));
            }
        }
        assertThat(add(shop, BO, chat, CY, AddOptions.NONE).orElseThrow().level())
                .isEqualTo(own);
    }

    @Test
    @DisplayName("B-4 takes the adder's ceiling for their level")
    void ceiling() {
        var shop = Shop.ruledBy(BY_ASSIGNEE, BY_COLLABORATOR);
        var chat = shop.assignedWith(BO);
        shop.people.change(BO, person -> person.ceiling(Level.ADVISER));

        assertThat(reason(add(shop, BO, chat, CY, AddOptions.at(Level.RESPONDER))))
                .isEqualTo(Reason.LEVEL_TOO_HIGH);
        assertThat(add(shop, BO, chat, CY, AddOptions.NONE).orElseThrow().level())
                .isEqualTo(Level.ADVISER);
    }

    @Test
    @DisplayName("B-4 lets whoever only reads from outside hand on reading")
    void readers() {
        var shop = Shop.ruledBy(AddRule.allow("any", Adder.ANY_AGENT))
                .conversations(now -> now.withReading(now.groupReading(), true));
        var chat = shop.assigned();

        assertThat(reason(add(shop, MO, chat, CY, AddOptions.at(Level.ADVISER))))
                .isEqualTo(Reason.LEVEL_TOO_HIGH);
        assertThat(add(shop, MO, chat, CY, AddOptions.NONE).orElseThrow().level())
                .isEqualTo(Level.OBSERVER);
    }

    @Test
    @DisplayName("B-4 lets assignee and leads hand on all, whatever their ceiling and their own grant")
    void assigneeAndLeadsHaveAll() {
        var shop = Shop.open();
        var chat = shop.assigned();
        add(shop, ASHA, chat, SUE, AddOptions.at(Level.OBSERVER).reading(HistoryWindow.FROM_ADD))
                .orElseThrow();
        shop.people.change(ASHA, person -> person.ceiling(Level.OBSERVER));

        add(shop, SUE, chat, BO, AddOptions.at(Level.RESPONDER).reading(HistoryWindow.FULL))
                .orElseThrow();
        add(shop, ASHA, chat, CY, AddOptions.at(Level.RESPONDER).reading(HistoryWindow.FULL))
                .orElseThrow();

        assertThat(grant(shop, chat, BO).fromSequence()).isZero();
        assertThat(grant(shop, chat, CY).fromSequence()).isZero();
    }

    @Test
    @DisplayName("B-4 lets collaborators hand on no more than their own window, which is what they give unless asked")
    void ownWindow() {
        var shop = Shop.ruledBy(BY_ASSIGNEE, BY_COLLABORATOR);
        var chat = shop.assigned();
        add(shop, ASHA, chat, BO, FROM_ADD).orElseThrow();
        long from = grant(shop, chat, BO).fromSequence();
        assertThat(from).isPositive();

        assertThat(add(shop, BO, chat, CY, FULL)).isEqualTo(Outcome.<Added>rejected(Reason.WINDOW_TOO_WIDE));
        add(shop, BO, chat, CY, AddOptions.NONE).orElseThrow();
        add(shop, BO, chat, FIN, FROM_ADD).orElseThrow();

        assertThat(grant(shop, chat, CY).fromSequence()).isEqualTo(from);
        assertThat(grant(shop, chat, FIN).fromSequence())
                .isEqualTo(shop.lastEntry(chat).sequence());
    }

    @Test
    @DisplayName("B-4 lets collaborators who read all hand on all")
    void fullWindow() {
        var shop = Shop.ruledBy(BY_ASSIGNEE, BY_COLLABORATOR);
        var chat = shop.assignedWith(BO);

        add(shop, BO, chat, CY, FULL).orElseThrow();

        assertThat(grant(shop, chat, CY).fromSequence()).isZero();
    }

    @Test
    @DisplayName("B-4 is made by the first rule that allows, and names it")
    void firstRuleDecides() {
        var shop = Shop.ruledBy(
                BY_COLLABORATOR,
                AddRule.allow("advise", Adder.ASSIGNEE).upTo(Level.ADVISER),
                AddRule.allow("respond", Adder.ASSIGNEE));
        var chat = shop.assigned();

        assertThat(shop.add(chat, BO).level()).isEqualTo(Level.ADVISER);
        assertThat(shop.lastEntry(chat).facts()).containsEntry("rule", "advise");
        assertThat(grant(shop, chat, BO).rule()).isEqualTo("advise");

        add(shop, ASHA, chat, CY, AddOptions.at(Level.RESPONDER)).orElseThrow();
        assertThat(shop.lastEntry(chat).facts()).containsEntry("rule", "respond");
    }

    @Test
    @DisplayName("B-4 changes with the order of the rules")
    void order() {
        var advise = AddRule.allow("advise", Adder.ASSIGNEE).upTo(Level.ADVISER);
        var shop = Shop.ruledBy(BY_ASSIGNEE, advise);
        var chat = shop.assigned();

        assertThat(shop.add(chat, BO).level()).isEqualTo(Level.RESPONDER);
        assertThat(shop.lastEntry(chat).facts()).containsEntry("rule", "by assignee");
    }

    @Test
    @DisplayName("B-4 goes by the rule that is for this candidate")
    void ruleOfTheCandidate() {
        var shop = Shop.ruledBy(
                AddRule.allow("footwear", Adder.ASSIGNEE).toAdd(FOOTWEAR),
                AddRule.allow("accessories", Adder.ASSIGNEE).toAdd(ACCESSORIES).upTo(Level.OBSERVER));
        var chat = shop.assigned();

        assertThat(shop.add(chat, BO).level()).isEqualTo(Level.OBSERVER);
        assertThat(shop.add(chat, FIN).level()).isEqualTo(Level.RESPONDER);
        assertThat(reason(add(shop, ASHA, chat, MO, AddOptions.NONE))).isEqualTo(Reason.CANDIDATE_UNAVAILABLE);
    }

    @Test
    @DisplayName("B-4 says of every rule, in order, why it did not allow")
    void everyRefusal() {
        var shop = Shop.ruledBy(
                BY_COLLABORATOR,
                AddRule.allow("on tickets", Adder.ASSIGNEE).when(CaseCondition.ANY.channel(Channel.EMAIL_TICKET)),
                AddRule.allow("superiors", Adder.ASSIGNEE).toAdd(Candidates.SUPERIORS),
                AddRule.allow("observe", Adder.ASSIGNEE).upTo(Level.OBSERVER),
                AddRule.allow("peers", Adder.ASSIGNEE).toAdd(Candidates.PEERS));
        var chat = shop.assigned();
        var every = new RuleRefusals(List.of(
                new RuleRefusal("by collaborator", Cause.ADDER),
                new RuleRefusal("on tickets", Cause.CASE),
                new RuleRefusal("superiors", Cause.CANDIDATE),
                new RuleRefusal("observe", Cause.LEVEL),
                new RuleRefusal("peers", Cause.CANDIDATE)));

        assertThat(add(shop, ASHA, chat, BO, AddOptions.at(Level.ADVISER)))
                .isEqualTo(Outcome.<Added>rejected(Reason.LEVEL_TOO_HIGH, every));
    }

    @Test
    @DisplayName("B-4 says of every rule why, also if none is for this adder and case")
    void everyRefusalOfTheAdder() {
        var shop = Shop.ruledBy(
                BY_COLLABORATOR,
                AddRule.allow("on tickets", Adder.ASSIGNEE).when(CaseCondition.ANY.channel(Channel.EMAIL_TICKET)),
                AddRule.allow("by supervisor on tickets", Adder.SUPERVISOR)
                        .when(CaseCondition.ANY.channel(Channel.EMAIL_TICKET)));
        var every = new RuleRefusals(List.of(
                new RuleRefusal("by collaborator", Cause.ADDER),
                new RuleRefusal("on tickets", Cause.CASE),
                new RuleRefusal("by supervisor on tickets", Cause.ADDER)));

        assertThat(add(shop, ASHA, shop.assigned(), BO, AddOptions.NONE))
                .isEqualTo(Outcome.<Added>rejected(Reason.NOT_PERMITTED, every));
    }

    @Test
    @DisplayName("B-4 asks first where the rule wants acceptance, and gives no access yet")
    void acceptance() {
        var shop = Shop.ruledBy(BY_ASSIGNEE.byInvitation().upTo(Level.ADVISER).lasting(Duration.ofHours(1)));
        var chat = shop.assigned();
        var options = AddOptions.NONE.reading(HistoryWindow.FROM_ADD).asking("Which charger?");

        var added = add(shop, ASHA, chat, BO, options).orElseThrow();

        var invitation = shop.head(chat).invitations().get(0);
        assertThat(added.collaboration()).isEmpty();
        assertThat(added.invitation()).contains(invitation.id());
        assertThat(added.level()).isEqualTo(Level.ADVISER);
        assertThat(invitation.agent()).isEqualTo(BO);
        assertThat(invitation.rule()).isEqualTo("by assignee");
        assertThat(invitation.question()).isEqualTo("Which charger?");
        assertThat(invitation.level()).isEqualTo(Level.ADVISER);
        assertThat(invitation.fromSequence()).isNull();
        assertThat(invitation.timeBox()).isEqualTo(Duration.ofHours(1));
        assertThat(shop.lastEntry(chat).kind()).isEqualTo(EntryKind.INVITED);
        assertThat(shop.head(chat).collaborations()).isEmpty();
        assertThat(reason(shop.timeline(BO, chat))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
    }

    @Test
    @DisplayName("B-4 lasts as long as the rule says, and not an instant longer")
    void timeBox() {
        var shop = Shop.ruledBy(BY_ASSIGNEE.lasting(Duration.ofHours(1)));
        var chat = shop.assignedWith(BO);
        var end = shop.time.instant().plus(Duration.ofHours(1));
        assertThat(grant(shop, chat, BO).endsAt()).isEqualTo(end);

        shop.time.set(end.minusMillis(1));
        assertThat(shop.timeline(BO, chat).isDone()).isTrue();

        shop.time.set(end);
        assertThat(reason(shop.timeline(BO, chat))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(shop.collaborators(chat)).isEmpty();
    }

    @Test
    @DisplayName("B-6 leaves the settings revision on every entry it led to")
    void settingsRevision() {
        var shop = Shop.ruledBy(
                BY_ASSIGNEE.toAdd(ACCESSORIES),
                AddRule.allow("ask", Adder.ASSIGNEE).byInvitation());
        var chat = shop.assigned();

        shop.add(chat, BO);
        assertDecidedOn(shop, chat, EntryKind.COLLABORATION_STARTED);
        shop.add(chat, MO);
        assertDecidedOn(shop, chat, EntryKind.INVITED);

        shop.policy(policy -> policy.withLimit(5));
        shop.agent(SUE).join(chat).orElseThrow();
        assertDecidedOn(shop, chat, EntryKind.COLLABORATION_STARTED);
        shop.policy(policy -> policy.withLimit(6));
        shop.agent(ASHA).transferAndStay(chat, FIN).orElseThrow();
        assertDecidedOn(shop, chat, EntryKind.COLLABORATION_STARTED);
    }

    private static void assertDecidedOn(Shop shop, ConversationId chat, EntryKind kind) {
        assertThat(shop.lastEntry(chat).kind()).isEqualTo(kind);
        assertThat(shop.lastEntry(chat).settingsRevision())
                .isEqualTo(shop.settings().revision());
    }

    @Test
    @DisplayName("B-6 leaves grants as they are when the case changes, and decides the next add by the new case")
    void caseChanges() {
        var shop = Shop.ruledBy(BY_ASSIGNEE.when(CaseCondition.ANY.topic("chargers")));
        var chat = shop.assigned();
        var facts = shop.head(chat).facts();
        var chargers = new CaseFacts(FOOTWEAR, Set.of("chargers"), Map.of());
        shop.collab.system("router").changeCase(chat, chargers).orElseThrow();
        shop.add(chat, BO);
        var granted = grant(shop, chat, BO);

        shop.collab.system("router").changeCase(chat, facts).orElseThrow();

        assertThat(grant(shop, chat, BO)).isEqualTo(granted);
        assertThat(shop.agent(BO).reply(chat, "The USB-C one.").isDone()).isTrue();
        assertThat(reason(add(shop, ASHA, chat, CY, AddOptions.NONE))).isEqualTo(Reason.NOT_PERMITTED);
    }

    @Test
    @DisplayName("B-8 that is withdrawn for the future leaves those already added in place")
    void withdrawn() {
        var shop = Shop.open();
        var chat = shop.assignedWith(BO);

        shop.policy(policy -> policy.withRules());

        assertThat(shop.agent(BO).reply(chat, "The USB-C one.").isDone()).isTrue();
        assertThat(shop.collaborators(chat)).isEqualTo(List.of(BO));
        assertThat(reason(add(shop, ASHA, chat, CY, AddOptions.NONE))).isEqualTo(Reason.NOT_PERMITTED);
    }

    private static Outcome<Added> add(
            Shop shop, AgentId adder, ConversationId chat, AgentId candidate, AddOptions options) {
        return shop.agent(adder).addCollaborator(chat, candidate, options);
    }

    private static Collaboration grant(Shop shop, ConversationId chat, AgentId agent) {
        Optional<Collaboration> grant = shop.head(chat).collaborationOf(agent);
        return grant.orElseThrow();
    }
}
