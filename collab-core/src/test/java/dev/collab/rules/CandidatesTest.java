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
import static dev.collab.rules.Shop.MO;
import static dev.collab.rules.Shop.NOBODY;
import static dev.collab.rules.Shop.SUE;
import static dev.collab.rules.Shop.ZED;
import static dev.collab.rules.Shop.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.Added;
import dev.collab.CandidateSearch;
import dev.collab.Collab;
import dev.collab.collaboration.AddOptions;
import dev.collab.collaboration.Candidate;
import dev.collab.model.AddRule;
import dev.collab.model.Adder;
import dev.collab.model.AgentId;
import dev.collab.model.AgentProfile;
import dev.collab.model.Candidates;
import dev.collab.model.ConversationId;
import dev.collab.model.HistoryWindow;
import dev.collab.model.Level;
import dev.collab.model.Presence;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import dev.collab.spi.Directory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Among candidates,")
class CandidatesTest {
    private final Shop shop = Shop.open();

    @Test
    @DisplayName("B-5 the search leaves out the adder, the assignee and those who take part")
    void leavesOut() {
        var chat = shop.assignedWith(BO);

        assertThat(found(ASHA, chat)).containsExactly(ADA, CY, FIN, MO, SUE, ZED);
        assertThat(found(SUE, chat)).containsExactly(ADA, CY, FIN, MO, ZED);
    }

    @Test
    @DisplayName("B-5 the search still lists whoever is invited and whoever has left")
    void stillLists() {
        var chat = shop.assignedWith(BO);
        shop.agent(BO).leave(chat).orElseThrow();
        shop.policy(policy ->
                policy.withRules(AddRule.allow("ask first", Adder.ASSIGNEE).byInvitation()));
        shop.add(chat, CY);

        assertThat(found(ASHA, chat)).contains(BO, CY);
    }

    @Test
    @DisplayName("B-5 a row the directory should not have given is dropped")
    void rowsAreChecked() {
        var chat = shop.assignedWith(BO);
        shop.people.change(CY, person -> person.customer(CARL));
        shop.policy(policy ->
                policy.withRules(AddRule.allow("accessories", Adder.ASSIGNEE).toAdd(ACCESSORIES)));
        shop.people.add(new AgentId("di"), "Di", person -> person.groups(ACCESSORIES));

        assertThat(found(careless(), ASHA, chat)).containsExactly(new AgentId("di"));
    }

    /** A host whose directory gives everybody, whatever it is asked for. */
    private Collab careless() {
        var everybody = Set.of(ADA, SUE, ASHA, FIN, BO, CY, MO, ZED, BOT, new AgentId("di"));
        return shop.host(builder -> builder.directory(new Directory() {
            @Override
            public Map<AgentId, AgentProfile> find(Set<AgentId> agents) {
                return shop.people.find(agents);
            }

            @Override
            public List<AgentProfile> search(CandidateQuery query) {
                return new ArrayList<>(shop.people.find(everybody).values());
            }
        }));
    }

    @Test
    @DisplayName("B-5 somebody the policy hides is refused like an unknown id, whatever is asked for")
    void hidden() {
        shop.policy(policy -> policy.withRules(
                AddRule.allow("superiors", Adder.ASSIGNEE)
                        .toAdd(Candidates.SUPERIORS)
                        .upTo(Level.ADVISER),
                AddRule.allow("peers", Adder.ASSIGNEE).toAdd(Candidates.PEERS)));
        var chat = shop.assigned();

        for (var hidden : List.of(BO, MO, ZED, BOT)) {
            assertLikeUnknown(chat, hidden);
        }
    }

    @Test
    @DisplayName("B-5 somebody the policy hides is refused like an unknown id, also where no place is left")
    void hiddenOnFullConversation() {
        shop.policy(policy -> policy.withLimit(1)
                .withRules(AddRule.allow("peers", Adder.ASSIGNEE).toAdd(Candidates.PEERS)));
        var chat = shop.assignedWith(FIN);

        assertLikeUnknown(chat, BO);
        assertThat(reason(shop.agent(ASHA).addCollaborator(chat, SUE))).isEqualTo(Reason.LIMIT_REACHED);
    }

    @Test
    @DisplayName("B-13 unknown, inactive and removed agents are refused without saying which")
    void unavailable() {
        var chat = shop.assigned();
        shop.people.deactivate(BO);
        shop.people.remove(CY);

        assertLikeUnknown(chat, BO);
        assertLikeUnknown(chat, CY);
        assertThat(found(ASHA, chat)).doesNotContain(BO, CY);
    }

    @Test
    @DisplayName("B-13 an agent of another tenant is unknown in this one")
    void otherTenant() {
        var chat = shop.assigned();
        var stranger = new AgentId("stranger");
        Shop.open().people.add(stranger, "Stranger");

        assertLikeUnknown(chat, stranger);
    }

    @Test
    @DisplayName("B-13 an agent the directory answers under another id is unknown")
    void otherId() {
        var chat = shop.assigned();
        var confused = shop.host(builder -> builder.directory(new Directory() {
            @Override
            public Map<AgentId, AgentProfile> find(Set<AgentId> agents) {
                var bo = shop.people.find(Set.of(BO)).get(BO);
                return agents.contains(NOBODY)
                        ? Map.of(ASHA, shop.people.find(Set.of(ASHA)).get(ASHA), NOBODY, bo)
                        : shop.people.find(agents);
            }

            @Override
            public List<AgentProfile> search(CandidateQuery query) {
                return shop.people.search(query);
            }
        }));

        assertThat(reason(confused.agent(ASHA).addCollaborator(chat, NOBODY))).isEqualTo(Reason.CANDIDATE_UNAVAILABLE);
    }

