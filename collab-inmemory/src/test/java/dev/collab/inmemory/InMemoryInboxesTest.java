package dev.collab.inmemory;

import static dev.collab.inmemory.Samples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.model.InboxSettings;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Inboxes in memory")
class InMemoryInboxesTest {
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
}
