package dev.collab.tck.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("P-23 The search for an order of a history")
class LinearizabilityTest {
    /** A number that is set and read: {@code "w3"} answers {@code "ok"}, {@code "r"} the number. */
    private static final Specification<Integer, String, String> REGISTER = new Specification<>() {
        @Override
        public Integer initial() {
            return 0;
        }

        @Override
        public Optional<Integer> after(Integer state, String call, String answer) {
            if (call.equals("r")) {
                return answer.equals(state.toString()) ? Optional.of(state) : Optional.empty();
            }
            return answer.equals("ok") ? Optional.of(Integer.valueOf(call.substring(1))) : Optional.empty();
        }
    };

    @Test
    @DisplayName("accepts a history in which nothing happened")
    void nothing() {
        assertThat(Linearizability.orderOf(REGISTER, List.of())).hasValue(List.of());
    }

    @Test
    @DisplayName("accepts what one thread heard, and nothing that it could not have heard")
    void oneThread() {
        assertThat(accepted(at("w1", "ok", 1, 2), at("r", "1", 3, 4))).isTrue();
        assertThat(accepted(at("w1", "ok", 1, 2), at("r", "0", 3, 4))).isFalse();
        assertThat(accepted(at("w1", "no", 1, 2))).isFalse();
    }

    @Test
    @DisplayName("lets a read that overlaps a write see it or not, and gives the order")
    void overlapping() {
        var write = at("w1", "ok", 1, 4);
        var old = at("r", "0", 2, 3);
        var fresh = at("r", "1", 2, 3);

        assertThat(Linearizability.orderOf(REGISTER, List.of(write, old))).hasValue(List.of(old, write));
        assertThat(Linearizability.orderOf(REGISTER, List.of(write, fresh))).hasValue(List.of(write, fresh));
    }

    @Test
    @DisplayName("rejects a stale read: one that began when the write was over")
    void stale() {
        assertThat(accepted(at("w1", "ok", 1, 2), at("w2", "ok", 3, 4), at("r", "1", 5, 6)))
                .isFalse();
        assertThat(accepted(at("w1", "ok", 1, 2), at("w2", "ok", 3, 6), at("r", "1", 4, 5)))
                .isTrue();
    }

    @Test
    @DisplayName("rejects a read that went back: new and then old, while the write was under way")
    void newThenOld() {
        assertThat(accepted(at("w1", "ok", 1, 9), at("r", "1", 2, 3), at("r", "0", 4, 5)))
                .isFalse();
        assertThat(accepted(at("w1", "ok", 1, 9), at("r", "0", 2, 3), at("r", "1", 4, 5)))
                .isTrue();
    }

    @Test
    @DisplayName("rejects two readers who saw two writes in opposite orders")
    void disagreement() {
        var writes = List.of(at("w1", "ok", 1, 20), at("w2", "ok", 2, 21));
        var one = List.of(at("r", "1", 3, 5), at("r", "2", 7, 9));
        var opposite = List.of(at("r", "2", 4, 6), at("r", "1", 8, 10));

        assertThat(acceptedTogether(writes, one)).isTrue();
        assertThat(acceptedTogether(writes, opposite)).isTrue();
        assertThat(acceptedTogether(writes, one, opposite)).isFalse();
    }

    @Test
    @DisplayName("goes back as often as it must: the order of calls says nothing where they overlap")
    void goesBack() {
        assertThat(accepted(
                        at("w1", "ok", 1, 30),
                        at("w2", "ok", 2, 31),
                        at("w3", "ok", 3, 32),
                        at("r", "3", 4, 5),
                        at("r", "1", 6, 7),
                        at("r", "2", 8, 9)))
                .isTrue();
    }

    @Test
    @DisplayName("remembers what it tried: calls that leave the same state do not multiply")
    void memory() {
        var asked = new AtomicInteger();
        var counting = new Specification<Integer, String, String>() {
            @Override
            public Integer initial() {
                return 0;
            }

            @Override
            public Optional<Integer> after(Integer state, String call, String answer) {
                asked.incrementAndGet();
                return REGISTER.after(state, call, answer);
            }
        };
        var all = new ArrayList<Operation<String, String>>();
        for (int number = 0; number < 12; number++) {
            all.add(at("w1", "ok", number, 100 + number));
        }
        all.add(at("r", "2", 50, 60));

        assertThat(Linearizability.orderOf(counting, all)).isEmpty();
        assertThat(asked).hasValueLessThan(12 * (1 << 12) * 2);
    }

    @Test
    @DisplayName("agrees on small histories with trying every order there is")
    void everyOrder() {
        var verdicts = new AtomicInteger();
        for (long seed = 1; seed <= 3_000; seed++) {
            var history = random(new Random(seed));
            boolean expected = anyOrder(REGISTER.initial(), history);
            verdicts.addAndGet(expected ? 1 : 0);
            assertThat(Linearizability.orderOf(REGISTER, history).isPresent())
                    .as("seed %d: %s", seed, history)
                    .isEqualTo(expected);
        }
        assertThat(verdicts).hasValueGreaterThan(300).hasValueLessThan(2_700);
    }

    @Test
    @DisplayName("is fed by a recorder that ticks before and after each call and can be read")
    void recorder() {
        var history = new History<String, String>();
        history.ask("one", "w1", () -> history.ask("two", "r", () -> "1"));
        assertThatIllegalStateException()
                .isThrownBy(() -> history.ask("one", "r", () -> {
                    throw new IllegalStateException("broken");
                }));

        assertThat(history.operations())
                .containsExactly(new Operation<>("one", "w1", "1", 1, 4), new Operation<>("two", "r", "1", 2, 3));
        assertThat(history).hasToString("[ 1.. 4] one: w1 -> 1\n[ 2.. 3] two: r -> 1");
    }

    private static boolean anyOrder(Integer state, List<Operation<String, String>> left) {
        if (left.isEmpty()) {
            return true;
        }
        for (var next : left) {
            var rest = new ArrayList<>(left);
            rest.remove(next);
            boolean late = rest.stream().anyMatch(other -> other.isBefore(next));
            var after = REGISTER.after(state, next.call(), next.answer());
            if (!late && after.isPresent() && anyOrder(after.get(), rest)) {
                return true;
            }
        }
        return false;
    }

    private static List<Operation<String, String>> random(Random random) {
        var all = new ArrayList<Operation<String, String>>();
        for (int number = 0; number < 5; number++) {
            long start = 10L * random.nextInt(8) + number;
            long end = start + 10L * (1 + random.nextInt(4));
            boolean write = random.nextBoolean();
            int value = random.nextInt(3);
            all.add(write ? at("w" + value, "ok", start, end) : at("r", "" + value, start, end));
        }
        return all;
    }

    @SafeVarargs
    private static boolean acceptedTogether(List<Operation<String, String>>... parts) {
        var all = new ArrayList<Operation<String, String>>();
        for (var part : parts) {
            all.addAll(part);
        }
        return Linearizability.orderOf(REGISTER, all).isPresent();
    }

    @SafeVarargs
    private static boolean accepted(Operation<String, String>... operations) {
        var all = new ArrayList<Operation<String, String>>();
        for (var operation : operations) {
            all.add(operation);
        }
        return Linearizability.orderOf(REGISTER, all).isPresent();
    }

    private static Operation<String, String> at(String call, String answer, long invoked, long answered) {
        return new Operation<>("thread", call, answer, invoked, answered);
    }
}
