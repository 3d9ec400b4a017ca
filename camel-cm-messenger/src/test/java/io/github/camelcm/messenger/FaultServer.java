package io.github.camelcm.messenger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;

/** A gateway on a real socket that answers, or fails to, exactly as a test wants. */
public final class FaultServer implements AutoCloseable {

    /** What the server does with a request after it has read it. */
    public interface Behaviour {
        void answer(Request request, Connection connection) throws IOException, InterruptedException;
    }

    /** A request as it came in. Header names are in lower case. */
    public record Request(String line, Map<String, String> headers, byte[] body) {}

    private final ServerSocket server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger accepted = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Behaviour behaviour;
    private volatile Behaviour beforeBody = (request, connection) -> {};

    public FaultServer(Behaviour behaviour) {
        this(behaviour, ServerSocketFactory.getDefault());
    }

    /** @param sockets of the JDK, or one that speaks TLS */
    public FaultServer(Behaviour behaviour, ServerSocketFactory sockets) {
        this.behaviour = behaviour;
        try {
            server = sockets.createServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        start("fault-server", this::accept);
    }

    /** Acts when the head of a request is there, before its body is read. */
    public FaultServer beforeBody(Behaviour early) {
        beforeBody = early;
        return this;
    }

    public void behave(Behaviour next) {
        behaviour = next;
    }

    public int port() {
        return server.getLocalPort();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getLocalPort() + "/v1.0/message";
    }

    public List<Request> requests() {
        return requests;
    }

    /** Forgets the requests that came in until now. */
    public void forget() {
        requests.clear();
    }

    /** The connections that the far side has not closed. */
    public int openConnections() {
        return open.size();
    }

    /** How many connections there ever were. */
    public int connections() {
        return accepted.get();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                accepted.incrementAndGet();
                open.add(socket);
                start("fault-server-connection", () -> serve(socket));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            Connection connection = new Connection(socket, closed);
            for (Request head = connection.readHead(); head != null; head = connection.readHead()) {
                beforeBody.answer(head, connection);
                Request request = connection.readBody(head);
                requests.add(request);
                behaviour.answer(request, connection);
            }
        } catch (IOException e) {
            // the far side has gone, or the behaviour wanted it so
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(socket);
        }
    }

    private static void start(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    /** One connection of a client. */
    public static final class Connection {

        private final Socket socket;
        private final CountDownLatch serverClosed;
        private final InputStream in;
        private final OutputStream out;

        Connection(Socket socket, CountDownLatch serverClosed) throws IOException {
            this.socket = socket;
            this.serverClosed = serverClosed;
            this.in = socket.getInputStream();
            this.out = socket.getOutputStream();
        }

        /** A whole answer. */
        public void json(int status, String body) throws IOException {
            answer(status, Map.of("Content-Type", "application/json"), body);
        }

        public void answer(int status, Map<String, String> headers, String body) throws IOException {
            // in one piece: two small ones would wait for the far side's delayed acknowledgement
            write(head(status, headers, body.getBytes(StandardCharsets.UTF_8).length) + body);
        }

        /** Only the head of an answer, which promises a body. */
        public void head(int status, int contentLength) throws IOException {
            write(head(status, Map.of(), contentLength));
        }

        public void write(String text) throws IOException {
            write(text.getBytes(StandardCharsets.UTF_8));
        }

        public void write(byte[] bytes) throws IOException {
            out.write(bytes);
            out.flush();
        }

        /** Ends the connection with a TCP reset. */
        public void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        public void close() throws IOException {
            socket.close();
        }

        /** Says nothing until the far side goes, or the server is closed. */
        public void silence() throws IOException {
            while (in.read() >= 0) {
                // what still comes of the request is of no interest
            }
        }

        /** Lets time pass; ends early when the server is closed. */
        public void pause(Duration time) throws InterruptedException {
            serverClosed.await(time.toMillis(), TimeUnit.MILLISECONDS);
        }

        private static String head(int status, Map<String, String> headers, int length) {
            StringBuilder head =
                    new StringBuilder("HTTP/1.1 " + status + " Status\r\nContent-Length: " + length + "\r\n");
            headers.forEach((name, value) ->
                    head.append(name).append(": ").append(value).append("\r\n"));
            return head.append("\r\n").toString();
        }

        /** From now on everything goes to that port of this machine, and back. */
        public void tunnel(int port) throws IOException {
            write("HTTP/1.1 200 Connected\r\n\r\n");
            try (Socket target = new Socket(InetAddress.getLoopbackAddress(), port)) {
                start("fault-server-tunnel", () -> copy(target, socket));
                copy(socket, target);
            }
        }

        private static void copy(Socket from, Socket to) {
            try {
                from.getInputStream().transferTo(to.getOutputStream());
                to.shutdownOutput();
            } catch (IOException e) {
                // one of the two is closed
            }
        }

        private Request readHead() throws IOException {
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            int ends = 0;
            while (ends < 4) {
                int next = readByte();
                if (next < 0) {
                    return null;
                }
                head.write(next);
                ends = next == "\r\n\r\n".charAt(ends) ? ends + 1 : next == '\r' ? 1 : 0;
            }
            String[] lines = head.toString(StandardCharsets.ISO_8859_1).split("\r\n");
            Map<String, String> headers = new LinkedHashMap<>();
            for (int i = 1; i < lines.length; i++) {
                String[] header = lines[i].split(":", 2);
                headers.put(header[0].toLowerCase(Locale.ROOT), header[1].trim());
            }
            return new Request(lines[0], headers, new byte[0]);
        }

        private Request readBody(Request head) throws IOException {
            int length = Integer.parseInt(head.headers().getOrDefault("content-length", "0"));
            return new Request(head.line(), head.headers(), in.readNBytes(length));
        }

        private int readByte() throws IOException {
            try {
                return in.read();
            } catch (SocketException e) {
                return -1; // reset by the client
            }
        }
    }
}
