package dev.collab.examples.helpdesk;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.collab.examples.helpdesk.delivery.Deliveries;
import dev.collab.examples.helpdesk.delivery.MemoryDeliveries;
import dev.collab.examples.helpdesk.delivery.PostgresDeliveries;
import dev.collab.examples.helpdesk.live.LocalWakes;
import dev.collab.examples.helpdesk.live.PostgresWakes;
import dev.collab.examples.helpdesk.live.Wakes;
import dev.collab.inmemory.InMemoryStorage;
import dev.collab.jdbc.ConnectionSource;
import dev.collab.jdbc.PostgresSchema;
import dev.collab.jdbc.PostgresStorage;
import dev.collab.spi.Storage;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Is where the host keeps everything: the library's storage, and what the host adds to it.
 *
 * @param name what to call it
 * @param url where another process finds the same; null for memory, which is nobody else's
 * @param storage the library's
 * @param deliveries what the notifier was handed
 * @param wakes who tells open screens
 * @param open what is to be closed, the first first
 */
record Store(
        String name,
        @Nullable String url,
        Storage storage,
        Deliveries deliveries,
        Wakes wakes,
        Deque<AutoCloseable> open)
        implements AutoCloseable {
    private static final String EMBEDDED = "embedded";

    /** Of all that the database may hold, the part that is this example's. */
    private static final String TENANT = "helpdesk";

    /**
     * Opens what the command line names.
     *
     * @param database empty for memory, {@code embedded} for a database of this run, or its JDBC URL
     */
    static Store of(String database) {
        if (database.isEmpty()) {
            return new Store(
                    "memory",
                    null,
                    new InMemoryStorage(),
                    new MemoryDeliveries(),
                    new LocalWakes(),
                    new ArrayDeque<>());
        }
        var open = new ArrayDeque<AutoCloseable>();
        return postgres(database.equals(EMBEDDED) ? started(open) : database, open);
    }

    private static Store postgres(String url, Deque<AutoCloseable> open) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        var pool = new HikariDataSource(config);
        open.push(pool);
        PostgresSchema.of(pool, PostgresSchema.DEFAULT_NAME).migrate();
        var storage = PostgresStorage.of(ConnectionSource.of(pool)).forTenant(TENANT);
        var wakes = new PostgresWakes(pool, url);
        open.push(wakes);
        return new Store("PostgreSQL", url, storage, PostgresDeliveries.in(pool), wakes, open);
    }

    private static String started(Deque<AutoCloseable> open) {
        try {
            var server = EmbeddedPostgres.start();
            open.push(server);
            return server.getJdbcUrl("postgres", "postgres");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        for (var one : open) {
            try {
                one.close();
            } catch (Exception failure) {
                throw new IllegalStateException("could not close the database", failure);
            }
        }
    }
}
