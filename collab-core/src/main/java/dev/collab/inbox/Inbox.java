package dev.collab.inbox;

import dev.collab.model.AgentProfile;
import dev.collab.model.CollaborationSettings;
import dev.collab.model.InboxSettings;
import dev.collab.model.InvalidArgumentException;
import dev.collab.model.SettingsChange;
import dev.collab.model.WhenSwitchedOff;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import java.time.Instant;
import java.util.Optional;

/**
 * Is where conversations arrive, and carries the rules of setting it up.
 *
 * <p>An inbox nobody has touched is off at revision 0. Every change makes the next revision and is kept with who made
 * it. Switching collaboration off, unless the policy keeps those who take part, advances the epoch, and with it all
 * grants of the inbox are over at once; switching on revives none of them.
 */
public final class Inbox {
    private final InboxSettings settings;

    private Inbox(InboxSettings settings) {
        this.settings = settings;
    }

    /**
     * Takes up stored settings.
     *
     * @param settings the settings
     * @return the inbox
     */
    public static Inbox of(InboxSettings settings) {
        return new Inbox(settings);
    }

    /**
     * Decides about access to the settings.
     *
     * @param agent what the directory knows of whoever asks; empty if nothing
     * @return the settings, for active admins of the inbox only
     */
    public Outcome<InboxSettings> read(Optional<AgentProfile> agent) {
        return agent.filter(one -> one.active() && one.isAdminOf(settings.inbox()))
                        .isPresent()
                ? Outcome.done(settings)
                : Outcome.rejected(Reason.NOT_PERMITTED);
    }

    /**
     * Changes the settings.
     *
     * @param agent what the directory knows of whoever changes them; empty if nothing
     * @param edited the settings as they shall be, made from those of the revision they carry; what they say of the
     *     epoch is ignored
     * @param now when
     * @return the change to store, empty if it would change nothing; rejected if the settings have moved on
     */
    public Outcome<Optional<SettingsChange>> change(Optional<AgentProfile> agent, InboxSettings edited, Instant now) {
        if (!edited.inbox().equals(settings.inbox())) {
            throw new InvalidArgumentException("edited", "must be the settings of inbox " + settings.inbox());
        }
        return read(agent).flatMap(current -> {
            if (edited.revision() != current.revision()) {
                return Outcome.rejected(Reason.STALE_SETTINGS);
            }
            var after = next(edited, now);
            if (after.equals(next(current, now))) {
                return Outcome.done(Optional.empty());
            }
            return Outcome.done(agent.map(admin -> new SettingsChange(admin.id(), now, current, after)));
        });
    }

    /**
     * Says what the settings would be if the policy were changed.
     *
     * @param policy the policy as it would be
     * @param now when
     * @return the settings a {@link #change} would store, with their epochs; nothing is changed
     */
    public InboxSettings wouldBe(CollaborationSettings policy, Instant now) {
        return next(settings.withCollaboration(policy), now);
    }

    private InboxSettings next(InboxSettings edited, Instant now) {
        boolean switchedOff =
                settings.collaboration().enabled() && !edited.collaboration().enabled();
        boolean ends = switchedOff && edited.collaboration().whenSwitchedOff() == WhenSwitchedOff.END;
        return new InboxSettings(
                settings.inbox(),
                settings.revision() + 1,
                settings.epoch() + (ends ? 1 : 0),
                settings.invitationEpoch() + (switchedOff ? 1 : 0),
                ends ? now : settings.epochSince(),
                edited.publicName(),
                edited.collaboration(),
                edited.conversations());
    }
}
