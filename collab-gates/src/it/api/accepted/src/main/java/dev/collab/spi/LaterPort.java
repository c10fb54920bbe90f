package dev.collab.spi;

/** A port that no adapter has to know. */
public interface LaterPort extends Port {

    /** Does something. */
    default void later() {}
}
