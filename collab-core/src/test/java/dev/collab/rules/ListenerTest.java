package dev.collab.rules;

import static dev.collab.rules.Shop.ASHA;
import static dev.collab.rules.Shop.BO;
import static dev.collab.rules.Shop.FIN;
import static dev.collab.rules.Shop.INBOX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.collab.Collab;
import dev.collab.inmemory.RecordingNotifier;
import dev.collab.model.ActorKind;
import dev.collab.model.ConversationId;
import dev.collab.model.InboxId;
import dev.collab.model.NotificationId;
import dev.collab.model.NotificationKind;
import dev.collab.notification.RelayOptions;
import dev.collab.outcome.RaceLostException;
import dev.collab.spi.CommitResult;
import dev.collab.spi.Listener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The listener")
class ListenerTest {
    private static final RelayOptions TWICE =
            new RelayOptions(50, Duration.ofMinutes(1), 2, Duration.ofSeconds(1), Duration.ofSeconds(1), false);

    private final Shop shop = Shop.open();
    private final RecordingNotifier notifier = new RecordingNotifier();
    private final List<String> heard = new ArrayList<>();
    private final Collab host = host(new Heard());

    /** Writes down what it hears. */
    private class Heard implements Listener {
        void heard(Object... words) {
            heard.add(String.join(
                    " ", List.of(words).stream().map(Object::toString).toList()));
        }

        @Override
        public void commandDone(ConversationId conversation, ActorKind actor, String act) {
            heard("done", conversation, actor, act);
        }

        @Override
        public void commandRefused(ConversationId conversation, ActorKind actor, String act, String reason) {
            heard("refused", conversation, actor, act, reason);
        }

        @Override
        public void raceRetried(ConversationId conversation, int attempt) {
            heard("race", conversation, attempt);
        }

        @Override
        public void delivered(NotificationId notification, InboxId inbox, NotificationKind kind, Duration lag) {
            heard("delivered", notification, inbox, kind, lag);
        }

        @Override
        public void dropped(NotificationId notification, InboxId inbox, NotificationKind kind) {
            heard("dropped", notification, inbox, kind);
        }

        @Override
        public void deliveryFailed(NotificationId notification, InboxId inbox, int attempts, boolean parked) {
            heard("failed", notification, inbox, attempts, parked);
        }
    }

    private final class Throwing extends Heard {
        @Override
        void heard(Object... words) {
            super.heard(words);
            throw new IllegalStateException("no metrics today");
        }
    }

    private Collab host(Listener listener) {
        return shop.host(
                builder -> builder.listener(listener).notifier(notifier).relay(TWICE));
    }

    @Test
    @DisplayName("B-61 hears what was done, also where there was nothing to do, and never a word of it")
    void done() {
        var chat = shop.assigned();

        host.agent(ASHA).reply(chat, "Secret.").orElseThrow();
        host.agent(ASHA).addCollaborator(chat, BO).orElseThrow();
        host.agent(ASHA).addCollaborator(chat, BO).orElseThrow();
        host.customer(Shop.CARL).write(chat, "Secret.").orElseThrow();
        host.system("router").resolve(chat).orElseThrow();

        assertThat(heard)
                .containsExactly(
                        "done " + chat + " AGENT reply",
                        "done " + chat + " AGENT add",
                        "done " + chat + " AGENT add",
                        "done " + chat + " CUSTOMER write",
                        "done " + chat + " SYSTEM resolve");
    }

    @Test
    @DisplayName("B-61 hears what was refused, and the code of the reason")
    void refused() {
        var chat = shop.assigned();

        host.agent(FIN).reply(chat, "Secret.");
        host.customer(Shop.DORA).write(chat, "Secret.");
        host.agent(ASHA).reply(chat, " ");

        assertThat(heard)
                .containsExactly(
                        "refused " + chat + " AGENT reply UNKNOWN_CONVERSATION",
                        "refused " + chat + " CUSTOMER write UNKNOWN_CONVERSATION",
                        "refused " + chat + " AGENT reply "
                                + Shop.reason(shop.agent(ASHA).reply(chat, " ")));
    }

