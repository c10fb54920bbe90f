package dev.collab.jdbc;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.postgresql.ds.PGSimpleDataSource;

/** Lies between the driver and its server, on the loopback, and is cut where a test wants it. */
final class Wire implements AutoCloseable {
    /** How long nothing may be heard on a line, so that no thread stays for ever. */
    private static final int SILENCE_MILLIS = 60_000;

    /** What the server says last: that it is ready, and then in which state. */
    private static final String READY = "Z\0\0\0\5";

    private final ServerSocket door;
    private final int port;
    private final Set<Line> lines = ConcurrentHashMap.newKeySet();
    private final AtomicReference<Order> order = new AtomicReference<>();
    private final AtomicInteger cuts = new AtomicInteger();
    private final Random random;
    private volatile double probability;

    /** What is to be cut. */
    enum Cut {
        /** The server never gets it. */
        REQUEST,
        /** The server does it, and nobody hears. */
        REPLY
    }

    private record Order(String words, Cut cut) {}

    private Wire(int port, long seed) throws IOException {
        this.port = port;
        this.random = new Random(seed);
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    static Wire to(int port) throws IOException {
        return new Wire(port, 0);
    }

    static Wire to(int port, long seed) throws IOException {
        return new Wire(port, seed);
    }

    /** {@return where the server is to be found, over this wire} */
    PGSimpleDataSource over(PGSimpleDataSource direct) {
        var dataSource = new PGSimpleDataSource();
        dataSource.setUrl(direct.getURL());
        dataSource.setUser(direct.getUser());
        dataSource.setPassword(direct.getPassword());
        dataSource.setServerNames(new String[] {"127.0.0.1"});
        dataSource.setPortNumbers(new int[] {door.getLocalPort()});
        dataSource.setSslMode("disable");
        // The words are looked for in every request.
        dataSource.setPrepareThreshold(0);
        dataSource.setSocketTimeout(20);
        return dataSource;
    }

    /** Cuts once, at the next statement with these words in it. */
    void cutNext(String words, Cut cut) {
        order.set(new Order(words, cut));
    }

    /** Cuts each piece of a conversation that passes, either way, with this probability. */
    void cutAtRandom(double each) {
        probability = each;
    }

    int cuts() {
        return cuts.get();
    }

    private static void start(Runnable task) {
        var thread = new Thread(task, "wire");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var client = door.accept();
                try {
                    var line = new Line(client, new Socket(InetAddress.getLoopbackAddress(), port));
                    lines.add(line);
                    line.open();
                } catch (IOException noServer) {
                    client.close();
                }
            } catch (IOException closed) {
                // Asked above.
            }
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        lines.forEach(Line::close);
    }

    /** One connection. */
    private final class Line {
        private final Socket client;
        private final Socket server;
        private volatile boolean swallowsReply;

        Line(Socket client, Socket server) throws IOException {
            this.client = client;
            this.server = server;
            for (var socket : new Socket[] {client, server}) {
                socket.setTcpNoDelay(true);
                socket.setSoTimeout(SILENCE_MILLIS);
            }
        }

        void open() {
            start(() -> carry(client, server, this::asked));
            start(() -> carry(server, client, this::answered));
        }

        private interface Watch {
            /** {@return whether it goes on} */
            boolean passes(String seen);
        }

        private void carry(Socket from, Socket to, Watch watch) {
            var buffer = new byte[8192];
            var seen = "";
            try {
                var in = from.getInputStream();
                var out = to.getOutputStream();
                for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                    var piece = new String(buffer, 0, length, StandardCharsets.ISO_8859_1);
                    // Words may lie across two pieces.
                    seen = seen.substring(Math.max(0, seen.length() - 100)) + piece;
                    if (isUnlucky() || !watch.passes(seen)) {
                        cut();
                        return;
                    }
                    if (!swallowsReply || from == client) {
                        out.write(buffer, 0, length);
                    }
                }
            } catch (IOException over) {
                // Either side hung up.
            } finally {
                close();
            }
        }

        private boolean asked(String seen) {
            var now = order.get();
            if (now == null || !seen.contains(now.words()) || !order.compareAndSet(now, null)) {
                return true;
            }
            swallowsReply = now.cut() == Cut.REPLY;
            return swallowsReply;
        }

        private boolean answered(String seen) {
            int ready = seen.length() - READY.length() - 1;
            return !swallowsReply || ready < 0 || !seen.startsWith(READY, ready);
        }

        private boolean isUnlucky() {
            synchronized (random) {
                return probability > 0 && random.nextDouble() < probability;
            }
        }

        private void cut() {
            cuts.incrementAndGet();
            close();
        }

        void close() {
            lines.remove(this);
            for (var socket : new Socket[] {client, server}) {
                try {
                    socket.close();
                } catch (IOException broken) {
                    // It is cut in any case.
                }
            }
        }
    }
}
