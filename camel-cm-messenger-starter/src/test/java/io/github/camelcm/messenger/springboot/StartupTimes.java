package io.github.camelcm.messenger.springboot;

import com.sun.management.OperatingSystemMXBean;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Measures how long an application takes from the start of its JVM until it is ready: without the starter, with it on the
 * class path, and with an endpoint that can send. Takes turns, each time in a JVM of its own.
 */
final class StartupTimes {

    private static final int ROUNDS = 9;
    private static final List<String> KINDS = List.of("without", "with", "sending");

    private StartupTimes() {}

    /** Until the application is ready, in milliseconds; CPU time is that of all threads. */
    private record Times(long wall, long cpu) {}

    /** The application; its only argument is where its route goes. */
    static final class Application {

        @Configuration(proxyBeanMethods = false)
        @EnableAutoConfiguration
        static class Routes {

            @Bean
            RouteBuilder routes() {
                return new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("direct:notify").to("{{to}}");
                    }
                };
            }
        }

        public static void main(String[] arguments) {
            new SpringApplicationBuilder(Routes.class)
                    .web(WebApplicationType.NONE)
                    .properties("to=" + arguments[0], "spring.main.banner-mode=off", "logging.level.root=warn")
                    .run();
            long wall = System.currentTimeMillis()
                    - ManagementFactory.getRuntimeMXBean().getStartTime();
            long cpu = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)
                            .getProcessCpuTime()
                    / 1_000_000;
            System.out.println(wall + " " + cpu);
            System.exit(0);
        }
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<List<Times>> times = new ArrayList<>();
        KINDS.forEach(kind -> times.add(new ArrayList<>()));
        for (int round = 0; round <= ROUNDS; round++) {
            for (int kind = 0; kind < KINDS.size(); kind++) {
                Times time = start(KINDS.get(kind));
                if (round > 0) { // the first one warms the file system's cache
                    times.get(kind).add(time);
                }
            }
        }
        for (int kind = 0; kind < KINDS.size(); kind++) {
            System.out.printf(
                    "%s: %d ms, %d ms of CPU time (medians of %d starts)%n",
                    KINDS.get(kind), median(times.get(kind), Times::wall), median(times.get(kind), Times::cpu), ROUNDS);
        }
    }

    private static long median(List<Times> times, ToLongFunction<Times> which) {
        return times.stream().mapToLong(which).sorted().toArray()[ROUNDS / 2];
    }

    private static Times start(String kind) throws IOException, InterruptedException {
        String to = kind.equals("sending") ? "cm-messenger:1234567890?productToken=none" : "log:notify";
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        classPath(!kind.equals("without")),
                        Application.class.getName(),
                        to)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String out = new String(process.getInputStream().readAllBytes()).trim();
        if (process.waitFor() != 0) {
            throw new IOException(kind + " ended with " + process.exitValue() + ": " + out);
        }
        String[] numbers = out.split(" ");
        return new Times(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]));
    }

    /** Without the starter: but for its own classes and those of the component. */
    private static String classPath(boolean withStarter) {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> withStarter || entry.endsWith("test-classes") || !entry.contains("camel-cm-messenger"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
