/** The rules of collaborating on live chats and tickets, and the desks to act and read at. */
@org.jspecify.annotations.NullMarked
module dev.collab.core {
    requires transitive dev.collab.spi;
    requires static transitive org.jspecify;
    requires org.slf4j;

    exports dev.collab;
    exports dev.collab.collaboration;
    exports dev.collab.conversation;
    exports dev.collab.inbox;
    exports dev.collab.notification;
    exports dev.collab.outcome;
    exports dev.collab.visibility;
}
