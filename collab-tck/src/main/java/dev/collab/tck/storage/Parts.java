package dev.collab.tck.storage;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Records of which one component is another one's. */
final class Parts {
    private Parts() {}

    /**
     * Gives the first record once for each component, that one taken from the second.
     *
     * @param kept the components that are not changed
     * @return by the name of the component; the two must differ in all of them, or one would go unasked
     */
    static <R extends Record> Map<String, R> eachOf(R first, R second, Set<String> kept) {
        var all = new LinkedHashMap<String, R>();
        for (var part : first.getClass().getRecordComponents()) {
            if (!kept.contains(part.getName())) {
                if (Objects.equals(value(first, part), value(second, part))) {
                    throw new AssertionError("both have the same " + part.getName());
                }
                all.put(part.getName(), with(first, part.getName(), value(second, part)));
            }
        }
        return all;
    }

    /** Gives the same record with another value of a component. */
    static <R extends Record> R with(R record, String name, @Nullable Object value) {
        var parts = record.getClass().getRecordComponents();
        var values = Arrays.stream(parts)
                .map(part -> part.getName().equals(name) ? value : value(record, part))
                .toArray();
        try {
            @SuppressWarnings("unchecked")
            var type = (Class<R>) record.getClass();
            return type.getDeclaredConstructor(
                            Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new))
                    .newInstance(values);
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError("a record is what it says it is", impossible);
        }
    }

    private static @Nullable Object value(Record record, RecordComponent part) {
        try {
            return part.getAccessor().invoke(record);
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError("a record is what it says it is", impossible);
        }
    }
}
