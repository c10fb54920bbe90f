package dev.collab.jdbc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rows that are written, one array for each column, so that the text of a statement does not depend on how many there are.
 *
 * <p>The values of a row are given in the order of its columns.
 */
final class Records {
    /** Of an array of arrays all would have to be of one length; so each goes as its text. */
    private static final String TEXTS = "text[]";

    private static final Set<String> NUMBERS = Set.of("bigint", "integer", "smallint");

    private final List<List<@Nullable Object>> columns;
    private int next;

    private Records(int width) {
        columns = Stream.generate(() -> (List<@Nullable Object>) new ArrayList<@Nullable Object>())
                .limit(width)
                .toList();
    }

    /**
     * Is a kind of row.
     *
     * @param names the columns
     * @param types the type of each
     * @param list the columns in a row
     * @param columns them as they are inserted, of rows called new
     * @param one where a single row comes from, called new; no array is made for it
     * @param many where rows come from, called new
     */
    record Shape(List<String> names, List<String> types, String list, String columns, String one, String many) {
        /** {@return the shape of a record as SQL defines one: names and types} */
        static Shape of(String definition) {
            var all = List.of(definition.split(", "));
            var names =
                    all.stream().map(one -> one.substring(0, one.indexOf(' '))).toList();
            var types =
                    all.stream().map(one -> one.substring(one.indexOf(' ') + 1)).toList();
            var columns = all.stream()
                    .map(one -> "new."
                            + (one.endsWith(TEXTS) ? one.replace(" ", "::") : one.substring(0, one.indexOf(' '))))
                    .collect(Collectors.joining(", "));
            var one = all.stream()
                    .map(column -> "?::" + carried(column.substring(column.indexOf(' ') + 1)) + " AS "
                            + column.substring(0, column.indexOf(' ')))
                    .collect(Collectors.joining(", ", "(SELECT ", ") new"));
            var many = types.stream()
                    .map(type -> "?::" + carried(type) + "[]")
                    .collect(Collectors.joining(", ", "unnest(", ") AS new (" + String.join(", ", names) + ")"));
            return new Shape(names, types, String.join(", ", names), columns, one, many);
        }

        private static String carried(String type) {
            return type.equals(TEXTS) ? "text" : type;
        }
    }

    /** Adds rows called new to a statement. */
    static <T> void from(SqlText sql, Shape shape, Collection<T> rows, BiConsumer<Records, T> writer) {
        var records = new Records(shape.names.size());
        rows.forEach(row -> writer.accept(records, row));
        sql.add(rows.size() == 1 ? shape.one : shape.many);
        for (int index = 0; index < shape.names.size(); index++) {
            records.bind(sql, index, NUMBERS.contains(shape.types.get(index)));
        }
    }

    /** What is no number goes as its text. */
    private void bind(SqlText sql, int index, boolean numbers) {
        var column = columns.get(index);
        if (column.size() != 1) {
            sql.array(numbers ? "int8" : "text", column.toArray());
        } else if (numbers) {
            sql.number((Long) column.get(0));
        } else {
            sql.text((String) column.get(0));
        }
    }

    Records text(@Nullable String value) {
        return add(value == null ? null : JsonText.refuseWhatPostgresChanges(value));
    }

    Records number(@Nullable Long value) {
        return add(value);
    }

    Records number(int value) {
        return add((long) value);
    }

    Records flag(boolean value) {
        return add(Boolean.toString(value));
    }

    Records time(@Nullable Instant value) {
        return add(value == null ? null : Times.stored(value).toString());
    }

    Records texts(Collection<String> values) {
        return add(values.stream()
                .map(JsonText::refuseWhatPostgresChanges)
                .map(value -> '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}")));
    }

    private Records add(@Nullable Object value) {
        columns.get(next).add(value);
        next = (next + 1) % columns.size();
        return this;
    }
}
