package dev.collab.tck.notifier;

import static dev.collab.tck.notifier.Letters.ASHA;
import static dev.collab.tck.notifier.Letters.BO;
import static dev.collab.tck.notifier.Letters.CHAT;
import static dev.collab.tck.notifier.Letters.toAgent;
import static dev.collab.tck.notifier.Letters.toCustomer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.model.AgentId;
import dev.collab.model.ConversationId;
import dev.collab.model.NotificationKind;
import dev.collab.spi.Notifier.AgentNotification;
import dev.collab.spi.Notifier.CustomerMessage;
import dev.collab.tck.AgentArrival;
import dev.collab.tck.CustomerArrival;
import dev.collab.tck.NotifierVariation;
import dev.collab.tck.suite.Chapter;
import dev.collab.tck.suite.Clause;
import dev.collab.tck.suite.NotifierBench;
import dev.collab.tck.suite.NotifierSuite;
import dev.collab.tck.suite.Threads;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Asks in which order, how often and on how many threads things arrive. */
public abstract class OrderSuite extends NotifierSuite {
    /**
     * Makes a suite.
     *
     * @param bench the notifier under test
     */
    protected OrderSuite(NotifierBench bench) {
        super(bench);
    }

    @Test
    @Clause(value = "Notifier.toAgent", read = Chapter.NOTIFIER)
    @DisplayName("B-71 P-39 keeps the order in which an agent was told of a conversation")
    void agentOrder() {
        var notifier = fresh();
        var other = new ConversationId("a chat before the other by its id");
        var told = new ArrayList<AgentNotification>();
        for (int number = 0; number < 60; number++) {
            var conversation = number % 3 == 0 ? other : CHAT;
            var recipient = number % 2 == 0 ? ASHA : BO;
            // Neither ids nor texts rise with the order.
            told.add(toAgent(
                    "n" + number * 37 % 60,
                    recipient,
                    NotificationKind.CUSTOMER_WROTE,
                    conversation,
                    "text " + number * 41 % 60));
        }
        Letters.tellAgents(notifier, told);

        var arrived = bench().atAgents(notifier);
        for (var recipient : List.of(ASHA, BO)) {
            for (var conversation : List.of(CHAT, other)) {
                assertThat(arrived)
                        .as("what arrived at %s of %s", recipient, conversation)
                        .filteredOn(one -> isOf(one, recipient, conversation))
                        .isEqualTo(Letters.asAgents(told).stream()
                                .filter(one -> isOf(one, recipient, conversation))
                                .toList());
            }
        }
    }

    @Test
    @Clause(value = "Notifier.toCustomer", read = Chapter.NOTIFIER)
    @DisplayName("B-44 B-71 keeps the order in which a customer was sent the replies of a conversation")
    void customerOrder() {
        var notifier = fresh();
        var sent = new ArrayList<CustomerMessage>();
        for (int number = 0; number < 40; number++) {
            sent.add(toCustomer("n" + number * 37 % 40, CHAT, number, "text " + number * 41 % 60));
        }
        Letters.tellCustomers(notifier, sent);

        assertThat(bench().atCustomers(notifier)).isEqualTo(Letters.asCustomers(sent));
    }

    @Test
    @Clause(value = "Notifier.toAgent", read = Chapter.NOTIFIER, orDeclare = "NotifierVariation.DEDUPLICATES")
    @DisplayName("B-71 P-39 that is repeated arrives again under its id, or is known by it if that is declared")
    void repeatedToAgent() {
        var notifier = fresh();
        var first = toAgent("1", "first");
        var second = toAgent("2", "second");
        Letters.tellAgents(notifier, List.of(first, second, first));

        assertThat(bench().atAgents(notifier))
                .as("what arrived of a first, a second and the first again")
                .isEqualTo(Letters.asAgents(
                        declares(NotifierVariation.DEDUPLICATES)
                                ? List.of(first, second)
                                : List.of(first, second, first)));
    }

