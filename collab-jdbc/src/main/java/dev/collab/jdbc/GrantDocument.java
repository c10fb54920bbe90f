package dev.collab.jdbc;

import dev.collab.model.ActorKind;
import dev.collab.model.AgentId;
import dev.collab.model.Author;
import dev.collab.model.Collaboration;
import dev.collab.model.CollaborationId;
import dev.collab.model.CollaborationOrigin;
import dev.collab.model.CollaborationState;
import dev.collab.model.GroupId;
import dev.collab.model.Invitation;
import dev.collab.model.InvitationId;
import dev.collab.model.Level;
import dev.collab.model.Work;

/** Collaborations and invitations as JSON. */
final class GrantDocument {
    private GrantDocument() {}

    static void write(JsonText json, Collaboration one) {
        json.put("id", one.id().value())
                .put("agent", one.agent().value())
                .put("agentName", one.agentName())
                .object("addedBy", one.addedBy(), GrantDocument::write)
                .put("origin", one.origin())
                .put("group", one.group() == null ? null : one.group().value())
                .put("rule", one.rule())
                .put("level", one.level())
                .put("sequence", one.sequence())
                .put("fromSequence", one.fromSequence())
                .put("epoch", one.epoch())
                .put("escalation", one.escalation())
                .put("state", one.state())
                .put("startedAt", one.startedAt())
                .put("endsAt", one.endsAt())
                .put("replies", one.work().replies())
                .put("notes", one.work().notes())
                .put("firstWordAt", one.work().firstWordAt());
    }

    static Collaboration readCollaboration(JsonObject json) {
        return new Collaboration(
                new CollaborationId(json.text("id")),
                new AgentId(json.text("agent")),
                json.text("agentName"),
                json.object("addedBy", GrantDocument::readAuthor),
                json.one("origin", CollaborationOrigin.class),
                json.orNull("group", GroupId::new),
                json.textOrNull("rule"),
                json.one("level", Level.class),
                json.number("sequence"),
                json.number("fromSequence"),
                json.number("epoch"),
                json.flag("escalation"),
                json.one("state", CollaborationState.class),
                json.time("startedAt"),
                json.timeOrNull("endsAt"),
                new Work(
                        Math.toIntExact(json.number("replies")),
                        Math.toIntExact(json.number("notes")),
                        json.timeOrNull("firstWordAt")));
    }

    static void write(JsonText json, Invitation one) {
        json.put("id", one.id().value())
                .put("agent", one.agent() == null ? null : one.agent().value())
                .put("group", one.group() == null ? null : one.group().value())
                .object("invitedBy", one.invitedBy(), GrantDocument::write)
                .put("question", one.question())
                .put("rule", one.rule())
                .put("level", one.level())
                .put("fromSequence", one.fromSequence())
                .put("timeBox", one.timeBox() == null ? null : one.timeBox().toString())
                .put("epoch", one.epoch())
                .put("escalation", one.escalation())
                .put("invitedAt", one.invitedAt())
                .put("expiresAt", one.expiresAt());
    }

    static Invitation readInvitation(JsonObject json) {
        return new Invitation(
                new InvitationId(json.text("id")),
                json.orNull("agent", AgentId::new),
                json.orNull("group", GroupId::new),
                json.object("invitedBy", GrantDocument::readAuthor),
                json.textOrNull("question"),
                json.textOrNull("rule"),
                json.one("level", Level.class),
                json.numberOrNull("fromSequence"),
                json.durationOrNull("timeBox"),
                json.number("epoch"),
                json.flag("escalation"),
                json.time("invitedAt"),
                json.time("expiresAt"));
    }

    private static void write(JsonText json, Author author) {
        json.put("kind", author.kind()).put("id", author.id()).put("name", author.name());
    }

    private static Author readAuthor(JsonObject json) {
        return new Author(json.one("kind", ActorKind.class), json.text("id"), json.text("name"));
    }
}
