package dev.collab.archfixtures.chance;

import java.util.UUID;

final class MakesId {
    private MakesId() {}

    static UUID call() {
        return UUID.randomUUID();
    }
}
