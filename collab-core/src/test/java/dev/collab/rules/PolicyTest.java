package dev.collab.rules;

import static dev.collab.rules.Shop.ACCESSORIES;
import static dev.collab.rules.Shop.ADA;
import static dev.collab.rules.Shop.ASHA;
import static dev.collab.rules.Shop.BO;
import static dev.collab.rules.Shop.BOT;
import static dev.collab.rules.Shop.CY;
import static dev.collab.rules.Shop.FIN;
import static dev.collab.rules.Shop.FOOTWEAR;
import static dev.collab.rules.Shop.INBOX;
import static dev.collab.rules.Shop.MO;
import static dev.collab.rules.Shop.SUE;
import static dev.collab.rules.Shop.ZED;
import static dev.collab.rules.Shop.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.Added;
import dev.collab.CandidateSearch;
import dev.collab.collaboration.Candidate;
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
import dev.collab.model.ConversationId;
import dev.collab.model.GroupReading;
import dev.collab.model.InboxRole;
import dev.collab.model.Level;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The policy")
class PolicyTest {
    private static final String RULE = "the rule";
    private static final AgentId PAT = new AgentId("pat");

    @Test
    @DisplayName("B-4 unless anything is said, lets the assignee and leads add any active agent as RESPONDER, with all")
    void unlessSaid() {
        for (var adder : List.of(ASHA, SUE, ADA)) {
            for (var candidate : List.of(BO, FIN, MO, ZED)) {
                var shop = Shop.open();
                var chat = shop.assigned();

                var added = shop.agent(adder).addCollaborator(chat, candidate).orElseThrow();

                assertThat(added.level()).isEqualTo(Level.RESPONDER);
                assertThat(added.invitation()).isEmpty();
                assertThat(shop.timeline(candidate, chat).orElseThrow()).hasSameSizeAs(shop.entries(chat));
            }
        }
    }

    @Test
    @DisplayName("B-4 unless anything is said, lets nobody else add anybody")
    void nobodyElseUnlessSaid() {
        var shop = Shop.open().conversations(now -> now.withReading(GroupReading.ALL, true));
        var chat = shop.assignedWith(BO);

        for (var adder : List.of(BO, FIN, MO)) {
            assertThat(reason(shop.agent(adder).addCollaborator(chat, CY))).isEqualTo(Reason.NOT_PERMITTED);
            assertThat(reason(shop.agent(adder).candidates(chat, CandidateSearch.of("", 10))))
                    .isEqualTo(Reason.NOT_PERMITTED);
        }
    }

