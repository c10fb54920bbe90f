package dev.collab;

/** Nothing an adapter implements. */
public sealed interface Shape {

    /** The only one. */
    record Dot() implements Shape {}
}
