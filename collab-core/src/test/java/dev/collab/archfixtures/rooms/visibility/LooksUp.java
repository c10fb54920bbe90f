package dev.collab.archfixtures.rooms.visibility;

import dev.collab.archfixtures.rooms.collaboration.LooksDown;

public interface LooksUp {
    LooksDown up();
}
