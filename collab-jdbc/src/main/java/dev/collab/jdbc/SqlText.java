package dev.collab.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement in the making: each piece of text comes with the values of its question marks. */
final class SqlText {
    private final List<String> pieces = new ArrayList<>();
    private final List<Value> values = new ArrayList<>();

    /** Sets one parameter. */
    private interface Value {
        void set(PreparedStatement statement, int index) throws SQLException;
    }

    SqlText add(String piece) {
        pieces.add(piece);
        return this;
    }

    SqlText text(@Nullable String value) {
        if (value == null) {
            return value((statement, index) -> statement.setNull(index, Types.VARCHAR));
        }
        JsonText.refuseWhatPostgresChanges(value);
        return value((statement, index) -> statement.setString(index, value));
    }

    SqlText number(@Nullable Long value) {
        return value == null
                ? value((statement, index) -> statement.setNull(index, Types.BIGINT))
                : value((statement, index) -> statement.setLong(index, value));
    }

    SqlText number(int value) {
        return value((statement, index) -> statement.setInt(index, value));
    }

    SqlText flag(boolean value) {
        return value((statement, index) -> statement.setBoolean(index, value));
    }

    SqlText time(@Nullable Instant value) {
        return value == null
                ? value((statement, index) -> statement.setNull(index, Types.TIMESTAMP_WITH_TIMEZONE))
                : value((statement, index) -> statement.setObject(index, Times.bound(value)));
    }

    SqlText texts(Collection<String> all) {
        all.forEach(JsonText::refuseWhatPostgresChanges);
        return array("text", all.toArray());
    }

    SqlText numbers(Collection<Long> all) {
        return array("int8", all.toArray());
    }

    SqlText array(String type, @Nullable Object[] elements) {
        return value((statement, index) ->
                statement.setArray(index, statement.getConnection().createArrayOf(type, elements)));
    }

    private SqlText value(Value value) {
        values.add(value);
        return this;
    }

    /** {@return the pieces of text, in which {@code ${schema}} stands for the schema's name} */
    List<String> pieces() {
        return pieces;
    }

    PreparedStatement prepare(Connection connection, String text) throws SQLException {
        var statement = connection.prepareStatement(text);
        try {
            for (int index = 0; index < values.size(); index++) {
                values.get(index).set(statement, index + 1);
            }
            return statement;
        } catch (SQLException | RuntimeException failure) {
            statement.close();
            throw failure;
        }
    }

    @Override
    public String toString() {
        return String.join("", pieces);
    }
}
