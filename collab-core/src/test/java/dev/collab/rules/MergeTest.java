package dev.collab.rules;

import static dev.collab.rules.Shop.ADA;
import static dev.collab.rules.Shop.ASHA;
import static dev.collab.rules.Shop.BO;
import static dev.collab.rules.Shop.CARL;
import static dev.collab.rules.Shop.CY;
import static dev.collab.rules.Shop.DORA;
import static dev.collab.rules.Shop.ELSEWHERE;
import static dev.collab.rules.Shop.FIN;
import static dev.collab.rules.Shop.FOOTWEAR;
import static dev.collab.rules.Shop.INBOX;
import static dev.collab.rules.Shop.LEO;
import static dev.collab.rules.Shop.MO;
import static dev.collab.rules.Shop.SUE;
import static dev.collab.rules.Shop.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.Merged;
import dev.collab.conversation.AgentEntry;
import dev.collab.conversation.OpenRequest;
import dev.collab.model.AddRule;
import dev.collab.model.Adder;
import dev.collab.model.AgentId;
import dev.collab.model.Channel;
import dev.collab.model.ConversationId;
import dev.collab.model.ConversationStatus;
import dev.collab.model.CustomerId;
import dev.collab.model.EntryKind;
import dev.collab.model.GroupReading;
import dev.collab.model.InboxId;
import dev.collab.model.InboxRole;
import dev.collab.outcome.Reason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Merging")
class MergeTest {
    private static final List<AgentId> READERS = List.of(ASHA, SUE, ADA, FIN, MO);

    private final Shop shop = Shop.open();

    @Test
    @DisplayName("B-67 the source is closed and says where it goes on, the target says from where")
    void merged() {
        var source = shop.assigned();
        var target = shop.assigned();

        var merged = shop.agent(SUE).merge(source, target).orElseThrow();

        var from = shop.entries(target, EntryKind.MERGED_FROM).get(0);
        assertThat(merged).isEqualTo(new Merged(source, target, from.sequence(), from.at(), List.of()));
        assertThat(from.facts()).containsEntry("from-conversation", source.value());
        assertThat(shop.lastEntry(source).kind()).isEqualTo(EntryKind.MERGED_INTO);
        var view = shop.agent(ASHA).view(source).orElseThrow();
        assertThat(view.status()).isEqualTo(ConversationStatus.CLOSED);
        assertThat(view.mergedInto()).contains(target);
        assertThat(shop.agent(ASHA).view(target).orElseThrow().mergedInto()).isEmpty();
        assertThat(shop.head(target).status()).isEqualTo(ConversationStatus.OPEN);
    }

    @Test
    @DisplayName("B-67 B-68 folding the entries gives the heads of both")
    void folded() {
        var source = shop.assignedWith(BO, CY);
        var target = shop.assignedWith(CY, FIN);

        shop.agent(SUE).merge(source, target).orElseThrow();

        assertThat(Story.folded(shop, source)).isEqualTo(shop.head(source));
        assertThat(Story.folded(shop, target)).isEqualTo(shop.head(target));
    }

