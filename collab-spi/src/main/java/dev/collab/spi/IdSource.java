package dev.collab.spi;

/** Draws ids for what the library makes. */
public interface IdSource {
    /**
     * Draws an id.
     *
     * @return an id that was never drawn before and cannot be guessed; 1 to 100 characters fit for any of our ids
     */
    String next();
}
