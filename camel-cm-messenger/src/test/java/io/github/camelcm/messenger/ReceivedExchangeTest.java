package io.github.camelcm.messenger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelcm.messenger.model.ChannelEvent;
import io.github.camelcm.messenger.model.InboundMessage;
import io.github.camelcm.messenger.model.StatusReport;
import io.github.camelcm.messenger.model.UnknownEvent;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a route gets of each kind of call, and what it does not get. */
class ReceivedExchangeTest {

    private static final String PREFIX = "CamelCmMessenger";

    private final List<Object> bodies = new CopyOnWriteArrayList<>();
    private final List<Map<String, Object>> headers = new CopyOnWriteArrayList<>();

    private RouteBuilder route(String uri) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from(uri).process(exchange -> {
                    bodies.add(exchange.getIn().getBody());
                    headers.add(new TreeMap<>(exchange.getIn().getHeaders()));
                });
            }
        };
    }

    private ReceivingHarness receiving(String options) throws Exception {
        return ReceivingHarness.started(
                TestServer.SERVLET, route("cm-messenger:" + ReceivingHarness.PAGE + "?" + options));
    }

    /** The headers of the only exchange, without their common prefix and without the fingerprint, which is checked. */
    private Map<String, Object> only() {
        assertThat(headers).hasSize(1);
        Map<String, Object> shortened = new LinkedHashMap<>();
        headers.get(0).forEach((name, value) -> shortened.put(name.replaceFirst("^" + PREFIX, ""), value));
        assertThat(shortened.remove("Fingerprint").toString()).matches("[0-9a-f]{64}");
        return shortened;
    }

    private void receive(String body) throws Exception {
        try (ReceivingHarness harness = receiving("events=all")) {
            assertThat(harness.post(body).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aText() throws Exception {
        receive(Payloads.text("inbound/text.json"));

        assertThat(bodies).singleElement().isInstanceOf(InboundMessage.class);
        assertThat(only())
                .isEqualTo(Map.of(
                        "Event",
                        "MESSAGE",
                        "PageId",
                        "1234567890",
                        "Psid",
                        "6789012345678901",
                        "UserName",
                        "Jane",
                        "Text",
                        "Hello",
                        "Timestamp",
                        Instant.parse("2021-05-27T13:47:52Z"),
                        Exchange.MESSAGE_TIMESTAMP,
                        1622123272000L));
    }

    @Test
    void aTap() throws Exception {
        receive(Payloads.text("inbound/quick-reply.json"));

        assertThat(only())
                .containsEntry("Text", "Edit appointment")
                .containsEntry("Postback", "EDIT_APPOINTMENT")
                .containsEntry("InReplyTo", "appointment17")
                .doesNotContainKey("Reference");
    }

    @Test
    void aPicture() throws Exception {
        receive(Payloads.text("inbound/media.json"));

        assertThat(only()).containsEntry("Event", "MESSAGE").doesNotContainKeys("Text", "UserName", "InReplyTo");
        assertThat(((InboundMessage) bodies.get(0)).message().media().contentType())
                .isEqualTo("image/png");
    }

    @Test
    void namesInAnotherCase() throws Exception {
        receive(Payloads.text("inbound/other-case.json"));

        assertThat(only()).containsEntry("Text", "héllo 👋").containsEntry("Psid", "6789012345678901");
    }

    @Test
    void aReportSetsNoPsidAndNoReferenceThatAReplyCouldTake() throws Exception {
        receive(Payloads.text("status/failed.json"));

        assertThat(bodies).singleElement().isInstanceOf(StatusReport.class);
        assertThat(only())
                .isEqualTo(Map.of(
                        "Event", "STATUS",
                        "ReportedReference", "order|4711",
                        "Recipient", "6789012345678901",
                        "StatusCode", "3",
                        "Status", "FAILED",
                        "ErrorCode", "206",
                        "ErrorDescription", "Rejected"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0:ACCEPTED", "1:REJECTED", "2:DELIVERED", "3:FAILED", "4:READ", "5:UNKNOWN", "x:UNKNOWN"})
    void theStatusInWords(String pair) throws Exception {
        String code = pair.substring(0, 1);
        receive("{\"messages\": {\"msg\": {\"status\": {\"code\": \"" + code + "\"}}}}");

        assertThat(only()).containsEntry("StatusCode", code).containsEntry("Status", pair.substring(2));
    }

    @Test
    void aReportWithoutAStatusIsUnknownAndPasses() throws Exception {
        receive("{\"messages\": {\"msg\": {\"reference\": \"a\"}}}");

        assertThat(only()).containsEntry("Status", "UNKNOWN").doesNotContainKey("StatusCode");
    }

    @Test
    void anEvent() throws Exception {
        receive(Payloads.text("event/opt-in.json"));

        assertThat(bodies).singleElement().isInstanceOf(ChannelEvent.class);
        assertThat(only())
                .isEqualTo(Map.of(
                        "Event",
                        "EVENT",
                        "EventType",
                        "OptInSubscribed",
                        "PageId",
                        "1234567890",
                        "Recipient",
                        "6789012345678901",
                        "Timestamp",
                        Instant.parse("2023-09-15T13:30:00Z"),
                        Exchange.MESSAGE_TIMESTAMP,
                        1694784600000L));
    }

    @Test
    void whateverElseIsUnknownAndKept() throws Exception {
        receive("{\"something\": {\"new\": null}}");

        assertThat(only()).isEqualTo(Map.of("Event", "UNKNOWN"));
        assertThat(bodies).singleElement().isInstanceOfSatisfying(UnknownEvent.class, event -> assertThat(event.raw())
                .containsOnlyKeys("something"));
    }

    @Test
    void whatIsNotWantedIsAnsweredCountedAndWarnedOfOnce() throws Exception {
        try (LogRecorder log = new LogRecorder();
                ReceivingHarness harness = receiving("webhookToken=hush")) {
            String path = "/cm-messenger/" + ReceivingHarness.PAGE + "?token=hush";
            List<String> unwanted = List.of(
                    Payloads.text("status/failed.json"),
                    Payloads.text("event/opt-in.json"),
                    "{}",
                    Payloads.text("inbound/text.json").replace("1234567890", "999"),
                    Payloads.text("inbound/text.json").replace("Facebook Messenger", "WhatsApp"));
            for (int round = 0; round < 3; round++) {
                for (String body : unwanted) {
                    assertThat(harness.send(harness.request(path).POST(BodyPublishers.ofString(body)))
                                    .statusCode())
                            .as(body)
                            .isEqualTo(200);
                }
            }

            assertThat(bodies).isEmpty();
            assertThat(endpoint(harness).getIgnoredEvents()).isEqualTo(15);
            assertThat(log.lines().stream()
                            .filter(line -> line.logger().equals(WantedEvents.class.getName()))
                            .map(LogRecorder.Line::text))
                    .hasSize(5)
                    .anyMatch(line -> line.contains("a STATUS, while the option events is messages"))
                    .anyMatch(line -> line.contains("a message for another page"))
                    .anyMatch(line -> line.contains("another channel than Facebook Messenger"))
                    .noneMatch(line -> line.contains("Hello") || line.contains("999"));
        }
    }

    @Test
    void anyReceivesForEveryPage() throws Exception {
        try (ReceivingHarness harness = ReceivingHarness.started(
                TestServer.SERVLET, route("cm-messenger:any?webhookPath=/cm-messenger/" + ReceivingHarness.PAGE))) {
            harness.post(Payloads.text("inbound/text.json"));
            harness.post(Payloads.text("inbound/text.json").replace("1234567890", "999"));
            harness.post(Payloads.text("inbound/text.json").replace("\"to\": {\"number\": \"1234567890\"},", ""));

            assertThat(headers.stream().map(one -> one.get(PREFIX + "PageId")))
                    .containsExactly("1234567890", "999", null);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"events=texts", "events=", "events=messages,,statuses", "maxBodySize=0", "webhookToken=%20"})
    void anOptionOutOfItsRangeIsNamed(String option) {
        assertThatThrownBy(() -> receiving(option).close())
                .hasStackTraceContaining(option.substring(0, option.indexOf('=')));
    }

    @Test
    void countersAreInJmxAndTheServiceIsHosted() throws Exception {
        try (ReceivingHarness harness = receiving("events=messages")) {
            harness.post(Payloads.text("inbound/text.json"));
            harness.post(Payloads.text("status/failed.json"));
            harness.post("{");

            MBeanServer server =
                    harness.context.getManagementStrategy().getManagementAgent().getMBeanServer();
            ObjectName name = server.queryNames(
                            new ObjectName("org.apache.camel:type=endpoints,context="
                                    + harness.context.getManagementName() + ",name=\"cm-messenger*\""),
                            null)
                    .iterator()
                    .next();
            assertThat(server.getAttribute(name, "ReceivedEvents")).isEqualTo(1L);
            assertThat(server.getAttribute(name, "IgnoredEvents")).isEqualTo(1L);
            assertThat(server.getAttribute(name, "RepeatedEvents")).isEqualTo(0L);
            assertThat(server.getAttribute(name, "RefusedCalls")).isEqualTo(1L);
            assertThat(((CmMessengerConsumer) harness.context.getRoutes().get(0).getConsumer()).isHostedService())
                    .isTrue();
        }
    }

    private static CmMessengerEndpoint endpoint(ReceivingHarness harness) {
        return (CmMessengerEndpoint) harness.context.getRoutes().get(0).getEndpoint();
    }
}
