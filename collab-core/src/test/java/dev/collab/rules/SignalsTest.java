package dev.collab.rules;

import static dev.collab.rules.Shop.ACCESSORIES;
import static dev.collab.rules.Shop.ADA;
import static dev.collab.rules.Shop.ASHA;
import static dev.collab.rules.Shop.BO;
import static dev.collab.rules.Shop.FIN;
import static dev.collab.rules.Shop.SUE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.conversation.Page;
import dev.collab.model.CaseFacts;
import dev.collab.model.CommandKey;
import dev.collab.model.ConversationId;
import dev.collab.model.Level;
import dev.collab.outcome.Outcome;
import dev.collab.spi.Signal;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Signals")
class SignalsTest {
    private final Shop shop = Shop.open();

    @Test
    @DisplayName("B-38 agents' screens are woken by every change, the customer's by messages and replies only")
    void whoIsWoken() {
        var ticket = shop.ticket();
        assertThat(shop.signal.changes()).containsExactly(ticket);
        assertThat(shop.signal.customerChanges()).containsExactly(ticket);

        agentsOnly(ticket, () -> shop.agent(ASHA).claim(ticket));
        agentsOnly(ticket, () -> shop.agent(ASHA).addCollaborator(ticket, BO));
        agentsOnly(ticket, () -> shop.agent(ASHA).changeLevel(ticket, BO, Level.ADVISER));
        agentsOnly(ticket, () -> shop.agent(BO).note(ticket, "Between us."));
        agentsOnly(ticket, () -> shop.agent(SUE).changeCase(ticket, CaseFacts.of(ACCESSORIES)));
        agentsOnly(ticket, () -> shop.agent(ASHA).transferAndStay(ticket, FIN));
        agentsOnly(ticket, () -> shop.agent(FIN).removeCollaborator(ticket, BO));
        everybody(ticket, () -> shop.agent(FIN).reply(ticket, "A little."));
        everybody(ticket, () -> shop.customer().write(ticket, "Thanks."));
    }

    @Test
    @DisplayName("B-38 the customer's screen is woken exactly when what they may read changed")
    void exactlyTheProjection() {
        var chat = shop.assignedWith(BO);
        List<Supplier<Outcome<?>>> acts = List.of(
                () -> shop.agent(BO).note(chat, "Between us."),
                () -> shop.agent(BO).reply(chat, "A little."),
                () -> shop.agent(ASHA).resolve(chat),
                () -> shop.agent(ASHA).reopen(chat),
                () -> shop.agent(SUE).release(chat),
                () -> shop.agent(FIN).claim(chat),
                () -> shop.agent(FIN).resolve(chat),
                () -> shop.customer().write(chat, "Still small."),
                () -> shop.agent(ADA).close(chat));
        for (int number = 0; number < acts.size(); number++) {
            var before = projection(chat);
            shop.signal.clear();

            acts.get(number).get().orElseThrow();

            boolean changed = !projection(chat).equals(before);
            assertThat(shop.signal.customerChanges()).as("act %s", number).hasSize(changed ? 1 : 0);
            assertThat(shop.signal.changes()).as("act %s", number).hasSize(1);
        }
    }

    @Test
    @DisplayName("B-38 nobody is woken by what changed nothing: refusals, repetitions, retries, reads, marks")
    void nothingChanged() {
        var chat = shop.assignedWith(BO);
        var key = new CommandKey("k");
        shop.agent(ASHA).keyed(key).reply(chat, "Once.").orElseThrow();
        shop.signal.clear();

        shop.agent(ASHA).keyed(key).reply(chat, "Once.").orElseThrow();
        shop.agent(ASHA).addCollaborator(chat, BO).orElseThrow();
        assertThat(shop.agent(FIN).reply(chat, "No.").isDone()).isFalse();
        assertThat(shop.customer().write(chat, " ").isDone()).isFalse();
        shop.agent(ASHA).view(chat).orElseThrow();
        shop.agent(BO).mute(chat, true).orElseThrow();
        shop.agent(BO).markRead(chat, 1).orElseThrow();
        shop.customer().markRead(chat, 0).orElseThrow();

        assertThat(shop.signal.changes()).isEmpty();
        assertThat(shop.signal.customerChanges()).isEmpty();
    }

    @Test
    @DisplayName("B-72 a signal that fails changes nothing, and the other call is made all the same")
    void failingSignal() {
        var chat = shop.assigned();
        var calls = new AtomicInteger();
        var host = shop.host(builder -> builder.signal(new Signal() {
            @Override
            public void changed(ConversationId conversation) {
                calls.incrementAndGet();
                throw new IllegalStateException("down");
            }

            @Override
            public void customerChanged(ConversationId conversation) {
                calls.incrementAndGet();
                throw new IllegalStateException("down");
            }
        }));

        assertThat(host.agent(ASHA).reply(chat, "A little.").isDone()).isTrue();

        assertThat(Story.customerTexts(shop, chat)).contains("A little.");
        assertThat(calls).hasValue(2);
    }

    private void agentsOnly(ConversationId conversation, Supplier<Outcome<?>> act) {
        shop.signal.clear();
        act.get().orElseThrow();
        assertThat(shop.signal.changes()).containsExactly(conversation);
        assertThat(shop.signal.customerChanges()).isEmpty();
    }

    private void everybody(ConversationId conversation, Supplier<Outcome<?>> act) {
        shop.signal.clear();
        act.get().orElseThrow();
        assertThat(shop.signal.changes()).containsExactly(conversation);
        assertThat(shop.signal.customerChanges()).containsExactly(conversation);
    }

    private List<Object> projection(ConversationId conversation) {
        return List.of(
                shop.customer().view(conversation).orElseThrow(),
                shop.customer()
                        .messages(conversation, Page.newest(Page.MAX_LIMIT))
                        .orElseThrow());
    }
}
