package dev.collab.collaboration;

import dev.collab.model.AgentId;
import dev.collab.model.Author;
import dev.collab.model.Collaboration;
import dev.collab.model.CollaborationId;
import dev.collab.model.CollaborationOrigin;
import dev.collab.model.ConversationId;
import dev.collab.model.EndReason;
import dev.collab.model.InboxSettings;
import dev.collab.model.Level;
import dev.collab.spi.CollaborationRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Says what an agent contributed to a conversation by one collaboration.
 *
 * @param conversation the conversation
 * @param collaboration the grant it came about by
 * @param agent who
 * @param agentName their name when they were added
 * @param addedBy who added them; themselves if they joined
 * @param origin how it came about
 * @param level the last level they had
 * @param escalation whether they were added as a superior
 * @param startedAt when they were added
 * @param endedAt when it ended; empty if it has not
 * @param reason why it ended; empty if it has not
 * @param lasted from the start to the end, or to the time of the question; times of suspension count
 * @param toFirstWord from the start to their first reply or note; empty if they wrote nothing
 * @param replies how many replies they wrote under it, those that were redacted since too
 * @param notes how many notes they wrote under it, those that were redacted since too
 */
public record Contribution(
        ConversationId conversation,
        CollaborationId collaboration,
        AgentId agent,
        String agentName,
        Author addedBy,
        CollaborationOrigin origin,
        Level level,
        boolean escalation,
        Instant startedAt,
        Optional<Instant> endedAt,
        Optional<EndReason> reason,
        Duration lasted,
        Optional<Duration> toFirstWord,
        int replies,
        int notes) {
    /**
     * Computes it from what is stored.
     *
     * @param stored the collaboration
     * @param settings the settings of its inbox, which may have ended it without an entry
     * @param now the time to compute it for
     * @return what it came to so far
     */
    public static Contribution of(CollaborationRecord stored, InboxSettings settings, Instant now) {
        var grant = stored.collaboration();
        var ended = stored.endedAt() != null && stored.reason() != null
                ? Optional.of(new Lapse(stored.reason(), stored.endedAt()))
                : Lapse.of(grant, settings, now);
        var until = ended.map(Lapse::at).orElse(now);
        return new Contribution(
                stored.conversation(),
                grant.id(),
                grant.agent(),
                grant.agentName(),
                grant.addedBy(),
                grant.origin(),
                grant.level(),
                grant.escalation(),
                grant.startedAt(),
                ended.map(Lapse::at),
                ended.map(Lapse::reason),
                lasted(grant, until),
                Optional.ofNullable(grant.work().firstWordAt()).map(word -> Duration.between(grant.startedAt(), word)),
                grant.work().replies(),
                grant.work().notes());
    }

    /** A clock that was set back makes nothing last less than nothing. */
    private static Duration lasted(Collaboration grant, Instant until) {
        var lasted = Duration.between(grant.startedAt(), until);
        return lasted.isNegative() ? Duration.ZERO : lasted;
    }
}
