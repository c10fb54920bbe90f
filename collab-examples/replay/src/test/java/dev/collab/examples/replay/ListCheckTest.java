package dev.collab.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.collab.model.ConversationStatus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Each test bends what lists show in one way; the self-check must find it. */
final class ListCheckTest {
    private final ShiftEnd good = good();

    private static ShiftEnd good() {
        var replayer = new Replayer(new Tally());
        IntStream.rangeClosed(1, 4)
                .forEach(number -> replayer.replay(new Chat(number, "chat " + number, Lies.CHAT.turns())));
        return replayer.endShift();
    }

    private static void assertFound(ShiftEnd lie, String list, int row) {
        assertThatThrownBy(() -> ListCheck.verify(lie))
                .isInstanceOf(SelfCheckFailedException.class)
                .hasMessage("the list of the " + list + " does not show what was said, from row " + row + " on");
    }

    private static List<Row> bent(List<Row> rows, Consumer<List<Row>> lie) {
        var bent = new ArrayList<>(rows);
        lie.accept(bent);
        return bent;
    }

    private ShiftEnd mine(Consumer<List<Row>> lie) {
        var before = good.before();
        return new ShiftEnd(
                good.chats(), new Lists(bent(before.mine(), lie), before.collaborating(), before.own()), good.after());
    }

    private ShiftEnd mineRow(UnaryOperator<Row> lie) {
        return mine(rows -> rows.set(1, lie.apply(rows.get(1))));
    }

    @Test
    @DisplayName("The truth: open chats for agents, all for the customer, the last one first")
    void truth() {
        assertThat(good.before().own())
                .extracting(Row::status)
                .containsExactly(
                        ConversationStatus.OPEN,
                        ConversationStatus.RESOLVED,
                        ConversationStatus.OPEN,
                        ConversationStatus.OPEN);
        assertThat(good.before().mine())
                .hasSize(3)
                .allSatisfy(row -> assertThat(row.preview()).contains("SECRET answer"));
        assertThat(good.before().mine()).extracting(Row::unread).containsExactly(3, 3, 3);
        assertThat(good.before().collaborating()).extracting(Row::unread).containsExactly(0, 0, 0);
        assertThat(good.before().own()).extracting(Row::unread).containsExactly(2, 2, 2, 2);
        assertThat(Lists.unread(good.after().mine()) + Lists.unread(good.after().own()))
                .isZero();
    }

    @Test
    @DisplayName("The self-check finds a chat that is missing on a list, or there twice")
    void missing() {
        assertFound(mine(rows -> rows.remove(2)), "assignee", 2);
        assertFound(mine(rows -> rows.add(rows.get(0))), "assignee", 3);
    }

    @Test
    @DisplayName("The self-check finds a resolved chat among the open ones")
    void resolved() {
        assertFound(mine(rows -> rows.add(1, good.before().own().get(1))), "assignee", 1);
    }

    @Test
    @DisplayName("The self-check finds chats in another order")
    void order() {
        assertFound(mine(rows -> Collections.swap(rows, 1, 2)), "assignee", 1);
    }

    @Test
    @DisplayName("The self-check finds a wrong count, status, author or preview")
    void row() {
        assertFound(
                mineRow(row -> new Row(row.conversation(), row.status(), row.from(), row.preview(), row.unread() + 1)),
                "assignee",
                1);
        assertFound(
                mineRow(row -> new Row(
                        row.conversation(), ConversationStatus.CLOSED, row.from(), row.preview(), row.unread())),
                "assignee",
                1);
        assertFound(
                mineRow(row -> new Row(row.conversation(), row.status(), "Asha", row.preview(), row.unread())),
                "assignee",
                1);
        assertFound(
                mineRow(row -> new Row(
                        row.conversation(), row.status(), row.from(), Optional.of("SECRET note"), row.unread())),
                "assignee",
                1);
    }

    @Test
    @DisplayName("The self-check finds a list of the collaborator or the customer that lacks a chat")
    void others() {
        var before = good.before();

        assertFound(
                new ShiftEnd(good.chats(), new Lists(before.mine(), List.of(), before.own()), good.after()),
                "collaborator",
                0);
        assertFound(
                new ShiftEnd(
                        good.chats(),
                        new Lists(
                                before.mine(),
                                before.collaborating(),
                                before.own().subList(0, 3)),
                        good.after()),
                "customer",
                3);
    }

    @Test
    @DisplayName("The self-check finds what is unread after reading")
    void afterReading() {
        assertFound(new ShiftEnd(good.chats(), good.before(), good.before()), "assignee after reading", 0);
    }
}
