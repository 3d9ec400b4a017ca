package io.github.camelcm.messenger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcm.messenger.model.Outcome;
import io.github.camelcm.messenger.model.SendResult;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

/** What the exceptions and results tell beside their types, which {@link FaultTableTest} goes through. */
class OutcomesTest {

    @Test
    void throttlingTellsHowLongToWait() throws Exception {
        try (Harness harness = new Harness(
                (request, connection) -> connection.answer(429, Map.of("Retry-After", "120"), "{\"errorCode\":101}"))) {
            ThrottledException e = (ThrottledException) harness.send("x").getException();

            assertThat(e.retryAfter()).contains(Duration.ofSeconds(120));
            assertThat(e.retryable()).isTrue();
        }
    }

    @Test
    void onlyCmsCode500IsRetryable() throws Exception {
        try (Harness harness = new Harness((request, connection) -> connection.json(500, "{\"errorCode\":\"500\"}"))) {
            RejectedException e = (RejectedException) harness.send("x").getException();
            assertThat(e.retryable()).isTrue();
            assertThat(e.errorCode()).isEqualTo(500);

            harness.gateway.behave((request, connection) -> connection.json(400, "{\"errorCode\":103}"));
            e = (RejectedException) harness.send("x").getException();
            assertThat(e.retryable()).isFalse();
            assertThat(e).hasMessageContaining("103, the product token is incorrect");
            assertThat(e.getHttpResponseCode()).isEqualTo(400);
        }
    }

    @Test
    void aRejectedMessageIsAnExceptionAndInAListAResult() throws Exception {
        try (Harness harness = new Harness(Answers.accepting(
                msg -> !msg.path("body").path("content").asText().equals("bad")))) {
            RejectedException alone = (RejectedException) harness.send("bad").getException();
            assertThat(alone.errorCode()).isEqualTo(303);
            assertThat(alone.results()).singleElement().matches(r -> r.outcome() == Outcome.REJECTED);

            Exchange list = harness.send(java.util.List.of("a", "bad", "c"));
            assertThat(list.getException()).isNull();
            assertThat(list.getMessage().getBody())
                    .asList()
                    .extracting(result -> ((SendResult) result).outcome())
                    .containsExactly(Outcome.ACCEPTED, Outcome.REJECTED, Outcome.ACCEPTED);
            assertThat(list.getMessage().getHeader(CmMessengerConstants.REJECTED))
                    .isEqualTo(1);
        }
    }

    @Test
    void routesGoOnOnNoThreadOfTheHttpClient() throws Exception {
        try (Harness harness = Harness.accepting()) {
            CompletableFuture<String> thread = new CompletableFuture<>();
            harness.context.addRoutes(new org.apache.camel.builder.RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:in")
                            .to(Harness.uri("to=1"))
                            .process(exchange ->
                                    thread.complete(Thread.currentThread().getName()));
                }
            });
            harness.context.createProducerTemplate().asyncSendBody("direct:in", "x");

            assertThat(thread.get(5, TimeUnit.SECONDS)).contains("CmMessengerContinuations");
        }
    }

    @Test
    void exceptionsNameNoTextRecipientOrToken() throws Exception {
        try (Harness harness = new Harness((request, connection) ->
                connection.json(400, "{\"details\":\"SECRETDETAIL 6789012345678901\",\"errorCode\":101}"))) {
            Exception e = harness.send("SECRETTEXT").getException();

            assertThat(e.toString())
                    .doesNotContain("SECRET")
                    .doesNotContain(Harness.PSID)
                    .doesNotContain(Harness.TOKEN);
        }
    }
}
