package dev.collab.rules;

import static dev.collab.rules.Shop.ADA;
import static dev.collab.rules.Shop.BO;
import static dev.collab.rules.Shop.BOT;
import static dev.collab.rules.Shop.CY;
import static dev.collab.rules.Shop.SUE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.model.AgentId;
import dev.collab.model.ConversationId;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BotsTest {
    private final Shop shop = Shop.open().policy(policy -> policy.withBotsAllowed(true));

    @Test
    @DisplayName("B-16 B-33 a bot that stays counts as nobody: when the last person leaves, the leads are told")
    void botStays() {
        var chat = shop.chat();
        add(chat, BO);
        add(chat, BOT);

        assertThat(toldOf(() -> shop.agent(BO).leave(chat).orElseThrow()))
                .containsExactlyInAnyOrder("UNATTENDED sue", "UNATTENDED ada");
    }

    @Test
    @DisplayName("B-16 B-33 a person who stays besides a bot looks after it: nobody is told")
    void personStays() {
        var chat = shop.chat();
        add(chat, BO);
        add(chat, BOT);
        add(chat, CY);

        assertThat(toldOf(() -> shop.agent(BO).leave(chat).orElseThrow())).isEmpty();
    }

    @Test
    @DisplayName("B-33 B-58 a deactivated collaborator who stays looks after nobody either")
    void deactivatedStays() {
        var chat = shop.chat();
        add(chat, BO);
        add(chat, CY);
        shop.people.change(CY, person -> person.active(false));

        assertThat(toldOf(() -> shop.agent(SUE).removeCollaborator(chat, BO).orElseThrow()))
                .containsExactlyInAnyOrder("REMOVED bo", "UNATTENDED ada");
    }

    @Test
    @DisplayName("B-16 B-33 when a bot leaves as the last of all, the leads are told as well")
    void botLeaves() {
        var chat = shop.chat();
        add(chat, BOT);

        assertThat(toldOf(() -> shop.agent(ADA).removeCollaborator(chat, BOT).orElseThrow()))
                .containsExactlyInAnyOrder("REMOVED bot", "UNATTENDED sue");
    }

    private void add(ConversationId chat, AgentId agent) {
        shop.agent(SUE).addCollaborator(chat, agent).orElseThrow();
    }

    private List<String> toldOf(Runnable act) {
        return Post.of(shop, act);
    }
}
