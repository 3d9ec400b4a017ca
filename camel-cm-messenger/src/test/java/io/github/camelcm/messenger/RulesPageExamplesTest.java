package io.github.camelcm.messenger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelcm.messenger.model.SendResult;
import io.github.camelcm.messenger.model.Severity;
import io.github.camelcm.messenger.model.Violation;
import io.github.camelcm.messenger.rules.Explanation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page of rules shows and tells besides its tables. */
class RulesPageExamplesTest {

    @TempDir
    Path folder;

    private Snippets page;

    @BeforeEach
    void read() throws Exception {
        page = new Snippets(Path.of("src/main/docs/cm-messenger-rules.adoc"), folder);
    }

    @Test
    void limitsAreThoseOfAResource() throws Exception {
        Path resource = folder.resolve("limits.properties");
        Files.writeString(resource, page.blocks("properties").get(1));
        String[] line = page.blocks("properties").get(0).strip().split("=", 2);
        assertThat(line[1]).isEqualTo("classpath:limits.properties");
        Main main = new Main();
        main.addInitialProperty(line[0], resource.toUri().toString());
        main.start();
        try {
            checkLimits(main.getCamelContext());
        } finally {
            main.stop();
        }
    }

    @Test
    void aLimitThatIsNoneStopsTheStart() throws Exception {
        Path resource = folder.resolve("limits.properties");
        Files.writeString(resource, "text-lenght=2500");
        Main main = new Main();
        main.addInitialProperty(
                "camel.component.cm-messenger.limits", resource.toUri().toString());
        try {
            assertThatThrownBy(main::start)
                    .hasStackTraceContaining("limits: 'text-lenght' is no limit; the limits are body-length, ");
        } finally {
            main.stop();
        }
    }

    @Test
    void limitsAreThoseOfAMap() throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            page.addJavaRoutes(context, "OwnLimits", page.blocks("java").get(0));
            context.start();
            checkLimits(context);
        }
    }

    private static void checkLimits(CamelContext context) {
        String six = "{\"carousel\": {\"cards\": [" + "{\"header\": \"h\", \"text\": \"t\"}, ".repeat(5)
                + "{\"header\": \"h\", \"text\": \"t\"}]}}";
        assertThat(explained(context, ("{\"text\": \"" + "x".repeat(2500) + "\"}").getBytes()))
                .isEmpty();
        assertThat(explained(context, six.getBytes()))
                .singleElement()
                .matches(violation -> violation.rule().equals("card-count"));
    }

    private static List<Violation> explained(CamelContext context, Object body) {
        return context.createProducerTemplate()
                .requestBody("cm-messenger:1?operation=explain&to=1", body, Explanation.class)
                .violations();
    }

    @Test
    void whatIsOnlyAWarningIsSent() throws Exception {
        String message = """
                {"from": "my-page", "reference": "order-17", "allowedChannels": ["Facebook Messenger", "Signal"],
                 "richContent": {"conversation": [{"header": "h", "suggestions": [
                   {"action": "Dial", "label": "Call us", "dial": {"phoneNumber": "0612345678"}}]}]}}""";
        try (Harness harness = Harness.accepting()) {
            Exchange exchange = harness.send(message.getBytes());

            assertThat(exchange.getException()).isNull();
            assertThat(exchange.getMessage().getBody(SendResult.class).violations())
                    .allMatch(violation -> violation.severity() == Severity.WARNING)
                    .extracting(Violation::rule)
                    .containsExactlyInAnyOrder("page-id-format", "reference-format", "channel-known", "phone-format");
            assertThat(harness.gateway.requests()).hasSize(1);
        }
    }
}
