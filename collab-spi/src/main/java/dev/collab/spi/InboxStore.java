package dev.collab.spi;

import dev.collab.model.InboxId;
import dev.collab.model.InboxSettings;
import dev.collab.model.SettingsChange;
import java.util.List;

/** Keeps the settings of inboxes and how they came about. */
public interface InboxStore {
    /**
     * Loads the settings of an inbox.
     *
     * @param inbox any id
     * @return {@link InboxSettings#untouched} if nobody has changed them
     * @throws StorageException if they cannot be read
     */
    InboxSettings load(InboxId inbox);

    /**
     * Stores changed settings and their audit, if nothing has come between.
     *
     * <p>Atomic. A repetition is refused, as its revision has moved.
     *
     * @param change the change; it is made only if the stored revision is that of {@link SettingsChange#before}
     * @return false if the revision has moved; then nothing was stored
     * @throws StorageException with {@link StorageException#outcomeUnknown} if it may or may not have been stored
     */
    boolean compareAndSet(SettingsChange change);

    /**
     * Reads how the settings came about, newest change first.
     *
     * @param inbox any id
     * @param belowRevision only changes that made a lower revision than this; {@code Long.MAX_VALUE} for the newest
     * @param limit how many at most, at least 1
     * @return empty if there are none
     * @throws StorageException if they cannot be read
     */
    List<SettingsChange> history(InboxId inbox, long belowRevision, int limit);
}
