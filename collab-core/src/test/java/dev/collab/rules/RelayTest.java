package dev.collab.rules;

import static dev.collab.rules.Shop.ASHA;
import static dev.collab.rules.Shop.BO;
import static dev.collab.rules.Shop.CY;
import static dev.collab.rules.Shop.FIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.collab.Collab;
import dev.collab.collaboration.AddOptions;
import dev.collab.conversation.NoteDraft;
import dev.collab.inmemory.RecordingNotifier;
import dev.collab.model.AddRule;
import dev.collab.model.Adder;
import dev.collab.model.AgentId;
import dev.collab.model.CollaborationId;
import dev.collab.model.CommandKey;
import dev.collab.model.ConversationId;
import dev.collab.model.HistoryWindow;
import dev.collab.model.InvalidArgumentException;
import dev.collab.model.Level;
import dev.collab.model.NotificationKind;
import dev.collab.notification.Relay;
import dev.collab.notification.RelayOptions;
import dev.collab.spi.Notifier.AgentNotification;
import dev.collab.spi.StorageException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The relay")
class RelayTest {
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final RelayOptions OPTIONS =
            new RelayOptions(50, LEASE, 6, Duration.ofSeconds(1), Duration.ofSeconds(5), false);

    private final Shop shop = Shop.open();
    private final RecordingNotifier notifier = new RecordingNotifier();
    private final Relay relay =
            shop.host(builder -> builder.notifier(notifier).relay(OPTIONS)).relay("one");

    @Test
    @DisplayName("B-71 a notification is stored with the commit and delivered once, afterwards")
    void afterwards() {
        var chat = shop.assignedWith(BO);
        assertThat(notifier.calls()).isZero();

        pump();

        assertThat(notifier.toAgents()).singleElement().satisfies(told -> {
            assertThat(told.recipient()).isEqualTo(BO);
            assertThat(told.kind()).isEqualTo(NotificationKind.ADDED);
            assertThat(told.conversation()).isEqualTo(chat);
            assertThat(told.inbox()).isEqualTo(Shop.INBOX);
            assertThat(told.actor()).isEqualTo("asha");
            assertThat(told.subject()).isEqualTo(grant(chat).value());
        });
        assertThat(relay.pumpOnce()).isZero();
        assertThat(notifier.calls()).isEqualTo(1);
    }

    @Test
    @DisplayName("B-71 what was not committed is told to nobody")
    void notCommitted() {
        var chat = shop.assigned();
        var broken = Story.host(shop, (method, arguments, real) -> {
            if (method.equals("commit")) {
                throw StorageException.nothingChanged("down", new IllegalStateException());
            }
            return real.call();
        });

        assertThatThrownBy(() -> broken.agent(ASHA).addCollaborator(chat, BO)).isInstanceOf(StorageException.class);
        assertThat(shop.agent(FIN).addCollaborator(chat, CY).isDone()).isFalse();

        assertThat(Post.taken(shop)).isEmpty();
    }

    @Test
    @DisplayName("B-71 a retried command stores nothing again")
    void retriedCommand() {
        var chat = shop.assignedWith(BO);
        pump();
        notifier.clear();
        var key = new CommandKey("k");

        shop.agent(ASHA).keyed(key).note(chat, "Once.").orElseThrow();
        shop.agent(ASHA).keyed(key).note(chat, "Once.").orElseThrow();

        pump();
        assertThat(kinds(BO)).containsExactly(NotificationKind.NOTE);
    }

    @Test
    @DisplayName("B-71 one recipient is told of one conversation in order, also while the first of it fails")
    void inOrder() {
        var chat = shop.assignedWith(BO);
        var texts = List.of("One.", "Two.", "Three.");
        pump();
        notifier.clear();
        texts.forEach(text -> shop.customer().write(chat, text).orElseThrow());

        notifier.failNext(1);
        pump();
        var other = notifier.toAgents().get(0).recipient().equals(ASHA) ? BO : ASHA;
        assertThat(notifier.toAgents()).as("only one line waits").hasSize(3);
        shop.time.advance(Duration.ofSeconds(1));
        pump();

        assertThat(notifier.toAgent(ASHA)).extracting(told -> told.text()).isEqualTo(texts);
        assertThat(notifier.toAgent(BO)).extracting(told -> told.text()).isEqualTo(texts);
        assertThat(notifier.toAgents().subList(3, 6))
                .allMatch(told -> told.recipient().equals(other));
    }

    @Test
    @DisplayName("B-71 content is not delivered to whoever lost access in between, the removal is")
    void removedInBetween() {
        var chat = shop.assignedWith(BO);
        pump();
        notifier.clear();
        shop.customer().write(chat, "Secret.").orElseThrow();
        shop.agent(ASHA).reply(chat, "Secret too.").orElseThrow();
        shop.agent(ASHA).note(chat, NoteDraft.of("Bo?").mentioning(BO)).orElseThrow();
        shop.agent(ASHA).changeLevel(chat, BO, Level.OBSERVER).orElseThrow();
        shop.agent(ASHA).removeCollaborator(chat, BO).orElseThrow();

        pump();

        assertThat(kinds(BO)).containsExactly(NotificationKind.REMOVED);
        assertThat(kinds(ASHA)).containsExactly(NotificationKind.CUSTOMER_WROTE);
        assertThat(Post.taken(shop)).isEmpty();
    }

