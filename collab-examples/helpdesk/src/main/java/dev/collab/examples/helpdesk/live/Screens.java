package dev.collab.examples.helpdesk.live;

import dev.collab.model.ConversationId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** Holds the streams of one person and what their screens were shown since the first of them was opened. */
final class Screens {
    private static final int MOST_STREAMS = 12;
    private static final int MOST_SHOWN = 2_000;

    private final Deque<EventStream> streams = new ArrayDeque<>();
    private final Set<ConversationId> shown = new HashSet<>();
    private final Object turn = new Object();

    /** {@return the lock of whoever answers a question about this person; never held by a command} */
    Object turn() {
        return turn;
    }

    /** Lets the oldest go rather than refuse the newest: a page that was reloaded leaves a dead one behind. */
    synchronized void open(EventStream stream) {
        if (streams.size() >= MOST_STREAMS) {
            streams.removeFirst().close();
        }
        streams.addLast(stream);
    }

    /** {@return whether there is none left} */
    synchronized boolean remove(EventStream stream) {
        streams.remove(stream);
        return streams.isEmpty();
    }

    synchronized int count() {
        return streams.size();
    }

    synchronized void tell(Event event) {
        streams.forEach(stream -> stream.offer(event));
    }

    synchronized void shown(ConversationId conversation) {
        if (shown.size() >= MOST_SHOWN) {
            // Forgotten is what could not be said to be gone, so the screens begin anew.
            shown.clear();
            tell(Event.REFRESH);
        }
        shown.add(conversation);
    }

    synchronized boolean forget(ConversationId conversation) {
        return shown.remove(conversation);
    }

    synchronized void close() {
        streams.forEach(EventStream::close);
        streams.clear();
    }
}
