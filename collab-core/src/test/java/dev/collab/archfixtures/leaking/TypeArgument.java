package dev.collab.archfixtures.leaking;

import dev.collab.archfixtures.leaking.internal.Hidden;
import java.util.List;
import java.util.Set;

public interface TypeArgument {
    List<? extends Set<Hidden>> hidden();
}
