package dev.collab.jdbc;

import dev.collab.model.ConversationHead;
import org.jspecify.annotations.Nullable;

/**
 * What lists are read from: a row of {@code collab_listed}.
 *
 * @param inbox where the conversation is
 * @param customer whose it is
 * @param group who it belongs to; null if nobody
 * @param assignee who is accountable; null if nobody
 * @param place 0 queued, 1 assigned, 2 resolved, 3 closed
 * @param rank grows with the age of the last activity
 */
record Listing(
        String inbox,
        String customer,
        @Nullable String group,
        @Nullable String assignee,
        int place,
        long rank) {
    static final String COLUMNS = "inbox, customer, case_group, assignee, place, rank";

    /** {@return what is listed of it; null before its first public entry} */
    static @Nullable Listing of(@Nullable ConversationHead head) {
        if (head == null || head.counters().customerEntries() == 0) {
            return null;
        }
        return new Listing(
                head.inbox().value(),
                head.customer().value(),
                HeadRow.group(head),
                HeadRow.assignee(head),
                place(head),
                Times.rank(head.lastActivityAt()));
    }

    private static int place(ConversationHead head) {
        return switch (head.status()) {
            case OPEN -> head.isQueued() ? 0 : 1;
            case RESOLVED -> 2;
            case CLOSED -> 3;
        };
    }

    /** Tells whether nothing but the time of the last activity is different. */
    boolean differsInRankOnly(Listing other) {
        return equals(new Listing(other.inbox, other.customer, other.group, other.assignee, other.place, rank));
    }

    void bind(SqlText sql) {
        sql.text(inbox).text(customer).text(group).text(assignee).number(place).number(rank);
    }
}
