package dev.collab.rules;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.collab.Collab;
import dev.collab.model.InvalidArgumentException;
import java.util.function.Consumer;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@NullUnmarked
class DoorsTest {
    private final Collab collab = Shop.open().collab;

    @Test
    @DisplayName("Whoever acts must be somebody: nobody is refused by name")
    void nobody() {
        assertRefused("agent", door -> door.agent(null));
        assertRefused("customer", door -> door.customer(null));
        assertRefused("admin", door -> door.admin(null));
        assertRefused("name", door -> door.system(null));
    }

    private void assertRefused(String argument, Consumer<Collab> door) {
        assertThatThrownBy(() -> door.accept(collab))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessage(argument + " must not be null");
    }
}
