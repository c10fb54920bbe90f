package dev.collab.collaboration;

import dev.collab.model.Acceptance;
import dev.collab.model.AgentId;
import dev.collab.model.AgentProfile;
import dev.collab.model.Level;
import dev.collab.model.Presence;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Says what adding an agent would come to.
 *
 * @param agent who
 * @param rule the rule that allows it
 * @param level the level given or offered; what they may do is also bound by their ceiling
 * @param acceptance whether they would have to agree first
 * @param timeBox how long they would take part; empty for no end
 * @param escalation whether they are a superior
 * @param offline whether they are offline, so that an answer may take a while
 */
public record Admission(
        AgentId agent,
        String rule,
        Level level,
        Acceptance acceptance,
        Optional<Duration> timeBox,
        boolean escalation,
        boolean offline) {
    /**
     * Shows what was decided.
     *
     * @param addition a grant by a rule, or an offer
     * @param now when it was decided
     * @return what a screen shows of it
     * @throws IllegalArgumentException if it came about otherwise
     */
    public static Admission of(Addition addition, Instant now) {
        if (addition instanceof Addition.Grant grant) {
            return new Admission(
                    grant.agent().id(),
                    grant.rule().orElseThrow(() -> new IllegalArgumentException("no rule gave it")),
                    grant.level(),
                    Acceptance.INSTANT,
                    grant.endsAt().map(end -> Duration.between(now, end)),
                    grant.escalation(),
                    isOffline(grant.agent()));
        }
        if (addition instanceof Addition.Offer offer) {
            var invitee = offer.agent().orElseThrow(() -> new IllegalArgumentException("a group is asked"));
            return new Admission(
                    invitee.id(),
                    offer.rule(),
                    offer.level(),
                    Acceptance.INVITATION,
                    offer.timeBox(),
                    offer.escalation(),
                    isOffline(invitee));
        }
        throw new IllegalArgumentException("nothing new came of it");
    }

    private static boolean isOffline(AgentProfile agent) {
        return agent.presence() == Presence.OFFLINE;
    }
}
