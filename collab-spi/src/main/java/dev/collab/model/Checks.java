package dev.collab.model;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The checks the stored shapes share; each names the argument it refuses. */
final class Checks {
    /** Fits an index row of every database we know of, also at four bytes a character. */
    static final int ID_LENGTH = 200;

    private Checks() {}

    static String id(String argument, String value) {
        InvalidArgumentException.ifNull(argument, value);
        if (value.isBlank()) {
            throw new InvalidArgumentException(argument, "must not be blank");
        }
        if (value.length() > ID_LENGTH) {
            throw new InvalidArgumentException(argument, "must not be longer than " + ID_LENGTH + " characters");
        }
        wellFormed(argument, value);
        // Ids are made by the hundred for each page that is read.
        for (int index = 0; index < value.length(); index++) {
            if (Character.isISOControl(value.charAt(index))) {
                throw new InvalidArgumentException(argument, "must not contain control characters");
            }
        }
        if (!value.equals(value.strip())) {
            throw new InvalidArgumentException(argument, "must not start or end with a blank");
        }
        return value;
    }

    /** A label is a short text that hosts give and people read: a name, a subject, a topic. */
    static String label(String argument, String value, int length) {
        InvalidArgumentException.ifNull(argument, value);
        if (value.isBlank()) {
            throw new InvalidArgumentException(argument, "must not be blank");
        }
        if (value.length() > length) {
            throw new InvalidArgumentException(argument, "must not be longer than " + length + " characters");
        }
        wellFormed(argument, value);
        if (value.indexOf('\0') >= 0) {
            throw new InvalidArgumentException(argument, "must not contain NUL");
        }
        return value;
    }

    private static void wellFormed(String argument, String value) {
        if (!Unicode.isWellFormed(value)) {
            throw new InvalidArgumentException(argument, "must be well-formed Unicode");
        }
    }

    static long notNegative(String argument, long value) {
        if (value < 0) {
            throw new InvalidArgumentException(argument, "must not be negative");
        }
        return value;
    }

    static int atLeast(String argument, int least, int value) {
        if (value < least) {
            throw new InvalidArgumentException(argument, "must be at least " + least);
        }
        return value;
    }

    static void that(boolean holds, String argument, String problem) {
        if (!holds) {
            throw new InvalidArgumentException(argument, problem);
        }
    }

    /** Sorted copies: {@code Set.copyOf} iterates in an order that differs from run to run. */
    static <T extends Comparable<T>> Set<T> sorted(Collection<T> values) {
        return values.isEmpty() ? Collections.emptySet() : Collections.unmodifiableSet(new TreeSet<>(values));
    }

    static <K extends Comparable<K>, V> Map<K, V> sorted(Map<K, V> values) {
        return values.isEmpty() ? Collections.emptyMap() : Collections.unmodifiableMap(new TreeMap<>(values));
    }
}
