package dev.collab.examples.replay;

import java.util.List;

/**
 * Is what the lists show at the end of a shift.
 *
 * @param chats what was to become of the chats, in the order of the file; those that were never opened are left out
 * @param before what the lists show at first
 * @param after what they show once everybody has read everything on them
 */
record ShiftEnd(List<Outlook> chats, Lists before, Lists after) {
    /** Copies the list. */
    ShiftEnd {
        chats = List.copyOf(chats);
    }
}
