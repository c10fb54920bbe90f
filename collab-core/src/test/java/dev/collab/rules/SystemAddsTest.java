package dev.collab.rules;

import static dev.collab.rules.Shop.ACCESSORIES;
import static dev.collab.rules.Shop.ASHA;
import static dev.collab.rules.Shop.BO;
import static dev.collab.rules.Shop.CY;
import static dev.collab.rules.Shop.FOOTWEAR;
import static dev.collab.rules.Shop.MO;
import static dev.collab.rules.Shop.NOBODY;
import static dev.collab.rules.Shop.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.SystemDesk;
import dev.collab.collaboration.AddOptions;
import dev.collab.model.ActorKind;
import dev.collab.model.AddRule;
import dev.collab.model.Adder;
import dev.collab.model.Candidates;
import dev.collab.model.CommandKey;
import dev.collab.model.ConversationId;
import dev.collab.model.HistoryWindow;
import dev.collab.model.Level;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An automation")
class SystemAddsTest {
    private static final AddRule RULE = AddRule.allow("router", Adder.SYSTEM);

    private final Shop shop = Shop.ruledBy(RULE);
    private final ConversationId chat = shop.assigned();
    private final SystemDesk desk = shop.collab.system("router");

    private List<Outcome<?>> both(ConversationId conversation, AddOptions options) {
        return List.of(
                desk.addCollaborator(conversation, BO, options), desk.inviteGroup(conversation, ACCESSORIES, options));
    }

    private void assertBoth(ConversationId conversation, Reason expected) {
        var before = Story.stored(shop, conversation);
        assertThat(both(conversation, AddOptions.NONE)).extracting(Shop::reason).containsOnly(expected);
        assertThat(Story.stored(shop, conversation)).isEqualTo(before);
    }

    @Test
    @DisplayName("B-4 adds by a rule that is for the system, at the highest level and with all there is to read")
    void adds() {
        var added = desk.addCollaborator(chat, BO, AddOptions.NONE).orElseThrow();

        var grant = shop.head(chat).collaborationOf(BO).orElseThrow();
        assertThat(added.collaboration()).contains(grant.id());
        assertThat(grant.level()).isEqualTo(Level.RESPONDER);
        assertThat(grant.fromSequence()).isZero();
        assertThat(grant.rule()).isEqualTo("router");
        assertThat(grant.addedBy().kind()).isEqualTo(ActorKind.SYSTEM);
        assertThat(grant.addedBy().id()).isEqualTo("router");
        assertThat(shop.agent(BO).reply(chat, "Here.").isDone()).isTrue();
        assertThat(desk.addCollaborator(chat, BO, AddOptions.NONE).orElseThrow().known())
                .isTrue();
    }

    @Test
    @DisplayName("B-4 adds within what it is told and the rule allows, like everybody")
    void withinTheRule() {
        shop.policy(policy -> policy.withRules(RULE.upTo(Level.ADVISER).toAdd(ACCESSORIES)));

        assertThat(reason(desk.addCollaborator(chat, BO, AddOptions.at(Level.RESPONDER))))
                .isEqualTo(Reason.LEVEL_TOO_HIGH);
        for (var stranger : List.of(MO, NOBODY)) {
            assertThat(reason(desk.addCollaborator(chat, stranger, AddOptions.NONE)))
                    .isEqualTo(Reason.CANDIDATE_UNAVAILABLE);
        }
        desk.addCollaborator(chat, BO, AddOptions.NONE.reading(HistoryWindow.FROM_ADD))
                .orElseThrow();
        assertThat(shop.head(chat).collaborationOf(BO).orElseThrow().level()).isEqualTo(Level.ADVISER);
        assertThat(Story.texts(shop, BO, chat)).isEmpty();
    }

    @Test
    @DisplayName("B-4 has no peers and belongs to no group")
    void noPeers() {
        shop.policy(policy -> policy.withRules(RULE.toAdd(Candidates.PEERS)));
        assertBoth(chat, Reason.CANDIDATE_UNAVAILABLE);
        shop.policy(policy -> policy.withRules(RULE.ofGroups(ACCESSORIES, FOOTWEAR)));
        assertBoth(chat, Reason.NOT_PERMITTED);
    }

