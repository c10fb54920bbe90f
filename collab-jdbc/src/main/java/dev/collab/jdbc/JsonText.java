package dev.collab.jdbc;

import dev.collab.model.InvalidArgumentException;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Writes JSON, one object or array after the other; what is null is left out. */
final class JsonText {
    private final StringBuilder text = new StringBuilder(256);

    static <T> String arrayOf(Collection<T> values, BiConsumer<JsonText, T> writer) {
        var json = new JsonText();
        json.array(values, writer);
        return json.toString();
    }

    static String mapOf(Map<String, String> values) {
        var json = new JsonText();
        json.map(values);
        return json.toString();
    }

    static <T> String objectOf(T value, BiConsumer<JsonText, T> writer) {
        var json = new JsonText();
        json.object(value, writer);
        return json.toString();
    }

    JsonText put(String name, @Nullable String value) {
        if (value != null) {
            name(name);
            string(value);
        }
        return this;
    }

    JsonText put(String name, @Nullable Long value) {
        return value == null ? this : raw(name, value.toString());
    }

    JsonText put(String name, int value) {
        return raw(name, Integer.toString(value));
    }

    JsonText put(String name, boolean value) {
        return raw(name, Boolean.toString(value));
    }

    JsonText put(String name, @Nullable Instant value) {
        return value == null ? this : put(name, Times.stored(value).toString());
    }

    JsonText put(String name, Enum<?> value) {
        return put(name, value.name());
    }

    JsonText strings(String name, Collection<?> values) {
        name(name);
        array(values, (json, value) -> json.string(value instanceof Enum<?> one ? one.name() : value.toString()));
        return this;
    }

    <T> JsonText array(String name, Collection<T> values, BiConsumer<JsonText, T> writer) {
        name(name);
        array(values, (json, value) -> json.object(value, writer));
        return this;
    }

    <T> JsonText object(String name, T value, BiConsumer<JsonText, T> writer) {
        name(name);
        object(value, writer);
        return this;
    }

    JsonText map(String name, Map<String, String> values) {
        name(name);
        map(values);
        return this;
    }

    <T> void object(T value, BiConsumer<JsonText, T> writer) {
        text.append('{');
        writer.accept(this, value);
        text.append('}');
    }

    private <T> void array(Collection<T> values, BiConsumer<JsonText, T> writer) {
        text.append('[');
        for (var value : values) {
            comma();
            writer.accept(this, value);
        }
        text.append(']');
    }

    private void map(Map<String, String> values) {
        text.append('{');
        values.forEach(this::put);
        text.append('}');
    }

    private JsonText raw(String name, String value) {
        name(name);
        text.append(value);
        return this;
    }

    private void name(String name) {
        comma();
        string(name);
        text.append(':');
    }

    private void comma() {
        char last = text.charAt(text.length() - 1);
        if (last != '{' && last != '[' && last != ':') {
            text.append(',');
        }
    }

    private void string(String value) {
        text.append('"');
        for (int index = 0; index < value.length(); index++) {
            char next = value.charAt(index);
            if (next == '"' || next == '\\') {
                text.append('\\').append(next);
            } else if (next < ' ') {
                text.append(String.format("\\u%04x", (int) next));
            } else {
                text.append(next);
            }
        }
        text.append('"');
        refuseWhatPostgresChanges(value);
    }

    /** PostgreSQL has no NUL in texts, and drivers replace unpaired surrogates without a word. */
    static String refuseWhatPostgresChanges(String value) {
        for (int index = 0; index < value.length(); index++) {
            char next = value.charAt(index);
            if (next == 0) {
                throw new InvalidArgumentException("text", "must not contain NUL");
            }
            if (Character.isSurrogate(next)) {
                boolean pair = Character.isHighSurrogate(next)
                        && index + 1 < value.length()
                        && Character.isLowSurrogate(value.charAt(index + 1));
                if (!pair) {
                    throw new InvalidArgumentException("text", "must be well-formed Unicode");
                }
                index++;
            }
        }
        return value;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
