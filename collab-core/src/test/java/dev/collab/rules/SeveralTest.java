package dev.collab.rules;

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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.collab.Added;
import dev.collab.AgentDesk;
import dev.collab.collaboration.AddOptions;
import dev.collab.model.AgentId;
import dev.collab.model.CommandKey;
import dev.collab.model.EntryKind;
import dev.collab.model.Level;
import dev.collab.outcome.CommandOutcomeUnknownException;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Adding several")
class SeveralTest {
    private static final CommandKey KEY = new CommandKey("several");

    private final Shop shop = Shop.open();

    @Test
    @DisplayName("B-31 gives an outcome for each person, in the order given, and the refused stop nobody")
    void outcomes() {
        var chat = shop.assignedWith(FIN);

        var outcomes = shop.agent(ASHA)
                .addCollaborators(chat, List.of(NOBODY, BO, ASHA, FIN, BOT, CY), AddOptions.at(Level.ADVISER));

        assertThat(outcomes.keySet()).containsExactly(NOBODY, BO, ASHA, FIN, BOT, CY);
        assertThat(reason(of(outcomes, NOBODY))).isEqualTo(Reason.CANDIDATE_UNAVAILABLE);
        assertThat(reason(of(outcomes, ASHA))).isEqualTo(Reason.ALREADY_ASSIGNEE);
        assertThat(reason(of(outcomes, BOT))).isEqualTo(Reason.CANDIDATE_UNAVAILABLE);
        assertThat(of(outcomes, FIN).orElseThrow().known()).isTrue();
        for (var newcomer : List.of(BO, CY)) {
            var added = of(outcomes, newcomer).orElseThrow();
            assertThat(added.agent()).isEqualTo(newcomer);
            assertThat(added.known()).isFalse();
            assertThat(added.level()).isEqualTo(Level.ADVISER);
            assertThat(shop.head(chat).collaborationOf(newcomer).orElseThrow().id())
                    .isEqualTo(added.collaboration().orElseThrow());
        }
        assertThat(shop.collaborators(chat)).containsExactly(FIN, BO, CY);
    }

    @Test
    @DisplayName("B-31 takes nobody off: whoever is not in the list stays")
    void onlyDeltas() {
        var chat = shop.assignedWith(BO);

        shop.agent(ASHA).addCollaborators(chat, List.of(CY), AddOptions.NONE);
        assertThat(shop.agent(ASHA).addCollaborators(chat, List.of(), AddOptions.NONE))
                .isEmpty();

        assertThat(shop.collaborators(chat)).containsExactly(BO, CY);
    }

    @Test
    @DisplayName("B-31 no desk has a method that replaces the collaborators")
    void noReplacing() {
        assertThat(Arrays.stream(AgentDesk.class.getDeclaredMethods())
                        .map(method -> method.getName().toLowerCase(Locale.ROOT)))
                .noneMatch(name -> name.startsWith("set") || name.startsWith("replace"));
    }

    @Test
    @DisplayName("B-31 somebody named twice is added once and has one outcome")
    void twice() {
        var chat = shop.assigned();

        var outcomes = shop.agent(ASHA).addCollaborators(chat, List.of(BO, CY, BO), AddOptions.NONE);

        assertThat(outcomes.keySet()).containsExactly(BO, CY);
        assertThat(of(outcomes, BO).orElseThrow().known()).isFalse();
        assertThat(shop.entries(chat, EntryKind.COLLABORATION_STARTED)).hasSize(2);
    }

    @Test
    @DisplayName("B-31 for the last places the first of the list are admitted, the others told the limit")
    void limit() {
        shop.policy(policy -> policy.withLimit(2));
        var chat = shop.assigned();

        var outcomes = shop.agent(ASHA).addCollaborators(chat, List.of(BO, CY, FIN), AddOptions.NONE);

        assertThat(reason(of(outcomes, FIN))).isEqualTo(Reason.LIMIT_REACHED);
        assertThat(shop.collaborators(chat)).containsExactly(BO, CY);
    }

    @Test
    @DisplayName("B-31 without access, each is answered like on an unknown conversation")
    void withoutAccess() {
        var chat = shop.assigned();

        assertThat(shop.agent(CY)
                        .addCollaborators(chat, List.of(BO, MO), AddOptions.NONE)
                        .values())
                .extracting(Shop::reason)
                .containsExactly(Reason.UNKNOWN_CONVERSATION, Reason.UNKNOWN_CONVERSATION);
    }

