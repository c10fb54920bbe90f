package dev.collab.rules;

import static dev.collab.rules.Shop.ADA;
import static dev.collab.rules.Shop.ASHA;
import static dev.collab.rules.Shop.BO;
import static dev.collab.rules.Shop.CY;
import static dev.collab.rules.Shop.FIN;
import static dev.collab.rules.Shop.FOOTWEAR;
import static dev.collab.rules.Shop.MO;
import static dev.collab.rules.Shop.SUE;
import static dev.collab.rules.Shop.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.collaboration.AddOptions;
import dev.collab.model.AddRule;
import dev.collab.model.Adder;
import dev.collab.model.AgentId;
import dev.collab.model.ConversationId;
import dev.collab.model.EntryKind;
import dev.collab.model.Level;
import dev.collab.model.Presence;
import dev.collab.outcome.Reason;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Levels and time boxes")
class LevelsTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MOMENT = Duration.ofNanos(1);

    private final Shop shop = Shop.open();

    @Test
    @DisplayName("B-26 lowered takes effect at the next act: a responder does not reply, an adviser does not note")
    void lowered() {
        var chat = shop.assignedWith(BO);

        shop.agent(ASHA).changeLevel(chat, BO, Level.ADVISER).orElseThrow();
        assertThat(reason(shop.agent(BO).reply(chat, "The USB-C one."))).isEqualTo(Reason.NOT_PERMITTED);
        assertThat(shop.agent(BO).note(chat, "The USB-C one.").isDone()).isTrue();

        shop.agent(ASHA).changeLevel(chat, BO, Level.OBSERVER).orElseThrow();
        assertThat(reason(shop.agent(BO).note(chat, "Or the old one."))).isEqualTo(Reason.NOT_PERMITTED);
        assertThat(shop.timeline(BO, chat)).isEqualTo(shop.timeline(ASHA, chat));
    }

    @Test
    @DisplayName("B-26 raised takes effect at the next act as well, on the same collaboration")
    void raised() {
        var chat = shop.assigned();
        add(chat, ASHA, BO, Level.OBSERVER);
        var before = shop.head(chat).collaborationOf(BO).orElseThrow();

        shop.agent(ASHA).changeLevel(chat, BO, Level.RESPONDER).orElseThrow();

        assertThat(shop.head(chat).collaborationOf(BO).orElseThrow().id()).isEqualTo(before.id());
        assertThat(shop.agent(ASHA).view(chat).orElseThrow().collaborators().collaborators())
                .extracting(collaborator -> collaborator.level())
                .containsExactly(Level.RESPONDER);
        assertThat(shop.agent(BO).reply(chat, "The USB-C one.").isDone()).isTrue();
    }

    @Test
    @DisplayName("B-26 raised to more than the account allows gives no more than the account allows")
    void ceiling() {
        shop.people.change(BO, person -> person.ceiling(Level.ADVISER));
        var chat = shop.assigned();
        add(chat, ASHA, BO, Level.OBSERVER);

        shop.agent(ASHA).changeLevel(chat, BO, Level.RESPONDER).orElseThrow();

        assertThat(shop.agent(BO).note(chat, "The USB-C one.").isDone()).isTrue();
        assertThat(reason(shop.agent(BO).reply(chat, "The USB-C one."))).isEqualTo(Reason.NOT_PERMITTED);
    }

    @Test
    @DisplayName("B-14 B-26 who went offline since can be lowered, also where nobody offline may be added")
    void loweredWhileOffline() {
        var chat = shop.policy(policy -> policy.withOfflineAllowed(false)).assignedWith(BO);
        shop.people.change(BO, person -> person.presence(Presence.OFFLINE));

        shop.agent(ASHA).changeLevel(chat, BO, Level.OBSERVER).orElseThrow();

        assertThat(reason(shop.agent(BO).reply(chat, "The USB-C one."))).isEqualTo(Reason.NOT_PERMITTED);
    }

    @Test
    @DisplayName("B-26 a change leaves one entry with who, whom, which level and the settings it was decided by")
    void entry() {
        var chat = shop.assignedWith(BO);

        shop.agent(SUE).changeLevel(chat, BO, Level.OBSERVER).orElseThrow();

        assertThat(shop.entries(chat, EntryKind.LEVEL_CHANGED)).singleElement().satisfies(entry -> {
            assertThat(entry.author().isAgent(SUE)).isTrue();
            assertThat(entry.facts()).containsEntry("agent", BO.value()).containsEntry("level", "OBSERVER");
            assertThat(entry.settingsRevision()).isEqualTo(shop.settings().revision());
        });
        assertThat(Story.folded(shop, chat)).isEqualTo(shop.head(chat));
    }

    @Test
    @DisplayName("B-26 the level they have changes nothing: no entry, no signal")
    void sameLevel() {
        var chat = shop.assignedWith(BO);
        var before = Story.stored(shop, chat);

        assertThat(shop.agent(ASHA).changeLevel(chat, BO, Level.RESPONDER).isDone())
                .isTrue();

        assertThat(Story.stored(shop, chat)).isEqualTo(before);
    }

    @Test
    @DisplayName("B-26 is for whoever could have added them: by default assignee and leads, and nobody else")
    void byWhom() {
        shop.conversations(now -> now.withReading(now.groupReading(), true));
        var chat = shop.assignedWith(BO, CY);

        for (var other : List.of(CY, BO, MO, FIN)) {
            assertThat(reason(shop.agent(other).changeLevel(chat, BO, Level.OBSERVER)))
                    .isEqualTo(Reason.NOT_PERMITTED);
        }
        for (var able : List.of(ASHA, SUE, ADA)) {
            assertThat(shop.agent(able).changeLevel(chat, BO, Level.OBSERVER).isDone())
                    .isTrue();
            assertThat(shop.agent(able).changeLevel(chat, BO, Level.RESPONDER).isDone())
                    .isTrue();
        }
    }

    @Test
    @DisplayName("B-26 is for whoever could have added them at that level, not at a higher one")
    void atThatLevel() {
        shop.policy(policy -> policy.withRules(
                AddRule.allow("assignee", Adder.ASSIGNEE).upTo(Level.ADVISER), AddRule.allow("leads", Adder.ADMIN)));
        var chat = shop.assignedWith(BO);

        assertThat(reason(shop.agent(ASHA).changeLevel(chat, BO, Level.RESPONDER)))
                .isEqualTo(Reason.LEVEL_TOO_HIGH);
        assertThat(shop.agent(ADA).changeLevel(chat, BO, Level.RESPONDER).isDone())
                .isTrue();
        assertThat(shop.agent(ASHA).changeLevel(chat, BO, Level.OBSERVER).isDone())
                .isTrue();
    }

    @Test
    @DisplayName("B-26 is not for those who could not have added this agent, in this case, or anybody now")
    void notThisAgent() {
        var chat = shop.assignedWith(BO);

        shop.policy(policy ->
                policy.withRules(AddRule.allow("own group", Adder.ASSIGNEE).toAdd(FOOTWEAR)));
        assertThat(reason(shop.agent(ASHA).changeLevel(chat, BO, Level.OBSERVER)))
                .isEqualTo(Reason.CANDIDATE_UNAVAILABLE);
        shop.policy(policy -> policy.withRules());
        assertThat(reason(shop.agent(ASHA).changeLevel(chat, BO, Level.OBSERVER)))
                .isEqualTo(Reason.NOT_PERMITTED);
    }

    @Test
    @DisplayName("B-26 nobody raises above their own level, be it given or their account's; nobody changes their own")
    void ownLevel() {
        shop.policy(policy -> policy.withRules(AddRule.allow("all", Adder.ASSIGNEE, Adder.COLLABORATOR)));
        var chat = shop.assigned();
        add(chat, ASHA, BO, Level.ADVISER);
        add(chat, ASHA, CY, Level.OBSERVER);

        assertThat(reason(shop.agent(BO).changeLevel(chat, CY, Level.RESPONDER)))
                .isEqualTo(Reason.LEVEL_TOO_HIGH);
        assertThat(reason(shop.agent(BO).changeLevel(chat, BO, Level.OBSERVER))).isEqualTo(Reason.CANNOT_ADD_SELF);
        assertThat(shop.agent(BO).changeLevel(chat, CY, Level.ADVISER).isDone()).isTrue();

        shop.people.change(BO, person -> person.ceiling(Level.OBSERVER));
        shop.agent(ASHA).changeLevel(chat, CY, Level.OBSERVER).orElseThrow();
        assertThat(reason(shop.agent(BO).changeLevel(chat, CY, Level.ADVISER))).isEqualTo(Reason.LEVEL_TOO_HIGH);
    }

    @Test
    @DisplayName("B-26 is refused for those who do not collaborate: nobody, the assignee, the invited")
    void notACollaborator() {
        shop.policy(policy ->
                policy.withRules(AddRule.allow("ask first", Adder.ASSIGNEE).byInvitation()));
        var chat = shop.assignedWith(BO);

        for (var other : List.of(CY, ASHA, BO)) {
            assertThat(reason(shop.agent(ASHA).changeLevel(chat, other, Level.OBSERVER)))
                    .isEqualTo(Reason.NOT_A_COLLABORATOR);
        }
    }

    @Test
    @DisplayName("B-26 is for open conversations with collaboration on")
    void whenOpen() {
        var ticket = shop.assignedTicket();
        shop.add(ticket, BO);
        shop.agent(ASHA).resolve(ticket).orElseThrow();
        assertThat(reason(shop.agent(ASHA).changeLevel(ticket, BO, Level.OBSERVER)))
                .isEqualTo(Reason.WRONG_STATE);

        var chat = shop.assignedWith(BO);
        shop.admin().disableCollaboration().orElseThrow();
        assertThat(reason(shop.agent(ASHA).changeLevel(chat, BO, Level.OBSERVER)))
                .isEqualTo(Reason.COLLABORATION_OFF);
    }

    @Test
    @DisplayName("B-26 removed and added again, the old level is forgotten")
    void forgotten() {
        var chat = shop.assignedWith(BO);
        shop.agent(ASHA).changeLevel(chat, BO, Level.OBSERVER).orElseThrow();
        shop.agent(ASHA).removeCollaborator(chat, BO).orElseThrow();

        assertThat(shop.add(chat, BO).level()).isEqualTo(Level.RESPONDER);
        assertThat(shop.agent(BO).reply(chat, "The USB-C one.").isDone()).isTrue();
    }

    @Test
    @DisplayName("B-24 ends reading and acting at the end of the time box, to the moment, without a sweep")
    void timeBox() {
        shop.policy(policy ->
                policy.withRules(AddRule.allow("an hour", Adder.ASSIGNEE).lasting(HOUR)));
        var chat = shop.assignedWith(BO);
        shop.time.advance(HOUR.minus(MOMENT));
        assertThat(shop.agent(BO).reply(chat, "The USB-C one.").isDone()).isTrue();
        var before = Story.stored(shop, chat);

        shop.time.advance(MOMENT);

        for (var row : Desks.agent()) {
            assertThat(reason(row.on(shop.agent(BO), chat))).as(row.method()).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        }
        assertThat(shop.collaborators(chat)).isEmpty();
        assertThat(Story.stored(shop, chat)).isEqualTo(before);
        assertThat(Story.customerTexts(shop, chat)).contains("The USB-C one.");
    }

    @Test
    @DisplayName("B-24 after the end, what is being composed is answered NOT_A_PARTICIPANT to those who still read")
    void timeBoxOfReader() {
        shop.policy(policy ->
                policy.withRules(AddRule.allow("an hour", Adder.ASSIGNEE).lasting(HOUR)));
        var chat = shop.assignedWith(SUE);
        assertThat(shop.agent(SUE).note(chat, "I am writing.").isDone()).isTrue();

        shop.time.advance(HOUR);

        assertThat(reason(shop.agent(SUE).reply(chat, "The USB-C one."))).isEqualTo(Reason.NOT_A_PARTICIPANT);
        assertThat(reason(shop.agent(SUE).note(chat, "The USB-C one."))).isEqualTo(Reason.NOT_A_PARTICIPANT);
        assertThat(shop.timeline(SUE, chat).isDone()).isTrue();
    }

    @Test
    @DisplayName(
            "B-24 the end frees the place, a sweep or the next command writes it down once, and a new add begins anew")
    void timeBoxSwept() {
        shop.policy(policy -> policy.withLimit(1)
                .withRules(AddRule.allow("an hour", Adder.ASSIGNEE).lasting(HOUR)));
        var swept = shop.assignedWith(BO);
        var settled = shop.assignedWith(BO);
        shop.time.advance(HOUR);

        assertThat(shop.add(settled, CY).known()).isFalse();
        assertThat(shop.collab.system("sweeper").sweep(10)).isEqualTo(1);
        assertThat(shop.collab.system("sweeper").sweep(10)).isZero();

        for (var chat : List.of(swept, settled)) {
            assertThat(shop.entries(chat, EntryKind.COLLABORATION_ENDED))
                    .singleElement()
                    .satisfies(entry -> {
                        assertThat(entry.facts())
                                .containsEntry("agent", BO.value())
                                .containsEntry("reason", "TIME_BOX");
                        assertThat(entry.author().id()).isEqualTo("collab");
                    });
        }
        assertThat(shop.add(swept, BO).known()).isFalse();
        assertThat(shop.agent(BO).reply(swept, "The USB-C one.").isDone()).isTrue();
    }

    @Test
    @DisplayName("B-24 by invitation begins when the invitation is accepted")
    void timeBoxAfterInvitation() {
        shop.policy(policy -> policy.withRules(
                AddRule.allow("an hour", Adder.ASSIGNEE).byInvitation().lasting(HOUR)));
        var chat = shop.assignedWith(BO);
        shop.time.advance(Duration.ofMinutes(10));
        shop.agent(BO).accept(chat).orElseThrow();

        shop.time.advance(HOUR.minus(MOMENT));
        assertThat(shop.agent(BO).reply(chat, "The USB-C one.").isDone()).isTrue();
        shop.time.advance(MOMENT);
        assertThat(reason(shop.agent(BO).reply(chat, "Or the old one."))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
    }

    private void add(ConversationId chat, AgentId adder, AgentId collaborator, Level level) {
        shop.agent(adder)
                .addCollaborator(chat, collaborator, AddOptions.at(level))
                .orElseThrow();
    }
}
