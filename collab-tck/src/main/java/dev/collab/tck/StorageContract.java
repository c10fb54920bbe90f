package dev.collab.tck;

import dev.collab.model.ConversationId;
import dev.collab.spi.Storage;
import dev.collab.tck.model.DifferenceSuite;
import dev.collab.tck.model.FaultSuite;
import dev.collab.tck.model.ModelSuite;
import dev.collab.tck.model.RaceSuite;
import dev.collab.tck.scenario.AttributionSuite;
import dev.collab.tck.scenario.CandidateSuite;
import dev.collab.tck.scenario.InvitationSuite;
import dev.collab.tck.scenario.KeySuite;
import dev.collab.tck.scenario.LeavingSuite;
import dev.collab.tck.scenario.LifeCycleSuite;
import dev.collab.tck.scenario.MovingSuite;
import dev.collab.tck.scenario.NoteSuite;
import dev.collab.tck.scenario.NotificationSuite;
import dev.collab.tck.scenario.PolicySuite;
import dev.collab.tck.scenario.ReplySuite;
import dev.collab.tck.scenario.SightSuite;
import dev.collab.tck.storage.ChangeSuite;
import dev.collab.tck.storage.CollaborationSuite;
import dev.collab.tck.storage.CommitSuite;
import dev.collab.tck.storage.ConcurrencySuite;
import dev.collab.tck.storage.CountSuite;
import dev.collab.tck.storage.DurableSuite;
import dev.collab.tck.storage.IdentitySuite;
import dev.collab.tck.storage.IdsSuite;
import dev.collab.tck.storage.LinearizabilitySuite;
import dev.collab.tck.storage.ListConcurrencySuite;
import dev.collab.tck.storage.ListSuite;
import dev.collab.tck.storage.LoadSuite;
import dev.collab.tck.storage.MarkSuite;
import dev.collab.tck.storage.OtherVersionsSuite;
import dev.collab.tck.storage.OutboxConcurrencySuite;
import dev.collab.tck.storage.OutboxModelSuite;
import dev.collab.tck.storage.OutboxSuite;
import dev.collab.tck.storage.OverdueSuite;
import dev.collab.tck.storage.ReceiptSuite;
import dev.collab.tck.storage.RedactionSuite;
import dev.collab.tck.storage.SettingsConcurrencySuite;
import dev.collab.tck.storage.SettingsSuite;
import dev.collab.tck.storage.TenantSuite;
import dev.collab.tck.storage.TimelineSuite;
import dev.collab.tck.storage.ValueSuite;
import dev.collab.tck.suite.Explained;
import dev.collab.tck.suite.StorageBench;
import dev.collab.tck.suite.UnskippedSuite;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

/**
 * Holds a {@link Storage} to its contract: extend it, give an empty storage, and run it.
 *
 * <pre>{@code
 * class MyStorageTest extends StorageContract {
 *     protected Storage emptyStorage() {
 *         return new MyStorage();
 *     }
 * }
 * }</pre>
 *
 * <p>What an adapter may do differently it declares in {@link #variations}. Nothing can be left out. The tests of one
 * contract run one after the other unless JUnit is told otherwise; some of them start threads.
 */
public abstract class StorageContract implements Explained.Named {
    private final Bench bench = new Bench();

    /** Makes a contract; JUnit does. */
    protected StorageContract() {}

    /**
     * Gives an empty storage.
     *
     * <p>Called many times in a test run, more than once in some tests.
     *
     * @return one that shares nothing with those given before, which stay usable until the test is over
     */
    protected abstract Storage emptyStorage();

    /**
     * Says what the adapter does in its own way.
     *
     * @return nothing, unless overridden
     */
    protected Set<Variation> variations() {
        return Set.of();
    }

    /**
     * Gives another sight of the same data, as another host or the next process has it; for {@link Variation#DURABLE}.
     *
     * @param storage one that {@link #emptyStorage} gave
     * @return the same data, through nothing that the first keeps in memory
     */
    protected Storage reopened(Storage storage) {
        throw new UnsupportedOperationException("not " + Variation.DURABLE);
    }