    @Test
    @DisplayName("B-4 without any rule allows nobody, also after switching off and on")
    void noRules() {
        var shop = Shop.ruledBy();
        var chat = shop.assigned();
        var refused = Outcome.<Added>rejected(Reason.NOT_PERMITTED, new RuleRefusals(List.of()));

        for (var adder : List.of(ASHA, SUE, ADA)) {
            assertThat(shop.agent(adder).addCollaborator(chat, BO)).isEqualTo(refused);
        }

        shop.admin().disableCollaboration().orElseThrow();
        shop.admin().enableCollaboration().orElseThrow();
        assertThat(shop.agent(ASHA).addCollaborator(chat, BO)).isEqualTo(refused);
        assertThat(reason(shop.agent(ASHA).candidates(chat, CandidateSearch.of("", 10))))
                .isEqualTo(Reason.NOT_PERMITTED);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("B-4 lets exactly those add whom the rule names")
    void who(Adder who) {
        var meant = Map.of(
                Adder.ASSIGNEE, Set.of(ASHA),
                Adder.COLLABORATOR, Set.of(BO),
                Adder.SUPERVISOR, Set.of(SUE),
                Adder.ADMIN, Set.of(ADA),
                Adder.ANY_AGENT, Set.of(ASHA, FIN, MO, SUE, ADA),
                Adder.SYSTEM, Set.of());

        for (var adder : List.of(BO, FIN, MO, SUE, ADA)) {
            var added = everybodyReads(AddRule.allow(RULE, who)).add(adder);

            if (meant.get(who).contains(adder)) {
                assertThat(added.isDone()).as(adder.value()).isTrue();
            } else {
                assertThat(added).as(adder.value()).isEqualTo(refused(Cause.ADDER));
            }
        }
    }

    @Test
    @DisplayName("B-4 lets any of several adders use a rule")
    void severalAdders() {
        var rule = AddRule.allow(RULE, Adder.COLLABORATOR, Adder.ADMIN);

        assertThat(everybodyReads(rule).add(BO).isDone()).isTrue();
        assertThat(everybodyReads(rule).add(ADA).isDone()).isTrue();
        assertThat(everybodyReads(rule).add(ASHA)).isEqualTo(refused(Cause.ADDER));
    }

    @Test
    @DisplayName("B-4 narrows the adders to members of named groups, besides what they are")
    void adderGroups() {
        var footwear = AddRule.allow(RULE, Adder.ANY_AGENT).ofGroups(FOOTWEAR);
        var accessories =
                AddRule.allow(RULE, Adder.ASSIGNEE, Adder.COLLABORATOR).ofGroups(ACCESSORIES);

        assertThat(everybodyReads(footwear).add(FIN).isDone()).isTrue();
        assertThat(everybodyReads(footwear).add(MO)).isEqualTo(refused(Cause.ADDER));
        assertThat(everybodyReads(footwear).add(BO)).isEqualTo(refused(Cause.ADDER));
        assertThat(everybodyReads(accessories).add(BO).isDone()).isTrue();
        assertThat(everybodyReads(accessories).add(ASHA)).isEqualTo(refused(Cause.ADDER));
    }

    @Test
    @DisplayName("B-4 gives a rule for any agent to none who cannot read the conversation")
    void adderReads() {
        var shop = Shop.ruledBy(AddRule.allow(RULE, Adder.ANY_AGENT));
        var chat = shop.assigned();
        shop.people.add(
                PAT, "Pat", person -> person.role(INBOX, InboxRole.SUPERVISOR).groups(ACCESSORIES));

        for (var adder : List.of(MO, FIN, PAT, ZED, BO)) {
            assertThat(reason(shop.agent(adder).addCollaborator(chat, CY))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
            assertThat(reason(shop.agent(adder).candidates(chat, CandidateSearch.of("", 10))))
                    .isEqualTo(Reason.UNKNOWN_CONVERSATION);
        }
    }

    @Test
    @DisplayName("B-4 lets nobody add themselves: assignee, collaborator, lead or reader")
    void neverThemselves() {
        var everybody =
                AddRule.allow(RULE, Adder.ASSIGNEE, Adder.COLLABORATOR, Adder.SUPERVISOR, Adder.ADMIN, Adder.ANY_AGENT);
        var scene = everybodyReads(everybody);

        for (var adder : List.of(BO, FIN, MO, SUE, ADA)) {
            assertThat(scene.shop().agent(adder).addCollaborator(scene.chat(), adder))
                    .as(adder.value())
                    .isEqualTo(Outcome.<Added>rejected(Reason.CANNOT_ADD_SELF));
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("B-4 lets exactly those be added whom the rule names")
    void whom(Candidates whom) {
        var rule = AddRule.allow(RULE, Adder.ASSIGNEE);
        var narrowed = whom == Candidates.NAMED_GROUPS ? rule.toAdd(ACCESSORIES) : rule.toAdd(whom);
        var meant = Map.of(
                Candidates.PEERS, Set.of(FIN, SUE),
                Candidates.NAMED_GROUPS, Set.of(BO, CY, PAT),
                Candidates.ANYONE, Set.of(ADA, SUE, FIN, BO, CY, MO, ZED, PAT),
                Candidates.SUPERIORS, Set.of(ADA, SUE));

        assertAdmits(narrowed, meant.get(whom));
    }

    @Test
    @DisplayName("B-4 lets any of several kinds of candidates be added")
    void severalCandidates() {
        var rule = AddRule.allow(RULE, Adder.ASSIGNEE);

        assertAdmits(rule.toAdd(Candidates.PEERS, Candidates.SUPERIORS), Set.of(ADA, SUE, FIN));
        assertAdmits(rule.toAdd(ACCESSORIES, FOOTWEAR), Set.of(BO, CY, PAT, FIN, SUE));
    }

    @Test
    @DisplayName("B-4 takes peers for those who share a group with the adder, whatever the conversation's group")
    void peersOfTheAdder() {
        var scene = everybodyReads(
                AddRule.allow(RULE, Adder.COLLABORATOR, Adder.ANY_AGENT).toAdd(Candidates.PEERS));

        assertThat(scene.shop().agent(BO).addCollaborator(scene.chat(), CY).isDone())
                .isTrue();
        assertThat(scene.shop().agent(BO).addCollaborator(scene.chat(), FIN)).isEqualTo(unavailable());
        assertThat(scene.shop().agent(MO).addCollaborator(scene.chat(), FIN)).isEqualTo(unavailable());
    }

    /** Every agent of the directory is tried, each on a new chat of Asha's, and searched for. */
    private static void assertAdmits(AddRule rule, Set<AgentId> meant) {
        var everybody = List.of(ADA, SUE, FIN, BO, CY, MO, ZED, BOT, PAT);
        var shop = Shop.ruledBy(rule);
        shop.people.add(
                PAT, "Pat", person -> person.role(INBOX, InboxRole.SUPERVISOR).groups(ACCESSORIES));

        for (var candidate : everybody) {
            var added = shop.agent(ASHA).addCollaborator(shop.assigned(), candidate);

            if (meant.contains(candidate)) {
                assertThat(added.isDone()).as(candidate.value()).isTrue();
            } else {
                assertThat(added).as(candidate.value()).isEqualTo(unavailable());
            }
        }
        assertThat(shop.agent(ASHA)
                        .candidates(shop.assigned(), CandidateSearch.of("", 100))
                        .orElseThrow()
                        .candidates())
                .extracting(Candidate::agent)
                .containsExactlyInAnyOrderElementsOf(new TreeSet<>(meant));
    }

    @Test
    @DisplayName("B-4 looks at the channel")
    void channel() {
        var ticketsOnly = CaseCondition.ANY.channel(Channel.EMAIL_TICKET);

        assertApplies(ticketsOnly, Channel.EMAIL_TICKET, CaseFacts.of(FOOTWEAR));
        assertDoesNotApply(ticketsOnly, Channel.LIVE_CHAT, CaseFacts.of(FOOTWEAR));
    }

    @Test
    @DisplayName("B-4 looks at the group, and a conversation without one is no group's")
    void group() {
        var footwearOnly = CaseCondition.ANY.group(FOOTWEAR);

        assertApplies(footwearOnly, Channel.LIVE_CHAT, CaseFacts.of(FOOTWEAR));
        assertApplies(CaseCondition.ANY.group(ACCESSORIES, FOOTWEAR), Channel.LIVE_CHAT, CaseFacts.of(FOOTWEAR));
        assertDoesNotApply(footwearOnly, Channel.LIVE_CHAT, CaseFacts.of(ACCESSORIES));
        assertDoesNotApply(footwearOnly, Channel.LIVE_CHAT, CaseFacts.of(null));
    }

    @Test
    @DisplayName("B-4 looks at the topics, of which one suffices")
    void topic() {
        var returns = CaseCondition.ANY.topic("returns", "refunds");

        assertApplies(returns, Channel.LIVE_CHAT, new CaseFacts(null, Set.of("sizes", "returns"), Map.of()));
        assertDoesNotApply(returns, Channel.LIVE_CHAT, new CaseFacts(null, Set.of("sizes"), Map.of()));
        assertDoesNotApply(returns, Channel.LIVE_CHAT, CaseFacts.of(null));
    }

    @Test
    @DisplayName("B-4 looks at the attributes, each of which must be one of the values")
    void attribute() {
        var urgentGold =
                CaseCondition.ANY.attribute("priority", "high", "urgent").attribute("tier", "gold");

        assertApplies(urgentGold, Channel.LIVE_CHAT, attributes(Map.of("priority", "high", "tier", "gold")));
        assertApplies(
                urgentGold, Channel.LIVE_CHAT, attributes(Map.of("priority", "urgent", "tier", "gold", "x", "y")));
        assertDoesNotApply(urgentGold, Channel.LIVE_CHAT, attributes(Map.of("priority", "low", "tier", "gold")));
        assertDoesNotApply(urgentGold, Channel.LIVE_CHAT, attributes(Map.of("priority", "high")));
        assertDoesNotApply(urgentGold, Channel.LIVE_CHAT, attributes(Map.of("tier", "high", "priority", "gold")));
        assertDoesNotApply(urgentGold, Channel.LIVE_CHAT, CaseFacts.of(null));
    }

    @Test
    @DisplayName("B-4 asks every part of a case at once")
    void everyPart() {
        var all = CaseCondition.ANY
                .channel(Channel.LIVE_CHAT)
                .group(FOOTWEAR)
                .topic("sizes")
                .attribute("tier", "gold");
        var gold = Map.of("tier", "gold");

        assertApplies(all, Channel.LIVE_CHAT, new CaseFacts(FOOTWEAR, Set.of("sizes"), gold));
        assertDoesNotApply(all, Channel.EMAIL_TICKET, new CaseFacts(FOOTWEAR, Set.of("sizes"), gold));
        assertDoesNotApply(all, Channel.LIVE_CHAT, new CaseFacts(ACCESSORIES, Set.of("sizes"), gold));
        assertDoesNotApply(all, Channel.LIVE_CHAT, new CaseFacts(FOOTWEAR, Set.of("returns"), gold));
        assertDoesNotApply(all, Channel.LIVE_CHAT, new CaseFacts(FOOTWEAR, Set.of("sizes"), Map.of()));
    }

    private static CaseFacts attributes(Map<String, String> attributes) {
        return new CaseFacts(null, Set.of(), attributes);
    }

    private static void assertApplies(CaseCondition condition, Channel channel, CaseFacts facts) {
        assertThat(addedInCase(condition, channel, facts).isDone()).isTrue();
    }

    private static void assertDoesNotApply(CaseCondition condition, Channel channel, CaseFacts facts) {
        assertThat(addedInCase(condition, channel, facts)).isEqualTo(refused(Cause.CASE));
    }

    private static Outcome<Added> addedInCase(CaseCondition condition, Channel channel, CaseFacts facts) {
        var shop = Shop.ruledBy(AddRule.allow(RULE, Adder.ADMIN).when(condition));
        return shop.agent(ADA).addCollaborator(shop.opened(channel, facts), CY);
    }

    /** Asha's chat, on which Bo collaborates and which every agent of the inbox reads, under one rule. */
    private static Scene everybodyReads(AddRule rule) {
        var shop = Shop.open().conversations(now -> now.withReading(GroupReading.ALL, true));
        var chat = shop.assignedWith(BO);
        shop.policy(policy -> policy.withRules(rule));
        return new Scene(shop, chat);
    }

    private record Scene(Shop shop, ConversationId chat) {
        Outcome<Added> add(AgentId adder) {
            return shop.agent(adder).addCollaborator(chat, CY);
        }
    }

    private static Outcome<Added> refused(Cause cause) {
        return Outcome.rejected(Reason.NOT_PERMITTED, new RuleRefusals(List.of(new RuleRefusal(RULE, cause))));
    }

    private static Outcome<Added> unavailable() {
        return Outcome.rejected(
                Reason.CANDIDATE_UNAVAILABLE, new RuleRefusals(List.of(new RuleRefusal(RULE, Cause.CANDIDATE))));
    }
}