    @Test
    @DisplayName("B-31 retried with its key gives each person their first outcome, also those removed since")
    void retried() {
        var chat = shop.assigned();
        var desk = shop.agent(ASHA).keyed(KEY);
        var first = desk.addCollaborators(chat, List.of(BO, CY), AddOptions.NONE);
        shop.agent(ASHA).removeCollaborator(chat, BO).orElseThrow();
        var before = Story.stored(shop, chat);

        assertThat(desk.addCollaborators(chat, List.of(BO, CY), AddOptions.NONE))
                .isEqualTo(first);
        assertThat(desk.addCollaborators(chat, List.of(CY, BO), AddOptions.NONE))
                .isEqualTo(first);

        assertThat(Story.stored(shop, chat)).isEqualTo(before);
        assertThat(shop.collaborators(chat)).containsExactly(CY);
    }

    @Test
    @DisplayName("B-31 retried with its key and another content is a conflict for each who was added before")
    void otherContent() {
        var chat = shop.assigned();
        var desk = shop.agent(ASHA).keyed(KEY);
        desk.addCollaborators(chat, List.of(BO), AddOptions.NONE);

        var outcomes = desk.addCollaborators(chat, List.of(BO, CY), AddOptions.at(Level.OBSERVER));

        assertThat(reason(of(outcomes, BO))).isEqualTo(Reason.ID_CONFLICT);
        assertThat(of(outcomes, CY).orElseThrow().level()).isEqualTo(Level.OBSERVER);
    }

    @Test
    @DisplayName("B-31 retried with its key tries those again who were refused")
    void refusedAgain() {
        shop.policy(policy -> policy.withLimit(1));
        var chat = shop.assigned();
        var desk = shop.agent(ASHA).keyed(KEY);
        var first = desk.addCollaborators(chat, List.of(BO, CY), AddOptions.NONE);
        assertThat(reason(of(first, CY))).isEqualTo(Reason.LIMIT_REACHED);

        shop.policy(policy -> policy.withLimit(2));
        var second = desk.addCollaborators(chat, List.of(BO, CY), AddOptions.NONE);

        assertThat(of(second, BO)).isEqualTo(of(first, BO));
        assertThat(of(second, CY).orElseThrow().known()).isFalse();
    }

    @Test
    @DisplayName("B-31 cut in the middle, a retry with its key does the rest and nothing twice")
    void cut() {
        var chat = shop.assigned();
        var commits = new AtomicInteger();
        var shaky = Story.host(shop, (method, arguments, real) -> {
            var result = real.call();
            if (method.equals("commit") && commits.incrementAndGet() == 2) {
                throw new IllegalStateException("the answer got lost");
            }
            return result;
        });
        var people = List.of(BO, CY, SUE);
        assertThatThrownBy(() -> shaky.agent(ASHA).keyed(KEY).addCollaborators(chat, people, AddOptions.NONE))
                .isInstanceOf(CommandOutcomeUnknownException.class);
        assertThat(shop.collaborators(chat)).containsExactly(BO, CY);

        var outcomes = shop.agent(ASHA).keyed(KEY).addCollaborators(chat, people, AddOptions.NONE);

        assertThat(outcomes.values())
                .allSatisfy(outcome -> assertThat(outcome.orElseThrow().known()).isFalse());
        assertThat(shop.collaborators(chat)).containsExactly(BO, CY, SUE);
        assertThat(shop.entries(chat, EntryKind.COLLABORATION_STARTED)).hasSize(3);
    }

    @Test
    @DisplayName("B-19 a superior among several is an escalation, the others are not")
    void escalation() {
        var chat = shop.assigned();

        shop.agent(ASHA).addCollaborators(chat, List.of(BO, SUE, FIN), AddOptions.NONE);

        assertThat(shop.agent(ASHA).view(chat).orElseThrow().collaborators().collaborators())
                .filteredOn(collaborator -> collaborator.escalation())
                .extracting(collaborator -> collaborator.agent())
                .containsExactly(SUE);
    }

    private static Outcome<Added> of(Map<AgentId, Outcome<Added>> outcomes, AgentId agent) {
        var outcome = outcomes.get(agent);
        assertThat(outcome).as(agent.value()).isNotNull();
        return outcome;
    }
}
