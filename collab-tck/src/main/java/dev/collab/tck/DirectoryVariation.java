package dev.collab.tck;

/** Is what directories may do differently; whoever declares one is held to it, and so is whoever does not. */
public enum DirectoryVariation {
    /**
     * The answers come from another system, which can be out of reach.
     *
     * <p>Declared: {@link DirectoryContract#cutOff} puts it out of reach, and every question fails. Not declared: it must
     * not be overridden.
     */
    CAN_BE_CUT_OFF
}
