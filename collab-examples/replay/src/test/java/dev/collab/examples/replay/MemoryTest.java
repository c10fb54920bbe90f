package dev.collab.examples.replay;

import static dev.collab.examples.replay.TranscriptFile.agent;
import static dev.collab.examples.replay.TranscriptFile.customer;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MemoryTest {
    @TempDir
    private Path folder;

    @Test
    @DisplayName("A long file needs the memory of a shift: texts of 100 MB are replayed with a heap of 64 MB")
    void bounded() throws IOException, InterruptedException {
        var file = folder.resolve("chats.json");
        var text = "x".repeat(20_000);
        var chat = new TranscriptFile()
                .chat(1, customer(text), agent(text), customer(text), agent(text), customer(text))
                .json()
                .replace("\\u0078", "x");
        var one = chat.substring(1, chat.length() - 1);
        try (var writer = Files.newBufferedWriter(file)) {
            writer.write("[" + one);
            for (int number = 2; number <= 1_000; number++) {
                writer.write("," + one);
            }
            writer.write("]");
        }
        var out = folder.resolve("out");

        var replay = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Replay.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();

        assertThat(replay.waitFor(5, TimeUnit.MINUTES)).isTrue();
        var said = Files.readString(out, StandardCharsets.UTF_8);
        assertThat(replay.exitValue()).as(said).isEqualTo(Replay.OK);
        assertThat(said).contains("\nchats         1000 ").contains("\nunread ", "\n1000 chats, ");
    }
}
