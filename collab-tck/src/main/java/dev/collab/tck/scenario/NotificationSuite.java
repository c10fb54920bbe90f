package dev.collab.tck.scenario;

import static dev.collab.tck.scenario.Workshop.COUNTER;
import static dev.collab.tck.scenario.Workshop.EXPERT;
import static dev.collab.tck.scenario.Workshop.HELPER;
import static dev.collab.tck.scenario.Workshop.OWNER;
import static dev.collab.tck.scenario.Workshop.PEER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.conversation.NoteDraft;
import dev.collab.model.CommandKey;
import dev.collab.model.Notification;
import dev.collab.model.NotificationId;
import dev.collab.model.NotificationKind;
import dev.collab.outcome.Reason;
import dev.collab.spi.Notifier.AgentNotification;
import dev.collab.tck.suite.Chapter;
import dev.collab.tck.suite.Clause;
import dev.collab.tck.suite.StorageBench;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Tells who is told what, when, and how often. */
public abstract class NotificationSuite extends ScenarioSuite {
    /**
     * Makes a suite.
     *
     * @param bench the storage under test
     */
    protected NotificationSuite(StorageBench bench) {
        super(bench);
    }

    @Test
    @DisplayName(
            "B-70 P-41 each act stores a row for each whom it concerns, never for the actor, for the customer only replies")
    @Clause(value = "ConversationStore.commit", read = Chapter.RULES)
    void recipients() {
        var workshop = workshop();
        var chat = workshop.chat(HELPER, EXPERT);
        var narrow = NoteDraft.of("Eve?").to(EXPERT).mentioning(EXPERT);

        assertThat(workshop.outboxOf(() -> workshop.buyer().write(chat, "Well?").orElseThrow()))
                .containsExactlyInAnyOrder("CUSTOMER_WROTE owner", "CUSTOMER_WROTE helper", "CUSTOMER_WROTE expert");
        assertThat(workshop.outboxOf(
                        () -> workshop.agent(HELPER).reply(chat, "Oil it").orElseThrow()))
                .containsExactlyInAnyOrder(
                        "COLLEAGUE_REPLIED owner", "COLLEAGUE_REPLIED expert", "OUTGOING_REPLY buyer");
        assertThat(workshop.outboxOf(
                        () -> workshop.agent(HELPER).note(chat, narrow).orElseThrow()))
                .containsExactly("MENTIONED expert");
        assertThat(workshop.outboxOf(
                        () -> workshop.agent(OWNER).note(chat, "All").orElseThrow()))
                .containsExactlyInAnyOrder("NOTE helper", "NOTE expert");
        assertThat(workshop.outboxOf(
                        () -> workshop.agent(OWNER).addCollaborator(chat, PEER).orElseThrow()))
                .containsExactly("ADDED peer");
        assertThat(workshop.outboxOf(() -> workshop.agent(HELPER).leave(chat).orElseThrow()))
                .isEmpty();
        assertThat(workshop.outboxOf(() ->
                        workshop.agent(OWNER).removeCollaborator(chat, PEER).orElseThrow()))
                .containsExactly("REMOVED peer");
    }

    @Test
    @DisplayName("B-71 P-34 a refused act stores no row, a replayed one no second; ids are stable and different")
    @Clause(value = "ConversationStore.commit", read = Chapter.RULES)
    void withTheCommit() {
        var workshop = workshop();
        var chat = workshop.chat(HELPER);
        var key = new CommandKey("once");

        assertThat(workshop.outboxOf(
                        () -> refused(workshop.agent(EXPERT).reply(chat, "Hi")).isEqualTo(Reason.UNKNOWN_CONVERSATION)))
                .isEmpty();
        assertThat(workshop.outboxOf(() -> {
                    workshop.agent(OWNER).keyed(key).note(chat, "Hi").orElseThrow();
                    workshop.agent(OWNER).keyed(key).note(chat, "Hi").orElseThrow();
                }))
                .containsExactly("NOTE helper");
        workshop.buyer().write(chat, "Well?").orElseThrow();
        var rows = workshop.rowsOfOutbox();
        assertThat(new HashSet<>(rows.stream().map(Notification::id).toList())).hasSize(2);
    }

