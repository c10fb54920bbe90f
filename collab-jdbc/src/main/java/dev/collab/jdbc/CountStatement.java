package dev.collab.jdbc;

import dev.collab.model.Numbering;
import dev.collab.spi.CountQuery;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Counts entries: for each lane of each question as many as it stops at, from an index, then each entry once. */
final class CountStatement {
    private static final String ENTRIES = "${schema}.collab_entry e";

    private CountStatement() {}

    /** How a lane is searched. */
    private enum Way {
        AUDIENCE,
        READER,
        CUSTOMER
    }

    static List<Integer> count(Database database, List<CountQuery> queries) {
        var counts = new ArrayList<>(Collections.nCopies(queries.size(), 0));
        if (queries.isEmpty()) {
            return List.copyOf(counts);
        }
        record Count(int query, int count) {}
        for (var one : database.list(
                "ConversationStore.count",
                statement(database, queries),
                row -> new Count(Math.toIntExact(row.number()), Math.toIntExact(row.number())))) {
            counts.set(one.query(), one.count());
        }
        return List.copyOf(counts);
    }

    private static SqlText statement(Database database, List<CountQuery> queries) {
        var numbers = new ArrayList<Long>();
        var conversations = new ArrayList<String>();
        var ways = new ArrayList<String>();
        var keys = new ArrayList<String>();
        var froms = new ArrayList<Long>();
        var untils = new ArrayList<Long>();
        var mosts = new ArrayList<Long>();
        for (int number = 0; number < queries.size(); number++) {
            var query = queries.get(number);
            for (var lane : query.scope().lanes()) {
                var reader = Lanes.reader(lane.key());
                boolean customers = query.scope().numbering() == Numbering.CUSTOMER;
                if (customers && !lane.key().code().equals("PUBLIC")) {
                    continue;
                }
                numbers.add((long) number);
                conversations.add(query.conversation().value());
                ways.add((customers ? Way.CUSTOMER : reader != null ? Way.READER : Way.AUDIENCE).name());
                keys.add(reader != null ? reader : lane.key().code());
                froms.add(Math.max(lane.from(), query.from()));
                untils.add(query.scope().until());
                mosts.add((long) query.most());
            }
        }
        return new SqlText()
                .add("SELECT " + Database.SAFETY + ", q.number, least(count(DISTINCT p.position), q.most) FROM"
                        + " unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[])"
                        + " AS q (number, conversation, way, key, start, stop, most) CROSS JOIN LATERAL (")
                .numbers(numbers)
                .texts(conversations)
                .texts(ways)
                .texts(keys)
                .numbers(froms)
                .numbers(untils)
                .numbers(mosts)
                .add(range("e.sequence", ENTRIES, "q.way = 'AUDIENCE' AND e.audience = q.key"))
                .text(database.tenant())
                .add(" UNION ALL ")
                .add(range("e.sequence", "${schema}.collab_entry_reader e", "q.way = 'READER' AND e.reader = q.key"))
                .text(database.tenant())
                .add(" UNION ALL ")
                .add(range("e.customer_sequence", ENTRIES, "q.way = 'CUSTOMER'"))
                .text(database.tenant())
                .add(") p GROUP BY q.number, q.most");
    }

    private static String range(String position, String table, String condition) {
        return "(SELECT " + position + " AS position FROM " + table + " WHERE e.tenant = ? AND e.conversation ="
                + " q.conversation AND " + condition + " AND " + position + " >= q.start AND " + position
                + " < q.stop ORDER BY " + position + " LIMIT q.most)";
    }
}
