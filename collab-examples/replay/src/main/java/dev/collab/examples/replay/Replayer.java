package dev.collab.examples.replay;

import dev.collab.Collab;
import dev.collab.conversation.OpenRequest;
import dev.collab.conversation.Page;
import dev.collab.conversation.Slice;
import dev.collab.inmemory.InMemoryDirectory;
import dev.collab.inmemory.InMemoryStorage;
import dev.collab.model.CaseFacts;
import dev.collab.model.Channel;
import dev.collab.model.ConversationId;
import dev.collab.outcome.Outcome;
import dev.collab.spi.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Plays chats over the desks, as a host would.
 *
 * <p>A conversation begins with the customer's first line that the rules let through. Real chats often begin with an
 * agent's "Hello!"; such lines are sent right after the opening, in their order, and counted as moved. If no line of a
 * customer gets through, nothing can be opened: every line is reported as refused. The customer, too, has read all that
 * came before what they write.
 *
 * <p>Each {@value Shift#CHATS} chats of the file are a {@link Shift}.
 */
final class Replayer {
    private final InMemoryDirectory people = Cast.people();
    private final Tally tally;
    private final Supplier<Storage> emptyStorages;
    private Shift shift;

    /** Opens the first shift, in memory. */
    Replayer(Tally tally) {
        this(tally, InMemoryStorage::new);
    }

    /** Opens the first shift; each takes an empty storage. */
    Replayer(Tally tally, Supplier<Storage> emptyStorages) {
        this.tally = tally;
        this.emptyStorages = emptyStorages;
        this.shift = new Shift(emptyStorages.get(), people, tally);
    }

    /** Plays a chat, and compares what everybody sees and is told with the file. */
    Replayed replay(Chat chat) {
        var replayed = play(chat);
        SelfCheck.verify(replayed);
        shift.took(replayed);
        return replayed;
    }

    /** {@return whether the shift has taken all its chats and is to be ended} */
    boolean isShiftOver() {
        return shift.isOver();
    }

    /** {@return whether the shift has taken any chat} */
    boolean hasChats() {
        return shift.hasChats();
    }

    /** Reads the lists of the shift, compares them with the file, and opens the next shift. */
    ShiftEnd endShift() {
        var end = shift.end();
        ListCheck.verify(end);
        shift = new Shift(emptyStorages.get(), people, tally);
        return end;
    }

    private Replayed play(Chat chat) {
        var refused = new ArrayList<Refused>();
        var customer = shift.collab().customer(Cast.CUSTOMER);
        for (var turn : chat.turns()) {
            if (turn.speaker() == Speaker.CUSTOMER) {
                shift.tick();
                var opened = customer.open(request(chat, turn));
                if (opened instanceof Outcome.Done<ConversationId> done) {
                    customer.markRead(done.value(), 0).orElseThrow();
                    return goOn(done.value(), chat, turn, refused);
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

    private static OpenRequest request(Chat chat, Turn first) {
        Set<String> topics = chat.way() == Way.INVITED ? Set.of(Shift.CAN_WAIT) : Set.of();
        return OpenRequest.of(Cast.SHOP, Channel.LIVE_CHAT, first.text())
                .about(new CaseFacts(Cast.FOOTWEAR, topics, Map.of()))
                .from(Cast.CUSTOMER_NAME);
    }

    private Replayed goOn(ConversationId conversation, Chat chat, Turn opening, List<Refused> refused) {
        var staff = new Staff(shift.collab(), conversation, chat);
        int moved = 0;
        for (var turn : chat.turns()) {
            boolean early = turn.number() < opening.number();
            boolean tried = turn.speaker() == Speaker.CUSTOMER && turn.number() <= opening.number();
            if (!tried) {
                shift.tick();
                var outcome = say(shift.collab(), conversation, staff, turn);
                outcome.ifRejected(no -> refused.add(Refused.of(turn, no.reason())));
                moved += early && outcome.isDone() ? 1 : 0;
            }
        }
        staff.bringIn(chat.turns().get(chat.turns().size() - 1));
        // Before the end: what agents are told is decided anew at delivery, and a resolved chat tells collaborators no
        // more.
        shift.pump();
        var views = end(conversation, chat);
        return new Replayed(chat, Optional.of(conversation), moved, refused, views, staff.asked(), shift.collectMail());
    }

    private Views end(ConversationId conversation, Chat chat) {
        var customer = shift.collab().customer(Cast.CUSTOMER);
        var assignee = shift.collab().agent(Cast.ASSIGNEE);
        var collaborator = shift.collab().agent(Cast.COLLABORATOR);
        var seenByCollaborator = all(page -> collaborator.timeline(conversation, page));
        if (chat.endsResolved()) {
            shift.tick();
            assignee.resolve(conversation).orElseThrow();
            shift.pump();
        }
        return new Views(
                all(page -> customer.messages(conversation, page)),
                all(page -> assignee.timeline(conversation, page)),
                seenByCollaborator,
                collaborator.timeline(conversation, Page.newest(1)).isDone());
    }

    private static Outcome<?> say(Collab collab, ConversationId conversation, Staff staff, Turn turn) {
        return switch (turn.speaker()) {
            case CUSTOMER -> {
                var customer = collab.customer(Cast.CUSTOMER);
                yield customer.write(conversation, turn.text())
                        .map(posted -> customer.markRead(conversation, posted.sequence())
                                .orElseThrow());
            }
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