    @Test
    @DisplayName("B-27 B-71 what waited before a removal does not come back with a new, later window")
    void doesNotRevive() {
        var chat = shop.assignedWith(BO);
        shop.customer().write(chat, "Before.").orElseThrow();
        shop.agent(ASHA).removeCollaborator(chat, BO).orElseThrow();
        shop.agent(ASHA)
                .addCollaborator(chat, BO, AddOptions.NONE.reading(HistoryWindow.FROM_ADD))
                .orElseThrow();
        shop.customer().write(chat, "After.").orElseThrow();

        pump();

        assertThat(kinds(BO))
                .containsExactly(
                        NotificationKind.ADDED,
                        NotificationKind.REMOVED,
                        NotificationKind.ADDED,
                        NotificationKind.CUSTOMER_WROTE);
        assertThat(notifier.toAgent(BO).get(3).text()).isEqualTo("After.");
    }

    @Test
    @DisplayName("B-45 B-71 a note to the assignee is not delivered to whoever is it no more")
    void assigneeChanged() {
        var chat = shop.assignedWith(BO);
        shop.agent(BO).note(chat, NoteDraft.of("You.").toAssignee()).orElseThrow();
        shop.agent(ASHA).transferAndStay(chat, FIN).orElseThrow();

        pump();

        assertThat(kinds(ASHA)).doesNotContain(NotificationKind.NOTE);
        assertThat(kinds(FIN)).doesNotContain(NotificationKind.NOTE);
    }

    @Test
    @DisplayName("B-71 added, invited, answered, expired and removed carry ids only")
    void idsOnly() {
        var chat = shop.assignedWith(BO);
        shop.agent(ASHA).removeCollaborator(chat, BO).orElseThrow();
        inviteAnsweredAndExpired(chat);

        pump();

        assertThat(notifier.toAgents())
                .extracting(told -> told.kind())
                .containsExactlyInAnyOrder(
                        NotificationKind.ADDED,
                        NotificationKind.REMOVED,
                        NotificationKind.INVITED,
                        NotificationKind.INVITED,
                        NotificationKind.ANSWERED,
                        NotificationKind.EXPIRED);
        assertThat(notifier.toAgents()).allSatisfy(told -> {
            assertThat(told.text()).isNull();
            assertThat(told.sequence()).isNull();
            assertThat(told.subject()).isNotNull();
        });
    }

    @Test
    @DisplayName("B-58 B-71 nothing at all is delivered to whoever is not active, and nothing waits for them")
    void inactive() {
        var chat = shop.assignedWith(BO);
        shop.agent(ASHA).removeCollaborator(chat, BO).orElseThrow();
        inviteAnsweredAndExpired(chat);
        shop.customer().write(chat, "Hello?").orElseThrow();
        shop.people.deactivate(ASHA).deactivate(BO).remove(CY);

        pump();

        assertThat(notifier.toAgents()).isEmpty();
        assertThat(Post.taken(shop)).isEmpty();
    }

    @Test
    @DisplayName("B-59 B-71 a directory that does not answer delays what agents are told, not what customers are sent")
    void directoryDown() {
        var chat = shop.assignedWith(BO);
        shop.agent(BO).reply(chat, "A little.").orElseThrow();
        shop.people.failWith(new IllegalStateException("down"));

        pump();
        assertThat(notifier.toAgents()).isEmpty();
        assertThat(notifier.toCustomers()).hasSize(1);
        shop.people.recover();
        shop.time.advance(Duration.ofSeconds(1));
        pump();

        assertThat(kinds(BO)).containsExactly(NotificationKind.ADDED);
        assertThat(kinds(ASHA)).containsExactly(NotificationKind.COLLEAGUE_REPLIED);
    }

    @Test
    @DisplayName("B-71 the text of a message or a reply is in it, that of a note only where the host says so")
    void noteText() {
        for (boolean goesOut : List.of(false, true)) {
            var host = shop.host(builder -> builder.notifier(notifier).relay(OPTIONS.withNoteText(goesOut)));
            var chat = shop.assignedWith(BO);
            shop.customer().write(chat, "Hello?").orElseThrow();
            shop.agent(ASHA).reply(chat, "Here.").orElseThrow();
            shop.agent(ASHA).note(chat, "Plain.").orElseThrow();
            shop.agent(ASHA).note(chat, NoteDraft.of("Bo?").mentioning(BO)).orElseThrow();
            notifier.clear();

            pump(host.relay("two"));

            assertThat(notifier.toAgent(BO))
                    .filteredOn(told -> told.kind() != NotificationKind.ADDED)
                    .extracting(told -> told.text())
                    .containsExactly("Hello?", "Here.", goesOut ? "Plain." : null, goesOut ? "Bo?" : null);
            assertThat(notifier.toAgent(BO))
                    .filteredOn(told -> told.kind() != NotificationKind.ADDED)
                    .allMatch(told -> told.sequence() != null);
        }
    }

