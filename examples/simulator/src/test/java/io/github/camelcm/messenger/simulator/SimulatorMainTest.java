package io.github.camelcm.messenger.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulatorMainTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final AtomicReference<Integer> status = new AtomicReference<>();

    private int run(String... arguments) {
        return SimulatorMain.run(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                simulator -> status.set(new SimulatorClient(simulator)
                        .send(Samples.request(Samples.msg()), "X-CM-PRODUCTTOKEN", "tok")
                        .status()),
                arguments);
    }

    @Test
    void runsWithTheGivenArguments() {
        int exit = run(
                "--port",
                "0",
                "--token",
                "tok",
                "--webhook-messages",
                "http://localhost:1/m?token=s3cret",
                "--webhook-statuses=http://localhost:1/s",
                "--webhook-events=http://localhost:1/e");
        assertThat(exit).isZero();
        assertThat(status).hasValue(200);
        assertThat(out.toString())
                .contains("gateway:     http://127.0.0.1:")
                .contains("webhook for messages: http://localhost:1/m?***")
                .contains("webhook for statuses: http://localhost:1/s")
                .contains("webhook for events: http://localhost:1/e")
                .doesNotContain("s3cret");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void takesTheTokenItWasGiven() {
        assertThat(run("--port=0", "--token=other")).isZero();
        assertThat(status).hasValue(400);
    }

    @Test
    void showsHelp() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString())
                .contains("--port", "--token", "--webhook-messages", "--webhook-statuses", "--webhook-events")
                .contains("--state", "CM_SIMULATOR_TOKEN")
                .contains("--webhook-messages \"http://127.0.0.1:8080/cm-messenger/1234567890?token=TOKEN\"");
        assertThat(status).hasValue(null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--port=x              | Invalid value for option '--port'",
                "--port=70000          | The port is 70000",
                "--port=-1             | The port is -1",
                "--port                | Missing required parameter for option '--port'",
                "--token=              | The product token is blank",
                "--webhook-messages=x  | The webhook URL for messages must be absolute",
                "--webhook-statuses=   | The webhook URL for statuses must be absolute",
                "--webhook-events=a:b  | The webhook URL for events must be absolute",
                "--verbose             | Unknown option: '--verbose'",
                "start                 | Unmatched argument at index 0: 'start'"
            })
    void endsWithCode2AndASentenceForWrongArguments(String argument, String sentence) {
        assertThat(run(argument)).isEqualTo(2);
        assertThat(err.toString()).startsWith(sentence);
        assertThat(status).hasValue(null);
    }

    @Test
    void endsWithCode1WhenThePortIsInUse() {
        try (CmSimulator other = CmSimulator.builder().start()) {
            assertThat(run("--port=" + other.port())).isEqualTo(1);
            assertThat(err.toString()).startsWith("The simulator cannot listen on port " + other.port());
        }
    }
}
