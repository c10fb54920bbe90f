package dev.collab.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON object whose names are all known.
 *
 * <p>A name, a kind or a word that this version does not know was written by a newer one; what it means may take access
 * away, so the whole is refused.
 */
final class JsonObject {
    private final Map<String, @Nullable Object> values;
    private int read;

    private JsonObject(Map<String, @Nullable Object> values) {
        this.values = values;
    }

    static <T> T parse(String text, Function<JsonObject, T> reader) {
        return of(new JsonParser(text).parse(), reader);
    }

    /** {@return nothing where there is null} */
    static <T> List<T> parseArray(@Nullable String text, Function<JsonObject, T> reader) {
        return text == null ? List.of() : all(new JsonParser(text).parse(), value -> of(value, reader));
    }

    /** {@return nothing where there is null} */
    static Map<String, String> parseMap(@Nullable String text) {
        return text == null ? Map.of() : textMap(new JsonParser(text).parse());
    }

    private static <T> T of(@Nullable Object value, Function<JsonObject, T> reader) {
        var object = new JsonObject(map(value));
        T result = reader.apply(object);
        if (object.read != object.values.size()) {
            throw new NewerVersionException("a name besides those of " + object.values.keySet());
        }
        return result;
    }

    private @Nullable Object get(String name) {
        var value = values.get(name);
        if (value != null) {
            read++;
        }
        return value;
    }

    private Object need(String name) {
        var value = get(name);
        if (value == null) {
            throw new NewerVersionException("no " + name);
        }
        return value;
    }

    String text(String name) {
        return (String) need(name);
    }

    @Nullable String textOrNull(String name) {
        return (String) get(name);
    }

    <T> @Nullable T orNull(String name, Function<String, T> type) {
        var text = textOrNull(name);
        return text == null ? null : type.apply(text);
    }

    long number(String name) {
        return (Long) need(name);
    }

    @Nullable Long numberOrNull(String name) {
        return (Long) get(name);
    }

    boolean flag(String name) {
        return (Boolean) need(name);
    }

    Instant time(String name) {
        return Instant.parse(text(name));
    }

    @Nullable Instant timeOrNull(String name) {
        return orNull(name, Instant::parse);
    }

    Duration duration(String name) {
        return Duration.parse(text(name));
    }

    @Nullable Duration durationOrNull(String name) {
        return orNull(name, Duration::parse);
    }

    <E extends Enum<E>> E one(String name, Class<E> type) {
        return Words.one(type, text(name));
    }

    <T> T object(String name, Function<JsonObject, T> reader) {
        return of(need(name), reader);
    }

    <T> List<T> objects(String name, Function<JsonObject, T> reader) {
        return all(need(name), value -> of(value, reader));
    }

    <T> List<T> texts(String name, Function<String, T> type) {
        return all(need(name), value -> type.apply((String) Objects.requireNonNull(value)));
    }

    Map<String, String> map(String name) {
        return textMap(need(name));
    }

    <T> Map<String, T> map(String name, Function<@Nullable Object, T> type) {
        var result = new LinkedHashMap<String, T>();
        map(need(name)).forEach((key, value) -> result.put(key, type.apply(value)));
        return result;
    }

    static List<String> strings(@Nullable Object value) {
        return all(value, one -> (String) Objects.requireNonNull(one));
    }

    private static Map<String, String> textMap(@Nullable Object value) {
        var result = new LinkedHashMap<String, String>();
        map(value).forEach((name, text) -> result.put(name, (String) Objects.requireNonNull(text)));
        return result;
    }

    private static <T> List<T> all(@Nullable Object value, Function<@Nullable Object, T> reader) {
        if (!(value instanceof List<?> list)) {
            throw new NewerVersionException("no list");
        }
        var result = new ArrayList<T>(list.size());
        list.forEach(one -> result.add(reader.apply(one)));
        return result;
    }

    @SuppressWarnings("unchecked") // The parser makes no other maps.
    private static Map<String, @Nullable Object> map(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new NewerVersionException("no object");
        }
        return (Map<String, @Nullable Object>) map;
    }
}
