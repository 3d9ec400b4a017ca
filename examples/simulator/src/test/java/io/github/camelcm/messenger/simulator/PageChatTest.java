package io.github.camelcm.messenger.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** What is to be seen, and done, in a chat of several messages. */
class PageChatTest extends PageCase {

    private static final MessengerUser ANN = new MessengerUser(Samples.PAGE, "111", "Ann");

    private final TestWebhook webhook = new TestWebhook();

    @Override
    CmSimulatorBuilder options() {
        return CmSimulator.builder()
                .standingAt(Instant.parse("2026-05-04T23:30:00Z"))
                .webhookUrl(WebhookKind.MESSAGES, webhook.url("/messages"))
                .webhookUrl(WebhookKind.STATUSES, webhook.url("/statuses"));
    }

    @AfterEach
    void closeWebhook() {
        webhook.close();
        browser.isIn("");
    }

    private void sendRaw(ObjectNode... msgs) {
        assertThat(new SimulatorClient(simulator).send(Samples.request(msgs)).status())
                .isEqualTo(200);
    }

    private List<String> references() {
        return simulator.journal().messages().stream()
                .map(SentMessage::reference)
                .toList();
    }

    @Test
    void aMessageIsSeenHoweverManyReportsFollowIt() {
        send("{\"text\": \"Hello\"}");
        IntStream.range(0, 110).forEach(i -> simulator
                .reportStatus(references().get(0), Status.of(StatusCode.READ))
                .join());
        open();
        browser.withText(".row-of-chat .bubble", "Hello");
        browser.one(".status.read");
        browser.none(".notice");
    }

    @Test
    void aTapOnAnOlderButtonAnswersThatMessage() {
        String button = "\"suggestions\": [" + reply("Yes") + "]";
        send("{\"header\": \"Tea?\", " + button + "}");
        send("{\"header\": \"Coffee?\", " + button + "}");
        open();
        browser.withText(".row-of-chat:not(:last-child) .template-button", "Yes")
                .click();
        browser.withText(".from-user .bubble", "Yes");
        await().atMost(Browser.PATIENCE).until(() -> !webhook.calls().isEmpty());
        assertThat(webhook.calls().get(0).body())
                .contains("\"reference\":\"" + references().get(0) + "\"");
    }

    @Test
    void aDoubleClickIsOneTap() {
        send("{\"header\": \"Tea?\", \"suggestions\": [" + reply("Yes") + "]}");
        send("{\"text\": \"Sugar?\", \"suggestions\": [" + reply("One") + ", " + reply("Two") + "]}");
        open();
        browser.doubleClicks(browser.withText(".quick-reply", "One"));
        browser.withText(".from-user .bubble", "One");
        browser.none(".quick-reply");
        browser.doubleClicks(browser.withText(".template-button", "Yes"));
        browser.withText(".from-user .bubble", "Yes");
        browser.one(".composer textarea").sendKeys("Bye", Keys.ENTER);
        browser.withText(".from-user .bubble", "Bye");
        assertThat(browser.all(".from-user")).hasSize(3);
        assertThat(browser.all(".note")).isEmpty();
    }

    @Test
    void aTapThatFailedCanBeTriedAgain() {
        send("{\"text\": \"Sugar?\", \"suggestions\": [" + reply("One") + "]}");
        simulator.webhookUrl(WebhookKind.MESSAGES, null);
        open();
        browser.withText(".quick-reply", "One").click();
        browser.withText(".note.error", "No webhook URL for messages");
        simulator.webhookUrl(WebhookKind.MESSAGES, webhook.url("/messages"));
        browser.withText(".quick-reply", "One").click();
        browser.withText(".from-user .bubble", "One");
    }

    @Test
    void theKeyboardIsInTheChatOnceQuickRepliesVanish() {
        send("{\"text\": \"Sugar?\", \"suggestions\": [" + reply("One") + "]}");
        open();
        browser.script("arguments[0].focus()", browser.one(".quick-reply"));
        browser.presses(Keys.ENTER);
        browser.withText(".from-user .bubble", "One");
        browser.none(".quick-reply");
        assertThat(browser.focused().getAttribute("class")).isEqualTo("scroller");
    }

    @Test
    void onlyWhatIsDrawnIsMarked() {
        sendRaw(Samples.msg(msg -> msg.put("reference", "with-hyphens")));
        sendRaw(Samples.msg(msg -> msg.put("reference", "2")
                .putObject("richContent")
                .putArray("conversation")
                .addObject()
                .put("text", "Hi")
                .put("tag", "ACCOUNT_UPDATE")));
        open();
        browser.one(".tag[data-violation=warning]");
        browser.one(".row-of-chat .problem-count", count -> count.getAttribute("title")
                .startsWith("reference-format: "));
        assertThat(browser.all(".bubble[data-violation]")).isEmpty();
    }

