package dev.collab.jdbc;

import dev.collab.model.InboxId;
import dev.collab.model.InboxSettings;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes settings of their documents, of each document once.
 *
 * <p>A document comes with every conversation and is mostly one of a few. It is compared as a whole, so that whatever
 * stands in the database counts, and not what stood there before.
 */
final class KnownSettings {
    /** Of about a kilobyte each. */
    private static final int MOST = 1_000;

    private final Map<String, InboxSettings> known = new ConcurrentHashMap<>();

    InboxSettings of(InboxId inbox, @Nullable String document) {
        if (document == null) {
            return InboxSettings.untouched(inbox);
        }
        var settings = known.get(document);
        if (settings == null) {
            settings = JsonObject.parse(document, SettingsDocument::read);
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(document, settings);
        }
        return settings;
    }
}
