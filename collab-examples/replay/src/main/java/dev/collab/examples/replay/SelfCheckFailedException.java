package dev.collab.examples.replay;

/** Thrown when somebody sees something else than what was said to them: a bug, of the example or of the library. */
final class SelfCheckFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SelfCheckFailedException(String message) {
        super(message);
    }
}
