package io.github.camelcm.messenger.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever is shown stays within the screen, on a phone and on a desktop, light and dark. Leaves screenshots. */
class PageLayoutTest extends PageCase {

    private static final String PICTURE = media("shoes.jpg", "image/jpeg");
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

    private void looksWell(String name) {
        for (int width : new int[] {320, PHONE, DESKTOP}) {
            for (boolean dark : new boolean[] {false, true}) {
                browser.becomes(width, dark);
                open();
                browser.one(".row-of-chat");
                staysWithin(name, width, dark);
                browser.one(".row-of-chat:last-child .meta").click();
                browser.one("details[data-part=message]");
                staysWithin(name + "-inspected", width, dark);
            }
        }
        browser.hasDoneNoHarm(simulator);
    }

    private void staysWithin(String name, int width, boolean dark) {
        assertThat((List<?>) browser.script(WIDER_THAN_ALLOWED))
                .describedAs("%s at %d pixels", name, width)
                .isEmpty();
        browser.screenshot(name + "-" + width + (dark ? "-dark" : "-light"));
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
        looksWell("matrix");
    }

    @Test
    void overflowAndThirteenQuickReplies() {
        sendAnyhow(
                "{\"header\": \"Summer shoes\", \"media\": " + PICTURE + ", \"suggestions\": " + suggestions(4) + "}");
        send("{\"text\": \"Thirteen\", \"suggestions\": " + suggestions(13) + "}");
        open();
        browser.one(".quick-reply");
        assertThat(browser.all(".quick-reply")).hasSize(13);
        looksWell("quick-replies");
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
        looksWell("carousel");
    }

    @Test
    void tenProducts() {
        send("{\"suggestions\": ["
                + IntStream.rangeClosed(1, 10)
                        .mapToObj(i -> "{\"action\": \"ViewProduct\", \"product\": {\"id\": \"product-" + i + "\"}}")
                        .collect(Collectors.joining(","))
                + "]}");
        looksWell("products");
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
        looksWell("texts");
    }

    @Test
    void theOtherTabsAndTheListOfConversations() {
        send("{\"text\": \"Hi\"}");
        simulator.faults().add(Fault.slow(FaultPlace.GATEWAY, Duration.ofMillis(1)), FaultScope.every(3));
        for (int width : new int[] {320, PHONE, DESKTOP}) {
            for (boolean dark : new boolean[] {false, true}) {
                browser.becomes(width, dark);
                open();
                browser.one(".row-of-chat");
                if (width < 700) {
                    browser.one("nav.panes [data-shows=chats]").click();
                    browser.one(".conversation");
                    staysWithin("conversations", width, dark);
                    browser.one("nav.panes [data-shows=tools]").click();
                }
                browser.withText("[role=tab]", "Journal").click();
                browser.one(".entry").click();
                staysWithin("journal", width, dark);
                browser.withText("[role=tab]", "Controls").click();
                browser.one(".faults li");
                staysWithin("controls", width, dark);
                browser.withText("[role=tab]", "Try").click();
                browser.withText("sim-try button", "Example").click();
                browser.one("sim-try .preview .bubble");
                staysWithin("try", width, dark);
            }
        }
    }
}
