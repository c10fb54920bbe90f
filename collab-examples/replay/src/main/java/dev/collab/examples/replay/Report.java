package dev.collab.examples.replay;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints what became of the chats: the views of few, the summary of many.
 *
 * <p>The first {@value #FEW} chats are held back until it is known which of the two it will be. Refused lines are printed
 * either way, in a summary at once, so that they need no memory.
 */
final class Report {
    /** The largest number of chats whose views are printed. */
    static final int FEW = 5;

    private static final int PROGRESS = 1_000;

    private final Summary summary = new Summary();
    private final List<Replayed> held = new ArrayList<>();
    private final SideBySide views;
    private final PrintStream out;
    private final PrintStream err;
    private boolean many;

    /** Starts with no chat. */
    Report(Options options, PrintStream out, PrintStream err) {
        this.views = new SideBySide(options.width());
        this.many = options.summary();
        this.out = out;
        this.err = err;
    }

    /** Adds a chat. */
    void add(Replayed replayed) {
        summary.add(replayed);
        held.add(replayed);
        if (!many && held.size() > FEW) {
            many = true;
            err.println("more than " + FEW + " chats: no views, but a summary");
        }
        if (many) {
            held.forEach(this::printRefused);
            held.clear();
            if (summary.chats() % PROGRESS == 0) {
                err.println(summary.chats() + " chats");
            }
        }
    }

    private void printRefused(Replayed replayed) {
        replayed.refused().forEach(one -> out.println(replayed.chat().name() + ": " + one));
    }

    /** Prints the views that were held back. */
    void printViews() {
        held.forEach(replayed -> views.print(replayed, out));
        held.clear();
    }

    /** Prints the views or the summary. */
    void finish(Duration elapsed) {
        printViews();
        if (many || summary.chats() == 0) {
            summary.print(elapsed, out);
        }
    }

    /** {@return how many chats were added} */
    long chats() {
        return summary.chats();
    }
}
