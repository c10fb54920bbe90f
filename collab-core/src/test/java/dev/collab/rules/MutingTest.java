package dev.collab.rules;

import static dev.collab.rules.Shop.ASHA;
import static dev.collab.rules.Shop.BO;
import static dev.collab.rules.Shop.SUE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.conversation.NoteDraft;
import dev.collab.inmemory.RecordingNotifier;
import dev.collab.model.AddRule;
import dev.collab.model.Adder;
import dev.collab.model.AgentId;
import dev.collab.model.NotificationKind;
import dev.collab.notification.Relay;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Muting")
class MutingTest {
    private final Shop shop = Shop.open();
    private final RecordingNotifier notifier = new RecordingNotifier();
    private final Relay relay = shop.host(builder -> builder.notifier(notifier)).relay("one");

    @Test
    @DisplayName("B-73 a muted conversation is quiet but for mentions, invitations and removal")
    void muted() {
        var ticket = shop.assignedTicket();
        shop.add(ticket, BO);
        pump();
        notifier.clear();
        shop.agent(BO).mute(ticket, true).orElseThrow();
        shop.customer().write(ticket, "Hello?").orElseThrow();
        shop.agent(ASHA).reply(ticket, "Here.").orElseThrow();
        shop.agent(ASHA).note(ticket, "Plain.").orElseThrow();
        shop.agent(ASHA).note(ticket, NoteDraft.of("Bo?").mentioning(BO)).orElseThrow();
        shop.agent(SUE).resolve(ticket).orElseThrow();
        shop.agent(SUE).reopen(ticket).orElseThrow();
        pump();
        shop.agent(ASHA).removeCollaborator(ticket, BO).orElseThrow();
        shop.policy(policy ->
                policy.withRules(AddRule.allow("ask first", Adder.ASSIGNEE).byInvitation()));
        shop.add(ticket, BO);

        pump();

        assertThat(kinds(BO))
                .containsExactly(NotificationKind.MENTIONED, NotificationKind.REMOVED, NotificationKind.INVITED);
        assertThat(kinds(ASHA))
                .containsExactly(NotificationKind.CUSTOMER_WROTE, NotificationKind.RESOLVED, NotificationKind.REOPENED);
    }

    @Test
    @DisplayName("B-73 a mute holds when it is delivered, and ends when it is taken back")
    void unmuted() {
        var chat = shop.assignedWith(BO);
        shop.customer().write(chat, "One.").orElseThrow();
        shop.agent(BO).mute(chat, true).orElseThrow();
        pump();
        shop.agent(BO).mute(chat, false).orElseThrow();
        shop.customer().write(chat, "Two.").orElseThrow();
        pump();

        assertThat(notifier.toAgent(BO)).extracting(told -> told.text()).containsExactly(null, "Two.");
    }

    @Test
    @DisplayName("B-9 B-70 B-73 a mute rests while its owner is the assignee, who is none of the collaborators")
    void muteOfAnAssignee() {
        var chat = shop.assignedWith(BO);
        shop.agent(BO).mute(chat, true).orElseThrow();
        shop.agent(ASHA).transferAndStay(chat, BO).orElseThrow();
        shop.customer().write(chat, "One.").orElseThrow();
        pump();
        shop.agent(BO).transferAndStay(chat, ASHA).orElseThrow();
        shop.customer().write(chat, "Two.").orElseThrow();
        pump();

        assertThat(notifier.toAgent(BO)).extracting(told -> told.text()).containsOnlyOnce("One.");
        assertThat(notifier.toAgent(BO)).extracting(told -> told.text()).doesNotContain("Two.");
    }

    private List<NotificationKind> kinds(AgentId agent) {
        return notifier.toAgent(agent).stream().map(told -> told.kind()).toList();
    }

    private void pump() {
        while (relay.pumpOnce() > 0) {
            // Until nothing is due.
        }
    }
}
