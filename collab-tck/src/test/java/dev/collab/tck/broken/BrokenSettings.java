package dev.collab.tck.broken;

import dev.collab.model.InboxSettings;
import dev.collab.model.SettingsChange;

/** Lets the last change of the settings win. */
final class BrokenSettings extends Delegating {
    @Override
    public boolean compareAndSet(SettingsChange change) {
        var current = load(change.before().inbox());
        var after = change.after();
        var next = new InboxSettings(
                after.inbox(),
                current.revision() + 1,
                after.epoch(),
                after.invitationEpoch(),
                after.epochSince(),
                after.publicName(),
                after.collaboration(),
                after.conversations());
        return super.compareAndSet(new SettingsChange(change.admin(), change.at(), current, next));
    }
}
