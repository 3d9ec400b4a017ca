package io.github.camelcm.messenger.simulator.junit;

import static io.github.camelcm.messenger.model.QuickReply.quickReply;
import static io.github.camelcm.messenger.simulator.junit.Bot.message;

import io.github.camelcm.messenger.model.Button;
import io.github.camelcm.messenger.model.Card;
import io.github.camelcm.messenger.model.InboundMessage;
import io.github.camelcm.messenger.simulator.StatusCode;
import io.github.camelcm.messenger.simulator.WebhookKind;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The chat that the README shows. */
class ReadmeTest {

    @RegisterExtension
    static CmSimulatorExtension simulator = CmSimulatorExtension.builder().build();

    Conversation jane = simulator.conversation("1234567890", "6789012345678901");

    private static Bot application;

    @BeforeAll
    static void start() {
        application = new Bot();
        application.onMessage(ReadmeTest::answer);
        simulator.webhookUrl(WebhookKind.MESSAGES, application.url("/messages"));
        simulator.webhookUrl(WebhookKind.STATUSES, application.url("/statuses"));
    }

    private static void answer(InboundMessage message) {
        application.send(
                simulator.simulator(),
                "RED".equals(message.postback())
                        ? message("r2")
                                .card(Card.titled("Red")
                                        .text("12 EUR")
                                        .buttons(
                                                Button.reply("Order", "ORDER"),
                                                Button.openUrl("Look", "https://example.com/red")))
                        : message("r1").text("Which one?", quickReply("Red", "RED"), quickReply("Blue", "BLUE")));
    }

    @AfterAll
    static void close() {
        application.close();
    }

    @Test
    void sellsColours() {
        jane.says("Hello");
        jane.expectText("Which one?").expectQuickReplies("Red", "Blue");
        jane.taps("Red");
        jane.expectCard("Red", "12 EUR").expectButtons("Order", "Look");
        jane.sees(StatusCode.READ);
        jane.expectNothing(Duration.ofMillis(200));
    }
}
