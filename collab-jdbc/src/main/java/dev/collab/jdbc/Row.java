package dev.collab.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the columns of a row from left to right. */
final class Row {
    private final ResultSet results;
    private int column;

    Row(ResultSet results) {
        this.results = results;
    }

    Row skip(int columns) {
        column += columns;
        return this;
    }

    String text() throws SQLException {
        return present(textOrNull());
    }

    @Nullable String textOrNull() throws SQLException {
        column++;
        return results.getString(column);
    }

    <T> @Nullable T orNull(Function<String, T> type) throws SQLException {
        var text = textOrNull();
        return text == null ? null : type.apply(text);
    }

    long number() throws SQLException {
        column++;
        return results.getLong(column);
    }

    @Nullable Long numberOrNull() throws SQLException {
        long value = number();
        return results.wasNull() ? null : value;
    }

    boolean flag() throws SQLException {
        column++;
        return results.getBoolean(column);
    }

    Instant time() throws SQLException {
        return present(timeOrNull());
    }

    @Nullable Instant timeOrNull() throws SQLException {
        column++;
        var value = results.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    /** {@return no texts where there is null} */
    List<String> texts() throws SQLException {
        column++;
        var array = results.getArray(column);
        if (array == null) {
            return List.of();
        }
        var values = (String[]) array.getArray();
        array.free();
        return List.of(values);
    }

    /** {@return no numbers where there is null} */
    long[] numbers() throws SQLException {
        column++;
        var array = results.getArray(column);
        if (array == null) {
            return new long[0];
        }
        var values = (Long[]) array.getArray();
        array.free();
        return Arrays.stream(values).mapToLong(Long::longValue).toArray();
    }

    <E extends Enum<E>> E one(Class<E> type) throws SQLException {
        return Words.one(type, text());
    }

    private static <T> T present(@Nullable T value) {
        if (value == null) {
            throw new NewerVersionException("an empty column");
        }
        return value;
    }
}
