package dev.collab.jdbc;

import dev.collab.model.ActorKind;
import dev.collab.model.AgentId;
import dev.collab.model.Attachment;
import dev.collab.model.AttachmentId;
import dev.collab.model.Audience;
import dev.collab.model.Author;
import dev.collab.model.ConversationId;
import dev.collab.model.EntryKind;
import dev.collab.model.TimelineEntry;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An entry as a row of {@code collab_entry}. */
final class EntryRow {
    /** The columns that are written, after the key. */
    static final String COLUMNS = "sequence, revision, customer_sequence, kind, audience, readers, author_kind,"
            + " author, author_name, presented_name, content, attachments, facts, settings_revision, at, redacted";

    /** The same as a record that is read from JSON. */
    static final String RECORD =
            "(sequence bigint, revision bigint, customer_sequence bigint, kind text, audience text,"
                    + " readers text[], author_kind text, author text, author_name text, presented_name text, content text,"
                    + " attachments jsonb, facts jsonb, settings_revision bigint, at timestamptz, redacted boolean)";

    /** As many empty columns as are read, of their types. */
    static final String NOTHING = Stream.of(
                    RECORD.substring(1, RECORD.length() - 1).split(", "))
            .map(column -> "NULL::" + column.substring(column.indexOf(' ') + 1))
            .collect(Collectors.joining(", "));

    private EntryRow() {}

    /** {@return the columns that are read, of a table under this alias; what is mostly empty travels as null} */
    static String columns(String alias) {
        var all = alias + "." + COLUMNS.replace(", ", ", " + alias + ".");
        return all.replace(alias + ".readers", "nullif(" + alias + ".readers, '{}') AS readers")
                .replace(alias + ".attachments", "nullif(" + alias + ".attachments, '[]') AS attachments")
                .replace(alias + ".facts", "nullif(" + alias + ".facts, '{}') AS facts");
    }

    static void write(JsonText json, TimelineEntry entry) {
        json.put("sequence", entry.sequence())
                .put("revision", entry.revision())
                .put("customer_sequence", entry.customerSequence())
                .put("kind", entry.kind())
                .put("audience", entry.audience())
                .strings("readers", entry.readers())
                .put("author_kind", entry.author().kind())
                .put("author", entry.author().id())
                .put("author_name", entry.author().name())
                .put("presented_name", entry.presentedName())
                .put("content", entry.text())
                .array("attachments", entry.attachments(), EntryRow::write)
                .map("facts", entry.facts())
                .put("settings_revision", entry.settingsRevision())
                .put("at", entry.at())
                .put("redacted", entry.redacted());
    }

    private static void write(JsonText json, Attachment file) {
        json.put("id", file.id().value())
                .put("name", file.name())
                .put("mediaType", file.mediaType())
                .put("size", file.size());
    }

    private static Attachment readAttachment(JsonObject json) {
        return new Attachment(
                new AttachmentId(json.text("id")), json.text("name"), json.text("mediaType"), json.number("size"));
    }

    private static Set<AgentId> readers(List<String> names) {
        return names.isEmpty() ? Set.of() : names.stream().map(AgentId::new).collect(Collectors.toSet());
    }

    static TimelineEntry read(Row row, ConversationId conversation) throws SQLException {
        return new TimelineEntry(
                conversation,
                row.number(),
                row.number(),
                row.numberOrNull(),
                row.one(EntryKind.class),
                row.one(Audience.class),
                readers(row.texts()),
                new Author(row.one(ActorKind.class), row.text(), row.text()),
                row.textOrNull(),
                row.textOrNull(),
                JsonObject.parseArray(row.textOrNull(), EntryRow::readAttachment),
                JsonObject.parseMap(row.textOrNull()),
                row.numberOrNull(),
                row.time(),
                row.flag());
    }
}
