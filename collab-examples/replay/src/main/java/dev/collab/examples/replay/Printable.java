package dev.collab.examples.replay;

/** Makes text of a file harmless for a terminal. */
final class Printable {
    private static final int SHORT = 40;

    private Printable() {}

    /** Shows what would move a terminal's cursor, turn its line around or break its encoding as an escape. */
    static String of(String text) {
        var printable = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (isHarmless(point)) {
                printable.appendCodePoint(point);
            } else {
                printable.append(String.format("\\u%04x", point));
            }
        });
        return printable.toString();
    }

    /** Shows the beginning of what may be long. */
    static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= SHORT
                ? of(text)
                : of(text.substring(0, text.offsetByCodePoints(0, SHORT))) + "…";
    }

    /** Tells how many cells of a terminal a character takes; close enough for columns to stand straight. */
    static int cells(int point) {
        int type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        boolean emoji = point >= 0x1F300 && point <= 0x1FAFF;
        return emoji || isWide(Character.UnicodeScript.of(point)) ? 2 : 1;
    }

    private static boolean isHarmless(int point) {
        int type = Character.getType(point);
        // The two joiners are harmless, and needed within emoji and some scripts.
        return type != Character.CONTROL
                && type != Character.SURROGATE
                && (type != Character.FORMAT || point == 0x200C || point == 0x200D);
    }

    private static boolean isWide(Character.UnicodeScript script) {
        return script == Character.UnicodeScript.HAN
                || script == Character.UnicodeScript.HIRAGANA
                || script == Character.UnicodeScript.KATAKANA
                || script == Character.UnicodeScript.HANGUL;
    }
}
