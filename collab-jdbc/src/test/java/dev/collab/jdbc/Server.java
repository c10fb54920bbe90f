package dev.collab.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL for the tests of this module: one that is started for them, or the one at {@code -Dcollab.test.url}.
 *
 * <p>It ends with the JVM.
 */
final class Server {
    private static final String URL = System.getProperty("collab.test.url", "");
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final PGSimpleDataSource DIRECT = direct();

    private Server() {}

    /** {@return a data source without a pool} */
    static PGSimpleDataSource dataSource() {
        return DIRECT;
    }

    private static PGSimpleDataSource direct() {
        var dataSource = new PGSimpleDataSource();
        dataSource.setUrl(URL.isEmpty() ? started() : URL);
        return dataSource;
    }

    private static String started() {
        try {
            // Loss of power is not what these tests are about, and waiting for the disk is most of their time.
            var server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("max_connections", "200")
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
            return server.getJdbcUrl("postgres", "postgres");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void close(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** {@return a pool of connections with autocommit on or off} */
    static HikariDataSource pool(boolean autocommit, Consumer<HikariConfig> more) {
        var config = new HikariConfig();
        config.setDataSource(DIRECT);
        config.setAutoCommit(autocommit);
        config.setMaximumPoolSize(12);
        config.setMinimumIdle(0);
        more.accept(config);
        return new HikariDataSource(config);
    }

    /** {@return the name of a schema nobody has used, migrated} */
    static String freshSchema() {
        var name = freshName("test");
        PostgresSchema.of(DIRECT, name).migrate();
        return name;
    }

    static String freshName(String prefix) {
        return prefix + "_" + ProcessHandle.current().pid() + "_" + NUMBERS.incrementAndGet();
    }
}
