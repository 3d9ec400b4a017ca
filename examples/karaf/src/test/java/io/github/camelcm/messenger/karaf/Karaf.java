package io.github.camelcm.messenger.karaf;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** A fresh Apache Karaf in a folder of the build, as a process of its own. */
final class Karaf implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String USER = "karaf";
    private static final String PASSWORD = "only-for-this-test";

    private final Path home;
    private final Path java;
    private final int registryPort = freePort();
    private final int serverPort = freePort();
    private Process process;

    private Karaf(Path home, Path java) throws IOException {
        this.home = home;
        this.java = java;
    }

    /**
     * Unpacks it, and gives it free ports and a user, which it has not got by itself.
     *
     * @param archive the distribution
     * @param home where to; what is there is deleted
     * @param java the home of the JDK that it runs on
     * @param repository is asked for Maven artifacts before others
     */
    static Karaf unpack(Path archive, Path home, Path java, LocalRepository repository)
            throws IOException, InterruptedException {
        LocalRepository.deleteAll(home);
        Files.createDirectories(home);
        Process tar = new ProcessBuilder(
                        "tar", "xzf", archive.toString(), "-C", home.toString(), "--strip-components=1")
                .inheritIO()
                .start();
        if (tar.waitFor() != 0) {
            throw new IOException("tar could not unpack " + archive);
        }
        Karaf karaf = new Karaf(home, java);
        karaf.write(
                "users.properties",
                USER + " = " + PASSWORD + ",_g_:admingroup\n"
                        + "_g_\\:admingroup = group,admin,manager,viewer,systembundles,ssh\n");
        karaf.set("org.apache.karaf.shell.cfg", "sshPort", freePort());
        karaf.set("org.apache.karaf.management.cfg", "rmiRegistryPort", karaf.registryPort);
        karaf.set("org.apache.karaf.management.cfg", "rmiServerPort", karaf.serverPort);
        // else it writes each configuration back to its file, and may read that before it is whole: then all is lost
        karaf.set("config.properties", "felix.fileinstall.enableConfigSave", false);
        String maven = "org.ops4j.pax.url.mvn.";
        karaf.set(
                maven + "cfg",
                maven + "defaultRepositories",
                repository.folder().toUri() + "@id=test@snapshots,"
                        + "${karaf.home.uri}${karaf.default.repository}@id=system.repository@snapshots");
        karaf.set(maven + "cfg", maven + "localRepository", System.getProperty("maven.repository"));
        return karaf;
    }

    /** A port that nobody listens on now. */
    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Writes a file of the folder etc, in one step: Karaf looks for changes all the time. */
    void write(String name, String content) throws IOException {
        Path etc = home.resolve("etc");
        Path written = Files.writeString(home.resolve(name + ".new"), content, StandardCharsets.ISO_8859_1);
        Files.move(written, etc.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    private void set(String file, String key, Object value) throws IOException {
        StringBuilder lines = new StringBuilder();
        boolean old = false;
        boolean continued = false; // a value may go on in the next line
        for (String line : Files.readAllLines(home.resolve("etc").resolve(file), StandardCharsets.ISO_8859_1)) {
            old = continued ? old : line.matches("\\s*" + key.replace(".", "\\.") + "\\s*=.*");
            continued = line.endsWith("\\");
            if (!old) {
                lines.append(line).append('\n');
            }
        }
        write(file, lines + key + " = " + value + "\n");
    }

    /** Starts it and waits until its shell can be reached. */
    void start() throws IOException, InterruptedException {
        Path output = home.resolveSibling("karaf-output.log");
        Files.deleteIfExists(output);
        process = builder(output, "bin/karaf", "server").start();
        Runtime.getRuntime().addShutdownHook(new Thread(this::close)); // also if the tests are ended from outside
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        String answer = "";
        while (!answer.contains("the shell is there")) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("Karaf did not start, see " + output + ". " + answer);
            }
            answer = client("echo the shell is there", "-r", "30", "-d", "1");
        }
    }

    /**
     * Has the shell run a command.
     *
     * @return what it printed
     * @throws IllegalStateException if it was an error
     */
    String run(String command) throws IOException, InterruptedException {
        String printed = client(command);
        if (printed.contains("Error executing command") || printed.contains("Command not found")) {
            throw new IllegalStateException(command + ": " + printed);
        }
        return printed;
    }

    /** Begins to restart a bundle, as the command {@code bundle:restart} does, but without the wait for the client. */
    CompletableFuture<Void> restart(String bundle) {
        return CompletableFuture.runAsync(() -> {
            try (JMXConnector connector = connect()) {
                connector
                        .getMBeanServerConnection()
                        .invoke(
                                new ObjectName("org.apache.karaf:type=bundle,name=root"),
                                "restart",
                                new Object[] {bundle},
                                new String[] {String.class.getName()});
            } catch (IOException | JMException e) {
                throw new IllegalStateException("restart of " + bundle, e);
            }
        });
    }

    /** Karaf's own client; it takes commands from its input. */
    private String client(String command, String... options) throws IOException, InterruptedException {
        Path printed = Files.createTempFile(home.getParent(), "client", ".txt");
        List<String> words = new ArrayList<>(List.of("bin/client", "-b", "-u", USER, "-p", PASSWORD));
        words.addAll(List.of(options));
        try {
            Process client = builder(printed, words.toArray(String[]::new)).start();
            try (var in = client.outputWriter()) {
                in.write(command + "\n");
            } catch (IOException e) {
                // it gave up before it read the command, and printed why
            }
            if (!client.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                kill(client);
                throw new IllegalStateException(command + ": no end within " + PATIENCE);
            }
            return Files.readString(printed);
        } finally {
            Files.delete(printed);
        }
    }

    private ProcessBuilder builder(Path output, String... command) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("KARAF_") || name.contains("JAVA"));
        environment.put("JAVA_HOME", java.toString());
        return builder;
    }

    /** What it has logged. */
    String log() throws IOException {
        return Files.readString(home.resolve("data/log/karaf.log"));
    }

    /** The names of its threads. */
    List<String> threads() throws IOException {
        try (JMXConnector connector = connect()) {
            ThreadMXBean threads = ManagementFactory.newPlatformMXBeanProxy(
                    connector.getMBeanServerConnection(), ManagementFactory.THREAD_MXBEAN_NAME, ThreadMXBean.class);
            return Stream.of(threads.dumpAllThreads(false, false))
                    .map(ThreadInfo::getThreadName)
                    .toList();
        }
    }

    private JMXConnector connect() throws IOException {
        JMXServiceURL url = new JMXServiceURL(
                "service:jmx:rmi://127.0.0.1:" + serverPort + "/jndi/rmi://127.0.0.1:" + registryPort + "/karaf-root");
        return JMXConnectorFactory.connect(url, Map.of(JMXConnector.CREDENTIALS, new String[] {USER, PASSWORD}));
    }

    /** Ends it, in every case. */
    @Override
    public void close() {
        if (process != null) {
            kill(process);
        }
    }

    /** The script, and the virtual machine that it started. */
    private static void kill(Process process) {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroy);
        for (ProcessHandle one : all) {
            try {
                one.onExit().get(20, TimeUnit.SECONDS);
            } catch (TimeoutException | ExecutionException | InterruptedException e) {
                one.destroyForcibly();
            }
        }
    }
}
