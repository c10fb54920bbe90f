package dev.collab.examples.helpdesk;

import java.util.Optional;

/**
 * Is what the command line says.
 *
 * @param database empty for memory; {@code embedded}, or a JDBC URL
 * @param port where to listen; 0 for any port that is free
 */
record Arguments(String database, int port) {
    private static final String DATABASE = "--db=";
    private static final String PORT = "--port=";

    /** {@return what the words say; empty if one of them says nothing} */
    static Optional<Arguments> of(String... words) {
        var database = "";
        int port = 8085;
        for (var word : words) {
            if (word.startsWith(DATABASE)) {
                database = word.substring(DATABASE.length());
            } else if (word.matches(PORT + "[0-9]{1,5}") && Integer.parseInt(word.substring(PORT.length())) < 65_536) {
                port = Integer.parseInt(word.substring(PORT.length()));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(new Arguments(database, port));
    }
}
