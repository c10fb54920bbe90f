package dev.collab.rules;

import static dev.collab.rules.Shop.ACCESSORIES;
import static dev.collab.rules.Shop.ADA;
import static dev.collab.rules.Shop.ASHA;
import static dev.collab.rules.Shop.BO;
import static dev.collab.rules.Shop.CY;
import static dev.collab.rules.Shop.INBOX;
import static dev.collab.rules.Shop.SUE;
import static dev.collab.rules.Shop.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.collab.Collab;
import dev.collab.Merged;
import dev.collab.model.AgentId;
import dev.collab.model.CaseFacts;
import dev.collab.model.Channel;
import dev.collab.model.Collaboration;
import dev.collab.model.Commit;
import dev.collab.model.ConversationId;
import dev.collab.model.EntryKind;
import dev.collab.model.InboxRole;
import dev.collab.outcome.CommandOutcomeUnknownException;
import dev.collab.outcome.Reason;
import dev.collab.spi.StorageException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Which merges are complete, and who may complete the others")
class MergeCompletenessTest {
    private final Shop shop = Shop.open();

    @Test
    @DisplayName("B-67 who leads the source alone does not complete what was cut, though they take part in the target")
    void leadOfTheSourceOnly() {
        var source = shop.assignedWith(BO);
        var target = shop.opened(Channel.LIVE_CHAT, CaseFacts.of(ACCESSORIES));
        shop.agent(ADA).claim(target).orElseThrow();
        shop.agent(ADA).addCollaborator(target, SUE).orElseThrow();
        cut(source, target);
        var before = Story.stored(shop, target);

        assertThat(reason(shop.agent(SUE).merge(source, target))).isEqualTo(Reason.NOT_PERMITTED);

        assertThat(Story.stored(shop, target)).isEqualTo(before);
        assertThat(merge(source, target).joined()).containsExactly(BO);
    }

