package dev.collab.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IdTest {
    static Stream<Arguments> types() {
        return Stream.of(
                type("inbox", InboxId::new),
                type("conversation", ConversationId::new),
                type("agent", AgentId::new),
                type("customer", CustomerId::new),
                type("group", GroupId::new),
                type("collaboration", CollaborationId::new),
                type("invitation", InvitationId::new),
                type("attachment", AttachmentId::new),
                type("notification", NotificationId::new),
                type("command key", CommandKey::new));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("types")
    @DisplayName("P-22 an id that a store could change or confuse is refused, and the argument named")
    void refusesAwkwardIds(String argument, Function<String, Object> make) {
        for (var awkward : new String[] {
            "", " ", "\t", " asha", "asha ", "as\0ha", "as\nha", "as\u0085ha", "\ud83d", "\ude00asha", "a".repeat(201)
        }) {
            assertThatExceptionOfType(InvalidArgumentException.class)
                    .isThrownBy(() -> make.apply(awkward))
                    .satisfies(refused -> assertThat(refused.argument()).isEqualTo(argument))
                    .satisfies(refused -> assertThat(refused).hasMessageStartingWith(argument + " must"));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("types")
    @DisplayName("P-22 ids that only look alike are different, and every other id is taken as it is")
    void tellsLookAlikesApart(String argument, Function<String, Object> make) {
        var decomposed = "Ame\u0301lie";
        var composed = "Am\u00e9lie";
        var cyrillic = "\u0410melie";
        assertThat(Stream.of("asha", "Asha", "asha1", "a s", "\ud83d\ude00", decomposed, composed, cyrillic)
                        .map(make)
                        .distinct())
                .hasSize(8);
        assertThat(make.apply("asha")).isEqualTo(make.apply("asha")).hasToString("asha");
        assertThat(make.apply("a".repeat(200))).hasToString("a".repeat(200));
    }

    private static Arguments type(String argument, Function<String, Object> make) {
        return Arguments.of(argument, make);
    }
}
