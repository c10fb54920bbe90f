package dev.collab.tck.broken;

import dev.collab.model.SettingsChange;

/** Compares the revision of settings in one statement and writes in another, which does not look at it. */
final class BrokenLostSettings extends Delegating {
    private final Gap gap = new Gap();

    @Override
    public boolean compareAndSet(SettingsChange change) {
        if (load(change.before().inbox()).revision() != change.before().revision()) {
            return false;
        }
        gap.turn();
        gap.await();
        super.compareAndSet(change);
        return true;
    }
}
