package dev.collab.inbox;

import dev.collab.model.GroupId;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Puts values into words so that no two of them read the same. */
final class Words {
    /** What looks like the end of a quotation to somebody who reads. */
    private static final String QUOTES = "\"\u00AB\u00BB\u201C\u201D\u201E\u201F\u2033\u2036\u301D\u301E\u301F\uFF02";

    private static final int KIBI = 1024;

    private Words() {}

    /** Text of the host stays between its quotation marks, on its line and in its direction, whatever is in it. */
    static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        text.codePoints().forEach(character -> {
            if (character == '\\' || QUOTES.indexOf(character) >= 0) {
                quoted.append('\\').appendCodePoint(character);
            } else if (isSeen(character)) {
                quoted.appendCodePoint(character);
            } else {
                quoted.append("\\u{").append(Integer.toHexString(character)).append('}');
            }
        });
        return quoted.append('"').toString();
    }

    private static boolean isSeen(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            case Character.SPACE_SEPARATOR -> character == ' ';
            default -> true;
        };
    }

    /**
     * A label that two groups share, or that another group has for an id, would say less than it seems to: then the id
     * stands beside it.
     */
    static String group(GroupId group, Map<GroupId, String> labels) {
        var label = labels.getOrDefault(group, group.value());
        int mine = labels.containsKey(group) ? 1 : 0;
        boolean shared = Collections.frequency(labels.values(), label) > mine;
        return shared ? quoted(label) + " (" + quoted(group.value()) + ")" : quoted(label);
    }

    static String groups(Collection<GroupId> groups, Map<GroupId, String> labels) {
        return either(groups.stream().map(group -> group(group, labels)).toList());
    }

    static String anyOf(Collection<String> texts) {
        return either(texts.stream().map(Words::quoted).toList());
    }

    static String either(List<String> choices) {
        return joined(choices, " or ");
    }

    private static String joined(List<String> parts, String last) {
        int end = parts.size() - 1;
        return end < 1 ? String.join("", parts) : String.join(", ", parts.subList(0, end)) + last + parts.get(end);
    }

    static String capitalised(String sentence) {
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }

    /** Exact to the nanosecond; zero is "0 seconds". */
    static String time(Duration duration) {
        var parts = new ArrayList<String>();
        count(parts, BigDecimal.valueOf(duration.toDaysPart()), "day");
        count(parts, BigDecimal.valueOf(duration.toHoursPart()), "hour");
        count(parts, BigDecimal.valueOf(duration.toMinutesPart()), "minute");
        var seconds = BigDecimal.valueOf(duration.toNanosPart(), 9).add(BigDecimal.valueOf(duration.toSecondsPart()));
        count(parts, seconds, "second");
        return parts.isEmpty() ? "0 seconds" : joined(parts, " and ");
    }

    private static void count(List<String> parts, BigDecimal number, String unit) {
        if (number.signum() != 0) {
            boolean one = number.compareTo(BigDecimal.ONE) == 0;
            parts.add(number.stripTrailingZeros().toPlainString() + " " + unit + (one ? "" : "s"));
        }
    }

    static String size(int bytes) {
        if (bytes % (KIBI * KIBI) == 0) {
            return bytes / (KIBI * KIBI) + " MiB";
        }
        if (bytes % KIBI == 0) {
            return bytes / KIBI + " KiB";
        }
        return bytes == 1 ? "1 byte" : bytes + " bytes";
    }
}
