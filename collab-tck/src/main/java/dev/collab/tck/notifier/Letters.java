package dev.collab.tck.notifier;

import dev.collab.model.AgentId;
import dev.collab.model.Attachment;
import dev.collab.model.AttachmentId;
import dev.collab.model.Channel;
import dev.collab.model.ConversationId;
import dev.collab.model.CustomerId;
import dev.collab.model.InboxId;
import dev.collab.model.NotificationId;
import dev.collab.model.NotificationKind;
import dev.collab.spi.Notifier;
import dev.collab.spi.Notifier.AgentNotification;
import dev.collab.spi.Notifier.CustomerMessage;
import dev.collab.tck.AgentArrival;
import dev.collab.tck.CustomerArrival;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What many tests hand over and none is about. */
final class Letters {
    static final Instant NOW = Instant.parse("2030-01-01T09:00:00.123Z");
    static final InboxId SHOP = new InboxId("shop");
    static final ConversationId CHAT = new ConversationId("chat");
    static final AgentId ASHA = new AgentId("asha");
    static final AgentId BO = new AgentId("bo");
    static final CustomerId CARL = new CustomerId("carl");

    /** As tokens look: long, and every letter's case counts. */
    static final String TOKEN = "v1.aGVsbG8tV29ybGQ_LXBhZGRlZA.Q2FzZS1NQVRURVJT-_" + "xY9".repeat(60);

    /** Texts that transports like to tidy up. */
    static final List<String> TEXTS = List.of(
            "Hello",
            " a blank before and after ",
            "\n\nlines before\r\nand both kinds\rof ends\n\n",
            "a\ttab  and  two  blanks\u00A0and a hard one",
            ".\n..\n.a dot at the start of a line",
            "From here on\n>From there",
            "-- \na signature's mark",
            "<b>5 &lt; 6</b> & \"quoted\" 'too' {0} %s ${x} \\n",
            "\u00E9 is not e\u0301, and \uFB01 is not fi",
            "\uD83D\uDE00 \uD83D\uDC69\u200D\uD83D\uDCBB and \u200E\u202Eturned\u202C",
            "\u05E9\u05DC\u05D5\u05DD \u4F60\u597D",
            "\uFEFFa mark at the start, \u0007a bell, \u001Ban escape",
            "null",
            "=C3=A9 =\nsoft",
            "one line " + "of many words ".repeat(200),
            ("\uD83D\uDE00 a long text, " + "x".repeat(70) + "\n").repeat(330));

    private Letters() {}

    static AgentNotification toAgent(
            String id, AgentId recipient, NotificationKind kind, ConversationId conversation, @Nullable String text) {
        return new AgentNotification(
                new NotificationId(id), recipient, kind, SHOP, conversation, "carl", null, 3L, text, NOW, TOKEN);
    }

    static AgentNotification toAgent(String id, String text) {
        return toAgent(id, ASHA, NotificationKind.CUSTOMER_WROTE, CHAT, text);
    }

    static CustomerMessage toCustomer(String id, ConversationId conversation, long sequence, String text) {
        return ticket(id, conversation, sequence, "Your order", "Asha of the shop", text, List.of(), null);
    }

    static CustomerMessage toCustomer(String id, String text) {
        return toCustomer(id, CHAT, 3, text);
    }

    static CustomerMessage ticket(
            String id,
            ConversationId conversation,
            long sequence,
            @Nullable String subject,
            String from,
            @Nullable String text,
            List<Attachment> attachments,
            @Nullable String replyToken) {
        return new CustomerMessage(
                new NotificationId(id),
                NotificationKind.OUTGOING_REPLY,
                CARL,
                SHOP,
                conversation,
                Channel.EMAIL_TICKET,
                subject,
                sequence,
                from,
                text,
                attachments,
                NOW,
                replyToken);
    }

    static Attachment file(String id, String name, String mediaType, long size) {
        return new Attachment(new AttachmentId(id), name, mediaType, size);
    }

    static void tellAgents(Notifier notifier, List<AgentNotification> notifications) {
        notifications.forEach(notifier::toAgent);
    }

    static void tellCustomers(Notifier notifier, List<CustomerMessage> messages) {
        messages.forEach(notifier::toCustomer);
    }

    static List<AgentArrival> asAgents(List<AgentNotification> notifications) {
        return notifications.stream().map(AgentArrival::of).toList();
    }

    static List<CustomerArrival> asCustomers(List<CustomerMessage> messages) {
        return messages.stream().map(CustomerArrival::of).toList();
    }
}
