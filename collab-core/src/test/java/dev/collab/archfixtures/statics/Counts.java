package dev.collab.archfixtures.statics;

import java.util.concurrent.atomic.AtomicInteger;

final class Counts {
    static final AtomicInteger COUNT = new AtomicInteger();

    private Counts() {}
}
