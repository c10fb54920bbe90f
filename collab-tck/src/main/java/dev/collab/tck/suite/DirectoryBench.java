package dev.collab.tck.suite;

import dev.collab.model.AgentProfile;
import dev.collab.spi.Directory;
import dev.collab.tck.DirectoryVariation;
import java.util.List;
import java.util.Set;

/** Is what a suite knows of the directory under test; a {@link dev.collab.tck.DirectoryContract} gives it. */
public interface DirectoryBench {
    /**
     * Gives a directory of these people alone.
     *
     * @param people the people, in any order
     * @return one that shares nothing with those given before, which stay usable until the test is over
     */
    Directory of(List<AgentProfile> people);

    /**
     * Puts the system behind a directory out of reach.
     *
     * @param directory one of those given before
     */
    void cutOff(Directory directory);

    /** {@return what the adapter declares} */
    Set<DirectoryVariation> variations();

    /** {@return by how much the number of random people and scopes is multiplied, at least 1} */
    int effort();
}
