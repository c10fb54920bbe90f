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
import java.util.stream.Collectors;

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

    private EntryRow() {}

    /** {@return the columns that are read, of a table under this alias} */
    static String columns(String alias) {
        return alias + ".conversation, " + alias + "." + COLUMNS.replace(", ", ", " + alias + ".");
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

    static TimelineEntry read(Row row) throws SQLException {
        return new TimelineEntry(
                new ConversationId(row.text()),
                row.number(),
                row.number(),
                row.numberOrNull(),
                row.one(EntryKind.class),
                row.one(Audience.class),
                row.texts().stream().map(AgentId::new).collect(Collectors.toSet()),
                new Author(row.one(ActorKind.class), row.text(), row.text()),
                row.textOrNull(),
                row.textOrNull(),
                JsonObject.parseArray(row.text(), EntryRow::readAttachment),
                JsonObject.parseMap(row.text()),
                row.numberOrNull(),
                row.time(),
                row.flag());
    }
}
