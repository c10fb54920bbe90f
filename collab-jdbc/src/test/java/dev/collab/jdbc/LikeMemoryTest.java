package dev.collab.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import dev.collab.inmemory.InMemoryStorage;
import dev.collab.tck.Differential;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** More histories than the contract has; that the comparison finds what differs is a test of the kit. */
@DisplayName("PostgreSQL")
class LikeMemoryTest {
    private static final HikariDataSource POOL = Server.pool(true, config -> {});

    private final PostgresStorage storage =
            PostgresStorage.of(ConnectionSource.of(POOL)).inSchema(Server.freshSchema());

    @AfterAll
    static void close() {
        POOL.close();
    }

    @Test
    @DisplayName("P-43 shows everybody the same as the storage in memory, letter by letter, after every command")
    void theSame() {
        Differential.between(InMemoryStorage::new, () -> storage.forTenant(Server.freshName("tenant")))
                .run(20);
    }
}
