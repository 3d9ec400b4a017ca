package io.github.camelcm.messenger.quickstart.chat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.from;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelcm.messenger.model.DeliveryState;
import io.github.camelcm.messenger.simulator.CmSimulator;
import io.github.camelcm.messenger.simulator.Delivery;
import io.github.camelcm.messenger.simulator.Fault;
import io.github.camelcm.messenger.simulator.FaultScope;
import io.github.camelcm.messenger.simulator.MessengerUser;
import io.github.camelcm.messenger.simulator.SentMessage;
import io.github.camelcm.messenger.simulator.Status;
import io.github.camelcm.messenger.simulator.StatusCode;
import io.github.camelcm.messenger.simulator.WebhookCall;
import io.github.camelcm.messenger.simulator.junit.Conversation;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What CM.com gets to hear, and what becomes of repeats, of late reports and of what cannot be answered. */
class WebhooksTest {

    private static final MessengerUser JO = new MessengerUser("1234567890", "6789012345678902", "Jo");
    private static final String FROM_NOBODY = "{\"message\": {\"text\": \"Hello from nobody\"}}";

    /** Of every cm-messenger endpoint; the gateway wants the name with a capital M. */
    private static final String CHANNELS = "camel.component.cm-messenger.allowed-channels";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private Path temporary;

    private final Properties settings = new Properties();
    private Path givenUp;
    private LocalPharmacy pharmacy;
    private Conversation jo;

    @BeforeEach
    void settings() {
        givenUp = temporary.resolve("given-up");
        settings.setProperty("pharmacy.given-up", givenUp.toString());
        settings.setProperty("pharmacy.redelivery-delay", "1");
    }

    @AfterEach
    void close() {
        pharmacy.close();
    }

    private void start() {
        pharmacy = LocalPharmacy.start(settings);
        jo = Conversation.with(pharmacy.simulator(), JO);
    }

    private static <T> T get(CompletableFuture<T> future) throws Exception {
        return future.get(20, TimeUnit.SECONDS);
    }

    private static HttpResponse<String> post(String url, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return get(HTTP.sendAsync(request, BodyHandlers.ofString()));
    }

    private int posts(String body) throws Exception {
        return post(pharmacy.withToken(pharmacy.messagesUrl()), body).statusCode();
    }

    /** CM.com makes its first call again. */
    private int repeats() throws Exception {
        WebhookCall call = pharmacy.simulator().journal().calls().get(0);
        return get(pharmacy.simulator().deliveries().repeat(call.sequence(), 1))
                .get(0)
                .status();
    }

    private List<SentMessage> sent() {
        return pharmacy.simulator().journal().messages();
    }

    private List<Path> givenUp() throws IOException {
        if (!Files.exists(givenUp)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(givenUp)) {
            return files.toList();
        }
    }

    @Test
    void repliesToAMessageAndToATap() throws Exception {
        start();
        jo.says("Hello").expectTextContaining("What can we do for you?");
        jo.taps("Ask a nurse").expectTextContaining("Our nurse Eva");
        jo.expectNothing(Duration.ZERO);
        assertThat(givenUp()).isEmpty();
    }

    @Test
    void answersARepeatOnce() throws Exception {
        start();
        jo.says("Hello").expectTextContaining("What can we do for you?");
        assertThat(repeats()).isEqualTo(200);
        jo.expectNothing(Duration.ZERO);
    }

    @Test
    void answersOnceWhenItsAnswerToCmIsLost() throws Exception {
        start();
        pharmacy.simulator().faults().add(Fault.lostAnswer(), FaultScope.next(1));
        jo.says("Hello").expectTextContaining("What can we do for you?");
        assertThat(get(pharmacy.simulator().clock().advance(Duration.ofMinutes(5)))
                        .complete())
                .isTrue();
        assertThat(pharmacy.simulator().journal().deliveries())
                .extracting(Delivery::attempt, Delivery::succeeded)
                .containsExactly(tuple(1, false), tuple(2, true));
        jo.expectNothing(Duration.ZERO);
    }

    @Test
    void remembersTheFurthestStatusWhateverTheOrderOfReports() {
        start();
        jo.says("Hello").expectTextContaining("What can we do for you?");
        assertThat(reported()).isEmpty();

        jo.sees(StatusCode.ACCEPTED);
        assertThat(reported()).hasValue(DeliveryState.ACCEPTED);
        jo.sees(StatusCode.READ);
        assertThat(reported()).hasValue(DeliveryState.READ);
        jo.sees(StatusCode.DELIVERED);
        assertThat(reported()).hasValue(DeliveryState.READ);
    }

    private Optional<DeliveryState> reported() {
        return pharmacy.deliveryReports().of(jo.lastMessage().reference());
    }

