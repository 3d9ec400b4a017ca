package io.github.camelcm.messenger.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** What payloads hold is text and nothing else. */
class PageHostilityTest extends PageCase {

    private static final String SCRIPT = "<script>alert(1)</script>";
    private static final String IMAGE = "<img src=http://evil.example/x onerror=alert(2)>";
    private static final String LINK = "javascript:alert(3)";

    /** Nothing is refused, so that everything is shown. */
    @Override
    CmSimulatorBuilder options() {
        return CmSimulator.builder().messageCheck(MessageCheck.none());
    }

    private static ObjectNode hostileCard(String text) {
        ObjectNode card =
                Json.object().put("header", text).put("text", text + SCRIPT).put("tag", text);
        card.putObject("media")
                .put("mediaName", text)
                .put("mediaUri", "http://evil.example/a.png")
                .put("mimeType", text);
        ArrayNode suggestions = card.putArray("suggestions");
        suggestions.addObject().put("action", "OpenUrl").put("label", text).put("url", LINK);
        suggestions.addObject().put("action", "Reply").put("label", text).put("postbackdata", text);
        suggestions.addObject().put("action", text).put("label", text);
        return card;
    }

    /** No element of a kind that the page does not make of messages; the page itself has none of them in its body. */
    private void isTextOnly() {
        assertThat(
                        browser.all(
                                "body script, body img, body iframe, body object, body embed, body svg, body a, body b, "
                                        + "body link, body style, body base, body meta, body video, body audio, [style], [onerror], [href^=javascript]"))
                .isEmpty();
        browser.hasDoneNoHarm(simulator);
    }

    @Test
    void markupIsText() {
        for (String text :
                List.of(SCRIPT, IMAGE, "\"><svg onload=alert(4)>", "</textarea></style>" + IMAGE, "{{7*7}}${7*7}")) {
            sendAnyhow(Json.object().put("text", text).toString());
            sendAnyhow(hostileCard(text).toString());
        }
        open();
        browser.withText(".bubble.text", SCRIPT);
        browser.withText(".bubble.text", IMAGE);
        for (WebElement meta : browser.all(".row-of-chat .meta")) {
            browser.script("arguments[0].click()", meta);
            browser.one("sim-inspector .json");
            browser.all("sim-inspector summary").forEach(part -> browser.script("arguments[0].click()", part));
        }
        isTextOnly();
        browser.screenshot("hostile-1280-light");
        browser.becomes(PHONE, true);
        open();
        browser.one(".row-of-chat");
        browser.screenshot("hostile-360-dark");
    }

    @Test
    void everyButtonCanBeTapped() {
        sendAnyhow(hostileCard(IMAGE).toString());
        open();
        browser.one("[data-action=openurl]").click();
        browser.withText("dialog dd", LINK);
        browser.presses(Keys.ESCAPE);
        browser.none("dialog");
        browser.withText(".template-button", "<img").click();
        isTextOnly();
        assertThat(browser.script("return location.href").toString()).startsWith(simulator.pageUrl() + "#");
    }

    @Test
    void controlCharactersAreSeen() {
        sendAnyhow(Json.object()
                .put(
                        "text",
                        "zero\u0000 bell\u0007 escape\u001b[31m override\u202etxt.exe\u202c mark\ufeff c1\u0085 end")
                .toString());
        open();
        WebElement bubble = browser.withText(".bubble.text", "override");
        assertThat(bubble.getText()).contains("NUL", "BEL", "ESC", "U+202E", "U+202C", "U+FEFF", "U+0085");
        assertThat(browser.script("return document.querySelector('.bubble.text').textContent")
                        .toString())
                .doesNotContainPattern("[\\x00-\\x08\\u202a-\\u202e]");
        isTextOnly();
    }

    @Test
    void hugeTextsAreCut() {
        sendAnyhow(Json.object().put("text", "huge" + "x".repeat(800_000)).toString());
        sendAnyhow(hostileCard("wide" + "W".repeat(100_000)).toString());
        open();
        browser.withText(".bubble.text", "796,004 more characters");
        assertThat(browser.number("document.body.textContent.length")).isLessThan(100_000);
        assertThat(
                        browser.number(
                                "document.querySelector('.scroller').scrollWidth - document.querySelector('.scroller').clientWidth"))
                .isZero();
        isTextOnly();
    }

    @Test
    void idsAndNamesAreTextToo() {
        simulator.webhookUrl(WebhookKind.MESSAGES, "http://127.0.0.1:1/");
        simulator
                .userWrites(new MessengerUser(SCRIPT, IMAGE, "\u202e" + IMAGE), SCRIPT)
                .join();
        open();
        browser.withText(".conversation", "<img").click();
        browser.withText(".from-user .bubble", SCRIPT);
        browser.withText(".chat-head", IMAGE.substring(0, 10));
        browser.one(".from-user .meta").click();
        browser.withText("sim-inspector .json", SCRIPT);
        isTextOnly();
    }

    @Test
    void aTriedPayloadIsTextToo() {
        open();
        browser.withText("[role=tab]", "Try").click();
        browser.script(
                "const t = document.querySelector('sim-try textarea'); t.value = arguments[0]; t.dispatchEvent(new Event('input'))",
                hostileCard(IMAGE).toString());
        browser.withText("sim-try .preview", "<img");
        browser.one("sim-try [data-action=openurl]").click();
        browser.withText("dialog dd", LINK);
        isTextOnly();
    }
}
