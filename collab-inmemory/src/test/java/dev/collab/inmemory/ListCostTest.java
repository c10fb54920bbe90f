package dev.collab.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.model.ConversationStatus;
import dev.collab.model.GroupReading;
import dev.collab.model.InboxId;
import dev.collab.spi.ConversationQuery;
import dev.collab.spi.ConversationQuery.ListKind;
import dev.collab.spi.ConversationQuery.Position;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a page of a list costs, counted in owners' shelves and rows looked at, among 100,000 conversations of which no
 * viewer sees more than one in a hundred.
 */
@DisplayName("A page of a list costs the page")
@TestInstance(Lifecycle.PER_CLASS)
class ListCostTest {
    private static final int CONVERSATIONS = 100_000;
    private static final int LIMIT = 20;

    /** Per row: it may stand on four shelves - assignee's, collaborator's, group's, inbox's. */
    private static final int PER_ROW = 4;

    /** Shelves of each viewer below, looked up, opened for each stage, and looked at for the first row. */
    private static final int PER_VIEWER = 40;

    /** How many there are at most that a viewer sees. */
    private static final int MOST_IN_SCOPE = CONVERSATIONS / 100;

    private final ListWorld world = new ListWorld();

    @BeforeAll
    void fill() {
        world.decide("shop", 1, GroupReading.QUEUED, false);
        world.decide("open", 1, GroupReading.ALL, false);
        world.decide("shared", 1, GroupReading.QUEUED, true);
        for (int number = 0; number < CONVERSATIONS; number++) {
            world.write(conversation(number));
        }
    }

    /**
     * Most are Zed's, or were Ivy's, in the shop and of the first group, and Bo's grant is over with the inbox's epoch.
     * Of each thousand a few are something else, and every other one of those is queued.
     */
    private static Heads conversation(int number) {
        var usual = Heads.open("chat-" + number)
                .of("somebody")
                .group("first")
                .assignedTo("zed")
                .active(Samples.NOW.plusSeconds(number));
        var either = (number / 1_000) % 2 == 0 ? usual.assignedTo(null) : usual;
        return switch (number % 1_000) {
            case 0 -> usual.assignedTo("asha").granted("bo", 0, null);
            case 1 -> either.granted("bo", 1, null);
            case 2 -> usual.assignedTo(null).granted("bo", 0, null);
            case 3 -> either.in("open").granted("bo", 0, null);
            case 4 -> either.in("shared");
            case 5 -> either.in("led");
            case 6 -> either.of("carl");
            case 7 -> either.granted("hal", 1, Samples.NOW.plusSeconds(1));
            case 8 -> usual.assignedTo("ivy").granted("bo", 0, null);
            default ->
                (number % 2 == 0 ? usual : usual.assignedTo("ivy").status(ConversationStatus.CLOSED))
                        .granted("bo", 0, null);
        };
    }

    static Stream<Arguments> viewers() {
        var led = Set.of(new InboxId("led"));
        var none = Set.<InboxId>of();
        var everywhere =
                Stream.of("shop", "open", "shared", "led").map(InboxId::new).collect(Collectors.toSet());
        return Stream.of(
                Arguments.of("the assignee", ListViews.agent("asha"), List.of(ListKind.MINE, ListKind.ALL)),
                Arguments.of(
                        "a collaborator, whatever was over with an epoch",
                        ListViews.agent("bo"),
                        List.of(ListKind.COLLABORATING, ListKind.QUEUE, ListKind.ALL)),
                Arguments.of(
                        "a collaborator for a time",
                        ListViews.agent("hal"),
                        List.of(ListKind.COLLABORATING, ListKind.QUEUE, ListKind.ALL)),
                Arguments.of(
                        "an agent of the group, by each inbox's policy",
                        ListViews.agent("cy").inGroup("first"),
                        List.of(ListKind.QUEUE, ListKind.ALL)),
                Arguments.of(
                        "a supervisor",
                        ListViews.agent("fay").inGroup("first").with(led, none, none),
                        List.of(ListKind.QUEUE, ListKind.ALL)),
                Arguments.of(
                        "an admin",
                        ListViews.agent("gus").with(none, led, none),
                        List.of(ListKind.QUEUE, ListKind.ALL)),
                Arguments.of(
                        "another agent of the inboxes, where they let them read",
                        ListViews.agent("ed").with(none, none, everywhere),
                        List.of(ListKind.QUEUE, ListKind.ALL)),
                Arguments.of("the customer", ListViews.customer("carl"), List.of(ListKind.QUEUE, ListKind.ALL)));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("viewers")
    @DisplayName("to")
    void outOfScope(String name, ListViews viewer, List<ListKind> lists) {
        for (var list : lists) {
            costsThePage(viewer.list(list));
        }
    }

    @Test
    @DisplayName("to whoever asks for a status few have")
    void otherStatuses() {
        var mine = ListViews.agent("ivy").list(ListKind.MINE);
        costsThePage(
                new ConversationQuery(mine.scope(), ListKind.MINE, EnumSet.of(ConversationStatus.OPEN), null, LIMIT));
    }

    private void costsThePage(ConversationQuery query) {
        assertThat(world.heads().stream().filter(head -> query.admits(head, world.inboxes.load(head.inbox()))))
                .hasSizeBetween(LIMIT * 2, MOST_IN_SCOPE);
        var middle = new Position(Samples.NOW.plusSeconds(CONVERSATIONS / 2), Samples.CHAT);
        for (var after : Arrays.asList(null, middle)) {
            var touched = new AtomicLong();
            var page = world.conversations.find(ListViews.page(query, after, LIMIT));
            var same = world.lists.find(ListViews.page(query, after, LIMIT), touched::incrementAndGet);
            assertThat(same).isEqualTo(page).hasSize(LIMIT);
            assertThat(touched.get()).describedAs("%s after %s", query, after).isBetween((long) LIMIT, bound());
        }
    }

    private static long bound() {
        return (long) LIMIT * PER_ROW + PER_VIEWER;
    }
}
