package dev.collab.jdbc;

import dev.collab.model.InvalidArgumentException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * Brings a schema to the version this library needs, or says what is missing in it.
 *
 * <p>The scripts are in the jar, below {@value #LOCATION}, named as Flyway names its own; {@code ${schema}} in them stands
 * for the schema's name. Run them with the tool you have, or let {@link #migrate} do it.
 */
public final class PostgresSchema {
    /** Where the scripts are on the class path. */
    public static final String LOCATION = "dev/collab/jdbc/postgresql";

    /** The name of the schema unless another is given. */
    public static final String DEFAULT_NAME = "collab";

    private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]{0,62}");
    private static final List<String> SCRIPTS = List.of("V1__collab.sql");

    /** Any number; it is only ours together with the schema's name. */
    private static final int LOCK = 0x00C0_11AB;

    private final DataSource dataSource;
    private final String name;

    private PostgresSchema(DataSource dataSource, String name) {
        this.dataSource = dataSource;
        this.name = name;
    }

    /**
     * Names a schema in a database.
     *
     * @param dataSource where the database is; the user of its connections may create tables if {@link #migrate} is called
     * @param name 1 to 63 of {@code a-z}, {@code 0-9} and {@code _}, no digit first; anything else is refused with
     *     {@link InvalidArgumentException}
     * @return the schema
     */
    public static PostgresSchema of(DataSource dataSource, String name) {
        return new PostgresSchema(dataSource, checkedName(name));
    }

    /**
     * Creates what is missing, in one transaction.
     *
     * <p>Several hosts may call it at once: one does the work, the others wait for it. Repeated it changes nothing.
     *
     * @throws SchemaException if the schema is of a newer version than this library, or the database refuses
     */
    public void migrate() {
        run("migrate", connection -> {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("SELECT pg_advisory_xact_lock(" + LOCK + ", hashtext('" + name + "'))");
                statement.execute("CREATE SCHEMA IF NOT EXISTS " + name);
                int version = version(connection, name);
                refuseNewer(version, name);
                for (var script : SCRIPTS.subList(version, SCRIPTS.size())) {
                    statement.execute(script(script));
                }
                connection.commit();
            } catch (SQLException | RuntimeException failure) {
                connection.rollback();
                throw failure;
            }
        });
    }

    /**
     * Checks that everything is there.
     *
     * @throws SchemaException that names the missing object and the script that makes it, or says that the schema is of a
     *     newer version, or that the database is a standby
     */
    public void validate() {
        run("validate", connection -> {
            check(connection, name);
            for (var script : SCRIPTS) {
                for (var object : SchemaObjects.of(script(script))) {
                    object.check(connection, script);
                }
            }
            try (var statement = connection.createStatement();
                    var results = statement.executeQuery("SELECT pg_is_in_recovery()")) {
                if (results.next() && results.getBoolean(1)) {
                    throw new SchemaException("The database is a standby; connect to the primary.");
                }
            }
        });
    }

    private interface Step {
        void on(Connection connection) throws SQLException;
    }

    private void run(String what, Step step) {
        try (var connection = dataSource.getConnection()) {
            boolean autocommit = connection.getAutoCommit();
            try {
                step.on(connection);
            } finally {
                if (!connection.isClosed() && connection.getAutoCommit() != autocommit) {
                    connection.setAutoCommit(autocommit);
                }
            }
        } catch (SQLException failure) {
            throw new SchemaException("Could not " + what + " schema " + name + ": " + failure.getMessage(), failure);
        }
    }

    /** Is asked before the first statement on a schema; fails no statement, so that a host's transaction stays usable. */
    static void check(Connection connection, String name) throws SQLException {
        int version = version(connection, name);
        if (version < SCRIPTS.size()) {
            throw new SchemaException(
                    "Schema " + name + " is at version " + version + " and needs " + SCRIPTS.size() + "; run "
                            + LOCATION + "/" + SCRIPTS.get(version) + " of collab-jdbc, or PostgresSchema.migrate().");
        }
        refuseNewer(version, name);
    }

    private static void refuseNewer(int version, String name) {
        if (version > SCRIPTS.size()) {
            throw new SchemaException(
                    "Schema " + name + " is at version " + version + ", and this version of collab-jdbc"
                            + " knows none after " + SCRIPTS.size() + "; upgrade collab-jdbc in this host.");
        }
    }

    /** 0 if there is nothing. */
    private static int version(Connection connection, String name) throws SQLException {
        try (var exists = connection.prepareStatement("SELECT to_regclass(?) IS NOT NULL")) {
            exists.setString(1, name + ".collab_schema");
            try (var results = exists.executeQuery()) {
                if (!results.next() || !results.getBoolean(1)) {
                    return 0;
                }
            }
        }
        try (var statement = connection.createStatement();
                var results = statement.executeQuery("SELECT max(version) FROM " + name + ".collab_schema")) {
            return results.next() ? results.getInt(1) : 0;
        }
    }

    private String script(String file) {
        try (InputStream stream = PostgresSchema.class.getResourceAsStream("/" + LOCATION + "/" + file)) {
            if (stream == null) {
                throw new IllegalStateException(LOCATION + "/" + file + " is not on the class path");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("${schema}", name);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static String checkedName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new InvalidArgumentException("schema", "must be 1 to 63 of a-z, 0-9 and _, no digit first");
        }
        return name;
    }
}
