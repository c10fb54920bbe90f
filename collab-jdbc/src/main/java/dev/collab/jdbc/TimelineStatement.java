package dev.collab.jdbc;

import dev.collab.model.Audience;
import dev.collab.model.AudienceKey;
import dev.collab.model.Numbering;
import dev.collab.model.TimelineEntry;
import dev.collab.model.TimelineScope.Lane;
import dev.collab.spi.TimelineQuery;
import dev.collab.spi.TimelineQuery.Direction;
import java.util.List;

/** Reads a page of a timeline: one ordered range of an index for each lane, merged until the page is full. */
final class TimelineStatement {
    private static final AudienceKey PUBLIC = AudienceKey.of(Audience.PUBLIC);

    private final Database database;
    private final TimelineQuery query;
    private final SqlText sql = new SqlText();

    private TimelineStatement(Database database, TimelineQuery query) {
        this.database = database;
        this.query = query;
    }

    static List<TimelineEntry> read(Database database, TimelineQuery query) {
        return new TimelineStatement(database, query).read();
    }

    private List<TimelineEntry> read() {
        boolean customers = query.scope().numbering() == Numbering.CUSTOMER;
        // What the customer's sequence numbers is public and nothing else.
        var lanes = query.scope().lanes().stream()
                .filter(lane -> !customers || lane.key().equals(PUBLIC))
                .toList();
        if (lanes.isEmpty()) {
            return List.of();
        }
        var position = customers ? "customer_sequence" : "sequence";
        if (lanes.size() == 1 && Lanes.reader(lanes.get(0).key()) == null) {
            sql.add("SELECT " + Database.SAFETY + ", " + EntryRow.READ + " FROM ");
            range(lanes.get(0), customers);
            sql.add(" ORDER BY e." + position + direction() + " LIMIT ?").number(query.limit());
        } else {
            merged(lanes);
        }
        return database.list(
                "ConversationStore.read of " + query.conversation(),
                sql,
                row -> EntryRow.read(row, query.conversation()));
    }

    /**
     * Each lane gives a page at most, and the server merges them until the page is full.
     *
     * <p>Without a limit of its own for each the planner expects to read them all, and sorts. An entry for the assignee
     * that its reader wrote stands in two lanes.
     */
    private void merged(List<Lane> lanes) {
        sql.add("SELECT DISTINCT ON (u.sequence) " + Database.SAFETY + ", " + EntryRow.READ_UNION + " FROM (");
        for (var lane : lanes) {
            sql.add(lane.equals(lanes.get(0)) ? "(SELECT " : " UNION ALL (SELECT ")
                    .add(EntryRow.READ + " FROM ");
            range(lane, false);
            sql.add(" ORDER BY " + (Lanes.reader(lane.key()) == null ? "e" : "r") + ".sequence" + direction()
                            + " LIMIT ?)")
                    .number(query.limit());
        }
        sql.add(") u ORDER BY u.sequence" + direction() + " LIMIT ?").number(query.limit());
    }

    private String direction() {
        return query.direction() == Direction.ASCENDING ? "" : " DESC";
    }

    private void range(Lane lane, boolean customers) {
        boolean ascending = query.direction() == Direction.ASCENDING;
        long from = ascending ? Math.max(lane.from(), query.start()) : lane.from();
        long until = ascending ? query.scope().until() : Math.min(query.scope().until(), query.start());
        var reader = Lanes.reader(lane.key());
        String position;
        if (reader != null) {
            position = "r.sequence";
            sql.add("${schema}.collab_entry_reader r JOIN ${schema}.collab_entry e ON e.tenant = r.tenant AND"
                            + " e.conversation = r.conversation AND e.sequence = r.sequence"
                            + " WHERE r.tenant = ? AND r.conversation = ? AND r.reader = ?")
                    .text(database.tenant())
                    .text(query.conversation().value())
                    .text(reader);
        } else if (customers) {
            position = "e.customer_sequence";
            sql.add("${schema}.collab_entry e WHERE e.tenant = ? AND e.conversation = ?")
                    .text(database.tenant())
                    .text(query.conversation().value());
        } else {
            position = "e.sequence";
            sql.add("${schema}.collab_entry e WHERE e.tenant = ? AND e.conversation = ? AND e.audience = ?")
                    .text(database.tenant())
                    .text(query.conversation().value())
                    .text(lane.key().code());
        }
        sql.add(" AND " + position + " >= ? AND " + position + " < ?")
                .number(from)
                .number(until);
    }
}
