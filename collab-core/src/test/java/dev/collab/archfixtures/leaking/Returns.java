package dev.collab.archfixtures.leaking;

import dev.collab.archfixtures.leaking.internal.Hidden;

public interface Returns {
    Hidden hidden();
}
