package dev.collab.tck.broken;

import dev.collab.model.Commit;
import java.util.List;

/** Marks an entry as redacted and keeps its text. */
final class BrokenRedactions extends Rewriting {
    @Override
    Commit rewritten(Commit commit) {
        return with(commit, commit.entries(), List.of(), commit.notifications());
    }
}
