package dev.collab.tck.broken;

import dev.collab.model.Commit;
import java.util.HashSet;
import java.util.Set;

/** Never changes a collaboration that has ended. */
final class BrokenEnded extends Rewriting {
    private final Set<Object> ended = new HashSet<>();

    @Override
    Commit rewritten(Commit commit) {
        var fresh = commit.ended().stream()
                .filter(one -> ended.add(one.collaboration().id()))
                .toList();
        return new Commit(
                commit.head(),
                commit.before(),
                commit.settingsRevision(),
                commit.entries(),
                commit.redactions(),
                fresh,
                commit.notifications(),
                commit.receipt());
    }
}
