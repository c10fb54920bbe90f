package dev.collab.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class QuickstartTest {
    private static final Path SOURCE = Path.of("src/main/java/dev/collab/examples/quickstart/Quickstart.java");

    @Test
    @DisplayName("B-37 The quickstart shows the customer one conversation and agents the true authors and the note")
    void output() {
        assertThat(printed()).isEqualTo("""
                        Asha, the assignee, sees
                          Carl (OPENED)
                          Carl: Do the boots run small? And which charger fits?
                          Asha (ASSIGNED asha)
                          Asha: Take one size up.
                          Asha (COLLABORATION_STARTED bo)
                          Bo, note: The USB-C one; the old model is recalled.
                          Bo: The USB-C charger fits.
                        Bo, the collaborator, sees
                          Carl (OPENED)
                          Carl: Do the boots run small? And which charger fits?
                          Asha (ASSIGNED asha)
                          Asha: Take one size up.
                          Asha (COLLABORATION_STARTED bo)
                          Bo, note: The USB-C one; the old model is recalled.
                          Bo: The USB-C charger fits.
                        Sam, of Bo's group, sees
                          nothing: UNKNOWN_CONVERSATION
                        Carl, the customer, sees
                          you: Do the boots run small? And which charger fits?
                          Asha: Take one size up.
                          Asha: The USB-C charger fits.
                        """);
    }

    private static String printed() {
        var before = System.out;
        var printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            Quickstart.main(new String[0]);
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    @Test
    @DisplayName("The story fits on a screen: main has at most 45 lines")
    void size() throws IOException {
        var lines = Files.readAllLines(SOURCE);
        int start = lines.indexOf("    public static void main(String[] arguments) {");
        int end = start + lines.subList(start, lines.size()).indexOf("    }");

        assertThat(start).isPositive();
        assertThat(end - start - 1).isBetween(1, 45);
    }
}
