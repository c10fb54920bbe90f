package dev.collab.tck.storage;

import static dev.collab.tck.storage.Samples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.model.InboxId;
import dev.collab.model.InboxSettings;
import dev.collab.model.SettingsChange;
import dev.collab.spi.InboxStore;
import dev.collab.tck.suite.Chapter;
import dev.collab.tck.suite.Clause;
import dev.collab.tck.suite.StorageBench;
import dev.collab.tck.suite.StorageSuite;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Asks whether settings are changed once, with their audit, or not at all. */
public abstract class SettingsSuite extends StorageSuite {
    /**
     * Makes a suite.
     *
     * @param bench the storage under test
     */
    protected SettingsSuite(StorageBench bench) {
        super(bench);
    }

    @Test
    @Clause(value = "InboxStore.load", read = Chapter.SETTINGS)
    @DisplayName("B-1 are off at revision 0 until somebody changes them")
    void untouched() {
        var inboxes = empty().inboxes();

        assertThat(inboxes.load(SHOP)).isEqualTo(InboxSettings.untouched(SHOP));
        assertThat(inboxes.load(SHOP).collaboration().enabled()).isFalse();
        assertThat(inboxes.history(SHOP, Long.MAX_VALUE, 10)).isEmpty();
    }

    @Test
    @Clause(value = "InboxStore.compareAndSet", read = Chapter.SETTINGS)
    @DisplayName("B-1 are changed with their audit, once")
    void compareAndSet() {
        var inboxes = empty().inboxes();
        var change = Samples.change(InboxSettings.untouched(SHOP));

        assertThat(inboxes.compareAndSet(change)).as("the change").isTrue();
        assertThat(inboxes.compareAndSet(change)).as("its repetition").isFalse();

        assertThat(inboxes.load(SHOP)).isEqualTo(change.after());
        assertThat(inboxes.history(SHOP, Long.MAX_VALUE, 10)).containsExactly(change);
    }

    @Test
    @Clause(value = "InboxStore.compareAndSet", read = Chapter.SETTINGS)
    @DisplayName("B-1 P-24 P-31 stay as they are, history included, if the change was made from older or newer ones")
    void otherRevisions() {
        var inboxes = empty().inboxes();
        var changes = changes(inboxes, 3);
        var rival = new SettingsChange(
                Samples.BO,
                Samples.NOW,
                changes.get(1).after(),
                changes.get(2).after().withPublicName("too late"));

        assertThat(inboxes.compareAndSet(changes.get(0))).as("from the first").isFalse();
        assertThat(inboxes.compareAndSet(rival)).as("from those before").isFalse();
        assertThat(inboxes.compareAndSet(
                        Samples.change(Samples.change(changes.get(2).after()).after())))
                .as("from those to come")
                .isFalse();

        assertThat(inboxes.load(SHOP)).isEqualTo(changes.get(2).after());
        assertThat(inboxes.history(SHOP, Long.MAX_VALUE, 10))
                .containsExactly(changes.get(2), changes.get(1), changes.get(0));
    }

    @Test
    @Clause(value = "InboxStore.compareAndSet", read = Chapter.SETTINGS)
    @DisplayName("B-1 are not made from settings nobody has, in an inbox nobody has touched")
    void firstFromAnother() {
        var inboxes = empty().inboxes();
        var second =
                Samples.change(Samples.change(InboxSettings.untouched(SHOP)).after());

        assertThat(inboxes.compareAndSet(second)).isFalse();

        assertThat(inboxes.load(SHOP)).isEqualTo(InboxSettings.untouched(SHOP));
        assertThat(inboxes.history(SHOP, Long.MAX_VALUE, 10)).isEmpty();
    }

    @Test
    @Clause(value = "InboxStore.history", read = Chapter.SETTINGS)
    @DisplayName("B-1 P-31 tell how they came about, newest change first, page by page")
    void history() {
        var inboxes = empty().inboxes();
        var changes = changes(inboxes, 5);

        assertThat(inboxes.history(SHOP, Long.MAX_VALUE, 2)).containsExactly(changes.get(4), changes.get(3));
        assertThat(inboxes.history(SHOP, 5, 1)).containsExactly(changes.get(3));
        assertThat(inboxes.history(SHOP, 4, 2)).containsExactly(changes.get(2), changes.get(1));
        assertThat(inboxes.history(SHOP, 2, 2)).containsExactly(changes.get(0));
        assertThat(inboxes.history(SHOP, 6, Integer.MAX_VALUE)).hasSize(5);
        for (long below : List.of(1L, 0L, -5L, Long.MIN_VALUE)) {
            assertThat(inboxes.history(SHOP, below, Integer.MAX_VALUE))
                    .as("below revision %d", below)
                    .isEmpty();
        }
    }

    @Test
    @Clause(value = "InboxStore.load", read = Chapter.SETTINGS)
    @DisplayName("B-1 are of one inbox and of no other")
    void separate() {
        var inboxes = empty().inboxes();
        changes(inboxes, 2);
        var other = new InboxId("bank");

        assertThat(inboxes.load(other)).isEqualTo(InboxSettings.untouched(other));
        assertThat(inboxes.history(other, Long.MAX_VALUE, 10)).isEmpty();
        assertThat(inboxes.compareAndSet(Samples.change(InboxSettings.untouched(other))))
                .isTrue();
        assertThat(inboxes.load(SHOP).revision()).isEqualTo(2);
        assertThat(inboxes.history(SHOP, Long.MAX_VALUE, 10)).hasSize(2);
    }

    private static List<SettingsChange> changes(InboxStore inboxes, int count) {
        var changes = new ArrayList<SettingsChange>();
        for (int number = 0; number < count; number++) {
            var change = Samples.change(inboxes.load(SHOP));
            assertThat(inboxes.compareAndSet(change)).as("change %d", number).isTrue();
            changes.add(change);
        }
        return changes;
    }
}
