package io.github.camelcm.messenger.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever is shown stays within the screen, on a phone and on a desktop, light and dark. Leaves screenshots. */
class PageLayoutTest extends PageCase {

    private static final String PICTURE = media("shoes.jpg", "image/jpeg");
    private static final String WEBSITE =
            "{\"action\": \"OpenUrl\", \"label\": \"Website\", \"url\": \"https://example.com/\"}";
    private static final int NARROWEST = 320;
    private static final int[] WIDTHS = {NARROWEST, PHONE, DESKTOP};
    private static final String WIDER_THAN_ALLOWED = """
            const wide = [];
            const seen = (e) => e.getClientRects().length > 0;
            for (const e of document.querySelectorAll('html, .scroller, .panels, .pane-body, .bar, .chat-head')) {
              if (seen(e) && e.scrollWidth > e.clientWidth) wide.push(e.className + ' ' + e.scrollWidth + '>' + e.clientWidth);
            }
            for (const e of document.querySelectorAll('sim-app *')) {
              const box = e.getBoundingClientRect();
              if (seen(e) && !e.closest('.track, .unseen') && (box.right > innerWidth + 1 || box.left < -1)) {
                wide.push(e.tagName + '.' + e.className + ' ' + box.left + '-' + box.right);
              }
            }
            return wide;
            """;

    private static String suggestions(int count) {
        return "["
                + IntStream.rangeClosed(1, count)
                        .mapToObj(i -> reply("Suggestion no. " + i))
                        .collect(Collectors.joining(","))
                + "]";
    }

    /** The item of a row of the matrix, from the bits of its number. */
    private static String row(int bits) {
        List<String> members = new ArrayList<>();
        if ((bits & 8) != 0) {
            members.add("\"text\": \"Light as a feather, row " + (bits + 1) + "\"");
        }
        if ((bits & 4) != 0) {
            members.add("\"media\": " + PICTURE);
        }
        if ((bits & 2) != 0) {
            members.add("\"suggestions\": " + suggestions((bits & 5) == 0 ? 2 : 1));
        }
        if ((bits & 1) != 0) {
            members.add("\"header\": \"Summer shoes\"");
        }
        return "{\"conversation\": [{" + String.join(",", members) + "}]}"; // an empty item alone would be no message
    }

    private void looksWell(String name, int... widths) {
        for (int width : widths) {
            browser.becomes(width, false);
            open();
            browser.one(".row-of-chat");
            staysWithin(name, width);
            lightAndDark(width, dark -> {
                browser.becomesHigh(width, dark);
                screenshot(name, width, dark);
            });
            browser.becomes(width, false);
            browser.one(".row-of-chat:last-child .meta").click();
            browser.one("details[data-part=message]");
            staysWithin(name + "-inspected", width);
            screenshot(name + "-inspected", width, false);
        }
        browser.hasDoneNoHarm(simulator);
    }

    private static void lightAndDark(int width, Consumer<Boolean> look) {
        for (boolean dark : new boolean[] {false, true}) {
            browser.becomes(width, dark);
            look.accept(dark);
        }
    }

    private static void looksWellNow(String name, int width) {
        staysWithin(name, width);
        lightAndDark(width, dark -> screenshot(name, width, dark));
    }

    private static void staysWithin(String name, int width) {
        assertThat((List<?>) browser.script(WIDER_THAN_ALLOWED))
                .describedAs("%s at %d pixels", name, width)
                .isEmpty();
    }

    private static void screenshot(String name, int width, boolean dark) {
        if (width != NARROWEST) { // whose pictures would show nothing new
            browser.screenshot(name + "-" + width + (dark ? "-dark" : "-light"));
        }
    }

    @Test
    void everyKindOfMessage() {
        try (TestWebhook webhook = new TestWebhook()) {
            for (WebhookKind kind : WebhookKind.values()) {
                simulator.webhookUrl(kind, webhook.url("/"));
            }
            simulator.userWrites(Samples.JANE, "Do you have running shoes?").join();
            simulator
                    .userSends(
                            Samples.JANE, new UserMedia("https://media.example.com/foot.jpg", "image/jpeg", "my foot"))
                    .join();
            simulator.reportEvent(Samples.JANE, "OptInSubscribed", "", Map.of()).join();
            sendEveryKind();
            List<SentMessage> messages = simulator.journal().messages();
            simulator
                    .reportStatus(messages.get(0).reference(), Status.of(StatusCode.READ))
                    .join();
            simulator
                    .reportStatus(messages.get(1).reference(), Status.of(StatusCode.DELIVERED))
                    .join();
            simulator
                    .reportStatus(
                            messages.get(2).reference(), new Status(StatusCode.FAILED, "402", "Outside of the window"))
                    .join();
            looksWell("kinds", WIDTHS);
        }
    }

