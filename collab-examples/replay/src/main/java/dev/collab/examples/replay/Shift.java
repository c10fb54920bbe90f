package dev.collab.examples.replay;

import dev.collab.Collab;
import dev.collab.inmemory.InMemoryDirectory;
import dev.collab.inmemory.RecordingNotifier;
import dev.collab.inmemory.SettableTime;
import dev.collab.model.AddRule;
import dev.collab.model.Adder;
import dev.collab.model.CaseCondition;
import dev.collab.notification.Relay;
import dev.collab.spi.Storage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Is some chats that share a storage, so that lists hold several.
 *
 * <p>When it is over, its storage is garbage: memory is bounded for any number of chats. The clock is moved by the
 * replay, a second a line, as the file says nothing of times.
 */
final class Shift {
    /** How many chats of the file a shift takes. */
    static final int CHATS = 100;

    /** What a chat is about that can wait. */
    static final String CAN_WAIT = "can wait";

    /** Later than any retry and any lease. */
    private static final Duration LONG = Duration.ofDays(1);

    private final Storage storage;
    private final SettableTime time = new SettableTime();
    private final RecordingNotifier notifier = new RecordingNotifier();
    private final List<Outlook> chats = new ArrayList<>();
    private final Collab collab;
    private final Relay relay;
    private int taken;

    /** Opens the shop over an empty storage. */
    Shift(Storage storage, InMemoryDirectory people, Tally tally) {
        this.storage = storage;
        collab = Collab.builder()
                .storage(storage)
                .directory(people)
                .notifier(notifier)
                .listener(tally)
                .time(time)
                .build();
        relay = collab.relay("replay");
        var inbox = collab.admin(Cast.ADMIN).inbox(Cast.SHOP);
        var settings = inbox.settings().orElseThrow();
        inbox.change(settings.withCollaboration(settings.collaboration()
                        .withEnabled(true)
                        .withMentionAdds(true)
                        .withRules(
                                AddRule.allow("part-timers are asked", Adder.ASSIGNEE)
                                        .toAdd(Cast.PART_TIME)
                                        .byInvitation(),
                                AddRule.allow("what can wait is asked", Adder.ASSIGNEE)
                                        .toAdd(Cast.ACCESSORIES)
                                        .when(CaseCondition.ANY.topic(CAN_WAIT))
                                        .byInvitation(),
                                AddRule.allow("accessories help at once", Adder.ASSIGNEE)
                                        .toAdd(Cast.ACCESSORIES))))
                .orElseThrow();
    }

    /** {@return the library with the chats of this shift} */
    Collab collab() {
        return collab;
    }

    /** Lets a line take its time. */
    void tick() {
        time.advance(Duration.ofSeconds(1));
    }

    /** Carries out what waits in the outbox, as a timer of the host would. */
    void pump() {
        int claimed;
        do {
            claimed = relay.pumpOnce();
        } while (claimed > 0);
    }

    /** Hands over what went out since this was last asked. */
    Mail collectMail() {
        var later = time.instant().plus(LONG);
        var waiting = storage.outbox().claim("self-check", later, later.plus(LONG), Integer.MAX_VALUE);
        var parked = relay.parked(null, Integer.MAX_VALUE);
        var mail = new Mail(notifier.toAgents(), notifier.toCustomers(), waiting.size() + parked.size());
        notifier.clear();
        return mail;
    }

    /** Counts a chat, and remembers what its row on a list has to show. */
    void took(Replayed replayed) {
        taken++;
        Outlook.of(replayed).ifPresent(chats::add);
    }

    /** {@return whether it has taken all its chats} */
    boolean isOver() {
        return taken == CHATS;
    }

    /** {@return whether it has taken a chat} */
    boolean hasChats() {
        return taken > 0;
    }

    /** Reads the lists, lets everybody read all that is on them, and reads them again. */
    ShiftEnd end() {
        var before = Lists.of(collab);
        before.markRead(collab);
        return new ShiftEnd(chats, before, Lists.of(collab));
    }
}
