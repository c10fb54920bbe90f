package dev.collab.rules;

import static dev.collab.rules.Shop.ADA;
import static dev.collab.rules.Shop.ASHA;
import static dev.collab.rules.Shop.BO;
import static dev.collab.rules.Shop.CY;
import static dev.collab.rules.Shop.SUE;
import static dev.collab.rules.Shop.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.collab.Collab;
import dev.collab.Merged;
import dev.collab.conversation.OpenRequest;
import dev.collab.model.AgentId;
import dev.collab.model.Channel;
import dev.collab.model.Collaboration;
import dev.collab.model.CommandKey;
import dev.collab.model.Commit;
import dev.collab.model.ConversationId;
import dev.collab.model.ConversationStatus;
import dev.collab.model.EntryKind;
import dev.collab.outcome.CommandOutcomeUnknownException;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import dev.collab.spi.StorageException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@DisplayName("Repeated and cut merges")
class MergeRepeatTest {
    private static final CommandKey KEY = new CommandKey("merge");

    private final Shop shop = Shop.open();

    @Test
    @DisplayName(
            "B-41 B-67 a repetition under the same or another key, by the same or another lead, says the same and does nothing")
    void repeated() {
        var source = shop.assignedWith(BO, CY);
        var target = shop.assigned();
        var first = shop.agent(SUE).keyed(KEY).merge(source, target).orElseThrow();
        var before = List.of(Story.stored(shop, source), Story.stored(shop, target));

        assertThat(shop.agent(SUE).keyed(KEY).merge(source, target).orElseThrow())
                .isEqualTo(first);
        assertThat(shop.agent(SUE).merge(source, target).orElseThrow()).isEqualTo(first);
        assertThat(shop.agent(ADA).merge(source, target).orElseThrow()).isEqualTo(first);
        assertThat(List.of(Story.stored(shop, source), Story.stored(shop, target)))
                .isEqualTo(before);
    }

    @Test
    @DisplayName("B-41 B-67 another target under the key of a merge is a conflict")
    void conflict() {
        var source = shop.assigned();
        var target = shop.assigned();
        shop.agent(SUE).keyed(KEY).merge(source, target).orElseThrow();

        assertThat(shop.agent(SUE).keyed(KEY).merge(source, shop.assigned()))
                .isEqualTo(Outcome.<Merged>rejected(Reason.ID_CONFLICT));
    }

