package io.github.camelcm.messenger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelcm.messenger.model.OutboundMessage;
import io.github.camelcm.messenger.model.SendResult;
import io.github.camelcm.messenger.rules.Explanation;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.core5.reactor.IOReactorStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {

    @Test
    void withoutATokenARouteThatSendsDoesNotStart() throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.addRoutes(route("cm-messenger:1"));

            assertThatThrownBy(context::start)
                    .hasStackTraceContaining("The option productToken is missing")
                    .hasStackTraceContaining("camel.component.cm-messenger.product-token");
        }
    }

    @Test
    void explainNeedsNoTokenAndSendChosenByHeaderFails() throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.addRoutes(route("cm-messenger:1?operation=explain"));
            context.start();
            var template = context.createProducerTemplate();

            Explanation explanation = template.requestBody("direct:in", "x", Explanation.class);
            Exchange sent = template.request("direct:in", in -> {
                in.getIn().setBody("x");
                in.getIn().setHeader(CmMessengerConstants.OPERATION, "send");
            });

            assertThat(explanation.violations()).singleElement().matches(v -> v.rule()
                    .equals("to-required"));
            assertThat(explanation.sendable()).isFalse();
            assertThat(sent.getException()).hasMessageContaining("productToken is missing");
        }
    }

    @Test
    void explainSendsNothingAndExplainsListsAsOne() throws Exception {
        try (Harness harness = Harness.accepting()) {
            Exchange exchange = harness.send("to=1", in -> {
                in.getIn().setBody(List.of("a", "x".repeat(2001)));
                in.getIn().setHeader(CmMessengerConstants.OPERATION, "EXPLAIN");
            });

            Explanation explanation = exchange.getMessage().getBody(Explanation.class);
            assertThat(explanation.renderings()).hasSize(2);
            assertThat(explanation.violations()).singleElement().matches(v -> v.index() == 1);
            assertThat(harness.gateway.requests()).isEmpty();
        }
    }

    @Test
    void anUnknownOperationInTheHeaderNamesThoseThereAre() throws Exception {
        try (Harness harness = Harness.accepting()) {
            Exchange exchange = harness.send("to=1", in -> {
                in.getIn().setBody("a");
                in.getIn().setHeader(CmMessengerConstants.OPERATION, "explode");
            });

            assertThat(exchange.getException()).hasMessageContaining("send, explain");
        }
    }

    @Test
    void validationWarnSendsInSpiteOfErrorsAndReportsThem() throws Exception {
        try (Harness harness = Harness.accepting()) {
            OutboundMessage tooLong = OutboundMessage.text("x".repeat(2001));

            SendResult warned = harness.send(
                            "to=1&validation=warn", in -> in.getIn().setBody(tooLong))
                    .getMessage()
                    .getBody(SendResult.class);
            SendResult off = harness.send(
                            "to=1&validation=off", in -> in.getIn().setBody(tooLong))
                    .getMessage()
                    .getBody(SendResult.class);

            assertThat(warned.accepted()).isTrue();
            assertThat(warned.violations()).singleElement().matches(v -> v.rule()
                    .equals("body-length"));
            assertThat(off.accepted()).isTrue();
            assertThat(off.violations()).isEmpty();
        }
    }

    @Test
    void limitsCanBeOverriddenByMapOrResource() throws Exception {
        for (Object limits : List.of(Map.of("body-length", 3), "classpath:limits.properties")) {
            try (DefaultCamelContext context = new DefaultCamelContext()) {
                CmMessengerComponent component = new CmMessengerComponent(context);
                component.setLimits(limits);
                context.addComponent("cm-messenger", component);
                context.start();

                Explanation explanation = context.createProducerTemplate()
                        .requestBody("cm-messenger:1?operation=explain&to=1", "four", Explanation.class);

                assertThat(explanation.violations()).singleElement().matches(v -> v.rule()
                        .equals("body-length"));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "connectTimeout=0",
                "responseTimeout=-1",
                "connectionRequestTimeout=0",
                "maxTotalConnections=0",
                "gatewayUrl=ftp://x/",
                "gatewayUrl=/relative",
                "gatewayUrl=http:nohost"
            })
    void anOptionOutOfItsRangeIsNamed(String option) throws Exception {
        try (Harness harness = Harness.accepting()) {
            assertThatThrownBy(() -> harness.context.addRoutes(route(Harness.uri(option))))
                    .hasStackTraceContaining(option.substring(0, option.indexOf('=')) + " must be");
        }
    }

    @Test
    void aClientHandedInIsUsedAndNeverClosed() throws Exception {
        try (CloseableHttpAsyncClient client = HttpAsyncClients.createDefault()) {
            client.start();
            try (Harness harness = Harness.accepting()) {
                harness.context.getRegistry().bind("mine", client);

                assertThat(harness.send("to=1&httpClient=#mine", in -> in.getIn()
                                        .setBody("x"))
                                .getException())
                        .isNull();
            }
            assertThat(client.getStatus()).isEqualTo(IOReactorStatus.ACTIVE);
        }
    }

    private static RouteBuilder route(String uri) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").to(uri);
            }
        };
    }
}
