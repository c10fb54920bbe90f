package dev.collab.examples.replay;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Is what the command line asks for.
 *
 * @param file the transcript; empty for the one that comes with the example
 * @param width how many characters a line of the views takes
 * @param summary whether to print no views even of few chats
 */
record Options(Optional<Path> file, int width, boolean summary) {
    static final String USAGE = """
            usage: [--db=URL|--db=embedded] [--summary] [--width=N] [FILE]
            Bo joins every chat: in the 1st, 5th ... of the file he is added, in the 2nd, 6th ... asked, in the 3rd, 7th ...
            added after Cy declined, in the 4th, 8th ... mentioned in a note. Every 3rd chat is resolved at its end.""";

    private static final int MIN_WIDTH = 40;
    private static final int MAX_WIDTH = 1_000;
    private static final Options DEFAULTS = new Options(Optional.empty(), 120, false);

    /** Thrown when the command line makes no sense; the message says why. */
    static final class UsageException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UsageException(String message) {
            super(message);
        }
    }

    /** Reads the command line; an option given twice counts as it was given last. */
    static Options of(String... arguments) {
        var options = DEFAULTS;
        for (var argument : arguments) {
            options = options.with(argument);
        }
        return options;
    }

    private Options with(String argument) {
        if (argument.equals("--summary")) {
            return new Options(file, width, true);
        }
        if (argument.startsWith("--width=")) {
            return new Options(file, width(argument.substring("--width=".length())), summary);
        }
        if (argument.startsWith("--")) {
            throw new UsageException("unknown option " + Printable.shortened(argument));
        }
        if (file.isPresent()) {
            throw new UsageException("more than one file; put a name with blanks into quotes");
        }
        try {
            return new Options(Optional.of(Path.of(argument)), width, summary);
        } catch (InvalidPathException noPath) {
            throw new UsageException("no name of a file: " + Printable.of(argument));
        }
    }

    private static int width(String number) {
        try {
            int width = Integer.parseInt(number);
            if (width >= MIN_WIDTH && width <= MAX_WIDTH) {
                return width;
            }
        } catch (NumberFormatException noNumber) {
            // Falls through: the answer is the same.
        }
        throw new UsageException("the width must be a number from " + MIN_WIDTH + " to " + MAX_WIDTH);
    }
}
