package dev.collab.archfixtures.cycle.first;

import dev.collab.archfixtures.cycle.second.Second;

public interface First {
    Second second();
}
