package dev.collab.tck.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs a few actors in every order their calls of ports can come in.
 *
 * <p>Each actor has a thread and stops before each call; one goes on at a time. A schedule is a list of numbers: which of
 * the waiting actors goes on, at each place where there is a choice. Schedules are gone through depth first.
 */
final class Interleavings {
    private static final long PATIENCE_MILLIS = 20_000;
    private static final int TOO_MANY = 20_000;

    private Interleavings() {}

    /** Builds the actors of one run anew; they call the gate before each call of a port. */
    interface Scenario {
        Run start(Gate gate) throws Exception;
    }

    /** Says who acts, and what must be so when all have. */
    record Run(List<Callable<?>> actors, Check check) {}

    interface Check {
        void check(List<Object> results) throws Exception;
    }

    /** {@return how many schedules there were} */
    static int explore(Scenario scenario) {
        int explored = 0;
        var threads = Executors.newCachedThreadPool();
        try {
            @Nullable List<Integer> schedule = List.of();
            while (schedule != null) {
                var gate = new Gate(schedule);
                explored(scenario, gate, threads);
                explored++;
                if (explored > TOO_MANY) {
                    throw new AssertionError("too many schedules; make the actors smaller");
                }
                schedule = gate.next();
            }
            return explored;
        } finally {
            threads.shutdownNow();
        }
    }

    /** Takes some of the schedules, each choice by chance; the same number and seed give the same ones. */
    static void sample(int schedules, long seed, Scenario scenario) {
        var threads = Executors.newCachedThreadPool();
        var chance = new Random(seed);
        try {
            for (int number = 0; number < schedules; number++) {
                explored(scenario, new Gate(chance), threads);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void explored(Scenario scenario, Gate gate, ExecutorService threads) {
        try {
            run(scenario.start(gate), gate, threads);
        } catch (Exception | AssertionError failure) {
            throw new AssertionError("schedule " + gate.chosen + " of " + gate.events + "\n" + failure, failure);
        }
    }

    private static void run(Run run, Gate gate, ExecutorService threads) throws Exception {
        var running = new ArrayList<Future<?>>();
        gate.expect(run.actors().size());
        for (int actor = 0; actor < run.actors().size(); actor++) {
            int number = actor;
            running.add(threads.submit(() -> gate.act(number, run.actors().get(number))));
        }
        gate.conduct();
        var results = new ArrayList<Object>();
        for (var one : running) {
            results.add(one.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS));
        }
        run.check().check(results);
    }

    /** Lets one actor through at a time. */
    static final class Gate {
        private enum State {
            STARTING,
            WAITING,
            RUNNING,
            OVER
        }

        private final List<Integer> schedule;
        private final @Nullable Random chance;
        private final List<Integer> chosen = new ArrayList<>();
        private final List<Integer> options = new ArrayList<>();
        private final List<String> events = new ArrayList<>();
        private final List<State> states = new ArrayList<>();
        private final ThreadLocal<Integer> me = new ThreadLocal<>();

        private Gate(List<Integer> schedule) {
            this.schedule = schedule;
            this.chance = null;
        }

        private Gate(Random chance) {
            this.schedule = List.of();
            this.chance = chance;
        }

        private synchronized void expect(int actors) {
            for (int actor = 0; actor < actors; actor++) {
                states.add(State.STARTING);
            }
        }

        private Object act(int actor, Callable<?> action) throws Exception {
            me.set(actor);
            try {
                stop("start");
                return action.call();
            } finally {
                me.remove();
                move(actor, State.OVER);
            }
        }

        /** Waits for its turn; whoever is no actor passes. */
        void stop(String what) {
            var actor = me.get();
            if (actor == null) {
                return;
            }
            move(actor, State.WAITING);
            await(() -> states.get(actor) == State.RUNNING);
            note(actor + " " + what);
        }

        /** Remembers that something has happened, in the order of this run. */
        synchronized void note(String event) {
            events.add(event);
        }

        /** {@return where an event came the last time; -1 if it did not} */
        synchronized int last(String event) {
            return events.lastIndexOf(event);
        }

        private synchronized void move(int actor, State state) {
            states.set(actor, state);
            notifyAll();
        }

        private void conduct() {
            while (true) {
                await(() -> states.stream().noneMatch(state -> state == State.STARTING || state == State.RUNNING));
                var waiting = waiting();
                if (waiting.isEmpty()) {
                    return;
                }
                int choice = choice(waiting.size());
                chosen.add(choice);
                options.add(waiting.size());
                move(waiting.get(choice), State.RUNNING);
            }
        }

        private int choice(int among) {
            if (chance != null) {
                return chance.nextInt(among);
            }
            return chosen.size() < schedule.size() ? schedule.get(chosen.size()) : 0;
        }

        private synchronized List<Integer> waiting() {
            var waiting = new ArrayList<Integer>();
            for (int actor = 0; actor < states.size(); actor++) {
                if (states.get(actor) == State.WAITING) {
                    waiting.add(actor);
                }
            }
            return waiting;
        }

        private interface Condition {
            boolean holds();
        }

        private synchronized void await(Condition condition) {
            long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
            try {
                while (!condition.holds()) {
                    long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                    if (left <= 0) {
                        throw new AssertionError("nobody moves: " + states + ", " + events);
                    }
                    wait(left);
                }
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        }

        /** Gives the schedule that takes the last choice that has another way; null if there is none. */
        private @Nullable List<Integer> next() {
            for (int place = chosen.size() - 1; place >= 0; place--) {
                if (chosen.get(place) + 1 < options.get(place)) {
                    var next = new ArrayList<>(chosen.subList(0, place));
                    next.add(chosen.get(place) + 1);
                    return next;
                }
            }
            return null;
        }
    }
}