    @Test
    void takesAReportThatOvertakesTheGatewaysAnswer() throws Exception {
        start();
        pharmacy.deliveryReports().expect("r1", "The note on order 1001");
        Delivery delivery = get(pharmacy.simulator().reportStatus("1", "r1", Status.failed("1", "Blocked")));
        assertThat(delivery.status()).isEqualTo(200);
        assertThat(pharmacy.deliveryReports().of("r1")).hasValue(DeliveryState.FAILED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?token=", "?token=guess", "?token=RIGHT&token=guess"})
    void refusesACallWithoutTheRightToken(String query) throws Exception {
        start();
        for (String url : List.of(pharmacy.messagesUrl(), pharmacy.statusesUrl())) {
            HttpResponse<String> answer = post(url + query.replace("RIGHT", LocalPharmacy.TOKEN), FROM_NOBODY);
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).doesNotContain("Hello", "token");
        }
        assertThat(givenUp()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                                       | 200",
                "{\"messages\": {\"msg\": {\"status\": {\"code\": \"2\"}}}}     | 200",
                "{\"messages\": {\"msg\": {\"reference\": \"x\"}}}                | 200",
                "{\"messages\": {\"msg\": {\"reference\": \"x\", \"status\": {\"code\": \"77\"}}}} | 200",
                "no JSON                                                                  | 400"
            })
    void takesAnyStatusReport(String body, int status) throws Exception {
        start();
        HttpResponse<String> answer = post(pharmacy.withToken(pharmacy.statusesUrl()), body);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().map().keySet()).noneMatch(name -> name.startsWith("Camel"));
        assertThat(givenUp()).isEmpty();
    }

    @Test
    void putsAsideWhatNobodyWrote() throws Exception {
        start();
        assertThat(posts(FROM_NOBODY)).isEqualTo(200);

        assertThat(givenUp()).singleElement().satisfies(file -> {
            assertThat(file.getFileName().toString()).matches("[0-9a-f]{64}\\.json");
            assertThat(json(file)).isEqualTo(new ObjectMapper().readTree(FROM_NOBODY));
        });
        assertThat(pharmacy.simulator().journal().requests()).isEmpty();

        Files.delete(givenUp().get(0));
        assertThat(posts(FROM_NOBODY)).as("a repeat").isEqualTo(200);
        assertThat(givenUp()).isEmpty();
    }

    @Test
    void putsAsideWhatFailsBeforeThereIsAReply() throws Exception {
        start();
        String order = "{\"message\": {\"custom\": {\"suggestions\": [{\"postbackData\": \"ORDER:Ramipril 5 mg\"}]}}}";
        assertThat(posts(order)).isEqualTo(200);
        assertThat(givenUp()).hasSize(1);

        jo.says("my prescription").expectText("Which medicine do you need again?");
        jo.taps("Ramipril 5 mg").expectTextContaining("order 1001, Ramipril");
        jo.expectNothing(Duration.ZERO);
    }

    private static JsonNode json(Path file) throws IOException {
        return new ObjectMapper().readTree(Files.readString(file, UTF_8));
    }

    @Test
    void putsAsideAMessageWhoseReplyIsRejected() throws Exception {
        settings.setProperty(CHANNELS, "Facebook messenger");
        settings.setProperty("camel.component.cm-messenger.validation", "off");
        start();
        jo.says("Hello, it is me").expectNothing(Duration.ZERO);

        assertThat(givenUp()).singleElement().satisfies(file -> assertThat(
                        json(file).at("/message/text").asText())
                .isEqualTo("Hello, it is me"));
        assertThat(repeats()).isEqualTo(200);
        assertThat(sent()).singleElement().matches(reply -> !reply.accepted());
    }

    @Test
    void keepsWhatCannotBePutAsideForCmToCallAgain() throws Exception {
        start();
        Files.writeString(givenUp, "a file, where a folder should be");
        assertThat(posts(FROM_NOBODY)).isEqualTo(500);

        Files.delete(givenUp);
        assertThat(posts(FROM_NOBODY)).isEqualTo(200);
        assertThat(givenUp()).hasSize(1);
    }

    @Test
    void answersOnceTheGatewayIsBack() throws Exception {
        try (Socket down = new Socket()) { // bound, but not listening: the port is taken, and connections are refused
            down.bind(new InetSocketAddress("127.0.0.1", 0));
            int port = down.getLocalPort();
            settings.setProperty(
                    "camel.component.cm-messenger.gateway-url", "http://127.0.0.1:" + port + "/v1.0/message");
            start();
            Delivery delivery = get(pharmacy.simulator().userTaps(JO, "Ramipril 5 mg", "ORDER:Ramipril 5 mg"));
            assertThat(delivery.status()).isEqualTo(500);
            assertThat(repeats()).isEqualTo(500);
            assertThat(givenUp()).isEmpty();

            down.close();
            try (CmSimulator back = CmSimulator.builder().port(port).start()) {
                assertThat(repeats()).isEqualTo(200);
                assertThat(repeats()).isEqualTo(200);
                Conversation.with(back, JO)
                        .expectTextContaining("order 1001, Ramipril")
                        .expectNothing(Duration.ZERO);
            }
        }
    }

    @Test
    void theTokenIsNowhereInTheSimulatorsJournal() {
        start();
        jo.says("Hello");
        assertThat(pharmacy.simulator().journal().deliveries())
                .singleElement()
                .returns(pharmacy.messagesUrl() + "?***", from(Delivery::url));
        assertThat(pharmacy.simulator().journal().entries())
                .hasAtLeastOneElementOfType(WebhookCall.class)
                .noneMatch(entry -> entry.toString().contains(LocalPharmacy.TOKEN));
    }
}
