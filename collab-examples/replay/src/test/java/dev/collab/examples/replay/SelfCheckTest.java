package dev.collab.examples.replay;

import static dev.collab.examples.replay.Lies.CHAT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.InvitationView;
import dev.collab.conversation.AgentEntry;
import dev.collab.conversation.CustomerEntry;
import dev.collab.model.EntryKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each test bends what was seen in one way; the self-check must find it. */
final class SelfCheckTest {
    private final Lies lies = new Lies();
    private final Replayed good = lies.good();

    private static void assertFails(Replayed lie, String who, int place) {
        Lies.assertFound(lie, "chat 6: what the " + who + " sees is not what was said, from entry " + place + " on");
    }

    private CustomerEntry.Reply reply(String from, String text) {
        var at = good.views().customer().get(2).at();
        return new CustomerEntry.Reply(2, from, at, Optional.of(text), List.of());
    }

    @DisplayName("The self-check lets the truth pass, in whichever way the collaborator joins")
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 6, 9, 12})
    void truth(int number) {
        var replayed = Lies.replay(new Chat(number, "chat", CHAT.turns()));

        SelfCheck.verify(replayed);

        assertThat(replayed.views().customer()).hasSize(3);
    }

    @Test
    @DisplayName("The self-check finds a line the customer misses")
    void missing() {
        assertFails(lies.customerSees(good.views().customer().subList(0, 2)), "customer", 2);
    }

    @Test
    @DisplayName("The self-check finds a note the customer sees")
    void note() {
        var more = new ArrayList<>(good.views().customer());
        more.add(reply("Asha", "SECRET note"));

        assertFails(lies.customerSees(more), "customer", 3);
    }

    @Test
    @DisplayName("The self-check finds lines in another order")
    void order() {
        var swapped = new ArrayList<>(good.views().customer());
        Collections.swap(swapped, 1, 2);

        assertFails(lies.customerSees(swapped), "customer", 1);
    }

    @Test
    @DisplayName("The self-check finds a reply under another name")
    void name() {
        var renamed = new ArrayList<>(good.views().customer());
        renamed.set(2, reply("Bo", "SECRET answer"));

        assertFails(lies.customerSees(renamed), "customer", 2);
    }

    @Test
    @DisplayName("The self-check finds a note the assignee misses")
    void assigneeMisses() {
        var fewer = good.views().assignee().stream()
                .filter(entry -> !(entry instanceof AgentEntry.Note))
                .toList();

        assertFails(lies.assigneeSees(fewer), "assignee", 7);
    }

    @Test
    @DisplayName("The self-check finds an invitation that nobody answered")
    void unanswered() {
        var fewer = good.views().assignee().stream()
                .filter(entry -> Scene.of(entry).kind() != EntryKind.INVITATION_ENDED)
                .toList();

        assertFails(lies.assigneeSees(fewer), "assignee", 5);
    }

    @Test
    @DisplayName("The self-check finds a collaborator who sees too little or what came after the end")
    void collaborator() {
        var seen = good.views().collaborator();

        assertFails(lies.collaboratorSees(seen.subList(1, seen.size()), false), "collaborator", 0);
        assertFails(lies.collaboratorSees(good.views().assignee(), false), "collaborator", 11);
    }

    @Test
    @DisplayName("The self-check finds a collaborator who reads on after the end")
    void readsOn() {
        Lies.assertFound(
                lies.collaboratorSees(good.views().collaborator(), true),
                "chat 6: the end of the chat is not the end of what the collaborator reads");
    }

    @Test
    @DisplayName("The self-check finds a line that is said to be refused but was sent")
    void notRefused() {
        assertFails(lies.refusing(new Refused(CHAT.turns().get(3), "TEXT_BLANK")), "customer", 2);
    }

    @Test
    @DisplayName("The self-check finds an invitee who sees more, another question, or nobody who is asked")
    void asked() {
        var one = good.asked().get(0);
        var shown = one.shown();
        var other = new InvitationView(
                shown.id(),
                shown.conversation(),
                shown.channel(),
                shown.invitedBy(),
                Optional.of("SECRET question"),
                shown.group(),
                shown.level(),
                shown.escalation(),
                shown.expiresAt());

        for (var lie : List.<List<Asked>>of(
                List.of(),
                List.of(one, one),
                List.of(new Asked(Cast.COLLABORATOR, shown, true)),
                List.of(new Asked(Cast.COLLABORATOR, other, false)),
                List.of(new Asked(Cast.PART_TIMER, shown, false)))) {
            Lies.assertFound(lies.with(lie), "chat 6: what invitees see is not the question and nothing else");
        }
    }
}
