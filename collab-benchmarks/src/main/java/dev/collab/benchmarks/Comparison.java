package dev.collab.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Compares ways to do the same, of which the first is what the others are held against.
 *
 * <p>They run in turns, round after round, each a short while: whatever else the machine does meets all of them. The
 * rate shown is the median of the rounds; the ratio is the median of the ratios within a round, which moves far less than
 * the rates. A harness that forks a JVM for each of them measures them minutes apart; on a machine that is shared, that
 * compares the minutes. Before the first round each runs for some seconds that are not counted, so that its code is compiled
 * and the server has settled on its plans; the library is more code than the floor and takes longer.
 *
 * @param title what is done
 * @param contenders the ways, the floor first
 */
record Comparison(String title, List<Contender> contenders) {
    Comparison(String title, Contender... contenders) {
        this(title, Arrays.asList(contenders));
    }

    /** Is what came out for one contender. */
    record Result(String title, Contender contender, double rate, double ratio, double lowest, double highest) {
        double milliseconds() {
            return 1000 * contender.threads() / rate;
        }
    }

    List<Result> run(int rounds, double seconds, double warmUp) throws Exception {
        var rates = new double[contenders.size()][rounds];
        var done = new int[contenders.size()];
        for (int index = 0; index < done.length; index++) {
            done[index] += measure(contenders.get(index), 0, warmUp);
        }
        for (int round = 0; round < rounds; round++) {
            for (int turn = 0; turn < contenders.size(); turn++) {
                // Whoever is first meets what the one before left; nobody always is.
                int index = (turn + round) % contenders.size();
                long start = System.nanoTime();
                int count = measure(contenders.get(index), done[index], seconds);
                double rate = count * 1e9 / (System.nanoTime() - start);
                done[index] += count;
                rates[index][round] = rate;
            }
        }
        var results = new ArrayList<Result>();
        for (int index = 0; index < contenders.size(); index++) {
            var ratios = new double[rounds];
            for (int round = 0; round < rounds; round++) {
                ratios[round] = rates[index][round] / rates[0][round];
            }
            var sorted = ratios.clone();
            Arrays.sort(sorted);
            results.add(new Result(
                    title, contenders.get(index), median(rates[index]), median(ratios), sorted[0], sorted[rounds - 1]));
        }
        return results;
    }

    private static int measure(Contender contender, int done, double seconds) throws Exception {
        var pool = Executors.newFixedThreadPool(contender.threads());
        try {
            var barrier = new CyclicBarrier(contender.threads());
            var running = new ArrayList<Future<Integer>>();
            for (int thread = 0; thread < contender.threads(); thread++) {
                int mine = thread;
                running.add(pool.submit(() -> {
                    barrier.await();
                    long until = System.nanoTime() + (long) (seconds * 1e9);
                    int count = 0;
                    do {
                        contender.act().run(mine, done + count);
                        count++;
                    } while (System.nanoTime() < until);
                    return count;
                }));
            }
            int count = 0;
            for (var one : running) {
                count += one.get();
            }
            return count;
        } catch (ExecutionException failure) {
            throw new IllegalStateException(contender.name() + " failed", failure.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
