package dev.collab.tck.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.model.Commit;
import dev.collab.spi.CommitResult;
import dev.collab.spi.Storage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** Every note carries a canary, which must not be heard where the customer listens. */
final class Canary {
    static final String SONG = "canary";

    private Canary() {}

    /** {@return the world when all is over} */
    static World listen(Storage stored, History history) {
        var told = new StringBuilder();
        var world = new World(stored, history, storage -> unlucky(storage, told), UnaryOperator.identity());
        for (var step : history.steps()) {
            var ran = world.run(step);
            told.append(step.kind().isCustomers() ? ran.outcome() : "");
        }
        told.append(Customers.everything(world.collab, World.CARL, world.chat));
        told.append(Customers.everything(world.collab, World.MALLORY, world.chat));
        told.append(world.signal.changes()).append(world.signal.customerChanges());
        assertThat(told.toString()).doesNotContain(SONG);
        return world;
    }

    /** Loses every fifth race, and writes down what a commit tells besides its entries. */
    private static Storage unlucky(Storage real, StringBuilder told) {
        var commits = new AtomicInteger();
        return Ports.storage(real, (name, arguments, call) -> {
            if (!name.equals("conversations.commit")) {
                return call.call();
            }
            if (commits.incrementAndGet() % 5 == 0) {
                return CommitResult.CONVERSATION_CHANGED;
            }
            var commit = (Commit) arguments.get(0);
            told.append(commit.receipt()).append(commit.notifications());
            return call.call();
        });
    }
}
