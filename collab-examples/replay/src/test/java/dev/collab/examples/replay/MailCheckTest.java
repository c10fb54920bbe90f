package dev.collab.examples.replay;

import static dev.collab.examples.replay.Lies.replacing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.model.AgentId;
import dev.collab.model.NotificationKind;
import dev.collab.spi.Notifier.AgentNotification;
import dev.collab.spi.Notifier.CustomerMessage;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Each test bends what went out in one way; the self-check must find it. */
final class MailCheckTest {
    private static final String SENT = "chat 6: what the customer was sent is not what happened, from notification ";

    private final Lies lies = new Lies();

    private static AgentNotification to(AgentId recipient, AgentNotification one, @Nullable String text) {
        return new AgentNotification(
                one.id(),
                recipient,
                one.kind(),
                one.inbox(),
                one.conversation(),
                one.actor(),
                one.subject(),
                one.sequence(),
                text,
                one.at(),
                one.replyToken());
    }

    private static CustomerMessage saying(CustomerMessage one, String from, String text) {
        return new CustomerMessage(
                one.id(),
                one.kind(),
                one.recipient(),
                one.inbox(),
                one.conversation(),
                one.channel(),
                one.subject(),
                one.customerSequence(),
                from,
                text,
                one.attachments(),
                one.at(),
                one.replyToken());
    }

    private static boolean is(AgentNotification one, NotificationKind kind) {
        return one.kind() == kind;
    }

    private static String told(String agent, int place) {
        return "chat 6: what " + agent + " was told is not what happened, from notification " + place + " on";
    }

    @Test
    @DisplayName("The truth: replies for the customer, news for each agent, ids only of what is about themselves")
    void truth() {
        var mail = lies.good().mail();

        assertThat(mail.toCustomer())
                .extracting(CustomerMessage::text)
                .containsExactly("SECRET hello", "SECRET answer");
        assertThat(mail.toAgents())
                .filteredOn(one -> one.recipient().equals(Cast.COLLABORATOR))
                .extracting(AgentNotification::kind)
                .containsExactly(NotificationKind.INVITED, NotificationKind.MENTIONED, NotificationKind.REMOVED);
        assertThat(mail.toAgents())
                .filteredOn(one -> one.recipient().equals(Cast.ASSIGNEE))
                .extracting(AgentNotification::kind)
                .containsExactly(
                        NotificationKind.ANSWERED,
                        NotificationKind.NOTE,
                        NotificationKind.NOTE,
                        NotificationKind.COLLEAGUE_REPLIED);
        assertThat(mail.left()).isZero();
    }

    @Test
    @DisplayName("The self-check finds an agent who is told of their own act")
    void ownAct() {
        var lie = lies.agentsWereTold(replacing(
                one -> is(one, NotificationKind.COLLEAGUE_REPLIED), one -> to(Cast.COLLABORATOR, one, one.text())));

        Lies.assertFound(lie, "chat 6: bo was told of their own act");
    }

    @Test
    @DisplayName("The self-check finds a note's text in what an agent is told")
    void noteText() {
        var lie = lies.agentsWereTold(
                replacing(one -> is(one, NotificationKind.MENTIONED), one -> to(one.recipient(), one, "SECRET note")));

        Lies.assertFound(lie, told("bo", 1));
    }

    @Test
    @DisplayName("The self-check finds what an agent was not told, was told twice, or should never have heard")
    void toldToOthers() {
        Lies.assertFound(
                lies.agentsWereTold(all -> all.removeIf(one -> is(one, NotificationKind.ANSWERED))), told("asha", 0));
        Lies.assertFound(
                lies.agentsWereTold(all -> all.removeIf(one -> one.recipient().equals(Cast.COLLABORATOR))),
                told("bo", 0));
        Lies.assertFound(lies.agentsWereTold(all -> all.add(all.get(0))), told("bo", 3));
        Lies.assertFound(lies.agentsWereTold(all -> all.add(to(Cast.PART_TIMER, all.get(0), null))), told("cy", 0));
    }

    @Test
    @DisplayName("The self-check finds what an agent is told in another order")
    void order() {
        Lies.assertFound(lies.agentsWereTold(Collections::reverse), told("asha", 0));
    }

    @Test
    @DisplayName("The self-check finds a note's text or another name in what the customer is sent")
    void noteToCustomer() {
        Lies.assertFound(
                lies.customerWasSent(
                        replacing(one -> one.customerSequence() == 2, one -> saying(one, "Asha", "SECRET note"))),
                SENT + "1 on");
        Lies.assertFound(
                lies.customerWasSent(replacing(one -> true, one -> saying(one, "Bo", "SECRET hello"))), SENT + "0 on");
    }

    @Test
    @DisplayName("The self-check finds a reply that was not sent, sent twice, or sent in another order")
    void replies() {
        Lies.assertFound(lies.customerWasSent(all -> all.remove(1)), SENT + "1 on");
        Lies.assertFound(lies.customerWasSent(all -> all.add(all.get(1))), SENT + "2 on");
        Lies.assertFound(lies.customerWasSent(Collections::reverse), SENT + "0 on");
    }

    @Test
    @DisplayName("The self-check finds what is left in the outbox")
    void left() {
        var mail = lies.good().mail();

        Lies.assertFound(
                lies.with(new Mail(mail.toAgents(), mail.toCustomer(), 1)), "chat 6: notifications did not go out: 1");
    }
}