    @Test
    @Clause(value = "Notifier.toCustomer", read = Chapter.NOTIFIER, orDeclare = "NotifierVariation.DEDUPLICATES")
    @DisplayName("B-44 P-39 that is repeated reaches the customer again under its id, or once if that is declared")
    void repeatedToCustomer() {
        var notifier = fresh();
        var first = toCustomer("1", CHAT, 1, "first");
        var second = toCustomer("2", CHAT, 2, "second");
        Letters.tellCustomers(notifier, List.of(first, second, first));

        assertThat(bench().atCustomers(notifier))
                .as("what arrived of a first, a second and the first again")
                .isEqualTo(Letters.asCustomers(
                        declares(NotifierVariation.DEDUPLICATES)
                                ? List.of(first, second)
                                : List.of(first, second, first)));
    }

    @Test
    @Clause(value = "Notifier.toAgent", read = Chapter.NOTIFIER)
    @DisplayName(
            "B-71 P-22 is a repetition by its id alone: what says the same, or has an id that looks the same, is not")
    void notRepeated() {
        var notifier = fresh();
        var told = List.of(
                toAgent("n", "Are you there?"),
                toAgent("m", "Are you there?"),
                toAgent("N", "Are you there?"),
                toAgent("\u00E9", "Are you there?"),
                toAgent("e\u0301", "Are you there?"));
        var sent = List.of(toCustomer("n2", "Yes."), toCustomer("m2", "Yes."), toCustomer("N2", "Yes."));
        Letters.tellAgents(notifier, told);
        Letters.tellCustomers(notifier, sent);

        assertThat(bench().atAgents(notifier)).isEqualTo(Letters.asAgents(told));
        assertThat(bench().atCustomers(notifier)).isEqualTo(Letters.asCustomers(sent));
    }

    @Test
    @Clause(value = "Notifier.toAgent", read = Chapter.NOTIFIER)
    @DisplayName("B-72 P-35 of many threads arrives whole, and in order for each conversation")
    void threads() {
        var notifier = fresh();
        Threads.together(4, thread -> {
            for (int number = 0; number < 50; number++) {
                notifier.toAgent(toAgent(
                        thread + "/" + number, ASHA, NotificationKind.CUSTOMER_WROTE, chat(thread), "to an agent"));
                notifier.toCustomer(toCustomer("c" + thread + "/" + number, chat(thread), number, "to a customer"));
            }
        });

        var atAgents = bench().atAgents(notifier);
        var atCustomers = bench().atCustomers(notifier);
        assertThat(atAgents).hasSize(200);
        assertThat(atCustomers).hasSize(200);
        for (int thread = 0; thread < 4; thread++) {
            assertThat(idsAtAgents(atAgents, chat(thread))).isEqualTo(ids(thread + "/"));
            assertThat(idsAtCustomers(atCustomers, chat(thread))).isEqualTo(ids("c" + thread + "/"));
        }
    }

    private static ConversationId chat(int thread) {
        return new ConversationId("chat of " + thread);
    }

    private static List<String> ids(String prefix) {
        var ids = new ArrayList<String>();
        for (int number = 0; number < 50; number++) {
            ids.add(prefix + number);
        }
        return ids;
    }

    private static List<String> idsAtAgents(List<AgentArrival> arrived, ConversationId conversation) {
        return arrived.stream()
                .filter(one -> one.conversation().equals(conversation))
                .map(one -> one.id().value())
                .toList();
    }

    private static List<String> idsAtCustomers(List<CustomerArrival> arrived, ConversationId conversation) {
        return arrived.stream()
                .filter(one -> one.conversation().equals(conversation))
                .map(one -> one.id().value())
                .toList();
    }

    private static boolean isOf(AgentArrival one, AgentId recipient, ConversationId conversation) {
        return one.recipient().equals(recipient) && one.conversation().equals(conversation);
    }
}
