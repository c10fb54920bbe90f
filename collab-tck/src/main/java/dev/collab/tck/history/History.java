package dev.collab.tck.history;

import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Writes down what several threads ask and hear.
 *
 * <p>A call whose answer is an exception is not written down; the exception goes on to whoever asked.
 *
 * @param <C> the calls
 * @param <A> the answers
 */
public final class History<C, A> {
    private final AtomicLong ticks = new AtomicLong();
    private final Queue<Operation<C, A>> operations = new ConcurrentLinkedQueue<>();

    /** Starts with nothing. */
    public History() {}

    /**
     * Asks, and writes it down.
     *
     * @param thread who asks
     * @param call what is asked
     * @param port asks it
     * @return what was heard
     */
    public A ask(String thread, C call, Supplier<? extends A> port) {
        long invoked = ticks.incrementAndGet();
        A answer = port.get();
        operations.add(new Operation<>(thread, call, answer, invoked, ticks.incrementAndGet()));
        return answer;
    }

    /** {@return what was written down, in the order in which it began} */
    public List<Operation<C, A>> operations() {
        return operations.stream()
                .sorted(Comparator.comparingLong(Operation::invoked))
                .toList();
    }

    /** {@return a line for each operation, with the ticks between which it took place} */
    @Override
    public String toString() {
        return operations().stream()
                .map(one -> String.format(
                        "[%2d..%2d] %s: %s -> %s",
                        one.invoked(), one.answered(), one.thread(), one.call(), one.answer()))
                .collect(Collectors.joining("\n"));
    }
}
