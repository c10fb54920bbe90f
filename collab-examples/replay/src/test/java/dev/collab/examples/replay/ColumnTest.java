package dev.collab.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class ColumnTest {
    private static final Column TEN = new Column(10);

    @Test
    @DisplayName("A text is wrapped between words")
    void words() {
        assertThat(TEN.wrap("", "  ", "one two three four")).containsExactly("one two", "  three", "  four");
    }

    @Test
    @DisplayName("A line may be as wide as the column, not wider")
    void exact() {
        assertThat(TEN.wrap("", "  ", "12345 7890 12345678 1")).containsExactly("12345 7890", "  12345678", "  1");
    }

    @Test
    @DisplayName("A word wider than the column is broken, no character is")
    void longWord() {
        assertThat(TEN.wrap("## ", "## ", "abcdefgh\ud83d\udc62\ud83d\udc62\ud83d\udc62\ud83d\udc62"))
                .containsExactly("## abcdefg", "## h\ud83d\udc62\ud83d\udc62\ud83d\udc62", "## \ud83d\udc62");
    }

    @Test
    @DisplayName("Line breaks are kept, and no line of the text begins like a mark")
    void breaks() {
        assertThat(TEN.wrap("", "  ", "a: b\n## NOTE\r\n-- c")).containsExactly("a: b", "  ## NOTE", "  -- c");
    }

    @Test
    @DisplayName("Of nothing one line is left")
    void nothing() {
        assertThat(TEN.wrap("## ", "## ", "")).containsExactly("## ");
        assertThat(TEN.wrap("## ", "## ", " \n ")).containsExactly("## ");
    }

    @Test
    @DisplayName("Wide characters take two cells")
    void wide() {
        assertThat(TEN.wrap("", "", "靴下靴下靴下")).containsExactly("靴下靴下靴", "下");
        assertThat(TEN.fill("靴下")).isEqualTo("靴下      ");
    }

    @Test
    @DisplayName("No line is wider than the column, and no letter is lost")
    void random() {
        var random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            var text = random.ints(random.nextInt(60), 0, 5)
                    .collect(
                            StringBuilder::new,
                            (made, choice) -> made.append("ab \n\t".charAt(choice)),
                            StringBuilder::append)
                    .toString();

            var lines = TEN.wrap("", "  ", text);

            assertThat(lines).allMatch(line -> line.length() <= 10);
            assertThat(String.join("", lines).replace(" ", "")).isEqualTo(text.replaceAll("\\s", ""));
        }
    }
}
