package io.github.camelcm.messenger.shop;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelcm.messenger.simulator.Delivery;
import io.github.camelcm.messenger.simulator.Status;
import io.github.camelcm.messenger.simulator.StatusCode;
import io.github.camelcm.messenger.simulator.UserMedia;
import io.github.camelcm.messenger.simulator.WebhookCall;
import io.github.camelcm.messenger.simulator.WebhookKind;
import io.github.camelcm.messenger.simulator.junit.CmSimulatorExtension;
import io.github.camelcm.messenger.simulator.junit.Conversation;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What customers, the shop's systems and CM.com see when all goes well, and when callers make mistakes. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:notifications;DB_CLOSE_ON_EXIT=FALSE",
            "shop.page-id=1234567890",
            "shop.outbox-period=20ms",
            "camel.component.cm-messenger.webhook-token=webhook-secret"
        })
class NotificationsTest {

    private static final String PRODUCT_TOKEN = "12345678-1234-1234-1234-123456789012";
    private static final AtomicInteger ORDERS = new AtomicInteger(1000);

    @RegisterExtension
    static CmSimulatorExtension simulator = CmSimulatorExtension.builder()
            .productToken(PRODUCT_TOKEN)
            .pageId("1234567890")
            .timeout(Duration.ofSeconds(20))
            .build();

    @DynamicPropertySource
    static void gateway(DynamicPropertyRegistry registry) {
        registry.add("camel.component.cm-messenger.gateway-url", simulator::gatewayUrl);
        registry.add("camel.component.cm-messenger.product-token", () -> PRODUCT_TOKEN);
    }

    private final Conversation jane = simulator.conversation();
    private final String order = String.valueOf(ORDERS.incrementAndGet());

