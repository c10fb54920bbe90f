package dev.collab.rules;

import static dev.collab.rules.Shop.ACCESSORIES;
import static dev.collab.rules.Shop.ADA;
import static dev.collab.rules.Shop.ASHA;
import static dev.collab.rules.Shop.BO;
import static dev.collab.rules.Shop.BOT;
import static dev.collab.rules.Shop.CARL;
import static dev.collab.rules.Shop.CY;
import static dev.collab.rules.Shop.DORA;
import static dev.collab.rules.Shop.FIN;
import static dev.collab.rules.Shop.FOOTWEAR;
import static dev.collab.rules.Shop.INBOX;
import static dev.collab.rules.Shop.MO;
import static dev.collab.rules.Shop.NOBODY;
import static dev.collab.rules.Shop.SUE;
import static dev.collab.rules.Shop.ZED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.Added;
import dev.collab.CandidateSearch;
import dev.collab.collaboration.Candidate;
import dev.collab.model.AddRule;
import dev.collab.model.Adder;
import dev.collab.model.AgentId;
import dev.collab.model.Candidates;
import dev.collab.model.CaseCondition;
import dev.collab.model.CaseFacts;
import dev.collab.model.Channel;
import dev.collab.model.CollaborationSettings;
import dev.collab.model.ConversationId;
import dev.collab.model.GroupId;
import dev.collab.model.GroupReading;
import dev.collab.model.InboxRole;
import dev.collab.model.Level;
import dev.collab.model.Presence;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Search and add")
class SearchAndAddTest {
    private static final int SCENES = 400;
    private static final List<AgentId> EVERYBODY = List.of(ADA, SUE, ASHA, FIN, BO, CY, MO, ZED, BOT);
    private static final List<GroupId> GROUPS = List.of(FOOTWEAR, ACCESSORIES, new GroupId("returns"));

    @Test
    @DisplayName("B-5 evaluate one rule: whoever is listed is accepted, whoever is absent is refused, by any policy")
    void agree() {
        var met = new EnumMap<Reason, Integer>(Reason.class);
        int accepted = 0;
        for (long seed = 1; seed <= SCENES; seed++) {
            var search = new Scene(seed).search();
            for (var candidate : EVERYBODY) {
                var scene = new Scene(seed);
                var added = scene.add(candidate);
                assertAgree(seed, scene, search, candidate, added);
                accepted += added.isDone() ? 1 : 0;
                added.ifRejected(no -> met.merge(no.reason(), 1, Integer::sum));
            }
            assertThat(new Scene(seed).add(NOBODY).isDone()).as("seed %d", seed).isFalse();
        }

        assertThat(accepted).as("accepted").isGreaterThan(SCENES / 2);
        assertThat(met.keySet())
                .as("what the generator meets: %s", met)
                .contains(
                        Reason.UNKNOWN_CONVERSATION,
                        Reason.NOT_PERMITTED,
                        Reason.NO_ASSIGNEE,
                        Reason.CANNOT_ADD_SELF,
                        Reason.ALREADY_ASSIGNEE,
                        Reason.CANDIDATE_UNAVAILABLE);
    }

    private static void assertAgree(
            long seed, Scene scene, Outcome<Set<AgentId>> search, AgentId candidate, Outcome<Added> added) {
        var said = "seed " + seed + ", " + scene.adder + " adds " + candidate + ": " + added;
        search.fold(
                listed -> {
                    if (listed.contains(candidate)) {
                        assertThat(added.isDone()).as(said).isTrue();
                        assertThat(added.orElseThrow().known()).as(said).isFalse();
                    } else if (scene.collaborators.contains(candidate) && !scene.adder.equals(candidate)) {
                        // B-10: they take part, so nothing changes.
                        assertThat(added.orElseThrow().known()).as(said).isTrue();
                    } else {
                        assertThat(Shop.reason(added)).as(said).isEqualTo(scene.whyAbsent(candidate));
                    }
                    return true;
                },
                no -> {
                    assertThat(added).as(said).isEqualTo(Outcome.<Added>rejected(no.reason(), no.details()));
                    return false;
                });
    }

    /** People, a conversation and a policy, the same for the same seed. */
    private static final class Scene {
        final Shop shop = Shop.open();
        final AgentId adder;
        final List<AgentId> collaborators = new ArrayList<>();
        private final Random random;
        private final ConversationId conversation;

