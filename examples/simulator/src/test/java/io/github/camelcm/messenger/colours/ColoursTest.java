package io.github.camelcm.messenger.colours;

import static io.github.camelcm.messenger.model.Button.openUrl;
import static io.github.camelcm.messenger.model.Button.reply;
import static io.github.camelcm.messenger.model.Card.titled;
import static io.github.camelcm.messenger.model.QuickReply.quickReply;

import io.github.camelcm.messenger.model.OutboundMessage;
import io.github.camelcm.messenger.simulator.MessengerUser;
import io.github.camelcm.messenger.simulator.StatusCode;
import io.github.camelcm.messenger.simulator.WebhookKind;
import io.github.camelcm.messenger.simulator.junit.CmSimulatorExtension;
import io.github.camelcm.messenger.simulator.junit.Conversation;
import java.time.Duration;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ColoursTest {

    @RegisterExtension
    static CmSimulatorExtension simulator = CmSimulatorExtension.builder().build();

    static Main application;

    Conversation jane = simulator.conversation(new MessengerUser("1234567890", "6789012345678901", "Jane"));

    @BeforeAll
    static void start() {
        application = new Main();
        application.configure().addRoutesBuilder(new Colours()); // or new Main(YourApplication.class)
        application.addOverrideProperty("camel.server.enabled", "true");
        application.addOverrideProperty("camel.server.host", "127.0.0.1");
        application.addOverrideProperty("camel.server.port", "0"); // any free one
        application.addOverrideProperty("camel.component.cm-messenger.gateway-url", simulator.gatewayUrl());
        application.addOverrideProperty("camel.component.cm-messenger.product-token", simulator.productToken());
        application.addOverrideProperty("camel.component.cm-messenger.webhook-token", "test-only");
        application.start();
        int port = application
                .getCamelContext()
                .hasService(VertxPlatformHttpServer.class)
                .getPort();
        String url = "http://127.0.0.1:" + port + "/cm-messenger/";
        simulator.webhookUrl(WebhookKind.MESSAGES, url + "1234567890?token=test-only");
        simulator.webhookUrl(WebhookKind.STATUSES, url + "statuses?token=test-only");
    }

    @AfterAll
    static void stop() {
        application.stop();
    }

    @Test
    void sellsColours() {
        jane.says("Hello");
        jane.expectText("Which one?").expectQuickReplies("Red", "Blue");
        jane.sees(StatusCode.DELIVERED).sees(StatusCode.READ);
        jane.taps("Red");
        jane.expectCard("Red", "12 EUR").expectButtons("Order", "Look");
        jane.expectNothing(Duration.ofMillis(200));
    }

    /** The application, if there is none yet. */
    static class Colours extends RouteBuilder {

        @Override
        public void configure() {
            from("cm-messenger:1234567890")
                    .choice()
                    .when(header("CamelCmMessengerPostback").isEqualTo("RED"))
                    .setBody(constant(card()))
                    .otherwise()
                    .setBody(constant(question()))
                    .end()
                    .to("cm-messenger:1234567890"); // to who wrote
            from("cm-messenger:1234567890?events=statuses&webhookPath=/cm-messenger/statuses")
                    .log("${body}");
        }

        static OutboundMessage question() {
            return OutboundMessage.builder()
                    .text("Which one?", quickReply("Red", "RED"), quickReply("Blue", "BLUE"))
                    .build();
        }

        static OutboundMessage card() {
            return OutboundMessage.builder()
                    .card(titled("Red")
                            .text("12 EUR")
                            .buttons(reply("Order", "ORDER"), openUrl("Look", "https://example.com/red")))
                    .build();
        }
    }
}
