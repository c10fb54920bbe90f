package dev.collab.tck.storage;

import dev.collab.model.InboxId;
import dev.collab.model.InboxSettings;
import dev.collab.model.SettingsChange;
import dev.collab.spi.InboxStore;
import dev.collab.tck.history.History;
import dev.collab.tck.storage.SettingsSpecification.Answer;
import dev.collab.tck.storage.SettingsSpecification.Call;
import dev.collab.tck.storage.SettingsSpecification.CompareAndSet;
import dev.collab.tck.storage.SettingsSpecification.Load;
import dev.collab.tck.storage.SettingsSpecification.Loaded;
import dev.collab.tck.storage.SettingsSpecification.Made;
import dev.collab.tck.storage.SettingsSpecification.State;
import java.util.Random;

/** One of the threads that use the settings of an inbox; it goes by what it saw last. */
final class SettingsCaller {
    private final InboxStore inboxes;
    private final History<Call, Answer> history;
    private final int thread;
    private InboxSettings seen;
    private int calls;

    SettingsCaller(InboxStore inboxes, InboxId inbox, History<Call, Answer> history, int thread) {
        this.inboxes = inboxes;
        this.history = history;
        this.thread = thread;
        this.seen = InboxSettings.untouched(inbox);
    }

    void call(Random random) {
        calls++;
        if (random.nextInt(3) == 0) {
            load();
        } else {
            change();
        }
    }

    private void load() {
        history.ask("thread " + thread, new Load(), () -> {
            seen = inboxes.load(seen.inbox());
            return new Loaded(stateOf(seen));
        });
    }

    private void change() {
        var name = "name " + thread + "." + calls;
        var after = Samples.change(seen).after().withPublicName(name);
        var change = new SettingsChange(Samples.ASHA, Samples.NOW, seen, after);
        var answer = history.ask(
                "thread " + thread,
                new CompareAndSet(stateOf(seen), name),
                () -> new Made(inboxes.compareAndSet(change)));
        seen = answer.equals(new Made(true)) ? after : seen;
    }

    private static State stateOf(InboxSettings settings) {
        return new State(settings.revision(), settings.publicName());
    }
}