        Scene(long seed) {
            random = new Random(seed);
            adder = oneOf(EVERYBODY);
            conversation = shop.opened(oneOf(List.of(Channel.values())), facts());
            if (chance(80)) {
                shop.collab
                        .system("router")
                        .transfer(conversation, oneOf(List.of(ASHA, MO, FIN)))
                        .orElseThrow();
            }
            for (var agent : someOf(EVERYBODY, 20)) {
                if (shop.agent(ADA).addCollaborator(conversation, agent).isDone()) {
                    collaborators.add(agent);
                }
            }
            boolean othersRead = chance(50);
            var groupReading = oneOf(List.of(GroupReading.values()));
            shop.conversations(now -> now.withReading(groupReading, othersRead));
            shop.policy(this::policy);
            EVERYBODY.forEach(this::shuffle);
        }

        private CaseFacts facts() {
            var group = chance(80) ? oneOf(GROUPS) : null;
            return new CaseFacts(group, chance(50) ? Set.of("sizes") : Set.of(), Map.of("tier", tier()));
        }

        private String tier() {
            return chance(70) ? "gold" : "silver";
        }

        private void shuffle(AgentId agent) {
            var groups = someOf(GROUPS, 40).toArray(GroupId[]::new);
            var role = oneOf(List.of(InboxRole.values()));
            boolean hasRole = chance(60);
            boolean active = chance(85);
            var presence = chance(20) ? Presence.OFFLINE : Presence.ONLINE;
            var customer = chance(10) ? CARL : chance(10) ? DORA : null;
            shop.people.change(
                    agent,
                    person -> (hasRole ? person.role(INBOX, role) : person.noRole(INBOX))
                            .groups(groups)
                            .active(active)
                            .presence(presence)
                            .customer(customer));
        }

        private CollaborationSettings policy(CollaborationSettings before) {
            var rules = new ArrayList<AddRule>();
            int count = 1 + random.nextInt(3);
            for (int number = 0; number < count; number++) {
                rules.add(rule("rule " + number));
            }
            return before.withRules(rules.toArray(AddRule[]::new))
                    .withLimit(100)
                    .withBotsAllowed(chance(30))
                    .withOfflineAllowed(chance(70));
        }

        private AddRule rule(String name) {
            var who = EnumSet.of(
                    oneOf(List.of(Adder.values())),
                    someOf(List.of(Adder.values()), 40).toArray(Adder[]::new));
            var whom = EnumSet.of(
                    oneOf(List.of(Candidates.values())),
                    someOf(List.of(Candidates.values()), 20).toArray(Candidates[]::new));
            Set<GroupId> named = whom.contains(Candidates.NAMED_GROUPS) ? Set.of(oneOf(GROUPS)) : Set.of();
            var any = AddRule.allow(name, Adder.ASSIGNEE);
            var rule = new AddRule(
                    name,
                    who,
                    chance(20) ? Set.of(oneOf(GROUPS)) : Set.of(),
                    whom,
                    named,
                    condition(),
                    oneOf(List.of(Level.values())),
                    any.acceptance(),
                    null);
            return chance(20) ? rule.byInvitation() : rule;
        }

        private CaseCondition condition() {
            return switch (random.nextInt(8)) {
                case 0 -> CaseCondition.ANY.channel(oneOf(List.of(Channel.values())));
                case 1 -> CaseCondition.ANY.group(oneOf(GROUPS));
                case 2 -> CaseCondition.ANY.topic("sizes");
                case 3 -> CaseCondition.ANY.attribute("tier", "gold");
                default -> CaseCondition.ANY;
            };
        }

        Outcome<Set<AgentId>> search() {
            return shop.agent(adder)
                    .candidates(conversation, CandidateSearch.of("", 100))
                    .map(found ->
                            found.candidates().stream().map(Candidate::agent).collect(Collectors.toSet()));
        }

        Outcome<Added> add(AgentId candidate) {
            return shop.agent(adder).addCollaborator(conversation, candidate);
        }

        Reason whyAbsent(AgentId candidate) {
            if (candidate.equals(shop.head(conversation).assignee())) {
                return Reason.ALREADY_ASSIGNEE;
            }
            return candidate.equals(adder) ? Reason.CANNOT_ADD_SELF : Reason.CANDIDATE_UNAVAILABLE;
        }

        private boolean chance(int percent) {
            return random.nextInt(100) < percent;
        }

        private <T> T oneOf(List<T> values) {
            return values.get(random.nextInt(values.size()));
        }

        private <T> List<T> someOf(List<T> values, int percent) {
            var chosen = new ArrayList<>(values);
            Collections.shuffle(chosen, random);
            chosen.removeIf(value -> !chance(percent));
            return chosen;
        }
    }
}
