package dev.collab.jdbc;

import dev.collab.model.AgentId;
import dev.collab.model.Audience;
import dev.collab.model.ConversationHead;
import dev.collab.spi.Unread;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is new to the viewer of a row of a list, counted in the statement that reads the row.
 *
 * <p>Up to 100 entries are looked at one by one, from what was seen on. Where there are more, each audience is a range
 * of an index that stops at 100.
 */
final class UnreadRow {
    /** What is read, a count for each audience and one for those the viewer is named by. */
    static final String COLUMNS = "n.counts";

    private static final Audience[] AUDIENCES = Audience.values();

    private UnreadRow() {}

    /** Adds to a statement that knows a conversation as c, its inbox as i and the viewer's mark as m. */
    static void join(SqlText sql, Database database, AgentId agent, Instant now) {
        seen(sql, database, agent, now);
        sql.add(" LEFT JOIN LATERAL (SELECT CASE WHEN c.entries - 1 - f.seen > " + Unread.MOST + " THEN ");
        many(sql, database, agent);
        sql.add(" WHEN c.entries - 1 > f.seen THEN ");
        few(sql, database, agent);
        sql.add(" END AS counts) n ON true");
    }

    /**
     * The last entry before what {@code ConversationScope.newFrom} says, or before the mark if that is later.
     *
     * <p>Without OFFSET the planner would put the expression wherever its name stands, and evaluate it as often.
     */
    private static void seen(SqlText sql, Database database, AgentId agent, Instant now) {
        sql.add(" CROSS JOIN LATERAL (SELECT greatest(coalesce(m.position, 0) - 1,"
                        + " CASE WHEN c.assignee = ? THEN c.assigned_sequence ELSE -1 END,"
                        + " CASE WHEN c.collaborations @> ?::jsonb THEN"
                        + " (SELECT coalesce(max((k.facts->>'sequence')::bigint), -1) FROM"
                        + " ${schema}.collab_collaboration k WHERE k.tenant = ? AND k.conversation = c.conversation"
                        + " AND k.agent = ? AND k.ended_at IS NULL AND (k.ends_at IS NULL OR k.ends_at > ?)"
                        + " AND k.epoch = coalesce(i.epoch, 0)) ELSE -1 END) AS seen OFFSET 0) f")
                .text(agent.value())
                .text(JsonText.arrayOf(List.of(agent), (json, one) -> json.object(one, UnreadRow::named)))
                .text(database.tenant())
                .text(agent.value())
                .time(now);
    }

    private static void named(JsonText json, AgentId agent) {
        json.put("agent", agent.value());
    }

    private static void few(SqlText sql, Database database, AgentId agent) {
        var counts = Arrays.stream(AUDIENCES)
                .map(audience -> "count(*) FILTER (WHERE e.audience = '" + audience + "')")
                .collect(Collectors.joining(", "));
        var named = Arrays.stream(AUDIENCES)
                .map(audience -> "count(*) FILTER (WHERE e.named AND e.audience = '" + audience + "')")
                .collect(Collectors.joining(", "));
        sql.add("(SELECT ARRAY[" + counts + ", " + named
                        + "] FROM (SELECT audience, readers <> '{}' AND ? = ANY (readers)"
                        + " AS named FROM ${schema}.collab_entry WHERE tenant = ? AND conversation = c.conversation"
                        + " AND sequence > f.seen) e)")
                .text(agent.value())
                .text(database.tenant());
    }

    private static void many(SqlText sql, Database database, AgentId agent) {
        sql.add("(SELECT ARRAY[");
        for (var audience : AUDIENCES) {
            sql.add("(SELECT count(*) FROM (SELECT FROM ${schema}.collab_entry WHERE tenant = ? AND conversation ="
                            + " c.conversation AND audience = '" + audience
                            + "' AND sequence > f.seen ORDER BY sequence LIMIT " + Unread.MOST + ") e), ")
                    .text(database.tenant());
        }
        sql.add(Arrays.stream(AUDIENCES)
                        .map(audience -> "count(*) FILTER (WHERE r.audience = '" + audience + "')")
                        .collect(Collectors.joining(", ")))
                .add("] FROM (SELECT e.audience FROM ${schema}.collab_entry_reader r JOIN ${schema}.collab_entry e"
                        + " ON e.tenant = r.tenant AND e.conversation = r.conversation"
                        + " AND e.sequence = r.sequence WHERE r.tenant = ? AND r.conversation = c.conversation"
                        + " AND r.reader = ? AND r.sequence > f.seen ORDER BY r.sequence LIMIT " + Unread.MOST + ") r)")
                .text(database.tenant())
                .text(agent.value());
    }

    static Unread read(Row row) throws SQLException {
        var counts = row.numbers();
        return new Unread(counts(counts, 0), counts(counts, AUDIENCES.length));
    }

    /** A customer's entries are numbered without a gap. */
    static Unread ofCustomer(ConversationHead head, long mark) {
        long unread = head.counters().customerEntries() - mark;
        return new Unread(
                unread <= 0 ? Map.of() : Map.of(Audience.PUBLIC, (int) Math.min(unread, Unread.MOST)), Map.of());
    }

    private static Map<Audience, Integer> counts(long[] counts, int start) {
        var map = new EnumMap<Audience, Integer>(Audience.class);
        for (int index = start; index < Math.min(start + AUDIENCES.length, counts.length); index++) {
            if (counts[index] > 0) {
                map.put(AUDIENCES[index - start], Math.toIntExact(counts[index]));
            }
        }
        return map;
    }
}
