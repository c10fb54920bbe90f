package dev.collab.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.collab.conversation.AgentEntry;
import dev.collab.conversation.CustomerEntry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Each test bends what was seen in one way; the self-check must find it. */
final class SelfCheckTest {
    private static final Chat CHAT = new Chat(
            "chat 1",
            List.of(
                    new Turn(1, Speaker.AGENT, "SECRET hello", "1:1"),
                    new Turn(2, Speaker.CUSTOMER, "SECRET question", "1:2"),
                    new Turn(3, Speaker.ACTION, "SECRET note", "1:3"),
                    new Turn(4, Speaker.AGENT, "SECRET answer", "1:4")));

    private final Replayed good = new Replayer().replay(CHAT);

    private static void assertFails(Replayed lie, String who, int place) {
        assertThatThrownBy(() -> SelfCheck.verify(lie))
                .isInstanceOf(SelfCheckFailedException.class)
                .hasMessage("chat 1: what the " + who + " sees is not what was said, from entry " + place + " on");
    }

    private Replayed with(List<CustomerEntry> customer) {
        return new Replayed(CHAT, 0, List.of(), customer, good.assignee(), good.collaborator());
    }

    private CustomerEntry.Reply reply(String from, String text) {
        return new CustomerEntry.Reply(2, from, good.customer().get(2).at(), Optional.of(text), List.of());
    }

    @Test
    @DisplayName("The self-check lets the truth pass")
    void truth() {
        SelfCheck.verify(good);

        assertThat(good.customer()).hasSize(3);
    }

    @Test
    @DisplayName("The self-check finds a line the customer misses")
    void missing() {
        assertFails(with(good.customer().subList(0, 2)), "customer", 2);
    }

    @Test
    @DisplayName("The self-check finds a note the customer sees")
    void note() {
        var more = new ArrayList<>(good.customer());
        more.add(reply("Asha", "SECRET note"));

        assertFails(with(more), "customer", 3);
    }

    @Test
    @DisplayName("The self-check finds lines in another order")
    void order() {
        var swapped = new ArrayList<>(good.customer());
        Collections.swap(swapped, 1, 2);

        assertFails(with(swapped), "customer", 1);
    }

    @Test
    @DisplayName("The self-check finds a reply under another name")
    void name() {
        var renamed = new ArrayList<>(good.customer());
        renamed.set(2, reply("Bo", "SECRET answer"));

        assertFails(with(renamed), "customer", 2);
    }

    @Test
    @DisplayName("The self-check finds a note the assignee misses")
    void assigneeMisses() {
        var fewer = good.assignee().stream()
                .filter(entry -> !(entry instanceof AgentEntry.Note))
                .toList();

        assertFails(new Replayed(CHAT, 0, List.of(), good.customer(), fewer, good.collaborator()), "assignee", 2);
    }

    @Test
    @DisplayName("The self-check finds a line that is said to be refused but was sent")
    void notRefused() {
        var refused = List.of(new Refused(CHAT.turns().get(3), "TEXT_BLANK"));

        assertFails(
                new Replayed(CHAT, 0, refused, good.customer(), good.assignee(), good.collaborator()), "customer", 2);
    }
}
