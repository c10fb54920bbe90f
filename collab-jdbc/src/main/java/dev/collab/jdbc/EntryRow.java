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

/** An entry as a row of {@code collab_entry}. */
final class EntryRow {
    /** The columns that are written, after the key, with their types. */
    static final Records.Shape RECORD =
            Records.Shape.of("sequence bigint, revision bigint, customer_sequence bigint, kind text, audience text,"
                    + " readers text[], author_kind text, author text, author_name text, presented_name text, content text,"
                    + " attachments jsonb, facts jsonb, settings_revision bigint, at timestamptz, redacted boolean");

    /** As many empty columns as are read, of their types. */
    static final String NOTHING =
            RECORD.types().stream().map(type -> "NULL::" + type).collect(Collectors.joining(", "));

    /** The columns that are read, of a table that is called e; what is mostly empty travels as null. */
    static final String READ = columns("e");

    /** The same of rows of {@link #READ} that were put together and are called u. */
    static final String READ_UNION = columns("u");

    private EntryRow() {}

    private static String columns(String alias) {
        var all = alias + "." + RECORD.list().replace(", ", ", " + alias + ".");
        return all.replace(alias + ".readers", "nullif(" + alias + ".readers, '{}') AS readers")
                .replace(alias + ".attachments", "nullif(" + alias + ".attachments, '[]') AS attachments")
                .replace(alias + ".facts", "nullif(" + alias + ".facts, '{}') AS facts");
    }

    static void write(Records row, TimelineEntry entry) {
        row.number(entry.sequence())
                .number(entry.revision())
                .number(entry.customerSequence())
                .text(entry.kind().name())
                .text(entry.audience().name())
                .texts(entry.readers().stream().map(AgentId::value).toList())
                .text(entry.author().kind().name())
                .text(entry.author().id())
                .text(entry.author().name())
                .text(entry.presentedName())
                .text(entry.text())
                .text(JsonText.arrayOf(entry.attachments(), (json, file) -> json.object(file, EntryRow::write)))
                .text(JsonText.mapOf(entry.facts()))
                .number(entry.settingsRevision())
                .time(entry.at())
                .flag(entry.redacted());
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
