package io.github.camelcm.messenger.simulator.junit;

import static io.github.camelcm.messenger.model.QuickReply.quickReply;
import static io.github.camelcm.messenger.simulator.junit.Bot.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelcm.messenger.model.Button;
import io.github.camelcm.messenger.model.Card;
import io.github.camelcm.messenger.model.Item;
import io.github.camelcm.messenger.model.MessageBuilder;
import io.github.camelcm.messenger.simulator.Fault;
import io.github.camelcm.messenger.simulator.FaultKind;
import io.github.camelcm.messenger.simulator.FaultScope;
import io.github.camelcm.messenger.simulator.MessageCheck;
import io.github.camelcm.messenger.simulator.MessengerUser;
import io.github.camelcm.messenger.simulator.SimulatorException;
import io.github.camelcm.messenger.simulator.Status;
import io.github.camelcm.messenger.simulator.StatusCode;
import io.github.camelcm.messenger.simulator.WebhookKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.opentest4j.AssertionFailedError;

/** What people see of a conversation when a test fails. */
class PictureTest {

    @RegisterExtension
    final CmSimulatorExtension simulator = CmSimulatorExtension.builder().build();

    private final Bot bot = new Bot();
    private final Conversation jane = simulator.conversation(new MessengerUser(Bot.PAGE, Bot.PSID, "Jane"));

    @BeforeEach
    void connect() {
        simulator.webhookUrl(WebhookKind.MESSAGES, bot.url("/messages"));
        simulator.webhookUrl(WebhookKind.STATUSES, bot.url("/statuses?token=s3cret"));
    }

    @AfterEach
    void close() {
        bot.close();
    }

    private void pageSends(MessageBuilder message) {
        bot.send(simulator.simulator(), message);
    }

    @Test
    void showsBothSidesWithChipsCardsTicksAndWhatIsNew() {
        jane.says("Hello\nthere");
        pageSends(message("r1").text("Hi Jane,\nwhich one?", quickReply("Red", "RED"), quickReply("Blue", "BLUE")));
        jane.expectTextContaining("which one?");
        jane.sees(StatusCode.DELIVERED).sees(StatusCode.READ);
        jane.taps("Red");
        pageSends(message("r2")
                .carousel(
                        Card.titled("Dark red").text("12 EUR").image("https://example.com/d.jpg"),
                        Card.titled("Light red").text("9 EUR").buttons(Button.openUrl("Look", "https://example.com"))));

        assertThat(jane.picture()).isEqualTo("""
                        The conversation of Jane, 6789012345678901, with page 1234567890:
                          Jane: Hello\\nthere
                          page: Hi Jane,
                                which one?
                                (Red) (Blue)
                                -- accepted, delivered, read
                          Jane: taps "Red" (RED)
                        > page: carousel of 2 cards
                                card "Dark red": 12 EUR
                                  image https://example.com/d.jpg
                                card "Light red": 9 EUR
                                  [Look -> https://example.com]
                                -- accepted
                        (> came after what was expected last)
                        """);
    }

    @Test
    void showsWhyAMessageFailed() {
        pageSends(message("r1").text("Hi"));
        jane.expectText("Hi").sees(Status.failed("551", "This person is not available"));
        assertThat(jane.picture()).contains("-- accepted, failed 551: This person is not available\n");
    }

    @Test
    void showsRejectedMessagesWithTheirViolations() {
        pageSends(message("r1").text("Which?", quickReply("A label of many more letters", "X")));
        assertThat(jane.picture())
                .contains("  page: (rejected with code 305: ")
                .contains("        error label-length at /richContent/conversation/0/suggestions/0/label: ");
    }

    @Test
    void showsRequestsThatWereRefusedAsAWhole() {
        simulator.simulator().faults().add(Fault.of(FaultKind.UNAVAILABLE), FaultScope.next(1));
        pageSends(message("r1").text("Hi"));
        assertThat(jane.picture()).contains("  gateway: (answered a request with 503");
        bot.post(simulator.simulator(), "{\"to\": \"999\"".getBytes(StandardCharsets.UTF_8));
        assertThat(jane.picture().lines().filter(line -> line.contains("gateway:")))
                .hasSize(1);
    }