    @Test
    @DisplayName("B-67 who is no lead any more when the target is looked at neither merges nor completes a merge")
    void roleLostInBetween() {
        var cut = shop.assignedWith(BO);
        var whole = shop.assigned();
        var target = shop.assigned();
        cut(cut, target);
        var host = Story.host(shop, (method, arguments, real) -> {
            // Loaded under no key only to decide, when who acts was asked about for the source already.
            if (method.equals("load") && target.equals(arguments[0]) && arguments[1] == null) {
                shop.people.change(SUE, person -> person.noRole(INBOX));
            }
            return real.call();
        });
        var before = List.of(Story.stored(shop, whole), Story.stored(shop, target));

        assertThat(reason(host.agent(SUE).merge(cut, target))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        shop.people.change(SUE, person -> person.role(INBOX, InboxRole.SUPERVISOR));
        assertThat(reason(host.agent(SUE).merge(whole, target))).isEqualTo(Reason.UNKNOWN_CONVERSATION);

        assertThat(List.of(Story.stored(shop, whole), Story.stored(shop, target)))
                .isEqualTo(before);
    }

    @Test
    @DisplayName("B-67 of two merged into one the cut one is completed, once, and not taken for the other")
    void twoIntoOne() {
        var cut = shop.assignedWith(BO);
        var whole = shop.assignedWith(CY);
        var target = shop.assigned();
        cut(cut, target);
        var other = merge(whole, target);

        var completed = merge(cut, target);

        assertThat(completed.joined()).containsExactly(BO);
        assertThat(completed.sequence()).isGreaterThan(other.sequence());
        assertLinks(target, whole, cut);
        assertJoined(target, CY, BO);
        var before = Story.stored(shop, target);
        forgetAll();
        assertSame(completed, merge(cut, target));
        assertSame(other, merge(whole, target));
        assertThat(Story.stored(shop, target)).isEqualTo(before);
    }

    @Test
    @DisplayName("B-67 what was completed where the target has gone on is found there, however little stood there then")
    void foundNearTheStart() {
        var source = shop.assignedWith(BO);
        var target = shop.assigned();
        var next = shop.assigned();
        notes(target, 30);
        cut(source, target);
        merge(target, next);
        var completed = merge(source, target);
        assertThat(completed.conversation()).isEqualTo(next);
        assertThat(completed.sequence()).isLessThan(30);
        var before = Story.stored(shop, next);
        forgetAll();

        assertSame(completed, merge(source, target));

        assertThat(Story.stored(shop, next)).isEqualTo(before);
        assertLinks(next, target, source);
        assertJoined(next, BO);
    }

    @Test
    @DisplayName("B-67 who joined on the way by another merge has not joined by this one, whatever the revision")
    void joinedElsewhere() {
        var source = shop.assignedWith(BO);
        var other = shop.assignedWith(CY);
        var target = shop.assigned();
        var next = shop.assigned();
        cut(source, target);
        notes(target, 30);
        merge(other, target);
        long revision = shop.head(target).revision();
        merge(target, next);
        notes(next, revision - 1 - shop.head(next).revision());
        var completed = merge(source, target);
        assertThat(shop.entries(next, EntryKind.MERGED_FROM).get(1).revision()).isEqualTo(revision);
        assertThat(completed.joined()).containsExactly(BO);
        forgetAll();

        assertSame(completed, merge(source, target));

        assertJoined(next, CY, BO);
    }

    @Test
    @DisplayName("B-67 a merge into what was merged into the same completes the cut merge of the last but one")
    void intoTheSameEnd() {
        var first = shop.assigned();
        var second = shop.assignedWith(BO);
        var last = shop.assigned();
        var beside = shop.assigned();
        merge(first, second);
        cut(second, last);
        merge(beside, last);

        var completed = merge(first, beside);

        assertThat(completed.source()).isEqualTo(second);
        assertThat(completed.conversation()).isEqualTo(last);
        assertThat(completed.joined()).containsExactly(BO);
        assertLinks(last, beside, second);
        assertSame(completed, merge(second, beside));
        assertLinks(last, beside, second);
    }

    private Merged merge(ConversationId source, ConversationId target) {
        return shop.agent(ADA).merge(source, target).orElseThrow();
    }

    /** The first commit is made, the second is not. */
    private void cut(ConversationId source, ConversationId target) {
        Collab cutting = Story.host(shop, (method, arguments, real) -> {
            if (method.equals("commit") && ((Commit) arguments[0]).head().id().equals(target)) {
                throw StorageException.nothingChanged("no connection", new IllegalStateException());
            }
            return real.call();
        });
        assertThatExceptionOfType(CommandOutcomeUnknownException.class)
                .isThrownBy(() -> cutting.agent(ADA).merge(source, target));
        assertThat(shop.head(source).mergedInto()).isNotNull();
    }

    private void notes(ConversationId conversation, long count) {
        for (long number = 0; number < count; number++) {
            shop.agent(ASHA).note(conversation, "Note " + number).orElseThrow();
        }
    }

    private void forgetAll() {
        shop.time.advance(Duration.ofDays(8));
        assertThat(shop.storage.conversations().forgetReceipts(shop.time.instant(), 1_000))
                .isPositive();
    }

    /** But for the time, which is that of the answer once the first one is forgotten. */
    private static void assertSame(Merged first, Merged again) {
        assertThat(again).usingRecursiveComparison().ignoringFields("at").isEqualTo(first);
    }

    private void assertLinks(ConversationId target, ConversationId... sources) {
        assertThat(shop.entries(target, EntryKind.MERGED_FROM))
                .extracting(entry -> new ConversationId(entry.facts().get("from-conversation")))
                .containsExactly(sources);
    }

    private void assertJoined(ConversationId conversation, AgentId... agents) {
        assertThat(shop.head(conversation).collaborations())
                .extracting(Collaboration::agent)
                .containsExactly(agents);
        assertThat(Story.folded(shop, conversation)).isEqualTo(shop.head(conversation));
    }
}
