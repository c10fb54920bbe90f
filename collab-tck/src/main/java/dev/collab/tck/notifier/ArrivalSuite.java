package dev.collab.tck.notifier;

import static dev.collab.tck.notifier.Letters.ASHA;
import static dev.collab.tck.notifier.Letters.BO;
import static dev.collab.tck.notifier.Letters.CARL;
import static dev.collab.tck.notifier.Letters.CHAT;
import static dev.collab.tck.notifier.Letters.NOW;
import static dev.collab.tck.notifier.Letters.SHOP;
import static dev.collab.tck.notifier.Letters.TEXTS;
import static dev.collab.tck.notifier.Letters.TOKEN;
import static dev.collab.tck.notifier.Letters.file;
import static dev.collab.tck.notifier.Letters.ticket;
import static dev.collab.tck.notifier.Letters.toAgent;
import static dev.collab.tck.notifier.Letters.toCustomer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.model.AgentId;
import dev.collab.model.Attachment;
import dev.collab.model.Channel;
import dev.collab.model.ConversationId;
import dev.collab.model.CustomerId;
import dev.collab.model.InboxId;
import dev.collab.model.NotificationId;
import dev.collab.model.NotificationKind;
import dev.collab.spi.Notifier.AgentNotification;
import dev.collab.spi.Notifier.CustomerMessage;
import dev.collab.tck.suite.Chapter;
import dev.collab.tck.suite.Clause;
import dev.collab.tck.suite.NotifierBench;
import dev.collab.tck.suite.NotifierSuite;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Asks whether what is handed over arrives, whole and unchanged. */
public abstract class ArrivalSuite extends NotifierSuite {
    private static final List<String> LABELS = List.of(
            "Re: Your order",
            "Boots, Ltd. <boots@example.org>",
            "\"Asha\" (of the shop); \u00C9mile \uD83D\uDE00",
            "E\u0301mile",
            "a  b",
            "=?utf-8?q?no?=",
            "null",
            "l".repeat(200));

    /**
     * Makes a suite.
     *
     * @param bench the notifier under test
     */
    protected ArrivalSuite(NotifierBench bench) {
        super(bench);
    }

    @Test
    @Clause(value = "Notifier.toAgent", read = Chapter.NOTIFIER)
    @DisplayName("B-70 B-71 arrives at the agent whole, of whatever kind it is")
    void everyKind() {
        var told = new ArrayList<AgentNotification>();
        var kinds =
                EnumSet.complementOf(EnumSet.of(NotificationKind.OUTGOING_REPLY, NotificationKind.OUTGOING_REDACTED));
        kinds.forEach(kind -> told.add(new AgentNotification(
                new NotificationId("n-" + kind),
                ASHA,
                kind,
                SHOP,
                CHAT,
                "bo",
                "collaboration-7",
                0L,
                "text of " + kind,
                NOW,
                TOKEN)));

        arriveAtAgents(told);
    }

    @Test
    @Clause(value = "Notifier.toAgent", read = Chapter.NOTIFIER)
    @DisplayName("B-71 B-50 arrives without a text, an entry, a subject and a token if it has none")
    void idsOnly() {
        arriveAtAgents(List.of(
                new AgentNotification(
                        new NotificationId("1"),
                        ASHA,
                        NotificationKind.ADDED,
                        SHOP,
                        CHAT,
                        "bo",
                        null,
                        null,
                        null,
                        NOW,
                        null),
                toAgent("2", "a text")));
    }

    @Test
    @Clause(value = "Notifier.toAgent", read = Chapter.NOTIFIER)
    @DisplayName("B-71 P-2 arrives without a text if it is about a note: nothing is put in its place")
    void notes() {
        arriveAtAgents(List.of(
                toAgent("1", ASHA, NotificationKind.NOTE, CHAT, null),
                toAgent("2", BO, NotificationKind.MENTIONED, CHAT, null)));
    }

    @Test
    @Clause(value = "Notifier.toAgent", read = Chapter.NOTIFIER)
    @DisplayName("B-51 arrives at the agent letter by letter")
    void agentTexts() {
        var told = new ArrayList<AgentNotification>();
        TEXTS.forEach(text -> told.add(toAgent("n" + told.size(), text)));

        arriveAtAgents(told);
    }

