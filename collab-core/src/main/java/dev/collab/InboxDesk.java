package dev.collab;

import dev.collab.inbox.Inbox;
import dev.collab.internal.Defaults;
import dev.collab.model.AgentId;
import dev.collab.model.AgentProfile;
import dev.collab.model.InboxId;
import dev.collab.model.InboxSettings;
import dev.collab.model.SettingsChange;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.RaceLostException;
import dev.collab.outcome.Reason;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Is where an admin reads and changes the settings of one inbox.
 *
 * <p>Whether they are an admin is asked of the directory at each call; everybody else is refused.
 */
public final class InboxDesk {
    private final AgentId admin;
    private final InboxId inbox;
    private final Host host;

    InboxDesk(AgentId admin, InboxId inbox, Host host) {
        this.admin = admin;
        this.inbox = inbox;
        this.host = host;
    }

    /**
     * Reads the settings.
     *
     * @return the settings, at revision 0 if nobody has changed them
     */
    public Outcome<InboxSettings> settings() {
        var settings = host.storage().inboxes().load(inbox);
        return Inbox.of(settings).read(me());
    }

    /**
     * Switches collaboration on.
     *
     * @return the settings as they are now; if it was on, they did not change
     */
    public Outcome<InboxSettings> enableCollaboration() {
        return edit(
                settings -> settings.withCollaboration(settings.collaboration().withEnabled(true)));
    }

    /**
     * Switches collaboration off; what becomes of those who take part, the policy says.
     *
     * @return the settings as they are now; if it was off, they did not change
     */
    public Outcome<InboxSettings> disableCollaboration() {
        return edit(
                settings -> settings.withCollaboration(settings.collaboration().withEnabled(false)));
    }

    /**
     * Stores edited settings, if nobody has changed them meanwhile.
     *
     * @param edited settings that were read here and changed since; their revision tells which
     * @return the settings as they are now, or STALE_SETTINGS
     */
    public Outcome<InboxSettings> change(InboxSettings edited) {
        return stored(edited).orElseGet(() -> Outcome.rejected(Reason.STALE_SETTINGS));
    }

    /**
     * Reads who changed the settings when, newest change first.
     *
     * @param belowRevision only changes that made a lower revision than this; {@code Long.MAX_VALUE} for the newest
     * @param limit how many at most, at least 1
     * @return the changes; empty if there are none
     */
    public Outcome<List<SettingsChange>> history(long belowRevision, int limit) {
        return settings().map(settings -> host.storage().inboxes().history(inbox, belowRevision, limit));
    }

    /** Edits say what is to be different, so they can be made again on what somebody else has stored. */
    private Outcome<InboxSettings> edit(UnaryOperator<InboxSettings> edit) {
        for (int attempt = 1; attempt <= Commands.ATTEMPTS; attempt++) {
            var stored = settings()
                    .map(edit)
                    .fold(this::stored, no -> Optional.of(Outcome.<InboxSettings>rejected(no.reason(), no.details())));
            if (stored.isPresent()) {
                return stored.get();
            }
            Defaults.pause(attempt);
        }
        throw new RaceLostException("settings of inbox " + inbox, Commands.ATTEMPTS);
    }

    /** Empty if somebody was faster between the load and the store. */
    private Optional<Outcome<InboxSettings>> stored(InboxSettings edited) {
        var inboxes = host.storage().inboxes();
        var current = inboxes.load(inbox);
        return Inbox.of(current)
                .change(me(), edited, host.now())
                .fold(
                        change -> change.isEmpty()
                                ? Optional.of(Outcome.done(current))
                                : inboxes.compareAndSet(change.get())
                                        ? Optional.of(Outcome.done(change.get().after()))
                                        : Optional.empty(),
                        no -> no.reason() == Reason.STALE_SETTINGS
                                ? Optional.empty()
                                : Optional.of(Outcome.rejected(no.reason(), no.details())));
    }

    private Optional<AgentProfile> me() {
        return host.find(Set.of(admin)).get(admin);
    }
}
