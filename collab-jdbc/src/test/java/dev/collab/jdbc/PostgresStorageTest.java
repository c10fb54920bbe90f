package dev.collab.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import dev.collab.model.ConversationId;
import dev.collab.spi.Storage;
import dev.collab.tck.StorageContract;
import dev.collab.tck.Variation;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;

/** A tenant of its own for each storage, in one schema. */
@DisplayName("Storage in PostgreSQL")
class PostgresStorageTest extends StorageContract {
    private static final String SCHEMA = Server.freshSchema();

    private static HikariDataSource pool;

    private final Map<Storage, String> tenants = new HashMap<>();

    @BeforeAll
    static void open() {
        pool = Server.pool(true, config -> {});
    }

    @AfterAll
    static void close() {
        pool.close();
    }

    /** Where the storages under test take their connections. */
    DataSource connections() {
        return pool;
    }

    @Override
    protected Storage emptyStorage() {
        var tenant = Server.freshName("tenant");
        var storage = storage(connections(), tenant);
        tenants.put(storage, tenant);
        return storage;
    }

    private static PostgresStorage storage(DataSource dataSource, String tenant) {
        return PostgresStorage.of(ConnectionSource.of(dataSource))
                .inSchema(SCHEMA)
                .forTenant(tenant);
    }

    @Override
    protected Set<Variation> variations() {
        return Set.of(Variation.DURABLE, Variation.READS_OTHER_VERSIONS);
    }

    /** Each costs some seconds. */
    @Override
    protected int histories() {
        return 2;
    }

    @Override
    protected Storage reopened(Storage storage) {
        var tenant = tenants.get(storage);
        return storage(Server.dataSource(), tenant);
    }

    @Override
    protected void writeUnknownKind(Storage storage, ConversationId conversation, long sequence) {
        try (var connection = Server.dataSource().getConnection();
                var statement = connection.prepareStatement(
                        "UPDATE " + SCHEMA
                                + ".collab_entry SET kind = 'HOLOGRAM' WHERE tenant = ? AND conversation = ? AND sequence = ?")) {
            statement.setString(1, tenants.get(storage));
            statement.setString(2, conversation.value());
            statement.setLong(3, sequence);
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }
}
