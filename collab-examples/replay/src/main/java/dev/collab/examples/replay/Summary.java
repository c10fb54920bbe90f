package dev.collab.examples.replay;

import dev.collab.conversation.AgentEntry;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts what became of all chats. It keeps numbers only, so its size does not depend on the file's. */
final class Summary {
    private final Map<String, Long> refused = new TreeMap<>();
    private long chats;
    private long neverOpened;
    private long lines;
    private long messages;
    private long byAssignee;
    private long byCollaborator;
    private long notes;
    private long ownNotes;
    private long moved;
    private long entries;

    /** Counts a chat, by what the assignee sees of it: everything that is stored. */
    void add(Replayed replayed) {
        chats++;
        neverOpened += replayed.wasOpened() ? 0 : 1;
        ownNotes += replayed.wasOpened() ? 1 : 0;
        lines += replayed.chat().turns().size();
        moved += replayed.moved();
        entries += replayed.assignee().size();
        replayed.refused().forEach(one -> refused.merge(one.code(), 1L, Long::sum));
        for (var entry : replayed.assignee()) {
            count(entry);
        }
    }

    private void count(AgentEntry entry) {
        if (entry instanceof AgentEntry.CustomerMessage) {
            messages++;
        } else if (entry instanceof AgentEntry.Note) {
            notes++;
        } else if (entry instanceof AgentEntry.Reply reply) {
            if (reply.author().isAgent(Cast.ASSIGNEE)) {
                byAssignee++;
            } else {
                byCollaborator++;
            }
        }
    }

    /** {@return how many chats were counted} */
    long chats() {
        return chats;
    }

    /** Prints the counts. */
    void print(Duration elapsed, PrintStream out) {
        long replies = byAssignee + byCollaborator;
        line(out, "chats", chats, "never opened: " + neverOpened);
        line(out, "lines", lines, "moved from before the customer's first: " + moved);
        line(out, "messages", messages, "of customers");
        line(out, "replies", replies, "by assignees: " + byAssignee + ", by collaborators: " + byCollaborator);
        line(out, "notes", notes, "of tools: " + (notes - ownNotes) + ", of collaborators to assignees: " + ownNotes);
        line(out, "refused", sum(refused), refused.isEmpty() ? "nothing" : "each is listed above: " + codes());
        line(out, "entries", entries, "messages, replies, notes, and what else happened");
        double seconds = Math.max(1, elapsed.toMillis()) / 1000.0;
        out.printf(Locale.ROOT, "%-9s%9.1f  (seconds; %.0f chats per second)%n", "elapsed", seconds, chats / seconds);
    }

    private static void line(PrintStream out, String what, long count, String remark) {
        out.printf(Locale.ROOT, "%-9s%9d  (%s)%n", what, count, remark);
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(count -> count).sum();
    }

    private String codes() {
        return refused.entrySet().stream()
                .map(code -> code.getKey() + " " + code.getValue())
                .collect(Collectors.joining(", "));
    }
}
