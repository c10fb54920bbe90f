package dev.collab.examples.helpdesk.browser;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Stands on the wire between one browser context and the help desk, and writes down every byte that passes.
 *
 * <p>So nothing the browser was told can be missed: documents, scripts, headers, answers, and streams while they are
 * open, of all tabs and of all workers. It can also cut the wire.
 */
final class Tap implements AutoCloseable {
    private static final Pattern ENCODINGS = Pattern.compile("(?i)(accept-encoding: )([^\r\n]{8,})");
    private static final Pattern STREAM = Pattern.compile("GET /api/[a-z]+/[a-z]+/events ");
    private static final Pattern CHUNK = Pattern.compile("\r\n[0-9A-Fa-f]{1,8}\r\n");

    private final ServerSocket door;
    private final int server;
    private final List<Wire> wires = new CopyOnWriteArrayList<>();
    private volatile boolean cut;
    private volatile UnaryOperator<String> leak = UnaryOperator.identity();

    /** Is one connection. */
    private final class Wire {
        private final Socket browser;
        private final Socket host;
        private final ByteArrayOutputStream asked = new ByteArrayOutputStream();
        private final ByteArrayOutputStream told = new ByteArrayOutputStream();

        Wire(Socket browser) throws IOException {
            this.browser = browser;
            this.host = new Socket(InetAddress.getLoopbackAddress(), server);
            browser.setTcpNoDelay(true);
            host.setTcpNoDelay(true);
        }

        void start() {
            start("asks", () -> pipe(browser.getInputStream(), host.getOutputStream(), asked));
            start("tells", () -> pipe(host.getInputStream(), browser.getOutputStream(), told));
        }

        private void start(String name, Work work) {
            var thread = new Thread(
                    () -> {
                        try {
                            work.run();
                        } catch (IOException gone) {
                            // One of the two hung up, and so does the other.
                        }
                        close();
                    },
                    "tap " + name);
            thread.setDaemon(true);
            thread.start();
        }

        private void pipe(InputStream from, OutputStream to, ByteArrayOutputStream record) throws IOException {
            var bytes = new byte[65_536];
            for (int length = from.read(bytes); length >= 0; length = from.read(bytes)) {
                var passed = record == asked ? uncompressed(bytes, length) : planted(bytes, length);
                record.write(passed, 0, length);
                to.write(passed, 0, length);
                to.flush();
            }
        }

        void close() {
            try (browser;
                    host) {
                // Closing is all there is to do.
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }

        boolean isStream() {
            return !browser.isClosed() && STREAM.matcher(text(asked)).find();
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    Tap(int server) {
        this.server = server;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        var thread = new Thread(this::serve, "tap " + door.getLocalPort());
        thread.setDaemon(true);
        thread.start();
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                var browser = door.accept();
                if (cut) {
                    browser.close();
                } else {
                    var wire = new Wire(browser);
                    wires.add(wire);
                    wire.start();
                }
            } catch (IOException closed) {
                // The next round sees whether it is over.
            }
        }
    }

    /** Asks for plain text, in as many bytes. */
    private static byte[] uncompressed(byte[] bytes, int length) {
        var text = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
        return ENCODINGS
                .matcher(text)
                .replaceAll(found ->
                        found.group(1) + "identity" + " ".repeat(found.group(2).length() - 8))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private byte[] planted(byte[] bytes, int length) {
        return leak.apply(new String(bytes, 0, length, StandardCharsets.ISO_8859_1))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Says something else in an answer, from now on: a leak, to see that it is found. */
    void plant(String instead, String word) {
        if (instead.length() != word.length()) {
            throw new IllegalArgumentException("as long as " + instead + ": " + word);
        }
        leak = text -> text.replace(instead, word);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    String url() {
        return "http://127.0.0.1:" + door.getLocalPort();
    }

    /** {@return everything the browser was told so far, headers and all} */
    String told() {
        var all = new StringBuilder();
        wires.forEach(wire ->
                all.append(CHUNK.matcher(text(wire.told)).replaceAll("")).append('\n'));
        if (all.toString().toLowerCase(Locale.ROOT).contains("\r\ncontent-encoding:")) {
            throw new AssertionError("something was compressed, and cannot be searched");
        }
        return all.toString();
    }

    /** {@return everything the browser asked for} */
    String asked() {
        var all = new StringBuilder();
        wires.forEach(wire -> all.append(text(wire.asked)).append('\n'));
        return all.toString();
    }

    /** {@return how many streams of events are open} */
    long streams() {
        return wires.stream().filter(Wire::isStream).count();
    }

    /** Cuts everything, and lets nothing through until it is mended. */
    void cut() {
        cut = true;
        wires.forEach(Wire::close);
    }

    void mend() {
        cut = false;
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        wires.forEach(Wire::close);
    }
}
