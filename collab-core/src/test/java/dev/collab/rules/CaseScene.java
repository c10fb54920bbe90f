package dev.collab.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.Collab;
import dev.collab.collaboration.CollaboratorField;
import dev.collab.conversation.AgentView;
import dev.collab.conversation.CustomerEntry;
import dev.collab.conversation.CustomerView;
import dev.collab.model.AddRule;
import dev.collab.model.Adder;
import dev.collab.model.AgentId;
import dev.collab.model.ConversationId;
import dev.collab.model.ConversationStatus;
import dev.collab.model.EntryKind;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;

/**
 * A case that crosses rules: a shop, and everybody's sight of a conversation in one line.
 *
 * <p>After every case the head of each conversation it touched is the fold of its entries.
 */
abstract class CaseScene {
    static final AddRule ASK = AddRule.allow("ask first", Adder.ASSIGNEE).byInvitation();

    /** What is seen without access. */
    static final String NOTHING = "nothing";

    final Shop shop = Shop.open();

    @AfterEach
    void everyHeadIsTheFoldOfItsEntries() {
        var touched = new HashSet<>(shop.signal.changes());
        assertThat(touched)
                .isNotEmpty()
                .allSatisfy(one -> assertThat(Story.folded(shop, one)).isEqualTo(shop.head(one)));
    }

    /** As in "OPEN asha [bo RESPONDER, cy ADVISER suspended] asked [mo]". */
    String sight(AgentId viewer, ConversationId conversation) {
        return shop.agent(viewer).view(conversation).fold(CaseScene::line, no -> {
            assertThat(no.reason()).isEqualTo(Reason.UNKNOWN_CONVERSATION);
            assertThat(reason(shop.timeline(viewer, conversation))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
            return NOTHING;
        });
    }

    private static String line(AgentView view) {
        var who = view.assignee()
                .map(AgentId::value)
                .orElse(view.status() == ConversationStatus.OPEN ? "queue" : "nobody");
        return view.status() + " " + who + " " + line(view.collaborators());
    }

    private static String line(CollaboratorField field) {
        if (!field.visible()) {
            return "hidden";
        }
        var here = field.collaborators().stream()
                .map(one -> one.agent().value() + " " + one.level() + (one.suspended() ? " suspended" : ""))
                .collect(Collectors.joining(", ", "[", "]"));
        var asked = field.invitations().stream()
                .flatMap(one -> Stream.concat(
                        one.agent().map(AgentId::value).stream(),
                        one.group().map(group -> "group " + group.value()).stream()))
                .toList();
        return asked.isEmpty() ? here : here + " asked " + asked;
    }

    /** The texts an agent reads, oldest first; none without access. */
    List<String> reads(AgentId viewer, ConversationId conversation) {
        return Story.texts(shop, viewer, conversation);
    }

    /** What the customer reads, oldest first; replies with the name they carry. */
    List<String> customerReads(ConversationId conversation) {
        return Story.messages(shop, conversation).stream()
                .map(entry -> entry.fold(
                        message -> message.text().orElse("(gone)"),
                        reply -> reply.from() + ": " + reply.text().orElse("(gone)")))
                .toList();
    }

    /** Does it and finds that nothing changed for the customer, byte for byte. */
    void unnoticed(ConversationId conversation, Runnable act) {
        var before = customerSees(conversation);
        act.run();
        assertThat(customerSees(conversation)).isEqualTo(before);
    }

    private CustomerSight customerSees(ConversationId conversation) {
        return new CustomerSight(shop.customer().view(conversation).orElseThrow(), Story.messages(shop, conversation));
    }

    /** Is refused, for this reason, and leaves everything as it was. */
    void refused(ConversationId conversation, Reason expected, Supplier<Outcome<?>> act) {
        var before = Story.stored(shop, conversation);
        assertThat(Post.of(shop, () -> assertThat(reason(act.get())).isEqualTo(expected)))
                .isEmpty();
        assertThat(Story.stored(shop, conversation)).isEqualTo(before);
    }

    static Reason reason(Outcome<?> outcome) {
        return Shop.reason(outcome);
    }

    /** Who is told of it, as "KIND recipient"; it is done. */
    List<String> told(Supplier<Outcome<?>> act) {
        return Post.of(shop, () -> assertThat(act.get().isDone()).isTrue());
    }

    /** Another host, on which this comes between loading and the first commit. */
    Collab overtakenBy(Runnable change) {
        var before = new AtomicBoolean(true);
        return Story.host(shop, (method, arguments, real) -> {
            if (method.equals("commit") && before.getAndSet(false)) {
                change.run();
            }
            return real.call();
        });
    }

    /** Why collaborations ended, oldest first, as in "bo REMOVED". */
    List<String> ended(ConversationId conversation) {
        return shop.entries(conversation, EntryKind.COLLABORATION_ENDED).stream()
                .map(entry -> entry.facts().get("agent") + " " + entry.facts().get("reason"))
                .toList();
    }

    long last(ConversationId conversation) {
        return shop.lastEntry(conversation).sequence();
    }

    private record CustomerSight(CustomerView view, List<CustomerEntry> entries) {}
}
