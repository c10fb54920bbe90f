package dev.collab.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Messages and replies as somebody would write them who has no library: the same rows under the same guards.
 *
 * <p>It knows its case: a conversation that is open, with an assignee and collaborators, in an inbox whose settings it
 * does not read, only their revision. It checks access by comparing names and has no rules.
 */
final class Floor {
    private final DataSource pool;
    private final String load;
    private final String guarded;
    private final String blind;

    Floor(DataSource pool, String schema) {
        this.pool = pool;
        this.load = """
                SELECT c.revision, c.status, c.inbox, c.customer, c.customer_name, c.assignee, c.collaborations, c.entries,
                    c.customer_entries, i.revision, r.fingerprint
                FROM %1$s.collab_conversation c JOIN %1$s.collab_inbox i ON i.tenant = c.tenant AND i.inbox = c.inbox
                LEFT JOIN %1$s.collab_receipt r ON r.tenant = c.tenant AND r.conversation = c.conversation
                    AND r.actor_kind = ? AND r.actor = ? AND r.command = ?
                WHERE c.tenant = '' AND c.conversation = ?""".formatted(schema);
        this.guarded = statement(
                schema,
                " AND c.revision = ? AND (SELECT revision FROM %1$s.collab_inbox WHERE tenant = '' AND inbox = ?) = ?");
        this.blind = statement(schema, "");
    }

    private static String statement(String schema, String guard) {
        return ("""
                WITH guard AS (UPDATE %1$s.collab_conversation c SET revision = c.revision + 1, entries = c.entries + 1,
                    customer_entries = c.customer_entries + 1, customer_version = c.customer_version + 1,
                    newest_public = c.entries, last_activity_at = ?
                WHERE c.tenant = '' AND c.conversation = ?""" + guard + """
                 RETURNING c.conversation, c.inbox, c.revision, c.entries - 1 AS sequence,
                    c.customer_entries - 1 AS customer_sequence),
                entry AS (INSERT INTO %1$s.collab_entry (tenant, conversation, sequence, revision, customer_sequence, kind,
                    audience, readers, author_kind, author, author_name, presented_name, content, attachments, facts,
                    settings_revision, at, redacted)
                SELECT '', conversation, sequence, revision, customer_sequence, ?, 'PUBLIC', '{}', ?, ?, ?, ?, ?, '[]', '{}',
                    NULL, ?, false FROM guard),
                listed AS (UPDATE %1$s.collab_listed l SET rank = ? FROM guard
                WHERE l.tenant = '' AND l.conversation = guard.conversation),
                kept AS (UPDATE %1$s.collab_collaboration o SET rank = ? FROM guard
                WHERE o.tenant = '' AND o.conversation = guard.conversation AND o.ended_at IS NULL),
                told AS (INSERT INTO %1$s.collab_outbox (tenant, notification, inbox, conversation, recipient_kind, recipient,
                    kind, revision, ordinal, sequence, actor, at)
                SELECT '', conversation || '-' || revision || '-' || n.ordinal, inbox, conversation, n.recipient_kind,
                    n.recipient, n.kind, revision, n.ordinal - 1,
                    CASE n.recipient_kind WHEN 'CUSTOMER' THEN customer_sequence ELSE sequence END, ?, ?
                FROM guard, unnest(?::text[], ?::text[], ?::text[]) WITH ORDINALITY
                    AS n (recipient_kind, recipient, kind, ordinal)),
                receipt AS (INSERT INTO %1$s.collab_receipt (tenant, conversation, actor_kind, actor, command, fingerprint,
                    sequence, ids, at, keep_until)
                SELECT '', conversation, ?, ?, ?, ?, sequence, '{}', ?, ? FROM guard ON CONFLICT DO NOTHING)
                SELECT sequence FROM guard""").formatted(schema);
    }

    /**
     * Is what one person says in one conversation.
     *
     * @param conversation where
     * @param customer whether it is the customer who says it
     * @param author their id
     * @param name their name
     * @param text what they say
     */
    record Words(String conversation, boolean customer, String author, String name, String text) {
        static Words ofCustomer(String conversation) {
            return new Words(conversation, true, Shop.CARL.value(), "Carl", Posting.TEXT);
        }

        static Words ofAgent(String conversation) {
            return new Words(conversation, false, Shop.ASHA.value(), "Asha", Posting.TEXT);
        }

        String kind() {
            return customer ? "CUSTOMER" : "AGENT";
        }
    }

