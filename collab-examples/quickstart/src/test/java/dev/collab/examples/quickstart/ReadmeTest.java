package dev.collab.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the documents say is so: the quickstart in the README is the file, its output the output, commands and links work.
 *
 * <p>This writes the quickstart and its output into the README anew:
 *
 * <pre>mvn -pl collab-examples/quickstart -am test -Dcollab.docs.update=true</pre>
 */
class ReadmeTest {
    private static final Path PROJECT = project();
    private static final Path README = PROJECT.resolve("README.md");
    private static final Path QUICKSTART =
            PROJECT.resolve("collab-examples/quickstart/src/main/java/dev/collab/examples/quickstart/Quickstart.java");

    /** The commands whose working is shown elsewhere: by the continuous build, or by the tests of the example. */
    private static final Set<String> COMMANDS = Set.of(
            "mvn -B install -DskipTests -Dinvoker.skip",
            "mvn -B verify",
            "mvn -q -pl collab-examples/helpdesk -am compile exec:java",
            "mvn -q -pl collab-examples/quickstart -am compile exec:java",
            "mvn -q -pl collab-examples/replay -am compile exec:java -Dexec.args=FILE");

    private static final Pattern FENCED = Pattern.compile("^```(?<language>\\w*)\\n(?<text>.*?)^```$", multiline());
    private static final Pattern MODULE = Pattern.compile("-pl (\\S+)");
    private static final Pattern LINK = Pattern.compile("]\\((?<path>[^)\\s#]*)(?:#(?<anchor>[^)\\s]*))?\\)");
    private static final Pattern HEADING = Pattern.compile("^#+ (.+)$", Pattern.MULTILINE);

    @Test
    void theQuickstartIsTheFileAndPrintsWhatTheReadmeSays() throws IOException {
        var readme = Files.readString(README);
        var current = with(with(readme, "quickstart", "java", quickstart()), "output", "text", output());
        if (Boolean.getBoolean("collab.docs.update")) {
            Files.writeString(README, current);
        }

        assertThat(Files.readString(README))
                .as("-Dcollab.docs.update=true writes it anew")
                .isEqualTo(current);
    }

    @Test
    void theCommandsAreKnown() throws IOException {
        assertThat(commands(Files.readString(README))).containsExactlyInAnyOrderElementsOf(COMMANDS);
    }

    @Test
    void theCommandsNameModules() {
        assertThat(COMMANDS.stream().flatMap(command -> MODULE.matcher(command).results()))
                .isNotEmpty()
                .allSatisfy(
                        module -> assertThat(PROJECT.resolve(module.group(1)).resolve("pom.xml"))
                                .exists());
    }

    @Test
    void theLinksLeadSomewhere() throws IOException {
        assertThat(documents())
                .contains(README)
                .allSatisfy(document -> assertThat(brokenLinks(document)).isEmpty());
    }

    @Test
    void anotherTextInTheBlockIsReplaced() {
        var readme = "before\n<!-- a -->\n```java\nold\n```\n<!-- /a -->\nafter\n";

        assertThat(with(readme, "a", "java", "new $1\n"))
                .isEqualTo("before\n<!-- a -->\n```java\nnew $1\n```\n<!-- /a -->\nafter\n");
    }

    @Test
    void aBlockThatIsMissingIsAnError() {
        assertThat(Stream.of("", "<!-- a -->\n```java\nold\n```\n", "<!-- b -->\n```java\nold\n```\n<!-- /b -->\n"))
                .allSatisfy(readme ->
                        assertThatIllegalStateException().isThrownBy(() -> with(readme, "a", "java", "new\n")));
    }

    @Test
    void commandsAreReadFromShellBlocks() {
        var readme = "mvn prose\n```sh\nmvn -B one\nls\n```\n```java\nmvn code\n```\n```\nmvn two\n```\n";

        assertThat(commands(readme)).containsExactly("mvn -B one", "mvn two");
    }

    @Test
    void linksToNowhereAreFound(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("other.md"), "# A title, in `code`\n");
        var document = directory.resolve("document.md");
        Files.writeString(document, """
                # Own title
                [file](other.md) [own](#own-title) [title](other.md#a-title-in-code) [web](https://example.org/absent)
                [absent](absent.md) [absent title](other.md#absent) [own absent](#absent)
                `[code](code.md)`
                ```
                [block](block.md)
                ```
                """);

        assertThat(brokenLinks(document)).containsExactly("absent.md", "other.md#absent", "#absent");
    }

    private static String quickstart() throws IOException {
        var file = Files.readString(QUICKSTART);
        return file.substring(file.indexOf("public final class "));
    }

    private static String output() {
        var console = System.out;
        var bytes = new ByteArrayOutputStream();
        try (var printer = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            System.setOut(printer);
            Quickstart.main(new String[0]);
        } finally {
            System.setOut(console);
        }
        return bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    /** {@return the document with another text in the block between the markers} */
    private static String with(String document, String marker, String language, String text) {
        var start = "<!-- " + marker + " -->\n```" + language + "\n";
        var end = "```\n<!-- /" + marker + " -->\n";
        var from = document.indexOf(start) + start.length();
        var until = document.indexOf(end);
        if (!document.contains(start) || until < from) {
            throw new IllegalStateException("no block " + marker);
        }
        return document.substring(0, from) + text + document.substring(until);
    }

    private static List<String> commands(String document) {
        return FENCED.matcher(document)
                .results()
                .filter(block -> Set.of("", "sh").contains(block.group(1)))
                .flatMap(block -> block.group(2).lines())
                .filter(line -> line.startsWith("mvn"))
                .toList();
    }

    private static List<Path> documents() throws IOException {
        var documents = new ArrayList<Path>();
        try (var top = Files.list(PROJECT);
                var docs = Files.walk(PROJECT.resolve("docs"))) {
            Stream.concat(top, docs)
                    .filter(path -> path.toString().endsWith(".md"))
                    .forEach(documents::add);
        }
        return documents;
    }

    private static List<String> brokenLinks(Path document) throws IOException {
        var broken = new ArrayList<String>();
        var links = LINK.matcher(withoutCode(Files.readString(document)));
        while (links.find()) {
            var path = links.group("path");
            if (path.contains(":")) {
                continue;
            }
            var target = path.isEmpty() ? document : document.resolveSibling(path);
            var anchor = links.group("anchor");
            if (!Files.exists(target) || (anchor != null && !anchors(target).contains(anchor))) {
                broken.add(path + (anchor == null ? "" : "#" + anchor));
            }
        }
        return broken;
    }

    private static String withoutCode(String document) {
        return FENCED.matcher(document).replaceAll("").replaceAll("`[^`\\n]*`", "");
    }

    /** {@return what the headings of a document are called in links: small letters, digits, hyphens for spaces} */
    private static Set<String> anchors(Path document) throws IOException {
        return HEADING.matcher(FENCED.matcher(Files.readString(document)).replaceAll(""))
                .results()
                .map(MatchResult::group)
                .map(heading -> heading.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    private static int multiline() {
        return Pattern.MULTILINE | Pattern.DOTALL;
    }

    /** Surefire starts in the module, an IDE perhaps in the project. */
    private static Path project() {
        var directory = Path.of("").toAbsolutePath();
        while (!Files.exists(directory.resolve("collab-bom"))) {
            directory = directory.getParent();
        }
        return directory;
    }
}
