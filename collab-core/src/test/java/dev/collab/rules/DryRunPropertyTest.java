package dev.collab.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.Added;
import dev.collab.CandidateSearch;
import dev.collab.PolicyChange;
import dev.collab.PolicyChange.Adding;
import dev.collab.collaboration.AddOptions;
import dev.collab.collaboration.Admission;
import dev.collab.collaboration.Collaborator;
import dev.collab.conversation.Supposed;
import dev.collab.model.Acceptance;
import dev.collab.model.AddRule;
import dev.collab.model.Adder;
import dev.collab.model.AgentId;
import dev.collab.model.Channel;
import dev.collab.model.Collaboration;
import dev.collab.model.CollaborationSettings;
import dev.collab.model.ConversationHead;
import dev.collab.model.ConversationId;
import dev.collab.model.GroupId;
import dev.collab.model.HistoryWindow;
import dev.collab.model.InboxSettings;
import dev.collab.model.Invitation;
import dev.collab.model.Level;
import dev.collab.model.Presence;
import dev.collab.model.WhenSwitchedOff;
import dev.collab.outcome.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Tries random policies out dry, then in earnest, and compares. */
class DryRunPropertyTest {
    private static final int SEEDS = 1_500;

    /** Names that groups of the shop bear, so that rules are often about somebody. */
    private static final List<String> NAMES = List.of("footwear", "accessories", "boots", "urgent");

    private static final List<GroupId> GROUPS = List.of(Shop.FOOTWEAR, Shop.ACCESSORIES);
    private static final List<AgentId> PEOPLE = List.of(
            Shop.ADA, Shop.SUE, Shop.ASHA, Shop.FIN, Shop.BO, Shop.CY, Shop.MO, Shop.ZED, Shop.BOT, Shop.NOBODY);

    /** Lets an admin make everybody anything, before the policy that is tried. */
    private static final AddRule STAGE = AddRule.allow("stage", Adder.ADMIN);

    @Test
    @DisplayName(
            "B-4 B-5 a dry run answers as the real desk then does: rule, level, acceptance, time box, or the reason")
    void addsAsInEarnest() {
        var answers = new EnumMap<Acceptance, Integer>(Acceptance.class);
        var reasons = new TreeSet<String>();
        for (long seed = 0; seed < SEEDS; seed++) {
            var trial = new Trial(seed);
            var desk = trial.shop.admin().dryRun(trial.policy);

            var dry = desk.add(trial.supposed, trial.candidate, trial.options).orElseThrow();
            var found = desk.candidates(trial.supposed, CandidateSearch.of("")).orElseThrow();
            trial.switchOver();
            var agent = trial.shop.agent(trial.supposed.agent());

            assertThat(found)
                    .as("seed %s", seed)
                    .isEqualTo(agent.candidates(trial.conversation, CandidateSearch.of("")));
            var real = agent.addCollaborator(trial.conversation, trial.candidate, trial.options);
            assertThat(dry).as("seed %s: %s", seed, trial.policy).isEqualTo(trial.admission(real));
            dry.ifRejected(no -> reasons.add(no.reason().name()));
            dry.map(admission -> answers.merge(admission.acceptance(), 1, Integer::sum));
        }
        // The policies are of a kind that shows something.
        assertThat(answers).allSatisfy((acceptance, times) -> assertThat(times).isGreaterThan(SEEDS / 50));
        assertThat(answers).hasSize(2);
        assertThat(reasons)
                .contains(
                        "COLLABORATION_OFF",
                        "NOT_PERMITTED",
                        "CANDIDATE_UNAVAILABLE",
                        "LEVEL_TOO_HIGH",
                        "WINDOW_TOO_WIDE",
                        "LIMIT_REACHED",
                        "NO_ASSIGNEE",
                        "ALREADY_ASSIGNEE",
                        "CANNOT_ADD_SELF",
                        "UNKNOWN_CONVERSATION");
    }

    /** Somebody on a conversation, about to add somebody else, under a policy that is not yet stored. */
    private static final class Trial {
        final Policies draw;
        final Shop shop = Shop.ruledBy(STAGE);
        final CollaborationSettings policy;
        final Supposed supposed;
        final AgentId candidate;
        final AddOptions options;
        final ConversationId conversation;

