package dev.collab.examples.replay;

import java.util.ArrayList;
import java.util.List;

/**
 * Is a column of text.
 *
 * @param width how many cells of a terminal it takes
 */
record Column(int width) {
    /**
     * Wraps a text between words, and within a word that is wider than the column.
     *
     * @param first what the first line begins with; shorter than the column
     * @param others what every other line begins with; shorter than the column
     * @param text the text; its line breaks are kept, and what is not printable is shown as an escape
     * @return the lines, at least one
     */
    List<String> wrap(String first, String others, String text) {
        var lines = new Lines(first, others);
        for (var paragraph : text.split("\\R", -1)) {
            lines.end();
            for (var word : paragraph.split("[ \t]+", -1)) {
                lines.add(Printable.of(word));
            }
        }
        return lines.all();
    }

    /** {@return the line, filled with blanks up to the width} */
    String fill(String line) {
        return line + " ".repeat(Math.max(0, width - cells(line)));
    }

    private static int cells(String text) {
        return text.codePoints().map(Printable::cells).sum();
    }

    /** Collects words. */
    private final class Lines {
        private final List<String> done = new ArrayList<>();
        private final String others;
        private final StringBuilder line;
        private int used;
        private boolean empty = true;

        Lines(String first, String others) {
            this.others = others;
            this.line = new StringBuilder(first);
            this.used = cells(first);
        }

        void add(String word) {
            if (word.isEmpty()) {
                return;
            }
            if (!empty && used + 1 + cells(word) > width) {
                end();
            }
            if (!empty) {
                append(' ');
            }
            word.codePoints().forEach(this::append);
        }

        private void append(int point) {
            if (used + Printable.cells(point) > width) {
                end();
            }
            line.appendCodePoint(point);
            used += Printable.cells(point);
            empty = false;
        }

        /** Ends the line, unless there is nothing in it yet. */
        void end() {
            if (empty) {
                return;
            }
            done.add(line.toString());
            line.setLength(0);
            line.append(others);
            used = cells(others);
            empty = true;
        }

        List<String> all() {
            if (!empty || done.isEmpty()) {
                done.add(line.toString());
            }
            return done;
        }
    }
}
