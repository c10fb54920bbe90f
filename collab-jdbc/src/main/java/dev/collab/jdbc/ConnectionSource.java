package dev.collab.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Says where connections come from, and who ends the transactions on them.
 *
 * <p>With {@link #of} each call of a port is a transaction of its own. With {@link #joining} it is part of one of the
 * host's.
 */
public final class ConnectionSource {
    private final Current connections;
    private final boolean joining;

    private ConnectionSource(Current connections, boolean joining) {
        this.connections = connections;
        this.joining = joining;
    }

    /** Gives a connection. */
    @FunctionalInterface
    public interface Current {
        /**
         * Gives the connection to work on.
         *
         * @return an open connection
         * @throws SQLException if there is none
         */
        Connection get() throws SQLException;
    }

    /**
     * Takes a connection for each call and gives it back as it was.
     *
     * <p>Each call is one statement that commits by itself, so whether the pool's connections have autocommit on or off
     * does not matter, nor does their isolation. A call never holds more than one connection.
     *
     * @param dataSource a pool, mostly; its connections must not be read-only
     * @return the source
     */
    public static ConnectionSource of(DataSource dataSource) {
        return new ConnectionSource(dataSource::getConnection, false);
    }

    /**
     * Works on the connection of the host's transaction, which is never committed, rolled back or closed here, nor is
     * its autocommit touched.
     *
     * <p>What is stored becomes visible, to the relay too, when the host commits. The transaction must be READ COMMITTED;
     * any other isolation is refused by name. A lost race leaves it usable.
     *
     * @param current gives the connection of the transaction of the calling thread, every time the same
     * @return the source
     */
    public static ConnectionSource joining(Current current) {
        return new ConnectionSource(current, true);
    }

    boolean isJoining() {
        return joining;
    }

    /** Is done on a connection. */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    <T> T run(Work<T> work) throws SQLException {
        return joining ? work.on(connections.get()) : runAlone(work);
    }

    /** The same at READ COMMITTED, whatever the connection is set to: two more round trips, and two to set it back. */
    <T> T runReadCommitted(Work<T> work) throws SQLException {
        return runAlone(connection -> {
            int isolation = connection.getTransactionIsolation();
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            try {
                return work.on(connection);
            } finally {
                setBack(connection, isolation);
            }
        });
    }

    private <T> T runAlone(Work<T> work) throws SQLException {
        var connection = connections.get();
        boolean switched = false;
        try {
            if (!connection.getAutoCommit()) {
                switched = true;
                connection.setAutoCommit(true);
            }
            return work.on(connection);
        } finally {
            giveBack(connection, switched);
        }
    }

    private static void setBack(Connection connection, int isolation) {
        try {
            connection.setTransactionIsolation(isolation);
        } catch (SQLException | RuntimeException broken) {
            // As below.
        }
    }

    /** What was done is done, or has failed with its own reason: neither is covered by a connection that broke since. */
    private static void giveBack(Connection connection, boolean switched) {
        try (connection) {
            if (switched) {
                connection.setAutoCommit(false);
            }
        } catch (SQLException | RuntimeException broken) {
            // The pool finds out by itself.
        }
    }
}
