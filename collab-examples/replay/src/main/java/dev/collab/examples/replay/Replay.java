package dev.collab.examples.replay;

import dev.collab.examples.database.ExampleDatabase;
import dev.collab.examples.replay.Options.UsageException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Replays a transcript: an agent of another group joins each chat in the middle, and one sees who reads what, who is told
 * of what, and what lists show.
 *
 * <pre>{@code
 * mvn -q -pl collab-examples/replay -am compile exec:java
 * mvn -q -pl collab-examples/replay -am compile exec:java -Dexec.args=chats.json
 * mvn -q -pl collab-examples/replay -am compile exec:java -Dexec.args="--width=150 'my chats.json'"
 * mvn -q -pl collab-examples/replay -am compile exec:java -Dexec.args="--db=embedded chats.json"
 * }</pre>
 *
 * <p>The arguments are separated by blanks; one with blanks stands in single or double quotes. Without a file, four chats
 * of a shop for outdoor gear are replayed. Of up to {@value Report#FEW} chats the views of customer, assignee and
 * collaborator are printed beside each other, {@code --width=N} characters wide, then who was notified, and the three's
 * lists; of more, or with {@code --summary}, only counts and rates. Every line that a rule refuses is listed with its
 * place and its reason.
 *
 * <p>How Bo joins Asha depends on a chat's place in the file alone, and so does its end:
 *
 * <ul>
 *   <li>the first, fifth, ninth … chat: Asha adds him;
 *   <li>the second, sixth …: she asks him in an invitation, and he accepts;
 *   <li>the third, seventh …: she asks Cy, who declines, and adds Bo;
 *   <li>the fourth, eighth …: she mentions him in a note, which adds him;
 *   <li>every third chat is resolved at the end, the others stay open.
 * </ul>
 *
 * <p>Each {@value Shift#CHATS} chats are a shift: they share a storage, and when they are done its lists are read and
 * the storage is dropped. So lists hold several conversations, and a file of any length needs the memory of one shift.
 */
public final class Replay {
    /** Everything was replayed. */
    static final int OK = 0;

    /** Somebody sees something else than what was said: a bug. */
    static final int SELF_CHECK_FAILED = 1;

    /** The command line or the file makes no sense. */
    static final int BAD_INPUT = 2;

    private static final String OWN_TRANSCRIPT = "outdoor-shop.json";

    private Replay() {}

    /**
     * Replays and ends the virtual machine with an exit code: 0, or 1 if the replay found a bug, or 2 for bad input.
     *
     * @param arguments {@code [--db=URL|--db=embedded] [--summary] [--width=N] [FILE]}
     * @throws IOException if the file cannot be closed
     */
    public static void main(String[] arguments) throws IOException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        int code = run(arguments, out, err);
        if (code != OK) {
            // Maven runs this in its own machine; an exit is the only way to hand it a code and no stack trace.
            System.exit(code);
        }
    }

    /** Replays; {@return the exit code} */
    static int run(String[] arguments, PrintStream out, PrintStream err) throws IOException {
        try {
            var options = Options.of(ExampleDatabase.others(arguments).toArray(String[]::new));
            var tally = new Tally();
            var report = new Report(options, tally, out, err);
            try (var database = ExampleDatabase.of(arguments);
                    var transcript = open(options)) {
                return replay(transcript, new Replayer(tally, database::emptyStorage), report, err);
            }
        } catch (UsageException unclear) {
            err.println("replay: " + unclear.getMessage());
            err.println(Options.USAGE);
            return BAD_INPUT;
        } catch (BadTranscriptException missing) {
            err.println("replay: " + missing.getMessage());
            return BAD_INPUT;
        }
    }

    private static Transcript open(Options options) throws IOException {
        return options.file().isPresent() ? Transcript.of(options.file().get()) : Transcript.ofResource(OWN_TRANSCRIPT);
    }

    private static int replay(Transcript transcript, Replayer replayer, Report report, PrintStream err) {
        long start = System.nanoTime();
        try {
            for (var chat = transcript.next(); chat.isPresent(); chat = transcript.next()) {
                report.add(replayer.replay(chat.get()));
                if (replayer.isShiftOver()) {
                    report.add(replayer.endShift());
                }
            }
            if (replayer.hasChats()) {
                report.add(replayer.endShift());
            }
            report.finish(Duration.ofNanos(System.nanoTime() - start));
            return OK;
        } catch (BadTranscriptException broken) {
            return stop(report, err, broken, BAD_INPUT);
        } catch (SelfCheckFailedException lie) {
            return stop(report, err, lie, SELF_CHECK_FAILED);
        }
    }

    private static int stop(Report report, PrintStream err, RuntimeException why, int code) {
        report.printViews();
        err.println("replay: " + why.getMessage());
        err.println("chats done before: " + report.chats());
        return code;
    }
}
