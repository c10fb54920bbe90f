package dev.collab.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL of one test's own, which can be killed and started again on the same data. */
final class OwnServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path directory;
    private final Map<String, String> settings;
    private EmbeddedPostgres running;

    private OwnServer(Path directory, Map<String, String> settings) throws IOException {
        this.directory = directory;
        this.settings = settings;
        this.running = builder().start();
    }

    static OwnServer start(Map<String, String> settings) throws IOException {
        return new OwnServer(Files.createTempDirectory("collab-postgres"), settings);
    }

    private EmbeddedPostgres.Builder builder() {
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(directory)
                .setCleanDataDirectory(false)
                .setPGStartupWait(PATIENCE)
                .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
                .setOutputRedirector(ProcessBuilder.Redirect.DISCARD);
        // The builder's own choice is to acknowledge what may still be lost.
        builder.setServerConfig("synchronous_commit", "on");
        settings.forEach(builder::setServerConfig);
        return builder;
    }

    int port() {
        return running.getPort();
    }

    PGSimpleDataSource dataSource() {
        var dataSource = new PGSimpleDataSource();
        dataSource.setUrl(running.getJdbcUrl("postgres", "postgres"));
        return dataSource;
    }

    /** Ends all of its processes at once, as the loss of a machine would, but for what the system has not written yet. */
    void kill() throws Exception {
        long postmaster = Long.parseLong(
                Files.readAllLines(directory.resolve("postmaster.pid")).get(0));
        var parent = ProcessHandle.of(postmaster).orElseThrow();
        var processes = new ArrayList<ProcessHandle>();
        processes.add(parent);
        parent.descendants().forEach(processes::add);
        processes.forEach(ProcessHandle::destroyForcibly);
        for (var process : processes) {
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    /** Starts it again on the same data and port, killed before or not. */
    void restart() throws IOException {
        int port = running.getPort();
        running.close();
        running = builder().setPort(port).start();
    }

    /** Starts it again as a standby that never hears from a primary. */
    void restartAsStandby() throws IOException {
        running.close();
        Files.createFile(directory.resolve("standby.signal"));
        running = builder().setPort(running.getPort()).start();
    }

    @Override
    public void close() throws IOException {
        running.close();
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }
}