    @Test
    @DisplayName("B-15 the customer of the conversation is refused like an unknown id, also as a superior")
    void customer() {
        var chat = shop.assigned();
        shop.people.change(BO, person -> person.customer(CARL));
        shop.people.change(ADA, person -> person.customer(CARL));
        shop.people.change(CY, person -> person.customer(DORA));

        assertLikeUnknown(chat, BO);
        assertLikeUnknown(chat, ADA);
        assertThat(found(ASHA, chat)).contains(CY).doesNotContain(BO, ADA);
        assertThat(shop.agent(ASHA).addCollaborator(chat, CY).isDone()).isTrue();
    }

    @Test
    @DisplayName("B-15 the customer reads nothing of the conversation through the agent side, whatever they are")
    void customerReadsNothing() {
        var queued = shop.chat();
        var chat = shop.assignedWith(BO);
        for (var agent : List.of(ASHA, BO, SUE, ADA, FIN)) {
            shop.people.change(agent, person -> person.customer(CARL));

            assertThat(reason(shop.agent(agent).view(chat))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
            assertThat(reason(shop.timeline(agent, chat))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
            assertThat(reason(shop.agent(agent).note(chat, "to myself"))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
            assertThat(reason(shop.agent(agent).join(chat))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
            assertThat(reason(shop.agent(agent).claim(queued))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        }
    }

    @Test
    @DisplayName("B-15 the customer is not given the conversation either")
    void customerIsNotAssigned() {
        var chat = shop.assignedWith(BO);
        shop.people.change(BO, person -> person.customer(CARL));
        shop.people.change(FIN, person -> person.customer(CARL));

        assertThat(reason(shop.agent(ASHA).transfer(chat, BO))).isEqualTo(Reason.AGENT_UNAVAILABLE);
        assertThat(reason(shop.agent(ASHA).transferAndStay(chat, FIN))).isEqualTo(Reason.AGENT_UNAVAILABLE);
        assertThat(reason(shop.collab.system("router").transfer(chat, FIN))).isEqualTo(Reason.AGENT_UNAVAILABLE);
    }

    @Test
    @DisplayName("B-14 agents who are offline are listed and added, and the outcome says so")
    void offline() {
        var chat = shop.assigned();
        shop.people.change(BO, person -> person.presence(Presence.OFFLINE));

        assertThat(found(ASHA, chat)).contains(BO);
        assertThat(shop.add(chat, BO).offline()).isTrue();
        assertThat(shop.add(chat, CY).offline()).isFalse();
    }

    @Test
    @DisplayName("B-14 agents who are offline are neither listed nor added, if policy says so")
    void offlineRefused() {
        shop.policy(policy -> policy.withOfflineAllowed(false));
        var chat = shop.assigned();
        shop.people.change(BO, person -> person.presence(Presence.OFFLINE));

        assertLikeUnknown(chat, BO);
        assertThat(found(ASHA, chat)).contains(CY).doesNotContain(BO);
    }

    @Test
    @DisplayName("B-14 the outcome of an invitation says that the agent is offline as well")
    void offlineInvitee() {
        shop.policy(policy ->
                policy.withRules(AddRule.allow("ask first", Adder.ASSIGNEE).byInvitation()));
        var chat = shop.assigned();
        shop.people.change(BO, person -> person.presence(Presence.OFFLINE));

        assertThat(shop.add(chat, BO).offline()).isTrue();
        assertThat(shop.add(chat, CY).offline()).isFalse();
    }

    @Test
    @DisplayName("B-16 bots are neither listed nor added unless policy says so")
    void bots() {
        var chat = shop.assigned();

        assertThat(found(ASHA, chat)).doesNotContain(BOT);
        assertLikeUnknown(chat, BOT);

        shop.policy(policy -> policy.withBotsAllowed(true));
        assertThat(found(ASHA, chat)).contains(BOT);
        assertThat(shop.add(chat, BOT).collaboration()).isPresent();
        assertThat(shop.collaborators(chat)).containsExactly(BOT);
    }

    /** Reason and details are those of an id nobody has, for each way to ask. */
    private void assertLikeUnknown(ConversationId chat, AgentId hidden) {
        var ways = List.of(
                AddOptions.NONE,
                AddOptions.at(Level.OBSERVER),
                AddOptions.at(Level.RESPONDER).reading(HistoryWindow.FULL),
                AddOptions.NONE.reading(HistoryWindow.FROM_ADD),
                AddOptions.NONE.asking(" "),
                AddOptions.NONE.asking("Which charger?"));
        for (var way : ways) {
            Outcome<Added> refused = shop.agent(ASHA).addCollaborator(chat, hidden, way);

            assertThat(reason(refused)).isEqualTo(Reason.CANDIDATE_UNAVAILABLE);
            assertThat(refused).isEqualTo(shop.agent(ASHA).addCollaborator(chat, NOBODY, way));
        }
    }

    private List<AgentId> found(AgentId adder, ConversationId chat) {
        return found(shop.collab, adder, chat);
    }

    private static List<AgentId> found(Collab collab, AgentId adder, ConversationId chat) {
        return collab.agent(adder).candidates(chat, CandidateSearch.of("", 100)).orElseThrow().candidates().stream()
                .map(Candidate::agent)
                .toList();
    }
}
