package dev.collab.conversation;

import dev.collab.model.AgentId;
import dev.collab.model.Author;
import dev.collab.model.Collaboration;
import dev.collab.model.ConversationId;
import dev.collab.model.EntryKind;
import dev.collab.model.Level;
import dev.collab.model.TimelineEntry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Is what a merged conversation leaves to the one it goes on in; its last entry carries it.
 *
 * @param source the merged conversation
 * @param into the conversation it goes on in
 * @param by who merged them
 * @param seen how many entries that one had before; the link stands behind them, if it does
 * @param joining the active collaborators of the source, oldest first
 */
public record MergeLink(ConversationId source, ConversationId into, Author by, long seen, List<Joining> joining) {
    /** Copies the list. */
    public MergeLink {
        joining = List.copyOf(joining);
    }

    /**
     * Is somebody who collaborated on the source.
     *
     * @param agent who
     * @param level the level they had
     * @param endsAt the end of their time box; empty for none
     */
    public record Joining(AgentId agent, Level level, Optional<Instant> endsAt) {
        static Joining of(Collaboration grant) {
            return new Joining(grant.agent(), grant.level(), Optional.ofNullable(grant.endsAt()));
        }
    }

    /**
     * Reads it from the entry that carries it.
     *
     * @param entry the last entry of a merged conversation
     * @return the link
     */
    public static MergeLink of(TimelineEntry entry) {
        return EntryFacts.mergeLink(entry);
    }

    /** {@return the agents who may join} */
    public Set<AgentId> agents() {
        return joining.stream().map(Joining::agent).collect(Collectors.toSet());
    }

    /**
     * Tells whether an entry may be what this link left in another conversation.
     *
     * @param entry an entry of another conversation
     * @return false for all that has nothing to do with merging
     */
    public boolean concerns(TimelineEntry entry) {
        return isIn(entry) || EntryFacts.isMerged(entry);
    }

    boolean isIn(TimelineEntry entry) {
        return entry.kind() == EntryKind.MERGED_FROM
                && source.value().equals(EntryFacts.need(entry, EntryFacts.SOURCE));
    }
}
