package dev.collab.jdbc;

import static org.assertj.core.api.Assertions.catchThrowable;

import dev.collab.model.ConversationId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** Holds the row of a conversation, so that whoever commits to it waits, and can end the one that waits. */
final class Blocked implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 20;

    private final DataSource dataSource;
    private final Connection holder;

    Blocked(DataSource dataSource, String schema, ConversationId chat) throws SQLException {
        this.dataSource = dataSource;
        this.holder = dataSource.getConnection();
        holder.setAutoCommit(false);
        try (var statement = holder.prepareStatement(
                "SELECT FROM " + schema + ".collab_conversation WHERE conversation = ? FOR UPDATE")) {
            statement.setString(1, chat.value());
            statement.execute();
        }
    }

    /** Somebody at work on another thread. */
    record Writer(CompletableFuture<Throwable> result) {
        /** {@return what was thrown; waits for it} */
        Throwable failure() throws Exception {
            return result.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }

    Writer start(Runnable work) {
        return atWork(work);
    }

    static Writer atWork(Runnable work) {
        var result = new CompletableFuture<Throwable>();
        var thread = new Thread(() -> result.complete(catchThrowable(work::run)), "writer");
        thread.setDaemon(true);
        thread.start();
        return new Writer(result);
    }

    /** Calls a function of the server on whoever waits for the row, as soon as somebody does. */
    void end(String function) throws SQLException {
        callOnWhoever(dataSource, function, holderPid() + " = ANY (pg_blocking_pids(pid))");
    }

    private int holderPid() throws SQLException {
        try (var statement = holder.createStatement();
                var results = statement.executeQuery("SELECT pg_backend_pid()")) {
            results.next();
            return results.getInt(1);
        }
    }

    /** Calls a function of the server on the process of which the condition holds, as soon as there is one. */
    static void callOnWhoever(DataSource dataSource, String function, String condition) throws SQLException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            while (System.nanoTime() < until) {
                try (var results = statement.executeQuery(
                        "SELECT " + function + "(pid) FROM pg_stat_activity WHERE " + condition)) {
                    if (results.next()) {
                        return;
                    }
                }
            }
        }
        throw new AssertionError("nobody waits");
    }

    @Override
    public void close() throws SQLException {
        holder.rollback();
        holder.close();
    }
}