    private String url;
    private ShopClient shop;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        url = "http://127.0.0.1:" + port;
        shop = new ShopClient(url);
        simulator.webhookUrl(WebhookKind.MESSAGES, url + "/cm-messenger/1234567890?token=webhook-secret");
        simulator.webhookUrl(WebhookKind.STATUSES, url + "/cm-messenger/statuses?token=webhook-secret");
    }

    @AfterEach
    void nothingIsSentThatBreaksARuleOrWasNotExpected() {
        jane.expectNothing(Duration.ZERO);
        assertThat(simulator.simulator().journal().messages()).allSatisfy(message -> {
            assertThat(message.accepted()).as(message.details()).isTrue();
            assertThat(message.problems()).isEmpty();
        });
    }

    private void isNews(String state) throws Exception {
        assertThat(shop.put(order, jane.user().psid(), state).status()).isEqualTo(202);
    }

    private void awaitNews(String sending, String delivery) {
        await().atMost(20, SECONDS).untilAsserted(() -> {
            assertThat(shop.news(order).path("sending").asText()).isEqualTo(sending);
            assertThat(shop.news(order).path("delivery").asText()).isEqualTo(delivery);
        });
    }

    private static <T> T get(CompletableFuture<T> future) throws Exception {
        return future.get(20, SECONDS);
    }

    @Test
    void aCustomerIsToldAndAsksBack() throws Exception {
        isNews("SHIPPED");
        jane.expectCard("Order " + order + " is on its way", "The parcel service has it. It takes one to three days.")
                .expectButtons("Where is my order?", "See it");
        jane.taps("Where is my order?");
        jane.expectTextContaining("Order " + order + " is on its way, since ", "one to three days")
                .expectButtons("See it", "Call us");
    }

    @Test
    void everyStateIsTold() throws Exception {
        isNews("CONFIRMED");
        jane.expectCard("Order " + order + " is confirmed");
        isNews("SHIPPED");
        jane.expectCard("Order " + order + " is on its way");
        isNews("ARRIVED");
        jane.expectCard("Order " + order + " has arrived");
        jane.taps("Where is my order?").expectTextContaining("has arrived");
    }

    @Test
    void newsThatComeAtOnceKeepTheirOrder() throws Exception {
        isNews("CONFIRMED");
        isNews("SHIPPED");
        isNews("ARRIVED");
        jane.expectCard("Order " + order + " is confirmed")
                .expectCard("Order " + order + " is on its way")
                .expectCard("Order " + order + " has arrived");
    }

    @Test
    void newsThatAreRepeatedAreToldOnce() throws Exception {
        isNews("SHIPPED");
        jane.expectCard("Order " + order + " is on its way");
        assertThat(shop.put(order, jane.user().psid(), "SHIPPED").status()).isEqualTo(200);
        assertThat(shop.get("/orders/" + order).at("/messages")).hasSize(1);
        jane.expectNothing(Duration.ofMillis(300));
    }

    @Test
    void callsAtTheSameTimeMakeOneMessage() throws Exception {
        List<CompletableFuture<Integer>> calls = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> status(order)))
                .toList();
        for (CompletableFuture<Integer> call : calls) {
            assertThat(get(call)).isIn(200, 202);
        }
        assertThat(shop.get("/orders/" + order).at("/messages")).hasSize(1);
        jane.expectCard("Order " + order + " is confirmed").expectNothing(Duration.ofMillis(300));
    }

    private int status(String number) {
        try {
            return shop.put(number, jane.user().psid(), "CONFIRMED").status();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void nobodyHearsOfAnotherCustomersOrder(Conversation joe) throws Exception {
        isNews("SHIPPED");
        jane.expectCard("Order " + order + " is on its way");
        joe.says("Where is order " + order + "?").expectTextContaining("We know of no order of yours");
        get(simulator.simulator().userTaps(joe.user(), "Where is my order?", "WHERE:" + order));
        joe.expectTextContaining("We know of no order of yours").expectButtons("Our shop", "Call us");
    }

    @Test
    void whoHasSeveralOrdersIsAskedWhichOne() throws Exception {
        String other = String.valueOf(ORDERS.incrementAndGet());
        isNews("SHIPPED");
        shop.put(other, jane.user().psid(), "CONFIRMED");
        jane.expectCard("Order " + order + " is on its way").expectCard("Order " + other + " is confirmed");

        jane.says("Where is my parcel?").expectTextContaining("Which one do you mean?");
        jane.taps(order).expectTextContaining("Order " + order + " is on its way");
        jane.says("and " + other + "?").expectTextContaining("Order " + other + " is confirmed");
    }

    @Test
    void whoWritesOfSomethingElseLearnsWhatTheBotCanDo() throws Exception {
        isNews("SHIPPED");
        jane.expectCard("Order " + order + " is on its way");
        jane.says("Do you sell hats?").expectTextContaining("I am a bot").expectQuickReplies(order);
        jane.sends(new UserMedia("https://example.com/hat.jpg", "image/jpeg", "hat.jpg"));
        jane.expectTextContaining("I am a bot").expectQuickReplies(order);
        jane.says("Where is it?").expectTextContaining("is on its way");
    }

    @Test
    void reportsAppearInTheResourceAndOnThePage() throws Exception {
        isNews("SHIPPED");
        jane.expectCard("Order " + order + " is on its way");
        awaitNews("SENT", "UNKNOWN");
        jane.sees(StatusCode.DELIVERED);
        awaitNews("SENT", "DELIVERED");
        jane.sees(StatusCode.READ);
        awaitNews("SENT", "READ");

        String reference = jane.lastMessage().reference();
        JsonNode message = shop.get("/messages/" + reference).body();
        assertThat(message.at("/message/psid").asText()).isEqualTo(jane.user().psid());
        assertThat(message.at("/reports").findValuesAsText("state")).containsExactly("DELIVERED", "READ");

        String page = shop.page().body();
        assertThat(page).contains("Order " + order + ": SHIPPED", reference, "READ");
        assertThat(page).doesNotContain(PRODUCT_TOKEN, "webhook-secret");
    }

    @Test
    void reportsThatComeTwiceAndOutOfOrderLeadToTheFurthestState() throws Exception {
        isNews("SHIPPED");
        jane.expectCard("Order " + order + " is on its way");
        jane.sees(StatusCode.READ).sees(StatusCode.ACCEPTED).sees(StatusCode.DELIVERED);
        WebhookCall delivered = lastCall();
        List<Delivery> repeats = get(simulator.simulator().deliveries().repeat(delivered.sequence(), 2));
        assertThat(repeats).extracting(Delivery::status).containsOnly(200);

        awaitNews("SENT", "READ");
        assertThat(shop.get("/messages/" + jane.lastMessage().reference()).at("/reports"))
                .hasSize(3);
    }

    private static WebhookCall lastCall() {
        List<WebhookCall> calls = simulator.simulator().journal().calls();
        return calls.get(calls.size() - 1);
    }

    @Test
    void aFailureThatIsReportedIsForAPersonToLookAt() throws Exception {
        isNews("SHIPPED");
        jane.expectCard("Order " + order + " is on its way");
        jane.sees(Status.failed("131", "<b>Blocked</b>"));
        awaitNews("SENT", "FAILED");
        assertThat(shop.get("/dead-letters").at("/messages").findValuesAsText("reference"))
                .contains(jane.lastMessage().reference());
        assertThat(shop.get("/messages/" + jane.lastMessage().reference())
                        .at("/reports/0/errorDescription")
                        .asText())
                .isEqualTo("<b>Blocked</b>");
    }

    @Test
    void reportsOnMessagesOfOthersAreKeptApart() throws Exception {
        String unknown = "NobodySentThis" + order;
        Delivery delivery = get(simulator
                .simulator()
                .reportStatus("1<script>", unknown, Status.failed("7", "<script>alert()</script>")));
        assertThat(delivery.status()).isEqualTo(200);
        assertThat(shop.get("/reports/unknown").body().findValuesAsText("reference"))
                .contains(unknown);
        assertThat(shop.get("/messages/" + unknown).status()).isEqualTo(404);
        assertThat(shop.page().body())
                .contains(unknown, "&lt;script&gt;alert()")
                .doesNotContain("<script");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                         | 200",
                "{\"messages\": {\"msg\": {\"status\": {\"code\": \"2\"}}}} | 200",
                "{\"messages\": {\"msg\": {\"reference\": \"x\"}}}          | 200",
                "no JSON                                                    | 400"
            })
    void anyReportIsAnswered(String body, int status) throws Exception {
        assertThat(call("statuses?token=webhook-secret", body).statusCode()).isEqualTo(status);
    }

    private HttpResponse<String> call(String webhook, String body) throws Exception {
        return shop.send(HttpRequest.newBuilder(URI.create(url + "/cm-messenger/" + webhook))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    @Test
    void anEndlessReferenceIsAReportLikeAnyOther() throws Exception {
        String body = "{\"messages\": {\"msg\": {\"reference\": \"" + "x".repeat(5000)
                + "\", \"status\": {\"code\": \"2\"}}}}";
        assertThat(call("statuses?token=webhook-secret", body).statusCode()).isEqualTo(200);
    }

    @Test
    void aRepeatOfAMessageIsAnsweredOnce() throws Exception {
        jane.says("Hello").expectTextContaining("no order of yours");
        List<Delivery> repeats =
                get(simulator.simulator().deliveries().repeat(lastCall().sequence(), 2));
        assertThat(repeats).extracting(Delivery::status).containsOnly(200);
        jane.expectNothing(Duration.ofMillis(300));
    }

    @Test
    void aMessageOfNobodyIsForAPersonToLookAt() throws Exception {
        String hello = "<i>Hello from nobody</i>";
        HttpResponse<String> answer =
                call("1234567890?token=webhook-secret", "{\"message\": {\"text\": \"" + hello + "\"}}");
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode event = shop.get("/dead-letters").at("/events/0");
        assertThat(event.path("json").asText()).contains(hello);
        assertThat(event.path("reason").asText()).contains("it does not say who wrote it");
        assertThat(shop.page().body()).contains("&lt;i&gt;Hello from nobody").doesNotContain("<i>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?token=", "?token=guess"})
    void aCallWithoutTheTokenIsRefused(String query) throws Exception {
        for (String webhook : List.of("1234567890", "statuses")) {
            assertThat(call(webhook + query, "{\"message\": {\"text\": \"Hello\"}}")
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"psid\": \"6789\", \"state\": \"LOST\"}              | state must be one of [CONFIRMED, SHIPPED, ARRIVED]",
                "{\"psid\": \"+31612345678\", \"state\": \"SHIPPED\"}   | psid must be the customer's PSID, 1 to 32 digits",
                "{\"state\": \"SHIPPED\"}                               | psid is missing",
                "{\"psid\": null}                                       | psid is missing; state is missing",
                "{\"psid\": {}, \"state\": \"SHIPPED\"}                 | psid has the wrong type",
                "{\"psid\": \"6789\", \"stat\": \"SHIPPED\"}            | stat is not known; there are [psid, state]",
                "[]                                                     | The body must be a JSON object",
                "SHIPPED                                                | The body must be a JSON object",
                "''                                                     | The body must be a JSON object"
            })
    void aMistakeInTheBodyIsExplained(String body, String detail) throws Exception {
        ShopClient.Answer answer = shop.put(order, body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.detail()).isEqualTo(detail);
        assertThat(shop.get("/orders/" + order).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"order", "123456789012345678901", "1%3Cb%3E"})
    void aNumberThatIsNoneIsExplained(String number) throws Exception {
        ShopClient.Answer answer = shop.put(number, jane.user().psid(), "SHIPPED");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.detail()).isEqualTo("number must be 1 to 20 capital letters, digits and hyphens");
    }

    @ParameterizedTest
    @CsvSource({"PUT, text/plain, 415", "DELETE, application/json, 405"})
    void otherCallsAreRefused(String method, String contentType, int status) throws Exception {
        assertThat(shop.send(method, "/orders/" + order, contentType, "{}").status())
                .isEqualTo(status);
    }

    @Test
    void anOrderNeitherGoesBackNorToSomebodyElse(Conversation joe) throws Exception {
        isNews("SHIPPED");
        jane.expectCard("Order " + order + " is on its way");
        ShopClient.Answer back = shop.put(order, jane.user().psid(), "CONFIRMED");
        assertThat(back.status()).isEqualTo(409);
        assertThat(back.detail()).isEqualTo("Order " + order + " is SHIPPED already and cannot go back to CONFIRMED");
        ShopClient.Answer stolen = shop.put(order, joe.user().psid(), "ARRIVED");
        assertThat(stolen.status()).isEqualTo(409);
        assertThat(stolen.detail()).isEqualTo("Order " + order + " is another customer's; check the psid");
        joe.expectNothing(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/orders/NONE", "/messages/none"})
    void whatThereIsNotIsNotFound(String path) throws Exception {
        assertThat(shop.get(path).status()).isEqualTo(404);
    }

    @Test
    void thePageLoadsNothingFromElsewhere() throws Exception {
        HttpResponse<String> page = shop.page();
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValue("default-src 'none'; style-src 'self'; frame-ancestors 'none'");
        assertThat(page.body()).doesNotContain("://", "<script");
    }

    @Test
    void countersAndHealthAreThere() throws Exception {
        isNews("SHIPPED");
        jane.expectCard("Order " + order + " is on its way");
        awaitNews("SENT", "UNKNOWN");
        ShopClient.Answer accepted = shop.get("/actuator/metrics/cm.messenger.messages?tag=outcome:accepted");
        assertThat(accepted.at("/measurements/0/value").asInt()).isPositive();
        assertThat(shop.get("/actuator/health").at("/status").asText()).isEqualTo("UP");
        assertThat(shop.get("/actuator/env").status()).isEqualTo(404);
    }
}
