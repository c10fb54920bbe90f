package dev.collab.rules;

import static dev.collab.rules.Shop.ACCESSORIES;
import static dev.collab.rules.Shop.ADA;
import static dev.collab.rules.Shop.ASHA;
import static dev.collab.rules.Shop.BO;
import static dev.collab.rules.Shop.CY;
import static dev.collab.rules.Shop.FIN;
import static dev.collab.rules.Shop.MO;
import static dev.collab.rules.Shop.SUE;
import static dev.collab.rules.Shop.ZED;
import static dev.collab.rules.Shop.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.collab.Added;
import dev.collab.collaboration.AddOptions;
import dev.collab.inbox.Presets;
import dev.collab.model.AgentId;
import dev.collab.model.CollaborationSettings;
import dev.collab.model.ConversationId;
import dev.collab.model.GroupId;
import dev.collab.model.InvalidArgumentException;
import dev.collab.model.Level;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The preset")
class PresetsTest {
    @Test
    @DisplayName("B-2 off lets nobody add anybody: no assignee, no lead")
    void off() {
        var shop = shop(Presets.off());
        var chat = shop.assigned();

        assertThat(reason(add(shop, ASHA, chat, FIN))).isEqualTo(Reason.COLLABORATION_OFF);
        assertThat(reason(add(shop, SUE, chat, FIN))).isEqualTo(Reason.COLLABORATION_OFF);
        assertThat(reason(shop.agent(ADA).join(chat))).isEqualTo(Reason.COLLABORATION_OFF);
        assertThat(shop.agent(ASHA).view(chat).orElseThrow().collaborators().visible())
                .isFalse();
    }

    @Test
    @DisplayName("B-4 peers help lets assignee and leads add agents of their own groups, who may reply")
    void peersHelp() {
        var shop = shop(Presets.peersHelp());
        var chat = shop.assigned();

        assertThat(add(shop, ASHA, chat, FIN).orElseThrow().level()).isEqualTo(Level.RESPONDER);
        assertThat(shop.agent(FIN).reply(chat, "One size up.").isDone()).isTrue();
        assertThat(reason(add(shop, ASHA, chat, BO))).isEqualTo(Reason.CANDIDATE_UNAVAILABLE);
        assertThat(reason(add(shop, SUE, chat, BO))).isEqualTo(Reason.CANDIDATE_UNAVAILABLE);
        assertThat(reason(add(shop, FIN, chat, SUE))).isEqualTo(Reason.NOT_PERMITTED);
        assertThat(add(shop, SUE, shop.assigned(), FIN).isDone()).isTrue();
    }

    @Test
    @DisplayName("B-4 groups help lets assignee and leads add agents of the named groups, and no others")
    void groupsHelp() {
        var apparel = new GroupId("apparel");
        var shop = shop(Presets.groupsHelp(ACCESSORIES, apparel));
        shop.people.change(ZED, person -> person.groups(apparel));
        var chat = shop.assigned();

        assertThat(add(shop, ASHA, chat, BO).orElseThrow().level()).isEqualTo(Level.RESPONDER);
        assertThat(add(shop, SUE, chat, ZED).isDone()).isTrue();
        assertThat(reason(add(shop, ASHA, chat, FIN))).isEqualTo(Reason.CANDIDATE_UNAVAILABLE);
        assertThat(reason(add(shop, BO, chat, CY))).isEqualTo(Reason.NOT_PERMITTED);
        assertThat(reason(add(shop, MO, chat, CY))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
    }

    @Test
    @DisplayName("B-4 B-34 notes only lets those who are added write notes, never reply")
    void notesOnly() {
        var shop = shop(Presets.notesOnly());
        var chat = shop.assigned();

        assertThat(add(shop, ASHA, chat, BO).orElseThrow().level()).isEqualTo(Level.ADVISER);
        assertThat(shop.agent(BO).note(chat, "The USB-C one.").isDone()).isTrue();
        assertThat(reason(shop.agent(BO).reply(chat, "The USB-C one."))).isEqualTo(Reason.NOT_PERMITTED);
        var asResponder = AddOptions.at(Level.RESPONDER);
        assertThat(reason(shop.agent(ASHA).addCollaborator(chat, CY, asResponder)))
                .isEqualTo(Reason.LEVEL_TOO_HIGH);
        assertThat(reason(shop.agent(SUE).addCollaborator(chat, CY, asResponder)))
                .isEqualTo(Reason.LEVEL_TOO_HIGH);
        assertThat(reason(add(shop, BO, chat, CY))).isEqualTo(Reason.NOT_PERMITTED);
    }

    @Test
    @DisplayName("B-19 B-20 superiors on request lets superiors be asked, and nobody else")
    void superiorsOnRequest() {
        var shop = shop(Presets.superiorsOnRequest());
        var chat = shop.assigned();

        var asked = add(shop, ASHA, chat, SUE).orElseThrow();
        assertThat(asked.invitation()).isPresent();
        assertThat(shop.agent(SUE).invitation(chat).orElseThrow().escalation()).isTrue();
        assertThat(shop.agent(SUE).accept(chat).orElseThrow().level()).isEqualTo(Level.RESPONDER);
        assertThat(add(shop, SUE, chat, ADA).orElseThrow().invitation()).isPresent();
        assertThat(reason(add(shop, ASHA, chat, FIN))).isEqualTo(Reason.CANDIDATE_UNAVAILABLE);
    }

    @Test
    @DisplayName("B-24 across groups lets any agent help until the time is over")
    void acrossGroups() {
        var shop = shop(Presets.acrossGroups(Duration.ofHours(2)));
        var chat = shop.assigned();

        add(shop, ASHA, chat, BO).orElseThrow();
        add(shop, SUE, chat, ZED).orElseThrow();
        assertThat(reason(add(shop, BO, chat, CY))).isEqualTo(Reason.NOT_PERMITTED);
        shop.time.advance(Duration.ofHours(2).minusMillis(1));
        assertThat(shop.agent(BO).reply(chat, "The USB-C one.").isDone()).isTrue();
        shop.time.advance(Duration.ofMillis(1));
        assertThat(reason(shop.agent(BO).reply(chat, "The USB-C one."))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(() -> Presets.acrossGroups(Duration.ZERO))
                .withMessageContaining("time box");
    }

    private static Shop shop(CollaborationSettings preset) {
        return Shop.untouched().policy(now -> preset);
    }

    private static Outcome<Added> add(Shop shop, AgentId adder, ConversationId chat, AgentId candidate) {
        return shop.agent(adder).addCollaborator(chat, candidate);
    }
}
