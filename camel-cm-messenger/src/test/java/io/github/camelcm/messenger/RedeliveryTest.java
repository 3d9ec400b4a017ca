package io.github.camelcm.messenger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelcm.messenger.FaultServer.Behaviour;
import io.github.camelcm.messenger.FaultServer.Request;
import io.github.camelcm.messenger.model.OutboundMessage;
import io.github.camelcm.messenger.model.Outcome;
import io.github.camelcm.messenger.model.SendResult;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A redelivery by Camel's error handler goes on where the last attempt ended, and never doubles a message. */
class RedeliveryTest {

    private static final Behaviour RESET = (request, connection) -> connection.reset();
    private static final Behaviour THROTTLE = (request, connection) -> connection.json(503, "");
    private static final Behaviour REFUSE = (request, connection) -> connection.json(400, "{\"errorCode\":102}");
    private static final Behaviour INTERNAL = (request, connection) -> connection.json(500, "{\"errorCode\":500}");

    private final Harness harness = Harness.accepting();

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void aMessageWhoseOutcomeIsUnknownIsSentOnce() throws Exception {
        Exchange exchange = deliver("", "x", RESET);

        assertThat(exchange.getException()).isExactlyInstanceOf(AmbiguousOutcomeException.class);
        assertThat(harness.gateway.requests()).hasSize(1);
        assertThat(exchange.getMessage().getHeader(Exchange.REDELIVERY_COUNTER)).isEqualTo(3);
    }

    @Test
    void withResendAmbiguousItIsSentAgainUnderTheSameReference() throws Exception {
        Exchange exchange = deliver("&resendAmbiguous=true", "x", RESET, RESET, Answers.accepting());

        assertThat(exchange.getException()).isNull();
        assertThat(harness.gateway.requests()).hasSize(3);
        assertThat(references()).hasSize(1);
    }

    @Test
    void aRejectedMessageIsNotSentAgain() throws Exception {
        Exchange exchange = deliver("", "x", REFUSE);

        assertThat(exchange.getException()).isExactlyInstanceOf(RejectedException.class);
        assertThat(((RejectedException) exchange.getException()).errorCode()).isEqualTo(102);
        assertThat(harness.gateway.requests()).hasSize(1);
    }

