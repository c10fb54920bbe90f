package dev.collab.tck.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.inmemory.InMemoryStorage;
import dev.collab.model.Collaboration;
import dev.collab.model.ConversationHead;
import dev.collab.model.ConversationHead.Counters;
import dev.collab.spi.Storage;
import dev.collab.spi.StoredConversation;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Shows that taking everything internal out of a history finds what leaks. */
class PurgeTest {
    @Test
    @DisplayName("B-38 P-1 a version that a note moves is found, and the history shrunk to what shows it")
    void aVersionThatMovesIsFound() {
        checkFound(PurgeTest::movedByNotes, 2);
    }

    @Test
    @DisplayName("B-38 P-1 a last activity that a note moves is found")
    void anActivityThatMovesIsFound() {
        checkFound(PurgeTest::stirredByCollaborators, 4);
    }

    private static void checkFound(UnaryOperator<ConversationHead> leak, int longest) {
        var found = Histories.search(100, history -> Purge.compare(InMemoryStorage::new, history, leaking(leak)));

        assertThat(found)
                .hasValueSatisfying(failure -> assertThat(failure.history().steps())
                        .as(failure.toString())
                        .hasSizeBetween(1, longest));
    }

    private static UnaryOperator<Storage> leaking(UnaryOperator<ConversationHead> leak) {
        return real -> Ports.storage(real, (name, arguments, call) -> {
            if (!name.equals("conversations.load") || arguments.get(1) != null) {
                return call.call();
            }
            return ((Optional<?>) call.call())
                    .map(StoredConversation.class::cast)
                    .map(one -> new StoredConversation(leak.apply(one.head()), one.settings(), one.receipt()));
        });
    }

    private static ConversationHead movedByNotes(ConversationHead head) {
        var now = head.counters();
        var counters =
                new Counters(now.revision(), now.entries(), now.customerEntries(), now.revision(), now.newestPublic());
        return leaked(head, counters, head.lastActivityAt());
    }

    private static ConversationHead stirredByCollaborators(ConversationHead head) {
        var latest = head.collaborations().stream()
                .map(Collaboration::startedAt)
                .max(Comparator.naturalOrder())
                .orElse(head.lastActivityAt());
        return leaked(head, head.counters(), latest);
    }

    private static ConversationHead leaked(ConversationHead head, Counters counters, Instant lastActivityAt) {
        return new ConversationHead(
                head.id(),
                head.inbox(),
                head.customer(),
                head.customerName(),
                head.channel(),
                head.subject(),
                head.facts(),
                head.status(),
                head.assignee(),
                head.assignedSequence(),
                head.collaborations(),
                head.invitations(),
                head.followUpOf(),
                head.mergedInto(),
                counters,
                head.openedAt(),
                lastActivityAt);
    }
}
