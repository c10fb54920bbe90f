package dev.collab.spi;

/** A port that no adapter has to know. */
public interface LaterPort {

    /** Does something. */
    default void later() {}
}
