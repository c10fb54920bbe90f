package dev.collab.tck.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("P-44 A failing history")
class ShrinkingTest {
    private static final List<Integer> STEPS = IntStream.range(0, 100).boxed().toList();

    @Test
    @DisplayName("is shrunk to the steps that it takes, in their order")
    void shrinks() {
        assertThat(Shrinking.shortest(STEPS, some -> some.containsAll(List.of(3, 50, 97))))
                .containsExactly(3, 50, 97);
    }

    @Test
    @DisplayName("is shrunk further once something is gone that kept another in its place")
    void again() {
        // 4 can go only when 3 has gone.
        assertThat(Shrinking.shortest(
                        List.of(3, 4, 5), some -> some.contains(5) && (some.contains(4) || !some.contains(3))))
                .containsExactly(5);
    }

    @Test
    @DisplayName("stays what it is if it takes all of it, or fails no more")
    void nothingToTake() {
        assertThat(Shrinking.shortest(List.of(1), List.of(1)::equals)).containsExactly(1);
        assertThat(Shrinking.shortest(STEPS, some -> false)).isEqualTo(STEPS);
        assertThat(Shrinking.<Integer>shortest(List.of(), some -> true)).isEmpty();
    }

    @Test
    @DisplayName("is not tried for ever")
    void bounded() {
        var tries = new ArrayList<Integer>();
        Shrinking.shortest(IntStream.range(0, 5_000).boxed().toList(), some -> {
            tries.add(some.size());
            return false;
        });
        assertThat(tries).hasSizeLessThanOrEqualTo(500);
    }
}
