package dev.collab.benchmarks;

import dev.collab.Collab;
import dev.collab.conversation.NoteDraft;
import dev.collab.conversation.OpenRequest;
import dev.collab.inmemory.InMemoryDirectory;
import dev.collab.jdbc.ConnectionSource;
import dev.collab.jdbc.PostgresStorage;
import dev.collab.model.AgentId;
import dev.collab.model.Channel;
import dev.collab.model.ConversationId;
import dev.collab.model.CustomerId;
import dev.collab.model.GroupId;
import dev.collab.model.InboxId;
import dev.collab.model.InboxRole;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** A shop of few people, with the conversations that are measured. */
final class Shop {
    static final AgentId ADA = new AgentId("ada");
    static final AgentId ASHA = new AgentId("asha");
    static final AgentId BO = new AgentId("bo");
    static final CustomerId CARL = new CustomerId("carl");
    static final InboxId INBOX = new InboxId("shop");
    static final GroupId FOOTWEAR = new GroupId("footwear");

    /** Of a conversation that the others are copied from. */
    private static final int ENTRIES = 100;

    /** The last of which are copied to make it longer. */
    static final int BLOCK = 90;

    private final Server server;
    private final Options options;
    private final Collab collab;

    Shop(Server server, Options options, DataSource pool) {
        this.server = server;
        this.options = options;
        this.collab = collab(server, pool);
    }

    /** {@return a host of its own} */
    static Collab collab(Server server, DataSource pool) {
        var people = new InMemoryDirectory()
                .add(ADA, "Ada", person -> person.role(INBOX, InboxRole.ADMIN))
                .add(ASHA, "Asha", person -> person.groups(FOOTWEAR))
                .add(BO, "Bo");
        var storage = PostgresStorage.of(ConnectionSource.of(pool)).inSchema(server.schema());
        return Collab.builder().storage(storage).directory(people).build();
    }

    void open() {
        collab.admin(ADA).inbox(INBOX).enableCollaboration().orElseThrow();
    }

    /** {@return a conversation with an assignee and a collaborator} */
    String chat() {
        var request = OpenRequest.of(INBOX, Channel.LIVE_CHAT, "Do they run small?");
        var chat = collab.customer(CARL)
                .open(request.forGroup(FOOTWEAR).from("Carl"))
                .orElseThrow();
        collab.agent(ASHA).claim(chat).orElseThrow();
        collab.agent(ASHA).addCollaborator(chat, BO).orElseThrow();
        return chat.value();
    }

    List<String> chats(int count) {
        var chats = new ArrayList<String>();
        for (int number = 0; number < count; number++) {
            chats.add(chat());
        }
        return chats;
    }

    /** {@return one with 100 entries: messages, replies, and notes for all agents and for the assignee} */
    String hundred() {
        var chat = new ConversationId(chat());
        // What opening, claiming and adding wrote is there already.
        for (int sequence = 4; sequence < ENTRIES; sequence++) {
            switch (sequence % 5) {
                case 0, 1 -> collab.customer(CARL).write(chat, "And these?").orElseThrow();
                case 2 -> collab.agent(ASHA).reply(chat, "One size up.").orElseThrow();
                case 3 -> collab.agent(BO).note(chat, "Look at this.").orElseThrow();
                default ->
                    collab.agent(BO)
                            .note(chat, NoteDraft.of("For you.").toAssignee())
                            .orElseThrow();
            }
        }
        return chat.value();
    }

    /** Copies a conversation of 100 entries, and its last 90 entries as often as it takes to make it long. */
    String million(String hundred) throws SQLException {
        int blocks = options.blocks();
        copy(hundred, "'million'", "", 1);
        server.execute("""
                CREATE TEMP TABLE block AS SELECT * FROM collab_entry WHERE conversation = 'million' AND sequence >= 10;
                INSERT INTO collab_entry SELECT (jsonb_populate_record(e, jsonb_build_object(
                    'sequence', e.sequence + b * %1$d, 'customer_sequence', e.customer_sequence
                        + b * (SELECT count(customer_sequence) FROM block)))).*
                FROM generate_series(1, %2$d) b CROSS JOIN block e;
                INSERT INTO collab_entry_reader SELECT tenant, conversation, unnest(readers), sequence
                FROM collab_entry WHERE conversation = 'million' AND sequence >= 100;
                UPDATE collab_conversation SET entries = entries + %1$d * %2$d, newest_public = newest_public + %1$d * %2$d,
                    customer_entries = customer_entries + %2$d * (SELECT count(customer_sequence) FROM block)
                WHERE conversation = 'million';
                DROP TABLE block""".formatted(BLOCK, blocks));
        return "million";
    }

    /** Copies one and adds 10,000 notes at the end. */
    String behindNotes(String hundred) throws SQLException {
        copy(hundred, "'behind'", "", 1);
        server.execute("""
                INSERT INTO collab_entry SELECT (jsonb_populate_record(e, jsonb_build_object('sequence', s))).*
                FROM generate_series(100, 10099) s CROSS JOIN
                    (SELECT one AS e FROM collab_entry one WHERE conversation = 'behind' AND audience = 'AGENTS'
                        AND kind = 'NOTE' ORDER BY sequence LIMIT 1) note;
                UPDATE collab_conversation SET entries = 10100 WHERE conversation = 'behind'""");
        return "behind";
    }

    /**
     * Fills the lists; every 200th conversation is Asha's.
     *
     * <p>It also makes the tables as large as those of a host that has been running for a while: what PostgreSQL plans
     * while they are nearly empty, it keeps for a connection when they are not any more.
     */
    void many() throws SQLException {
        var chat = new ConversationId(chat());
        collab.customer(CARL).write(chat, "And these?").orElseThrow();
        collab.agent(ASHA).reply(chat, "One size up.").orElseThrow();
        collab.customer(CARL).write(chat, "Thank you.").orElseThrow();
        var owner = "CASE WHEN n % 200 = 0 THEN 'asha' ELSE 'agent-' || n % 200 END";
        copy(
                chat.value(),
                "'many-' || n",
                ", 'customer', 'customer-' || n % 20000, 'assignee', " + owner
                        + ", 'agent', 'helper-' || n % 300, 'rank', -1000000000000000 - n",
                options.conversations());
        server.execute("""
                UPDATE collab_conversation c SET last_activity_at = timestamptz 'epoch' - l.rank * interval '1 microsecond'
                FROM collab_listed l WHERE l.tenant = c.tenant AND l.conversation = c.conversation
                    AND c.conversation LIKE 'many-%';
                INSERT INTO collab_mark SELECT '', 'many-' || n, 'AGENT', 'asha', n % 7
                FROM generate_series(200, 100000, 400) n""");
        server.execute("VACUUM ANALYZE");
    }

    /** Copies all rows of a conversation, each with other values in some columns, of the number n. */
    private void copy(String from, String to, String values, int count) throws SQLException {
        for (var table : List.of("conversation", "listed", "collaboration", "entry", "entry_reader", "receipt")) {
            server.execute("INSERT INTO collab_" + table + " SELECT (jsonb_populate_record(e, jsonb_build_object("
                    + "'conversation', " + to + values + "))).* FROM collab_" + table + " e, generate_series(1, "
                    + count + ") n WHERE conversation = '" + from + "'");
        }
    }
}
