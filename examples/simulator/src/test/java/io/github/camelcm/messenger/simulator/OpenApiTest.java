package io.github.camelcm.messenger.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The description of the control API says what there is, no more and no less. */
class OpenApiTest {

    private final CmSimulator simulator = CmSimulator.builder().start();
    private final JsonNode description =
            new SimulatorClient(simulator).get("/openapi.json").json();

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void describesEveryRouteAndNoOther() {
        Set<String> described = new TreeSet<>();
        description.path("paths").properties().forEach(path -> path.getValue()
                .fieldNames()
                .forEachRemaining(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        assertThat(described).isEqualTo(routes());
    }

    private Set<String> routes() {
        Vertx vertx = Vertx.vertx();
        try {
            Router router = Router.router(vertx);
            new ControlApi(simulator).mount(router);
            Set<String> routes = new TreeSet<>();
            for (Route route : router.getRoutes()) {
                Set<HttpMethod> methods = route.methods() == null ? Set.of() : route.methods();
                String path = String.valueOf(route.getName()).replaceAll(":(\\w+)", "{$1}");
                methods.forEach(method -> routes.add(method.name() + " " + path));
            }
            return routes;
        } finally {
            vertx.close();
        }
    }

    @Test
    void refersOnlyToSchemasItHas() {
        Set<String> schemas = new TreeSet<>();
        description.at("/components/schemas").fieldNames().forEachRemaining(schemas::add);
        assertThat(description.findValuesAsText("$ref")).isNotEmpty().allSatisfy(ref -> assertThat(schemas)
                .contains(ref.replace("#/components/schemas/", "")));
    }

    @Test
    void describesTheMembersOfEveryEntry() {
        try (TestWebhook webhook = new TestWebhook()) {
            simulator.webhookUrl(WebhookKind.MESSAGES, webhook.url("/"));
            SimulatorClient client = new SimulatorClient(simulator);
            client.send(Samples.request(Samples.msg()));
            simulator.userWrites(Samples.JANE, "Hello").join();

            JsonNode mapping = description.at("/components/schemas/Entry/discriminator/mapping");
            JsonNode entries = client.get("/journal").json().path("entries");
            assertThat(entries).hasSize(4);
            for (JsonNode entry : entries) {
                String schema =
                        mapping.path(entry.path("type").asText()).asText().substring(1);
                assertThat(names(entry)).isEqualTo(names(description.at(schema + "/properties")));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/clock, Clock, ",
        "/ladder, Ladder, ",
        "/held, Held, ",
        "/state, State, ",
        "/messages/2, Inspection, ",
        "/conversations, Conversation, /conversations/0",
        "/faults, FaultRule, /rules/0"
    })
    void describesTheMembersOfWhatIsRead(String path, String schema, @Nullable String at) {
        SimulatorClient client = new SimulatorClient(simulator);
        client.send(Samples.request(Samples.msg()));
        simulator.faults().add(Fault.throttled(1), FaultScope.next(1));
        JsonNode answer = client.get(path).json().at(at == null ? "" : at);
        JsonNode described = description.at("/components/schemas/" + schema);
        assertThat(names(described.path("properties"))).containsAll(names(answer));
        Set<String> required = new TreeSet<>();
        described.path("required").forEach(name -> required.add(name.asText()));
        assertThat(names(answer)).containsAll(required);
    }

    @Test
    void describesEveryKindOfFaultWithItsParameterAndItsBounds() {
        JsonNode properties = description.at("/components/schemas/NewFaultRule/properties");
        Set<String> kinds = new TreeSet<>();
        properties.at("/kind/enum").forEach(kind -> kinds.add(kind.asText()));
        assertThat(kinds).hasSize(FaultKind.values().length);
        for (FaultKind kind : FaultKind.values()) {
            assertThat(kinds).contains(kind.word());
            assertThat(kind.parameter().isEmpty() || properties.has(kind.parameter()))
                    .isTrue();
        }
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        Iterator<String> all = object.fieldNames();
        all.forEachRemaining(names::add);
        return names;
    }
}