    @Test
    @DisplayName(
            "B-41 B-67 a retry says the same to a lead who lost the role; a repetition under another key is theirs no more")
    void roleLost() {
        var source = shop.assignedWith(BO);
        var target = shop.assigned();
        var first = shop.agent(SUE).keyed(KEY).merge(source, target);
        shop.people.change(SUE, person -> person.noRole(Shop.INBOX));

        assertThat(shop.agent(SUE).keyed(KEY).merge(source, target)).isEqualTo(first);
        assertThat(reason(shop.agent(SUE).merge(source, target))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(reason(shop.agent(ASHA).merge(source, target))).isEqualTo(Reason.NOT_PERMITTED);
    }

    @Test
    @DisplayName("B-67 a merge cut after its first commit says that its outcome is unknown, and the retry completes it")
    void cut() {
        var source = shop.assignedWith(BO, CY);
        var target = shop.assigned();

        var unknown = catchThrowableOfType(
                CommandOutcomeUnknownException.class,
                () -> cutting(target).agent(SUE).merge(source, target));

        assertThat(unknown.conversation()).isEqualTo(source);
        assertThat(shop.head(source).status()).isEqualTo(ConversationStatus.CLOSED);
        assertThat(shop.entries(target, EntryKind.MERGED_FROM)).isEmpty();
        var merged = shop.agent(SUE).keyed(unknown.key()).merge(source, target).orElseThrow();
        assertThat(merged.joined()).containsExactly(BO, CY);
        complete(target, BO, CY);
    }

    @Test
    @DisplayName(
            "B-67 another lead completes what was cut, also when all keys are forgotten, and what was merged stays merged once")
    void cutAndForgotten() {
        var source = shop.assignedWith(BO);
        var target = shop.assigned();
        cutShort(() -> cutting(target).agent(SUE).keyed(KEY).merge(source, target));
        shop.agent(ASHA).note(target, "Meanwhile").orElseThrow();
        forgetAll();

        var first = shop.agent(ADA).merge(source, target).orElseThrow();

        complete(target, BO);
        assertThat(shop.entries(target, EntryKind.MERGED_FROM).get(0).author().id())
                .isEqualTo(SUE.value());
        shop.agent(ASHA).note(target, "Later").orElseThrow();
        shop.agent(BO).leave(target).orElseThrow();
        forgetAll();
        var late = shop.agent(SUE).merge(source, target).orElseThrow();
        assertThat(late.sequence()).isEqualTo(first.sequence());
        assertThat(late.joined()).isEqualTo(first.joined());
        assertThat(shop.entries(target, EntryKind.MERGED_FROM)).hasSize(1);
        assertThat(shop.head(target).collaborations()).isEmpty();
    }

    @Test
    @DisplayName("B-67 a second commit that was stored without an answer is not made twice")
    void answerLost() {
        var source = shop.assignedWith(BO);
        var target = shop.assigned();
        var shaky = Story.host(shop, (method, arguments, real) -> {
            var result = real.call();
            if (isCommit(method, arguments, target)) {
                throw StorageException.outcomeUnknown("connection lost", new IllegalStateException());
            }
            return result;
        });

        cutShort(() -> shaky.agent(SUE).keyed(KEY).merge(source, target));

        assertThat(shop.agent(SUE)
                        .keyed(KEY)
                        .merge(source, target)
                        .orElseThrow()
                        .joined())
                .containsExactly(BO);
        complete(target, BO);
    }

    @Test
    @DisplayName(
            "B-59 B-67 a directory that fails before the first commit changes nothing, one that fails after it cuts the merge")
    void outage() {
        var source = shop.assignedWith(BO);
        var target = shop.assigned();
        var host = Story.host(shop, (method, arguments, real) -> {
            var result = real.call();
            if (isCommit(method, arguments, source)) {
                shop.people.failWith(new IllegalStateException("down"));
            }
            return result;
        });

        var unknown = catchThrowableOfType(
                CommandOutcomeUnknownException.class, () -> host.agent(SUE).merge(source, target));
        shop.people.recover();

        shop.agent(SUE).keyed(unknown.key()).merge(source, target).orElseThrow();
        complete(target, BO);
    }

    @Test
    @DisplayName(
            "B-67 what was cut is completed where the target has gone on since, and nobody joins what was closed since")
    void completedElsewhere() {
        var source = shop.assignedWith(BO);
        var target = shop.assigned();
        var next = shop.assigned();
        cutShort(() -> cutting(target).agent(SUE).merge(source, target));
        shop.agent(SUE).merge(target, next).orElseThrow();

        var merged = shop.agent(SUE).merge(source, target).orElseThrow();

        assertThat(merged.conversation()).isEqualTo(next);
        assertThat(shop.agent(ADA).merge(source, target).orElseThrow()).isEqualTo(merged);
        assertThat(shop.head(next).collaborations())
                .extracting(Collaboration::agent)
                .containsExactly(BO);

        var other = shop.assignedWith(BO);
        var closed = shop.assigned();
        cutShort(() -> cutting(closed).agent(SUE).merge(other, closed));
        shop.agent(SUE).close(closed).orElseThrow();
        assertThat(shop.agent(SUE).merge(other, closed).orElseThrow().joined()).isEmpty();
        assertThat(shop.entries(closed, EntryKind.MERGED_FROM)).hasSize(1);
    }

    @Test
    @DisplayName("B-67 a complete merge is found where it was written, also after the target has gone on")
    void foundOnTheWay() {
        var source = shop.assignedWith(BO);
        var target = shop.assigned();
        var next = shop.assigned();
        var first = shop.agent(SUE).merge(source, target).orElseThrow();
        shop.agent(BO).leave(target).orElseThrow();
        shop.agent(SUE).merge(target, next).orElseThrow();
        forgetAll();

        var late = shop.agent(ADA).merge(source, target).orElseThrow();

        assertThat(late.conversation()).isEqualTo(target);
        assertThat(late.sequence()).isEqualTo(first.sequence());
        assertThat(shop.entries(next, EntryKind.MERGED_FROM)).hasSize(1);
        assertThat(shop.head(next).collaborations()).isEmpty();
    }

    @RepeatedTest(20)
    @DisplayName("B-67 P-25 two leads who merge the same two at once merge them once, on one host and on two")
    void together() {
        var source = shop.assignedWith(BO, CY);
        var target = shop.assigned();
        var other = shop.host(builder -> builder);

        var merged = Together.run(List.<Callable<Merged>>of(
                () -> shop.agent(SUE).merge(source, target).orElseThrow(),
                () -> shop.agent(ADA).merge(source, target).orElseThrow(),
                () -> other.agent(ADA).merge(source, target).orElseThrow()));

        assertThat(merged)
                .extracting(Merged::sequence)
                .containsOnly(merged.get(0).sequence());
        assertThat(merged).extracting(Merged::joined).containsOnly(List.of(BO, CY));
        complete(target, BO, CY);
        assertThat(Story.folded(shop, source)).isEqualTo(shop.head(source));
        assertThat(Story.folded(shop, target)).isEqualTo(shop.head(target));
    }

    @RepeatedTest(20)
    @DisplayName("B-67 two leads who merge two conversations into each other leave one of them open")
    void intoEachOther() {
        var first = shop.assigned();
        var second = shop.assigned();

        var done = Together.run(List.<Callable<Boolean>>of(
                () -> shop.agent(SUE).merge(first, second).isDone(),
                () -> shop.agent(ADA).merge(second, first).isDone()));

        assertThat(done).containsExactlyInAnyOrder(true, false);
        assertThat(List.of(shop.head(first).status(), shop.head(second).status()))
                .containsExactlyInAnyOrder(ConversationStatus.OPEN, ConversationStatus.CLOSED);
    }

    @Test
    @DisplayName("B-67 a merge decided on what another host has changed since is decided anew")
    void decidedAnew() {
        var first = shop.assigned();
        var second = shop.assigned();
        var other = shop.host(builder -> builder);
        var host = Story.host(shop, (method, arguments, real) -> {
            if (isCommit(method, arguments, first)) {
                other.agent(ADA).merge(second, first).orElseThrow();
            }
            return real.call();
        });

        assertThat(reason(host.agent(SUE).merge(first, second))).isEqualTo(Reason.WRONG_STATE);
        assertThat(shop.customer().write(first, "Hello?").isDone()).isTrue();
    }

    @Test
    @DisplayName(
            "B-42 B-67 should two hosts merge two into each other at one instant, commands end and a follow-up is possible")
    void circle() {
        var first = shop.assigned();
        var second = shop.assigned();
        var cut = cutting(first);
        var host = Story.host(shop, (method, arguments, real) -> {
            if (isCommit(method, arguments, first) && shop.head(second).status() == ConversationStatus.OPEN) {
                cutShort(() -> cut.agent(ADA).merge(second, first));
            }
            return real.call();
        });
        host.agent(SUE).merge(first, second).orElseThrow();

        assertThat(reason(shop.customer().write(first, "Hello?"))).isEqualTo(Reason.CONVERSATION_CLOSED);
        assertThat(reason(shop.agent(ASHA).note(second, "Hm"))).isEqualTo(Reason.WRONG_STATE);
        var request = OpenRequest.of(Shop.INBOX, Channel.LIVE_CHAT, "Hello?").following(first);
        assertThat(shop.customer().open(request).isDone()).isTrue();
    }

    /** Half a merge is an unknown outcome. */
    private static void cutShort(ThrowingCallable merge) {
        assertThatExceptionOfType(CommandOutcomeUnknownException.class).isThrownBy(merge);
    }

    private void complete(ConversationId target, AgentId... joined) {
        assertThat(shop.entries(target, EntryKind.MERGED_FROM)).hasSize(1);
        assertThat(shop.head(target).collaborations())
                .extracting(Collaboration::agent)
                .containsExactly(joined);
        assertThat(Story.folded(shop, target)).isEqualTo(shop.head(target));
    }

    private void forgetAll() {
        shop.time.advance(Duration.ofDays(8));
        assertThat(shop.storage.conversations().forgetReceipts(shop.time.instant(), 1_000))
                .isPositive();
    }

    /** A host that fails whenever it is to store something of the target. */
    private Collab cutting(ConversationId target) {
        return Story.host(shop, (method, arguments, real) -> {
            if (isCommit(method, arguments, target)) {
                throw StorageException.nothingChanged("no connection", new IllegalStateException());
            }
            return real.call();
        });
    }

    private static boolean isCommit(String method, Object[] arguments, ConversationId conversation) {
        return method.equals("commit") && ((Commit) arguments[0]).head().id().equals(conversation);
    }
}
