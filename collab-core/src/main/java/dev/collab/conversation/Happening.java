package dev.collab.conversation;

import dev.collab.model.ActorKind;
import dev.collab.model.AgentId;
import dev.collab.model.EndReason;
import dev.collab.model.EntryKind;
import dev.collab.model.GroupId;
import dev.collab.model.InvitationEnd;
import dev.collab.model.TimelineEntry;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what an entry tells, for those who decide whom it concerns.
 *
 * @param agent the agent it happened to; empty if none
 * @param group the group that is asked, or was; empty if none
 * @param subject the id of the collaboration or invitation it is about; null if neither
 * @param inviter the agent whose invitation ended; empty unless one did
 * @param mentioned the agents a note calls; empty unless it does
 * @param ended why a collaboration ended; empty unless one did
 * @param redactedReply the place of the reply it took back, as the customer counts; empty unless it did
 * @param imported whether it happened elsewhere, long ago, so that nobody is to be told
 * @param invitationEnd how an invitation ended; empty unless one did
 */
public record Happening(
        Optional<AgentId> agent,
        Optional<GroupId> group,
        @Nullable String subject,
        Optional<AgentId> inviter,
        Set<AgentId> mentioned,
        Optional<EndReason> ended,
        Optional<Long> redactedReply,
        boolean imported,
        Optional<InvitationEnd> invitationEnd) {
    /**
     * Reads an entry.
     *
     * @param entry the entry
     * @return what it tells
     */
    public static Happening of(TimelineEntry entry) {
        var facts = entry.facts();
        boolean byAgent = ActorKind.AGENT.name().equals(facts.get(EntryFacts.INVITER_KIND));
        return new Happening(
                Optional.ofNullable(EntryFacts.maybe(entry, EntryFacts.AGENT, AgentId::new)),
                entry.kind() == EntryKind.INVITED || entry.kind() == EntryKind.INVITATION_ENDED
                        ? Optional.ofNullable(EntryFacts.maybe(entry, EntryFacts.GROUP, GroupId::new))
                        : Optional.empty(),
                facts.getOrDefault(EntryFacts.COLLABORATION, facts.get(EntryFacts.INVITATION)),
                Optional.ofNullable(facts.get(EntryFacts.INVITER))
                        .filter(id -> byAgent)
                        .map(AgentId::new),
                EntryFacts.mentioned(entry),
                reason(entry, EntryKind.COLLABORATION_ENDED).map(EndReason::valueOf),
                Optional.ofNullable(EntryFacts.redactedReply(entry)),
                EntryFacts.isImported(entry),
                reason(entry, EntryKind.INVITATION_ENDED).map(InvitationEnd::valueOf));
    }

    private static Optional<String> reason(TimelineEntry entry, EntryKind kind) {
        return entry.kind() == kind ? Optional.of(EntryFacts.need(entry, EntryFacts.REASON)) : Optional.empty();
    }
}
