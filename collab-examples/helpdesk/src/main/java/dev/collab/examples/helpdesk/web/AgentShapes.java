package dev.collab.examples.helpdesk.web;

import dev.collab.AgentRow;
import dev.collab.InvitationView;
import dev.collab.collaboration.Candidate;
import dev.collab.collaboration.Collaborator;
import dev.collab.collaboration.PendingInvitation;
import dev.collab.conversation.Act;
import dev.collab.conversation.AgentEntry;
import dev.collab.conversation.AgentView;
import dev.collab.examples.helpdesk.People;
import dev.collab.model.ActorKind;
import dev.collab.model.AgentId;
import dev.collab.model.Audience;
import dev.collab.model.Author;
import dev.collab.model.Channel;
import dev.collab.model.Collision;
import dev.collab.model.ConversationId;
import dev.collab.model.ConversationStatus;
import dev.collab.model.EntryKind;
import dev.collab.model.GroupId;
import dev.collab.model.InboxId;
import dev.collab.model.Level;
import dev.collab.model.Presence;
import dev.collab.outcome.Reason;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Shapes what agents and admins read; no customer's route has one of these. */
final class AgentShapes {
    private final People people;

    AgentShapes(People people) {
        this.people = people;
    }

    record Person(String id, String name) {}

    record By(ActorKind kind, String id, String name) {}

    record Entry(
            long sequence,
            String type,
            By author,
            Instant at,
            @Nullable String text,
            boolean redacted,
            @Nullable String presentedName,
            @Nullable Audience audience,
            @Nullable List<Person> named,
            @Nullable EntryKind kind,
            @Nullable Person agent,
            @Nullable Map<String, String> facts) {}

    record Preview(String type, By author, @Nullable String text) {}

    record Row(
            ConversationId id,
            String customerName,
            Channel channel,
            @Nullable String subject,
            ConversationStatus status,
            @Nullable Person assignee,
            Instant lastActivityAt,
            @Nullable Preview preview,
            int unread) {}

    record Rows(List<Row> rows, @Nullable String next) {}

    record Timeline(List<Entry> entries, @Nullable String older, String newer) {}

    record Taking(
            Person agent,
            Level level,
            By addedBy,
            boolean suspended,
            boolean escalation,
            Instant since,
            @Nullable Instant until) {}

    record Asked(
            String id, @Nullable Person agent, @Nullable Person group, By invitedBy, Level level, Instant expiresAt) {}

    record Field(
            boolean visible,
            boolean editable,
            @Nullable Reason whyNot,
            List<Taking> collaborators,
            List<Asked> invitations) {}

    record View(
            ConversationId id,
            InboxId inbox,
            Person customer,
            Channel channel,
            @Nullable String subject,
            ConversationStatus status,
            @Nullable Person assignee,
            @Nullable Person group,
            Set<String> topics,
            Map<String, String> attributes,
            Instant openedAt,
            Instant lastActivityAt,
            @Nullable ConversationId mergedInto,
            @Nullable ConversationId followUpOf,
            String mine,
            @Nullable Level level,
            boolean muted,
            Field field,
            Map<Act, Reason> whyNot,
            Collision collision) {}

    record Found(AgentId id, String name, List<Person> groups, Presence presence, boolean bot) {}

    record Invitation(
            ConversationId conversation,
            Channel channel,
            String invitedBy,
            @Nullable String question,
            @Nullable Person group,
            Level level,
            boolean escalation,
            Instant expiresAt) {}

    Person person(AgentId id) {
        return new Person(id.value(), people.name(id));
    }

    Person group(GroupId id) {
        return new Person(id.value(), people.name(id));
    }

    private @Nullable Person personOrNull(Optional<AgentId> id) {
        return id.map(this::person).orElse(null);
    }

    static By by(Author author) {
        return new By(author.kind(), author.id(), author.name());
    }

    List<Entry> entries(Collection<AgentEntry> entries) {
        return entries.stream().map(this::entry).toList();
    }

    Entry entry(AgentEntry entry) {
        return entry.fold(this::message, this::reply, this::note, this::event);
    }