    @Test
    @DisplayName("B-32 B-61 hears of each race that was lost, and of the command once")
    void races() {
        var chat = shop.assigned();
        var lost = new AtomicInteger(2);
        var racing = racing(lost);

        racing.agent(ASHA).reply(chat, "Here.").orElseThrow();
        lost.set(Integer.MAX_VALUE);
        assertThatThrownBy(() -> racing.agent(ASHA).reply(chat, "Here.")).isInstanceOf(RaceLostException.class);

        assertThat(heard.subList(0, 4))
                .containsExactly(
                        "race " + chat + " 1",
                        "race " + chat + " 2",
                        "done " + chat + " AGENT reply",
                        "race " + chat + " 1");
        assertThat(heard.subList(3, heard.size())).allMatch(one -> one.startsWith("race "));
    }

    @Test
    @DisplayName("B-72 hears of each delivery with its lag, of what was dropped, of failures and of parking")
    void deliveries() {
        var chat = shop.assignedWith(BO);
        var relay = host.relay("one");
        shop.time.advance(Duration.ofSeconds(3));
        relay.pumpOnce();
        var added = notifier.toAgents().get(0).id();
        shop.agent(ASHA).note(chat, "Bo?").orElseThrow();
        shop.people.deactivate(BO);
        relay.pumpOnce();
        shop.customer().write(chat, "Hello?").orElseThrow();
        notifier.failWith(new IllegalStateException("down"));
        relay.pumpOnce();
        shop.time.advance(Duration.ofSeconds(1));
        relay.pumpOnce();
        var parked = relay.parked(null, 10).get(0).notification().id();

        assertThat(heard).hasSize(5);
        assertThat(heard.get(0)).isEqualTo("delivered " + added + " " + INBOX + " ADDED PT3S");
        assertThat(heard.get(1)).startsWith("dropped ").endsWith(INBOX + " NOTE");
        assertThat(heard.subList(2, 4))
                .anyMatch(one -> one.startsWith("dropped ") && one.endsWith("CUSTOMER_WROTE"))
                .contains("failed " + parked + " " + INBOX + " 1 false");
        assertThat(heard.get(4)).isEqualTo("failed " + parked + " " + INBOX + " 2 true");
    }

    @Test
    @DisplayName("B-72 what a listener throws changes nothing, neither for commands nor for deliveries")
    void throwing() {
        var chat = shop.assigned();
        var loud = host(new Throwing());
        var relay = loud.relay("one");

        assertThat(loud.agent(ASHA).addCollaborator(chat, BO).isDone()).isTrue();
        assertThat(Shop.reason(loud.agent(FIN).reply(chat, "No."))).hasToString("UNKNOWN_CONVERSATION");
        assertThat(loud.customer(Shop.CARL).write(chat, "Hello?").isDone()).isTrue();
        notifier.failNext(1);
        for (int pass = 0; pass < 5; pass++) {
            relay.pumpOnce();
            shop.time.advance(Duration.ofSeconds(1));
        }

        assertThat(shop.collaborators(chat)).containsExactly(BO);
        assertThat(notifier.toAgents())
                .extracting(told -> told.kind() + " " + told.recipient())
                .containsExactlyInAnyOrder("ADDED bo", "CUSTOMER_WROTE bo", "CUSTOMER_WROTE asha");
        assertThat(notifier.calls()).isEqualTo(4);
        assertThat(heard).hasSize(7);
    }

    /** A host that loses as many races as it is told to. */
    private Collab racing(AtomicInteger lost) {
        return shop.host(builder -> builder.listener(new Heard())
                .storage(Story.storage(shop.storage, (method, arguments, real) -> {
                    if (method.equals("commit") && lost.getAndDecrement() > 0) {
                        return CommitResult.CONVERSATION_CHANGED;
                    }
                    return real.call();
                })));
    }
}
