package io.github.camelcm.messenger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelcm.messenger.model.SendResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page for users of other clients shows runs, and so does what it says of their JSON. */
class MigrationPageTest {

    @TempDir
    Path classes;

    @Test
    void theSnippetsRun() throws Exception {
        Snippets page = new Snippets(Path.of("src/main/docs/cm-messenger-migration.adoc"), classes);
        try (Harness harness = Harness.accepting()) {
            Properties properties = new Properties();
            properties.put("token", Harness.TOKEN);
            properties.put("psid", Harness.PSID);
            harness.context.getPropertiesComponent().setInitialProperties(properties);
            List<String> blocks = page.blocks("java");
            assertThat(blocks).hasSize(2);
            page.addJavaRoutes(harness.context, "Notify", blocks.get(0));
            page.addJavaRoutes(harness.context, "Colours", blocks.get(1));

            for (String route : List.of("direct:notify", "direct:colours")) {
                Exchange exchange = harness.context.createProducerTemplate().request(route, in -> {});
                assertThat(exchange.getException()).as(route).isNull();
                assertThat(exchange.getMessage().getBody(SendResult.class).violations())
                        .as(route)
                        .isEmpty();
            }
            JsonNode notice =
                    Answers.messages(harness.gateway.requests().get(0)).get(0);
            assertThat(notice.path("reference").asText()).isEqualTo("17");
            assertThat(notice.at("/body/content").asText()).isEqualTo("Your order is ready.");
            assertThat(harness.lastMessage().at("/richContent/conversation")).hasSize(2);
        }
    }

    @Test
    void theJsonOfTheSdkIsTakenAsItIs() throws Exception {
        String json = """
                {"messages": {"authentication": {"producttoken": "%s"}, "msg": [{
                  "body": {"content": "Which colour?", "type": "auto"}, "to": [{"number": "%s"}],
                  "from": "1234567890", "allowedChannels": ["Facebook Messenger"],
                  "richContent": {"conversation": [{"text": "Which colour?"}],
                    "suggestions": [{"action": "Reply", "label": "Red", "postbackdata": "RED"}]}}]}}""".formatted(Harness.TOKEN, Harness.PSID);
        try (Harness harness = Harness.accepting()) {
            Exchange exchange = harness.send("", in -> {
                in.getIn().setHeader("Content-Type", "application/json");
                in.getIn().setBody(json);
            });

            assertThat(exchange.getException()).isNull();
            assertThat(new String(harness.gateway.requests().get(0).body(), "UTF-8"))
                    .doesNotContain(Harness.TOKEN, "authentication");
            assertThat(harness.lastMessage()
                            .at("/richContent/suggestions/0/label")
                            .asText())
                    .isEqualTo("Red");
        }
    }
}
