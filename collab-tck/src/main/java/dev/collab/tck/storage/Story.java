package dev.collab.tck.storage;

import static dev.collab.tck.storage.Samples.ASHA;
import static dev.collab.tck.storage.Samples.BO;
import static dev.collab.tck.storage.Samples.CHAT;
import static dev.collab.tck.storage.Samples.NOW;
import static dev.collab.tck.storage.Samples.SHOP;

import dev.collab.model.Audience;
import dev.collab.model.CommandRef;
import dev.collab.model.ConversationHead.Counters;
import dev.collab.model.EndReason;
import dev.collab.model.EndedCollaboration;
import dev.collab.model.InboxId;
import dev.collab.model.StoredReceipt;
import dev.collab.spi.Storage;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Two commits of a conversation that use everything a commit can hold. */
final class Story {
    static final InboxId BANK = new InboxId("bank");
    static final List<InboxId> INBOXES = List.of(SHOP, BANK);
    static final StoredReceipt OPENED = Samples.receipt(CHAT, "opened");
    static final StoredReceipt REDACTED = Samples.receipt(CHAT, "redacted");
    static final List<CommandRef> COMMANDS = List.of(OPENED.command(), REDACTED.command());

    private static final Heads FIRST =
            Heads.open(CHAT.value()).assignedTo("asha").granted("bo", 0, NOW.plusSeconds(60));

    private Story() {}

    /** Bo collaborates on Asha's conversation until the minute is over. */
    static Commits opened() {
        return Commits.first(CHAT)
                .head(FIRST.counting(new Counters(1, 2, 1, 1, 0)))
                .entries(
                        Samples.message(CHAT, 0, 1, 0, "my card number is 1234"),
                        Samples.note(CHAT, 1, 1, Audience.NAMED, Set.of(BO)))
                .telling(
                        Samples.notification("opened-asha", CHAT, "asha", 1, 0),
                        Samples.notification("opened-bo", CHAT, "bo", 1, 1))
                .remembering(OPENED);
    }

    /** What both have written is taken out, Bo leaves, Cy is invited, and it is moved to the bank's queue. */
    static Commits redacted() {
        var before = opened().head();
        var bo = FIRST.grants().get(0);
        var head = Heads.open(CHAT.value())
                .in(BANK.value())
                .group("first")
                .invited("cy", NOW.plusSeconds(30))
                .active(NOW.plusSeconds(1));
        return Commits.after(before)
                .head(head.counting(new Counters(2, 4, 2, 3, 2)))
                .entries(
                        Samples.message(CHAT, 2, 2, 1, "please forget it"),
                        Samples.note(CHAT, 3, 2, Audience.AGENTS, Set.of(ASHA)))
                .redacting(
                        opened().entries().get(0).withoutContent(),
                        opened().entries().get(1).withoutContent())
                .ending(new EndedCollaboration(SHOP, CHAT, bo, EndReason.LEFT, NOW.plusSeconds(1)))
                .telling(
                        Samples.notification("redacted-asha", CHAT, "asha", 2, 0),
                        Samples.notification("redacted-cy", CHAT, "cy", 2, 1))
                .remembering(REDACTED);
    }

    static Map<String, Object> shown(Storage storage) {
        return Shown.of(storage, CHAT, INBOXES, COMMANDS);
    }
}
