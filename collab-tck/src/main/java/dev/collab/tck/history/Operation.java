package dev.collab.tck.history;

/**
 * Is a call and what came of it.
 *
 * @param <C> the calls
 * @param <A> the answers
 * @param thread who asked
 * @param call what was asked
 * @param answer what was heard
 * @param invoked a tick at which it had not begun
 * @param answered a tick at which it was over
 */
public record Operation<C, A>(String thread, C call, A answer, long invoked, long answered) {
    /**
     * Tells whether this one was over before another began.
     *
     * @param other another one of the same history
     * @return false if they overlap or the other one was first
     */
    public boolean isBefore(Operation<C, A> other) {
        return answered < other.invoked;
    }
}