    @Test
    void whatIsNotForMessengerIsNotDrawnAsIfItWere() {
        send("{\"text\": \"Sugar?\", \"suggestions\": [" + reply("One") + "]}");
        sendRaw(Samples.msg(msg -> msg.putArray("allowedChannels").add("SMS")));
        open();
        browser.withText(".row-of-chat:last-child .bubble.elsewhere", "Not for Messenger");
        assertThat(browser.all(".bubble.text")).hasSize(1);
        browser.withText(".quick-reply", "One"); // nobody has answered in Messenger
        browser.one(".row-of-chat:last-child .meta").click();
        browser.withText("details[data-part=why]", "Its allowedChannels name SMS, and not Facebook Messenger.");

        browser.withText("[role=tab]", "Try").click();
        browser.one("sim-try textarea")
                .sendKeys("{\"body\": {\"content\": \"Hi\"}, \"allowedChannels\": [\"SMS\", \"WhatsApp\"]}");
        browser.withText("sim-try .preview .elsewhere", "SMS, WhatsApp");
    }

    @Test
    void aReportByHandIsAboutTheMessageThatIsInspected() {
        sendRaw(Samples.msg(msg -> msg.remove("reference")), Samples.msg(msg -> msg.remove("reference")));
        open();
        browser.one(".row-of-chat:not(:last-child) .meta").click();
        browser.withText("sim-inspector button", "Read").click();
        browser.one(".row-of-chat:not(:last-child) .status.read");
        browser.one(".row-of-chat:last-child .status.accepted");
    }

    @Test
    void whatIsNotSentYetStaysWithItsConversation() {
        send("{\"text\": \"For Jane\"}");
        simulator.userWrites(ANN, "Ann here").join();
        open();
        browser.one(".composer textarea").sendKeys("Dear J");
        browser.one(".composer .round").click();
        browser.one(".file-fields input").sendKeys("https://example.com/j.png");
        browser.withText(".conversation", "Ann").click();
        browser.withText(".chat-head", "Ann");
        browser.none(".file-fields");
        assertThat(browser.one(".composer textarea").getDomProperty("value")).isEmpty();
        browser.one(".composer textarea").sendKeys("Hi A");
        browser.withText(".conversation", "User " + Samples.PSID).click();
        browser.withText(".chat-head", "User " + Samples.PSID);
        assertThat(browser.one(".composer textarea").getDomProperty("value")).isEqualTo("Dear J");
        assertThat(browser.one(".file-fields input").getDomProperty("value")).isEqualTo("https://example.com/j.png");
    }

    @Test
    void whatCouldNotBeSentIsNotLost() {
        simulator.webhookUrl(WebhookKind.MESSAGES, null);
        open();
        browser.one(".composer textarea").sendKeys("Hi there", Keys.ENTER);
        browser.withText(".note.error", "No webhook URL for messages");
        browser.one(".composer textarea", text -> "Hi there".equals(text.getDomProperty("value")));
        browser.one(".composer .round").click();
        browser.one(".file-fields input").sendKeys("https://example.com/j.png", Keys.ENTER);
        browser.one(".file-fields input", uri -> "https://example.com/j.png".equals(uri.getDomProperty("value")));
    }

    @Test
    void backLeadsToTheConversationBefore() {
        send("{\"text\": \"For Jane\"}");
        simulator.userWrites(ANN, "Ann here").join();
        open();
        browser.withText(".row-of-chat", "For Jane");
        browser.withText(".conversation", "Ann").click();
        browser.withText(".row-of-chat", "Ann here");
        browser.goesBack();
        browser.withText(".row-of-chat", "For Jane");
        browser.withText(".conversation[aria-current=true]", "User " + Samples.PSID);
    }

    @Test
    void allTimesAreInUtc() {
        browser.isIn("America/New_York");
        simulator.userWrites(Samples.JANE, "Hello").join();
        simulator.clock().advance(Duration.ofHours(1)).join();
        send("{\"text\": \"Good morning\"}");
        open();
        browser.withText(".sim-clock", "2026-05-05 00:30:00 UTC (stands)");
        browser.withText(".from-user time", "23:30");
        browser.withText(".from-page time", "00:30");
        assertThat(browser.all(".day"))
                .extracting(day -> day.getText())
                .containsExactly("Mon, 4 May 2026", "Tue, 5 May 2026");
        browser.one(".from-user .meta").click();
        browser.withText(".call td:last-child", "23:30:00");
    }
}