    @Test
    @DisplayName("B-71 P-39 to one recipient in the order things happened; what lies behind a failed one waits")
    @Clause(value = "Outbox.claim", read = Chapter.OUTBOX)
    void inOrder() {
        var workshop = workshop();
        var chat = workshop.chat(HELPER);
        workshop.agent(OWNER).note(chat, "One").orElseThrow();
        workshop.agent(OWNER).reply(chat, "Two").orElseThrow();
        workshop.buyer().write(chat, "Three").orElseThrow();
        workshop.notifier.failNext(1);
        var relay = workshop.collab.relay("first");
        relay.pumpOnce();
        workshop.pass(Duration.ofSeconds(1));

        workshop.deliver();

        assertThat(workshop.notifier.toAgent(HELPER))
                .extracting(AgentNotification::kind)
                .containsExactly(
                        NotificationKind.ADDED,
                        NotificationKind.NOTE,
                        NotificationKind.COLLEAGUE_REPLIED,
                        NotificationKind.CUSTOMER_WROTE);
        assertThat(workshop.notifier.toAgents())
                .extracting(AgentNotification::id)
                .doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("B-71 P-37 content needs access when it is delivered: who was removed is told just that")
    @Clause(value = "Outbox.claim", read = Chapter.RULES)
    void accessAtDelivery() {
        var workshop = workshop();
        var chat = workshop.chat(HELPER);
        workshop.buyer().write(chat, "CANARY").orElseThrow();
        workshop.agent(OWNER).removeCollaborator(chat, HELPER).orElseThrow();

        workshop.deliver();

        var told = workshop.notifier.toAgent(HELPER);
        assertThat(told)
                .extracting(AgentNotification::kind)
                .containsExactly(NotificationKind.ADDED, NotificationKind.REMOVED);
        assertThat(told.toString()).doesNotContain("CANARY");
    }

    @Test
    @DisplayName("B-71 P-2 a message's text goes out with its notice, a note's does not, and rows hold neither")
    @Clause(value = "Outbox.claim", read = Chapter.RULES)
    void noNoteText() {
        var workshop = workshop();
        var chat = workshop.chat(HELPER);
        workshop.agent(OWNER).note(chat, "CANARY").orElseThrow();
        workshop.buyer().write(chat, "Well?").orElseThrow();
        workshop.deliver();

        assertThat(workshop.notifier.toAgent(HELPER))
                .filteredOn(one -> one.kind() == NotificationKind.CUSTOMER_WROTE)
                .singleElement()
                .satisfies(one -> assertThat(one.text()).isEqualTo("Well?"));
        assertThat(workshop.notifier.toAgents().toString()).doesNotContain("CANARY");
        workshop.agent(OWNER).note(chat, "CANARY").orElseThrow();
        assertThat(workshop.rowsOfOutbox()).isNotEmpty().asString().doesNotContain("CANARY");
    }

    @Test
    @DisplayName(
            "B-72 a notifier that fails delays no command; what it fails is parked after its tries and sent by hand")
    @Clause(value = "Outbox.fail", read = Chapter.OUTBOX)
    void failingNotifier() {
        var workshop = workshop();
        var chat = workshop.chat();
        workshop.deliver();
        workshop.notifier.failWith(new IllegalStateException("down"));
        workshop.agent(OWNER).addCollaborator(chat, HELPER).orElseThrow();
        for (int attempt = 0; attempt < 10; attempt++) {
            workshop.deliver();
            workshop.pass(Duration.ofMinutes(6));
        }
        workshop.notifier.recover();
        workshop.deliver();
        assertThat(workshop.notifier.toAgents()).isEmpty();
        workshop.agent(OWNER).note(chat, "Hello").orElseThrow();
        workshop.deliver();
        assertThat(workshop.notifier.toAgent(HELPER))
                .as("the parked one is passed over")
                .hasSize(1);

        var relay = secondHost(workshop).relay("by hand");
        NotificationId parked = relay.parked(null, 5).get(0).notification().id();
        assertThat(relay.retry(parked)).isTrue();
        workshop.deliver();

        assertThat(workshop.notifier.toAgent(HELPER))
                .extracting(AgentNotification::kind)
                .containsExactly(NotificationKind.NOTE, NotificationKind.ADDED);
        assertThat(relay.parked(null, 5)).isEmpty();
    }

    @Test
    @DisplayName(
            "B-72 P-35 a relay that died holding a row loses it with its lease, and another delivers it under the same id")
    @Clause(value = "Outbox.claim", read = Chapter.OUTBOX)
    void diedHolding() {
        var workshop = workshop();
        var chat = workshop.chat();
        workshop.deliver();
        workshop.agent(OWNER).addCollaborator(chat, HELPER).orElseThrow();
        var now = workshop.time.instant();
        var held = workshop.storage.outbox().claim("died", now, now.plusSeconds(60), 10);
        assertThat(held).hasSize(1);

        assertThat(secondHost(workshop).relay("other").pumpOnce()).isZero();
        workshop.pass(Duration.ofSeconds(60));
        workshop.deliver();

        assertThat(workshop.notifier.toAgent(HELPER))
                .extracting(AgentNotification::id)
                .containsExactly(held.get(0).notification().id());
        assertThat(held.get(0).notification().inbox()).isEqualTo(COUNTER);
    }

    @Test
    @DisplayName(
            "B-73 whoever mutes a conversation hears of mentions and removal only, on every host, until they unmute")
    @Clause(value = "ConversationStore.isMuted", read = Chapter.RULES)
    void muted() {
        var workshop = workshop();
        var chat = workshop.chat(HELPER, EXPERT);
        workshop.told(HELPER);
        secondHost(workshop).agent(HELPER).mute(chat, true).orElseThrow();

        workshop.buyer().write(chat, "Well?").orElseThrow();
        workshop.agent(OWNER)
                .note(chat, NoteDraft.of("Hal?").mentioning(HELPER))
                .orElseThrow();
        workshop.deliver();

        assertThat(workshop.notifier.toAgent(EXPERT))
                .extracting(AgentNotification::kind)
                .contains(NotificationKind.CUSTOMER_WROTE);
        assertThat(workshop.told(HELPER)).containsExactly(NotificationKind.MENTIONED);
        workshop.agent(HELPER).mute(chat, false).orElseThrow();
        workshop.buyer().write(chat, "Well??").orElseThrow();
        workshop.agent(OWNER).removeCollaborator(chat, EXPERT).orElseThrow();
        assertThat(workshop.told(HELPER)).isEqualTo(List.of(NotificationKind.CUSTOMER_WROTE));
    }
}
