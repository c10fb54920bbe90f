package dev.collab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.collab.DisplayNames.Named;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code docs/behaviour.md} lists every rule with the tests that prove it, and is generated.
 *
 * <p>A test proves a rule by its display name: {@code B-27 P-10 sentence}. The rules, and which of them are built, are in
 * {@code behaviour-rules.txt}. This writes the document anew:
 *
 * <pre>mvn -pl collab-core -am test -Dcollab.docs.update=true</pre>
 */
class BehaviourIndexTest {
    private static final Path PROJECT = project();
    private static final Path RULES = PROJECT.resolve("collab-core/src/test/resources/behaviour-rules.txt");
    private static final Path DOCUMENT = PROJECT.resolve("docs/behaviour.md");

    private static final List<String> TWO_RULES = List.of(
            "# a comment", "", "== Doors", "B-1 built Doors open", "B-2 later Doors close", "P-1 Doors are doors");

    @Test
    void everyBuiltRuleHasATestAndEveryTestARule() throws IOException {
        assertThat(ofTheProject().problems()).isEmpty();
    }

    @Test
    void theDocumentIsUpToDate() throws IOException {
        var current = ofTheProject().document();
        if (Boolean.getBoolean("collab.docs.update")) {
            Files.createDirectories(DOCUMENT.getParent());
            Files.writeString(DOCUMENT, current);
        }

        assertThat(isStale(DOCUMENT, current))
                .as("docs/behaviour.md is old; -Dcollab.docs.update=true writes it anew")
                .isFalse();
    }

    @Test
    void theRulesAreSeventyFourAndThePropertiesFortySeven() throws IOException {
        assertThat(Files.readAllLines(RULES))
                .filteredOn(line -> line.startsWith("B-"))
                .hasSize(74);
        assertThat(Files.readAllLines(RULES))
                .filteredOn(line -> line.startsWith("P-"))
                .hasSize(47);
    }

    @Test
    void aBuiltRuleWithoutTestIsRejected() {
        assertThat(index().problems()).containsExactly("B-1 is built and has no test");
        assertThat(index("B-2 it closes").problems()).containsExactly("B-1 is built and has no test");
        assertThat(index("B-1 it opens").problems()).isEmpty();
    }

    @Test
    void aTestWithAnUnknownNumberIsRejected() {
        assertThat(index("B-1 it opens", "B-3 it rings").problems())
                .containsExactly("DoorTest.java: there is no B-3: B-3 it rings");
        assertThat(index("B-1 P-2 it opens").problems())
                .containsExactly("DoorTest.java: there is no P-2: B-1 P-2 it opens");
    }

    @Test
    void aNumberOfAnotherShapeIsRejected() {
        for (var name :
                List.of("B1 it opens", "P 1 it opens", "B-1: it opens", "B-1", "B-01 it opens", "B-1 B2 it opens")) {
            assertThat(index("B-1 it opens", name).problems())
                    .containsExactly("DoorTest.java: not \"B-1 sentence\": " + name);
        }
        assertThat(index("B-1 it opens", "By day it is open").problems()).isEmpty();
    }

    @Test
    void aDisplayNameThatIsNotWrittenOutIsRejected() {
        assertThat(index("B-1 it opens", "").problems())
                .containsExactly("DoorTest.java: a display name is not written out");
    }

    @Test
    void aStaleDocumentIsRejected(@TempDir Path directory) throws IOException {
        var document = directory.resolve("behaviour.md");
        var before = index("B-1 it opens").document();
        var after = index("B-1 it opens wide").document();

        assertThat(isStale(document, before)).as("absent").isTrue();
        Files.writeString(document, before);
        assertThat(isStale(document, before)).as("as generated").isFalse();
        assertThat(isStale(document, after)).as("a test was renamed").isTrue();
    }

