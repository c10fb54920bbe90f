package dev.collab.jdbc;

import dev.collab.model.InvalidArgumentException;
import dev.collab.spi.CollaborationStore;
import dev.collab.spi.ConversationStore;
import dev.collab.spi.InboxStore;
import dev.collab.spi.NewestStore;
import dev.collab.spi.Outbox;
import dev.collab.spi.Storage;

/**
 * Keeps everything of one tenant in PostgreSQL 15 or newer.
 *
 * <p>Each call is one statement and one round trip. Before the first one the version of the schema is checked; see
 * {@link PostgresSchema} for how it gets there. A standby and a connection that may only read are refused, as they could
 * show somebody what was taken from them.
 *
 * <pre>{@code
 * PostgresSchema.of(dataSource, "collab").migrate();
 * var storage = PostgresStorage.of(ConnectionSource.of(dataSource));
 * }</pre>
 *
 * <p>Threads may share it. It holds nothing between calls.
 */
public final class PostgresStorage implements Storage {
    private static final int LONGEST_TENANT = 200;

    private final ConnectionSource source;
    private final String schema;
    private final Database database;

    private PostgresStorage(ConnectionSource source, String schema, String tenant) {
        this.source = source;
        this.schema = schema;
        this.database = new Database(source, schema, tenant);
    }

    /**
     * Uses the schema {@value PostgresSchema#DEFAULT_NAME} for one tenant.
     *
     * @param source where connections come from
     * @return the storage
     */
    public static PostgresStorage of(ConnectionSource source) {
        return new PostgresStorage(source, PostgresSchema.DEFAULT_NAME, "");
    }

    /**
     * Uses another schema; one for each tenant, perhaps.
     *
     * @param name the schema's name; 1 to 63 of {@code a-z}, {@code 0-9} and {@code _}, no digit first
     * @return a storage over the same source
     */
    public PostgresStorage inSchema(String name) {
        return new PostgresStorage(source, PostgresSchema.checkedName(name), database.tenant());
    }

    /**
     * Keeps to one of several tenants that share a schema.
     *
     * @param tenant 0 to 200 characters, compared exactly; empty is what is used unless one is given
     * @return a storage over the same source, which sees nothing of other tenants
     */
    public PostgresStorage forTenant(String tenant) {
        if (tenant.length() > LONGEST_TENANT) {
            throw new InvalidArgumentException("tenant", "must not be longer than " + LONGEST_TENANT + " characters");
        }
        return new PostgresStorage(source, schema, JsonText.refuseWhatPostgresChanges(tenant));
    }

    @Override
    public ConversationStore conversations() {
        return new PostgresConversations(database);
    }

    @Override
    public NewestStore newest() {
        return (conversation, numbering, limit) -> EndStatement.load(database, conversation, numbering, limit);
    }

    @Override
    public InboxStore inboxes() {
        return new PostgresInboxes(database);
    }

    @Override
    public CollaborationStore collaborations() {
        return new PostgresCollaborations(database);
    }

    @Override
    public Outbox outbox() {
        return new PostgresOutbox(database);
    }
}
