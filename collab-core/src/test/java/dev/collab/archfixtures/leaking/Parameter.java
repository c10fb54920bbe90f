package dev.collab.archfixtures.leaking;

import dev.collab.archfixtures.leaking.internal.Hidden;

public final class Parameter {
    public Parameter(Hidden hidden) {}
}
