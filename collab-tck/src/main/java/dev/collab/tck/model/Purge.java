package dev.collab.tck.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.model.AgentId;
import dev.collab.model.AgentProfile;
import dev.collab.model.EntryKind;
import dev.collab.model.GroupId;
import dev.collab.model.IdentityPolicy;
import dev.collab.model.InboxRole;
import dev.collab.model.Level;
import dev.collab.model.TimelineEntry;
import dev.collab.spi.Storage;
import dev.collab.tck.model.Step.Who;
import dev.collab.tck.model.World.Ran;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Takes everything internal out of a history and looks whether the customer notices. */
final class Purge {
    private Purge() {}

    static void compare(Supplier<Storage> empty, History history, UnaryOperator<Storage> storage) {
        var world = new World(empty.get(), history, storage, UnaryOperator.identity());
        var ran = new ArrayList<Ran>();
        var seen = new ArrayList<String>();
        for (var step : history.steps()) {
            var one = world.run(step);
            ran.add(one);
            assertThat(one.entries())
                    .as("only words for the customer are public: %s", step)
                    .noneMatch(entry ->
                            entry.kind().isPublic() && !step.kind().isCustomers() && step.kind() != Step.Kind.REPLY);
            seen.add(observed(world, one));
        }

        var twin = new World(empty.get(), history, storage, UnaryOperator.identity());
        for (int index = 0; index < ran.size(); index++) {
            var step = ran.get(index).step();
            assertThat(observed(twin, purged(twin, history, ran.get(index))))
                    .as("after step %d, %s", index, step)
                    .isEqualTo(seen.get(index));
        }
        assertThat(Customers.everything(twin.collab, World.CARL, twin.chat))
                .isEqualTo(Customers.everything(world.collab, World.CARL, world.chat));
    }

    private static String observed(World world, Ran ran) {
        var customer = world.collab.customer(World.CARL);
        var seen = new StringBuilder();
        if (ran.step().kind().isCustomers()) {
            seen.append(ran.outcome()).append('\n');
            seen.append(Customers.everything(world.collab, World.CARL, world.chat));
            seen.append(Customers.everything(world.collab, World.MALLORY, world.chat));
        } else {
            seen.append(customer.view(world.chat));
        }
        return seen.append(world.signal.customerChanges()).toString();
    }

    /** Repeats what is left of a step: all of a customer's, and of the others what changed something for them. */
    private static Ran purged(World twin, History history, Ran ran) {
        var step = ran.step();
        if (step.kind().isCustomers() || step.kind() == Step.Kind.PEOPLE || step.kind() == Step.Kind.TIME) {
            return twin.run(step);
        }
        twin.time.set(ran.at());
        ran.entries().forEach(entry -> repeat(twin, history, entry));
        return ran;
    }

    private static void repeat(World twin, History history, TimelineEntry entry) {
        var system = twin.collab.system("twin");
        switch (entry.kind()) {
            case REPLY -> replyAsAssignee(twin, history, Objects.requireNonNull(entry.text()));
            case ASSIGNED -> {
                var agent = new AgentId(entry.facts().get("agent"));
                empowered(twin, agent, () -> system.transfer(twin.chat, agent).orElseThrow());
            }
            case QUEUED -> queue(twin, Optional.ofNullable(entry.facts().get("group")));
            case RESOLVED -> system.resolve(twin.chat).orElseThrow();
            case REOPENED -> system.reopen(twin.chat).orElseThrow();
            case CLOSED -> system.close(twin.chat).orElseThrow();
            case OPENED,
                    CUSTOMER_MESSAGE,
                    NOTE,
                    COLLABORATION_STARTED,
                    LEVEL_CHANGED,
                    COLLABORATION_SUSPENDED,
                    COLLABORATION_RESUMED,
                    COLLABORATION_ENDED,
                    INVITED,
                    INVITATION_ENDED,
                    CASE_CHANGED,
                    MOVED -> {}
            case REDACTED -> redact(twin, entry.facts());
            case MERGED_INTO, MERGED_FROM, ERASED ->
                throw new IllegalStateException("no step of a history does this: " + entry.kind());
        }
    }

    /** The customer has a place for it in both worlds; of a note they have none, and there is nothing to repeat. */
    private static void redact(World twin, Map<String, String> facts) {
        var place = facts.get("entry.customer-sequence");
        boolean subject = EntryKind.OPENED.name().equals(facts.get("entry.kind"));
        twin.entries(0).stream()
                .filter(entry -> subject
                        ? entry.sequence() == 0
                        : place != null && Long.valueOf(place).equals(entry.customerSequence()))
                .findFirst()
                .ifPresent(entry -> twin.collab
                        .agent(World.id(Who.ADA))
                        .redact(twin.chat, entry.sequence())
                        .orElseThrow());
    }

    /** While nobody is assigned, a ghost is for the time of the reply, under the name of the inbox. */
    private static void replyAsAssignee(World twin, History history, String text) {
        var assignee = twin.head().assignee();
        if (assignee != null) {
            empowered(
                    twin,
                    assignee,
                    () -> twin.collab.agent(assignee).reply(twin.chat, text).orElseThrow());
            return;
        }
        var group = Optional.ofNullable(twin.head().facts().group()).map(GroupId::value);
        var ghost = World.id(Who.ADA);
        identity(twin, IdentityPolicy.INBOX);
        twin.collab.system("twin").transfer(twin.chat, ghost).orElseThrow();
        twin.collab.agent(ghost).reply(twin.chat, text).orElseThrow();
        queue(twin, group);
        identity(twin, history.identity());
    }

    private static void identity(World twin, IdentityPolicy policy) {
        twin.configure(now -> now.withConversations(now.conversations().withIdentity(policy)))
                .orElseThrow();
    }

    /** The group had members then; whether it has any at the twin's moment is not the question. */
    private static void queue(World twin, Optional<String> group) {
        var system = twin.collab.system("twin");
        var member = new AgentId("member");
        group.map(GroupId::new)
                .map(to -> {
                    twin.people.add(member, "Member", person -> person.groups(to));
                    return system.transfer(twin.chat, to);
                })
                .orElseGet(() -> system.release(twin.chat))
                .orElseThrow();
        twin.people.remove(member);
    }

    /** What a collaborator was entitled to by the grant, the twin's assignee is by their profile, for this one act. */
    private static void empowered(World twin, AgentId agent, Runnable act) {
        AgentProfile before = twin.people.find(Set.of(agent)).get(agent);
        twin.people.change(
                agent, person -> person.active(true).ceiling(Level.RESPONDER).role(World.SHOP, InboxRole.AGENT));
        act.run();
        twin.people.put(before);
    }
}
