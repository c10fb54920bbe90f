package dev.collab.inmemory;

import static dev.collab.inmemory.Samples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.collab.model.InboxId;
import dev.collab.model.InboxSettings;
import dev.collab.model.InvalidArgumentException;
import dev.collab.model.SettingsChange;
import dev.collab.spi.InboxStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Inboxes in memory")
class InMemoryInboxesTest {
    private final InboxStore inboxes = new InMemoryStorage().inboxes();

    @Test
    @DisplayName("B-1 are off at revision 0 until somebody changes them")
    void untouched() {
        assertThat(inboxes.load(SHOP)).isEqualTo(InboxSettings.untouched(SHOP));
        assertThat(inboxes.load(SHOP).collaboration().enabled()).isFalse();
        assertThat(inboxes.history(SHOP, Long.MAX_VALUE, 10)).isEmpty();
    }

    @Test
    @DisplayName("B-1 take a change of the settings it was made from, once")
    void compareAndSet() {
        var change = Samples.change(InboxSettings.untouched(SHOP));

        assertThat(inboxes.compareAndSet(change)).isTrue();
        assertThat(inboxes.compareAndSet(change)).isFalse();

        assertThat(inboxes.load(SHOP)).isEqualTo(change.after());
        assertThat(inboxes.history(SHOP, Long.MAX_VALUE, 10)).containsExactly(change);
    }

    @Test
    @DisplayName("B-1 refuse a change of settings that are older or newer than the stored ones")
    void otherRevisions() {
        var changes = changes(3);

        assertThat(inboxes.compareAndSet(changes.get(0))).isFalse();
        assertThat(inboxes.compareAndSet(
                        Samples.change(Samples.change(changes.get(2).after()).after())))
                .isFalse();

        assertThat(inboxes.load(SHOP).revision()).isEqualTo(3);
        assertThat(inboxes.history(SHOP, Long.MAX_VALUE, 10)).hasSize(3);
    }

    @Test
    @DisplayName("B-1 tell how their settings came about, newest change first, page by page")
    void history() {
        var changes = changes(5);

        assertThat(inboxes.history(SHOP, Long.MAX_VALUE, 2)).containsExactly(changes.get(4), changes.get(3));
        assertThat(inboxes.history(SHOP, 4, 2)).containsExactly(changes.get(2), changes.get(1));
        assertThat(inboxes.history(SHOP, 2, 2)).containsExactly(changes.get(0));
        assertThat(inboxes.history(SHOP, 1, 2)).isEmpty();
        assertThat(inboxes.history(SHOP, 0, 2)).isEmpty();
        assertThat(inboxes.history(SHOP, -5, Integer.MAX_VALUE)).isEmpty();
        assertThat(inboxes.history(SHOP, Long.MIN_VALUE, 2)).isEmpty();
        assertThatExceptionOfType(InvalidArgumentException.class).isThrownBy(() -> inboxes.history(SHOP, 2, 0));
    }

    @Test
    @DisplayName("do not meet each other")
    void separate() {
        changes(2);

        assertThat(inboxes.load(new InboxId("Shop")).revision()).isZero();
        assertThat(inboxes.history(new InboxId("Shop"), Long.MAX_VALUE, 10)).isEmpty();
    }

    @Test
    @DisplayName("P-16 hold off a change until what rests on the settings before it is complete")
    void holdOff() throws InterruptedException {
        var guarded = new InMemoryInboxes(new ConversationLists());
        var change = Samples.change(InboxSettings.untouched(SHOP));
        var changer = new Thread(() -> guarded.compareAndSet(change));
        var during = new AtomicLong(-1);

        boolean ran = guarded.runAt(Map.of(SHOP, 0L), () -> {
            changer.start();
            Crowd.awaitWaiting(changer);
            during.set(guarded.load(SHOP).revision());
        });
        changer.join();

        assertThat(ran).isTrue();
        assertThat(during).hasValue(0);
        assertThat(guarded.load(SHOP)).isEqualTo(change.after());
        assertThat(guarded.runAt(Map.of(SHOP, 0L), () -> during.set(1))).isFalse();
        assertThat(during).hasValue(0);
    }

    private List<SettingsChange> changes(int count) {
        var changes = new ArrayList<SettingsChange>();
        for (int number = 0; number < count; number++) {
            var change = Samples.change(inboxes.load(SHOP));
            assertThat(inboxes.compareAndSet(change)).isTrue();
            changes.add(change);
        }
        return changes;
    }
}