        Trial(long seed) {
            draw = new Policies(seed, NAMES);
            // Those who are supposed to collaborate do so, also after switching off.
            policy = draw.policy().withEnabled(draw.below(10) > 0).withWhenSwitchedOff(WhenSwitchedOff.KEEP);
            shop.people.change(
                    draw.one(List.of(Shop.BO, Shop.CY, Shop.MO)), person -> person.presence(Presence.OFFLINE));
            shop.people.change(draw.one(List.of(Shop.FIN, Shop.CY, Shop.ZED)), person -> person.active(false));
            shop.people.change(draw.one(List.of(Shop.FIN, Shop.BO, Shop.SUE)), person -> person.ceiling(Level.ADVISER));
            shop.people.change(draw.one(List.of(Shop.MO, Shop.CY, Shop.ZED)), person -> person.customer(Shop.CARL));
            shop.conversations(now -> now.withReading(now.groupReading(), draw.coin()));
            var facts = draw.facts(GROUPS);
            var channel = draw.one(Channel.class);
            conversation = shop.opened(channel, facts);
            supposed = staged(draw.one(PEOPLE), channel, Supposed.outside(Shop.ASHA, channel, facts));
            candidate = draw.one(PEOPLE);
            options = new AddOptions(
                    draw.coin() ? Optional.empty() : Optional.of(draw.one(Level.class)),
                    draw.coin() ? Optional.empty() : Optional.of(draw.one(HistoryWindow.class)),
                    draw.below(5) > 0 ? Optional.empty() : Optional.of(draw.coin() ? "Which?" : ""));
        }

        private Supposed staged(AgentId agent, Channel channel, Supposed outside) {
            var facts = outside.facts();
            var router = shop.collab.system("router");
            switch (draw.below(4)) {
                case 0, 1 -> {
                    if (router.transfer(conversation, agent).isDone()) {
                        return Supposed.assignee(agent, channel, facts).of(Shop.CARL);
                    }
                }
                case 2 -> {
                    var level = draw.one(Level.class);
                    var window = draw.one(HistoryWindow.class);
                    var options = AddOptions.at(level).reading(window);
                    boolean assigned = router.transfer(conversation, Shop.MO).isDone();
                    if (shop.agent(Shop.ADA)
                            .addCollaborator(conversation, agent, options)
                            .isDone()) {
                        var part = Supposed.collaborator(agent, level, channel, facts)
                                .of(Shop.CARL);
                        var wide = window == HistoryWindow.FULL ? part : part.readingFromAdd();
                        return assigned ? wide.assignedTo(Shop.MO) : wide.queued();
                    }
                    return assigned
                            ? Supposed.outside(agent, channel, facts)
                                    .of(Shop.CARL)
                                    .assignedTo(Shop.MO)
                            : Supposed.outside(agent, channel, facts)
                                    .of(Shop.CARL)
                                    .queued();
                }
                default -> {
                    // It stays in the queue.
                }
            }
            return Supposed.outside(agent, channel, facts).of(Shop.CARL).queued();
        }

        void switchOver() {
            shop.policy(now -> policy);
        }

        /** What came of it, read from what is stored. */
        Outcome<Admission> admission(Outcome<Added> real) {
            return real.map(added -> {
                var head = shop.head(conversation);
                var grant = head.collaborations().stream()
                        .filter(one -> added.collaboration().equals(Optional.of(one.id())))
                        .findFirst();
                return grant.map(one -> admission(one, added))
                        .orElseGet(() -> admission(head.invitations().get(0), added));
            });
        }

        private static Admission admission(Collaboration grant, Added added) {
            return new Admission(
                    grant.agent(),
                    Optional.ofNullable(grant.rule()).orElseThrow(),
                    grant.level(),
                    Acceptance.INSTANT,
                    Optional.ofNullable(grant.endsAt()).map(end -> Duration.between(grant.startedAt(), end)),
                    grant.escalation(),
                    added.offline());
        }

        private static Admission admission(Invitation asked, Added added) {
            return new Admission(
                    added.agent(),
                    Optional.ofNullable(asked.rule()).orElseThrow(),
                    asked.level(),
                    Acceptance.INVITATION,
                    Optional.ofNullable(asked.timeBox()),
                    asked.escalation(),
                    added.offline());
        }
    }

    @Test
    @DisplayName("B-7 B-23 a dry run foretells what is seen of every open conversation after switching in earnest")
    void changesAsInEarnest() {
        int changed = 0;
        int ended = 0;
        for (long seed = 0; seed < SEEDS / 3; seed++) {
            var draw = new Policies(seed, NAMES);
            var shop = Shop.ruledBy(STAGE)
                    .policy(now -> now.withRules(
                            STAGE,
                            AddRule.allow("ask", Adder.ASSIGNEE)
                                    .toAdd(Shop.ACCESSORIES)
                                    .byInvitation()));
            var open = opened(shop, draw);
            shop.policy(now -> draw.policy().withEnabled(draw.below(4) > 0));
            var policy = draw.policy().withEnabled(draw.coin());

            var foretold = foretold(shop, policy, 1 + draw.below(4));
            var before = seen(shop, open);
            shop.policy(now -> policy);
            var after = seen(shop, open);

            var expected = new HashMap<ConversationId, PolicyChange>();
            for (var conversation : open) {
                var change = change(conversation, before.get(conversation), after.get(conversation));
                if (!change.ending().isEmpty()
                        || !change.cancelled().isEmpty()
                        || !change.before().equals(change.after())) {
                    expected.put(conversation, change);
                }
            }
            assertThat(foretold).as("seed %s: %s", seed, policy).isEqualTo(expected);
            changed += expected.size();
            ended += (int) expected.values().stream()
                    .filter(one -> !one.ending().isEmpty() && !one.cancelled().isEmpty())
                    .count();
        }
        assertThat(changed).isGreaterThan(SEEDS / 3);
        assertThat(ended).isGreaterThan(SEEDS / 50);
    }

