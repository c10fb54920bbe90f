package dev.collab.tck.model;

import dev.collab.model.Channel;
import dev.collab.model.IdentityPolicy;
import dev.collab.tck.model.Step.Kind;
import dev.collab.tck.model.Step.Who;
import dev.collab.tck.suite.Shrinking;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/** Draws histories from seeds, and makes one that fails as short as it will get. */
final class Histories {
    private static final int LONGEST = 40;
    private static final List<Kind> KINDS = kinds(false);
    private static final List<Kind> ALL_KINDS = kinds(true);

    private Histories() {}

    /** Says of a history that it holds by returning, and that it does not by throwing anything. */
    interface Property {
        void check(History history) throws Exception;
    }

    /** Is a history that failed, after everything was left out that could be. */
    record Failure(long seed, History history, Throwable cause) {
        @Override
        public String toString() {
            return "seed " + seed + ", shrunk to " + history;
        }
    }

    /** Checks the property on the histories of the seeds 1 to the given number. */
    static void hold(int seeds, Property property) {
        search(seeds, property).ifPresent(Histories::raise);
    }

    /** Checks it on histories with whatever a host can do as well. */
    static void holdWidely(LongStream seeds, Property property) {
        search(seeds, seed -> draw(seed, ALL_KINDS), property).ifPresent(Histories::raise);
    }

    private static void raise(Failure failure) {
        throw new AssertionError(failure + "\n" + failure.cause(), failure.cause());
    }

    static Optional<Failure> search(int seeds, Property property) {
        return search(LongStream.rangeClosed(1, seeds), Histories::draw, property);
    }

    static Optional<Failure> search(LongStream seeds, LongFunction<History> drawing, Property property) {
        return seeds.mapToObj(seed -> failure(seed, drawing.apply(seed), property))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Failure> failure(long seed, History history, Property property) {
        if (failure(property, history).isEmpty()) {
            return Optional.empty();
        }
        var shortest = Shrinking.shortest(
                history.steps(), steps -> failure(property, history.with(steps)).isPresent());
        var shrunk = history.with(shortest);
        return Optional.of(new Failure(seed, shrunk, failure(property, shrunk).orElseThrow()));
    }

    private static Optional<Throwable> failure(Property property, History history) {
        try {
            property.check(history);
            return Optional.empty();
        } catch (Exception | AssertionError failure) {
            return Optional.of(failure);
        }
    }

    static History draw(long seed) {
        return draw(seed, KINDS);
    }

    private static History draw(long seed, List<Kind> kinds) {
        // Neighbouring seeds start alike in java.util.Random; a large odd factor drives them apart.
        var chance = new Random(seed * 0x9E3779B97F4A7C15L);
        var channel = chance.nextBoolean() ? Channel.LIVE_CHAT : Channel.EMAIL_TICKET;
        var identity = chance.nextInt(3) == 0 ? IdentityPolicy.INBOX : IdentityPolicy.ASSIGNEE;
        int length = 5 + chance.nextInt(LONGEST - 4);
        var steps = new ArrayList<Step>();
        if (chance.nextInt(4) > 0) {
            if (chance.nextInt(4) == 0) {
                steps.add(new Step(Kind.SETTINGS, Who.ADA, Who.ADA, Choices.BY_INVITATION, 0));
            }
            steps.add(new Step(Kind.CLAIM, Who.ASHA, Who.ASHA, 0, 0));
            steps.add(new Step(Kind.ADD, Who.ASHA, other(chance), chance.nextInt(16), 0));
        }
        for (int number = 0; number < length; number++) {
            steps.add(step(kinds, chance));
        }
        return new History(channel, identity, List.copyOf(steps));
    }

    private static Step step(List<Kind> kinds, Random chance) {
        var kind = kinds.get(chance.nextInt(kinds.size()));
        int key = chance.nextInt(4) == 0 ? 1 + chance.nextInt(3) : 0;
        return new Step(kind, actor(kind, chance), other(chance), chance.nextInt(16), key);
    }

    /** Mostly those who may; the others are there to be refused. */
    private static Who actor(Kind kind, Random chance) {
        if (kind == Kind.ACCEPT || kind == Kind.DECLINE) {
            return chance.nextInt(5) > 0 ? Who.INVITEE : other(chance);
        }
        boolean writes = kind == Kind.REPLY || kind == Kind.NOTE;
        return switch (chance.nextInt(10)) {
            case 0, 1, 2 -> kind == Kind.CLAIM ? Who.ASHA : Who.ASSIGNEE;
            case 3, 4 -> Who.COLLABORATOR;
            case 5 -> writes ? Who.ASSIGNEE : Who.ADA;
            case 6 -> writes ? Who.COLLABORATOR : Who.SUE;
            case 7 -> writes ? Who.ASSIGNEE : Who.SYSTEM;
            default -> other(chance);
        };
    }

    private static Who other(Random chance) {
        var agents = List.of(Who.COLLABORATOR, Who.SUE, Who.ASHA, Who.BEN, Who.BO, Who.BO, Who.DOT, Who.CARLA);
        return chance.nextInt(30) == 0 ? Who.NOBODY : agents.get(chance.nextInt(agents.size()));
    }

    /** What happens often in a conversation is drawn often. */
    private static List<Kind> kinds(boolean hosts) {
        Map<Kind, Integer> weights = new EnumMap<>(Kind.class);
        for (var kind : Kind.values()) {
            weights.put(kind, kind.isHosts() && !hosts ? 0 : 2);
        }
        weights.putAll(Map.of(
                Kind.WRITE,
                6,
                Kind.REPLY,
                10,
                Kind.NOTE,
                12,
                Kind.ADD,
                9,
                Kind.CLAIM,
                5,
                Kind.REMOVE,
                3,
                Kind.CLOSE,
                1));
        weights.put(Kind.STRANGER_WRITES, 1);
        weights.put(Kind.SETTINGS, 4);
        weights.put(Kind.TIME, 3);
        weights.put(Kind.REOPEN, 4);
        weights.put(Kind.ACCEPT, 4);
        if (hosts) {
            weights.putAll(Map.of(Kind.MARK, 5, Kind.DELIVER, 6, Kind.MUTE, 3, Kind.MERGE, 1, Kind.ERASE_CUSTOMER, 1));
        }
        var kinds = new ArrayList<Kind>();
        weights.forEach((kind, weight) -> {
            for (int count = 0; count < weight; count++) {
                kinds.add(kind);
            }
        });
        return List.copyOf(kinds);
    }
}
