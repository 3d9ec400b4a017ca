package io.github.camelcm.messenger.load;

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
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

/**
 * The other side of a measurement in a JVM of its own, with the class path of this one: a main class that takes a port
 * and, when it listens there, calls {@link #answerLines}.
 */
public final class ServerProcess implements AutoCloseable {

    private static final String READY = "ready";

    /**
     * What the server has done and used since it started.
     *
     * @param count of what it counts
     * @param cpuNanos CPU time of its whole JVM
     */
    public record Usage(long count, long cpuNanos) {

        public Usage since(Usage before) {
            return new Usage(count - before.count, cpuNanos - before.cpuNanos);
        }
    }

    private static final String USAGE = "usage";

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

    /**
     * @param main takes a port as its only argument
     * @param options of its JVM
     */
    public static ServerProcess start(Class<?> main, List<String> options) throws IOException {
        int port = freePort();
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + "/bin/java");
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName(), Integer.toString(port)));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        ServerProcess server = new ServerProcess(process, port);
        server.awaitReady();
        return server;
    }

    public int port() {
        return port;
    }

    public Usage usage() throws IOException {
        String[] numbers = ask(USAGE).split(" ");
        return new Usage(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]));
    }

    /** The server's answer to a line. */
    public String ask(String question) throws IOException {
        lines.write(question + "\n");
        lines.flush();
        return line();
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
        while (!line.equals(READY)) { // what a log or the JVM says before
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

    /**
     * The server's side: says that it is ready, and answers each line on the standard input with one on the standard
     * output until the input ends.
     *
     * @param count of what the server counts
     * @param others the answers to lines that do not ask for the usage
     */
    public static void answerLines(LongSupplier count, UnaryOperator<String> others) throws IOException {
        System.out.println(READY);
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            System.out.println(line.equals(USAGE) ? count.getAsLong() + " " + Machine.cpuNanos() : others.apply(line));
        }
    }

    /** A port that nobody listens on. */
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
