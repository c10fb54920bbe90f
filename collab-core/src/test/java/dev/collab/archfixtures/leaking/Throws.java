package dev.collab.archfixtures.leaking;

import dev.collab.archfixtures.leaking.internal.HiddenException;

public interface Throws {
    void run() throws HiddenException;
}
