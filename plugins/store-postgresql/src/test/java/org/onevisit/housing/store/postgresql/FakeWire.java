package org.onevisit.housing.store.postgresql;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A wire between a store and a real server, which breaks where a test wants it to: once, at the next commit that passes. */
final class FakeWire implements AutoCloseable {
    /** The driver prepares its commit under a name, and goes by this name from then on. */
    private static final Pattern PREPARED = Pattern.compile("(S_\\d+)\0COMMIT\0");

    private final ServerSocket door;
    private final int serverPort;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicReference<Break> wanted = new AtomicReference<>(Break.NONE);

    /** Where the wire breaks. */
    enum Break {
        /** Nowhere. */
        NONE,
        /** The commit never reaches the server. */
        BEFORE_COMMIT,
        /** The server commits, and its answer never comes back. */
        AFTER_COMMIT
    }

    FakeWire(int serverPort) throws IOException {
        this.serverPort = serverPort;
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::open);
    }

    int port() {
        return door.getLocalPort();
    }

    void breakNext(Break where) {
        wanted.set(where);
    }

    /** Takes nobody in any more; who is in stays. */
    void refuse() throws IOException {
        door.close();
    }

    boolean isWhole() {
        return wanted.get() == Break.NONE;
    }

    private void open() {
        try {
            while (!door.isClosed()) {
                Socket client = door.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
                threads.execute(() -> carry(server, client, false));
                threads.execute(() -> carry(client, server, true));
            }
        } catch (IOException e) {
            // the test is over
        }
    }

    private void carry(Socket from, Socket to, boolean asking) {
        byte[] buffer = new byte[65_536];
        String commit = "COMMIT";
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                String text = new String(buffer, 0, length, StandardCharsets.ISO_8859_1);
                Break now = asking && text.contains(commit) ? wanted.getAndSet(Break.NONE) : Break.NONE;
                Matcher prepared = PREPARED.matcher(text);
                commit = prepared.find() ? "\0" + prepared.group(1) + "\0" : commit;
                if (now == Break.BEFORE_COMMIT) {
                    return;
                }
                if (now == Break.AFTER_COMMIT) {
                    from.shutdownOutput(); // no answer gets through any more
                }
                out.write(buffer, 0, length);
                out.flush();
            }
        } catch (IOException e) {
            // one end is gone, so the other goes too
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        threads.shutdownNow();
    }
}