    @Test
    @DisplayName("B-4 adds nobody and invites nobody unless a rule names the system")
    void notUnlessSaid() {
        shop.policy(policy -> policy.withRules(AddRule.UNLESS_SAID));
        assertBoth(chat, Reason.NOT_PERMITTED);
        shop.policy(policy -> policy.withRules(AddRule.allow(
                "all people", Adder.ASSIGNEE, Adder.COLLABORATOR, Adder.SUPERVISOR, Adder.ADMIN, Adder.ANY_AGENT)));
        assertBoth(chat, Reason.NOT_PERMITTED);
        shop.policy(policy -> policy.withRules());
        assertBoth(chat, Reason.NOT_PERMITTED);
    }

    @Test
    @DisplayName("B-54 is answered like everybody where there is no such conversation")
    void unknown() {
        assertThat(both(new ConversationId("nowhere"), AddOptions.NONE))
                .extracting(Shop::reason)
                .containsOnly(Reason.UNKNOWN_CONVERSATION);
    }

    @Test
    @DisplayName("B-2 adds nobody while collaboration is off")
    void off() {
        shop.admin().disableCollaboration().orElseThrow();

        assertBoth(chat, Reason.COLLABORATION_OFF);
    }

    @Test
    @DisplayName("B-17 adds nobody where nobody is assigned: it is no lead")
    void unassigned() {
        shop.agent(ASHA).release(chat).orElseThrow();

        assertBoth(chat, Reason.NO_ASSIGNEE);
    }

    @Test
    @DisplayName("B-62 adds nobody once it is resolved or closed")
    void state() {
        desk.resolve(chat).orElseThrow();
        assertBoth(chat, Reason.WRONG_STATE);
        desk.close(chat).orElseThrow();
        assertBoth(chat, Reason.WRONG_STATE);
    }

    @Test
    @DisplayName("B-12 asks the capacity hook about whom it adds")
    void capacity() {
        var busy = shop.host(builder -> builder.capacity((agent, conversation) -> false))
                .system("router");

        assertThat(reason(busy.addCollaborator(chat, BO, AddOptions.NONE))).isEqualTo(Reason.NO_CAPACITY);
        assertThat(busy.inviteGroup(chat, ACCESSORIES, AddOptions.NONE).isDone())
                .isTrue();
    }

    @Test
    @DisplayName("B-18 invites a group, is told of no answer, and a member takes part as added by it")
    void invites() {
        var invited = desk.inviteGroup(chat, ACCESSORIES, AddOptions.NONE).orElseThrow();
        assertThat(invited.known()).isFalse();

        assertThat(Post.of(shop, () -> shop.agent(CY).accept(chat).orElseThrow()))
                .isEmpty();

        var grant = shop.head(chat).collaborationOf(CY).orElseThrow();
        assertThat(grant.addedBy().kind()).isEqualTo(ActorKind.SYSTEM);
        assertThat(grant.group()).isEqualTo(ACCESSORIES);
        assertThat(reason(shop.agent(BO).accept(chat))).isEqualTo(Reason.ALREADY_TAKEN);
    }

    @Test
    @DisplayName("B-41 adds once for one key")
    void keyed() {
        var keyed = desk.keyed(new CommandKey("k"));
        var first = keyed.addCollaborator(chat, BO, AddOptions.NONE).orElseThrow();
        shop.agent(BO).leave(chat).orElseThrow();

        assertThat(keyed.addCollaborator(chat, BO, AddOptions.NONE).orElseThrow())
                .isEqualTo(first);
        assertThat(reason(keyed.addCollaborator(chat, CY, AddOptions.NONE))).isEqualTo(Reason.ID_CONFLICT);
        assertThat(shop.head(chat).collaborations()).isEmpty();
    }

    @Test
    @DisplayName("B-53 reads nothing: its desk gives receipts and progress only, whatever it may add")
    void readsNothing() {
        var given = Arrays.stream(SystemDesk.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .map(method -> method.getGenericReturnType().getTypeName())
                .toList();

        assertThat(Set.copyOf(given))
                .isEqualTo(Set.of(
                        "int",
                        "dev.collab.SystemDesk",
                        "dev.collab.ErasureProgress",
                        "dev.collab.outcome.Outcome<dev.collab.Imported>",
                        "dev.collab.outcome.Outcome<dev.collab.Moved>",
                        "dev.collab.outcome.Outcome<dev.collab.Merged>",
                        "dev.collab.outcome.Outcome<dev.collab.Written>",
                        "dev.collab.outcome.Outcome<dev.collab.Added>",
                        "dev.collab.outcome.Outcome<dev.collab.Invited>"));
    }
}
