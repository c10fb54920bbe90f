/** The reference adapter of collab, in memory, and fakes for tests. */
@org.jspecify.annotations.NullMarked
module dev.collab.inmemory {
    requires transitive dev.collab.spi;
    requires static transitive org.jspecify;

    exports dev.collab.inmemory;
}
