package dev.collab.tck;

import dev.collab.model.AgentProfile;
import dev.collab.spi.Directory;
import dev.collab.tck.directory.FindSuite;
import dev.collab.tck.directory.SearchSuite;
import dev.collab.tck.directory.WorkingDirectorySuite;
import dev.collab.tck.suite.DirectoryBench;
import dev.collab.tck.suite.Explained;
import dev.collab.tck.suite.UnskippedSuite;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

/**
 * Holds a {@link Directory} to its contract: extend it, put the people in, and run it.
 *
 * <pre>{@code
 * class MyDirectoryTest extends DirectoryContract {
 *     protected Directory directoryOf(List<AgentProfile> people) {
 *         return new MyDirectory(database.with(people));
 *     }
 * }
 * }</pre>
 *
 * <p>What an adapter may do differently it declares in {@link #variations}. Nothing can be left out.
 */
public abstract class DirectoryContract implements Explained.Named {
    private final Bench bench = new Bench();

    /** Makes a contract; JUnit does. */
    protected DirectoryContract() {}

    /**
     * Gives a directory that knows these people and nobody else.
     *
     * <p>Called many times in a test run, more than once in some tests.
     *
     * @param people the people, each id once, in any order
     * @return one that shares nothing with those given before, which stay usable until the test is over
     */
    protected abstract Directory directoryOf(List<AgentProfile> people);

    /**
     * Says what the adapter does in its own way.
     *
     * @return nothing, unless overridden
     */
    protected Set<DirectoryVariation> variations() {
        return Set.of();
    }

    /**
     * Puts the system behind a directory out of reach; for {@link DirectoryVariation#CAN_BE_CUT_OFF}.
     *
     * @param directory one that {@link #directoryOf} gave
     */
    protected void cutOff(Directory directory) {
        throw new UnsupportedOperationException("not " + DirectoryVariation.CAN_BE_CUT_OFF);
    }

    /**
     * Says by how much the number of random people and scopes is multiplied.
     *
     * @return 1, which suits a database on the same machine, unless overridden
     */
    protected int effort() {
        return 1;
    }

    /** {@inheritDoc} */
    @Override
    public final String adapterName() {
        return bench.adapterName;
    }

    @Nested
    @DisplayName("Finding people by id")
    class Finds extends FindSuite {
        Finds() {
            super(bench);
        }
    }

    @Nested
    @DisplayName("A search")
    class Searches extends SearchSuite {
        Searches() {
            super(bench);
        }
    }

    @Nested
    @DisplayName("A directory")
    class Works extends WorkingDirectorySuite {
        Works() {
            super(bench);
        }
    }

    @Nested
    @DisplayName("The test of a directory")
    class Unskipped extends UnskippedSuite {
        Unskipped() {
            super(DirectoryContract.this, DirectoryContract.class);
        }
    }

    private final class Bench implements DirectoryBench {
        private String adapterName = "the adapter";

        @Override
        public Directory of(List<AgentProfile> people) {
            var directory = directoryOf(people);
            adapterName = directory.getClass().getName();
            return directory;
        }

        @Override
        public void cutOff(Directory directory) {
            DirectoryContract.this.cutOff(directory);
        }

        @Override
        public Set<DirectoryVariation> variations() {
            return DirectoryContract.this.variations();
        }

        @Override
        public int effort() {
            return DirectoryContract.this.effort();
        }
    }
}