    @Test
    void showsWhichWebhookCallsFailed() {
        bot.answersHttp(500);
        assertThatThrownBy(() -> jane.says("Hello"))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageStartingWith(
                        "Expected the application to take it when the user says \"Hello\", but attempt 1 "
                                + "to call the webhook " + bot.url("/messages") + ": answered 500.\n\n")
                .hasMessageContaining("  Jane: Hello\n        -- attempt 1 to call the webhook " + bot.url("/messages")
                        + ": answered 500\n");
    }

    @Test
    void keepsTheSecretOfAWebhookUrl() {
        pageSends(message("r1").text("Hi"));
        jane.expectText("Hi");
        bot.close();
        assertThatThrownBy(() -> jane.sees(StatusCode.READ))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageContaining("The connection was refused")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void doesNotFailWhereAFaultRuleMadeTheCallFail() {
        simulator.simulator().faults().add(Fault.lostAnswer(), FaultScope.next(1));
        jane.says("Hello");
        assertThat(jane.picture()).contains("-- attempt 1 to call the webhook ").contains("was lost, by fault rule 1");
    }

    @Test
    void doesNotWaitForCallsThatAreHeld() {
        simulator.simulator().deliveries().hold(true);
        jane.says("Hello");
        assertThat(jane.picture()).contains("  Jane: Hello\n        -- the webhook has not answered yet\n");
    }

    @Test
    void doesNotWaitLongerThanTheTimeOutForAWebhook() {
        CountDownLatch silence = new CountDownLatch(1);
        bot.onMessage(message -> {
            try {
                silence.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        jane.within(Duration.ofMillis(50)).says("Hello");
        assertThat(jane.picture()).contains("-- the webhook has not answered yet");
        silence.countDown();
    }

    @Test
    void showsEvents() {
        simulator.webhookUrl(WebhookKind.EVENTS, bot.url("/events"));
        simulator
                .simulator()
                .reportEvent(jane.user(), "OptInSubscribed", "", Map.of())
                .join();
        assertThat(jane.picture()).contains("  CM.com: event OptInSubscribed\n");
    }

    @Test
    void cutsWhatIsLongAndEscapesControlCharacters() {
        pageSends(message("r1").text("\u001b[31m" + "x".repeat(1500)));
        assertThat(jane.picture())
                .contains("\\u001b[31mxxx")
                .contains("… (1505 characters)")
                .doesNotContain("\u001b");
    }

    @Test
    void saysThatEntriesWereDroppedAndWhatCannotBeShown() {
        try (var running = new ExtensionOptions(null, null, Conversation.TIMEOUT, options -> options.journalCapacity(2)
                        .messageCheck(MessageCheck.none()))
                .start()) {
            Conversation conversation = Conversation.with(running, jane.user());
            bot.send(running, message("r1").text("Dropped"));
            bot.send(running, message("r2").item(Item.text("", List.of())));
            assertThat(conversation.picture())
                    .contains("  (2 older entries of the journal were dropped)\n")
                    .contains("(accepted, but Messenger can show nothing of it: not-supported)");
        }
    }

    @Test
    void leavesWrongUseToTheSimulatorsOwnSentences() {
        simulator.webhookUrl(WebhookKind.MESSAGES, null);
        assertThatThrownBy(() -> jane.says("Hello"))
                .isInstanceOf(SimulatorException.class)
                .hasMessageStartingWith("No webhook URL for messages is configured");
        assertThatThrownBy(() -> jane.says(" ")).isInstanceOf(SimulatorException.class);
        assertThatThrownBy(() -> jane.within(Duration.ofMillis(-1))).isInstanceOf(IllegalArgumentException.class);
    }
}
