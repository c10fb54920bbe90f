package dev.collab.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import dev.collab.model.ConversationId;
import dev.collab.spi.Storage;
import dev.collab.tck.Variation;
import dev.collab.tck.storage.TenantSuite;
import dev.collab.tck.suite.StorageBench;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Tenants with a schema each")
class SchemaPerTenantTest extends TenantSuite {
    private static HikariDataSource pool;

    @BeforeAll
    static void open() {
        pool = Server.pool(true, config -> {});
    }

    @AfterAll
    static void close() {
        pool.close();
    }

    SchemaPerTenantTest() {
        super(new Bench());
    }

    /** Gives what the suite asks for; it never opens a storage again nor writes what is unknown. */
    private static final class Bench implements StorageBench {
        /** Are emptied for the next test, as making one takes longer than all that is done in it. */
        private static final List<String> MADE = new ArrayList<>();

        private int used;

        @Override
        public Storage empty() {
            if (used == MADE.size()) {
                MADE.add(Server.freshSchema());
            } else {
                clear(MADE.get(used));
            }
            return PostgresStorage.of(ConnectionSource.of(pool)).inSchema(MADE.get(used++));
        }

        private static void clear(String schema) {
            var all = Stream.of(
                            "inbox",
                            "inbox_change",
                            "conversation",
                            "listed",
                            "collaboration",
                            "entry",
                            "entry_reader",
                            "receipt",
                            "mark",
                            "mute",
                            "outbox")
                    .map(table -> "DELETE FROM " + schema + ".collab_" + table)
                    .collect(Collectors.joining(";"));
            try (var connection = pool.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute(all);
            } catch (SQLException failure) {
                throw new AssertionError(failure);
            }
        }

        @Override
        public Storage reopened(Storage storage) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void writeUnknownKind(Storage storage, ConversationId conversation, long sequence) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Set<Variation> variations() {
            return Set.of();
        }

        @Override
        public int effort() {
            return 1;
        }

        @Override
        public int histories() {
            return 1;
        }

        @Override
        public String adapterName() {
            return PostgresStorage.class.getSimpleName();
        }
    }
}
