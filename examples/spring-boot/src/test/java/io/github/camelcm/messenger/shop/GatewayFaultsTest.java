package io.github.camelcm.messenger.shop;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelcm.messenger.model.OutboundMessage;
import io.github.camelcm.messenger.simulator.CmSimulator;
import io.github.camelcm.messenger.simulator.Fault;
import io.github.camelcm.messenger.simulator.FaultKind;
import io.github.camelcm.messenger.simulator.FaultPlace;
import io.github.camelcm.messenger.simulator.FaultScope;
import io.github.camelcm.messenger.simulator.GatewayRequest;
import io.github.camelcm.messenger.simulator.MessengerUser;
import io.github.camelcm.messenger.simulator.SentMessage;
import io.github.camelcm.messenger.simulator.Status;
import io.github.camelcm.messenger.simulator.StatusCode;
import io.github.camelcm.messenger.simulator.StatusLadder;
import io.github.camelcm.messenger.simulator.junit.Conversation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a message when the gateway fails. No fault sends a message twice. */
class GatewayFaultsTest {

    private static final int ATTEMPTS = 3;
    private static final AtomicInteger ORDERS = new AtomicInteger(1000);

    private static LocalShop local;
    private static ShopClient shop;

    private final String order = String.valueOf(ORDERS.incrementAndGet());
    private final Conversation jane = local.conversation(new MessengerUser("1234567890", "67890" + order, "Jane"));

    @BeforeAll
    static void start() {
        local = LocalShop.start("--shop.outbox-period=20ms", "--shop.attempts=" + ATTEMPTS, "--shop.retry-delay=10ms");
        shop = new ShopClient(local.url());
    }

    @AfterAll
    static void close() {
        local.close();
    }

    private static CmSimulator simulator() {
        return local.simulator();
    }

    @BeforeEach
    void nothingIsReportedByItself() {
        simulator().statusLadder(StatusLadder.OFF);
    }

    @AfterEach
    void everyMessageCameOnce() {
        simulator().faults().clear();
        assertThat(accepted()).extracting(SentMessage::reference).doesNotHaveDuplicates();
        jane.expectNothing(Duration.ofMillis(200));
    }

    private static List<SentMessage> accepted() {
        return simulator().journal().messages().stream()
                .filter(SentMessage::accepted)
                .toList();
    }

    private void isNews(Fault fault, FaultScope scope) throws Exception {
        simulator().faults().add(fault, scope);
        assertThat(shop.put(order, jane.user().psid(), "SHIPPED").status()).isEqualTo(202);
    }

    private void awaitNews(String sending) {
        await().atMost(20, SECONDS)
                .untilAsserted(() ->
                        assertThat(shop.news(order).path("sending").asText()).isEqualTo(sending));
    }

    private void expectNews() {
        jane.within(Duration.ofSeconds(20)).expectCard("Order " + order + " is on its way");
    }

    private boolean isDead() throws Exception {
        String reference = shop.news(order).path("reference").asText();
        return shop.get("/dead-letters")
                .at("/messages")
                .findValuesAsText("reference")
                .contains(reference);
    }

    @Test
    void aThrottledMessageIsSentWhenTheGatewayAsksForItAndNobodyGoesBefore() throws Exception {
        int before = simulator().journal().requests().size();
        isNews(Fault.throttled(2), FaultScope.next(1));
        await().atMost(20, SECONDS)
                .until(() -> shop.news(order).path("reason").asText().startsWith("ThrottledException")
                        || shop.news(order).path("sending").asText().equals("SENT"));
        MessengerUser joe = new MessengerUser("1234567890", "67891" + order, "Joe");
        Conversation other = local.conversation(joe).within(Duration.ofSeconds(20));
        other.says("Hello").expectTextContaining("We know of no order of yours");
        expectNews();
        awaitNews("SENT");

        assertThat(shop.news(order).path("attempts").asInt()).isEqualTo(2);
        assertThat(isDead()).isFalse();
        List<GatewayRequest> requests = simulator().journal().requests();
        Instant throttled = requests.get(before).time();
        assertThat(requests.subList(before + 1, requests.size()))
                .hasSize(2)
                .allSatisfy(later -> assertThat(later.time()).isAfter(throttled.plusMillis(1900)));
    }

    @Test
    void whatIsThrottledForeverIsDeadButMayBeSentAgainByAPerson() throws Exception {
        isNews(Fault.throttled(0), FaultScope.always());
        awaitNews("NOT_SENT");
        assertThat(shop.news(order).path("attempts").asInt()).isEqualTo(ATTEMPTS);
        assertThat(shop.news(order).path("reason").asText()).startsWith("ThrottledException: ");
        assertThat(isDead()).isTrue();

        simulator().faults().clear();
        assertThat(sendAgain().status()).isEqualTo(202);
        expectNews();
        awaitNews("SENT");
        assertThat(isDead()).isFalse();
    }

    private ShopClient.Answer sendAgain() throws Exception {
        return shop.post("/messages/" + shop.news(order).path("reference").asText() + "/attempts", "");
    }