    /**
     * Makes a stored entry's kind one that this version does not know; for {@link Variation#READS_OTHER_VERSIONS}.
     *
     * @param storage one that {@link #emptyStorage} gave
     * @param conversation the conversation
     * @param sequence the entry
     */
    protected void writeUnknownKind(Storage storage, ConversationId conversation, long sequence) {
        throw new UnsupportedOperationException("not " + Variation.READS_OTHER_VERSIONS);
    }

    /**
     * Says by how much the number of random values is multiplied: of timelines, lists, outboxes, threads that meet.
     *
     * @return 1, which suits a database on the same machine, unless overridden
     */
    protected int effort() {
        return 1;
    }

    /**
     * Says by how much the number of random histories of commands is multiplied, after each of which everybody reads.
     *
     * @return 1, which suits a database on the same machine, unless overridden
     */
    protected int histories() {
        return 1;
    }

    /** {@inheritDoc} */
    @Override
    public final String adapterName() {
        return bench.adapterName();
    }

    @Nested
    @DisplayName("Settings of an inbox")
    class Settings extends SettingsSuite {
        Settings() {
            super(bench);
        }
    }

    @Nested
    @DisplayName("A commit")
    class Commits extends CommitSuite {
        Commits() {
            super(bench);
        }
    }

    @Nested
    @DisplayName("A commit that changes one thing")
    class Changes extends ChangeSuite {
        Changes() {
            super(bench);
        }
    }

    @Nested
    @DisplayName("A redaction")
    class Redactions extends RedactionSuite {
        Redactions() {
            super(bench);
        }
    }

    @Nested
    @DisplayName("A load")
    class Loads extends LoadSuite {
        Loads() {
            super(bench);
        }
    }

    @Nested
    @DisplayName("A page of a timeline")
    class Timelines extends TimelineSuite {
        Timelines() {
            super(bench);
        }
    }

    @Nested
    @DisplayName("A count")
    class Counts extends CountSuite {
        Counts() {
            super(bench);
        }
    }

    @Nested
    @DisplayName("A receipt")
    class Receipts extends ReceiptSuite {
        Receipts() {
            super(bench);
        }
    }

    @Nested
    @DisplayName("A list")
    class Lists extends ListSuite {
        Lists() {
            super(bench);
        }
    }

    @Nested
    @DisplayName("What a viewer left on a conversation")
    class Marks extends MarkSuite {
        Marks() {
            super(bench);
        }
    }

    @Nested
    @DisplayName("Overdue conversations")
    class Overdue extends OverdueSuite {
        Overdue() {
            super(bench);
        }
    }

    @Nested
    @DisplayName("Ids of conversations")
    class Ids extends IdsSuite {
        Ids() {
            super(bench);
        }
    }

    @Nested
    @DisplayName("Collaborations")
    class Collaborations extends CollaborationSuite {
        Collaborations() {
            super(bench);
        }
    }

    @Nested
    @DisplayName("The outbox")
    class Outboxes extends OutboxSuite {
        Outboxes() {
            super(bench);
        }
    }

    @Nested
    @DisplayName("The outbox")
    class OutboxModels extends OutboxModelSuite {
        OutboxModels() {
            super(bench);
        }
    }

    @Nested
    @DisplayName("Values")
    class Values extends ValueSuite {
        Values() {
            super(bench);
        }
    }

    @Nested
    @DisplayName("Ids")
    class Identities extends IdentitySuite {
        Identities() {
            super(bench);
        }
    }

    @Nested
    @DisplayName("Storages of two tenants")
    class Tenants extends TenantSuite {
        Tenants() {
            super(bench);
        }
    }

    @Nested
    @DisplayName("A storage that is opened again")
    class Durable extends DurableSuite {
        Durable() {
            super(bench);
        }
    }

    @Nested
    @DisplayName("Entries of another version")
    class OtherVersions extends OtherVersionsSuite {
        OtherVersions() {
            super(bench);
        }
    }

    @Nested
    @DisplayName("A conversation, used by many threads at once,")
    class ConversationThreads extends ConcurrencySuite {
        ConversationThreads() {
            super(bench);
        }
    }

    @Nested
    @DisplayName("Storage, where settings and commits meet,")
    class SettingsThreads extends SettingsConcurrencySuite {
        SettingsThreads() {
            super(bench);
        }
    }

