package dev.collab.tck.broken;

/** Keeps the place of a notification as text, so that ten comes before nine. */
final class BrokenNumbers extends Reordering {
    BrokenNumbers() {
        super(one -> placed(one, asText(one.revision()), (int) asText(one.ordinal())));
    }

    /** A number whose place among numbers is that of the digits among texts, below a thousand. */
    private static long asText(long number) {
        var digits = Long.toString(number);
        return Long.parseLong(digits + "0".repeat(3 - digits.length())) * 10 + digits.length();
    }
}
