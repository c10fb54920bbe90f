package dev.collab.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.model.ActorKind;
import dev.collab.model.EntryKind;
import dev.collab.model.Notification;
import dev.collab.model.NotificationId;
import dev.collab.model.NotificationKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Three relays share one outbox, and everything that can go wrong does, in an order drawn from a seed. */
class RelayPropertyTest {
    private static final int SEEDS = 300;

    @Test
    @DisplayName("B-71 B-72 P-41 nothing is lost: each stored notification is delivered, or dropped, and none is left")
    void nothingIsLost() {
        hold(true, run -> {
            var settled = new HashSet<>(run.dropped);
            run.deliveries.forEach(delivery -> settled.add(delivery.id()));
            assertThat(settled).isEqualTo(run.stored.keySet());
            assertThat(Post.taken(run.shop)).isEmpty();
            assertThat(run.relays.get(0).parked(null, 1)).isEmpty();
        });
    }

    @Test
    @DisplayName("B-71 B-72 what is delivered again carries its id, and tells the same recipient the same thing")
    void repeatedUnderItsId() {
        int[] repetitions = {0};
        int[] hangs = {0};
        hold(true, run -> {
            for (var delivery : run.deliveries) {
                var row = run.stored.get(delivery.id());
                assertThat(row.recipient() + row.kind()).isEqualTo(delivery.recipient() + delivery.kind());
            }
            var places = new HashSet<String>();
            run.stored
                    .values()
                    .forEach(row -> assertThat(places.add(line(row) + row.revision() + "/" + row.ordinal()))
                            .isTrue());
            repetitions[0] += run.deliveries.size() - run.delivered().size();
            hangs[0] += run.hangs;
        });
        assertThat(hangs[0]).as("hangs in all").isGreaterThan(100);
        assertThat(repetitions[0]).as("repetitions in all").isGreaterThan(100);
    }

    @Test
    @DisplayName("B-71 as long as no relay dies and no lease runs out, each is delivered once, whatever fails")
    void onceIfCalm() {
        hold(false, run -> assertThat(run.deliveries).hasSameSizeAs(run.delivered()));
    }

    @Test
    @DisplayName("B-71 first deliveries of one conversation to one recipient keep the order of the commits")
    void inOrder() {
        hold(true, run -> {
            var last = new HashMap<String, Notification>();
            for (var id : run.delivered()) {
                var row = run.stored.get(id);
                // What was parked or dropped was passed over.
                if (!run.parked.contains(id) && !run.dropped.contains(id)) {
                    var before = last.put(line(row), row);
                    assertThat(before == null || isBefore(before, row))
                            .as("%s after %s", row, before)
                            .isTrue();
                }
            }
        });
    }

    @Test
    @DisplayName("B-52 B-71 nothing is delivered to whom has no access, nor anything but ids to whom is not on it")
    void onlyWithAccess() {
        int[] contents = {0};
        hold(true, run -> {
            assertThat(run.leaks).isEmpty();
            contents[0] += run.contents;
            for (var delivery : run.deliveries) {
                assertThat(delivery.text() != null && delivery.kind() == NotificationKind.NOTE)
                        .isFalse();
            }
        });
        assertThat(contents[0]).as("deliveries with content").isGreaterThan(1_000);
    }

    @Test
    @DisplayName("B-38 P-41 no internal event stores a row for the customer: one for each reply, none besides")
    void customerRows() {
        hold(true, run -> {
            var rows = run.stored.values().stream()
                    .filter(row -> row.recipientKind() == ActorKind.CUSTOMER)
                    .toList();
            var replies = run.chats.stream()
                    .flatMap(chat -> run.shop.entries(chat, EntryKind.REPLY).stream())
                    .toList();
            assertThat(rows).allMatch(row -> row.kind() == NotificationKind.OUTGOING_REPLY);
            assertThat(rows.stream()
                            .map(row -> row.conversation() + " " + row.sequence())
                            .toList())
                    .containsExactlyInAnyOrderElementsOf(replies.stream()
                            .map(reply -> reply.conversation() + " " + reply.customerSequence())
                            .toList());
        });
    }

    private static void hold(boolean rough, Consumer<RelayRun> property) {
        for (long seed = 1; seed <= SEEDS; seed++) {
            try {
                var run = new RelayRun(seed, rough);
                run.play();
                property.accept(run);
            } catch (RuntimeException | AssertionError failure) {
                throw new AssertionError("seed " + seed, failure);
            }
        }
    }

    private static List<Object> key(Notification row) {
        return List.of(row.conversation(), row.recipientKind(), row.recipient());
    }

    private static String line(Notification row) {
        return key(row).toString();
    }

    private static boolean isBefore(Notification one, Notification other) {
        return one.revision() < other.revision()
                || (one.revision() == other.revision() && one.ordinal() < other.ordinal());
    }

    /** What a notifier was told, as far as the properties ask. */
    record Delivery(
            NotificationId id,
            String recipient,
            NotificationKind kind,
            @Nullable String text) {}
}
