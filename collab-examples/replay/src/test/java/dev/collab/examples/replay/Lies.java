package dev.collab.examples.replay;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.collab.conversation.AgentEntry;
import dev.collab.conversation.CustomerEntry;
import dev.collab.spi.Notifier.AgentNotification;
import dev.collab.spi.Notifier.CustomerMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Bends a replay of a chat in one way, so that the self-check has something to find. */
final class Lies {
    /** A chat whose collaborator is invited, and that is resolved at the end. */
    static final Chat CHAT = new Chat(
            6,
            "chat 6",
            List.of(
                    new Turn(1, Speaker.AGENT, "SECRET hello", "1:1"),
                    new Turn(2, Speaker.CUSTOMER, "SECRET question", "1:2"),
                    new Turn(3, Speaker.ACTION, "SECRET note", "1:3"),
                    new Turn(4, Speaker.AGENT, "SECRET answer", "1:4")));

    private final Replayed good;

    Lies() {
        good = replay(CHAT);
    }

    static Replayed replay(Chat chat) {
        return new Replayer(new Tally()).replay(chat);
    }

    Replayed good() {
        return good;
    }

    Replayed refusing(Refused... refused) {
        return new Replayed(CHAT, good.conversation(), 0, List.of(refused), good.views(), good.asked(), good.mail());
    }

    Replayed with(Views views) {
        return new Replayed(CHAT, good.conversation(), 0, List.of(), views, good.asked(), good.mail());
    }

    Replayed with(List<Asked> asked) {
        return new Replayed(CHAT, good.conversation(), 0, List.of(), good.views(), asked, good.mail());
    }

    Replayed with(Mail mail) {
        return new Replayed(CHAT, good.conversation(), 0, List.of(), good.views(), good.asked(), mail);
    }

    Replayed customerSees(List<CustomerEntry> entries) {
        var views = good.views();
        return with(new Views(entries, views.assignee(), views.collaborator(), false));
    }

    Replayed assigneeSees(List<AgentEntry> entries) {
        var views = good.views();
        return with(new Views(views.customer(), entries, views.collaborator(), false));
    }

    Replayed collaboratorSees(List<AgentEntry> entries, boolean readsOn) {
        var views = good.views();
        return with(new Views(views.customer(), views.assignee(), entries, readsOn));
    }

    Replayed agentsWereTold(Consumer<List<AgentNotification>> lie) {
        var told = new ArrayList<>(good.mail().toAgents());
        lie.accept(told);
        return with(new Mail(told, good.mail().toCustomer(), 0));
    }

    Replayed customerWasSent(Consumer<List<CustomerMessage>> lie) {
        var sent = new ArrayList<>(good.mail().toCustomer());
        lie.accept(sent);
        return with(new Mail(good.mail().toAgents(), sent, 0));
    }

    /** Replaces those that match. */
    static <T> Consumer<List<T>> replacing(Predicate<T> which, UnaryOperator<T> by) {
        return all -> all.replaceAll(one -> which.test(one) ? by.apply(one) : one);
    }

    static void assertFound(Replayed lie, String message) {
        assertThatThrownBy(() -> SelfCheck.verify(lie))
                .isInstanceOf(SelfCheckFailedException.class)
                .hasMessage(message);
    }
}
