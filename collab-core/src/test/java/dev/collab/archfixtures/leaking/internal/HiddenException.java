package dev.collab.archfixtures.leaking.internal;

public final class HiddenException extends RuntimeException {
    private static final long serialVersionUID = 1;
}