    /** Loads, decides, and stores in one statement that is guarded by the revision; again if somebody was faster. */
    void post(Words words) throws SQLException {
        var command = UUID.randomUUID().toString();
        boolean done = false;
        while (!done) {
            done = attempt(words, command);
        }
    }

    private boolean attempt(Words words, String command) throws SQLException {
        try (var connection = pool.getConnection();
                var loading = connection.prepareStatement(load)) {
            loading.setString(1, words.kind());
            loading.setString(2, words.author());
            loading.setString(3, command);
            loading.setString(4, words.conversation());
            long revision;
            String inbox;
            long settings;
            List<String> agents;
            try (var row = loading.executeQuery()) {
                if (!row.next()
                        || row.getString(11) != null
                        || !row.getString(2).equals("OPEN")) {
                    throw new IllegalStateException("gone, closed or done already");
                }
                agents = agents(row.getString(6), row.getString(7));
                if (words.customer() ? !row.getString(4).equals(words.author()) : !agents.contains(words.author())) {
                    throw new IllegalStateException("no access");
                }
                revision = row.getLong(1);
                inbox = row.getString(3);
                settings = row.getLong(10);
            }
            try (var storing = connection.prepareStatement(guarded)) {
                var at = OffsetDateTime.now(ZoneOffset.UTC);
                storing.setObject(1, at);
                storing.setString(2, words.conversation());
                storing.setLong(3, revision);
                storing.setString(4, inbox);
                storing.setLong(5, settings);
                return stored(connection, storing, 6, words, agents, command, at);
            }
        }
    }

    /** Stores without looking first: no decision, no guard. */
    void postBlindly(Words words) throws SQLException {
        try (var connection = pool.getConnection();
                var storing = connection.prepareStatement(blind)) {
            var at = OffsetDateTime.now(ZoneOffset.UTC);
            storing.setObject(1, at);
            storing.setString(2, words.conversation());
            var agents = List.of(Shop.ASHA.value(), Shop.BO.value());
            stored(connection, storing, 3, words, agents, UUID.randomUUID().toString(), at);
        }
    }

    private static boolean stored(
            Connection connection,
            PreparedStatement storing,
            int first,
            Words words,
            List<String> agents,
            String command,
            OffsetDateTime at)
            throws SQLException {
        int index = first;
        long rank = -(at.toEpochSecond() * 1_000_000 + at.getNano() / 1_000);
        storing.setString(index++, words.customer() ? "CUSTOMER_MESSAGE" : "REPLY");
        storing.setString(index++, words.kind());
        storing.setString(index++, words.author());
        storing.setString(index++, words.name());
        storing.setString(index++, words.customer() ? null : words.name());
        storing.setString(index++, words.text());
        storing.setObject(index++, at);
        storing.setLong(index++, rank);
        storing.setLong(index++, rank);
        storing.setString(index++, words.author());
        storing.setObject(index++, at);
        var kinds = new ArrayList<String>();
        var recipients = new ArrayList<String>();
        var whats = new ArrayList<String>();
        for (var agent : agents) {
            if (!agent.equals(words.author())) {
                kinds.add("AGENT");
                recipients.add(agent);
                whats.add(words.customer() ? "CUSTOMER_WROTE" : "COLLEAGUE_REPLIED");
            }
        }
        if (!words.customer()) {
            kinds.add("CUSTOMER");
            recipients.add(Shop.CARL.value());
            whats.add("OUTGOING_REPLY");
        }
        storing.setArray(index++, connection.createArrayOf("text", kinds.toArray()));
        storing.setArray(index++, connection.createArrayOf("text", recipients.toArray()));
        storing.setArray(index++, connection.createArrayOf("text", whats.toArray()));
        storing.setString(index++, words.kind());
        storing.setString(index++, words.author());
        storing.setString(index++, command);
        storing.setString(index++, Integer.toHexString(words.text().hashCode()));
        storing.setObject(index++, at);
        storing.setObject(index, at.plusDays(1));
        try (var row = storing.executeQuery()) {
            return row.next();
        }
    }

    /** The assignee and whoever is named in the document; no parser, as this is the floor. */
    private static List<String> agents(String assignee, String collaborations) {
        var agents = new ArrayList<String>();
        agents.add(assignee);
        var name = "\"agent\": \"";
        for (int at = collaborations.indexOf(name); at >= 0; at = collaborations.indexOf(name, at + 1)) {
            int start = at + name.length();
            agents.add(collaborations.substring(start, collaborations.indexOf('"', start)));
        }
        return agents;
    }
}