    private void sendEveryKind() {
        sendAnyhow("{\"text\": \"Your order has shipped\", \"tag\": \"POST_PURCHASE_UPDATE\"}");
        send("{\"text\": \"Look at these\", \"media\": " + PICTURE + "}");
        send("{\"media\": " + media("film.mp4", "video/mp4") + "}");
        send("{\"media\": " + media("song.mp3", "audio/mpeg") + "}");
        send("{\"media\": " + media("receipt.pdf", "application/pdf") + "}");
        send("{\"header\": \"Shall we call?\", \"suggestions\": [" + reply("Yes") + "," + WEBSITE
                + ", {\"action\": \"Dial\", \"label\": \"I call\", \"dial\": {\"phoneNumber\": \"+31201234567\"}}]}");
        send(
                "{\"header\": \"Account\", \"suggestions\": [{\"action\": \"Login\", \"url\": \"https://example.com/in\"}, "
                        + "{\"action\": \"Logout\"}]}");
        send("{\"media\": " + PICTURE + ", \"suggestions\": [" + WEBSITE + "]}");
        send("{\"header\": \"Shoes\", \"text\": \"Light\", \"media\": " + PICTURE + ", \"suggestions\": ["
                + reply("Buy") + "]}");
        send("{\"carousel\": {\"cards\": ["
                + "{\"header\": \"Shoes\", \"media\": %1$s}, {\"header\": \"Boots\", \"media\": %1$s}"
                        .formatted(PICTURE)
                + "]}}");
        send("{\"suggestions\": [{\"action\": \"ViewProduct\", \"product\": {\"id\": \"4711\"}}]}");
        sendAnyhow("{\"header\": \"Refused\", \"suggestions\": [" + reply("A label that is too long") + "]}");
        sendAnyhow(
                Samples.msg(msg -> msg.putArray("allowedChannels").add("SMS")).toString());
        send("{\"text\": \"Which size?\", \"suggestions\": [" + reply("S") + "," + reply("M") + "]}");
    }

    @Test
    void allSixteenRowsOfTheMatrix() {
        for (int bits = 0; bits < 16; bits++) {
            sendAnyhow(row(bits));
        }
        sendAnyhow("{\"suggestions\": [{\"action\": \"ViewProduct\", \"product\": {\"id\": \"4711\"}}]}");
        open();
        browser.one(".row-of-chat");
        assertThat(browser.all(".row-of-chat")).hasSize(17);
        assertThat(browser.all(".refused .nothing")).hasSize(3);
        looksWell("matrix", PHONE, DESKTOP);
    }

    @Test
    void overflowAndThirteenQuickReplies() {
        sendAnyhow(
                "{\"header\": \"Summer shoes\", \"media\": " + PICTURE + ", \"suggestions\": " + suggestions(4) + "}");
        send("{\"text\": \"Thirteen\", \"suggestions\": " + suggestions(13) + "}");
        open();
        browser.one(".quick-reply");
        assertThat(browser.all(".quick-reply")).hasSize(13);
        looksWell("quick-replies", PHONE, DESKTOP);
    }

    @Test
    void tenCardsWithQuickRepliesByOverflow() {
        send("{\"text\": \"Our shoes\", \"carousel\": {\"cards\": ["
                + IntStream.rangeClosed(1, 10)
                        .mapToObj(i -> "{\"header\": \"Card " + i
                                + "\", \"text\": \"A subtitle that is somewhat longer\", " + "\"media\": " + PICTURE
                                + ", \"suggestions\": " + suggestions(i == 1 ? 4 : i % 3 + 1) + "}")
                        .collect(Collectors.joining(","))
                + "]}}");
        looksWell("carousel", PHONE, DESKTOP);
    }

    @Test
    void tenProducts() {
        send("{\"suggestions\": ["
                + IntStream.rangeClosed(1, 10)
                        .mapToObj(i -> "{\"action\": \"ViewProduct\", \"product\": {\"id\": \"product-" + i + "\"}}")
                        .collect(Collectors.joining(","))
                + "]}");
        looksWell("products", PHONE, DESKTOP);
    }

    @Test
    void rightToLeftTextEmojiAndTwoThousandCharacters() {
        send("{\"text\": \"شكرا لطلبك! رقم الطلب 1047 في الطريق إليك 🚚\", \"suggestions\": [" + reply("نعم") + "]}");
        send("{\"text\": \"👩‍👩‍👧‍👦 🏳️‍🌈 🎉🎉🎉 " + "🦄".repeat(100) + "\"}");
        send("{\"text\": \"" + "A sentence of some length. ".repeat(74) + "\"}");
        send("{\"text\": \"" + "x".repeat(2000) + "\"}");
        send("{\"header\": \"" + "W".repeat(80) + "\", \"text\": \"" + "m".repeat(80) + "\", \"suggestions\": ["
                + reply("W".repeat(20)) + "]}");
        send("{\"text\": \"שלום, איך אפשר לעזור?\", \"suggestions\": [" + reply("להתחיל") + "," + reply("W".repeat(20))
                + "]}");
        looksWell("texts", WIDTHS);
    }

    @Test
    void theOtherTabsAndTheListOfConversations() {
        send("{\"text\": \"Hi\"}");
        simulator.faults().add(Fault.slow(FaultPlace.GATEWAY, Duration.ofMillis(1)), FaultScope.every(3));
        for (int width : WIDTHS) {
            browser.becomes(width, false);
            open();
            browser.one(".row-of-chat");
            if (width < 700) {
                browser.one("nav.panes [data-shows=chats]").click();
                browser.one(".conversation");
                looksWellNow("conversations", width);
                browser.one("nav.panes [data-shows=tools]").click();
            }
            browser.withText("[role=tab]", "Journal").click();
            browser.one(".entry").click();
            looksWellNow("journal", width);
            browser.withText("[role=tab]", "Controls").click();
            browser.one(".faults li");
            looksWellNow("controls", width);
            browser.withText("[role=tab]", "Try").click();
            browser.withText("sim-try button", "Example").click();
            browser.one("sim-try .preview .bubble");
            looksWellNow("try", width);
        }
    }
}
