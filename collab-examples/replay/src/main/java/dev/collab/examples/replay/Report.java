package dev.collab.examples.replay;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints what became of the chats: the views and lists of few, the summary of many.
 *
 * <p>The first {@value #FEW} chats are held back until it is known which of the two it will be. Refused lines are printed
 * either way, in a summary at once, so that they need no memory.
 */
final class Report {
    /** The largest number of chats whose views are printed. */
    static final int FEW = 5;

    private final List<Replayed> held = new ArrayList<>();
    private final Summary summary;
    private final Progress progress;
    private final SideBySide views;
    private final PrintStream out;
    private final PrintStream err;
    private boolean many;

    /** Starts with no chat. */
    Report(Options options, Tally tally, PrintStream out, PrintStream err) {
        this.summary = new Summary(tally);
        this.progress = new Progress(err);
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
            progress.print(summary.chats());
        }
    }

    private void printRefused(Replayed replayed) {
        replayed.refused().forEach(one -> out.println(replayed.chat().name() + ": " + one));
    }

    /** Adds the lists of a shift; those of few chats, which are one shift, are printed. */
    void add(ShiftEnd end) {
        summary.add(end);
        printViews();
        if (!many && !end.chats().isEmpty()) {
            ListPrinter.print(end, out);
        }
    }

    /** Prints the views that were held back. */
    void printViews() {
        held.forEach(replayed -> views.print(replayed, out));
        held.clear();
    }

    /** Prints the summary, if views were not enough. */
    void finish(Duration elapsed) {
        if (many || summary.chats() == 0) {
            summary.print(elapsed, out);
        }
    }

    /** {@return how many chats were added} */
    long chats() {
        return summary.chats();
    }
}