    @Test
    @DisplayName("B-72 the state of the notifier is nothing to a command")
    void notifierDown() {
        notifier.failWith(new IllegalStateException("down"));
        Collab host = shop.host(builder -> builder.notifier(notifier));
        var chat = shop.assigned();

        assertThat(host.agent(ASHA).addCollaborator(chat, BO).isDone()).isTrue();
        assertThat(host.agent(BO).reply(chat, "Done.").isDone()).isTrue();

        assertThat(notifier.calls()).isZero();
        pump();
        assertThat(host.agent(BO).reply(chat, "Again.").isDone()).isTrue();
    }

    @Test
    @DisplayName("B-72 the wait doubles with each failure up to the longest, then it is parked")
    void backOff() {
        shop.assignedWith(BO);
        notifier.failWith(new IllegalStateException("down"));

        assertThat(relay.pumpOnce()).isEqualTo(1);
        for (int seconds : new int[] {1, 2, 4, 5, 5}) {
            assertThat(relay.parked(null, 10)).isEmpty();
            shop.time.advance(Duration.ofSeconds(seconds).minusMillis(1));
            assertThat(relay.pumpOnce()).as("just before %s s", seconds).isZero();
            shop.time.advance(Duration.ofMillis(1));
            assertThat(relay.pumpOnce()).as("after %s s", seconds).isEqualTo(1);
        }

        assertThat(notifier.calls()).isEqualTo(OPTIONS.attempts());
        assertThat(relay.parked(null, 10)).singleElement().satisfies(parked -> {
            assertThat(parked.attempts()).isEqualTo(OPTIONS.attempts());
            assertThat(parked.notification().kind()).isEqualTo(NotificationKind.ADDED);
        });
        shop.time.advance(Duration.ofDays(1));
        assertThat(relay.pumpOnce()).isZero();
    }

    @Test
    @DisplayName("B-71 B-72 a parked one is passed over, and is delivered when it is retried by hand")
    void parked() {
        var chat = shop.assignedWith(BO);
        notifier.failNext(OPTIONS.attempts());
        for (int attempt = 0; attempt < OPTIONS.attempts(); attempt++) {
            relay.pumpOnce();
            shop.time.advance(OPTIONS.longestWait());
        }
        shop.agent(ASHA).reply(chat, "Here.").orElseThrow();
        pump();
        assertThat(kinds(BO)).containsExactly(NotificationKind.COLLEAGUE_REPLIED);
        var parked = relay.parked(null, 10).get(0).notification();

        assertThat(relay.retry(parked.id())).isTrue();
        assertThat(relay.retry(parked.id())).isFalse();
        pump();

        assertThat(notifier.toAgent(BO).get(1).id()).isEqualTo(parked.id());
        assertThat(relay.parked(null, 10)).isEmpty();
    }

    @Test
    @DisplayName(
            "B-72 a relay that died after delivering has it delivered again under the same id, once its lease is over")
    void leaseRanOut() {
        var dying = shop.host(builder -> builder.storage(Post.dying(shop.storage, () -> true))
                .notifier(notifier)
                .relay(OPTIONS));
        shop.assignedWith(BO);
        assertThatThrownBy(() -> dying.relay("dead").pumpOnce()).isInstanceOf(Post.Killed.class);

        shop.time.advance(LEASE.minusMillis(1));
        assertThat(relay.pumpOnce()).isZero();
        shop.time.advance(Duration.ofMillis(1));
        assertThat(relay.pumpOnce()).isEqualTo(1);

        assertThat(notifier.toAgent(BO))
                .hasSize(2)
                .extracting(AgentNotification::id)
                .containsOnly(notifier.toAgents().get(0).id());
        assertThat(relay.pumpOnce()).isZero();
    }

    @Test
    @DisplayName("B-72 a relay needs a notifier")
    void needsNotifier() {
        assertThatThrownBy(() -> shop.collab.relay("one")).isInstanceOf(InvalidArgumentException.class);
    }

    /** Cy declines, then Bo lets the time pass. */
    private void inviteAnsweredAndExpired(ConversationId chat) {
        shop.policy(policy ->
                policy.withRules(AddRule.allow("ask first", Adder.ASSIGNEE).byInvitation()));
        shop.add(chat, CY);
        shop.agent(CY).decline(chat, Optional.of("Busy.")).orElseThrow();
        shop.add(chat, BO);
        shop.time.advance(Duration.ofMinutes(16));
        shop.collab.system("sweeper").sweep(10);
    }

    private CollaborationId grant(ConversationId chat) {
        return shop.head(chat).collaborationOf(BO).orElseThrow().id();
    }

    private List<NotificationKind> kinds(AgentId agent) {
        return notifier.toAgent(agent).stream().map(told -> told.kind()).toList();
    }

    private void pump() {
        pump(relay);
    }

    private static void pump(Relay relay) {
        while (relay.pumpOnce() > 0) {
            // Until nothing is due.
        }
    }
}
