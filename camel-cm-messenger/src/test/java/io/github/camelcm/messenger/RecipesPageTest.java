package io.github.camelcm.messenger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcm.messenger.FaultServer.Behaviour;
import io.github.camelcm.messenger.model.DeliveryState;
import io.github.camelcm.messenger.model.SendResult;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.mock.MockEndpoint;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each recipe does what its page says, in each language, against a server that fails as the recipe is about. */
class RecipesPageTest {

    private static final Path PAGE = Path.of("src/main/docs/cm-messenger-recipes.adoc");
    private static final String TEXT = "inbound/text.json";

    @ParameterizedTest
    @ValueSource(strings = {"java", "xml", "yaml"})
    @Retention(RetentionPolicy.RUNTIME)
    @interface InEachLanguage {}

    @TempDir
    Path classes;

    private final Harness harness = Harness.accepting();
    private final int port = TestServer.freePort();

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void eachRecipeIsRun() throws Exception {
        Snippets page = new Snippets(PAGE, classes);
        String tests = Files.readString(Path.of("src/test/java/io/github/camelcm/messenger/RecipesPageTest.java"));

        List<String> recipes = page.find("^== (.*)$");
        assertThat(recipes).hasSizeGreaterThan(10);
        for (String recipe : recipes) {
            Snippets section = page.section(recipe);
            int pieces = section.blocks("java").size();
            assertThat(List.of(
                            section.blocks("xml").size(), section.blocks("yaml").size()))
                    .as(recipe)
                    .containsOnly(pieces);
            assertThat(pieces == 0 || tests.contains("cook(\"" + recipe + "\""))
                    .as("%s is run", recipe)
                    .isTrue();
        }
    }

