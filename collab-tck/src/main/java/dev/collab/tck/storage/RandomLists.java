package dev.collab.tck.storage;

import static dev.collab.tck.storage.Samples.NOW;

import dev.collab.model.ActorKind;
import dev.collab.model.AgentId;
import dev.collab.model.CollaborationId;
import dev.collab.model.ConversationId;
import dev.collab.model.ConversationScope;
import dev.collab.model.ConversationStatus;
import dev.collab.model.CustomerId;
import dev.collab.model.GroupId;
import dev.collab.model.GroupReading;
import dev.collab.model.InboxId;
import dev.collab.model.ViewerMark;
import dev.collab.spi.CollaborationQuery;
import dev.collab.spi.ConversationQuery;
import dev.collab.spi.ConversationQuery.ListKind;
import dev.collab.spi.ConversationQuery.Position;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Chooses heads, settings, marks and queries by a seed, from so few values that they meet often. */
final class RandomLists {
    private static final List<String> INBOXES = List.of("shop", "bank", "club");
    private static final List<String> GROUPS = List.of("first", "second", "third");
    private static final List<String> AGENTS = List.of("asha", "bo", "cy", "dee");
    private static final List<String> CUSTOMERS = List.of("carl", "asha", "vi");

    private final Random random;
    private final int conversations;

    RandomLists(long seed, int conversations) {
        this.random = new Random(seed);
        this.conversations = conversations;
    }

    /** Takes one step: mostly a commit, now and then other settings or a mark. */
    void step(ListWorld world) {
        int choice = random.nextInt(12);
        if (choice == 0) {
            var reading = one(List.of(GroupReading.values()));
            world.decide(one(INBOXES), random.nextInt(3), reading, random.nextInt(3) == 0);
        } else if (choice <= 2) {
            var kind = one(List.of(ActorKind.AGENT, ActorKind.CUSTOMER));
            var mark = new ViewerMark(new ConversationId(name()), kind, one(AGENTS), random.nextInt(9));
            if (world.has(mark.conversation())) {
                world.mark(mark);
            }
        } else {
            var head = head();
            if (choice <= 7 || !world.has(head.id())) {
                world.write(head);
            } else {
                world.note(head, random.nextBoolean());
            }
        }
    }

    private Heads head() {
        int number = random.nextInt(conversations);
        var head = Heads.open("chat-" + number)
                .in(one(INBOXES))
                .of(CUSTOMERS.get(number % CUSTOMERS.size()))
                .group(maybe(one(GROUPS)))
                .assignedTo(maybe(one(AGENTS)))
                .active(moment(4))
                .status(random.nextBoolean() ? ConversationStatus.OPEN : one(List.of(ConversationStatus.values())));
        for (var agent : AGENTS) {
            if (random.nextInt(3) == 0) {
                head = head.granted(agent, random.nextInt(3), maybe(moment(1)));
            }
            if (random.nextInt(8) == 0) {
                head = head.invited(agent, moment(3));
            }
        }
        return head;
    }

    ConversationQuery query(ListKind list) {
        var statuses = EnumSet.of(one(List.of(ConversationStatus.values())));
        statuses.addAll(some(3, List.of(ConversationStatus.values()), Function.identity()));
        var after = maybe(new Position(moment(4), new ConversationId(name())));
        return new ConversationQuery(scope(), list, statuses, after, one(List.of(1, 3, 10, 200)));
    }

    ConversationScope scope() {
        boolean agent = random.nextInt(6) > 0;
        return new ConversationScope(
                agent ? new AgentId(one(AGENTS)) : null,
                !agent || random.nextInt(4) == 0 ? new CustomerId(one(CUSTOMERS)) : null,
                moment(1),
                some(2, GROUPS, GroupId::new),
                some(4, INBOXES, InboxId::new),
                some(6, INBOXES, InboxId::new),
                some(3, INBOXES, InboxId::new));
    }

    CollaborationQuery collaborations() {
        boolean ofInbox = random.nextBoolean();
        return new CollaborationQuery(
                ofInbox ? new InboxId(one(INBOXES)) : null,
                ofInbox ? null : new ConversationId(name()),
                random.nextBoolean() ? Instant.MIN : moment(4),
                random.nextBoolean() ? Instant.MAX : moment(4),
                maybe(new CollaborationQuery.Position(
                        moment(4), new ConversationId(name()), new CollaborationId("grant " + random.nextInt(40)))),
                one(List.of(1, 3, 100)));
    }

    Instant moment(int spread) {
        return NOW.plusSeconds(random.nextInt(2 * spread + 1) - spread);
    }

    int upTo(int most) {
        return 1 + random.nextInt(most);
    }

    private String name() {
        return "chat-" + random.nextInt(conversations);
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private <T> @Nullable T maybe(T value) {
        return random.nextBoolean() ? value : null;
    }

    private <V, T> Set<T> some(int oneIn, List<V> values, Function<V, T> type) {
        var chosen = new ArrayList<V>(values);
        chosen.removeIf(value -> random.nextInt(oneIn) > 0);
        return new HashSet<>(chosen.stream().map(type).toList());
    }
}
