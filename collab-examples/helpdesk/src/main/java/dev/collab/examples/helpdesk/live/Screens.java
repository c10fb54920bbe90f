package dev.collab.examples.helpdesk.live;

import dev.collab.model.ConversationId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Holds the streams of one person and what their screens were shown since the first of them was opened. */
final class Screens {
    private static final int MOST_STREAMS = 12;
    private static final int MOST_SHOWN = 2_000;

    private final Deque<EventStream> streams = new ArrayDeque<>();
    private final Map<ConversationId, Seen> shown = new HashMap<>();
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

    /** {@return what they had been shown of it before} */
    synchronized Seen shown(ConversationId conversation, Seen now) {
        if (now != Seen.NOTHING && shown.size() >= MOST_SHOWN) {
            // Forgotten is what could not be said to be gone, so the screens begin anew.
            shown.clear();
            tell(Event.REFRESH);
        }
        var before = now == Seen.NOTHING ? shown.remove(conversation) : shown.put(conversation, now);
        return before == null ? Seen.NOTHING : before;
    }

    /** Leaves a conversation that was shown whole: whoever is asked back still has it on the screen. */
    synchronized void invited(ConversationId conversation) {
        shown.putIfAbsent(conversation, Seen.INVITATION);
    }

    synchronized void close() {
        streams.forEach(EventStream::close);
        streams.clear();
    }
}
