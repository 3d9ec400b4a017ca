package io.github.camelcm.messenger.quickstart.chat;

import io.github.camelcm.messenger.simulator.MessengerUser;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Starts the bot and a simulated CM.com, and plays a conversation in the terminal. Exit code 0 if every reply came, 1
 * if one did not, 2 for wrong arguments.
 */
@Command(
        name = "chat",
        description = "Plays a conversation with the pharmacy's bot; no account and no network are needed.",
        sortOptions = false)
public final class ChatMain implements Callable<Integer> {

    private static final String PSID = "6789012345678901";

    @Option(names = "--stay", description = "Keep everything running afterwards and say how to go on by hand")
    private boolean stay;

    @Option(names = "--patience", paramLabel = "SECONDS", description = "How long to wait for a reply. Default: 15")
    private int patience = 15;

    @Option(names = "--help", usageHelp = true, description = "Show this help")
    private boolean help;

    private final PrintWriter out;
    private final PrintWriter err;

    private ChatMain(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    /**
     * Runs the chat.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String... arguments) {
        System.setProperty("pharmacy.log-level", "warn"); // before the first logger is made
        PrintWriter out = new PrintWriter(System.out, true, Ink.charset());
        PrintWriter err = new PrintWriter(System.err, true, Ink.charset());
        System.exit(run(out, err, arguments));
    }

    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new ChatMain(out, err)).setOut(out).setErr(err).execute(arguments);
    }

    @Override
    public Integer call() throws InterruptedException {
        try (LocalPharmacy pharmacy = LocalPharmacy.start()) {
            MessengerUser jane = new MessengerUser(pharmacy.pageId(), PSID, "Jane");
            ChatPrinter printer = new ChatPrinter(out, Ink.ofTerminal(), jane);
            printer.title("Linden Pharmacy");
            new ScriptPlayer(pharmacy, jane, printer, Duration.ofSeconds(patience)).play(Script.CONVERSATION);
            if (stay) {
                new Stay(pharmacy, jane, printer).untilProcessEnds();
            }
            printer.remark("\nThat was examples/quickstart. To go on by hand: mvn -q -Pchat -Dchat.args=--stay");
            return 0;
        } catch (ChatFailed e) {
            err.println("The chat failed. " + e.getMessage());
            return 1;
        }
    }
}