    @InEachLanguage
    void sendsAgainWhatIsSafe(String language) throws Exception {
        cook("Send again what is safe", language);
        harness.gateway.behave(firstFailing((request, connection) -> connection.json(503, "{}")));

        Exchange exchange = send("direct:remind");

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody(SendResult.class).accepted()).isTrue();
        assertThat(harness.gateway.requests()).hasSize(2);
    }

    @InEachLanguage
    void putsAsideWhatMustNotBeSentAgain(String language) throws Exception {
        cook("Put aside what must not be sent again", language);
        harness.gateway.behave((request, connection) -> connection.reset());

        Exchange exchange = send("direct:notify");

        assertThat(exchange.getException()).isNull();
        assertThat(harness.gateway.requests()).as("sent once").hasSize(1);
        assertThat(mock("mock:aside").getExchanges()).singleElement().satisfies(aside -> {
            assertThat(aside.getMessage().getHeader("outcome", String.class)).isEqualTo("UNKNOWN");
            assertThat(aside.getMessage().getHeader("reason", String.class)).isNotBlank();
            assertThat(aside.getMessage().getBody()).isEqualTo("It is time");
        });
    }

    @InEachLanguage
    void tellsTheAuthorWhatIsWrong(String language) throws Exception {
        cook("Tell whoever wrote a message what is wrong with it", language);

        String told =
                harness.context.createProducerTemplate().requestBody("direct:publish", "x".repeat(2001), String.class);

        assertThat(told).contains("body-length", "/body/content", "2001", "2000");
        assertThat(harness.gateway.requests()).isEmpty();
        assertThat(send("direct:publish").getMessage().getBody()).isEqualTo("published");
    }

    @InEachLanguage
    void looksAtEachMessageOfAList(String language) throws Exception {
        cook("Look at each message of a list", language);
        harness.gateway.behave(
                Answers.accepting(msg -> !msg.at("/to/0/number").asText().equals("2")));
        Map<String, ?> first = Map.of("to", List.of(Map.of("number", "1")), "body", Map.of("content", "Hello"));
        Map<String, ?> second = Map.of("to", List.of(Map.of("number", "2")), "body", Map.of("content", "Hello"));

        harness.context.createProducerTemplate().sendBody("direct:newsletter", List.of(first, second, first));

        assertThat(mock("mock:rejected").getExchanges()).singleElement().satisfies(rejected -> assertThat(
                        rejected.getMessage()
                                .getBody(SendResult.class)
                                .recipients()
                                .get(0)
                                .to())
                .isEqualTo("2"));
    }

    @InEachLanguage
    void neverNotifiesTwice(String language) throws Exception {
        cook("Never notify twice of the same order", language);
        harness.gateway.behave(firstFailing((request, connection) -> connection.reset()));

        sendOrder("17");
        sendOrder("17");
        assertThat(harness.gateway.requests()).as("unknown, so not again").hasSize(1);

        sendOrder("18");
        sendOrder("18");
        assertThat(harness.gateway.requests()).hasSize(2);
    }

    @InEachLanguage
    void sparesAGatewayThatIsDown(String language) throws Exception {
        cook("Spare a gateway that is down", language);
        harness.gateway.behave((request, connection) -> connection.json(503, "{}"));

        for (int i = 0; i < 10; i++) {
            assertThat(send("direct:campaign").getException()).isNull();
        }

        assertThat(harness.gateway.requests()).as("then it is asked no more").hasSize(4);
        assertThat(mock("mock:later").getExchanges()).hasSize(10);
    }

    @InEachLanguage
    void aBrokenRuleDoesNotOpenTheCircuit(String language) throws Exception {
        cook("Spare a gateway that is down", language);
        ProducerTemplate template = harness.context.createProducerTemplate();

        for (int i = 0; i < 10; i++) {
            template.request("direct:campaign", in -> in.getIn().setBody("x".repeat(2001)));
        }
        send("direct:campaign");

        assertThat(harness.gateway.requests()).hasSize(1);
    }

    @InEachLanguage
    void throttles(String language) throws Exception {
        cook("Keep below a rate", language);
        ProducerTemplate template = harness.context.createProducerTemplate();
        List<CompletableFuture<Object>> sent = new ArrayList<>();

        for (int i = 0; i < 25; i++) {
            sent.add(template.asyncRequestBody("direct:blast", "Number " + i));
        }

        assertThat(CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)))
                .succeedsWithin(Duration.ofSeconds(30));
        assertThat(harness.gateway.requests()).hasSize(25);
    }

    @InEachLanguage
    void sharesRequests(String language) throws Exception {
        cook("Let many exchanges share a request", language);
        ProducerTemplate template = harness.context.createProducerTemplate();

        for (int i = 0; i < 200; i++) {
            template.sendBody("seda:notices?size=1000", "Number " + i);
        }

        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(sentMessages())
                .isEqualTo(200));
        assertThat(harness.gateway.requests()).hasSizeLessThan(200);
    }

    private int sentMessages() {
        return harness.gateway.requests().stream()
                .mapToInt(request -> Answers.messages(request).size())
                .sum();
    }

    @InEachLanguage
    void answersAsABot(String language) throws Exception {
        serve();
        cook("A small bot", language);

        assertThat(call(TEXT)).isEqualTo(200);
        assertThat(harness.lastMessage().toString()).contains("What would you like to know?", "HOURS");
        assertThat(ComponentPageTest.post(
                        url("1234567890"),
                        Payloads.text("inbound/quick-reply.json").replace("EDIT_APPOINTMENT", "HOURS")))
                .isEqualTo(200);
        assertThat(harness.lastMessage().at("/body/content").asText()).isEqualTo("We are open from 9 to 5.");

        harness.gateway.behave((request, connection) -> connection.json(503, "{}"));
        assertThat(call(TEXT)).isEqualTo(200);
        assertThat(mock("mock:unanswered").getExchanges()).hasSize(1);
    }

    @InEachLanguage
    void answersBeforeTheRouteHasRun(String language) throws Exception {
        serve();
        cook("Answer CM.com before the route has run", language);
        CompletableFuture<Void> answered = new CompletableFuture<>();
        harness.gateway.behave((request, connection) -> {
            answered.join();
            Answers.accepting().answer(request, connection);
        });

        assertThat(call(TEXT)).isEqualTo(200);
        answered.complete(null);

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> !harness.gateway.requests().isEmpty());
        assertThat(harness.lastMessage().at("/body/content").asText()).isEqualTo("You wrote: Hello");
    }

    @InEachLanguage
    void processesEachEventOnce(String language) throws Exception {
        serve();
        cook("Process each event once", language);

        assertThat(call(TEXT)).isEqualTo(200);
        assertThat(call(TEXT)).isEqualTo(200);

        assertThat(mock("mock:once").getExchanges()).hasSize(1);
    }

    @InEachLanguage
    void notesWhatBecameOfEachMessage(String language) throws Exception {
        serve();
        Deliveries deliveries = new Deliveries();
        harness.context.getRegistry().bind("deliveries", deliveries);
        cook("Note what became of each message", language);

        String reference = send("direct:order-ready")
                .getMessage()
                .getBody(SendResult.class)
                .reference();
        for (int code : new int[] {4, 2, 2, 0}) {
            String report = """
                    {"messages": {"msg": {"to": "1", "reference": "%s", "status": {"code": "%d"}}}}""".formatted(reference, code);
            assertThat(ComponentPageTest.post(url("statuses"), report)).isEqualTo(200);
        }

        assertThat(deliveries.states).isEqualTo(Map.of(reference, DeliveryState.READ));
    }

    @Test
    void theWebhookIsClosedWithoutItsToken() throws Exception {
        serve();
        cook("Process each event once", "java");

        assertThat(ComponentPageTest.post(url("1234567890").replace("hush", "guess"), Payloads.text(TEXT)))
                .isEqualTo(401);
    }

    /** What the recipe calls a bean of yours. */
    public static final class Deliveries {

        private final Map<String, DeliveryState> states = new ConcurrentHashMap<>();

        public String begin() {
            String reference = UUID.randomUUID().toString().replace("-", "");
            states.put(reference, DeliveryState.UNKNOWN);
            return reference;
        }

        public void reported(String reference, DeliveryState reported) {
            states.computeIfPresent(reference, (key, known) -> reported.compareTo(known) > 0 ? reported : known);
        }
    }

    /** Adds the routes of a recipe, with the properties that all recipes share. */
    private void cook(String recipe, String language) throws Exception {
        Properties properties = new Properties();
        properties.put("token", Harness.TOKEN);
        properties.put("psid", Harness.PSID);
        properties.put("webhook.token", "hush");
        CamelContext context = harness.context;
        context.getPropertiesComponent().setInitialProperties(properties);
        Snippets page = new Snippets(PAGE, classes).section(recipe);
        String block = page.blocks(language).get(0);
        if (language.equals("java")) {
            page.addJavaRoutes(context, "Recipe", block);
        } else {
            Snippets.addRoutes(context, language, block);
        }
    }

    private void serve() throws Exception {
        TestServer.available().get(0).setUp(harness.context, port);
    }

    private String url(String path) {
        return "http://127.0.0.1:" + port + "/cm-messenger/" + path + "?token=hush";
    }

    private int call(String payload) throws Exception {
        return ComponentPageTest.post(url("1234567890"), Payloads.text(payload));
    }

    private Exchange send(String uri) {
        return harness.context.createProducerTemplate().request(uri, in -> in.getIn()
                .setBody("It is time"));
    }

    private void sendOrder(String order) {
        Exchange exchange = harness.context.createProducerTemplate().request("direct:shipped", in -> {
            in.getIn().setHeader("order", order);
            in.getIn().setBody("It is on its way");
        });
        assertThat(exchange.getException()).isNull();
    }

    private MockEndpoint mock(String uri) {
        return harness.context.getEndpoint(uri, MockEndpoint.class);
    }

    private Behaviour firstFailing(Behaviour failure) {
        return (request, connection) -> {
            if (harness.gateway.requests().size() == 1) {
                failure.answer(request, connection);
            } else {
                Answers.accepting().answer(request, connection);
            }
        };
    }
}
