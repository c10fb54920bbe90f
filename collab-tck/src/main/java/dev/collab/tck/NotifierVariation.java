package dev.collab.tck;

/** Is what notifiers may do differently; whoever declares one is held to it, and so is whoever does not. */
public enum NotifierVariation {
    /**
     * What is handed over again under the same id arrives once.
     *
     * <p>Declared: so it is, and what did not arrive because the transport was down arrives when it is repeated. Not
     * declared: the repetition arrives as well, under the same id.
     */
    DEDUPLICATES
}
