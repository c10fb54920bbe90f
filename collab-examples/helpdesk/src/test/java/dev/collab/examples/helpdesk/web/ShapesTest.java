package dev.collab.examples.helpdesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.model.Channel;
import dev.collab.model.ConversationId;
import dev.collab.model.ConversationStatus;
import dev.collab.outcome.Reason;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class ShapesTest {
    private static final Set<Class<?>> PLAIN = Set.of(
            long.class,
            int.class,
            boolean.class,
            String.class,
            Instant.class,
            ConversationId.class,
            Channel.class,
            ConversationStatus.class,
            List.class);

    @Test
    @DisplayName("B-39 What can be shown to a customer is made of these types and names, none of which can hold a note")
    void customers() {
        var types = new HashSet<Class<?>>();
        var names = new HashSet<String>();
        for (var shape : CustomerShapes.class.getDeclaredClasses()) {
            Arrays.stream(shape.getRecordComponents())
                    .map(RecordComponent::getName)
                    .forEach(names::add);
            Arrays.stream(shape.getRecordComponents()).forEach(part -> collect(part.getGenericType(), types));
        }
        types.removeAll(PLAIN);
        types.removeAll(Set.of(CustomerShapes.class.getDeclaredClasses()));
        assertThat(types).isEmpty();
        assertThat(names).contains("text").doesNotContain("author", "audience", "named", "facts", "agent", "assignee");
        assertThat(shapesOf(AgentShapes.class)).contains("author", "audience");
    }

    private static Set<String> shapesOf(Class<?> side) {
        var names = new HashSet<String>();
        for (var shape : side.getDeclaredClasses()) {
            if (shape.isRecord()) {
                Arrays.stream(shape.getRecordComponents())
                        .map(RecordComponent::getName)
                        .forEach(names::add);
            }
        }
        return names;
    }

    private static void collect(Type type, Set<Class<?>> into) {
        if (type instanceof ParameterizedType generic) {
            collect(generic.getRawType(), into);
            Arrays.stream(generic.getActualTypeArguments()).forEach(one -> collect(one, into));
        } else if (type instanceof Class<?> plain) {
            into.add(plain);
        }
    }

    @Test
    @DisplayName("B-54 Whatever is unknown is 404, nothing else is, and every reason has words of its own")
    void reasons() {
        var titles = new HashSet<String>();
        for (var reason : Reason.values()) {
            assertThat(Refusals.status(reason) == 404)
                    .as(reason.name())
                    .isEqualTo(reason.name().startsWith("UNKNOWN_"));
            assertThat(Refusals.status(reason)).isBetween(403, 422);
            assertThat(titles.add(Refusals.title(reason))).as(reason.name()).isTrue();
        }
    }
}
