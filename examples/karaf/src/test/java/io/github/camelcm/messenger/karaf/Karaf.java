package io.github.camelcm.messenger.karaf;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A fresh Apache Karaf in a folder of the build, as a process of its own. */
final class Karaf implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration COMMAND = Duration.ofMinutes(3);

    private final Path home;
    private final Path java;
    private final Path output;
    private Process process;

    private Karaf(Path home, Path java, Path output) {
        this.home = home;
        this.java = java;
        this.output = output;
    }

    /**
     * Unpacks it and gives it ports of its own and a user, as its README says.
     *
     * @param archive the distribution
     * @param home where to; what is there is deleted
     * @param java the home of a JDK that it runs on
     * @param repositories Maven repositories on this machine that are asked before others
     */
    static Karaf unpack(Path archive, Path home, Path java, Path output, List<Path> repositories) throws Exception {
        delete(home);
        Files.createDirectories(home);
        Process tar = new ProcessBuilder("tar", "xzf", archive.toString(), "-C", home.toString(), "--strip-components=1")
                .inheritIO()
                .start();
        if (tar.waitFor() != 0) {
            throw new IOException("tar could not unpack " + archive);
        }
        Karaf karaf = new Karaf(home, java, output);
        karaf.set("users.properties", "karaf", "karaf,_g_:admingroup");
        karaf.append("users.properties", "_g_\\:admingroup = group,admin,manager,viewer,systembundles,ssh");
        karaf.set("org.apache.karaf.shell.cfg", "sshPort", String.valueOf(freePort()));
        karaf.set("org.apache.karaf.management.cfg", "rmiRegistryPort", String.valueOf(freePort()));
        karaf.set("org.apache.karaf.management.cfg", "rmiServerPort", String.valueOf(freePort()));
        StringBuilder first = new StringBuilder();
        for (Path repository : repositories) {
            first.append(repository.toUri()).append("@id=test").append(first.length()).append("@snapshots, ");
        }
        karaf.set(
                "org.ops4j.pax.url.mvn.cfg",
                "org.ops4j.pax.url.mvn.defaultRepositories",
                first + "${karaf.home.uri}${karaf.default.repository}@id=system.repository@snapshots");
        karaf.set(
                "org.ops4j.pax.url.mvn.cfg",
                "org.ops4j.pax.url.mvn.localRepository",
                System.getProperty("maven.repository"));
        return karaf;
    }

    /** A port that nobody listens on now. */
    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void set(String file, String key, String value) throws IOException {
        List<String> lines = new ArrayList<>();
        boolean continued = false; // the rest of the old value
        for (String line : Files.readAllLines(etc(file), StandardCharsets.ISO_8859_1)) {
            boolean old = continued || line.matches("\\s*" + key.replace(".", "\\.") + "\\s*=.*");
            continued = old && line.endsWith("\\");
            if (!old) {
                lines.add(line);
            }
        }
        lines.add(key + " = " + value);
        Files.write(etc(file), lines, StandardCharsets.ISO_8859_1);
    }

    private void append(String file, String line) throws IOException {
        Files.writeString(etc(file), Files.readString(etc(file)) + line + "\n");
    }

    /** A file of its folder etc. */
    Path etc(String name) {
        return home.resolve("etc").resolve(name);
    }

    Path data(String name) {
        return home.resolve("data").resolve(name);
    }

    /** Starts it and waits until its shell can be reached. */
    void start() throws Exception {
        process = builder(output, "bin/karaf", "server").start();
        long deadline = System.nanoTime() + START.toNanos();
        while (true) {
            String answer = attempt("echo reached the shell");
            if (answer.contains("reached the shell")) {
                return;
            }
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("Karaf did not start; its output is in " + output + "\n" + answer);
            }
        }
    }

    /**
     * Has the shell run a command, by Karaf's own client.
     *
     * @return what it printed
     * @throws IllegalStateException if it printed an error
     */
    String run(String command) throws Exception {
        String printed = attempt(command);
        if (printed.contains("Error executing command") || printed.contains("Command not found")) {
            throw new IllegalStateException(command + "\n" + printed);
        }
        return printed;
    }

    private String attempt(String command) throws Exception {
        Path printed = Files.createTempFile(output.toAbsolutePath().getParent(), "client", ".txt");
        try {
            Process client = builder(printed, "bin/client", "-b", "-r", "1").start();
            try (var in = client.outputWriter(StandardCharsets.UTF_8)) {
                in.write(command + "\n");
            }
            if (!client.waitFor(COMMAND.toSeconds(), TimeUnit.SECONDS)) {
                kill(client);
                throw new IllegalStateException(command + " did not end within " + COMMAND);
            }
            return Files.readString(printed);
        } finally {
            Files.delete(printed);
        }
    }

    private ProcessBuilder builder(Path to, String... command) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(to.toFile()));
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("KARAF_") || name.equals("JAVA_OPTS"));
        environment.put("JAVA_HOME", java.toString());
        environment.put("EXTRA_JAVA_OPTS", "-Xmx512m");
        return builder;
    }

    /** What it logged. */
    String log() throws IOException {
        return Files.readString(home.resolve("data/log/karaf.log"));
    }

    /** Ends it, in every case. */
    @Override
    public void close() {
        if (process != null) {
            kill(process);
        }
    }

    /** The script and the virtual machine that it started. */
    private static void kill(Process process) {
        List<ProcessHandle> all =
                Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
        all.forEach(ProcessHandle::destroy);
        for (ProcessHandle one : all) {
            try {
                one.onExit().get(20, TimeUnit.SECONDS);
            } catch (Exception e) {
                one.destroyForcibly();
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = new ArrayList<>(all.toList());
        }
        for (int i = files.size() - 1; i >= 0; i--) {
            Files.delete(files.get(i));
        }
    }
}
