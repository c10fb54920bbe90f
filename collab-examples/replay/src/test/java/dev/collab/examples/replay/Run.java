package dev.collab.examples.replay;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Is a run of the example: its exit code and what it printed, with {@code \n} for the end of a line. */
record Run(int code, String out, String err) {
    static Run of(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        try {
            int code = Replay.run(
                    arguments,
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    new PrintStream(err, true, StandardCharsets.UTF_8));
            return new Run(code, text(out), text(err));
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
    }

    /** Writes a file and replays it. */
    static Run over(Path file, String content, String... options) {
        return over(file, content.getBytes(StandardCharsets.UTF_8), options);
    }

    static Run over(Path file, byte[] content, String... options) {
        try {
            Files.write(file, content);
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
        var arguments = new String[options.length + 1];
        System.arraycopy(options, 0, arguments, 1, options.length);
        arguments[0] = file.toString();
        return of(arguments);
    }

    /** {@return the lines that are divided into columns, without the title and the rule} */
    List<Row> rows() {
        return out.lines()
                .filter(line -> line.contains(" | "))
                .map(Row::of)
                .filter(row -> !row.customer().startsWith("CUSTOMER"))
                .toList();
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    /** A line of the three columns. */
    record Row(String customer, String assignee, String collaborator) {
        private static Row of(String line) {
            int first = line.indexOf(" | ");
            int second = line.indexOf(" | ", first + 1);
            // Without a third column the printer leaves out the blanks at the end.
            return second < 0
                    ? new Row(line.substring(0, first), line.substring(first + 3), "")
                    : new Row(line.substring(0, first), line.substring(first + 3, second), line.substring(second + 3));
        }
    }
}
