package dev.collab.examples.helpdesk.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.model.ConversationId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class CoalescerTest {
    private final List<Runnable> timers = new ArrayList<>();
    private final List<Duration> delays = new ArrayList<>();
    private final List<List<Wake>> sent = new ArrayList<>();
    private final Coalescer coalescer = new Coalescer(
            (delay, task) -> {
                delays.add(delay);
                timers.add(task);
            },
            sent::add);

    private static Wake chat(int number) {
        return Wake.agents(new ConversationId("chat-" + number));
    }

    @Test
    @DisplayName("A burst is one wake for each conversation in 50 ms")
    void burst() {
        for (int time = 0; time < 1_000; time++) {
            coalescer.add(chat(time % 2));
        }
        assertThat(delays).containsExactly(Duration.ofMillis(50));
        timers.get(0).run();
        assertThat(sent).containsExactly(List.of(chat(0), chat(1)));
    }

    @Test
    @DisplayName("What comes after the period goes out in the next one, so the last word is never lost")
    void next() {
        coalescer.add(chat(1));
        timers.get(0).run();
        coalescer.add(chat(1));
        assertThat(timers).hasSize(2);
        timers.get(1).run();
        assertThat(sent).containsExactly(List.of(chat(1)), List.of(chat(1)));
    }

    @Test
    @DisplayName("Too many at once become one that says: read everything")
    void flood() {
        for (int number = 0; number < 2_001; number++) {
            coalescer.add(chat(number));
        }
        timers.get(0).run();
        assertThat(sent).containsExactly(List.of(Wake.MISSED, chat(2_000)));
    }

    @Test
    @DisplayName("A wake survives being written as a line, whatever its id")
    void lines() {
        for (var wake :
                List.of(chat(1), Wake.SETTINGS, Wake.MISSED, Wake.customer(new ConversationId("a b \"ü\" :")))) {
            assertThat(Wake.parse(wake.line())).isEqualTo(wake);
        }
    }
}
