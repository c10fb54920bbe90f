package dev.collab.rules;

import static dev.collab.rules.Shop.ASHA;
import static dev.collab.rules.Shop.BO;
import static dev.collab.rules.Shop.CY;
import static dev.collab.rules.Shop.FIN;
import static dev.collab.rules.Shop.SUE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.collaboration.AddOptions;
import dev.collab.conversation.NoteDraft;
import dev.collab.inmemory.RecordingNotifier;
import dev.collab.model.AgentId;
import dev.collab.model.HistoryWindow;
import dev.collab.model.NotificationKind;
import dev.collab.notification.Relay;
import dev.collab.outcome.Details;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Cases of being told")
class CaseDeliveryTest extends CaseScene {
    private final RecordingNotifier notifier = new RecordingNotifier();
    private final Relay relay = shop.host(builder -> builder.notifier(notifier)).relay("one");

    @Test
    @DisplayName(
            "B-29 B-55 B-56 B-71 B-73 given a muted collaborator is mentioned and written to, when they are removed before "
                    + "it is delivered and added again from here on, then they hear of both, and of the rest only what came after")
    void removedBeforeDelivery() {
        var chat = shop.assignedWith(BO);
        pump();
        notifier.clear();
        shop.agent(BO).mute(chat, true).orElseThrow();
        shop.agent(ASHA).note(chat, NoteDraft.of("Bo?").mentioning(BO)).orElseThrow();
        shop.customer().write(chat, "Secret").orElseThrow();
        shop.agent(ASHA).removeCollaborator(chat, BO).orElseThrow();
        shop.agent(ASHA)
                .addCollaborator(chat, BO, AddOptions.NONE.reading(HistoryWindow.FROM_ADD))
                .orElseThrow();
        shop.agent(ASHA).note(chat, NoteDraft.of("Bo, again?").mentioning(BO)).orElseThrow();

        pump();

        assertThat(kinds(BO))
                .containsExactly(NotificationKind.REMOVED, NotificationKind.ADDED, NotificationKind.MENTIONED);
        assertThat(notifier.toAgents().toString()).doesNotContain("Bo?", "again");
        assertThat(notifier.toAgent(BO).toString()).doesNotContain("Secret");
        assertThat(kinds(ASHA)).containsExactly(NotificationKind.CUSTOMER_WROTE);
        assertThat(reads(BO, chat)).containsExactly("Bo, again?");
        assertThat(sight(BO, chat)).isEqualTo("OPEN asha [bo RESPONDER]");
        assertThat(notifier.toCustomers()).isEmpty();
    }

    @Test
    @DisplayName(
            "B-12 B-38 B-46 B-68 B-70 given one place and an inbox where mentions add, when two are mentioned, then nothing "
                    + "is written and nobody told; with two places both are on it in the commit of the note")
    void mentionedOverTheLimit() {
        shop.policy(policy -> policy.withMentionAdds(true).withLimit(2));
        var chat = shop.assignedWith(FIN);
        var draft = NoteDraft.of("Who knows?").mentioning(CY, BO);

        refused(chat, Reason.MENTION_REFUSED, () -> shop.agent(ASHA).note(chat, draft));
        assertThat(shop.agent(ASHA).note(chat, draft))
                .isEqualTo(Outcome.rejected(Reason.MENTION_REFUSED, new Details.Agents(List.of(CY))));
        assertThat(sight(BO, chat)).isEqualTo(NOTHING);
        shop.agent(FIN).leave(chat).orElseThrow();
        long revision = shop.head(chat).revision();

        unnoticed(
                chat,
                () -> assertThat(told(() -> shop.agent(ASHA).note(chat, draft)))
                        .containsExactlyInAnyOrder("ADDED bo", "ADDED cy", "MENTIONED bo", "MENTIONED cy"));

        assertThat(shop.head(chat).revision()).isEqualTo(revision + 1);
        for (var viewer : List.of(ASHA, BO, CY, SUE)) {
            assertThat(sight(viewer, chat)).isEqualTo("OPEN asha [bo RESPONDER, cy RESPONDER]");
            assertThat(reads(viewer, chat)).contains("Who knows?");
        }
        assertThat(sight(FIN, chat)).isEqualTo(NOTHING);
    }

    @Test
    @DisplayName(
            "B-37 B-44 B-59 B-70 B-71 given a collaborator replied and was removed, when the directory fails while it is "
                    + "delivered, then the customer gets it under the assignee's name, and agents hear later of what they may read")
    void deliveredWhileTheDirectoryFails() {
        var chat = shop.assignedWith(BO, CY);
        pump();
        notifier.clear();
        shop.agent(BO).reply(chat, "A little.").orElseThrow();
        shop.agent(ASHA).removeCollaborator(chat, CY).orElseThrow();
        shop.agent(ASHA).removeCollaborator(chat, BO).orElseThrow();
        shop.people.failWith(new IllegalStateException("down"));
        pump();
        assertThat(notifier.toAgents()).isEmpty();
        assertThat(notifier.toCustomers()).singleElement().satisfies(sent -> {
            assertThat(sent.from()).isEqualTo("Asha");
            assertThat(sent.text()).isEqualTo("A little.");
        });

        shop.people.recover();
        shop.time.advance(Duration.ofHours(1));
        pump();

        assertThat(kinds(ASHA)).containsExactly(NotificationKind.COLLEAGUE_REPLIED);
        assertThat(kinds(BO)).containsExactly(NotificationKind.REMOVED);
        assertThat(kinds(CY)).containsExactly(NotificationKind.REMOVED);
        assertThat(customerReads(chat)).endsWith("Asha: A little.");
        assertThat(sight(BO, chat)).isEqualTo(NOTHING);
        assertThat(notifier.toCustomers()).hasSize(1);
    }

    @Test
    @DisplayName("B-21 B-23 B-58 B-71 given invitations wait to be delivered, when one invitee is deactivated and the "
            + "conversation resolved before, then who is active hears of it with ids only and can open nothing by it")
    void invitedBeforeDelivery() {
        shop.policy(policy -> policy.withRules(ASK));
        var chat = shop.assigned();
        shop.agent(ASHA)
                .addCollaborator(chat, BO, AddOptions.NONE.asking("My question"))
                .orElseThrow();
        shop.agent(ASHA)
                .addCollaborator(chat, CY, AddOptions.NONE.asking("My question"))
                .orElseThrow();
        shop.people.deactivate(CY);
        shop.agent(ASHA).resolve(chat).orElseThrow();

        pump();

        assertThat(notifier.toAgent(CY)).isEmpty();
        assertThat(notifier.toAgent(BO)).isNotEmpty().allSatisfy(told -> {
            assertThat(told.kind()).isEqualTo(NotificationKind.INVITED);
            assertThat(told.text()).isNull();
            assertThat(told.sequence()).isNull();
        });
        refused(chat, Reason.UNKNOWN_CONVERSATION, () -> shop.agent(BO).invitation(chat));
        refused(chat, Reason.UNKNOWN_CONVERSATION, () -> shop.agent(BO).accept(chat));
        assertThat(sight(BO, chat)).isEqualTo(NOTHING);
        assertThat(sight(SUE, chat)).isEqualTo("RESOLVED asha []");
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
