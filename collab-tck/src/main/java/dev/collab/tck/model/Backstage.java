package dev.collab.tck.model;

import dev.collab.ErasurePlace;
import dev.collab.ErasureProgress;
import dev.collab.conversation.OpenRequest;
import dev.collab.model.AgentId;
import dev.collab.model.Channel;
import dev.collab.model.CommandKey;
import dev.collab.model.ConversationId;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import dev.collab.tck.model.Step.Who;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/** What goes on beside the conversation of a world: other conversations, delivery, and what a host does at night. */
final class Backstage {
    /** Longer than receipts are kept. */
    private static final Duration LONG = Duration.ofDays(8);

    private static final int MANY = 1_000;

    private final World world;
    private final TreeSet<ConversationId> others = new TreeSet<>();

    Backstage(World world) {
        this.world = world;
    }

    /** {@return the conversation and all others that were opened} */
    List<ConversationId> conversations() {
        var all = new ArrayList<ConversationId>();
        all.add(world.chat);
        all.addAll(others);
        return all;
    }

    Outcome<?> act(Step step) {
        var system = world.collab.system("night");
        return switch (step.kind()) {
            case OPEN_ANOTHER -> opened(step);
            case MERGE -> merged(step);
            case MARK -> marked(step);
            case MUTE -> world.collab.agent(World.id(step.other())).mute(world.chat, step.choice() % 2 == 0);
            case DELIVER -> delivered(step.choice() % 4 == 0);
            case SWEEP -> Outcome.done(system.sweep(MANY));
            case FORGET -> {
                var now = world.time.advance(LONG);
                yield Outcome.done(world.stored.conversations().forgetReceipts(now, MANY));
            }
            case ERASE_CUSTOMER -> erased(from -> system.eraseCustomer(World.CARL, from, 1 + step.choice()));
            case ERASE_AGENT -> {
                AgentId agent = World.id(step.other());
                yield erased(from -> system.eraseAgent(agent, World.SHOP, from, 1 + step.choice()));
            }
            default -> throw new IllegalArgumentException(step.toString());
        };
    }

    private Outcome<?> opened(Step step) {
        var opened = world.collab
                .customer(step.choice() % 5 == 0 ? World.MALLORY : World.CARL)
                .keyed(new CommandKey("another " + step.choice() % 3))
                .open(OpenRequest.of(World.SHOP, Channel.LIVE_CHAT, "Once more")
                        .forGroup(step.choice() % 2 == 0 ? World.FOOTWEAR : World.ACCESSORIES));
        opened.fold(others::add, no -> false);
        return opened;
    }

    private Outcome<?> merged(Step step) {
        if (others.isEmpty()) {
            return Outcome.rejected(Reason.UNKNOWN_CONVERSATION);
        }
        var other = step.choice() % 2 == 0 ? others.first() : others.last();
        var desk = world.collab.system("night");
        return step.choice() % 3 == 0 ? desk.merge(world.chat, other) : desk.merge(other, world.chat);
    }

    private Outcome<?> marked(Step step) {
        return step.other() == Who.NOBODY || step.choice() % 4 == 0
                ? world.collab.customer(World.CARL).markRead(world.chat, step.choice())
                : world.collab.agent(World.id(step.other())).markRead(world.chat, step.choice());
    }

    private Outcome<?> delivered(boolean failing) {
        if (failing) {
            world.notifier.failWith(new IllegalStateException("told to fail"));
        }
        int delivered = world.collab.relay("relay").pumpOnce();
        world.notifier.recover();
        return Outcome.done(delivered);
    }

    private static Outcome<?> erased(Function<Optional<ErasurePlace>, ErasureProgress> batch) {
        int changed = 0;
        Optional<ErasurePlace> next = Optional.empty();
        do {
            var progress = batch.apply(next);
            changed += progress.changed();
            next = progress.next();
        } while (next.isPresent());
        return Outcome.done(changed);
    }
}