    @Test
    @DisplayName(
            "B-67 the source stays readable as before for all who read it without a grant, and ends with the merge")
    void readableAsBefore() {
        shop.conversations(policy -> policy.withReading(GroupReading.ALL, true));
        var source = shop.assignedWith(BO);
        shop.agent(BO).reply(source, "They run small.").orElseThrow();
        shop.agent(ASHA).note(source, "Ask Cy").orElseThrow();
        var before = read(source);

        shop.agent(SUE).merge(source, shop.assigned()).orElseThrow();

        var after = read(source);
        assertThat(after.keySet()).isEqualTo(before.keySet()).containsExactlyElementsOf(READERS);
        before.forEach((agent, entries) -> {
            assertThat(after.get(agent)).startsWith(entries.toArray(AgentEntry[]::new));
            assertThat(after.get(agent))
                    .last()
                    .satisfies(
                            last -> assertThat(((AgentEntry.Event) last).kind()).isEqualTo(EntryKind.MERGED_INTO));
        });
        assertThat(reason(shop.agent(BO).view(source))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
    }

    @Test
    @DisplayName(
            "B-38 B-67 the customer sees that the source is closed and where it goes on, and nothing at the target")
    void theCustomerSees() {
        var source = shop.assignedWith(BO);
        var target = shop.assignedWith(CY);
        var sourceBefore = shop.customer().view(source).orElseThrow();
        var targetBefore = shop.customer().view(target).orElseThrow() + " " + Story.messages(shop, target);
        var messages = Story.messages(shop, source);

        shop.agent(SUE).merge(source, target).orElseThrow();

        var sourceAfter = shop.customer().view(source).orElseThrow();
        assertThat(sourceAfter.status()).isEqualTo(ConversationStatus.CLOSED);
        assertThat(sourceAfter.mergedInto()).contains(target);
        assertThat(sourceAfter.version()).isEqualTo(sourceBefore.version() + 1);
        assertThat(sourceAfter.lastActivityAt()).isEqualTo(sourceBefore.lastActivityAt());
        assertThat(Story.messages(shop, source)).isEqualTo(messages);
        assertThat(shop.customer().view(target).orElseThrow() + " " + Story.messages(shop, target))
                .isEqualTo(targetBefore);
        assertThat(shop.signal.customerChanges()).endsWith(source);
    }

    @Test
    @DisplayName("B-67 both conversations are signalled")
    void signalled() {
        var source = shop.assigned();
        var target = shop.assigned();
        shop.signal.clear();

        shop.agent(SUE).merge(source, target).orElseThrow();

        assertThat(shop.signal.changes()).containsExactly(source, target);
        assertThat(shop.signal.customerChanges()).containsExactly(source);
    }

    @Test
    @DisplayName("B-54 B-67 whoever has no access to one of them is told as if it did not exist, and nothing changes")
    void withoutAccess() {
        shop.ledElsewhere();
        var here = shop.assigned();
        var there = opened(CARL, ELSEWHERE);
        shop.agent(LEO).claim(there).orElseThrow();

        assertThat(reason(shop.agent(SUE).merge(here, there))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(reason(shop.agent(LEO).merge(here, there))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(reason(shop.agent(SUE).merge(here, new ConversationId("none"))))
                .isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(shop.head(here).status()).isEqualTo(ConversationStatus.OPEN);
        assertThat(shop.entries(there, EntryKind.MERGED_FROM)).isEmpty();

        shop.people.change(SUE, person -> person.role(ELSEWHERE, InboxRole.ADMIN));
        assertThat(shop.agent(SUE).merge(here, there).isDone()).isTrue();
    }

    @Test
    @DisplayName("B-62 B-67 leads of both merge, and whoever leads one of them only does not")
    void notPermitted() {
        shop.ledElsewhere();
        shop.people.change(SUE, person -> person.role(ELSEWHERE, InboxRole.AGENT));
        var here = shop.assigned();
        var there = opened(CARL, ELSEWHERE);
        var before = Story.stored(shop, here);

        assertThat(reason(shop.agent(ASHA).merge(here, shop.twin()))).isEqualTo(Reason.NOT_PERMITTED);
        assertThat(reason(shop.agent(SUE).merge(here, there))).isEqualTo(Reason.NOT_PERMITTED);
        assertThat(reason(shop.agent(SUE).merge(there, here))).isEqualTo(Reason.NOT_PERMITTED);
        assertThat(shop.head(here)).isEqualTo(before.head());
    }

    @Test
    @DisplayName("B-67 conversations of two customers are not merged, nor one with itself, nor what is closed")
    void refused() {
        var source = shop.assigned();
        var closed = shop.assigned();
        shop.agent(ADA).close(closed).orElseThrow();
        var before = shop.head(source);

        assertThat(reason(shop.agent(SUE).merge(source, opened(DORA, INBOX)))).isEqualTo(Reason.OTHER_CUSTOMER);
        assertThat(reason(shop.agent(SUE).merge(source, source))).isEqualTo(Reason.WRONG_STATE);
        assertThat(reason(shop.agent(SUE).merge(source, closed))).isEqualTo(Reason.WRONG_STATE);
        assertThat(reason(shop.agent(SUE).merge(closed, source))).isEqualTo(Reason.WRONG_STATE);
        assertThat(shop.head(source)).isEqualTo(before);
    }

    @Test
    @DisplayName("B-62 B-67 an automation merges, also what is resolved")
    void bySystem() {
        var source = shop.assignedTicket();
        var target = shop.assignedTicket();
        shop.agent(ASHA).resolve(source).orElseThrow();
        shop.agent(ASHA).resolve(target).orElseThrow();

        var merged = shop.collab.system("router").merge(source, target).orElseThrow();

        assertThat(merged.conversation()).isEqualTo(target);
        assertThat(shop.head(target).status()).isEqualTo(ConversationStatus.RESOLVED);
        assertThat(shop.entries(target, EntryKind.MERGED_FROM).get(0).author().id())
                .isEqualTo("router");
    }

    @Test
    @DisplayName("B-23 B-67 the source's pending invitations are cancelled, before the entry that tells of the merge")
    void invitationsAreCancelled() {
        shop.policy(
                policy -> policy.withRules(AddRule.allow("ask", Adder.ASSIGNEE).byInvitation()));
        var source = shop.assigned();
        shop.agent(ASHA).addCollaborator(source, BO).orElseThrow();
        var target = shop.assigned();

        shop.agent(SUE).merge(source, target).orElseThrow();

        assertThat(shop.head(source).invitations()).isEmpty();
        assertThat(shop.entries(source, EntryKind.INVITATION_ENDED).get(0).facts())
                .containsEntry("reason", "CANCELLED");
        assertThat(shop.head(target).collaborations()).isEmpty();
        assertThat(reason(shop.agent(BO).accept(source))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
    }

    private Map<AgentId, List<AgentEntry>> read(ConversationId conversation) {
        var read = new LinkedHashMap<AgentId, List<AgentEntry>>();
        READERS.forEach(
                agent -> read.put(agent, shop.timeline(agent, conversation).orElseThrow()));
        return read;
    }

    private ConversationId opened(CustomerId customer, InboxId inbox) {
        var request = OpenRequest.of(inbox, Channel.LIVE_CHAT, "Another matter").forGroup(FOOTWEAR);
        return shop.collab.customer(customer).open(request).orElseThrow();
    }
}
