package dev.collab.examples.helpdesk.web;

import dev.collab.Collab;
import dev.collab.conversation.CustomerEntry;
import dev.collab.examples.helpdesk.People;
import dev.collab.examples.helpdesk.delivery.Deliveries;
import dev.collab.examples.helpdesk.delivery.Letter;
import dev.collab.examples.helpdesk.web.CustomerShapes.Address;
import dev.collab.examples.helpdesk.web.CustomerShapes.Mail;
import dev.collab.model.ConversationId;
import dev.collab.model.CustomerId;
import dev.collab.outcome.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Shows a conversation as the customer's mail program would: what they wrote, and what the host was handed to send.
 *
 * <p>A reply is read from what the notifier was handed and from nowhere else.
 */
final class MailView {
    private static final String HOST = "lark-and-lane.example";
    private static final Address SHOP = new Address(People.SHOP_NAME, "help@" + HOST);

    private final Collab collab;
    private final People people;
    private final Deliveries deliveries;

    MailView(Collab collab, People people, Deliveries deliveries) {
        this.collab = collab;
        this.people = people;
        this.deliveries = deliveries;
    }

    Outcome<List<Mail>> of(CustomerId customer, ConversationId conversation) {
        var written = new ArrayList<CustomerEntry.Message>();
        return collab.customer(customer)
                .export(conversation, entry -> {
                    if (entry instanceof CustomerEntry.Message message) {
                        written.add(message);
                    }
                })
                .map(view -> {
                    var self = new Address(people.name(customer).orElse(customer.value()), customer + "@mail.example");
                    var exchange = new Exchange(conversation, view.subject().orElse("(no subject)"), self);
                    written.forEach(exchange::add);
                    deliveries.letters(conversation).forEach(exchange::add);
                    return exchange.mails();
                });
    }

    /** Puts mails in their order; each answers the one before. */
    private static final class Exchange {
        private final ConversationId conversation;
        private final String subject;
        private final Address customer;
        private final TreeMap<Long, Mail> mails = new TreeMap<>();

        Exchange(ConversationId conversation, String subject, Address customer) {
            this.conversation = conversation;
            this.subject = subject;
            this.customer = customer;
        }

        void add(CustomerEntry.Message one) {
            put(one.sequence(), customer, SHOP, one.at(), one.text().orElse(null));
        }

        void add(Letter one) {
            put(one.customerSequence(), new Address(one.from(), SHOP.address()), customer, one.at(), one.text());
        }

        private void put(long sequence, Address from, Address to, Instant at, @Nullable String text) {
            var line = sequence == 0 ? subject : "Re: " + subject;
            var before = sequence == 0 ? null : messageId(sequence - 1);
            mails.put(
                    sequence,
                    new Mail(String.valueOf(sequence), from, to, line, messageId(sequence), before, at, text));
        }

        private String messageId(long sequence) {
            return "<" + conversation + "." + sequence + "@" + HOST + ">";
        }

        List<Mail> mails() {
            return List.copyOf(mails.values());
        }
    }
}