    @Test
    void aRuleListedTwiceOrWithoutStateIsRejected() {
        for (var line : List.of("B-1 later Doors open", "B-3 Doors ring", "Doors ring")) {
            var lines = List.of("== Doors", "B-1 built Doors open", line);
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> new BehaviourIndex(lines, List.of()))
                    .withMessageEndingWith(line);
        }
    }

    @Test
    void theDocumentNamesTheStateAndTheTestsOfEachRule() {
        assertThat(index("B-1 it opens", "B-1, B-2 it is <one> door").document())
                .startsWith("# Rules, and the tests that prove them\n")
                .contains("1 of 2 rules are built.")
                .endsWith("""

                        ## Doors

                        ### B-1 Doors open

                        Built.

                        - [DoorTest](../DoorTest.java): At noon it opens
                        - [DoorTest](../DoorTest.java): At noon it is &lt;one> door

                        ### B-2 Doors close

                        Not yet, in part.

                        - [DoorTest](../DoorTest.java): At noon it is &lt;one> door
                        """);
        assertThat(index("P-1 it stays a door").document()).endsWith("""

                        ### B-2 Doors close

                        Not yet.

                        ### P-1 Doors are doors

                        - [DoorTest](../DoorTest.java): At noon it stays a door
                        """);
    }

    @Test
    void namesAreReadFromMethodsOnly() {
        var source = named("\"B-1 it \\\"opens\\\"\"", "@Test\n    void opens() {}")
                + named(
                        "\"B-2 it \"\n        + \"closes (slowly)\"",
                        "@ValueSource(strings = {\"a;\"})\n    void closes(String at) {}")
                + named("\"B-3 doors\"", "@Nested\n    class Doors {}")
                + named("\"B-4 \" + NAME", "void rings() {}")
                + named("NAME", "void knocks() {}")
                + "    // " + named("\"B-5 it is gone\"", "//void isGone() {}").strip();

        assertThat(DisplayNames.in("DoorTest.java", source))
                .extracting(Named::sentence)
                .containsExactly("B-1 it \"opens\"", "B-2 it closes (slowly)", "", "");
    }

    @Test
    void theSubjectOfANameIsTheClassesAroundIt() {
        var source = named("\"A door\"", "class DoorTest {").indent(-4)
                + named("\"B-1 opens\"", "void opens() {}")
                + named("\"of glass\"", "@Nested\n    class OfGlass {")
                + named("\"B-1 opens itself\"", "void opensItself() {}").indent(4)
                + named("\"B-2 closes\"", "void closes() {}");

        assertThat(DisplayNames.in("DoorTest.java", source))
                .extracting(Named::subject, Named::sentence)
                .containsExactly(
                        tuple("A door", "B-1 opens"),
                        tuple("A door of glass", "B-1 opens itself"),
                        tuple("A door", "B-2 closes"));
    }

    @Test
    void namesAreReadFromTheTestsOfEveryModule(@TempDir Path directory) throws IOException {
        var tests = List.of(
                "collab-core/src/test/java/a/OneTest.java",
                "collab-examples/quickstart/src/test/java/TwoTest.java",
                "collab-tck/src/main/java/Suite.java");
        var others = List.of(
                "collab-core/src/main/java/a/One.java",
                "collab-gates/src/it/control/src/test/java/GateTest.java",
                "other/src/test/java/OtherTest.java");
        for (var file : List.of(tests, others).stream().flatMap(List::stream).toList()) {
            var path = directory.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, named("\"B-1 it opens\"", "void opens() {}"));
        }

        assertThat(DisplayNames.below(directory)).extracting(Named::file).containsExactlyElementsOf(tests);
    }

    private static BehaviourIndex index(String... names) {
        var tests = List.of(names).stream()
                .map(name -> new Named("DoorTest.java", "At noon", name))
                .toList();
        return new BehaviourIndex(TWO_RULES, tests);
    }

    private static String named(String name, String member) {
        return "\n    @DisplayName(" + name + ")\n    " + member + "\n";
    }

    private static boolean isStale(Path document, String current) throws IOException {
        return !Files.exists(document) || !Files.readString(document).equals(current);
    }

    private static BehaviourIndex ofTheProject() throws IOException {
        return new BehaviourIndex(Files.readAllLines(RULES), DisplayNames.below(PROJECT));
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
