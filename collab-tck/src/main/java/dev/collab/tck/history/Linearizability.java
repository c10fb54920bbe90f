package dev.collab.tck.history;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for an order in which one thread alone would have heard the same, by the search of Wing and Gong.
 *
 * <p>An order counts if it puts no operation before one that was over when it began. What was tried is remembered as the
 * set of operations done and the state they left, so that two ways to the same place are followed once; even so the cost
 * grows fast with the number of operations that overlap.
 *
 * @param <S> the states of the specification
 * @param <C> the calls
 * @param <A> the answers
 */
public final class Linearizability<S, C, A> {
    private final Specification<S, C, A> specification;
    private final List<Operation<C, A>> operations;
    private final Set<Place<S>> tried = new HashSet<>();
    private final Deque<Operation<C, A>> order = new ArrayDeque<>();

    private Linearizability(Specification<S, C, A> specification, List<Operation<C, A>> operations) {
        this.specification = specification;
        this.operations = operations;
    }

    /**
     * Looks for an order.
     *
     * @param <S> the states of the specification
     * @param <C> the calls
     * @param <A> the answers
     * @param specification what the thing should answer
     * @param operations what it did answer
     * @return the first order found; empty if there is none
     */
    public static <S, C, A> Optional<List<Operation<C, A>>> orderOf(
            Specification<S, C, A> specification, List<Operation<C, A>> operations) {
        var search = new Linearizability<>(specification, List.copyOf(operations));
        return search.from(specification.initial(), new BitSet())
                ? Optional.of(List.copyOf(search.order))
                : Optional.empty();
    }

    private boolean from(S state, BitSet done) {
        if (done.cardinality() == operations.size()) {
            return true;
        }
        for (int next = done.nextClearBit(0); next < operations.size(); next = done.nextClearBit(next + 1)) {
            if (mayBeNext(next, done) && with(next, state, done)) {
                return true;
            }
        }
        return false;
    }

    private boolean with(int next, S state, BitSet done) {
        var operation = operations.get(next);
        var after = specification.after(state, operation.call(), operation.answer());
        if (after.isEmpty()) {
            return false;
        }
        var doneNow = (BitSet) done.clone();
        doneNow.set(next);
        if (!tried.add(new Place<>(doneNow, after.get()))) {
            return false;
        }
        order.addLast(operation);
        if (from(after.get(), doneNow)) {
            return true;
        }
        order.removeLast();
        return false;
    }

    /** Nothing that is still to come may have been over before it began. */
    private boolean mayBeNext(int next, BitSet done) {
        var operation = operations.get(next);
        for (int other = done.nextClearBit(0); other < operations.size(); other = done.nextClearBit(other + 1)) {
            if (operations.get(other).isBefore(operation)) {
                return false;
            }
        }
        return true;
    }

    private record Place<S>(BitSet done, S state) {}
}
