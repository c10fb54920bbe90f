package dev.collab.inmemory;

import static dev.collab.inmemory.Samples.CARL;
import static dev.collab.inmemory.Samples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.model.ConversationHead;
import dev.collab.model.ConversationId;
import dev.collab.model.CustomerId;
import dev.collab.model.InboxId;
import dev.collab.spi.CommitResult;
import dev.collab.spi.IdQuery;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Ids")
class RegisterTest {
    private final InMemoryStorage storage = new InMemoryStorage();

    @Test
    @DisplayName("B-69 are listed by inbox and by customer, each once, page after page")
    void pages() {
        for (var id : List.of("d", "a", "c", "b", "e")) {
            open(id);
        }
        var listed = new ArrayList<ConversationId>();
        ConversationId last = null;
        List<ConversationId> page;
        do {
            page = ofShop(last, 2);
            listed.addAll(page);
            last = page.isEmpty() ? last : page.get(page.size() - 1);
        } while (!page.isEmpty());

        assertThat(listed).extracting(ConversationId::value).containsExactly("a", "b", "c", "d", "e");
        assertThat(storage.conversations().ids(IdQuery.of(CARL, null, 10))).isEqualTo(listed);
        assertThat(storage.conversations().ids(IdQuery.of(new CustomerId("dora"), null, 10)))
                .isEmpty();
    }

    @Test
    @DisplayName("B-66 B-69 follow a conversation into another inbox")
    void moved() {
        open("a");
        var there = new InboxId("there");
        var head = Samples.head(new ConversationId("a"), 1, 1, 1);
        var next = Commits.after(head);
        assertThat(storage.conversations()
                        .commit(next.head(in(there, next.head())).build()))
                .isEqualTo(CommitResult.COMMITTED);

        assertThat(ofShop(null, 10)).isEmpty();
        assertThat(storage.conversations().ids(IdQuery.of(there, null, 10)))
                .extracting(ConversationId::value)
                .containsExactly("a");
    }

    private void open(String id) {
        storage.conversations().commit(Commits.first(new ConversationId(id)).build());
    }

    private List<ConversationId> ofShop(@Nullable ConversationId after, int limit) {
        return storage.conversations().ids(IdQuery.of(SHOP, after, limit));
    }

    private static ConversationHead in(InboxId inbox, ConversationHead head) {
        return new ConversationHead(
                head.id(),
                inbox,
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
                head.counters(),
                head.openedAt(),
                head.lastActivityAt());
    }
}
