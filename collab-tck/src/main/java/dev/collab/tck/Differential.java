package dev.collab.tck;

import dev.collab.spi.Storage;
import dev.collab.tck.model.Comparison;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/**
 * Compares two storages: the same random histories over both must look the same to everybody, letter by letter.
 *
 * <pre>{@code
 * Differential.between(InMemoryStorage::new, MyStorage::new).run(100);
 * }</pre>
 *
 * <p>A history is what agents, customers, the system and the host do, from notes to merging, delivery and erasure. After
 * each step everybody looks at their views, timelines and lists, and at what is stored.
 */
public final class Differential {
    private final Supplier<Storage> one;
    private final Supplier<Storage> other;

    private Differential(Supplier<Storage> one, Supplier<Storage> other) {
        this.one = one;
        this.other = other;
    }

    /**
     * Says what is compared.
     *
     * @param one gives a new empty storage each time, which shares nothing with those before
     * @param other gives the like, of another kind
     * @return the comparison, which has not begun
     */
    public static Differential between(Supplier<Storage> one, Supplier<Storage> other) {
        return new Differential(one, other);
    }

    /**
     * Compares them by as many histories, the same ones each time.
     *
     * @param seeds how many; they are drawn from the seeds 1 to this number
     * @throws AssertionError at the first difference, with the seed, the shortest history that shows it, and what was seen
     *     first of either side
     */
    public void run(int seeds) {
        Comparison.hold(one, other, LongStream.rangeClosed(1, seeds));
    }

    /**
     * Compares them by one history.
     *
     * @param seed the seed that a failure named
     * @throws AssertionError as {@link #run} does
     */
    public void replay(long seed) {
        Comparison.hold(one, other, LongStream.of(seed));
    }
}
