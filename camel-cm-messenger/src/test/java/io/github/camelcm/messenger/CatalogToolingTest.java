package io.github.camelcm.messenger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeSet;
import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;
import org.apache.camel.tooling.model.ComponentModel;
import org.junit.jupiter.api.Test;

/** Camel's catalog, which editors and other tools ask, knows the component as one from outside of Camel. */
class CatalogToolingTest {

    private final CamelCatalog catalog = new DefaultCamelCatalog();

    /** What an editor finds in the jar. */
    CatalogToolingTest() throws IOException {
        String found = "/META-INF/io/github/camelcm/messenger/cm-messenger.json";
        try (InputStream json = CmMessengerComponent.class.getResourceAsStream(found)) {
            catalog.addComponent(
                    "cm-messenger",
                    CmMessengerComponent.class.getName(),
                    new String(json.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void theCatalogKnowsTheComponentAndItsCoordinates() {
        ComponentModel model = catalog.componentModel("cm-messenger");

        assertThat(catalog.findComponentNames()).contains("cm-messenger");
        assertThat(model.getTitle()).isEqualTo("CM Messenger");
        assertThat(model.getGroupId() + ":" + model.getArtifactId()).isEqualTo("io.github.camelcm:camel-cm-messenger");
        assertThat(model.getSyntax()).isEqualTo("cm-messenger:pageId");
    }

    @Test
    void everyOptionOfTheConfigurationIsInTheCatalog() throws Exception {
        ComponentModel model = catalog.componentModel("cm-messenger");
        TreeSet<String> endpoint = new TreeSet<>();
        model.getEndpointParameterOptions().forEach(option -> endpoint.add(option.getName()));
        TreeSet<String> component = new TreeSet<>();
        model.getComponentOptions().forEach(option -> component.add(option.getName()));

        for (var field : CmMessengerConfiguration.class.getDeclaredFields()) {
            if (!field.isSynthetic() && !java.lang.reflect.Modifier.isStatic(field.getModifiers())) {
                assertThat(endpoint).contains(field.getName());
                assertThat(component).contains(field.getName());
            }
        }
        assertThat(model.getEndpointHeaders()).hasSameSizeAs(Metadata.members("headers"));
    }

    @Test
    void aGoodUriIsGoodAndAMistypedOptionIsNamed() {
        EndpointValidationResult good = catalog.validateEndpointProperties(
                "cm-messenger:1234567890?productToken=secret&batchSize=100&batchLinger=20&validation=warn&events=all");
        EndpointValidationResult bad = catalog.validateEndpointProperties(
                "cm-messenger:1234567890?productTokem=secret&validation=lax&batchSize=many");

        assertThat(good.isSuccess()).as(good.summaryErrorMessage(true)).isTrue();
        assertThat(bad.getUnknown()).containsExactly("productTokem");
        assertThat(bad.getInvalidEnum()).containsOnlyKeys("validation");
        assertThat(bad.getInvalidInteger()).containsOnlyKeys("batchSize");
    }

    @Test
    void theCatalogTakesAUriApartAndPutsItTogether() throws Exception {
        Map<String, String> parts =
                catalog.endpointProperties("cm-messenger:1234567890?to=6789012345678901&tag=HUMAN_AGENT");

        assertThat(parts).isEqualTo(Map.of("pageId", "1234567890", "to", "6789012345678901", "tag", "HUMAN_AGENT"));
        assertThat(catalog.asEndpointUri("cm-messenger", parts, false))
                .isEqualTo("cm-messenger:1234567890?tag=HUMAN_AGENT&to=6789012345678901");
    }

    @Test
    void theSecretsAreMarkedAsSuch() throws Exception {
        JsonNode json = new ObjectMapper().readTree(catalog.componentJSonSchema("cm-messenger"));

        for (String secret : new String[] {"productToken", "webhookToken", "proxyPassword"}) {
            assertThat(json.at("/properties/" + secret + "/secret").asBoolean())
                    .as(secret)
                    .isTrue();
        }
    }
}