    @Test
    void whatMayHaveArrivedIsNotSentAgain() throws Exception {
        isNews(Fault.of(FaultKind.RESET_AFTER), FaultScope.next(1));
        awaitNews("AMBIGUOUS");
        expectNews();
        assertThat(isDead()).isTrue();
        ShopClient.Answer refused = sendAgain();
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.detail()).contains("AMBIGUOUS");

        jane.sees(StatusCode.DELIVERED); // now it is known
        awaitNews("SENT");
        assertThat(isDead()).isFalse();
        assertThat(shop.news(order).path("delivery").asText()).isEqualTo("DELIVERED");
    }

    @Test
    void whatNeverArrivedIsNotSentAgainEither() throws Exception {
        isNews(Fault.of(FaultKind.RESET_BEFORE), FaultScope.next(1));
        awaitNews("AMBIGUOUS");
        assertThat(isDead()).isTrue();
    }

    @Test
    void aReportThatComesBeforeTheGatewaysAnswerIsKept() throws Exception {
        isNews(Fault.slow(FaultPlace.GATEWAY, Duration.ofSeconds(4)), FaultScope.next(1));
        expectNews();
        jane.sees(StatusCode.READ);
        JsonNode news = shop.news(order);
        assertThat(news.path("sending").asText()).isEqualTo("SENDING");
        assertThat(news.path("delivery").asText()).isEqualTo("READ");
        awaitNews("SENT");
        assertThat(shop.news(order).path("delivery").asText()).isEqualTo("READ");
    }

    @Test
    void aReportThatComesBeforeAnAnswerThatNeverComesShowsThatItWasSent() throws Exception {
        simulator().faults().add(Fault.slow(FaultPlace.GATEWAY, Duration.ofSeconds(4)), FaultScope.next(1));
        isNews(Fault.of(FaultKind.RESET_AFTER), FaultScope.next(1));
        expectNews();
        jane.sees(StatusCode.DELIVERED);
        await().atMost(20, SECONDS)
                .until(() -> shop.news(order).path("reason").asText().startsWith("AmbiguousOutcomeException"));
        assertThat(shop.news(order).path("sending").asText()).isEqualTo("SENT");
    }

    @Test
    void aCustomersNextMessageWaitsUntilTheOneBeforeIsAnswered() throws Exception {
        simulator().faults().add(Fault.slow(FaultPlace.GATEWAY, Duration.ofSeconds(2)), FaultScope.next(1));
        shop.put(order, jane.user().psid(), "CONFIRMED");
        shop.put(order, jane.user().psid(), "SHIPPED");
        jane.within(Duration.ofSeconds(20)).expectCard("Order " + order + " is confirmed");
        expectNews();
        assertThat(shop.get("/orders/" + order).at("/messages/0/sending").asText())
                .isEqualTo("SENT");
    }

    @Test
    void aRejectedMessageIsDead() throws Exception {
        isNews(Fault.rejectedMessage(1), FaultScope.next(1));
        awaitNews("REJECTED");
        assertThat(shop.news(order).path("attempts").asInt()).isEqualTo(1);
        assertThat(shop.news(order).path("reason").asText()).startsWith("RejectedException: ");
        assertThat(isDead()).isTrue();
        assertThat(shop.page().body()).contains("For a person to look at");
    }

    @Test
    void aWrongTokenIsTheHealthChecksBusinessToo() throws Exception {
        isNews(Fault.of(FaultKind.WRONG_TOKEN), FaultScope.next(1));
        awaitNews("REJECTED");
        assertThat(shop.get("/actuator/health").status()).isEqualTo(503);

        assertThat(sendAgain().status()).isEqualTo(202);
        expectNews();
        awaitNews("SENT");
        assertThat(shop.get("/actuator/health").status()).isEqualTo(200);
    }

    @Test
    void anAnswerThatFailsIsTriedAgain() {
        simulator().faults().add(Fault.of(FaultKind.UNAVAILABLE), FaultScope.next(1));
        jane.says("Hello");
        jane.within(Duration.ofSeconds(20)).expectTextContaining("We know of no order of yours");
    }

    @Test
    void aMessageThatMessengerWouldNotShowIsNeverSent() throws Exception {
        // JSON as a careless change of the application would store it
        local.outbox()
                .put(
                        OutboundMessage.builder()
                                .to(jane.user().psid())
                                .reference("tooLong" + order)
                                .text("x".repeat(2001))
                                .build(),
                        null);
        await().atMost(20, SECONDS).until(() -> shop.get("/messages/tooLong" + order)
                .at("/message/sending")
                .asText()
                .equals("INVALID"));
        assertThat(shop.get("/messages/tooLong" + order).at("/message/reason").asText())
                .contains("text-length", "2001");
        assertThat(accepted()).noneMatch(message -> message.reference().equals("tooLong" + order));
    }

    @Test
    void whatFailedIsHeldUpToNobodyElse() throws Exception {
        isNews(Fault.rejectedMessage(1), FaultScope.next(1));
        awaitNews("REJECTED");
        shop.put(order, jane.user().psid(), "ARRIVED");
        jane.within(Duration.ofSeconds(20)).expectCard("Order " + order + " has arrived");
        jane.sees(Status.failed("1", "Blocked"));
        assertThat(isDead()).isTrue();
    }
}
