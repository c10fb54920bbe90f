package dev.collab.collaboration;

import dev.collab.model.Collaboration;
import dev.collab.model.EndReason;
import dev.collab.model.InboxSettings;
import java.time.Instant;
import java.util.Optional;

/**
 * Is the end of a collaboration that nobody wrote down yet: its time was over, or the inbox was switched off.
 *
 * @param reason which of the two came first
 * @param at when
 */
public record Lapse(EndReason reason, Instant at) {
    /**
     * Finds out whether a collaboration in the head is over.
     *
     * @param grant the collaboration
     * @param settings the settings of the conversation's inbox
     * @param now the time to decide for
     * @return empty if it is in force
     */
    public static Optional<Lapse> of(Collaboration grant, InboxSettings settings, Instant now) {
        if (grant.isCurrent(settings.epoch(), now)) {
            return Optional.empty();
        }
        var endsAt = grant.endsAt();
        var since = settings.epochSince();
        boolean switchedOff = grant.epoch() != settings.epoch();
        if (endsAt != null && !(switchedOff && since != null && since.isBefore(endsAt))) {
            return Optional.of(new Lapse(EndReason.TIME_BOX, endsAt));
        }
        return Optional.of(new Lapse(EndReason.SWITCHED_OFF, since == null ? now : since));
    }
}
