package dev.collab.archfixtures.rooms;

import dev.collab.archfixtures.rooms.inbox.Inbox;

public interface Entry {
    Inbox inbox();
}