    private static List<ConversationId> opened(Shop shop, Policies draw) {
        var open = new ArrayList<ConversationId>();
        for (int rest = 1 + draw.below(4); rest > 0; rest--) {
            var conversation = shop.opened(draw.one(Channel.class), draw.facts(GROUPS));
            if (draw.below(4) > 0) {
                shop.collab
                        .system("router")
                        .transfer(conversation, draw.one(List.of(Shop.ASHA, Shop.MO)))
                        .orElseThrow();
                shop.agent(Shop.ASHA).addCollaborator(conversation, Shop.BO);
            }
            shop.agent(Shop.ADA).addCollaborator(conversation, draw.one(List.of(Shop.CY, Shop.FIN)));
            open.add(conversation);
        }
        return open;
    }

    private static Map<ConversationId, PolicyChange> foretold(Shop shop, CollaborationSettings policy, int limit) {
        var foretold = new HashMap<ConversationId, PolicyChange>();
        var desk = shop.admin().dryRun(policy);
        var page = desk.changes(Optional.empty(), limit).orElseThrow();
        page.changes().forEach(change -> foretold.put(change.conversation(), change));
        while (page.next().isPresent()) {
            page = desk.changes(page.next(), limit).orElseThrow();
            page.changes().forEach(change -> foretold.put(change.conversation(), change));
        }
        return foretold;
    }

    /** What can be seen of a conversation at one time. */
    private record Seen(
            ConversationHead head,
            List<Collaborator> collaborators,
            List<Invitation> pending,
            Optional<Adding> adding) {}

    private static Map<ConversationId, Seen> seen(Shop shop, List<ConversationId> open) {
        var seen = new HashMap<ConversationId, Seen>();
        for (var conversation : open) {
            var head = shop.head(conversation);
            var settings = shop.settings();
            var collaborators = shop.agent(Shop.ADA)
                    .view(conversation)
                    .orElseThrow()
                    .collaborators()
                    .collaborators();
            var pending = head.invitations().stream()
                    .filter(one -> shop.agent(Optional.ofNullable(one.agent()).orElseThrow())
                            .invitation(conversation)
                            .isDone())
                    .toList();
            int taken = collaborators.size() + pending.size();
            var adding = Optional.ofNullable(head.assignee())
                    .map(assignee -> adding(shop, conversation, assignee, settings, taken));
            seen.put(conversation, new Seen(head, collaborators, pending, adding));
        }
        return seen;
    }

    private static Adding adding(
            Shop shop, ConversationId conversation, AgentId assignee, InboxSettings settings, int taken) {
        var field = shop.agent(assignee).view(conversation).orElseThrow().collaborators();
        if (!field.editable()) {
            return new Adding(field.whyNot(), Optional.empty(), false);
        }
        var head = shop.head(conversation);
        Set<GroupId> groups = assignee.equals(Shop.ASHA) ? Set.of(Shop.FOOTWEAR) : Set.of();
        var highest = settings.collaboration().rules().stream()
                .filter(rule ->
                        rule.who().contains(Adder.ASSIGNEE) || rule.who().contains(Adder.ANY_AGENT))
                .filter(rule ->
                        rule.whoGroups().isEmpty() || rule.whoGroups().stream().anyMatch(groups::contains))
                .filter(rule -> rule.when().matches(head.channel(), head.facts()))
                .map(AddRule::upTo)
                .max(Level::compareTo);
        return new Adding(
                Optional.empty(), highest, taken < settings.collaboration().limit());
    }

    private static PolicyChange change(ConversationId conversation, Seen before, Seen after) {
        return new PolicyChange(
                conversation,
                Optional.ofNullable(before.head().assignee()),
                without(before.collaborators(), after.collaborators()),
                without(before.pending(), after.pending()),
                before.adding(),
                after.adding());
    }

    private static <T> List<T> without(List<T> all, List<T> some) {
        return all.stream().filter(one -> !some.contains(one)).toList();
    }
}
