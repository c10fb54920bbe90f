package dev.collab.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Only that they still run; what they measure here means nothing. */
@DisplayName("Benchmarks")
class BenchmarksTest {
    @Test
    @DisplayName("P-46 all of them run over an empty server, in one round")
    void run() throws Exception {
        var text = new ByteArrayOutputStream();
        var options = Options.of("--small", "--fast", "--rounds=1", "--seconds=0.001", "--warm-up=0.001");

        var results = Benchmarks.run(options, new PrintStream(text, true, StandardCharsets.UTF_8));

        assertThat(results)
                .hasSizeGreaterThan(30)
                .allSatisfy(one -> assertThat(one.rate()).isPositive());
        assertThat(text.toString(StandardCharsets.UTF_8))
                .contains("fsync off", "customer message, 8 threads", "behind 10,000 notes");
    }

    @Test
    @DisplayName("P-44 a contender that fails is not measured, it ends the run")
    void control() {
        var comparison = new Comparison("broken", new Contender("broken", 2, (thread, number) -> {
            throw new IllegalStateException("planted");
        }));

        assertThatThrownBy(() -> comparison.run(1, 0.001, 0.001))
                .hasMessage("broken failed")
                .hasRootCauseMessage("planted");
    }

    @Test
    @DisplayName("P-46 the first is what the others are held against: as fast is 1, slower is less")
    void ratio() throws Exception {
        Contender.Act quick = (thread, number) -> LockSupport.parkNanos(2_000_000);
        var comparison = new Comparison(
                "waiting",
                new Contender("quick", 1, quick),
                new Contender("slow", 1, (thread, number) -> LockSupport.parkNanos(16_000_000)));

        var results = comparison.run(3, 0.1, 0);

        assertThat(results.get(0).ratio()).isEqualTo(1);
        assertThat(results.get(1).ratio()).isBetween(0.1, 0.6);
    }

    @Test
    @DisplayName("P-46 an option that is not known is refused")
    void options() {
        assertThatThrownBy(() -> Options.of("--quick")).hasMessageContaining("unknown: --quick");
        assertThat(Options.of("--db=jdbc:x?a=b").url()).isEqualTo("jdbc:x?a=b");
    }
}