    @Test
    void aMessageRejectedByItsEntryIsNotSentAgain() throws Exception {
        Exchange exchange = deliver("", "x", Answers.accepting(msg -> false));

        assertThat(exchange.getException()).isExactlyInstanceOf(RejectedException.class);
        assertThat(harness.gateway.requests()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("passingFaults")
    void afterAPassingFaultItIsSentAgainUnderTheSameReference(Behaviour fault) throws Exception {
        Exchange exchange = deliver("", "x", fault, fault, Answers.accepting());

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody(SendResult.class).accepted()).isTrue();
        assertThat(harness.gateway.requests()).hasSize(3);
        assertThat(references()).hasSize(1);
    }

    static Stream<Arguments> passingFaults() {
        return Stream.of(Arguments.of(THROTTLE), Arguments.of(INTERNAL));
    }

    @Test
    void aReferenceFromAHeaderIsKept() throws Exception {
        Exchange exchange = deliver(
                "",
                in -> {
                    in.getIn().setBody("x");
                    in.getIn().setHeader(CmMessengerConstants.REFERENCE, "order17");
                },
                THROTTLE,
                Answers.accepting());

        assertThat(exchange.getException()).isNull();
        assertThat(references()).containsExactly("order17");
    }

    /** 2,500 messages are three requests; the second is reset after it was written. */
    @ParameterizedTest
    @MethodSource("formsOf2500")
    void aListGoesOnBehindWhatIsUnknown(String form, boolean resend) throws Exception {
        Exchange exchange = deliver(
                resend ? "&resendAmbiguous=true" : "", form(form), Answers.accepting(), RESET, Answers.accepting());

        List<Integer> sizes = harness.gateway.requests().stream()
                .map(request -> Answers.messages(request).size())
                .toList();
        Set<String> delivered = new HashSet<>();
        List<Request> answered = new ArrayList<>(harness.gateway.requests());
        answered.remove(1);
        answered.forEach(request -> Answers.messages(request)
                .forEach(msg -> assertThat(delivered.add(msg.path("reference").asText()))
                        .isTrue()));
        if (resend) {
            assertThat(exchange.getException()).isNull();
            assertThat(sizes).containsExactly(1000, 1000, 1000, 500);
            assertThat(outcomes(exchange.getMessage().getBody(List.class)))
                    .containsOnly(Outcome.ACCEPTED)
                    .hasSize(2500);
        } else {
            assertThat(exchange.getException()).isExactlyInstanceOf(AmbiguousOutcomeException.class);
            assertThat(sizes).containsExactly(1000, 1000, 500);
            List<Outcome> outcomes = outcomes(((CmMessengerException) exchange.getException()).results());
            assertThat(outcomes.subList(0, 1000)).containsOnly(Outcome.ACCEPTED);
            assertThat(outcomes.subList(1000, 2000)).containsOnly(Outcome.UNKNOWN);
            assertThat(outcomes.subList(2000, 2500)).containsOnly(Outcome.ACCEPTED);
        }
    }

    static Stream<Arguments> formsOf2500() {
        return Stream.of("List", "Iterator", "InputStream", "bytes")
                .flatMap(form -> Stream.of(Arguments.of(form, false), Arguments.of(form, true)));
    }

    @Test
    void theFirstFailureOfAListTellsWhatBecameOfEachMessage() throws Exception {
        script(Answers.accepting(), RESET);

        Exchange exchange = harness.send(form("List"));

        CmMessengerException e = (CmMessengerException) exchange.getException();
        assertThat(e).isExactlyInstanceOf(AmbiguousOutcomeException.class);
        assertThat(outcomes(e.results()).subList(0, 1000)).containsOnly(Outcome.ACCEPTED);
        assertThat(outcomes(e.results()).subList(1000, 2000)).containsOnly(Outcome.UNKNOWN);
        assertThat(outcomes(e.results()).subList(2000, 2500)).containsOnly(Outcome.NOT_SENT);
        assertThat(e).hasMessageContaining("1000 accepted, 0 rejected, 500 not sent, 1000 unknown");
        assertThat(harness.gateway.requests()).hasSize(2);
    }

    @Test
    void aRefusedRequestOfAListIsNotSentAgainButTheRestIs() throws Exception {
        Exchange exchange = deliver("", form("List"), Answers.accepting(), REFUSE, Answers.accepting());

        assertThat(exchange.getException()).isExactlyInstanceOf(RejectedException.class);
        assertThat(harness.gateway.requests()).hasSize(3);
        List<Outcome> outcomes = outcomes(((CmMessengerException) exchange.getException()).results());
        assertThat(outcomes.subList(1000, 2000)).containsOnly(Outcome.REJECTED);
        assertThat(outcomes.subList(2000, 2500)).containsOnly(Outcome.ACCEPTED);
    }

    @Test
    void aMessageThatOneOfItsRecipientsGotIsNeverSentAgain() throws Exception {
        OutboundMessage message = OutboundMessage.text("x").toBuilder()
                .to("1", "2")
                .reference("r")
                .build();
        Behaviour half = (request, connection) -> connection.json(
                200, "{\"errorCode\":201,\"messages\":[{\"reference\":\"r\",\"to\":\"1\",\"status\":\"Accepted\"}]}");

        Exchange exchange = deliver("&resendAmbiguous=true", message, half);

        assertThat(exchange.getException()).isExactlyInstanceOf(AmbiguousOutcomeException.class);
        assertThat(harness.gateway.requests()).hasSize(1);
    }

    @Test
    void anotherBodyUnderTheSameExchangeIsSent() throws Exception {
        AtomicInteger turn = new AtomicInteger();
        script(RESET, Answers.accepting());
        Exchange exchange = route(
                "",
                new RouteBuilder() {
                    @Override
                    public void configure() {
                        onException(CmMessengerException.class)
                                .maximumRedeliveries(1)
                                .redeliveryDelay(0)
                                .onRedelivery(in -> in.getIn().setBody("changed " + turn.incrementAndGet()));
                    }
                },
                in -> in.getIn().setBody("x"));

        assertThat(exchange.getException()).isNull();
        assertThat(harness.gateway.requests()).hasSize(2);
        assertThat(harness.lastMessage().at("/body/content").asText()).isEqualTo("changed 1");
    }

    @Test
    void aHalfReadIteratorIsNotMistakenForAShorterListOnRedelivery() throws Exception {
        Iterator<Object> elements = new ArrayList<Object>(Arrays.asList("a", 42, "c")).iterator();

        Exchange exchange = deliver("", elements, Answers.accepting());

        assertThat(exchange.getException()).isExactlyInstanceOf(InvalidMessageException.class);
        assertThat(exchange.getException())
                .hasMessageStartingWith(
                        "Message 1 (counted from 0): A body of type java.lang.Integer is no message. Accepted are ");
        assertThat(harness.gateway.requests()).isEmpty();
    }

    @Test
    void twoEndpointsOfOneRouteDoNotShareTheirState() throws Exception {
        script(Answers.accepting(), THROTTLE, Answers.accepting());
        harness.context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(defaultErrorHandler().maximumRedeliveries(2).redeliveryDelay(0));
                from("direct:two")
                        .to(Harness.uri("to=1"))
                        .setBody(constant("x"))
                        .to(Harness.uri("to=2"));
            }
        });

        Exchange exchange = harness.context.createProducerTemplate().request("direct:two", in -> in.getIn()
                .setBody("x"));

        assertThat(exchange.getException()).isNull();
        assertThat(harness.gateway.requests()).hasSize(3);
        assertThat(harness.gateway.requests().stream().map(request -> Answers.messages(request)
                        .get(0)
                        .at("/to/0/number")
                        .asText()))
                .containsExactly("1", "2", "2");
        assertThat(exchange.getProperties().keySet()).noneMatch(key -> key.startsWith("CamelCmMessenger"));
    }

    private Exchange deliver(String options, Object body, Behaviour... script) throws Exception {
        return deliver(options, in -> in.getIn().setBody(body), script);
    }

    private Exchange deliver(String options, java.util.function.Consumer<Exchange> fill, Behaviour... script)
            throws Exception {
        script(script);
        return route(
                options,
                new RouteBuilder() {
                    @Override
                    public void configure() {
                        onException(Exception.class).maximumRedeliveries(3).redeliveryDelay(0);
                    }
                },
                fill);
    }

    private Exchange route(String options, RouteBuilder errors, java.util.function.Consumer<Exchange> fill)
            throws Exception {
        harness.context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() throws Exception {
                errors.configure();
                errors.getRouteCollection();
                getRouteCollection().setOnExceptions(errors.getRouteCollection().getOnExceptions());
                from("direct:in").to(Harness.uri("to=" + Harness.PSID + options));
            }
        });
        return harness.context.createProducerTemplate().request("direct:in", fill::accept);
    }

    /** The behaviours of the first requests; the last goes on. */
    private void script(Behaviour... script) {
        AtomicInteger next = new AtomicInteger();
        harness.gateway.behave((request, connection) ->
                script[Math.min(next.getAndIncrement(), script.length - 1)].answer(request, connection));
    }

    private Set<String> references() {
        Set<String> references = ConcurrentHashMap.newKeySet();
        harness.gateway.requests().forEach(request -> {
            for (JsonNode msg : Answers.messages(request)) {
                references.add(msg.path("reference").asText());
            }
        });
        return references;
    }

    private static Object form(String form) {
        List<String> texts = IntStream.range(0, 2500).mapToObj(i -> "text " + i).toList();
        String json = "["
                + String.join(
                        ",", texts.stream().map(t -> "{\"text\":\"" + t + "\"}").toList()) + "]";
        return switch (form) {
            case "List" -> texts;
            case "Iterator" -> texts.iterator();
            case "InputStream" -> new ByteArrayInputStream(json.getBytes());
            default -> json.getBytes();
        };
    }

    private static List<Outcome> outcomes(List<?> results) {
        return results.stream().map(result -> ((SendResult) result).outcome()).toList();
    }
}
