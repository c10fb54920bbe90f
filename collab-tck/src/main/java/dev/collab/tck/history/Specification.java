package dev.collab.tck.history;

import java.util.Optional;

/**
 * Says what a thing answers that is asked one call after the other.
 *
 * @param <S> its states; two that answer alike must be equal, and none may change
 * @param <C> the calls
 * @param <A> the answers
 */
public interface Specification<S, C, A> {
    /** {@return the state before the first call} */
    S initial();

    /**
     * Tells what state the thing is in after a call was answered in this way.
     *
     * @param state the state before
     * @param call what was asked
     * @param answer what was heard
     * @return empty if the call cannot be answered like that in this state
     */
    Optional<S> after(S state, C call, A answer);
}
