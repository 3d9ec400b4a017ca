package io.github.camelcm.messenger.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** What the page shows of messages sent through the component, and what comes of using it. */
class PageTest extends PageCase {

    private static final String PICTURE = media("shoes.jpg", "image/jpeg");

    @Override
    CmSimulatorBuilder options() {
        return CmSimulator.builder().standingAt(Instant.parse("2026-05-04T10:00:00Z"));
    }

    /** A bot: answers whatever is tapped or written through the component. */
    private LocalServer bot() {
        LocalServer server = new LocalServer(this::answer);
        simulator.webhookUrl(WebhookKind.MESSAGES, server.url("/"));
        return server;
    }

    private void answer(HttpExchange exchange) throws IOException {
        var message = Json.MAPPER.readTree(exchange.getRequestBody()).path("message");
        String data = message.at("/custom/suggestions/0/postbackData").asText();
        send("{\"text\": \"You said %s, with %s\"}"
                .formatted(message.path("text").asText(), data.isEmpty() ? "no data" : data));
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    @Test
    void aTextIsABubbleWithTickAndTag() {
        send("{\"text\": \"Your order has shipped\", \"tag\": \"POST_PURCHASE_UPDATE\"}");
        open();
        browser.withText(".from-page .bubble[data-type=Text]", "Your order has shipped");
        browser.withText(".from-page .tag", "POST_PURCHASE_UPDATE");
        browser.withText(".from-page .status.accepted", "accepted");
    }

    @Test
    void theTextComesBeforeTheImage() {
        send("{\"text\": \"Look\", \"media\": " + PICTURE + "}");
        open();
        browser.one("[data-type=Text] + [data-type=MediaMessage] .media.image");
        browser.withText(".media figcaption", "image/jpeg");
    }

    @Test
    void imageVideoAudioAndFileArePlaceholdersWithNameAndType() {
        send("{\"media\": " + PICTURE + "}");
        send("{\"media\": " + media("film.mp4", "video/mp4") + "}");
        send("{\"media\": " + media("song.mp3", "audio/mpeg") + "}");
        send("{\"media\": " + media("receipt.pdf", "application/pdf") + "}");
        open();
        browser.withText(".media.image", "shoes.jpg");
        browser.withText(".media.video", "film.mp4");
        browser.withText(".media.audio", "song.mp3");
        browser.withText(".media.file", "receipt.pdf");
        assertThat(browser.all("sim-chat img, sim-chat video, sim-chat audio")).isEmpty();
        browser.hasDoneNoHarm(simulator);
    }

    @Test
    void aButtonTemplateHasItsButtonsAndTheySayWhatWouldHappen() {
        send("{\"header\": \"Shall we call?\", \"suggestions\": [" + reply("Yes")
                + ", {\"action\": \"OpenUrl\", \"label\": \"Website\", \"url\": \"https://example.com/a?b=c\"}"
                + ", {\"action\": \"Dial\", \"label\": \"I call\", \"dial\": {\"phoneNumber\": \"+31201234567\"}}]}");
        open();
        browser.withText("[data-type=ButtonTemplate] .card-text", "Shall we call?");
        assertThat(browser.all("[data-type=ButtonTemplate] .template-button")).hasSize(3);
        says("openurl", "https://example.com/a?b=c");
        says("dial", "+31201234567");
        assertThat(browser.script("return location.href").toString()).startsWith(simulator.pageUrl());
        browser.hasDoneNoHarm(simulator);
    }

    @Test
    void logInAndLogOutSayWhatWouldHappen() {
        send(
                "{\"header\": \"Account\", \"suggestions\": [{\"action\": \"Login\", \"url\": \"https://example.com/in\"}, "
                        + "{\"action\": \"Logout\"}]}");
        open();
        says("login", "https://example.com/in");
        says("logout", "unlink");
    }

    private void says(String action, String text) {
        browser.one(".template-button[data-action=" + action + "]").click();
        browser.withText("dialog[open]", text);
        browser.presses(Keys.ESCAPE);
        browser.none("dialog");
    }

    @Test
    void aMediaTemplateHasOneButtonAndAGenericTemplateIsACard() {
        send(
                "{\"media\": " + PICTURE
                        + ", \"suggestions\": [{\"action\": \"OpenUrl\", \"label\": \"More\", \"url\": \"https://example.com/\"}]}");
        send("{\"header\": \"Shoes\", \"text\": \"Light\", \"media\": " + PICTURE + ", \"suggestions\": ["
                + reply("Yes") + "]}");
        open();
        browser.withText("[data-type=MediaTemplate] .template-button", "More");
        browser.withText("[data-type=GenericTemplate] .card strong", "Shoes");
        browser.withText("[data-type=GenericTemplate] .card .subtitle", "Light");
    }

    @Test
    void aCarouselMovesByArrowKeys() {
        send("{\"carousel\": {\"cards\": ["
                + IntStream.rangeClosed(1, 10)
                        .mapToObj(i -> "{\"header\": \"Card " + i + "\", \"media\": " + PICTURE + ", \"suggestions\": ["
                                + reply("Pick " + i) + "]}")
                        .collect(Collectors.joining(","))
                + "]}}");
        open();
        browser.one("sim-carousel .card");
        assertThat(browser.all("sim-carousel .card")).hasSize(10);
        browser.withText("sim-carousel .place", "1 / 10");
        browser.one("sim-carousel .track").sendKeys(Keys.ARROW_RIGHT);
        browser.withText("sim-carousel .place", "2 / 10");
        browser.one("sim-carousel .track").sendKeys(Keys.ARROW_LEFT);
        browser.withText("sim-carousel .place", "1 / 10");
    }

    @Test
    void productsAreCardsThatSayWhatWouldHappen() {
        send("{\"suggestions\": [{\"action\": \"ViewProduct\", \"product\": {\"id\": \"4711\"}}, "
                + "{\"action\": \"ViewProduct\", \"product\": {\"id\": \"4712\"}}]}");
        open();
        browser.one("[data-type=ProductTemplate] .product");
        assertThat(browser.all("[data-type=ProductTemplate] .product")).hasSize(2);
        says("viewproduct", "4711");
    }

    @Test
    void aTapCallsTheWebhookAndTheAnswerArrivesWithoutReload() {
        try (LocalServer bot = bot()) {
            send("{\"text\": \"Which size?\", \"suggestions\": [" + reply("S") + "," + reply("M") + "]}");
            open();
            browser.withText(".window.closed", "never opened");
            browser.withText(".quick-reply", "M").click();
            browser.withText(".from-user .bubble", "M");
            browser.withText(".from-page .bubble", "You said M, with data of M");
            browser.none(".quick-reply");
            browser.withText(".window", "24:00:00");
            browser.one(".from-user .tapped");
        }
    }

    @Test
    void quickRepliesVanishWhenANewerMessageArrives() {
        send("{\"text\": \"Which size?\", \"suggestions\": [" + reply("S") + "]}");
        open();
        browser.one(".quick-reply");
        send("{\"text\": \"Never mind\"}");
        browser.withText(".bubble", "Never mind");
        browser.none(".quick-reply");
    }

    @Test
    void withTheKeyboardAloneAQuickReplyIsTapped() {
        try (LocalServer bot = bot()) {
            send("{\"text\": \"Which size?\", \"suggestions\": [" + reply("S") + "," + reply("M") + "]}");
            open();
            browser.one(".quick-reply");
            browser.tabsTo(".quick-reply");
            browser.presses(Keys.ENTER);
            browser.withText(".from-page .bubble", "You said S, with data of S");
        }
    }

    @Test
    void theComposerSendsTextAndFiles() {
        try (LocalServer bot = bot()) {
            open();
            browser.one(".composer textarea").sendKeys("Hi there", Keys.ENTER);
            browser.withText(".from-user .bubble", "Hi there");
            browser.withText(".from-page .bubble", "You said Hi there, with no data");
            browser.one(".composer .round").click();
            browser.one(".file-fields input").sendKeys("https://media.example.com/cat.png", Keys.ENTER);
            browser.withText(".from-user .media.image", "cat.png");
        }
    }

    @Test
    void statusesArriveLiveAndTheWindowCountsDownByTheSimulatorsClock() {
        try (TestWebhook webhook = new TestWebhook()) {
            simulator.webhookUrl(WebhookKind.STATUSES, webhook.url("/statuses"));
            simulator.webhookUrl(WebhookKind.MESSAGES, webhook.url("/messages"));
            simulator.userWrites(Samples.JANE, "Hello").join();
            send("{\"text\": \"Hi\"}");
            open();
            browser.one(".status.accepted");
            String reference = simulator.journal().messages().get(0).reference();
            simulator.reportStatus(reference, Status.of(StatusCode.READ)).join();
            browser.one(".status.read");
            simulator
                    .reportStatus(reference, new Status(StatusCode.FAILED, "402", "Outside of the window"))
                    .join();
            browser.withText(".status.failed", "failed 402");
            browser.withText(".window", "24:00:00");
            simulator.clock().advance(Duration.ofMinutes(5)).join();
            browser.withText(".window", "23:55:00");
            simulator.clock().advance(Duration.ofHours(24)).join();
            browser.withText(".window.closed", "closed");
        }
    }

    @Test
    void theInspectorShowsRequestReasonsViolationsAnswerAndDeliveries() {
        try (TestWebhook webhook = new TestWebhook()) {
            simulator.webhookUrl(WebhookKind.STATUSES, webhook.url("/statuses"));
            sendAnyhow(
                    "{\"header\": \"Pick\", \"suggestions\": [" + reply("S") + "," + reply("M") + "," + reply("L") + ","
                            + "{\"action\": \"Reply\", \"label\": \"Extra extra extra large\", \"postbackdata\": \"x\"}]}");
            open();
            browser.one(".refused .quick-reply[data-violation=error]");
            browser.one(".refused .meta").click();
            browser.withText(".violation.error", "label is 23 characters long").click();
            browser.withText("sim-inspector .line.error.shown", "Extra extra extra large");
            browser.one(".refused .quick-reply.pointed");
            browser.withText(".reason", "matrix row 4");
            browser.withText(".demotion", "S, M, L, Extra extra extra large");
            browser.one("details[data-part=request] summary").click();
            browser.withText("details[data-part=request] .headers", "***");
            assertThat(browser.one("sim-inspector").getText())
                    .doesNotContain("secret-token")
                    .contains("Answer 400");

            send("{\"text\": \"Hi\"}");
            browser.withText(".row-of-chat:not(.refused) .bubble", "Hi");
            browser.one(".row-of-chat:not(.refused) .meta").click();
            browser.withText("sim-inspector button", "Delivered").click();
            browser.withText(".call td.good", "200");
            browser.withText(".call button", "Send twice").click();
            await().atMost(Browser.PATIENCE).until(() -> webhook.calls().size() == 3);
            browser.withText(".call tbody tr:nth-child(3)", "ms");
        }
    }

    @Test
    void heldCallsAreReleasedOutOfOrder() {
        try (TestWebhook webhook = new TestWebhook()) {
            simulator.webhookUrl(WebhookKind.MESSAGES, webhook.url("/messages"));
            open();
            browser.withText("[role=tab]", "Controls").click();
            browser.withText(".held .switch", "Hold").click();
            browser.one(".held .switch[aria-checked=true]");
            browser.one(".composer textarea").sendKeys("first", Keys.ENTER);
            browser.withText(".held .call", "first");
            browser.one(".composer textarea").sendKeys("second", Keys.ENTER);
            browser.withText(".held .call", "second");
            browser.withText(".held button", "Release newest first").click();
            await().atMost(Browser.PATIENCE).until(() -> webhook.calls().size() == 2);
            assertThat(webhook.calls())
                    .extracting(TestWebhook.Call::body)
                    .first()
                    .asString()
                    .contains("second");
        }
    }

    @Test
    void faultsLadderClockAndResetAreSetFromThePage() {
        send("{\"text\": \"Hi\"}");
        open();
        browser.withText("[role=tab]", "Controls").click();
        browser.withText(".fault-form button", "Add").click();
        browser.withText(".faults li", "throttled 5 · gateway · next 1");
        browser.withText(".control button", "Delivered, read").click();
        browser.one(".steps input");
        assertThat(simulator.statusLadder().steps()).hasSize(2);
        browser.withText(".control button", "+24 h").click();
        browser.withText(".sim-clock", "2026-05-05 10:00:00");
        browser.withText(".control button", "Reset").click();
        browser.withText("dialog button", "Reset").click();
        browser.none(".faults li");
        browser.none(".from-page");
        browser.hasDoneNoHarm(simulator);
    }

    @Test
    void severalUsersAndPagesHaveTheirOwnConversations() {
        simulator.webhookUrl(WebhookKind.MESSAGES, "http://127.0.0.1:1/");
        send("{\"text\": \"For Jane\"}");
        open();
        browser.withText("sim-conversations button", "New").click();
        WebElement page = browser.one("input[name=pageId]");
        page.clear();
        page.sendKeys("99");
        WebElement name = browser.one("input[name=name]");
        name.clear();
        name.sendKeys("Ann", Keys.ENTER);
        browser.withText(".chat-head", "Ann");
        browser.one(".composer textarea").sendKeys("Ann here", Keys.ENTER);
        browser.withText(".from-user", "Ann here");
        browser.withText(".conversation", "page " + Samples.PAGE).click();
        browser.withText(".from-page", "For Jane");
        browser.none(".from-user");
        assertThat(simulator.conversations()).hasSize(2);
    }
}