    @Test
    @Clause(value = "Notifier.toAgent", read = Chapter.NOTIFIER)
    @DisplayName("B-71 P-22 arrives at the very agent, about the very conversation, whose ids may look like others")
    void agentIds() {
        var told = new ArrayList<AgentNotification>();
        for (var id : List.of("bo", "Bo", "b\u043E", "\u00E9", "e\u0301", "o'hara", "a/b?c=d&e", "\uD83D\uDE00")) {
            told.add(toAgent(
                    "n" + id,
                    new AgentId(id),
                    NotificationKind.ADDED,
                    new ConversationId("chat of " + id),
                    "to " + id));
        }

        arriveAtAgents(told);
    }

    @Test
    @Clause(value = "Notifier.toCustomer", read = Chapter.NOTIFIER)
    @DisplayName("B-44 arrives at the customer whole: subject, thread, name, text, files and token")
    void reply() {
        arriveAtCustomers(List.of(
                ticket("1", CHAT, 0, "Your order", "Asha", "Here it is", List.of(file("f", "a.pdf", "x/y", 7)), TOKEN),
                new CustomerMessage(
                        new NotificationId("2"),
                        NotificationKind.OUTGOING_REPLY,
                        new CustomerId("Carl"),
                        new InboxId("office"),
                        new ConversationId("Chat"),
                        Channel.LIVE_CHAT,
                        null,
                        Long.MAX_VALUE,
                        "The shop",
                        "Hello",
                        List.of(),
                        NOW,
                        null)));
    }

    @Test
    @Clause(value = "Notifier.toCustomer", read = Chapter.NOTIFIER)
    @DisplayName("B-44 B-51 arrives at the customer letter by letter")
    void customerTexts() {
        var sent = new ArrayList<CustomerMessage>();
        TEXTS.forEach(text -> sent.add(toCustomer("n" + sent.size(), text)));

        arriveAtCustomers(sent);
    }

    @Test
    @Clause(value = "Notifier.toCustomer", read = Chapter.NOTIFIER)
    @DisplayName("B-44 B-37 arrives under the very name and subject it was given")
    void labels() {
        var sent = new ArrayList<CustomerMessage>();
        LABELS.forEach(label -> {
            sent.add(ticket("from " + sent.size(), CHAT, 1, "Order", label, "Hello", List.of(), null));
            sent.add(ticket("subject " + sent.size(), CHAT, 1, label, "Asha", "Hello", List.of(), null));
        });

        arriveAtCustomers(sent);
    }

    @Test
    @Clause(value = "Notifier.toCustomer", read = Chapter.NOTIFIER)
    @DisplayName("B-44 B-49 arrives with all of its files, in order")
    void files() {
        var files = List.of(
                file("z", "last first.pdf", "application/pdf", 0),
                file("a", "a.pdf", "application/pdf", 1),
                file("A", "a.pdf", "application/pdf", 1),
                file("\u00E9", "\u00E9 \uD83D\uDE00; \"x\".txt", "text/plain; charset=utf-8", Long.MAX_VALUE));
        var many = new ArrayList<Attachment>();
        for (int number = 0; number < 30; number++) {
            many.add(file("f" + number, "file", "a/b", number));
        }

        arriveAtCustomers(List.of(
                ticket("1", CHAT, 1, null, "Asha", "four files", files, null),
                ticket("2", CHAT, 2, null, "Asha", "none", List.of(), null),
                ticket("3", CHAT, 3, null, "Asha", "many", many, null)));
    }

    @Test
    @Clause(value = "Notifier.toCustomer", read = Chapter.NOTIFIER)
    @DisplayName("B-48 arrives without a text if it was redacted, and says which it was")
    void redacted() {
        arriveAtCustomers(List.of(new CustomerMessage(
                new NotificationId("1"),
                NotificationKind.OUTGOING_REDACTED,
                CARL,
                SHOP,
                CHAT,
                Channel.EMAIL_TICKET,
                "Your order",
                12,
                "Asha",
                null,
                List.of(),
                NOW,
                null)));
    }

    private void arriveAtAgents(List<AgentNotification> told) {
        var notifier = fresh();
        Letters.tellAgents(notifier, told);

        assertThat(bench().atAgents(notifier))
                .as("what arrived at agents")
                .containsExactlyInAnyOrderElementsOf(Letters.asAgents(told));
        assertThat(bench().atCustomers(notifier))
                .as("what arrived at customers")
                .isEmpty();
    }

    private void arriveAtCustomers(List<CustomerMessage> sent) {
        var notifier = fresh();
        Letters.tellCustomers(notifier, sent);

        assertThat(bench().atCustomers(notifier))
                .as("what arrived at customers")
                .containsExactlyInAnyOrderElementsOf(Letters.asCustomers(sent));
        assertThat(bench().atAgents(notifier)).as("what arrived at agents").isEmpty();
    }
}