    @Nested
    @DisplayName("A list, read while others write,")
    class ListThreads extends ListConcurrencySuite {
        ListThreads() {
            super(bench);
        }
    }

    @Nested
    @DisplayName("The outbox, used by many threads at once,")
    class OutboxThreads extends OutboxConcurrencySuite {
        OutboxThreads() {
            super(bench);
        }
    }

    @Nested
    @DisplayName("Calls that meet")
    class Histories extends LinearizabilitySuite {
        Histories() {
            super(bench);
        }
    }

    @Nested
    @DisplayName("The rules of enabling and policy:")
    class PolicyRules extends PolicySuite {
        PolicyRules() {
            super(bench);
        }
    }

    @Nested
    @DisplayName("The rules of who can be added:")
    class CandidateRules extends CandidateSuite {
        CandidateRules() {
            super(bench);
        }
    }

    @Nested
    @DisplayName("The rules of invitations and of what ends by itself:")
    class InvitationRules extends InvitationSuite {
        InvitationRules() {
            super(bench);
        }
    }

    @Nested
    @DisplayName("The rules of leaving and removing:")
    class LeavingRules extends LeavingSuite {
        LeavingRules() {
            super(bench);
        }
    }

    @Nested
    @DisplayName("The rules of replies and of what the customer sees:")
    class ReplyRules extends ReplySuite {
        ReplyRules() {
            super(bench);
        }
    }

    @Nested
    @DisplayName("The rules of commands that are sent again:")
    class KeyRules extends KeySuite {
        KeyRules() {
            super(bench);
        }
    }

    @Nested
    @DisplayName("The rules of notes, mentions and texts:")
    class NoteRules extends NoteSuite {
        NoteRules() {
            super(bench);
        }
    }

    @Nested
    @DisplayName("The rules of who sees what:")
    class SightRules extends SightSuite {
        SightRules() {
            super(bench);
        }
    }

    @Nested
    @DisplayName("The rules of the life of a conversation:")
    class LifeCycleRules extends LifeCycleSuite {
        LifeCycleRules() {
            super(bench);
        }
    }

    @Nested
    @DisplayName("The rules of moving, merging and importing:")
    class MovingRules extends MovingSuite {
        MovingRules() {
            super(bench);
        }
    }

    @Nested
    @DisplayName("The rules of who is told:")
    class NotificationRules extends NotificationSuite {
        NotificationRules() {
            super(bench);
        }
    }

    @Nested
    @DisplayName("The rules of attribution:")
    class AttributionRules extends AttributionSuite {
        AttributionRules() {
            super(bench);
        }
    }

    @Nested
    @DisplayName("Random histories")
    class Model extends ModelSuite {
        Model() {
            super(bench);
        }
    }

    @Nested
    @DisplayName("After a failed call")
    class Faults extends FaultSuite {
        Faults() {
            super(bench);
        }
    }

    @Nested
    @DisplayName("Two hosts")
    class Races extends RaceSuite {
        Races() {
            super(bench);
        }
    }

    @Nested
    @DisplayName("Compared with another")
    class Differences extends DifferenceSuite {
        Differences() {
            super(bench);
        }
    }

    @Nested
    @DisplayName("The test of a storage")
    class Unskipped extends UnskippedSuite {
        Unskipped() {
            super(StorageContract.this, StorageContract.class);
        }
    }

    private final class Bench implements StorageBench {
        private String adapterName = "the adapter";

        @Override
        public Storage empty() {
            var storage = emptyStorage();
            adapterName = storage.getClass().getName();
            return storage;
        }

        @Override
        public Storage reopened(Storage storage) {
            return StorageContract.this.reopened(storage);
        }

        @Override
        public void writeUnknownKind(Storage storage, ConversationId conversation, long sequence) {
            StorageContract.this.writeUnknownKind(storage, conversation, sequence);
        }

        @Override
        public Set<Variation> variations() {
            return StorageContract.this.variations();
        }

        @Override
        public int effort() {
            return StorageContract.this.effort();
        }

        @Override
        public int histories() {
            return StorageContract.this.histories();
        }

        @Override
        public String adapterName() {
            return adapterName;
        }
    }
}
