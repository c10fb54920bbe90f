/** What is stored of a conversation, and the ports a host implements. */
@org.jspecify.annotations.NullMarked
module dev.collab.spi {
    requires static transitive org.jspecify;

    exports dev.collab.model;
    exports dev.collab.spi;
}
