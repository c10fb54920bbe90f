package dev.collab.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.collab.model.ConversationId;
import dev.collab.model.InvalidArgumentException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

@DisplayName("A schema")
class PostgresSchemaTest {
    private final DataSource dataSource = Server.dataSource();
    private final String name = Server.freshName("schema");
    private final PostgresSchema schema = PostgresSchema.of(dataSource, name);
    private final JdbcTemplate jdbc = new JdbcTemplate(dataSource);

    @Test
    @DisplayName("P-45 that nobody made is refused with the name of the script, by name and at the first use")
    void missing() {
        assertThatExceptionOfType(SchemaException.class)
                .isThrownBy(schema::validate)
                .withMessageContaining("Schema " + name + " is at version 0 and needs 1")
                .withMessageContaining("V1__collab.sql")
                .withMessageContaining("migrate()");
        assertThatExceptionOfType(SchemaException.class).isThrownBy(this::use);
    }

    @Test
    @DisplayName("P-45 is made once, whoever asks first and however often")
    void migrated() throws InterruptedException, ExecutionException {
        var threads = Executors.newFixedThreadPool(6);
        try {
            Callable<Object> host = Executors.callable(schema::migrate);
            var running = new ArrayList<Future<Object>>();
            for (int number = 0; number < 6; number++) {
                running.add(threads.submit(host));
            }
            for (var one : running) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
        schema.migrate();

        schema.validate();
        use();
        assertThat(jdbc.queryForObject("SELECT count(*) FROM " + name + ".collab_schema", Long.class))
                .isEqualTo(1);
    }

    @Test
    @DisplayName("P-45 is made by Flyway as well, from the scripts in the jar")
    void flyway() {
        Flyway.configure()
                .dataSource(dataSource)
                .schemas(name)
                .locations("classpath:" + PostgresSchema.LOCATION)
                .placeholders(Map.of("schema", name))
                .load()
                .migrate();

        schema.validate();
        schema.migrate();
        use();
    }

    @Test
    @DisplayName("P-45 in which something is missing is refused with its name and the script that makes it")
    void incomplete() {
        schema.migrate();
        for (var broken : List.of(
                List.of("DROP INDEX %s.collab_entry_audience", "collab_entry_audience is missing"),
                List.of("ALTER TABLE %s.collab_mark DROP COLUMN position", "Column position of "),
                List.of("DROP TABLE %s.collab_outbox", "collab_outbox is missing"))) {
            jdbc.execute(String.format(broken.get(0), name));

            assertThatExceptionOfType(SchemaException.class)
                    .isThrownBy(schema::validate)
                    .withMessageContaining(broken.get(1))
                    .withMessageContaining("V1__collab.sql");

            jdbc.execute("DROP SCHEMA " + name + " CASCADE");
            schema.migrate();
        }
    }

    @Test
    @DisplayName("P-45 of a newer version is refused, also by who would migrate it, and at the first use")
    void newer() {
        schema.migrate();
        jdbc.execute("INSERT INTO " + name + ".collab_schema (version) VALUES (2)");

        for (Runnable use : List.<Runnable>of(schema::validate, schema::migrate, this::use)) {
            assertThatExceptionOfType(SchemaException.class)
                    .isThrownBy(use::run)
                    .withMessageContaining("is at version 2")
                    .withMessageContaining("upgrade collab-jdbc");
        }
    }

    @Test
    @DisplayName("P-46 has a name that needs no quotes")
    void names() {
        for (var bad : List.of("", "1a", "Collab", "a-b", "a\"; DROP TABLE x", "x".repeat(64))) {
            assertThatExceptionOfType(InvalidArgumentException.class)
                    .isThrownBy(() -> PostgresSchema.of(dataSource, bad))
                    .satisfies(failure -> assertThat(failure.argument()).isEqualTo("schema"));
        }
        assertThatCode(() -> PostgresSchema.of(dataSource, "_a1")).doesNotThrowAnyException();
    }

    private void use() {
        PostgresStorage.of(ConnectionSource.of(dataSource))
                .inSchema(name)
                .conversations()
                .load(new ConversationId("chat"), null);
    }
}
