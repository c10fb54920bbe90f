package dev.collab.jdbc;

import dev.collab.model.AgentId;
import dev.collab.model.CaseFacts;
import dev.collab.model.Channel;
import dev.collab.model.Collaboration;
import dev.collab.model.ConversationHead;
import dev.collab.model.ConversationHead.Counters;
import dev.collab.model.ConversationHead.MergedInto;
import dev.collab.model.ConversationId;
import dev.collab.model.ConversationStatus;
import dev.collab.model.CustomerId;
import dev.collab.model.GroupId;
import dev.collab.model.InboxId;
import dev.collab.model.Invitation;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A head as a row of {@code collab_conversation}. */
final class HeadRow {
    /** In the order in which {@link #write} binds and {@link #read} reads; after the key, and without what is due. */
    private static final String[] NAMES = {
        "inbox",
        "customer",
        "customer_name",
        "channel",
        "subject",
        "case_group",
        "topics",
        "attributes",
        "status",
        "assignee",
        "assigned_sequence",
        "collaborations",
        "invitations",
        "follow_up_of",
        "merged_into",
        "merged_sequence",
        "revision",
        "entries",
        "customer_entries",
        "customer_version",
        "newest_public",
        "opened_at",
        "last_activity_at"
    };

    /** The columns that are written. */
    static final String COLUMNS = String.join(", ", NAMES) + ", due_at";

    /** The columns that are read, of a table that is called c; what is mostly empty travels as null. */
    static final String READ = "c.conversation, "
            + Arrays.stream(NAMES).map(name -> column("c." + name, name)).collect(Collectors.joining(", "));

    /** A question mark for each of them, cast where the driver's type is not the column's. */
    static final String VALUES =
            "?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?";

    /** Those of them that every message moves, and often nothing else does. */
    static final String COUNTS =
            "revision, entries, customer_entries, customer_version, newest_public, last_activity_at";

    /** A question mark for each of those. */
    static final String COUNT_VALUES = "?, ?, ?, ?, ?, ?";

    /** How many columns are read. */
    static final int WIDTH = NAMES.length + 1;

    /** As many empty ones. */
    static final String NOTHING = "NULL" + ", NULL".repeat(NAMES.length);

    private HeadRow() {}

    private static String column(String column, String name) {
        return switch (name) {
            case "topics", "attributes" -> "nullif(" + column + ", '{}')";
            case "collaborations", "invitations" -> "nullif(" + column + ", '[]')";
            default -> column;
        };
    }

    static SqlText write(SqlText sql, ConversationHead head) {
        var merged = head.mergedInto();
        sql.text(head.inbox().value())
                .text(head.customer().value())
                .text(head.customerName())
                .text(head.channel().name())
                .text(head.subject())
                .text(group(head))
                .texts(head.facts().topics())
                .text(JsonText.mapOf(head.facts().attributes()))
                .text(head.status().name())
                .text(assignee(head))
                .number(head.assignedSequence())
                .text(JsonText.arrayOf(head.collaborations(), (json, one) -> json.object(one, GrantDocument::write)))
                .text(JsonText.arrayOf(head.invitations(), (json, one) -> json.object(one, GrantDocument::write)))
                .text(head.followUpOf() == null ? null : head.followUpOf().value())
                .text(merged == null ? null : merged.conversation().value())
                .number(merged == null ? null : merged.sequence());
        return counters(sql, head.counters())
                .time(head.openedAt())
                .time(head.lastActivityAt())
                .time(dueAt(head));
    }

    /** Binds what {@link #COUNTS} names. */
    static SqlText writeCounts(SqlText sql, ConversationHead head) {
        return counters(sql, head.counters()).time(head.lastActivityAt());
    }

    private static SqlText counters(SqlText sql, Counters counters) {
        return sql.number(counters.revision())
                .number(counters.entries())
                .number(counters.customerEntries())
                .number(counters.customerVersion())
                .number(counters.newestPublic());
    }

    /** Tells whether nothing but what {@link #COUNTS} names is different. */
    static boolean differsInCountsOnly(ConversationHead one, ConversationHead other) {
        return other.equals(new ConversationHead(
                one.id(),
                one.inbox(),
                one.customer(),
                one.customerName(),
                one.channel(),
                one.subject(),
                one.facts(),
                one.status(),
                one.assignee(),
                one.assignedSequence(),
                one.collaborations(),
                one.invitations(),
                one.followUpOf(),
                one.mergedInto(),
                other.counters(),
                one.openedAt(),
                other.lastActivityAt()));
    }

    static ConversationHead read(Row row) throws SQLException {
        return new ConversationHead(
                new ConversationId(row.text()),
                new InboxId(row.text()),
                new CustomerId(row.text()),
                row.text(),
                row.one(Channel.class),
                row.textOrNull(),
                readFacts(row),
                row.one(ConversationStatus.class),
                row.orNull(AgentId::new),
                row.number(),
                JsonObject.parseArray(row.textOrNull(), GrantDocument::readCollaboration),
                JsonObject.parseArray(row.textOrNull(), GrantDocument::readInvitation),
                row.orNull(ConversationId::new),
                readMerged(row),
                new Counters(row.number(), row.number(), row.number(), row.number(), row.number()),
                row.time(),
                row.time());
    }

    private static CaseFacts readFacts(Row row) throws SQLException {
        return new CaseFacts(
                row.orNull(GroupId::new), new HashSet<>(row.texts()), JsonObject.parseMap(row.textOrNull()));
    }

    private static @Nullable MergedInto readMerged(Row row) throws SQLException {
        var conversation = row.orNull(ConversationId::new);
        long sequence = row.number();
        return conversation == null ? null : new MergedInto(conversation, sequence);
    }

    static @Nullable String group(ConversationHead head) {
        var group = head.facts().group();
        return group == null ? null : group.value();
    }

    static @Nullable String assignee(ConversationHead head) {
        return head.assignee() == null ? null : head.assignee().value();
    }

    private static @Nullable Instant dueAt(ConversationHead head) {
        return Stream.concat(
                        head.collaborations().stream().map(Collaboration::endsAt),
                        head.invitations().stream().map(Invitation::expiresAt))
                .filter(time -> time != null)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