    private Entry message(AgentEntry.CustomerMessage one) {
        return written(one, "MESSAGE", one.text().orElse(null), null, null, null);
    }

    private Entry reply(AgentEntry.Reply one) {
        return written(one, "REPLY", one.text().orElse(null), one.presentedName(), null, null);
    }

    private Entry note(AgentEntry.Note one) {
        var named = one.named().stream().map(this::person).toList();
        return written(one, "NOTE", one.text().orElse(null), null, one.audience(), named);
    }

    private static Entry written(
            AgentEntry one,
            String type,
            @Nullable String text,
            @Nullable String presentedName,
            @Nullable Audience audience,
            @Nullable List<Person> named) {
        return new Entry(
                one.sequence(),
                type,
                by(one.author()),
                one.at(),
                text,
                text == null,
                presentedName,
                audience,
                named,
                null,
                null,
                null);
    }

    private Entry event(AgentEntry.Event one) {
        // The name of then, as history keeps it; the facts of kinds that have none fall back on the name of now.
        var agent = one.agent()
                .map(id -> new Person(id.value(), one.facts().getOrDefault("agent.name", people.name(id))))
                .orElse(null);
        return new Entry(
                one.sequence(),
                "EVENT",
                by(one.author()),
                one.at(),
                one.text().orElse(null),
                false,
                null,
                null,
                null,
                one.kind(),
                agent,
                one.facts());
    }

    Row row(AgentRow row) {
        return new Row(
                row.id(),
                row.customerName(),
                row.channel(),
                row.subject().orElse(null),
                row.status(),
                personOrNull(row.assignee()),
                row.lastActivityAt(),
                row.preview()
                        .map(this::entry)
                        .map(one -> new Preview(one.type(), one.author(), one.text()))
                        .orElse(null),
                row.unread());
    }

    View view(AgentView view, AgentId me, boolean muted, Collision collision) {
        var mine = view.collaborators().collaborators().stream()
                .filter(one -> one.agent().equals(me))
                .findFirst();
        var standing = view.assignee().filter(me::equals).isPresent()
                ? "ASSIGNEE"
                : mine.map(one -> one.suspended() ? "SUSPENDED" : "COLLABORATOR")
                        .orElse("READER");
        var group = view.facts().group();
        return new View(
                view.id(),
                view.inbox(),
                new Person(view.customer().value(), view.customerName()),
                view.channel(),
                view.subject().orElse(null),
                view.status(),
                personOrNull(view.assignee()),
                group == null ? null : group(group),
                view.facts().topics(),
                view.facts().attributes(),
                view.openedAt(),
                view.lastActivityAt(),
                view.mergedInto().orElse(null),
                view.followUpOf().orElse(null),
                standing,
                mine.map(Collaborator::level).orElse(null),
                muted,
                field(view),
                view.whyNot(),
                collision);
    }

    private Field field(AgentView view) {
        var field = view.collaborators();
        return new Field(
                field.visible(),
                field.editable(),
                field.whyNot().orElse(null),
                field.collaborators().stream().map(this::taking).toList(),
                field.invitations().stream().map(this::asked).toList());
    }

    private Taking taking(Collaborator one) {
        return new Taking(
                new Person(one.agent().value(), one.name()),
                one.level(),
                by(one.addedBy()),
                one.suspended(),
                one.escalation(),
                one.since(),
                one.until().orElse(null));
    }

    private Asked asked(PendingInvitation one) {
        return new Asked(
                one.id().value(),
                personOrNull(one.agent()),
                one.group().map(this::group).orElse(null),
                by(one.invitedBy()),
                one.level(),
                one.expiresAt());
    }

    Found found(Candidate one) {
        return new Found(
                one.agent(), one.name(), one.groups().stream().map(this::group).toList(), one.presence(), one.bot());
    }

    Invitation invitation(InvitationView one) {
        return new Invitation(
                one.conversation(),
                one.channel(),
                one.invitedBy(),
                one.question().orElse(null),
                one.group().map(this::group).orElse(null),
                one.level(),
                one.escalation(),
                one.expiresAt());
    }
}
