package dev.collab.internal;

/** Nobody outside sees it. */
public final class Unexported {

    private Unexported() {}
}
