package io.github.camelcm.messenger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcm.messenger.model.MessageBuilder;
import io.github.camelcm.messenger.model.OutboundMessage;
import io.github.camelcm.messenger.model.SendResult;
import io.github.camelcm.messenger.model.Severity;
import io.github.camelcm.messenger.model.Violation;
import io.github.camelcm.messenger.rules.Explanation;
import io.github.camelcm.messenger.rules.Limits;
import io.github.camelcm.messenger.rules.Validator;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.apache.camel.Exchange;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's snippets compile, run, and reach the gateway. */
class ReadmeTest {

    @TempDir
    Path classes;

    private Snippets readme;

    @BeforeEach
    void read() throws Exception {
        readme = new Snippets(Path.of("../README.md"), classes);
    }

    @Test
    void eachRouteSendsItsMessage() throws Exception {
        try (Harness harness = Harness.accepting()) {
            Properties properties = new Properties();
            properties.put("token", Harness.TOKEN);
            properties.put("psid", Harness.PSID);
            properties.put("webhook.token", "hush");
            harness.context.getPropertiesComponent().setInitialProperties(properties);

            int port = TestServer.freePort();
            TestServer.PLATFORM_HTTP.setUp(harness.context, port);
            readme.addJavaRoutes(
                    harness.context, "ReadmeRoute", readme.blocks("java").get(0));
            Snippets.addRoutes(harness.context, "xml", readme.blocks("xml").get(1));
            Snippets.addRoutes(harness.context, "yaml", readme.blocks("yaml").get(0));

            for (String route : List.of("direct:ask", "direct:notify", "direct:card")) {
                Exchange exchange = harness.context.createProducerTemplate().request(route, in -> in.getIn()
                        .setHeader("order", "17"));
                assertThat(exchange.getException()).as(route).isNull();
                assertThat(exchange.getMessage().getBody(SendResult.class).violations())
                        .as(route)
                        .isEmpty();
            }
            assertThat(harness.gateway.requests()).hasSize(3);
            assertThat(harness.gateway.requests().stream()
                            .map(request -> Answers.messages(request).get(0).toString()))
                    .satisfiesExactly(
                            ask -> assertThat(ask).contains("Which colour?", "\"RED\"", "\"BLUE\""),
                            notify -> assertThat(notify).contains("Your order 17 is ready."),
                            card -> assertThat(card).contains("How can we help?", "+31765727000"));

            String url = "http://127.0.0.1:" + port + "/cm-messenger/" + Harness.PAGE + "?token=hush";
            assertThat(ComponentPageTest.post(url, Payloads.text("inbound/text.json")))
                    .isEqualTo(200);
            assertThat(harness.lastMessage().at("/body/content").asText()).isEqualTo("You wrote: Hello");
        }
    }

    /** On Camel Main, on free ports, with the gateway of the test in place of the simulator. */
    @Test
    void thePropertiesAreAllThatTheRoutesNeed() throws Exception {
        int port = TestServer.freePort();
        try (FaultServer gateway = new FaultServer(Answers.accepting())) {
            Properties properties = new Properties();
            properties.load(new StringReader(readme.blocks("properties")
                    .get(0)
                    .replace("8080", String.valueOf(port))
                    .replace("http://127.0.0.1:8090/v1.0/message", gateway.url())));
            Main main = new Main();
            main.setOverrideProperties(properties);
            main.setDefaultPropertyPlaceholderLocation("false");
            main.configure()
                    .addRoutesBuilder(
                            readme.javaRoutes("OwnBot", readme.blocks("java").get(0)));
            main.start();
            try {
                String url =
                        readme.find("--webhook-messages \"([^\"]+)\"").get(0).replace("8080", String.valueOf(port));
                assertThat(ComponentPageTest.post(url, Payloads.text("inbound/text.json")))
                        .isEqualTo(200);
                assertThat(gateway.requests()).hasSize(1);
            } finally {
                main.stop();
            }
        }
    }

    @Test
    void eachMessageTypeOfTheTableBreaksNoRule() throws Exception {
        Validator validator = new Validator(Limits.DEFAULTS);
        List<String> cells = readme.find("`(\\.[a-z]+\\([^`]+)`");
        assertThat(cells).hasSizeGreaterThanOrEqualTo(9);
        for (int i = 0; i < cells.size(); i++) {
            MessageBuilder builder =
                    (MessageBuilder) readme.evaluate("Cell" + i, "OutboundMessage.builder()" + cells.get(i));
            OutboundMessage message = builder.from("1").to("2").build();

            Explanation explanation = validator.explain(List.of(message));

            assertThat(explanation.violations()).as(cells.get(i)).noneMatch(ReadmeTest::isError);
            assertThat(explanation.renderings()).as(cells.get(i)).hasSize(1);
        }
    }

    private static boolean isError(Violation violation) {
        return violation.severity() == Severity.ERROR;
    }
}
