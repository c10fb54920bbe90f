package dev.collab.examples.replay;

import dev.collab.AgentDesk;
import dev.collab.Collab;
import dev.collab.ListPage;
import dev.collab.ListRequest;
import dev.collab.conversation.Page;
import dev.collab.model.ConversationStatus;
import dev.collab.spi.ConversationQuery.ListKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Is the lists of the three, the conversation with the newest customer message or reply first.
 *
 * @param mine the open conversations the assignee has
 * @param collaborating the conversations the collaborator takes part in
 * @param own all conversations of the customer
 */
record Lists(List<Row> mine, List<Row> collaborating, List<Row> own) {
    /** Several pages for a shift, so that a replay turns them. */
    private static final int PAGE = 30;

    /** Copies the lists. */
    Lists {
        mine = List.copyOf(mine);
        collaborating = List.copyOf(collaborating);
        own = List.copyOf(own);
    }

    /** Reads the lists. */
    static Lists of(Collab collab) {
        var assignee = collab.agent(Cast.ASSIGNEE);
        var collaborator = collab.agent(Cast.COLLABORATOR);
        var customer = collab.customer(Cast.CUSTOMER);
        var all = ListRequest.first(PAGE);
        return new Lists(
                rows(all.in(ConversationStatus.OPEN), page -> assignee.conversations(ListKind.MINE, page), Row::of),
                rows(all, page -> collaborator.conversations(ListKind.COLLABORATING, page), Row::of),
                rows(all, customer::conversations, Row::of));
    }

    private static <R> List<Row> rows(
            ListRequest first, Function<ListRequest, ListPage<R>> read, Function<R, Row> show) {
        var rows = new ArrayList<Row>();
        var page = read.apply(first);
        page.rows().stream().map(show).forEach(rows::add);
        while (page.next().isPresent()) {
            page = read.apply(first.from(page.next().get()));
            page.rows().stream().map(show).forEach(rows::add);
        }
        return rows;
    }

    /** Lets each of the three read each of their conversations to its end. */
    void markRead(Collab collab) {
        markRead(collab.agent(Cast.ASSIGNEE), mine);
        markRead(collab.agent(Cast.COLLABORATOR), collaborating);
        var customer = collab.customer(Cast.CUSTOMER);
        for (var row : own) {
            var newest = customer.messages(row.conversation(), Page.newest(1)).orElseThrow();
            customer.markRead(row.conversation(), newest.entries().get(0).sequence())
                    .orElseThrow();
        }
    }

    private static void markRead(AgentDesk agent, List<Row> rows) {
        for (var row : rows) {
            var newest = agent.timeline(row.conversation(), Page.newest(1)).orElseThrow();
            agent.markRead(row.conversation(), newest.entries().get(0).sequence())
                    .orElseThrow();
        }
    }

    /** {@return the sum of what is unread} */
    static long unread(List<Row> rows) {
        return rows.stream().mapToLong(Row::unread).sum();
    }
}
