package dev.collab.archfixtures.leaking;

import dev.collab.archfixtures.leaking.internal.Hidden;

public final class Field {
    public final Hidden[] hidden = {};
}
