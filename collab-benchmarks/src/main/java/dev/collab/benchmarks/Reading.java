package dev.collab.benchmarks;

import dev.collab.Collab;
import dev.collab.ListRequest;
import dev.collab.conversation.Page;
import dev.collab.model.AgentId;
import dev.collab.model.ConversationId;
import dev.collab.model.ConversationStatus;
import dev.collab.spi.ConversationQuery.ListKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Pages of timelines and of lists. */
final class Reading {
    private static final int PAGE = 50;

    private final DataSource pool;
    private final Collab collab;
    private final String schema;

    Reading(DataSource pool, Collab collab, String schema) {
        this.pool = pool;
        this.collab = collab;
        this.schema = schema;
    }

    List<Comparison> comparisons(String hundred, String million, String behind) {
        var all = new ArrayList<Comparison>();
        for (var viewer : Viewer.values()) {
            all.add(new Comparison(
                    "latest 50 for the " + viewer.title,
                    floor(viewer, "one query, 100 entries", hundred),
                    library(viewer, "library, 100 entries", hundred),
                    floor(viewer, "one query, 1,000,000 entries", million),
                    library(viewer, "library, 1,000,000 entries", million)));
        }
        all.add(new Comparison(
                "latest 50 for the customer, behind 10,000 notes",
                floor(Viewer.CUSTOMER, "one query", behind),
                library(Viewer.CUSTOMER, "library", behind)));
        all.add(new Comparison(
                "my 50 latest of 100,000 conversations, with what is unread",
                new Contender("one query", 1, (thread, number) -> expect(PAGE, list())),
                new Contender(
                        "library",
                        1,
                        (thread, number) -> expect(
                                PAGE,
                                collab.agent(Shop.ASHA)
                                        .conversations(
                                                ListKind.MINE,
                                                ListRequest.first(PAGE).in(ConversationStatus.OPEN))
                                        .rows()
                                        .size()))));
        return all;
    }

    /** Who reads, and how access and page are asked for in one query by hand. */
    private enum Viewer {
        ASSIGNEE(
                "assignee",
                "c.assignee = ?",
                "(e.audience IN ('PUBLIC', 'AGENTS', 'ASSIGNEE') OR 'asha' = ANY (e.readers))",
                "sequence"),
        COLLABORATOR(
                "collaborator",
                "c.collaborations @> jsonb_build_array(jsonb_build_object('agent', ?::text, 'state', 'ACTIVE'))",
                "(e.audience IN ('PUBLIC', 'AGENTS') OR 'bo' = ANY (e.readers))",
                "sequence"),
        CUSTOMER("customer", "c.customer = ?", "e.customer_sequence IS NOT NULL", "customer_sequence");

        private final String title;
        private final String access;
        private final String visible;
        private final String order;

        Viewer(String title, String access, String visible, String order) {
            this.title = title;
            this.access = access;
            this.visible = visible;
            this.order = order;
        }

        String id() {
            return switch (this) {
                case ASSIGNEE -> Shop.ASHA.value();
                case COLLABORATOR -> Shop.BO.value();
                case CUSTOMER -> Shop.CARL.value();
            };
        }
    }

    private Contender library(Viewer viewer, String name, String conversation) {
        var id = new ConversationId(conversation);
        var page = Page.newest(PAGE);
        return new Contender(name, 1, (thread, number) -> {
            int size = viewer == Viewer.CUSTOMER
                    ? collab.customer(Shop.CARL)
                            .messages(id, page)
                            .orElseThrow()
                            .entries()
                            .size()
                    : collab.agent(new AgentId(viewer.id()))
                            .timeline(id, page)
                            .orElseThrow()
                            .entries()
                            .size();
            expect(PAGE, size);
        });
    }

    /** One entry of a page, as little as a screen needs. */
    private record Line(
            long sequence,
            String kind,
            String audience,
            String author,
            String text,
            String attachments,
            String facts,
            String at) {}

    private Contender floor(Viewer viewer, String name, String conversation) {
        var sql = """
                SELECT e.sequence, e.kind, e.audience, e.author_name, e.content, e.attachments, e.facts, e.at
                FROM %1$s.collab_conversation c, LATERAL (SELECT * FROM %1$s.collab_entry e
                    WHERE e.tenant = '' AND e.conversation = c.conversation AND %2$s
                    ORDER BY e.%3$s DESC LIMIT 51) e
                WHERE c.tenant = '' AND c.conversation = ? AND %4$s ORDER BY e.%3$s DESC""".formatted(schema, viewer.visible, viewer.order, viewer.access);
        return new Contender(name, 1, (thread, number) -> expect(PAGE, page(sql, conversation, viewer.id())));
    }

    private int page(String sql, String conversation, String viewer) throws SQLException {
        try (var connection = pool.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, conversation);
            statement.setString(2, viewer);
            var lines = new ArrayList<Line>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    lines.add(new Line(
                            row.getLong(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6),
                            row.getString(7),
                            row.getString(8)));
                }
            }
            return Math.min(lines.size(), PAGE);
        }
    }

    private int list() throws SQLException {
        var sql = """
                SELECT c.conversation, c.inbox, c.customer_name, c.channel, c.subject, c.status, c.assignee,
                    c.last_activity_at, e.author_name, e.content, (SELECT count(*) FROM (SELECT FROM %1$s.collab_entry u
                        WHERE u.tenant = '' AND u.conversation = c.conversation AND u.sequence >= coalesce(m.position, 0)
                        AND (u.audience IN ('PUBLIC', 'AGENTS', 'ASSIGNEE') OR 'asha' = ANY (u.readers)) LIMIT 100) u)
                FROM (SELECT conversation, rank FROM %1$s.collab_listed WHERE tenant = '' AND assignee = ? AND place = 1
                    ORDER BY rank, conversation LIMIT 51) l
                JOIN %1$s.collab_conversation c ON c.tenant = '' AND c.conversation = l.conversation
                JOIN %1$s.collab_entry e ON e.tenant = '' AND e.conversation = c.conversation
                    AND e.sequence = c.newest_public
                LEFT JOIN %1$s.collab_mark m ON m.tenant = '' AND m.conversation = c.conversation
                    AND m.viewer_kind = 'AGENT' AND m.viewer = ?
                ORDER BY l.rank, l.conversation""".formatted(schema);
        try (var connection = pool.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, Shop.ASHA.value());
            statement.setString(2, Shop.ASHA.value());
            var rows = new ArrayList<List<String>>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    var columns = new ArrayList<String>();
                    for (int column = 1; column <= 11; column++) {
                        columns.add(row.getString(column));
                    }
                    rows.add(columns);
                }
            }
            return Math.min(rows.size(), PAGE);
        }
    }

    /** A contender that reads nothing would be the fastest. */
    private static void expect(int expected, int found) {
        if (found != expected) {
            throw new IllegalStateException("found " + found + " instead of " + expected);
        }
    }
}
