package dev.collab.benchmarks;

import java.util.Arrays;
import java.util.List;

/**
 * Says how to measure.
 *
 * @param url a server to use; empty to start one
 * @param rounds how many rounds of each comparison
 * @param seconds how long each contender runs in each round
 * @param warmUp how many seconds it runs before, which are not counted
 * @param fast whether the server that is started does without waiting for the disk
 * @param conversations how many of them the lists are read from
 * @param blocks how many times 90 entries the long conversation has above its 100
 * @param only what the title of a comparison must contain; empty for all
 */
record Options(
        String url,
        int rounds,
        double seconds,
        double warmUp,
        boolean fast,
        int conversations,
        int blocks,
        String only) {
    /** Makes a conversation of 1,000,000 entries. */
    private static final int BLOCKS = 11_110;

    static Options of(String... arguments) {
        var all = Arrays.asList(arguments);
        for (var one : all) {
            if (!one.matches("--(fast|small|(db|rounds|seconds|warm-up|only)=.+)")) {
                throw new IllegalArgumentException("unknown: " + one
                        + "; known are --db=URL --rounds=N --seconds=S --warm-up=S --only=WORDS --fast --small");
            }
        }
        boolean small = all.contains("--small");
        return new Options(
                value(all, "db", ""),
                Integer.parseInt(value(all, "rounds", "9")),
                Double.parseDouble(value(all, "seconds", "1")),
                Double.parseDouble(value(all, "warm-up", "10")),
                all.contains("--fast"),
                small ? 1_000 : 100_000,
                small ? 10 : BLOCKS,
                value(all, "only", ""));
    }

    private static String value(List<String> all, String name, String otherwise) {
        var start = "--" + name + "=";
        return all.stream()
                .filter(one -> one.startsWith(start))
                .map(one -> one.substring(start.length()))
                .findFirst()
                .orElse(otherwise);
    }
}
