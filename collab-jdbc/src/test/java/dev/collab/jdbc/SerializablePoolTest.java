package dev.collab.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;

/** The same over a pool whose connections have autocommit off and the strictest isolation. */
@DisplayName("Storage in PostgreSQL, over a pool that is set up in another way,")
class SerializablePoolTest extends PostgresStorageTest {
    private static HikariDataSource strict;

    @BeforeAll
    static void openStrict() {
        strict = Server.pool(false, config -> config.setTransactionIsolation("TRANSACTION_SERIALIZABLE"));
    }

    @AfterAll
    static void closeStrict() {
        strict.close();
    }

    @Override
    DataSource connections() {
        return strict;
    }

    @Override
    protected int histories() {
        return 1;
    }
}
