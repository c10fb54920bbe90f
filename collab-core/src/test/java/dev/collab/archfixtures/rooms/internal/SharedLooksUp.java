package dev.collab.archfixtures.rooms.internal;

import dev.collab.archfixtures.rooms.collaboration.LooksDown;

public interface SharedLooksUp {
    LooksDown up();
}
