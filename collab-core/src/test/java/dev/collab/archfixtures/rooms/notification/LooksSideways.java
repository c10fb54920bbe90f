package dev.collab.archfixtures.rooms.notification;

import dev.collab.archfixtures.rooms.inbox.Inbox;

public interface LooksSideways {
    Inbox inbox();
}
