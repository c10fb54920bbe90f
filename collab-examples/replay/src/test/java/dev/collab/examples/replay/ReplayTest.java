package dev.collab.examples.replay;

import static dev.collab.examples.replay.TranscriptFile.action;
import static dev.collab.examples.replay.TranscriptFile.agent;
import static dev.collab.examples.replay.TranscriptFile.customer;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReplayTest {
    @TempDir
    private Path folder;

    private Run replay(TranscriptFile transcript, String... options) {
        return Run.over(folder.resolve("chats.json"), transcript.json(), options);
    }

    @Test
    @DisplayName("B-37 The customer sees one conversation under one name, agents see the true author")
    void ownTranscript() throws IOException {
        var run = Run.of();

        assertThat(run.out()).isEqualTo(resource("own-transcript.txt"));
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isEqualTo(Replay.OK);
    }

    private static String resource(String name) throws IOException {
        try (var content = ReplayTest.class.getResourceAsStream(name)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    @DisplayName("B-38 No note and no collaborator stands in the customer's column")
    void canaries() {
        var run = replay(new TranscriptFile()
                .chat(
                        1,
                        action("CANARY-1"),
                        agent("one"),
                        customer("two"),
                        action("CANARY-2"),
                        agent("three"),
                        action("CANARY-3"),
                        agent("four"),
                        action("CANARY-4")));

        var customer = column(run, Run.Row::customer);
        var assignee = column(run, Run.Row::assignee);
        var collaborator = column(run, Run.Row::collaborator);
        assertThat(customer)
                .contains("you: two", "Asha: one", "Asha: three", "Asha: four")
                .doesNotContain("CANARY", "NOTE", "joined", "Bo", "bo", "##", "--");
        assertThat(assignee)
                .contains("## NOTE Asha: CANARY-1", "CANARY-2", "CANARY-3", "CANARY-4", "## NOTE Bo, to the assignee");
        assertThat(collaborator)
                .contains("## NOTE Asha: CANARY-1", "CANARY-2", "CANARY-3", "CANARY-4", "## NOTE Bo, to the assignee");
    }

    private static String column(Run run, Function<Run.Row, String> column) {
        return run.rows().stream().map(column).map(String::stripTrailing).collect(Collectors.joining("\n"));
    }

    @Test
    @DisplayName("The second half of the agent lines is shared, the collaborator first")
    void shared() {
        var run = replay(new TranscriptFile()
                .chat(1, customer("go"), agent("1"), agent("2"), agent("3"), agent("4"), agent("5"), agent("6")));

        assertThat(column(run, Run.Row::assignee).lines().filter(line -> !line.startsWith("#")))
                .containsExactly(
                        "-- Carl OPENED",
                        "Carl: go",
                        "-- Asha ASSIGNED asha",
                        "Asha: 1",
                        "Asha: 2",
                        "Asha: 3",
                        "-- Asha COLLABORATION_STARTED bo ADDED",
                        "Bo, as Asha: 4",
                        "Asha: 5",
                        "Bo, as Asha: 6");
    }

    @Test
    @DisplayName("What agents said before the customer's first line is sent right after it and counted")
    void moved() {
        var run = replay(new TranscriptFile()
                .chat(1, agent("first"), action("looked up"), agent(""), customer(" "), customer("go"), agent("last")));

        assertThat(column(run, Run.Row::customer).lines().filter(line -> !line.isBlank()))
                .containsExactly("you: go", "Asha: first", "Asha: last");
        assertThat(run.out())
                .contains("\nmoved: 2 from before the customer's first line to right after it\n")
                .containsSubsequence("refused: line 4 (at 1:", "TEXT_BLANK", "refused: line 3 (at 1:", "TEXT_BLANK");
    }

    @Test
    @DisplayName("B-51 Each line that a rule refuses is listed with its place and its reason, none of its text")
    void refused() {
        var run = replay(
                new TranscriptFile()
                        .chat(1, customer("go"), agent("SECRET\0"), customer("\ud83d SECRET"), agent("\n\t "))
                        .chat("\"b\"", customer("SECRET".repeat(6_000)), agent("SECRET"), action("SECRET"))
                        .chat(3),
                "--summary");

        assertThat(run.out()).startsWith("""
                        chat 1, convo_id 1: refused: line 2 (at 1:61): TEXT_MALFORMED
                        chat 1, convo_id 1: refused: line 3 (at 1:118): TEXT_MALFORMED
                        chat 1, convo_id 1: refused: line 4 (at 1:184): TEXT_BLANK
                        chat 2, convo_id b: refused: line 1 (at 2:32): TEXT_TOO_LONG
                        chat 2, convo_id b: refused: line 2 (at 2:216050): NEVER_OPENED
                        chat 2, convo_id b: refused: line 3 (at 2:216101): NEVER_OPENED
                        chats            3  (open: 1, resolved: 0, never opened: 2)
                        lines            7  (moved from before the customer's first: 0)
                        messages         1  (of customers)
                        replies          0  (by assignees: 0, by collaborators: 0)
                        notes            2  (of tools: 0, between the agents: 2)
                        refused          6  (each is listed above: NEVER_OPENED 2, TEXT_BLANK 1, TEXT_MALFORMED 2, TEXT_TOO_LONG 1)
                        entries          6  (messages, replies, notes, and what else happened)
                        joined           1  (ADDED 1)
                        asked            0  (nobody)
                        told             3  (ADDED 1, MENTIONED 1, NOTE 1)
                        not told         0  (dropped: 0, parked: 0, failed deliveries: 0)
                        listed           3  (shifts: 1; mine: 1, collaborating: 1, customers': 1)
                        unread           1  (on these lists, by agents: 1, by customers: 0)
                        commands         5  (acknowledged; refused: 4, races retried: 0)
                        """);
        assertThat(run.out() + run.err()).doesNotContain("SECRET");
        assertThat(run.code()).isEqualTo(Replay.OK);
    }

    @Test
    @DisplayName("A chat that no line of a customer opens is said to be so")
    void neverOpened() {
        var run = replay(new TranscriptFile().chat(1, agent("Anybody there?")));

        assertThat(run.out()).isEqualTo("""
                        == chat 1, convo_id 1
                        never opened: no line of a customer gets through
                        refused: line 1 (at 1:31): NEVER_OPENED

                        """);
    }

    @Test
    @DisplayName("Awkward lines that no rule refuses stay as they are")
    void awkward() {
        var awkward = new String[] {
            "\u001b[2J",
            "\u202eevil",
            "e\u0301",
            "\ud83d\udc62 42?",
            "x".repeat(32 * 1024),
            "a\r\n## NOTE b",
            "\ufeff.",
            "|"
        };
        var turns = IntStream.range(0, awkward.length)
                .mapToObj(index -> index % 2 == 0 ? customer(awkward[index]) : agent(awkward[index]))
                .toArray(String[]::new);

        var run = replay(new TranscriptFile().chat(1, turns));

        assertThat(run.code()).isEqualTo(Replay.OK);
        assertThat(run.out())
                .contains(
                        "you: \\u001b[2J",
                        "Asha: \\u202eevil",
                        "you: e\u0301",
                        "Asha: \ud83d\udc62 42?",
                        "you: \\ufeff.")
                .doesNotContain("\u001b", "\u202e", "\ufeff", "refused", "\n## NOTE b");
    }

    @Test
    @DisplayName("A chat longer than a page is seen from its first line to its last")
    void longChat() {
        var turns = IntStream.rangeClosed(1, 1_300)
                .mapToObj(number -> number % 2 == 1 ? customer("line " + number) : agent("line " + number))
                .toArray(String[]::new);

        var run = replay(new TranscriptFile().chat(1, turns));

        assertThat(column(run, Run.Row::customer).lines().filter(line -> !line.isBlank()))
                .hasSize(1_300)
                .startsWith("you: line 1", "Asha: line 2")
                .endsWith("you: line 1299", "Asha: line 1300");
    }

    @Test
    @DisplayName("Chats take turns in how the collaborator joins: added, invited, after a refusal, mentioned")
    void ways() {
        var five = new TranscriptFile();
        IntStream.rangeClosed(1, 5).forEach(id -> five.chat(id, customer("go")));

        var run = replay(five, "--width=300");

        var joins = column(run, Run.Row::assignee)
                .lines()
                .filter(line -> line.contains("COLLABORATION_STARTED") || line.contains("INVITATION_ENDED"))
                .map(line -> line.replace("COLLABORATION_STARTED", "+").replace("INVITATION_ENDED", "?"));
        assertThat(joins)
                .containsExactly(
                        "-- Asha + bo ADDED",
                        "-- Bo ? bo ACCEPTED",
                        "-- Bo + bo INVITED",
                        "-- Cy ? cy DECLINED: My shift ends in five minutes.",
                        "-- Asha + bo ADDED",
                        "-- Asha + bo MENTIONED",
                        "-- Asha + bo ADDED");
    }

    @Test
    @DisplayName("A chat's notifications are printed by recipient, those of the customer counted")
    void notifications() {
        var run = replay(new TranscriptFile().chat(1, customer("go"), agent("one"), agent("two"), customer("three")));

        assertThat(run.out()).contains("""
                        told Asha: NOTE #6, COLLEAGUE_REPLIED #7, CUSTOMER_WROTE #8
                        told Bo: ADDED, MENTIONED #5, CUSTOMER_WROTE #8
                        sent Carl: OUTGOING_REPLY, 2 times
                        """);
    }

    @Test
    @DisplayName("Lists show open chats to agents and all to the customer, previews shortened, unread before and after")
    void lists() {
        var run = replay(new TranscriptFile()
                .chat(1, customer("go"), agent("one"), agent("two"), customer("three"))
                .chat(2, agent("Anybody there?"))
                .chat(3, customer("go"), agent("one\u001b"), agent("x".repeat(50))));

        assertThat(run.out()).endsWith("""
                        == mine of Asha, open
                        chat 1, convo_id 1: OPEN, unread 3, after reading 0, Carl: three

                        == collaborating of Bo
                        chat 1, convo_id 1: OPEN, unread 1, after reading 0, Carl: three

                        == own of Carl
                        chat 3, convo_id 3: RESOLVED, unread 2, after reading 0, Asha: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
                        chat 1, convo_id 1: OPEN, unread 0, after reading 0, you: three

                        """);
    }

    @Test
    @DisplayName("Unread stops at a hundred")
    void manyUnread() {
        var turns = IntStream.rangeClosed(0, 250)
                .mapToObj(number -> number == 0 ? customer("go") : agent("line " + number))
                .toArray(String[]::new);

        var run = replay(new TranscriptFile().chat(1, turns));

        assertThat(run.out()).contains("unread 100, after reading 0, Asha: line 250");
    }

    @Test
    @DisplayName("Lists are read after each hundred chats and after the last, however many those are")
    void shifts() {
        for (int chats : new int[] {99, 100, 101, 200}) {
            var many = new TranscriptFile();
            IntStream.rangeClosed(1, chats).forEach(id -> many.chat(id, customer("go")));

            assertThat(replay(many).out())
                    .contains("(shifts: " + (chats + 99) / 100 + "; mine: " + (chats - chats / 3) + ", collaborating: "
                            + (chats - chats / 3) + ", customers': " + chats + ")");
        }
    }

    @Test
    @DisplayName("Of no chats there is a summary of zeros")
    void noChats() {
        var run = replay(new TranscriptFile());

        assertThat(run.out()).startsWith("chats            0  (open: 0, resolved: 0, never opened: 0)\n");
        assertThat(run.code()).isEqualTo(Replay.OK);
    }

    @Test
    @DisplayName("Of five chats there are views, of six a summary")
    void few() {
        var five = new TranscriptFile();
        IntStream.rangeClosed(1, 5).forEach(id -> five.chat(id, customer("go")));

        assertThat(replay(five).out()).contains("== chat 1, ", "== chat 5, ").doesNotContain("elapsed");
        assertThat(replay(five, "--summary").out())
                .startsWith("chats            5 ")
                .doesNotContain("==");
        var six = replay(five.chat(6, customer("go"), agent("")));
        assertThat(six.out())
                .startsWith("chat 6, convo_id 6: refused: line 2 (at 6:60): TEXT_BLANK\nchats            6 ")
                .doesNotContain("==");
        assertThat(six.err()).isEqualTo("more than 5 chats: no views, but a summary\n");
    }

    @Test
    @DisplayName("Of a thousand chats there is progress, and a summary that loses no line")
    void thousand() {
        var many = new TranscriptFile();
        IntStream.rangeClosed(1, 1_000)
                .forEach(id -> many.chat(
                        id,
                        agent("hello"),
                        customer("go"),
                        agent("one"),
                        action("two"),
                        agent("three"),
                        agent("four")));

        var run = replay(many);

        assertThat(run.err()).matches("""
                        more than 5 chats: no views, but a summary
                        1000 chats, [0-9]+ per second, [0-9]+ MB of heap in use
                        """);
        assertThat(run.out()).matches("""
                        chats         1000  \\(open: 667, resolved: 333, never opened: 0\\)
                        lines         6000  \\(moved from before the customer's first: 1000\\)
                        messages      1000  \\(of customers\\)
                        replies       4000  \\(by assignees: 3000, by collaborators: 1000\\)
                        notes         3000  \\(of tools: 1000, between the agents: 2000\\)
                        refused          0  \\(nothing\\)
                        entries      12666  \\(messages, replies, notes, and what else happened\\)
                        joined        1000  \\(ADDED 500, INVITED 250, MENTIONED 250\\)
                        asked          500  \\(ACCEPTED 250, DECLINED 250\\)
                        told         11083  \\(ADDED 750, REMOVED 333, INVITED 500, ANSWERED 500, MENTIONED 1000, NOTE 2000, COLLEAGUE_REPLIED 2000, OUTGOING_REPLY 4000\\)
                        not told         0  \\(dropped: 0, parked: 0, failed deliveries: 0\\)
                        listed        2334  \\(shifts: 10; mine: 667, collaborating: 667, customers': 1000\\)
                        unread        4667  \\(on these lists, by agents: 667, by customers: 4000\\)
                        commands     10833  \\(acknowledged; refused: 0, races retried: 0\\)
                        elapsed  +[0-9]+\\.[0-9]  \\(seconds; [0-9]+ chats, [0-9]+ commands, [0-9]+ notifications per second\\)
                        """);
    }
}
