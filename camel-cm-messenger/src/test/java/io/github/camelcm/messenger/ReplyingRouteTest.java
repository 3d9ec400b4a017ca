package io.github.camelcm.messenger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelcm.messenger.model.InboundMessage;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A route that receives and replies, from the caller's socket to the gateway's. */
class ReplyingRouteTest {

    private static final String TEXT = Payloads.text("inbound/text.json");
    private static final String PAGE = "cm-messenger:" + ReceivingHarness.PAGE;

    private final FaultServer gateway = new FaultServer(Answers.accepting());
    private final List<Exception> dead = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() throws Exception {
        gateway.close();
    }

    private ReceivingHarness bot(RouteBuilder routes) throws Exception {
        ReceivingHarness harness = new ReceivingHarness(TestServer.SERVLET);
        harness.options().setGatewayUrl(gateway.url());
        harness.options().setProductToken(Harness.TOKEN);
        return harness.start(routes);
    }

    /** Replies to whatever comes, as a careless bot would. */
    private RouteBuilder replying(String events) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(
                        deadLetterChannel("direct:dead").maximumRedeliveries(2).redeliveryDelay(1));
                from(PAGE + "?events=" + events).setBody(constant("Thank you")).to(PAGE);
                from("direct:dead")
                        .process(
                                exchange -> dead.add(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class)));
            }
        };
    }

    private List<JsonNode> sent() {
        return gateway.requests().stream()
                .map(request -> Answers.messages(request).get(0))
                .toList();
    }

    @Test
    void aReplyGoesToTheUserWhoWroteWithoutFurtherHeaders() throws Exception {
        try (ReceivingHarness harness = bot(replying("messages"))) {
            assertThat(harness.post(TEXT).statusCode()).isEqualTo(200);
            assertThat(harness.post(Payloads.text("inbound/quick-reply.json")).statusCode())
                    .isEqualTo(200);

            assertThat(sent()).hasSize(2).allSatisfy(message -> {
                assertThat(message.at("/from").asText()).isEqualTo(ReceivingHarness.PAGE);
                assertThat(message.at("/to/0/number").asText()).isEqualTo(ReceivingHarness.PSID);
                assertThat(message.at("/body/content").asText()).isEqualTo("Thank you");
                assertThat(message.at("/reference").asText()).matches("[0-9a-f]{32}");
            });
            assertThat(dead).isEmpty();
        }
    }

    @Test
    void aReplyToAnyPageComesFromThePageThatWasWrittenTo() throws Exception {
        RouteBuilder routes = new RouteBuilder() {
            @Override
            public void configure() {
                from("cm-messenger:any?webhookPath=/cm-messenger/" + ReceivingHarness.PAGE)
                        .setBody(constant("Thank you"))
                        .to("cm-messenger:any");
            }
        };
        try (ReceivingHarness harness = bot(routes)) {
            assertThat(harness.post(TEXT.replace(ReceivingHarness.PAGE, "999")).statusCode())
                    .isEqualTo(200);

            assertThat(sent()).singleElement().satisfies(message -> assertThat(
                            message.at("/from").asText())
                    .isEqualTo("999"));
        }
    }

    @Test
    void aReplyNeedsNoHeadersWhenItIsMadeOfTheMessage() throws Exception {
        RouteBuilder routes = new RouteBuilder() {
            @Override
            public void configure() {
                from(PAGE)
                        .convertBodyTo(String.class) // as a queue of texts would hand it on
                        .removeHeaders("*")
                        .convertBodyTo(InboundMessage.class)
                        .setBody(exchange -> exchange.getMessage()
                                .getBody(InboundMessage.class)
                                .reply()
                                .text("Thank you")
                                .build())
                        .to("cm-messenger:any");
            }
        };
        try (ReceivingHarness harness = bot(routes)) {
            assertThat(harness.post(TEXT).statusCode()).isEqualTo(200);

            assertThat(sent()).singleElement().satisfies(message -> {
                assertThat(message.at("/from").asText()).isEqualTo(ReceivingHarness.PAGE);
                assertThat(message.at("/to/0/number").asText()).isEqualTo(ReceivingHarness.PSID);
            });
        }
    }

    @Test
    void reportsAndEventsNeverCauseASend() throws Exception {
        for (String events : List.of("messages", "all", "statuses,events,unknown")) {
            dead.clear();
            try (ReceivingHarness harness = bot(replying(events))) {
                for (String body : List.of(
                        Payloads.text("status/delivered.json"),
                        Payloads.text("status/failed.json"),
                        Payloads.text("event/opt-in.json"),
                        WebhookContractTest.reports(1, 2, 3),
                        "{\"from\": {\"number\": \"1\"}, \"unknown\": 1}")) {
                    assertThat(harness.post(body).statusCode()).isEqualTo(200);
                }
            }
            assertThat(gateway.requests()).as(events).isEmpty();
            assertThat(dead)
                    .as(events)
                    .hasSize(events.equals("messages") ? 0 : 7)
                    .allMatch(InvalidMessageException.class::isInstance);
        }
    }

    @Test
    void aMessageThatCannotBeAnsweredEndsInTheDeadLetterChannelOnce() throws Exception {
        try (ReceivingHarness harness = bot(replying("messages"))) {
            String nobody = TEXT.replace("\"number\": \"6789012345678901\", ", "");
            assertThat(nobody).isNotEqualTo(TEXT);

            assertThat(harness.post(nobody).statusCode()).isEqualTo(200);

            assertThat(dead).singleElement().isInstanceOf(InvalidMessageException.class);
            assertThat(gateway.requests()).isEmpty();
        }
    }
}
