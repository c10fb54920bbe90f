package dev.collab.outcome;

import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Is the answer to a command or a read: done, or rejected.
 *
 * <p>A rejection is something the business foresees; it changed nothing. Bugs, broken stores and lost races are
 * exceptions.
 *
 * @param <T> what a done command answers
 */
public sealed interface Outcome<T> {
    /**
     * Is the answer of a command that was done.
     *
     * @param <T> what it answers
     * @param value the answer
     */
    record Done<T>(T value) implements Outcome<T> {}

    /**
     * Is the answer of a command that was refused and changed nothing.
     *
     * @param <T> what it would have answered
     * @param reason a stable code
     * @param details what the reason is about
     */
    record Rejected<T>(Reason reason, Details details) implements Outcome<T> {}

    /**
     * Makes a done outcome.
     *
     * @param <T> what it answers
     * @param value the answer
     * @return done
     */
    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    /**
     * Makes a rejection that needs no details.
     *
     * @param <T> what it would have answered
     * @param reason why
     * @return rejected
     */
    static <T> Outcome<T> rejected(Reason reason) {
        return new Rejected<>(reason, Details.NONE);
    }

    /**
     * Makes a rejection with details.
     *
     * @param <T> what it would have answered
     * @param reason why
     * @param details what the reason is about
     * @return rejected
     */
    static <T> Outcome<T> rejected(Reason reason, Details details) {
        return new Rejected<>(reason, details);
    }

    /**
     * Turns either case into one value.
     *
     * @param <R> the value's type
     * @param ifDone what to make of the answer
     * @param ifRejected what to make of the rejection
     * @return what the function of the case gave
     */
    default <R> R fold(Function<? super T, ? extends R> ifDone, Function<? super Rejected<T>, ? extends R> ifRejected) {
        if (this instanceof Done<T> done) {
            return ifDone.apply(done.value());
        }
        return ifRejected.apply((Rejected<T>) this);
    }

    /**
     * Changes the answer, if there is one.
     *
     * @param <R> the new answer's type
     * @param change makes the new answer
     * @return the changed answer, or the same rejection
     */
    default <R> Outcome<R> map(Function<? super T, ? extends R> change) {
        return flatMap(value -> new Done<>(change.apply(value)));
    }

    /**
     * Goes on with the answer, if there is one.
     *
     * @param <R> the next answer's type
     * @param next what comes next
     * @return the next outcome, or the same rejection
     */
    default <R> Outcome<R> flatMap(Function<? super T, ? extends Outcome<R>> next) {
        return fold(next, rejected -> new Rejected<>(rejected.reason(), rejected.details()));
    }

    /**
     * Does something with the rejection, if there is one.
     *
     * @param action what to do
     * @return this
     */
    default Outcome<T> ifRejected(Consumer<? super Rejected<T>> action) {
        if (this instanceof Rejected<T> rejected) {
            action.accept(rejected);
        }
        return this;
    }

    /**
     * Gives the answer.
     *
     * @return the answer
     * @throws RejectedException if there is none
     */
    default T orElseThrow() {
        return fold(value -> value, rejected -> {
            throw new RejectedException(rejected.reason(), rejected.details());
        });
    }

    /** {@return whether the command was done} */
    default boolean isDone() {
        return this instanceof Done<T>;
    }
}
