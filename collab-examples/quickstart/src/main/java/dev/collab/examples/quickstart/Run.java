package dev.collab.examples.quickstart;

import dev.collab.examples.database.ExampleDatabase;

/**
 * Plays the story of {@link Quickstart} over the storage that the command line names.
 *
 * <pre>{@code
 * mvn -q -pl collab-examples/quickstart -am compile exec:java
 * mvn -q -pl collab-examples/quickstart -am compile exec:java -Dexec.args=--db=embedded
 * mvn -q -pl collab-examples/quickstart -am compile exec:java -Dexec.args="--db=jdbc:postgresql://localhost/collab"
 * }</pre>
 */
public final class Run {
    private Run() {}

    /**
     * Plays the story and prints what everybody sees of it.
     *
     * @param arguments {@code --db=URL}, {@code --db=embedded}, or nothing for a storage in memory
     */
    public static void main(String[] arguments) {
        try (var database = ExampleDatabase.of(arguments)) {
            Quickstart.play(database.emptyStorage());
        }
    }
}
