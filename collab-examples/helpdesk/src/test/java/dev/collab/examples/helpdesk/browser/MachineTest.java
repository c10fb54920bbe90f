package dev.collab.examples.helpdesk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the browser is looked for, and what is said when there is none; needs none itself. */
final class MachineTest {
    @TempDir
    private Path directory;

    private Path program(String name) throws IOException {
        var file = Files.createFile(directory.resolve(name));
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    @Test
    @DisplayName("Browser and Node.js are found on the PATH")
    void found() throws IOException {
        var chromium = program("chromium-browser");
        var node = program("node");
        var machine = Machine.in(Map.of("PATH", "/no/such:" + directory));
        assertThat(machine.isComplete()).isTrue();
        assertThat(machine.chromium()).contains(chromium);
        assertThat(machine.node()).contains(node);
    }

    @Test
    @DisplayName("A browser that is named is taken, and no other one instead of it")
    void named() throws IOException {
        program("chromium");
        program("node");
        var mine = program("mine");
        var path = directory.toString();
        assertThat(Machine.in(Map.of("PATH", path, Machine.CHROMIUM, mine.toString()))
                        .chromium())
                .contains(mine);
        assertThat(Machine.in(Map.of("PATH", path, Machine.CHROMIUM, "/no/such"))
                        .missing())
                .singleElement()
                .asString()
                .contains(Machine.CHROMIUM, "/no/such");
    }

    @Test
    @DisplayName("What is missing is said line by line, with what to do, and cannot be overlooked")
    void missing() {
        var machine = Machine.in(Map.of("PATH", directory.toString()));
        assertThat(machine.isComplete()).isFalse();
        assertThat(machine.missing()).hasSize(2);
        assertThat(machine.warning().lines())
                .hasSizeGreaterThan(5)
                .anySatisfy(line -> assertThat(line).contains("SKIPPED"))
                .anySatisfy(line -> assertThat(line).contains("apt-get install chromium"))
                .anySatisfy(line -> assertThat(line).contains("apt-get install nodejs"))
                .anySatisfy(line -> assertThat(line).contains("collab.browser.required"));
    }
}
