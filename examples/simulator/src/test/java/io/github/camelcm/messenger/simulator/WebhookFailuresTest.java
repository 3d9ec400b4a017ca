package io.github.camelcm.messenger.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the console of the stand-alone simulator says of webhooks that fail. */
class WebhookFailuresTest {

    private static final String NOBODY = "http://127.0.0.1:1/cm-messenger/1234567890?token=s3cret";

    private final TestWebhook webhook = new TestWebhook();
    private final String url = webhook.url("/messages");

    @AfterEach
    void close() {
        webhook.close();
    }

    /** What is said after the greeting while something happens at a simulator with these webhooks. */
    private List<String> console(Consumer<CmSimulator> happens, String... arguments) {
        StringWriter out = new StringWriter();
        int[] greeting = new int[1];
        int exit = SimulatorMain.run(
                new PrintWriter(out, true),
                new PrintWriter(out, true),
                simulator -> {
                    greeting[0] = out.toString().length();
                    happens.accept(simulator);
                },
                arguments);
        assertThat(exit).as(out.toString()).isZero();
        assertThat(out.toString()).doesNotContain("s3cret");
        return out.toString().substring(greeting[0]).lines().toList();
    }

    private List<String> console(Consumer<CmSimulator> happens) {
        String query = "?token=s3cret";
        return console(happens, "--port=0", "--webhook-messages=" + url + query, "--webhook-statuses=" + url + query);
    }

    private static void get(CompletableFuture<?> call) {
        call.orTimeout(20, TimeUnit.SECONDS).join();
    }

    private static void write(CmSimulator simulator) {
        get(simulator.userWrites(Samples.JANE, "Hello"));
    }

    private static void report(CmSimulator simulator) {
        get(simulator.reportStatus(Samples.PSID, "r1", Status.of(StatusCode.READ)));
    }

    @Test
    void saysWhereAConsumerListensWhenThePathIsWrong() {
        webhook.answer(404);
        assertThat(console(WebhookFailuresTest::write))
                .containsExactly("The webhook for messages answered 404: a consumer listens on "
                        + "/cm-messenger/<page id>, or on its webhookPath. Its URL is " + url + "?***");
    }

    @Test
    void saysThatTheTokenIsWrong() {
        webhook.answer(401);
        assertThat(console(WebhookFailuresTest::write))
                .containsExactly("The webhook for messages answered 401: the token in its URL, ?token=TOKEN, is not "
                        + "the consumer's webhookToken. Its URL is " + url + "?***");
    }

    @Test
    void saysThatNobodyListens() {
        assertThat(console(WebhookFailuresTest::write, "--port=0", "--webhook-messages=" + NOBODY))
                .containsExactly("The webhook for messages gave no answer: The connection was refused. Its URL is "
                        + "http://127.0.0.1:1/cm-messenger/1234567890?***");
    }

    @Test
    void saysItOnceForEachKindAndStatus() {
        assertThat(console(simulator -> {
                    for (int status : new int[] {404, 404, 500, 404}) {
                        webhook.answer(status);
                        write(simulator);
                        report(simulator);
                    }
                }))
                .extracting(line -> line.substring(0, line.indexOf(". ")))
                .containsExactly(
                        "The webhook for messages answered 404: a consumer listens on /cm-messenger/<page id>, or on "
                                + "its webhookPath",
                        "The webhook for statuses answered 404: a consumer listens on /cm-messenger/<page id>, or on "
                                + "its webhookPath",
                        "The webhook for messages answered 500: only 200 counts as delivered",
                        "The webhook for statuses answered 500: only 2xx counts as delivered");
    }

    @Test
    void saysItAgainAfterASuccessAndForAnotherUrl() {
        webhook.answer(404);
        assertThat(console(simulator -> {
                    write(simulator);
                    simulator.webhookUrl(WebhookKind.MESSAGES, webhook.url("/other"));
                    write(simulator);
                    webhook.answer(200);
                    write(simulator);
                    webhook.answer(404);
                    write(simulator);
                }))
                .hasSize(3)
                .allMatch(line -> line.startsWith("The webhook for messages answered 404: "));
    }

    @Test
    void saysNothingOfWhatSucceedsOrFailsOnPurposeOrBreaksOffAtTheEnd() {
        assertThat(console(simulator -> {
                    write(simulator);
                    report(simulator);
                    simulator.faults().add(Fault.lostAnswer(), FaultScope.next(1));
                    write(simulator);
                    webhook.saysNothing();
                    simulator.userWrites(Samples.JANE, "Anybody there?");
                }))
                .isEmpty();
    }
}
