package dev.collab.jdbc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parses the JSON that the adapter wrote and PostgreSQL gave back: objects, lists, strings, whole numbers, booleans. */
final class JsonParser {
    private final String text;
    private int at;

    JsonParser(String text) {
        this.text = text;
    }

    @Nullable Object parse() {
        var value = value();
        blanks();
        if (at != text.length()) {
            throw broken();
        }
        return value;
    }

    private @Nullable Object value() {
        blanks();
        return switch (peek()) {
            case '{' -> object();
            case '[' -> list();
            case '"' -> string();
            case 't' -> word("true", Boolean.TRUE);
            case 'f' -> word("false", Boolean.FALSE);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, @Nullable Object> object() {
        var values = new LinkedHashMap<String, @Nullable Object>();
        at++;
        blanks();
        if (peek() == '}') {
            at++;
            return values;
        }
        do {
            blanks();
            var name = string();
            blanks();
            expect(':');
            values.put(name, value());
            blanks();
        } while (next(','));
        expect('}');
        return values;
    }

    private List<@Nullable Object> list() {
        var values = new ArrayList<@Nullable Object>();
        at++;
        blanks();
        if (peek() == ']') {
            at++;
            return values;
        }
        do {
            values.add(value());
            blanks();
        } while (next(','));
        expect(']');
        return values;
    }

    private String string() {
        expect('"');
        int start = at;
        while (peek() != '"' && peek() != '\\') {
            at++;
        }
        if (peek() == '"') {
            at++;
            return text.substring(start, at - 1);
        }
        var unescaped = new StringBuilder(text.substring(start, at));
        while (peek() != '"') {
            char next = text.charAt(at++);
            unescaped.append(next == '\\' ? escaped() : next);
        }
        at++;
        return unescaped.toString();
    }

    private char escaped() {
        char kind = peek();
        at++;
        return switch (kind) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                at += 4;
                if (at > text.length()) {
                    throw broken();
                }
                yield (char) Integer.parseInt(text.substring(at - 4, at), 16);
            }
            default -> kind;
        };
    }

    private Long number() {
        int start = at;
        while (at < text.length() && "+-0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        try {
            return Long.valueOf(text.substring(start, at));
        } catch (NumberFormatException fraction) {
            throw new NewerVersionException("a number that is not whole", fraction);
        }
    }

    private @Nullable Object word(String word, @Nullable Boolean value) {
        if (!text.startsWith(word, at)) {
            throw broken();
        }
        at += word.length();
        return value;
    }

    private boolean next(char expected) {
        if (peek() == expected) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char expected) {
        if (!next(expected)) {
            throw broken();
        }
    }

    private char peek() {
        if (at >= text.length()) {
            throw broken();
        }
        return text.charAt(at);
    }

    private void blanks() {
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
    }

    /** Says where, not what: it may be somebody's text. */
    private NewerVersionException broken() {
        return new NewerVersionException("something unexpected at character " + at);
    }
}
