package dev.collab.tck.model;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes values down so that equal ones give equal text: what has no order is sorted, and nothing is left out. */
final class Canonical {
    /** Asking a class for its components costs more than writing them down. */
    private static final ClassValue<RecordComponent[]> COMPONENTS = new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
            return type.getRecordComponents();
        }
    };

    private final StringBuilder text = new StringBuilder();

    private Canonical() {}

    static String text(@Nullable Object value) {
        var canonical = new Canonical();
        canonical.write(value);
        return canonical.text.toString();
    }

    private void write(@Nullable Object value) {
        if (value instanceof Record row) {
            row(row);
        } else if (value instanceof Optional<?> optional) {
            all("Optional[", optional.stream().toList());
        } else if (value instanceof Set<?> set) {
            all("{", sorted(set.stream().map(Canonical::text).toList()));
        } else if (value instanceof Iterable<?> list) {
            all("[", list);
        } else if (value instanceof Map<?, ?> map) {
            var entries = new ArrayList<String>();
            map.forEach((key, one) -> entries.add(text(key) + "=" + text(one)));
            all("{", sorted(entries));
        } else {
            text.append(value);
        }
    }

    private static List<String> sorted(List<String> texts) {
        var sorted = new ArrayList<>(texts);
        Collections.sort(sorted);
        return sorted;
    }

    private void all(String opening, Iterable<?> values) {
        text.append(opening);
        for (var value : values) {
            // What begins a line can be found.
            text.append(value instanceof Record ? "\n" : "");
            write(value);
            text.append(", ");
        }
        text.append(opening.endsWith("{") ? "}" : "]");
    }

    private void row(Record row) {
        text.append(row.getClass().getSimpleName()).append('(');
        for (var component : COMPONENTS.get(row.getClass())) {
            text.append(component.getName()).append('=');
            try {
                write(component.getAccessor().invoke(row));
            } catch (ReflectiveOperationException hidden) {
                throw new IllegalStateException("cannot read " + component, hidden);
            }
            text.append(", ");
        }
        text.append(')');
    }
}
