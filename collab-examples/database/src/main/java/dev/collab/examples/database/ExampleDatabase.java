package dev.collab.examples.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.collab.inmemory.InMemoryStorage;
import dev.collab.jdbc.ConnectionSource;
import dev.collab.jdbc.PostgresSchema;
import dev.collab.jdbc.PostgresStorage;
import dev.collab.spi.Storage;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.UUID;

/**
 * Gives the examples a storage: in memory, or in PostgreSQL if the command line says {@code --db=URL}, or
 * {@code --db=embedded} for one that is started for this run and gone with it.
 */
public final class ExampleDatabase implements AutoCloseable {
    /** What an option of the command line begins with that is meant for this class. */
    public static final String OPTION = "--db=";

    private static final String EMBEDDED = "embedded";

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final HikariDataSource pool;

    private ExampleDatabase(String where) {
        if (where.isEmpty()) {
            pool = null;
            return;
        }
        var config = new HikariConfig();
        config.setJdbcUrl(where.equals(EMBEDDED) ? started() : where);
        pool = new HikariDataSource(config);
        open.push(pool);
        PostgresSchema.of(pool, PostgresSchema.DEFAULT_NAME).migrate();
    }

    /** Reads {@code --db=} from a command line; {@return memory if it is not there} */
    public static ExampleDatabase of(String... arguments) {
        return new ExampleDatabase(Arrays.stream(arguments)
                .filter(argument -> argument.startsWith(OPTION))
                .map(argument -> argument.substring(OPTION.length()))
                .reduce("", (first, last) -> last));
    }

    /** {@return the other arguments} */
    public static List<String> others(String... arguments) {
        return Arrays.stream(arguments)
                .filter(argument -> !argument.startsWith(OPTION))
                .toList();
    }

    /** Begins anew; {@return an empty storage, in a database that of a tenant nobody has used} */
    public Storage emptyStorage() {
        return pool == null
                ? new InMemoryStorage()
                : PostgresStorage.of(ConnectionSource.of(pool))
                        .forTenant(UUID.randomUUID().toString());
    }

    private String started() {
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
