package dev.collab.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.collab.Collab;
import dev.collab.model.ConversationId;
import dev.collab.outcome.CommandOutcomeUnknownException;
import dev.collab.outcome.RaceLostException;
import dev.collab.spi.StorageException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** Threads that say things until they are stopped; several of them in each conversation. */
final class CrashWriters implements AutoCloseable {
    static final int THREADS = 4;

    private static final long PATIENCE_SECONDS = 40;

    private final Collab collab;
    private final List<ConversationId> chats;
    private final Told told;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopped;
    private volatile @Nullable Throwable bug;
    private volatile @Nullable Throwable lastFailure;

    /** Hears what becomes of each command. */
    interface Told {
        default void started(CrashCommand command) {}

        void acknowledged(CrashCommand command);

        void unknown(CrashCommand command);

        void unchanged(CrashCommand command);

        static Told by(CrashLedger ledger) {
            return new Told() {
                @Override
                public void acknowledged(CrashCommand command) {
                    ledger.acknowledged(command);
                }

                @Override
                public void unknown(CrashCommand command) {
                    ledger.unknown(command);
                }

                @Override
                public void unchanged(CrashCommand command) {
                    ledger.unchanged(command);
                }
            };
        }
    }

    private CrashWriters(Collab collab, List<ConversationId> chats, Told told) {
        this.collab = collab;
        this.chats = chats;
        this.told = told;
    }

    static CrashWriters start(String name, Collab collab, List<ConversationId> chats, Told told) {
        var writers = new CrashWriters(collab, chats, told);
        for (int number = 0; number < THREADS; number++) {
            var writer = name + "-" + number;
            var thread = new Thread(() -> writers.write(writer), "writer-" + writer);
            thread.setDaemon(true);
            writers.threads.add(thread);
            thread.start();
        }
        return writers;
    }

    private void write(String writer) {
        for (int number = 0; !stopped; number++) {
            var command = new CrashCommand(Math.floorMod(number + writer.hashCode(), chats.size()), writer, number);
            told.started(command);
            try {
                command.send(collab, chats);
                told.acknowledged(command);
            } catch (CommandOutcomeUnknownException unknown) {
                told.unknown(command);
            } catch (StorageException | RaceLostException failed) {
                lastFailure = failed;
                told.unchanged(command);
                pause();
            } catch (RuntimeException | Error unexpected) {
                bug = unexpected;
                return;
            }
        }
    }

    /** While there is no server. */
    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(10);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until so many are acknowledged. */
    void await(CrashLedger ledger, int acknowledged) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (ledger.acknowledged() < acknowledged) {
            if (bug != null) {
                throw new AssertionError("a writer failed", bug);
            }
            if (System.nanoTime() > until) {
                throw new AssertionError(
                        "only " + ledger.acknowledged() + " of " + acknowledged + " acknowledged", lastFailure);
            }
            pause();
        }
    }

    static HikariDataSource pool(DataSource dataSource) {
        var config = new HikariConfig();
        config.setDataSource(dataSource);
        config.setMaximumPoolSize(THREADS);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(1_000);
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    @Override
    public void close() {
        stopped = true;
        try {
            for (var thread : threads) {
                thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        if (bug != null) {
            throw new AssertionError(bug);
        }
    }

    /**
     * Writes in a JVM of its own and prints what it hears, a line each, until it is killed.
     *
     * @param arguments the server, the schema, its name, whether it is to acknowledge too early, and the conversations
     */
    public static void main(String[] arguments) throws InterruptedException {
        var server = new PGSimpleDataSource();
        server.setUrl(arguments[0]);
        var storage = PostgresStorage.of(ConnectionSource.of(pool(server))).inSchema(arguments[1]);
        var shop = Shop.over(Boolean.parseBoolean(arguments[3]) ? Bent.behind(storage) : storage, builder -> builder);
        var chats = Stream.of(arguments).skip(4).map(ConversationId::new).toList();
        var writers = start(arguments[2], shop.collab, chats, new Printed());
        // It ends by itself if nobody kills it.
        TimeUnit.SECONDS.sleep(PATIENCE_SECONDS);
        writers.close();
    }

    private static final class Printed implements Told {
        private static void print(String word, CrashCommand command) {
            System.out.println(word + " " + command);
        }

        @Override
        public void started(CrashCommand command) {
            print("started", command);
        }

        @Override
        public void acknowledged(CrashCommand command) {
            print("acknowledged", command);
        }

        @Override
        public void unknown(CrashCommand command) {
            print("unknown", command);
        }

        @Override
        public void unchanged(CrashCommand command) {
            print("unchanged", command);
        }
    }
}
