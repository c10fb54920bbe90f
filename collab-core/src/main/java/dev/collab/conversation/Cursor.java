package dev.collab.conversation;

import dev.collab.model.InvalidArgumentException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * Remembers a place in somebody's view of a timeline.
 *
 * <p>It carries no authority: whoever uses it sees what they may see then. It can be sent to a browser and back.
 *
 * @param token the place, in letters and digits that mean nothing to anybody else
 */
public record Cursor(String token) {
    private static final Pattern PLACE = Pattern.compile("([on])(0|[1-9][0-9]{0,17})");

    /** Checks that it is one of ours. */
    public Cursor {
        parse(token);
    }

    static Cursor olderThan(long position) {
        return new Cursor(encode("o" + position));
    }

    static Cursor newerFrom(long position) {
        return new Cursor(encode("n" + position));
    }

    boolean isOlder() {
        return parse(token).charAt(0) == 'o';
    }

    long position() {
        return Long.parseLong(parse(token).substring(1));
    }

    private static String encode(String place) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.US_ASCII));
    }

    private static String parse(String token) {
        try {
            var place = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.US_ASCII);
            if (token.length() <= 32 && PLACE.matcher(place).matches()) {
                return place;
            }
        } catch (IllegalArgumentException notBase64) {
            // Falls through: the caller is told the same whatever is wrong with it.
        }
        throw new InvalidArgumentException("cursor", "must come from a page");
    }
}
