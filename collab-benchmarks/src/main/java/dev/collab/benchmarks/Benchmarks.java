package dev.collab.benchmarks;

import dev.collab.benchmarks.Comparison.Result;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Measures the library over PostgreSQL against hand-written JDBC on the same tables, and prints a table. */
public final class Benchmarks {
    private Benchmarks() {}

    /**
     * Measures.
     *
     * @param arguments {@code --db=URL --rounds=N --seconds=S --warm-up=S --only=WORDS --fast --small}, all optional
     * @throws Exception if anything fails
     */
    public static void main(String[] arguments) throws Exception {
        run(Options.of(arguments), System.out);
    }

    static List<Result> run(Options options, PrintStream out) throws Exception {
        try (var server = Server.of(options)) {
            server.migrate();
            out.println(server.description());
            out.printf(
                    Locale.ROOT,
                    "Java %s, %d processors; %d rounds of %.2f s for each way after %.1f s%n",
                    Runtime.version(),
                    Runtime.getRuntime().availableProcessors(),
                    options.rounds(),
                    options.seconds(),
                    options.warmUp());
            return run(options, server, out);
        }
    }

    private static List<Result> run(Options options, Server server, PrintStream out) throws Exception {
        var pool = server.pool();
        var shop = new Shop(server, options, pool);
        shop.open();
        var collab = Shop.collab(server, pool);
        var reading = reading(shop, new Reading(pool, collab, server.schema()));
        var chats = shop.chats(Posting.THREADS * Posting.CHATS_EACH);
        var other = Shop.collab(server, server.pool());
        var posting = new Posting(chats, new Floor(pool, server.schema()), collab, other);
        var all = new ArrayList<>(reading);
        all.addAll(posting.comparisons());
        var results = new ArrayList<Result>();
        for (var comparison : all) {
            if (comparison.title().contains(options.only())) {
                var found = comparison.run(options.rounds(), options.seconds(), options.warmUp());
                print(found, out);
                results.addAll(found);
            }
        }
        out.println("\nreplies that gave up because another host was always faster: " + posting.lostForGood());
        return results;
    }

    private static List<Comparison> reading(Shop shop, Reading reading) throws SQLException {
        var hundred = shop.hundred();
        var million = shop.million(hundred);
        var behind = shop.behindNotes(hundred);
        shop.many();
        return reading.comparisons(hundred, million, behind);
    }

    private static void print(List<Result> results, PrintStream out) {
        out.printf("%n%s%n", results.get(0).title());
        out.printf(
                "  %-36s %7s %9s %9s   %s%n", "", "threads", "per s", "ms", "of the first's rate (lowest to highest)");
        for (var one : results) {
            out.printf(
                    Locale.ROOT,
                    "  %-36s %7d %9.0f %9.3f   %.2f (%.2f to %.2f)%n",
                    one.contender().name(),
                    one.contender().threads(),
                    one.rate(),
                    one.milliseconds(),
                    one.ratio(),
                    one.lowest(),
                    one.highest());
        }
    }
}
