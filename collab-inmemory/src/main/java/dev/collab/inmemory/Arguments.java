package dev.collab.inmemory;

import dev.collab.model.InvalidArgumentException;

/** The checks of arguments the stores share. */
final class Arguments {
    private Arguments() {}

    static void that(boolean holds, String argument, String problem) {
        if (!holds) {
            throw new InvalidArgumentException(argument, problem);
        }
    }

    static void atLeastOne(String argument, int value) {
        that(value >= 1, argument, "must be at least 1");
    }
}
