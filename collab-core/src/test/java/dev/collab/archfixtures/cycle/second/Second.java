package dev.collab.archfixtures.cycle.second;

import dev.collab.archfixtures.cycle.first.First;

public interface Second {
    First first();
}
