package dev.collab.archfixtures.leaking;

import dev.collab.archfixtures.leaking.internal.Hidden;

public interface Bounds<T extends Hidden> {}
