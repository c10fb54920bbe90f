package dev.collab.jdbc;

import dev.collab.model.ConversationStatus;
import dev.collab.model.GroupId;
import dev.collab.model.InboxId;
import dev.collab.model.InboxSettings;
import dev.collab.spi.ConversationQuery;
import dev.collab.spi.ConversationQuery.ListKind;
import dev.collab.spi.ListedConversation;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a page of a list.
 *
 * <p>Each reason to see a conversation - it is assigned to the viewer, they collaborate, their group's, an inbox's - is a
 * few ranges of an index, of which each gives a page at most; the page is what comes first of all of them. What filters
 * by an inbox's settings compares with them in the same statement.
 */
final class ListStatement {
    private static final int QUEUED = 0;
    private static final int ASSIGNED = 1;

    private final Database database;
    private final ConversationQuery query;
    private final List<Long> places;
    private final SqlText sql = new SqlText();
    private int ranges;

    ListStatement(Database database, ConversationQuery query) {
        this.database = database;
        this.query = query;
        this.places = places(query);
    }

    List<ListedConversation> find() {
        sql.add("WITH page AS (SELECT DISTINCT u.rank, u.conversation FROM (");
        if (query.scope().agent() == null) {
            ofCustomer();
        } else {
            ofAgent(query.scope().agent().value());
        }
        if (ranges == 0) {
            return List.of();
        }
        sql.add(") u ORDER BY u.rank, u.conversation LIMIT ?)").number(query.limit());
        rows();
        var settings = new HashMap<InboxId, InboxSettings>();
        return database.list("ConversationStore.find", sql, row -> read(row, settings));
    }

    private void ofCustomer() {
        if (query.list() == ListKind.ALL || query.list() == ListKind.QUEUE) {
            places("customer = ?", List.of(PostgresConversations.viewer(query)), places);
        }
    }

    private void ofAgent(String agent) {
        var list = query.list();
        if (list == ListKind.MINE || list == ListKind.ALL) {
            places("assignee = ?", List.of(agent), without(QUEUED));
        }
        if (list != ListKind.MINE) {
            collaborating(agent);
        }
        if (list == ListKind.QUEUE || list == ListKind.ALL) {
            fromOutside();
        }
    }

    private void fromOutside() {
        var scope = query.scope();
        for (var inbox : scope.administered()) {
            places("inbox = ?", List.of(inbox.value()), places);
        }
        for (var inbox : scope.worksIn()) {
            if (!scope.administered().contains(inbox)) {
                // Its policy is one row, asked once; the range is read only if it lets others read.
                places(
                        "inbox = ? AND (SELECT others_read FROM ${schema}.collab_inbox WHERE tenant = ? AND inbox = ?)",
                        List.of(inbox.value(), database.tenant(), inbox.value()),
                        places);
            }
        }
        for (var group : scope.groups()) {
            if (places.contains((long) QUEUED)) {
                places("case_group = ?", List.of(group.value()), List.of((long) QUEUED));
            }
            for (var inbox : scope.supervised()) {
                places("case_group = ? AND inbox = ?", List.of(group.value(), inbox.value()), without(QUEUED));
            }
        }
        if (!scope.groups().isEmpty() && !without(QUEUED).isEmpty()) {
            whereGroupsReadAll(scope.groups());
        }
    }

    /** Of every inbox that lets the whole group read, a page at most. */
    private void whereGroupsReadAll(Collection<GroupId> groups) {
        begin();
        sql.add("(SELECT l.rank, l.conversation FROM ${schema}.collab_inbox i CROSS JOIN unnest(?::text[]) AS g"
                        + " (name) CROSS JOIN unnest(?::bigint[]) AS p (place)"
                        + " CROSS JOIN LATERAL (SELECT rank, conversation FROM ${schema}.collab_listed WHERE tenant"
                        + " = i.tenant AND inbox = i.inbox AND case_group = g.name AND place = p.place")
                .texts(groups.stream().map(GroupId::value).toList())
                .numbers(without(QUEUED));
        notTheirOwn();
        after("");
        sql.add(") l WHERE i.tenant = ? AND i.group_reads_all ORDER BY l.rank, l.conversation LIMIT ?)")
                .text(database.tenant())
                .number(query.limit());
    }

