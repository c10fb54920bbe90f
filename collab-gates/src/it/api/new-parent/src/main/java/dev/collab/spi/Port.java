package dev.collab.spi;

/** A port. */
public interface Port extends Parent {

    /** Does something. */
    void kept();

    /** Does something else. */
    void removed();
}
