package dev.collab.examples.replay;

import dev.collab.conversation.AgentEntry;
import dev.collab.model.EntryKind;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts what became of all chats. It keeps numbers only, so its size does not depend on the file's. */
final class Summary {
    private final Map<String, Long> refused = new TreeMap<>();
    private final Map<String, Long> joined = new TreeMap<>();
    private final Map<String, Long> answers = new TreeMap<>();
    private final Tally tally;
    private long chats;
    private long opened;
    private long resolved;
    private long lines;
    private long messages;
    private long byAssignee;
    private long byCollaborator;
    private long notes;
    private long moved;
    private long entries;
    private long shifts;
    private long mine;
    private long collaborating;
    private long own;
    private long unreadByAgents;
    private long unreadByCustomers;

    /** Starts with nothing; what the library says it did is counted by the tally. */
    Summary(Tally tally) {
        this.tally = tally;
    }

    /** Counts a chat, by what the assignee sees of it: everything that is stored. */
    void add(Replayed replayed) {
        chats++;
        opened += replayed.wasOpened() ? 1 : 0;
        lines += replayed.chat().turns().size();
        moved += replayed.moved();
        entries += replayed.views().assignee().size();
        replayed.refused().forEach(one -> refused.merge(one.code(), 1L, Long::sum));
        for (var entry : replayed.views().assignee()) {
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
        } else if (entry instanceof AgentEntry.Event event) {
            count(event);
        }
    }

    private void count(AgentEntry.Event event) {
        var code = Scene.code(event.facts()).orElse("");
        if (event.kind() == EntryKind.COLLABORATION_STARTED) {
            joined.merge(code, 1L, Long::sum);
        } else if (event.kind() == EntryKind.INVITATION_ENDED) {
            answers.merge(code, 1L, Long::sum);
        } else if (event.kind() == EntryKind.RESOLVED) {
            resolved++;
        }
    }

    /** Counts the lists of a shift. */
    void add(ShiftEnd end) {
        var lists = end.before();
        shifts++;
        mine += lists.mine().size();
        collaborating += lists.collaborating().size();
        own += lists.own().size();
        unreadByAgents += Lists.unread(lists.mine()) + Lists.unread(lists.collaborating());
        unreadByCustomers += Lists.unread(lists.own());
    }

    /** {@return how many chats were counted} */
    long chats() {
        return chats;
    }

    /** Prints the counts and the rates. */
    void print(Duration elapsed, PrintStream out) {
        printChats(out);
        long told = sum(tally.delivered());
        line(out, "told", told, told == 0 ? "nothing" : counts(tally.delivered()));
        line(
                out,
                "not told",
                tally.dropped() + tally.parked(),
                "dropped: " + tally.dropped() + ", parked: " + tally.parked() + ", failed deliveries: "
                        + tally.failed());
        line(
                out,
                "listed",
                mine + collaborating + own,
                "shifts: " + shifts + "; mine: " + mine + ", collaborating: " + collaborating + ", customers': " + own);
        line(
                out,
                "unread",
                unreadByAgents + unreadByCustomers,
                "on these lists, by agents: " + unreadByAgents + ", by customers: " + unreadByCustomers);
        line(
                out,
                "commands",
                tally.done(),
                "acknowledged; refused: " + tally.refused() + ", races retried: " + tally.raced());
        double seconds = Math.max(1, elapsed.toMillis()) / 1000.0;
        out.printf(
                Locale.ROOT,
                "%-9s%9.1f  (seconds; %.0f chats, %.0f commands, %.0f notifications per second)%n",
                "elapsed",
                seconds,
                chats / seconds,
                tally.done() / seconds,
                told / seconds);
    }

    private void printChats(PrintStream out) {
        long replies = byAssignee + byCollaborator;
        line(
                out,
                "chats",
                chats,
                "open: " + (opened - resolved) + ", resolved: " + resolved + ", never opened: " + (chats - opened));
        line(out, "lines", lines, "moved from before the customer's first: " + moved);
        line(out, "messages", messages, "of customers");
        line(out, "replies", replies, "by assignees: " + byAssignee + ", by collaborators: " + byCollaborator);
        // In each chat the assignee calls the collaborator, and the collaborator answers.
        line(out, "notes", notes, "of tools: " + (notes - 2 * opened) + ", between the agents: " + 2 * opened);
        line(out, "refused", sum(refused), refused.isEmpty() ? "nothing" : "each is listed above: " + counts(refused));
        line(out, "entries", entries, "messages, replies, notes, and what else happened");
        line(out, "joined", sum(joined), joined.isEmpty() ? "nobody" : counts(joined));
        line(out, "asked", sum(answers), answers.isEmpty() ? "nobody" : counts(answers));
    }

    private static void line(PrintStream out, String what, long count, String remark) {
        out.printf(Locale.ROOT, "%-9s%9d  (%s)%n", what, count, remark);
    }

    private static long sum(Map<?, Long> counts) {
        return counts.values().stream().mapToLong(count -> count).sum();
    }

    private static String counts(Map<?, Long> counts) {
        return counts.entrySet().stream()
                .map(count -> count.getKey() + " " + count.getValue())
                .collect(Collectors.joining(", "));
    }
}