    /** An earlier epoch is over, and so is a time box that has run out, written down or not. */
    private void collaborating(String agent) {
        for (long place : places) {
            begin();
            sql.add("(SELECT c.rank, c.conversation FROM ${schema}.collab_collaboration c WHERE c.tenant = ? AND"
                            + " c.agent = ? AND c.place = ? AND c.ended_at IS NULL"
                            + " AND (c.ends_at IS NULL OR c.ends_at > ?) AND c.epoch = coalesce((SELECT i.epoch FROM"
                            + " ${schema}.collab_inbox i WHERE i.tenant = c.tenant AND i.inbox = c.inbox), 0)")
                    .text(database.tenant())
                    .text(agent)
                    .number(place)
                    .time(query.scope().now());
            notTheirOwn();
            after("c.");
            sql.add(" ORDER BY c.rank, c.conversation LIMIT ?)").number(query.limit());
        }
    }

    private void places(String condition, List<String> values, List<Long> of) {
        for (long place : of) {
            begin();
            sql.add("(SELECT rank, conversation FROM ${schema}.collab_listed WHERE tenant = ? AND " + condition
                            + " AND place = ")
                    .text(database.tenant());
            values.forEach(sql::text);
            // Written out, so that the planner sees that the index of the queue will do.
            sql.add(Long.toString(place));
            if (isAgent()) {
                notTheirOwn();
            }
            after("");
            sql.add(" ORDER BY rank, conversation LIMIT ?)").number(query.limit());
        }
    }

    private void begin() {
        if (ranges > 0) {
            sql.add(" UNION ALL ");
        }
        ranges++;
    }

    /** Nobody sees from the agents' side what they wrote as a customer. */
    private void notTheirOwn() {
        var customer = query.scope().customer();
        if (customer != null) {
            sql.add(" AND customer <> ?").text(customer.value());
        }
    }

    private void after(String alias) {
        var after = query.after();
        if (after != null) {
            sql.add(" AND (" + alias + "rank, " + alias + "conversation) > (?, ?)")
                    .number(Times.rank(after.lastActivityAt()))
                    .text(after.conversation().value());
        }
    }

    /** The settings of an inbox come with a row of it and not with each. */
    private void rows() {
        sql.add("\nSELECT " + Database.SAFETY + ", " + HeadRow.READ
                        + ", CASE WHEN c.inbox IS DISTINCT FROM lag(c.inbox) OVER (ORDER BY p.rank, p.conversation)"
                        + " THEN i.settings END, " + EntryRow.READ + ", coalesce(m.position, 0)"
                        + (isAgent() ? ", " + UnreadRow.COLUMNS : "") + " FROM page p JOIN"
                        + " ${schema}.collab_conversation c ON c.tenant = ? AND c.conversation = p.conversation"
                        + " JOIN ${schema}.collab_entry e ON e.tenant = ? AND e.conversation = c.conversation"
                        + " AND e.sequence = c.newest_public"
                        + " LEFT JOIN ${schema}.collab_inbox i ON i.tenant = c.tenant AND i.inbox = c.inbox"
                        + " LEFT JOIN ${schema}.collab_mark m ON m.tenant = ? AND m.conversation = c.conversation"
                        + " AND m.viewer_kind = ? AND m.viewer = ?")
                .text(database.tenant())
                .text(database.tenant())
                .text(database.tenant())
                .text(query.viewerKind().name())
                .text(PostgresConversations.viewer(query));
        var agent = query.scope().agent();
        if (agent != null) {
            UnreadRow.join(sql, database, agent, query.scope().now());
        }
        sql.add(" ORDER BY p.rank, p.conversation");
    }

    private boolean isAgent() {
        return query.scope().agent() != null;
    }

    private ListedConversation read(Row row, Map<InboxId, InboxSettings> known) throws SQLException {
        var head = HeadRow.read(row);
        var document = row.textOrNull();
        if (document != null && !known.containsKey(head.inbox())) {
            known.put(head.inbox(), database.settings().of(head.inbox(), document));
        }
        var settings = known.getOrDefault(head.inbox(), InboxSettings.untouched(head.inbox()));
        var newest = EntryRow.read(row, head.id());
        long mark = row.number();
        var unread = isAgent() ? UnreadRow.read(row) : UnreadRow.ofCustomer(head, mark);
        return new ListedConversation(head, settings, newest, mark, unread);
    }

    private List<Long> without(int place) {
        return places.stream().filter(one -> one != place).toList();
    }

    private static List<Long> places(ConversationQuery query) {
        var places = new ArrayList<Long>();
        if (query.statuses().contains(ConversationStatus.OPEN)) {
            places.add((long) QUEUED);
            places.add((long) ASSIGNED);
        }
        if (query.statuses().contains(ConversationStatus.RESOLVED)) {
            places.add(2L);
        }
        if (query.statuses().contains(ConversationStatus.CLOSED)) {
            places.add(3L);
        }
        if (query.list() == ListKind.QUEUE) {
            places.retainAll(List.of((long) QUEUED));
        }
        return places;
    }
}
