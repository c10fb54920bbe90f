package dev.collab.examples.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.inmemory.InMemoryStorage;
import dev.collab.jdbc.PostgresStorage;
import dev.collab.model.InboxId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The storage of the examples")
class ExampleDatabaseTest {
    @Test
    @DisplayName("is in memory unless something else is said")
    void memory() {
        try (var database = ExampleDatabase.of("--summary", "file.json")) {
            assertThat(database.emptyStorage()).isInstanceOf(InMemoryStorage.class);
        }
        assertThat(ExampleDatabase.others("--summary", "--db=embedded", "file.json"))
                .containsExactly("--summary", "file.json");
    }

    @Test
    @DisplayName("is in a PostgreSQL that is started for it, or in the one at a URL")
    void embedded() {
        try (var database = ExampleDatabase.of("--db=embedded")) {
            var storage = database.emptyStorage();

            assertThat(storage).isInstanceOf(PostgresStorage.class);
            assertThat(storage.inboxes().load(new InboxId("shop")).revision()).isZero();
        }
    }
}
