package dev.collab.tck.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.tck.DirectoryVariation;
import dev.collab.tck.NotifierVariation;
import dev.collab.tck.Variation;
import dev.collab.tck.broken.BrokenNotifierTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the guide says is so: messages lead to its chapters, its example is run, its message was seen. */
class GuideTest {
    private static final Path PROJECT = project();
    private static final Path EXAMPLE = PROJECT.resolve("collab-gates/src/it/junit/tests/host/StorageTest.java");
    private static final Pattern HEADING = Pattern.compile("^##+ (.+)$", Pattern.MULTILINE);

    @ParameterizedTest
    @EnumSource
    @DisplayName("P-44 a message leads to a chapter of the guide")
    void chapters(Chapter chapter) throws IOException {
        var place = chapter.place().split("#", 2);
        var document = Files.readString(PROJECT.resolve(place[0]));
        var anchors = HEADING.matcher(document)
                .results()
                .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'));

        assertThat(anchors).contains(place[1]);
    }

    @Test
    @DisplayName("P-44 the example of the guide is the test that the gates run on every JUnit")
    void example() throws IOException {
        var example = Files.readString(EXAMPLE);

        assertThat(guide()).contains("<!-- example -->\n```java\n" + example + "```\n<!-- /example -->\n");
        assertThat(example.lines()).hasSizeLessThan(26);
    }

    @Test
    @DisplayName("P-44 the message of the guide is what the kit says")
    void message() throws IOException {
        var message = BrokenNotifierTest.messageOfSwallowedFailure().replaceAll(" +\n", "\n");

        assertThat(guide()).contains("<!-- message -->\n```text\n" + message + "\n```\n<!-- /message -->\n");
    }

    @Test
    @DisplayName("P-44 the guide names every variation")
    void variations() throws IOException {
        assertThat(guide())
                .contains(Stream.of(Variation.values())
                        .map(variation -> "| `" + variation + "` |")
                        .toList())
                .contains(Stream.of(DirectoryVariation.values())
                        .map(variation -> "| `DirectoryVariation." + variation + "` |")
                        .toList())
                .contains(Stream.of(NotifierVariation.values())
                        .map(variation -> "| `NotifierVariation." + variation + "` |")
                        .toList());
    }

    private static String guide() throws IOException {
        return Files.readString(PROJECT.resolve("docs/write-an-adapter.md"));
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
