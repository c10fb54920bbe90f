package dev.collab.examples.helpdesk.live;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries wakes between the processes of one database, by LISTEN and NOTIFY.
 *
 * <p>A wake goes out after the commit, on a connection and in a thread of its own: inside the commit NOTIFY would make
 * all commits of the database queue for one lock. It listens on a connection that is not the pool's. When that breaks it
 * comes back, waiting longer each time, and then everybody reads again, as nobody knows what was missed.
 */
public final class PostgresWakes implements Wakes {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresWakes.class);
    private static final String EAR = "helpdesk listens";
    private static final String CHANNEL = "helpdesk_wakes";

    /** PostgreSQL takes less than 8,000 bytes. */
    private static final int LARGEST_PAYLOAD = 7_500;

    private static final Duration SHORTEST_WAIT = Duration.ofMillis(100);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String me = UUID.randomUUID().toString();
    private final DataSource pool;
    private final String url;
    private final ScheduledExecutorService sending = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "helpdesk-notify");
        thread.setDaemon(true);
        return thread;
    });
    private final Coalescer coalescer = new Coalescer(this::later, this::notifyOthers);
    private volatile Consumer<Wake> hearer = wake -> {};
    private volatile @Nullable Connection ear;
    private volatile boolean closed;

    /**
     * Prepares; nothing is heard before {@link #hearWith}.
     *
     * @param pool to send with
     * @param url to listen at
     */
    public PostgresWakes(DataSource pool, String url) {
        this.pool = pool;
        this.url = url;
    }

    @Override
    public void send(Wake wake) {
        // This process need not ask the database what it knows.
        hearer.accept(wake);
        try {
            coalescer.add(wake);
        } catch (RejectedExecutionException closing) {
            LOG.debug("a wake was not sent: the host stops");
        }
    }

    @Override
    public void hearWith(Consumer<Wake> other) {
        hearer = other;
        var thread = new Thread(this::listen, "helpdesk-listen");
        thread.setDaemon(true);
        thread.start();
    }

    private void later(Duration delay, Runnable task) {
        var unused = sending.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void notifyOthers(List<Wake> wakes) {
        try (var connection = pool.getConnection();
                var statement = connection.prepareStatement("SELECT pg_notify(?, ?)")) {
            for (var payload : payloads(wakes)) {
                statement.setString(1, CHANNEL);
                statement.setString(2, payload);
                statement.execute();
            }
        } catch (SQLException failure) {
            LOG.warn("could not wake the others: {}", failure.getSQLState());
            if (!closed) {
                later(Duration.ofSeconds(1), () -> coalescer.add(Wake.MISSED));
            }
        }
    }

    /** Whoever sent it comes first, so that nobody hears themselves. */
    private List<String> payloads(List<Wake> wakes) {
        var payloads = new ArrayList<String>();
        var payload = new StringBuilder(me);
        for (var wake : wakes) {
            var line = "\n" + wake.line();
            if (payload.toString().getBytes(StandardCharsets.UTF_8).length
                            + line.getBytes(StandardCharsets.UTF_8).length
                    > LARGEST_PAYLOAD) {
                payloads.add(payload.toString());
                payload = new StringBuilder(me);
            }
            payload.append(line);
        }
        payloads.add(payload.toString());
        return payloads;
    }

    private void listen() {
        var wait = SHORTEST_WAIT;
        boolean missed = false;
        while (!closed) {
            try (var connection = DriverManager.getConnection(url, named());
                    var statement = connection.createStatement()) {
                ear = connection;
                statement.execute("LISTEN " + CHANNEL);
                wait = SHORTEST_WAIT;
                if (missed) {
                    hearer.accept(Wake.MISSED);
                }
                hear(connection);
            } catch (SQLException failure) {
                if (!closed) {
                    LOG.warn("listening stopped, again in {}: {}", wait, failure.getSQLState());
                }
            }
            missed = true;
            wait = rest(wait);
        }
    }

    /** Under its own name whoever runs the database can tell it from the pool's. */
    private static Properties named() {
        var properties = new Properties();
        properties.setProperty("ApplicationName", EAR);
        return properties;
    }

    private void hear(Connection connection) throws SQLException {
        var postgres = connection.unwrap(PGConnection.class);
        while (!closed) {
            var heard = postgres.getNotifications((int) PATIENCE.toMillis());
            if (heard == null || heard.length == 0) {
                // Nobody spoke; asks whether anybody is there, as a dead line is silent too.
                try (var statement = connection.createStatement()) {
                    statement.execute("SELECT 1");
                }
                continue;
            }
            for (var one : heard) {
                tell(one.getParameter());
            }
        }
    }

    private void tell(String payload) {
        var lines = payload.split("\n", -1);
        if (lines[0].equals(me)) {
            return;
        }
        for (int place = 1; place < lines.length; place++) {
            try {
                hearer.accept(Wake.parse(lines[place]));
            } catch (RuntimeException strange) {
                LOG.warn("a wake was not understood: {}", strange.getClass().getName());
            }
        }
    }

    private Duration rest(Duration wait) {
        try {
            if (!closed) {
                Thread.sleep(wait.toMillis());
            }
        } catch (InterruptedException stopping) {
            closed = true;
            Thread.currentThread().interrupt();
        }
        var longer = wait.multipliedBy(2);
        return longer.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : longer;
    }

    @Override
    public void close() {
        closed = true;
        sending.shutdownNow();
        var connection = ear;
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException failure) {
                LOG.debug("the ear did not close: {}", failure.getSQLState());
            }
        }
    }
}
