package dev.collab.spi;

/** A port. */
public interface Port {

    /** Does something. */
    void kept();

    /** Does something else. */
    void removed();
}
