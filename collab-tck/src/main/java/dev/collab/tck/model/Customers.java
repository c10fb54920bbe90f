package dev.collab.tck.model;

import dev.collab.Collab;
import dev.collab.conversation.CustomerEntry;
import dev.collab.conversation.Page;
import dev.collab.conversation.Slice;
import dev.collab.model.ConversationId;
import dev.collab.model.CustomerId;
import dev.collab.outcome.Outcome;
import java.util.List;

/** Everything a customer can look at, written down to compare it byte by byte. */
final class Customers {
    private static final List<Integer> LIMITS = List.of(1, 3, 50);

    private Customers() {}

    static String everything(Collab collab, CustomerId customer, ConversationId chat) {
        var desk = collab.customer(customer);
        var seen = new StringBuilder().append(desk.view(chat)).append('\n');
        for (int limit : LIMITS) {
            var newest = desk.messages(chat, Page.newest(limit));
            seen.append(newest).append('\n');
            if (newest instanceof Outcome.Done<Slice<CustomerEntry>> done) {
                var oldest = done.value();
                while (oldest.older().isPresent()) {
                    oldest = desk.messages(chat, Page.at(oldest.older().get(), limit))
                            .orElseThrow();
                    seen.append(" older ").append(oldest).append('\n');
                }
                var next = oldest;
                while (!next.entries().isEmpty()) {
                    next = desk.messages(chat, Page.at(next.newer(), limit)).orElseThrow();
                    seen.append(" newer ").append(next).append('\n');
                }
            }
        }
        return seen.toString();
    }
}
