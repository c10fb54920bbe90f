package dev.collab.spi;

/** A parent of the port. */
public interface Parent {

    /** Does what no adapter was asked about. */
    default void inherited() {}
}
