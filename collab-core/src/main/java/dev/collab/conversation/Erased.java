package dev.collab.conversation;

import dev.collab.model.ActorKind;
import dev.collab.model.AgentId;
import dev.collab.model.Author;
import dev.collab.model.CustomerId;
import dev.collab.model.EndedCollaboration;
import dev.collab.model.EntryKind;
import dev.collab.model.TimelineEntry;
import java.util.Objects;

/**
 * Is somebody whose traces are taken out of conversations: their name, and if they are the customer, their words.
 *
 * <p>Their id stays, as it is a fact; a host that must not keep it either gives out ids that say nothing.
 *
 * @param kind a customer or an agent
 * @param id their id
 */
public record Erased(ActorKind kind, String id) {
    /** What stands in the place of a name. */
    public static final String NAME = "(erased)";

    /**
     * Names a customer.
     *
     * @param customer who
     * @return them
     */
    public static Erased of(CustomerId customer) {
        return new Erased(ActorKind.CUSTOMER, customer.value());
    }

    /**
     * Names an agent.
     *
     * @param agent who
     * @return them
     */
    public static Erased of(AgentId agent) {
        return new Erased(ActorKind.AGENT, agent.value());
    }

    /** What is left of an entry; the customer then reads an erased agent's replies under the name of the inbox. */
    TimelineEntry takenFrom(TimelineEntry entry, String inboxName) {
        boolean presented = kind == ActorKind.AGENT && EntryFacts.isPresentedAs(entry, id);
        var renamed = entry.withNames(
                without(entry.author()),
                presented ? inboxName : entry.presentedName(),
                EntryFacts.withoutName(entry.facts(), kind, id, NAME));
        boolean theirWords = kind == ActorKind.CUSTOMER && isThem(entry.author());
        boolean hasWords = entry.text() != null || !entry.attachments().isEmpty();
        return theirWords && hasWords ? renamed.withoutContent() : renamed;
    }

    EndedCollaboration takenFrom(EndedCollaboration ended) {
        var grant = ended.collaboration();
        boolean isTheirs = kind == ActorKind.AGENT && grant.agent().value().equals(id);
        return new EndedCollaboration(
                ended.inbox(),
                ended.conversation(),
                grant.withNames(isTheirs ? NAME : grant.agentName(), without(grant.addedBy())),
                ended.reason(),
                ended.endedAt());
    }

    /** Whether the customer reads something else now; of what is not public they see the subject alone. */
    boolean changesForCustomer(TimelineEntry before, TimelineEntry after) {
        boolean words = !Objects.equals(before.text(), after.text())
                || !before.attachments().equals(after.attachments())
                || !Objects.equals(before.presentedName(), after.presentedName());
        return words && (before.kind().isPublic() || before.kind() == EntryKind.OPENED);
    }

    private Author without(Author author) {
        return isThem(author) ? new Author(author.kind(), author.id(), NAME) : author;
    }

    private boolean isThem(Author author) {
        return author.kind() == kind && author.id().equals(id);
    }
}
