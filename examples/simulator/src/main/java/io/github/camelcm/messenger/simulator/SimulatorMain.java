package io.github.camelcm.messenger.simulator;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Runs the simulator on its own until the process is ended. Exit code 2 for wrong arguments, 1 if it cannot start.
 */
@Command(
        name = "cm-messenger-simulator",
        description = "A local stand-in for CM.com's messaging gateway. It listens on 127.0.0.1 only.",
        footer = {
            "",
            "A webhook of the component, in quotes for the shell's sake:",
            "  --webhook-messages \"" + WebhookUrl.EXAMPLE + "\"",
            "",
            "Other users of this machine can see a command line, so the secrets may stand in environment variables",
            "instead: CM_SIMULATOR_TOKEN, and URLs in CM_SIMULATOR_WEBHOOK_MESSAGES, _STATUSES and _EVENTS."
        },
        sortOptions = false)
public final class SimulatorMain implements Callable<Integer> {

    @Option(names = "--port", paramLabel = "PORT", description = "Port to listen on; 0 for any free one. Default: 8090")
    private int port = 8090;

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            defaultValue = "${env:CM_SIMULATOR_TOKEN}",
            description = "The only product token to accept. Default: every token is accepted")
    private @Nullable String token;

    @Option(
            names = "--webhook-messages",
            paramLabel = "URL",
            defaultValue = "${env:CM_SIMULATOR_WEBHOOK_MESSAGES}",
            description = "Webhook for what users write and tap")
    private @Nullable String messagesUrl;

    @Option(
            names = "--webhook-statuses",
            paramLabel = "URL",
            defaultValue = "${env:CM_SIMULATOR_WEBHOOK_STATUSES}",
            description = "Webhook for status reports")
    private @Nullable String statusesUrl;

    @Option(
            names = "--webhook-events",
            paramLabel = "URL",
            defaultValue = "${env:CM_SIMULATOR_WEBHOOK_EVENTS}",
            description = "Webhook for channel events")
    private @Nullable String eventsUrl;

    @Option(
            names = "--state",
            paramLabel = "FILE",
            description = "File for the state: read at the start if it exists, saved at the end and through the "
                    + "control API. Default: nothing is kept")
    private @Nullable Path state;

    @Option(names = "--help", usageHelp = true, description = "Show this help")
    private boolean help;

    @Spec
    private @Nullable CommandSpec spec;

    private final Consumer<CmSimulator> untilStopped;

    private SimulatorMain(Consumer<CmSimulator> untilStopped) {
        this.untilStopped = untilStopped;
    }

    /**
     * Runs the simulator.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true);
        PrintWriter err = new PrintWriter(System.err, true);
        System.exit(run(out, err, SimulatorMain::untilProcessEnds, arguments));
    }

    static int run(PrintWriter out, PrintWriter err, Consumer<CmSimulator> untilStopped, String... arguments) {
        return new CommandLine(new SimulatorMain(untilStopped))
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler((e, command, parsed) -> {
                    err.println(e.getMessage());
                    return 1;
                })
                .execute(arguments);
    }

    @Override
    public Integer call() {
        CmSimulatorBuilder builder = options();
        try (CmSimulator simulator = builder.start()) {
            PrintWriter out = commandLine().getOut();
            out.println("CM gateway simulator is running; end it with Ctrl+C.");
            out.println("  page:        " + simulator.pageUrl());
            out.println("  gateway:     " + simulator.gatewayUrl());
            out.println("  control API: " + simulator.controlUrl() + "/openapi.json");
            for (WebhookKind kind : WebhookKind.values()) {
                String url = simulator.maskedWebhookUrl(kind);
                out.println("  webhook for " + kind.word() + ": " + (url == null ? "none" : url));
            }
            if (state != null) {
                out.println("  state:       " + state.toAbsolutePath());
            }
            out.flush();
            simulator.core().deliveries().onEnd(new WebhookFailures(out::println));
            untilStopped.accept(simulator);
        }
        return 0;
    }

    private CmSimulatorBuilder options() {
        try {
            return CmSimulator.builder()
                    .port(port)
                    .productToken(token)
                    .stateFile(state)
                    .webhookUrl(WebhookKind.MESSAGES, messagesUrl)
                    .webhookUrl(WebhookKind.STATUSES, statusesUrl)
                    .webhookUrl(WebhookKind.EVENTS, eventsUrl);
        } catch (IllegalArgumentException | SimulatorException e) {
            throw new ParameterException(commandLine(), e.getMessage(), e);
        }
    }

    private CommandLine commandLine() {
        return Objects.requireNonNull(spec).commandLine();
    }

    private static void close(CmSimulator simulator) {
        try {
            simulator.close();
        } catch (RuntimeException e) {
            System.err.println(e.getMessage());
        }
    }

    private static void untilProcessEnds(CmSimulator simulator) {
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(simulator), "simulator-close"));
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
