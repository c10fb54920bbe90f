package dev.collab.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.collab.jdbc.PostgresSchema;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL with a schema of its own, which is dropped at the end. */
final class Server implements AutoCloseable {
    private final @Nullable EmbeddedPostgres started;
    private final PGSimpleDataSource direct = new PGSimpleDataSource();
    private final String schema = "collab_benchmark_" + ProcessHandle.current().pid();
    private final List<HikariDataSource> pools = new ArrayList<>();

    private Server(@Nullable EmbeddedPostgres started, String url) {
        this.started = started;
        direct.setUrl(url);
    }

    static Server of(Options options) throws IOException {
        if (!options.url().isEmpty()) {
            return new Server(null, options.url());
        }
        // The library that starts it turns both off unless told.
        var durable = options.fast() ? "off" : "on";
        var started = EmbeddedPostgres.builder()
                .setServerConfig("fsync", durable)
                .setServerConfig("synchronous_commit", durable)
                .setServerConfig("shared_buffers", "512MB")
                .setServerConfig("max_wal_size", "4GB")
                .start();
        return new Server(started, started.getJdbcUrl("postgres", "postgres"));
    }

    void migrate() {
        PostgresSchema.of(direct, schema).migrate();
    }

    String schema() {
        return schema;
    }

    /** A pool as a host has one. */
    HikariDataSource pool() {
        var config = new HikariConfig();
        config.setDataSource(direct);
        config.setMaximumPoolSize(10);
        var pool = new HikariDataSource(config);
        pools.add(pool);
        return pool;
    }

    void execute(String sql) throws SQLException {
        try (var connection = direct.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("SET search_path = " + schema);
            statement.execute(sql);
        }
    }

    String description() throws SQLException {
        try (var connection = direct.getConnection();
                var statement = connection.createStatement()) {
            var settings = Stream.of("server_version", "fsync", "synchronous_commit", "shared_buffers");
            var query = settings.map(name -> "'" + name + " ' || current_setting('" + name + "')")
                    .collect(Collectors.joining(" || ', ' || ", "SELECT ", ""));
            try (var results = statement.executeQuery(query)) {
                results.next();
                return "PostgreSQL: " + results.getString(1);
            }
        }
    }

    @Override
    public void close() throws IOException, SQLException {
        pools.forEach(HikariDataSource::close);
        execute("DROP SCHEMA " + schema + " CASCADE");
        if (started != null) {
            started.close();
        }
    }
}
