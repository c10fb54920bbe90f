package dev.collab.jdbc;

import dev.collab.spi.StorageException;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Tells whether a statement that failed may have changed something. */
final class Failures {
    private Failures() {}

    static StorageException ofRead(String what, SQLException failure) {
        return StorageException.nothingChanged(what + " failed: " + state(failure), withoutDetails(failure));
    }

    static StorageException readOnly(String what, Exception cause) {
        return StorageException.nothingChanged(
                what + " needs the primary and a connection that may write; this one is a standby or read-only", cause);
    }

    /** Each change is one statement: an error of the server rolls it back, a lost connection tells nothing. */
    static StorageException ofChange(String what, SQLException failure) {
        if ("25006".equals(failure.getSQLState())) {
            return readOnly(what, withoutDetails(failure));
        }
        return isUnknown(failure)
                ? unknown(what, failure)
                : StorageException.nothingChanged(what + " failed: " + state(failure), withoutDetails(failure));
    }

    static StorageException unknown(String what, SQLException failure) {
        return StorageException.outcomeUnknown(
                what + " may have been stored or not: " + state(failure), withoutDetails(failure));
    }

    private static boolean isUnknown(SQLException failure) {
        var state = failure.getSQLState();
        if (state == null || state.length() != 5) {
            return true;
        }
        return switch (state.substring(0, 2)) {
            // Connection, transaction resolution, operator intervention, system and internal errors.
            case "08", "40" -> !isLostRace(failure);
            case "57" -> !state.equals("57014");
            case "58", "XX", "F0" -> true;
            default -> false;
        };
    }

    static boolean isLostRace(SQLException failure) {
        return "40001".equals(failure.getSQLState()) || "40P01".equals(failure.getSQLState());
    }

    /** A commit that stopped waiting for its synchronous standby says so by a warning and returns as if all was well. */
    static void refuseWarned(String what, PreparedStatement statement) throws SQLException {
        for (var warning = statement.getWarnings(); warning != null; warning = warning.getNextWarning()) {
            if (!"00000".equals(warning.getSQLState())) {
                throw StorageException.outcomeUnknown(
                        what + " returned with a warning and may be lost in a failover: " + state(warning), warning);
            }
        }
    }

    static RuntimeException unreadable(String what, RuntimeException cause) {
        return StorageException.nothingChanged(
                what + " found what only a newer version of the adapter can read; upgrade this host", cause);
    }

    private static String state(SQLException failure) {
        return "SQL state " + failure.getSQLState();
    }

    /** Servers quote rows from the second line of a message on, and rows hold what people wrote. */
    private static SQLException withoutDetails(SQLException failure) {
        var message = String.valueOf(failure.getMessage());
        int line = message.indexOf('\n');
        var clean = new SQLException(
                line < 0 ? message : message.substring(0, line), failure.getSQLState(), failure.getErrorCode());
        clean.setStackTrace(failure.getStackTrace());
        return clean;
    }
}
