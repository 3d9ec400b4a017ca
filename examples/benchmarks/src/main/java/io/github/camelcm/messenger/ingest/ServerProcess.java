package io.github.camelcm.messenger.ingest;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An {@link IngestServer} in a JVM of its own, with the class path of this one. */
final class ServerProcess implements AutoCloseable {

    /**
     * What the server has used since it started.
     *
     * @param routed exchanges that reached one of its routes
     * @param cpuNanos CPU time of its whole JVM
     */
    record Usage(long routed, long cpuNanos) {

        Usage since(Usage before) {
            return new Usage(routed - before.routed, cpuNanos - before.cpuNanos);
        }
    }

    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter lines;
    private final int port;

    private ServerProcess(Process process, int port) {
        this.process = process;
        this.port = port;
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.lines = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
    }

    /** @param options of its JVM */
    static ServerProcess start(List<String> options) throws IOException {
        int port = freePort();
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + "/bin/java");
        command.addAll(options);
        command.addAll(List.of(
                "-cp", System.getProperty("java.class.path"), IngestServer.class.getName(), Integer.toString(port)));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        ServerProcess server = new ServerProcess(process, port);
        server.awaitReady();
        return server;
    }

    int port() {
        return port;
    }

    Usage usage() throws IOException {
        lines.write("usage\n");
        lines.flush();
        String[] numbers = line().split(" ");
        return new Usage(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]));
    }

    @Override
    public void close() throws IOException, InterruptedException {
        lines.close();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("The server did not stop within 30 s");
        }
    }

    private void awaitReady() throws IOException {
        String line = line();
        while (!line.equals(IngestServer.READY)) { // what a log or the JVM says before
            System.out.println(line);
            line = line();
        }
    }

    private String line() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IllegalStateException("The server has ended");
        }
        return line;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
