package dev.collab.examples.helpdesk.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Is what this machine brings for tests in a browser; nothing is downloaded.
 *
 * @param chromium the browser; empty if there is none
 * @param node what runs Playwright's driver; empty if there is none
 * @param missing what is missing and what to do about it, one line each
 */
record Machine(Optional<Path> chromium, Optional<Path> node, List<String> missing) {
    /** Names the browser to take, where it is at no usual place. */
    static final String CHROMIUM = "COLLAB_CHROMIUM";

    private static final List<String> BROWSERS =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");

    /**
     * Looks around.
     *
     * @param environment its variables
     */
    static Machine in(Map<String, String> environment) {
        var path = environment.getOrDefault("PATH", "");
        var named = environment.getOrDefault(CHROMIUM, "");
        var chromium = named.isEmpty()
                ? BROWSERS.stream().flatMap(name -> programs(path, name)).findFirst()
                : Optional.of(Path.of(named)).filter(Machine::isProgram);
        var node = programs(path, "node").findFirst();

        var missing = new ArrayList<String>();
        if (chromium.isEmpty()) {
            missing.add(
                    named.isEmpty()
                            ? "No Chromium: none of " + String.join(", ", BROWSERS) + " is on the PATH, and " + CHROMIUM
                                    + " names none. On Debian: apt-get install chromium"
                            : "No Chromium: " + CHROMIUM + " names " + named + ", which is no program.");
        }
        if (node.isEmpty()) {
            missing.add("No Node.js, which drives the browser: no node on the PATH. On Debian: apt-get install nodejs");
        }
        return new Machine(chromium, node, List.copyOf(missing));
    }

    private static Stream<Path> programs(String path, String name) {
        return Stream.of(path.split(File.pathSeparator))
                .filter(directory -> !directory.isEmpty())
                .map(directory -> Path.of(directory, name))
                .filter(Machine::isProgram);
    }

    private static boolean isProgram(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }

    boolean isComplete() {
        return missing.isEmpty();
    }

    /** {@return what cannot be overlooked in the output of a build} */
    String warning() {
        var bar = "*".repeat(100);
        return "%n%s%n** THE BROWSER TESTS OF THE HELP DESK ARE SKIPPED. Nothing here shows that its pages work.%n%s** With -D%s=true, as in .ci/run, they fail instead.%n%s%n"
                .formatted(
                        bar,
                        String.join(
                                "",
                                missing.stream()
                                        .map(line -> "** " + line + System.lineSeparator())
                                        .toList()),
                        BrowserExtension.REQUIRED,
                        bar);
    }
}
