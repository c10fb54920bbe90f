package dev.collab.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.AgentDesk;
import dev.collab.collaboration.AddOptions;
import dev.collab.conversation.Act;
import dev.collab.model.AgentId;
import dev.collab.model.CaseFacts;
import dev.collab.model.Channel;
import dev.collab.model.ConversationId;
import dev.collab.model.GroupReading;
import dev.collab.model.Level;
import dev.collab.model.WhenResolved;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Asks everybody who reads a conversation what they may do, and has them do it, each time in a new shop. */
class MayTest {
    private static final List<AgentId> READERS =
            List.of(Shop.ASHA, Shop.BO, Shop.CY, Shop.MO, Shop.SUE, Shop.ADA, Shop.FIN);

    /** What a conversation can be in; where it has an assignee it is Asha (where leads work, Sue), Bo responds, Cy observes, Mo advises. */
    enum Situation {
        QUEUED,
        ALONE,
        SHARED,
        RELEASED,
        SUSPENDED,
        RESOLVED_AND_KEPT,
        CLOSED,
        OFF,
        WITHOUT_RULES,
        FULL,
        LED
    }

    private static ConversationId arranged(Situation situation, Shop shop) {
        if (situation == Situation.RESOLVED_AND_KEPT) {
            shop.conversations(policy -> policy.withWhenResolved(Channel.LIVE_CHAT, WhenResolved.KEEP)
                    .withResponderResolves(true));
        }
        var conversation = situation == Situation.SUSPENDED ? shop.ticket() : shop.chat();
        if (situation == Situation.QUEUED) {
            return conversation;
        }
        if (situation == Situation.LED) {
            shop.agent(Shop.SUE).claim(conversation).orElseThrow();
            shop.agent(Shop.ADA).join(conversation).orElseThrow();
            return conversation;
        }
        shop.claimed(conversation);
        if (situation == Situation.ALONE) {
            return conversation;
        }
        share(shop, conversation);
        switch (situation) {
            case RELEASED -> shop.agent(Shop.ASHA).release(conversation).orElseThrow();
            case SUSPENDED -> shop.agent(Shop.ASHA).resolve(conversation).orElseThrow();
            case RESOLVED_AND_KEPT -> shop.agent(Shop.BO).resolve(conversation).orElseThrow();
            case CLOSED -> shop.agent(Shop.ADA).close(conversation).orElseThrow();
            case OFF -> shop.admin().disableCollaboration().orElseThrow();
            case WITHOUT_RULES -> shop.policy(policy -> policy.withRules());
            case FULL -> shop.policy(policy -> policy.withLimit(3));
            case QUEUED, ALONE, SHARED, LED -> {}
        }
        return conversation;
    }

    private static void share(Shop shop, ConversationId conversation) {
        Map.of(Shop.BO, Level.RESPONDER, Shop.CY, Level.OBSERVER, Shop.MO, Level.ADVISER)
                .forEach((agent, level) -> shop.agent(Shop.ASHA)
                        .addCollaborator(conversation, agent, AddOptions.at(level))
                        .orElseThrow());
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("B-62 what a view says somebody may not do is refused for the reason it says, the rest is not refused")
    void theViewSaysWhatTheActsAnswer(Situation situation) {
        var wrong = new ArrayList<String>();
        for (var agent : READERS) {
            for (var act : Act.values()) {
                var shop = Shop.open()
                        .conversations(policy -> policy.withReading(GroupReading.ALL, true))
                        .ledElsewhere();
                shop.twin();
                var conversation = arranged(situation, shop);
                var view = shop.agent(agent).view(conversation);
                if (view.isDone()) {
                    var said = Optional.ofNullable(view.orElseThrow().whyNot().get(act));
                    assertThat(view.orElseThrow().may(act)).isEqualTo(said.isEmpty());
                    var answered = reason(done(act, shop.agent(agent), conversation, agent));
                    if (!answered.equals(said) && !isAboutWhom(act, said, answered)) {
                        wrong.add(agent + " " + act + ": said " + said + ", answered " + answered);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    @DisplayName("B-62 nobody is told what they may do who may not read")
    void strangersAreToldNothing() {
        var shop = Shop.open();

        assertThat(Shop.reason(shop.agent(Shop.ZED).view(shop.assigned()))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
    }

    /** The view does not know about whom it will be: whom to add to a full conversation, whose level, whom to remove. */
    private static boolean isAboutWhom(Act act, Optional<Reason> said, Optional<Reason> answered) {
        return switch (act) {
            case ADD -> said.isEmpty() && answered.equals(Optional.of(Reason.LIMIT_REACHED));
            case CHANGE_LEVEL -> answered.equals(Optional.of(Reason.NOT_A_COLLABORATOR));
            case REMOVE -> said.isEmpty() && answered.equals(Optional.of(Reason.NOT_A_COLLABORATOR));
            // Nor what to take back: the opening is the customer's, and an admin's to take back.
            case REDACT -> said.isEmpty() && answered.equals(Optional.of(Reason.NOT_PERMITTED));
            default -> false;
        };
    }

    private static Outcome<?> done(Act act, AgentDesk desk, ConversationId id, AgentId me) {
        return switch (act) {
            case REPLY -> desk.reply(id, "Hello");
            case NOTE -> desk.note(id, "Hm");
            case ADD -> desk.addCollaborator(id, Shop.ZED, AddOptions.at(Level.OBSERVER));
            case CHANGE_LEVEL -> desk.changeLevel(id, Shop.CY, Level.OBSERVER);
            // Themselves where that is all they may, as Bo has added nobody.
            case REMOVE -> desk.removeCollaborator(id, me.equals(Shop.CY) || me.equals(Shop.MO) ? me : Shop.BO);
            case LEAVE -> desk.leave(id);
            case JOIN -> desk.join(id);
            case CLAIM -> desk.claim(id);
            case TRANSFER -> desk.transfer(id, Shop.FIN);
            case RELEASE -> desk.release(id);
            case RESOLVE -> desk.resolve(id);
            case REOPEN -> desk.reopen(id);
            case CLOSE -> desk.close(id);
            case REDACT -> desk.redact(id, 0);
            case CHANGE_CASE -> desk.changeCase(id, CaseFacts.of(Shop.ACCESSORIES));
            case MOVE -> desk.move(id, Shop.ELSEWHERE, Optional.empty());
            case MERGE -> desk.merge(id, Shop.TWIN);
        };
    }

    private static Optional<Reason> reason(Outcome<?> outcome) {
        return outcome.fold(done -> Optional.empty(), no -> Optional.of(no.reason()));
    }
}
