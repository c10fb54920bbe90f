package dev.collab.examples.replay;

import dev.collab.Collab;
import dev.collab.conversation.OpenRequest;
import dev.collab.conversation.Page;
import dev.collab.conversation.Slice;
import dev.collab.inmemory.InMemoryDirectory;
import dev.collab.inmemory.InMemoryStorage;
import dev.collab.model.Channel;
import dev.collab.model.ConversationId;
import dev.collab.outcome.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Plays chats over the desks, as a host would.
 *
 * <p>A conversation begins with the customer's first line that the rules let through. Real chats often begin with an
 * agent's "Hello!"; such lines are sent right after the opening, in their order, and counted as moved. If no line of a
 * customer gets through, nothing can be opened: every line is reported as refused.
 */
final class Replayer {
    private final InMemoryDirectory people = Cast.people();

    /** Plays a chat, and compares what everybody sees with the file. */
    Replayed replay(Chat chat) {
        // Each chat has a storage of its own, garbage when the chat is done: memory is bounded for any number of chats.
        var storage = new InMemoryStorage();
        var collab = Collab.builder().storage(storage).directory(people).build();
        collab.admin(Cast.ADMIN).inbox(Cast.SHOP).enableCollaboration().orElseThrow();
        var replayed = play(collab, chat);
        SelfCheck.verify(replayed);
        return replayed;
    }

    private static Replayed play(Collab collab, Chat chat) {
        var refused = new ArrayList<Refused>();
        for (var turn : chat.turns()) {
            if (turn.speaker() == Speaker.CUSTOMER) {
                var opened = collab.customer(Cast.CUSTOMER).open(request(turn));
                if (opened instanceof Outcome.Done<ConversationId> done) {
                    return goOn(collab, done.value(), chat, turn, refused);
                }
                opened.ifRejected(no -> refused.add(Refused.of(turn, no.reason())));
            }
        }
        for (var turn : chat.turns()) {
            if (turn.speaker() != Speaker.CUSTOMER) {
                refused.add(new Refused(turn, Refused.NEVER_OPENED));
            }
        }
        return Replayed.neverOpened(chat, refused);
    }

    private static OpenRequest request(Turn first) {
        return OpenRequest.of(Cast.SHOP, Channel.LIVE_CHAT, first.text())
                .forGroup(Cast.FOOTWEAR)
                .from(Cast.CUSTOMER_NAME);
    }

    private static Replayed goOn(
            Collab collab, ConversationId conversation, Chat chat, Turn opening, List<Refused> refused) {
        var staff = new Staff(collab, conversation, chat);
        int moved = 0;
        for (var turn : chat.turns()) {
            boolean early = turn.number() < opening.number();
            boolean tried = turn.speaker() == Speaker.CUSTOMER && turn.number() <= opening.number();
            if (!tried) {
                var outcome = say(collab, conversation, staff, turn);
                outcome.ifRejected(no -> refused.add(Refused.of(turn, no.reason())));
                moved += early && outcome.isDone() ? 1 : 0;
            }
        }
        staff.addCollaborator(chat.turns().get(chat.turns().size() - 1));
        var customer = collab.customer(Cast.CUSTOMER);
        var assignee = collab.agent(Cast.ASSIGNEE);
        var collaborator = collab.agent(Cast.COLLABORATOR);
        return new Replayed(
                chat,
                moved,
                refused,
                all(page -> customer.messages(conversation, page)),
                all(page -> assignee.timeline(conversation, page)),
                all(page -> collaborator.timeline(conversation, page)));
    }

    private static Outcome<?> say(Collab collab, ConversationId conversation, Staff staff, Turn turn) {
        return switch (turn.speaker()) {
            case CUSTOMER -> collab.customer(Cast.CUSTOMER).write(conversation, turn.text());
            case AGENT -> staff.reply(turn);
            case ACTION -> staff.note(turn);
        };
    }

    /** Reads page after page, from the newest back to the oldest. */
    private static <E> List<E> all(Function<Page, Outcome<Slice<E>>> read) {
        var slice = read.apply(Page.newest(Page.MAX_LIMIT)).orElseThrow();
        var slices = new ArrayList<>(List.of(slice));
        while (slice.older().isPresent()) {
            slice = read.apply(Page.at(slice.older().get(), Page.MAX_LIMIT)).orElseThrow();
            slices.add(0, slice);
        }
        return slices.stream().flatMap(one -> one.entries().stream()).toList();
    }
}
