package dev.collab.archfixtures.rooms.collaboration;

import dev.collab.archfixtures.rooms.outcome.Lowest;

public interface LooksDown {
    Lowest lowest();
}
