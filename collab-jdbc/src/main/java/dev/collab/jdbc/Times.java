package dev.collab.jdbc;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Times as PostgreSQL keeps them: to the microsecond, cut before the driver would round. */
final class Times {
    /** What lies outside is asked for only as "always" and "never". */
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private Times() {}

    static Instant stored(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS);
    }

    static OffsetDateTime bound(Instant time) {
        if (time.isBefore(FIRST)) {
            return OffsetDateTime.MIN;
        }
        if (time.isAfter(LAST)) {
            return OffsetDateTime.MAX;
        }
        return stored(time).atOffset(ZoneOffset.UTC);
    }

    /** For what must lie before a time: a stored time does so exactly if it lies before the next microsecond. */
    static Instant before(Instant time) {
        return stored(time).equals(time) || time.isAfter(LAST)
                ? time
                : stored(time).plus(1, ChronoUnit.MICROS);
    }

    /** Grows with age, so that lists with the newest first are read forwards. */
    static long rank(Instant time) {
        return -(time.getEpochSecond() * 1_000_000 + time.getNano() / 1_000);
    }
}
