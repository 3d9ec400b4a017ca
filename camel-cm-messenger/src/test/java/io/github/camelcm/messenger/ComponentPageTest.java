package io.github.camelcm.messenger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelcm.messenger.model.SendResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The component's page names every option with its default and every header, and its snippets run. */
class ComponentPageTest {

    private static final Path PAGE = Path.of("src/main/docs/cm-messenger-component.adoc");
    private static final Path METADATA =
            Path.of("src/generated/resources/META-INF/io/github/camelcm/messenger/cm-messenger.json");

    @TempDir
    Path classes;

    @Test
    void everyOptionIsOnThePageWithItsDefault() throws Exception {
        String page = Files.readString(PAGE);
        JsonNode metadata = new ObjectMapper().readTree(METADATA.toFile());

        metadata.path("componentProperties").properties().forEach(option -> {
            String line = line(page, option.getKey());
            JsonNode value = option.getValue().get("defaultValue");
            if (value != null) {
                assertThat(line).endsWith("| `" + value.asText() + "`");
            }
        });
    }

    @Test
    void everyHeaderIsOnThePage() throws Exception {
        String page = Files.readString(PAGE);
        JsonNode metadata = new ObjectMapper().readTree(METADATA.toFile());

        assertThat(metadata.path("headers").properties()).isNotEmpty();
        metadata.path("headers").properties().forEach(header -> line(page, header.getKey()));
    }

    @Test
    void theSnippetsRun() throws Exception {
        Snippets page = new Snippets(PAGE, classes);
        TestTls tls = new TestTls(classes, "dns:localhost");
        byte[] photo = MediaServer.bytes(1000);
        try (Harness harness = Harness.accepting();
                FaultServer media = new FaultServer(MediaServer.file(photo), tls.serverSockets())) {
            CmMessengerConfiguration options = harness.component().getConfiguration();
            options.setMediaHosts("localhost:" + media.port());
            options.setSslContextParameters(tls.trusting());
            Properties properties = new Properties();
            properties.put("token", Harness.TOKEN);
            properties.put("psid", Harness.PSID);
            properties.put("folder", classes.resolve("photos").toString());
            harness.context.getPropertiesComponent().setInitialProperties(properties);
            int number = 0;
            for (String block : page.blocks("java")) {
                page.addJavaRoutes(harness.context, "PageRoute" + number++, block);
            }

            var template = harness.context.createProducerTemplate();
            SendResult menu = template.requestBodyAndHeader(
                    "direct:menu", "", CmMessengerConstants.PSID, Harness.PSID, SendResult.class);
            assertThat(menu.violations()).isEmpty();
            assertThat(template.requestBody("direct:remind", "It is time", SendResult.class)
                            .accepted())
                    .isTrue();
            assertThat(harness.gateway.requests()).hasSize(2);

            String url = "https://localhost:" + media.port() + "/1";
            template.sendBody("direct:photo", MediaServer.inbound(url, "image/jpeg", "cat.jpg"));
            assertThat(MediaServer.files(classes.resolve("photos")))
                    .singleElement()
                    .satisfies(file -> assertThat(file).hasBinaryContent(photo))
                    .matches(file -> file.toString().endsWith("-cat.jpg"));
        }
    }

    private static String line(String page, String name) {
        return page.lines()
                .filter(line -> line.startsWith("| `" + name + "` |"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not on the page"));
    }
}
