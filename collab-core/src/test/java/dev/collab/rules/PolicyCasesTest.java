package dev.collab.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The cases of {@code docs/policy.md} come out as it says.
 *
 * <p>This writes the document anew:
 *
 * <pre>mvn -pl collab-core -am test -Dcollab.docs.update=true</pre>
 */
class PolicyCasesTest {
    private static final Path PROJECT = project();
    private static final Path DOCUMENT = PROJECT.resolve("docs/policy.md");
    private static final Path SOURCE = PROJECT.resolve("collab-core/src/test/java/dev/collab/rules/PolicyCases.java");

    @Test
    void theDocumentIsUpToDate() throws IOException {
        var current = new PolicyDocument(Files.readString(SOURCE)).text();
        if (Boolean.getBoolean("collab.docs.update")) {
            Files.writeString(DOCUMENT, current);
        }

        assertThat(DOCUMENT)
                .as("-Dcollab.docs.update=true writes it anew")
                .content()
                .isEqualTo(current);
    }

    @Test
    @DisplayName("B-2 B-35 while it is off, nobody helps: not added by assignee or lead, not joining")
    void off() {
        assertThat(PolicyCase.NOBODY_HELPS.told())
                .containsExactly(
                        "A chat, which Asha has:",
                        "- Asha sees no collaborator field.",
                        "- Asha adds Bo: refused, COLLABORATION_OFF.",
                        "- Sue adds Bo: refused, COLLABORATION_OFF.",
                        "- Ada joins: refused, COLLABORATION_OFF.");
    }

    @Test
    @DisplayName("B-4 only peers help: found and added from the own group, by assignee and leads")
    void peersOnly() {
        assertThat(PolicyCase.PEERS_ONLY.told())
                .containsExactly(
                        "A chat, which Asha has:",
                        "- Asha may add, and the search finds Fin, Sue.",
                        "- Asha adds Fin: added as responder.",
                        "- Fin replies: done.",
                        "- Asha adds Bo: refused, CANDIDATE_UNAVAILABLE.",
                        "- Fin adds Sue: refused, NOT_PERMITTED.");
    }

    @Test
    @DisplayName("B-4 B-11 accessories help footwear, and footwear does not help accessories")
    void accessoriesHelpFootwear() {
        assertThat(PolicyCase.ACCESSORIES_HELP_FOOTWEAR.told())
                .containsExactly(
                        "A chat of footwear, which Asha has:",
                        "- Asha may add, and the search finds Bo, Cy.",
                        "- Asha adds Bo: added as responder.",
                        "- Bo replies: done.",
                        "- Asha adds Fin: refused, CANDIDATE_UNAVAILABLE.",
                        "A chat of accessories, which Bo has:",
                        "- Bo sees the collaborator field, but may not add: NOT_PERMITTED.");
    }

    @Test
    @DisplayName("B-4 VIP customers may get superiors, others get peers")
    void superiorsForVips() {
        assertThat(PolicyCase.SUPERIORS_FOR_VIPS.told())
                .containsExactly(
                        "A VIP's chat, which Asha has:",
                        "- Asha may add, and the search finds Ada, Fin, Sue.",
                        "- Asha adds Ada: added as responder.",
                        "Any other chat, which Asha has:",
                        "- Asha may add, and the search finds Fin, Sue.",
                        "- Asha adds Ada: refused, CANDIDATE_UNAVAILABLE.");
    }

    @Test
    @DisplayName("B-4 B-34 whoever helps a trainee writes notes and does not reply")
    void traineesGetAdvice() {
        assertThat(PolicyCase.TRAINEES_GET_ADVICE.told())
                .containsExactly(
                        "A chat, which Fin has:",
                        "- Fin adds Bo as responder: refused, LEVEL_TOO_HIGH.",
                        "- Fin adds Bo: added as adviser.",
                        "- Bo writes a note: done.",
                        "- Bo replies: refused, NOT_PERMITTED.",
                        "Another chat, which Asha has:",
                        "- Asha sees the collaborator field, but may not add: NOT_PERMITTED.");
    }

    @Test
    @DisplayName("B-20 B-21 tickets go by invitation, chats at once")
    void ticketsByInvitation() {
        assertThat(PolicyCase.TICKETS_BY_INVITATION.told())
                .containsExactly(
                        "A ticket, which Asha has:",
                        "- Asha adds Bo: invited as responder.",
                        "- Bo reads the conversation: refused, UNKNOWN_CONVERSATION.",
                        "- Bo accepts: done.",
                        "- Bo reads the conversation: done.",
                        "A chat, which Asha has:",
                        "- Asha adds Bo: added as responder.");
    }

    @Test
    @DisplayName("B-4 B-24 any agent helps across groups for two hours and not longer")
    void acrossGroupsForTwoHours() {
        assertThat(PolicyCase.ACROSS_GROUPS_FOR_TWO_HOURS.told())
                .containsExactly(
                        "A chat, which Asha has:",
                        "- Asha adds Bo: added as responder for 2 hours.",
                        "- Bo replies: done.",
                        "After 2 hours:",
                        "- Bo replies: refused, UNKNOWN_CONVERSATION.",
                        "- Bo reads the conversation: refused, UNKNOWN_CONVERSATION.");
    }

    @Test
    @DisplayName("B-4 only supervisors add, not even the assignee or an admin")
    void onlySupervisorsAdd() {
        assertThat(PolicyCase.ONLY_SUPERVISORS_ADD.told())
                .containsExactly(
                        "A chat, which Asha has:",
                        "- Asha sees the collaborator field, but may not add: NOT_PERMITTED.",
                        "- Asha adds Bo: refused, NOT_PERMITTED.",
                        "- Sue adds Bo: added as responder.",
                        "- Ada adds Fin: refused, NOT_PERMITTED.");
    }

    @Test
    @DisplayName("B-4 B-16 bots help at night, not by day")
    void botsAtNight() {
        assertThat(PolicyCase.BOTS_AT_NIGHT.told())
                .containsExactly(
                        "A chat at night, which Asha has:",
                        "- Asha may add, and the search finds Bot.",
                        "- Asha adds Bot: added as responder.",
                        "- Bot replies: done.",
                        "A chat by day, which Asha has:",
                        "- Asha adds Bot: refused, NOT_PERMITTED.");
    }

    @Test
    @DisplayName("B-4 any agent who can read it brings in others when it is urgent, each up to their own level")
    void anyAgentWhenUrgent() {
        assertThat(PolicyCase.ANY_AGENT_WHEN_URGENT.told())
                .containsExactly(
                        "An urgent chat, which Asha has:",
                        "- Mo adds Bo: added as observer.",
                        "- Asha adds Fin: added as responder.",
                        "Any other chat, which Asha has:",
                        "- Mo adds Bo: refused, NOT_PERMITTED.",
                        "- Asha adds Fin: refused, NOT_PERMITTED.");
    }

    @Test
    void everyCaseHasItsTest() {
        assertThat(Arrays.stream(PolicyCasesTest.class.getDeclaredMethods()).map(Method::getName))
                .containsAll(Arrays.stream(PolicyCase.values())
                        .map(PolicyCase::method)
                        .toList());
        assertThat(PolicyCase.values()).hasSize(10);
    }

    @Test
    void aPolicyWithoutSourceIsAnError() {
        assertThatIllegalStateException().isThrownBy(() -> new PolicyDocument("").snippet("off"));
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
