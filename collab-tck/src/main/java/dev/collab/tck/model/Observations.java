package dev.collab.tck.model;

import dev.collab.ListRequest;
import dev.collab.conversation.Page;
import dev.collab.model.ActorKind;
import dev.collab.model.CommandKey;
import dev.collab.model.CommandRef;
import dev.collab.model.ConversationId;
import dev.collab.spi.CollaborationQuery;
import dev.collab.spi.ConversationQuery.ListKind;
import dev.collab.spi.IdQuery;
import dev.collab.spi.Outbox.Claim;
import dev.collab.tck.model.Step.Kind;
import dev.collab.tck.model.Step.Who;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Everything anybody can look at in a world, and what is stored, each under a name. */
final class Observations {
    private static final Page PAGE = Page.newest(9);
    private static final Page FIRST = Page.from(0, 9);
    private static final int MANY = 1_000;

    private final World world;
    private final Map<String, Object> seen = new LinkedHashMap<>();

    private Observations(World world) {
        this.world = world;
    }

    /** Runs a step and looks at everything afterwards; the number of the step says at which list. */
    static Map<String, Object> after(World world, Step step, int number) {
        var all = new Observations(world);
        all.look("the outcome", () -> world.run(step).outcome());
        var lists = List.of(ListKind.values());
        var list = lists.get(number % lists.size());
        for (var viewer : World.viewers()) {
            all.viewer(viewer, list);
        }
        all.customer();
        all.stored(step);
        return all.seen;
    }

    /** Takes out of the outbox whatever is still in it. */
    static Map<String, Object> atTheEnd(World world) {
        var all = new Observations(world);
        var outbox = world.stored.outbox();
        var now = world.time.advance(Duration.ofDays(1));
        for (int round = 0; round < MANY; round++) {
            var claims = new ArrayList<Claim>();
            all.look("round " + round + " of the outbox", () -> {
                claims.addAll(outbox.claim("end", now, now.plusSeconds(60), MANY));
                return lanes(claims);
            });
            if (claims.isEmpty()) {
                break;
            }
            all.look(
                    "the end of round " + round,
                    () -> claims.stream()
                            .filter(claim ->
                                    !outbox.acknowledge(claim.notification().id(), "end"))
                            .toList());
        }
        return all.seen;
    }

    /** Between conversations and recipients the outbox promises no order. */
    private static List<Claim> lanes(List<Claim> claims) {
        return claims.stream()
                .sorted(Comparator.comparing((Claim claim) ->
                                claim.notification().conversation().value())
                        .thenComparing(claim -> claim.notification().recipient()))
                .toList();
    }

    /** Of a failure the kind alone counts, as adapters may find their own words. */
    private void look(String name, Supplier<Object> question) {
        try {
            seen.put(name, question.get());
        } catch (RuntimeException | AssertionError failure) {
            seen.put(name, "throws " + failure.getClass().getName());
        }
    }

    private void viewer(Who viewer, ListKind list) {
        var desk = world.collab.agent(World.id(viewer));
        look("the view of " + viewer, () -> desk.view(world.chat));
        look("the newest entries of " + viewer, () -> desk.timeline(world.chat, PAGE));
        look("the timeline of " + viewer, () -> desk.timeline(world.chat, FIRST));
        look("the list " + list + " of " + viewer, () -> {
            var first = desk.conversations(list, ListRequest.first(2));
            return List.of(
                    first,
                    first
                            .next()
                            .map(next -> desk.conversations(
                                    list, ListRequest.first(2).from(next)))
                            .stream()
                            .toList());
        });
    }

    private void customer() {
        var desk = world.collab.customer(World.CARL);
        look("the customer's view", () -> desk.view(world.chat));
        look("the customer's messages", () -> desk.messages(world.chat, PAGE));
        look("the customer's first messages", () -> desk.messages(world.chat, FIRST));
        look("the customer's list", () -> desk.conversations(ListRequest.first(2)));
    }

    private void stored(Step step) {
        var conversations = world.stored.conversations();
        var inboxes = world.stored.inboxes();
        for (var one : world.backstage.conversations()) {
            look("what is stored of " + one, () -> conversations.load(one, receipt(one, step)));
            look("the entries of " + one, () -> World.entries(world.stored, one, 0));
            look(
                    "the collaborations of " + one,
                    () -> world.stored
                            .collaborations()
                            .find(new CollaborationQuery(null, one, Instant.EPOCH, world.time.instant(), null, MANY)));
        }
        look(
                "what is overdue",
                () -> conversations.overdue(world.time.instant(), MANY).stream()
                        .sorted()
                        .toList());
        look("the ids of the customer", () -> conversations.ids(IdQuery.of(World.CARL, null, MANY)));
        look("the mute of " + step.other(), () -> conversations.isMuted(world.chat, World.id(step.other())));
        if (step.kind() == Kind.SETTINGS) {
            look("the history of the settings", () -> inboxes.history(World.SHOP, Long.MAX_VALUE, 3));
            look("the other settings", () -> inboxes.load(World.ELSEWHERE));
        }
        if (step.kind() == Kind.DELIVER) {
            delivered();
        }
    }

    private void delivered() {
        look("what is parked", () -> world.stored.outbox().parked(null, MANY));
        look(
                "what agents were told",
                () -> world.notifier.toAgents().stream()
                        .sorted(Comparator.comparing(one -> one.conversation() + " " + one.recipient()))
                        .toList());
        look(
                "what customers were sent",
                () -> world.notifier.toCustomers().stream()
                        .sorted(Comparator.comparing(one -> one.conversation() + " " + one.recipient()))
                        .toList());
        world.notifier.clear();
    }

    private @Nullable CommandRef receipt(ConversationId conversation, Step step) {
        if (step.key() == 0) {
            return null;
        }
        var key = new CommandKey("k" + step.key());
        if (step.kind().isCustomers()) {
            return new CommandRef(conversation, ActorKind.CUSTOMER, World.CARL.value(), key);
        }
        var actor = world.resolved(step).actor();
        return actor == Who.SYSTEM
                ? new CommandRef(conversation, ActorKind.SYSTEM, "router", key)
                : new CommandRef(conversation, ActorKind.AGENT, World.id(actor).value(), key);
    }
}
