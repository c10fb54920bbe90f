package dev.collab.tck.suite;

import dev.collab.model.AgentProfile;
import dev.collab.spi.Directory;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;

/** Is a group of tests over a directory; the contract makes a nested class of each. */
@ExtendWith(Explained.class)
public abstract class DirectorySuite {
    private final DirectoryBench bench;

    /**
     * Makes a suite.
     *
     * @param bench the directory under test
     */
    protected DirectorySuite(DirectoryBench bench) {
        this.bench = bench;
    }

    /** {@return what is known of the directory under test} */
    protected final DirectoryBench bench() {
        return bench;
    }

    /**
     * Gives a directory of these people alone.
     *
     * @param people the people
     * @return one that shares nothing with those given before
     */
    protected final Directory of(AgentProfile... people) {
        return bench.of(List.of(people));
    }
}
