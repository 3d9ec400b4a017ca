package io.github.camelcm.messenger;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.opentelemetry2.OpenTelemetryTracer;
import org.apache.camel.spi.EndpointServiceLocation;
import org.junit.jupiter.api.Test;

/** Camel's own tracing sees both sides and names the right server, without secrets. */
class TracingToolingTest {

    private static final String SECRET = "hush-hush";

    private final List<SpanData> spans = new CopyOnWriteArrayList<>();

    private Tracer tracer() {
        SpanExporter exporter = new SpanExporter() {
            @Override
            public CompletableResultCode export(Collection<SpanData> ended) {
                spans.addAll(ended);
                return CompletableResultCode.ofSuccess();
            }

            @Override
            public CompletableResultCode flush() {
                return CompletableResultCode.ofSuccess();
            }

            @Override
            public CompletableResultCode shutdown() {
                return CompletableResultCode.ofSuccess();
            }
        };
        return SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                .build()
                .get("test");
    }

    @Test
    void aReplyIsTracedFromTheWebhookToTheGateway() throws Exception {
        String page = "cm-messenger:" + ReceivingHarness.PAGE;
        RouteBuilder bot = new RouteBuilder() {
            @Override
            public void configure() {
                from(page + "?webhookToken=" + SECRET)
                        .setBody(constant("Thank you"))
                        .to(page + "?productToken=" + Harness.TOKEN);
            }
        };
        try (FaultServer gateway = new FaultServer(Answers.accepting());
                ReceivingHarness harness = new ReceivingHarness(TestServer.SERVLET)) {
            harness.options().setGatewayUrl(gateway.url());
            harness.context.getRegistry().bind("tracer", tracer());
            new OpenTelemetryTracer().init(harness.context);
            harness.start(bot);
            String path = "/cm-messenger/" + ReceivingHarness.PAGE;
            assertThat(harness.send(harness.request(path + "?token=" + SECRET)
                                    .POST(BodyPublishers.ofString(Payloads.text("inbound/text.json"))))
                            .statusCode())
                    .isEqualTo(200);

            SpanData received = only("EVENT_RECEIVED");
            SpanData sent = only("EVENT_SENT");
            assertThat(received.getName()).isEqualTo("cm-messenger");
            assertThat(sent.getName()).isEqualTo("cm-messenger");
            assertThat(sent.getTraceId()).isEqualTo(received.getTraceId());
            assertThat(attribute(received, "server.address")).endsWith(path);
            assertThat(attribute(sent, "server.address")).isEqualTo(gateway.url());
            assertThat(attribute(sent, "server.protocol")).isEqualTo("http");
            assertThat(attribute(sent, "url.path")).isEqualTo(ReceivingHarness.PAGE);
            assertThat(spans.toString()).doesNotContain(SECRET, Harness.TOKEN, "Thank you", Harness.PSID);
        }
    }

    private SpanData only(String operation) {
        List<SpanData> found = spans.stream()
                .filter(span -> operation.equals(attribute(span, "op"))
                        && "camel-cm-messenger".equals(attribute(span, "component")))
                .toList();
        assertThat(found).as(operation + " among " + spans).hasSize(1);
        return found.get(0);
    }

    private static String attribute(SpanData span, String name) {
        return span.getAttributes().get(AttributeKey.stringKey(name));
    }

    @Test
    void theServiceIsTheGatewayWithoutSecretsInItsUrl() throws Exception {
        try (Harness harness = Harness.accepting()) {
            EndpointServiceLocation location = (EndpointServiceLocation) harness.context.getEndpoint(
                    Harness.uri("gatewayUrl=RAW(https://jane:hush@gateway.example/v1.0/message?key=hush%23part)"));

            assertThat(location.getServiceUrl()).isEqualTo("https://gateway.example/v1.0/message");
            assertThat(location.getServiceProtocol()).isEqualTo("https");
            assertThat(location.getServiceMetadata()).isEqualTo(Map.of("page", Harness.PAGE));
        }
    }
}
