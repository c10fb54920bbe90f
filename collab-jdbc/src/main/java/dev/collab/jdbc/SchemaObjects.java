package dev.collab.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads from a script what it makes, so that there is one list of tables, columns and indexes. */
final class SchemaObjects {
    private static final Pattern TABLE = Pattern.compile("CREATE TABLE (\\S+)\\.(\\S+) \\((.*?)\\n\\)", Pattern.DOTALL);
    private static final Pattern COLUMN = Pattern.compile("^    ([a-z_]+) [a-z]", Pattern.MULTILINE);
    private static final Pattern INDEX = Pattern.compile("CREATE (?:UNIQUE )?INDEX (\\S+)\\s+ON (\\S+)\\.");

    private SchemaObjects() {}

    /**
     * Is a table or index, or a column of a table.
     *
     * @param relation its name, with the schema
     * @param column null for the table or index itself
     */
    record Found(
            String relation,
            @org.jspecify.annotations.Nullable String column) {
        void check(Connection connection, String script) throws SQLException {
            try (var statement = connection.prepareStatement(
                    column == null
                            ? "SELECT to_regclass(?) IS NOT NULL"
                            : "SELECT EXISTS (SELECT FROM pg_attribute WHERE attrelid = to_regclass(?) AND attname = ?"
                                    + " AND NOT attisdropped)")) {
                statement.setString(1, relation);
                if (column != null) {
                    statement.setString(2, column);
                }
                try (var results = statement.executeQuery()) {
                    if (!results.next() || !results.getBoolean(1)) {
                        throw new SchemaException(
                                (column == null ? relation : "Column " + column + " of " + relation) + " is missing; "
                                        + PostgresSchema.LOCATION + "/" + script + " of collab-jdbc makes it.");
                    }
                }
            }
        }
    }

    static List<Found> of(String script) {
        var all = new ArrayList<Found>();
        TABLE.matcher(script).results().forEach(table -> {
            var name = table.group(1) + "." + table.group(2);
            all.add(new Found(name, null));
            COLUMN.matcher(table.group(3)).results().forEach(column -> all.add(new Found(name, column.group(1))));
        });
        INDEX.matcher(script)
                .results()
                .forEach(index -> all.add(new Found(index.group(2) + "." + index.group(1), null)));
        return all;
    }
}
