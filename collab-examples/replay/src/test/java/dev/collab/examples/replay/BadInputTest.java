package dev.collab.examples.replay;

import static dev.collab.examples.replay.TranscriptFile.customer;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BadInputTest {
    @TempDir
    private Path folder;

    @DisplayName("A file that is no transcript is refused with the place and the problem")
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            ``                                               ~ 1:1: must be an array of chats
            {}                                               ~ 1:1: must be an array of chats
            [42]                                             ~ 1:2: chat 1: a chat must be an object
            [{"convo_id": 7}]                                ~ 1:16: chat 1, convo_id 7: original is missing
            [{"convo_id": [7]}]                              ~ 1:15: chat 1: convo_id must be a number or a string
            [{"convo_id": null}]                             ~ 1:15: chat 1: convo_id must be a number or a string
            [{"original": {}}]                               ~ 1:15: chat 1: original must be an array of turns
            [{"original": [], "original": []}]               ~ 1:31: chat 1: original must be there once
            [{"original": [], "convo_id": 7, "original": 8}] ~ 1:46: chat 1, convo_id 7: original must be there once
            [{"convo_id": "a", "original": ["agent"]}]       ~ 1:33: chat 1, convo_id a: turn 1 must be [speaker, text], both strings
            [{"original": [["agent", "a"], ["agent"]]}]      ~ 1:40: chat 1: turn 2 must be [speaker, text], both strings
            [{"original": [["agent", 1]]}]                   ~ 1:26: chat 1: turn 1 must be [speaker, text], both strings
            [{"original": [["agent", null]]}]                ~ 1:26: chat 1: turn 1 must be [speaker, text], both strings
            [{"original": [[null, "a"]]}]                    ~ 1:17: chat 1: turn 1 must be [speaker, text], both strings
            [{"original": [["agent", "a", "b"]]}]            ~ 1:31: chat 1: turn 1 must be [speaker, text], both strings
            [{"original": [["bot", "a"]]}]                   ~ 1:17: chat 1: turn 1 has the speaker "bot", but must have agent, customer or action
            [{"original": [["Agent", "a"]]}]                 ~ 1:17: chat 1: turn 1 has the speaker "Agent", but must have agent, customer or action
            hello                                            ~ 1:1: not JSON: Unrecognized token 'hello': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')
            [{"convo_id": 7, "original": [["agent", "a"]     ~ 1:45: chat 1, convo_id 7: not JSON: Unexpected end-of-input: expected close marker for Array
            [{"other": [1, 2                                 ~ 1:17: chat 1: not JSON: Unexpected end-of-input: expected close marker for Array
            [] []                                            ~ 1:4: must end after the array of chats
            """)
    void refused(String content, String problem) {
        var file = folder.resolve("bad file.json");

        var run = Run.over(file, content);

        assertThat(run.err()).isEqualTo("replay: " + file + ":" + problem + "\nchats done before: 0\n");
        assertThat(run.out()).isEmpty();
        assertThat(run.code()).isEqualTo(Replay.BAD_INPUT);
    }

    @Test
    @DisplayName("A broken encoding is refused, with the place where the parser noticed")
    void encoding() {
        var file = folder.resolve("latin.json");

        var run = Run.over(file, "[{\"other\": \"é\"}]".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(run.err())
                .startsWith("replay: " + file + ":1:15: chat 1: not JSON: Invalid UTF-8 middle byte 0x22\n");
        assertThat(run.code()).isEqualTo(Replay.BAD_INPUT);
    }

    @Test
    @DisplayName("A nesting without end is refused, in bounded memory")
    void nesting() {
        var file = folder.resolve("deep.json");

        var run = Run.over(file, "[{\"other\": " + "[".repeat(5_000));

        assertThat(run.err())
                .startsWith("replay: " + file + ":1:1011: chat 1: not JSON: Document nesting depth (1001) exceeds");
        assertThat(run.code()).isEqualTo(Replay.BAD_INPUT);
    }

    @Test
    @DisplayName("What was replayed before the problem stays printed")
    void later() {
        var good = new TranscriptFile().chat(1, customer("one")).chat(2, customer("two"));
        var file = folder.resolve("later.json");

        var run = Run.over(file, good.json().replace("]}]", "]},\n{\"convo_id\": 3}]"));

        assertThat(run.out()).contains("== chat 1, convo_id 1", "you: one", "== chat 2, convo_id 2", "you: two");
        assertThat(run.err())
                .isEqualTo(
                        "replay: " + file + ":3:15: chat 3, convo_id 3: original is missing\nchats done before: 2\n");
        assertThat(run.code()).isEqualTo(Replay.BAD_INPUT);
    }

    @Test
    @DisplayName("A file that is not there is refused")
    void missing() {
        var file = folder.resolve("missing.json");

        var run = Run.of(file.toString());

        assertThat(run).isEqualTo(new Run(Replay.BAD_INPUT, "", "replay: " + file + ": no such file\n"));
    }

    @Test
    @DisplayName("A folder is refused")
    void directory() {
        var run = Run.of(folder.toString());

        assertThat(run.err()).startsWith("replay: " + folder + ": cannot be read");
        assertThat(run.code()).isEqualTo(Replay.BAD_INPUT);
    }

    @DisplayName("A command line that makes no sense is refused with what would")
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "--widht=90, unknown option --widht=90",
        "--width=39, the width must be a number from 40 to 1000",
        "--width=1001, the width must be a number from 40 to 1000",
        "--width=wide, the width must be a number from 40 to 1000",
        "a.json b.json, more than one file; put a name with blanks into quotes",
    })
    void commandLine(String arguments, String problem) {
        var run = Run.of(arguments.split(" ", -1));

        assertThat(run).isEqualTo(new Run(Replay.BAD_INPUT, "", "replay: " + problem + "\n" + Options.USAGE + "\n"));
    }

    @Test
    @DisplayName("A name that no file can have is refused")
    void noName() {
        var run = Run.of("a\0");

        assertThat(run.err()).isEqualTo("replay: no name of a file: a\\u0000\n" + Options.USAGE + "\n");
        assertThat(run.code()).isEqualTo(Replay.BAD_INPUT);
    }
}
