package dev.collab.examples.replay;

/** Thrown when a file is no transcript; the message says where and why. */
final class BadTranscriptException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadTranscriptException(String message) {
        super(message);
    }
}
