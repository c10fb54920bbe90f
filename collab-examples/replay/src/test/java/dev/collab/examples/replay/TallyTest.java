package dev.collab.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.model.ActorKind;
import dev.collab.model.ConversationId;
import dev.collab.model.InboxId;
import dev.collab.model.NotificationId;
import dev.collab.model.NotificationKind;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class TallyTest {
    private static final ConversationId CONVERSATION = new ConversationId("c");
    private static final NotificationId NOTIFICATION = new NotificationId("n");
    private static final InboxId INBOX = new InboxId("i");

    @Test
    @DisplayName("The summary tells what the listener heard, and how much of it in a second")
    void summary() {
        var tally = new Tally();
        for (int time = 0; time < 3; time++) {
            tally.commandDone(CONVERSATION, ActorKind.AGENT, "reply");
            tally.delivered(NOTIFICATION, INBOX, NotificationKind.NOTE, Duration.ZERO);
        }
        tally.delivered(NOTIFICATION, INBOX, NotificationKind.ADDED, Duration.ZERO);
        tally.commandRefused(CONVERSATION, ActorKind.AGENT, "reply", "TEXT_BLANK");
        tally.raceRetried(CONVERSATION, 1);
        tally.raceRetried(CONVERSATION, 2);
        tally.dropped(NOTIFICATION, INBOX, NotificationKind.NOTE);
        tally.deliveryFailed(NOTIFICATION, INBOX, 1, false);
        tally.deliveryFailed(NOTIFICATION, INBOX, 2, true);
        var out = new ByteArrayOutputStream();

        new Summary(tally).print(Duration.ofSeconds(2), new PrintStream(out, true, StandardCharsets.UTF_8));

        assertThat(out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n")).contains("""
                        told             4  (ADDED 1, NOTE 3)
                        not told         2  (dropped: 1, parked: 1, failed deliveries: 2)
                        """, """
                        commands         3  (acknowledged; refused: 1, races retried: 2)
                        elapsed        2.0  (seconds; 0 chats, 2 commands, 2 notifications per second)
                        """);
    }
}
