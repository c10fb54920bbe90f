package dev.collab.tck;

/**
 * Is what storages may do differently from each other; whoever declares one is held to it, and so is whoever does not.
 *
 * <p>Whatever is not listed here is the same for all.
 */
public enum Variation {
    /**
     * What was acknowledged outlives the process.
     *
     * <p>Declared: {@link StorageContract#reopened} shows the same data. Not declared: it must not be overridden.
     */
    DURABLE,

    /**
     * Times come back to the nanosecond.
     *
     * <p>Not declared: they come back to the millisecond at least, cut and never rounded up; the library writes no finer
     * ones.
     */
    KEEPS_NANOSECONDS,

    /**
     * A text may hold NUL and unpaired surrogates, which the library refuses.
     *
     * <p>Declared: it comes back as it is. Not declared: the commit is refused with
     * {@link dev.collab.model.InvalidArgumentException} and changes nothing.
     */
    KEEPS_ANY_TEXT,

    /**
     * What is stored may have been written by a newer version of the adapter.
     *
     * <p>Declared: {@link StorageContract#writeUnknownKind} plants a kind of entry that this version does not know, and
     * every read that would show it fails. Not declared: the adapter keeps the very objects it was given, so that nothing
     * unknown can be among them.
     */
    READS_OTHER_VERSIONS
}
