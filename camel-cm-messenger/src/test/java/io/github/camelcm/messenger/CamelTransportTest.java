package io.github.camelcm.messenger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcm.messenger.model.SendResult;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code transportUri}: a Camel endpoint carries the requests. */
class CamelTransportTest {

    private final Harness harness = Harness.accepting();

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void camelHttpCarriesTheRequest(boolean throwing) {
        Exchange exchange = viaHttp(throwing);

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody(SendResult.class).accepted()).isTrue();
        assertThat(exchange.getMessage().getHeaders()).doesNotContainKeys("CamelHttpResponseCode", "X-Answer");
        assertThat(harness.gateway.requests()).singleElement().satisfies(request -> {
            assertThat(request.line()).startsWith("POST ");
            assertThat(request.headers())
                    .containsEntry("x-cm-producttoken", Harness.TOKEN)
                    .containsEntry("content-type", "application/json")
                    .doesNotContainKey("x-mine");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            true  | 400 | {"errorCode":101}                | RejectedException
            false | 400 | {"errorCode":101}                | RejectedException
            true  | 500 | {"errorCode":500}                | RejectedException
            false | 500 | {"errorCode":500}                | RejectedException
            true  | 503 | busy                             | ThrottledException
            false | 503 | busy                             | ThrottledException
            true  | 502 | <html>                           | AmbiguousOutcomeException
            false | 502 | <html>                           | AmbiguousOutcomeException
            true  | 200 | <html>                           | AmbiguousOutcomeException
            true  | 401 | no                               | RejectedException
            """)
    void anAnswerMeansTheSameWhetherCamelHttpThrowsOrNot(boolean throwing, int status, String body, String type) {
        harness.gateway.behave((request, connection) -> connection.answer(status, Map.of("Retry-After", "7"), body));

        CmMessengerException e = (CmMessengerException) viaHttp(throwing).getException();

        assertThat(e.getClass().getSimpleName()).isEqualTo(type);
        assertThat(e.getHttpResponseCode()).isEqualTo(status);
        if (e instanceof ThrottledException throttled) {
            assertThat(throttled.retryAfter()).contains(Duration.ofSeconds(7));
        }
        if (e instanceof RejectedException rejected && status != 401) {
            assertThat(rejected.errorCode()).isIn(101, 500);
        }
    }

    @Test
    void aDirectRouteCarriesTheRequest() throws Exception {
        routes("{\"errorCode\":0,\"messages\":[{\"status\":\"Accepted\"}]}");

        Exchange exchange =
                harness.send("to=1&transportUri=direct:answer", in -> in.getIn().setBody("x"));

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody(SendResult.class).accepted()).isTrue();
        assertThat(harness.gateway.requests()).isEmpty();
    }

    @Test
    void aListGoesThroughTheTransportInRequestsOfAThousand() throws Exception {
        routes("{\"errorCode\":0,\"messages\":[]}");
        List<String> texts = java.util.Collections.nCopies(1001, "x");

        Exchange exchange = harness.send(
                "to=1&transportUri=" + "RAW(http://127.0.0.1:" + harness.gateway.port() + "/v1.0/message)",
                in -> in.getIn().setBody(texts));

        assertThat(exchange.getException()).isNull();
        assertThat(harness.gateway.requests()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"direct:fails, the transport failed", "direct:sleeps, did not answer within 300 ms"})
    void whatTheTransportDoesNotTellIsUnknown(String uri, String text) throws Exception {
        routes("");

        Exchange exchange = harness.send(
                "to=1&responseTimeout=300&transportUri=" + uri, in -> in.getIn().setBody("x"));

        assertThat(exchange.getException())
                .isExactlyInstanceOf(AmbiguousOutcomeException.class)
                .hasMessageContaining(text);
    }

    private Exchange viaHttp(boolean throwing) {
        return harness.send(
                "to=1&transportUri=RAW(http://127.0.0.1:" + harness.gateway.port()
                        + "/v1.0/message?throwExceptionOnFailure=" + throwing + ")",
                in -> {
                    in.getIn().setBody("x");
                    in.getIn().setHeader("X-Mine", "1");
                });
    }

    private void routes(String answer) throws Exception {
        harness.context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:answer").errorHandler(noErrorHandler()).setBody(constant(answer));
                from("direct:fails").errorHandler(noErrorHandler()).throwException(new IllegalStateException("broken"));
                from("direct:sleeps")
                        .errorHandler(noErrorHandler())
                        .delay(1500)
                        .asyncDelayed()
                        .setBody(constant(answer));
            }
        });
    }
}
