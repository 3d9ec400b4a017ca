package io.github.camelcm.messenger.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** "Try a payload": what Messenger would show of it, and where a rule is broken. */
class PageTryTest extends PageCase {

    private WebElement tries(String payload) {
        open();
        browser.withText("[role=tab]", "Try").click();
        WebElement text = browser.one("sim-try textarea");
        text.sendKeys(payload);
        return text;
    }

    @Test
    void aPayloadIsExplainedAsItIsTypedAndNothingIsSent() {
        WebElement text = tries("{\"text\": \"Hello\", \"suggestions\": [{\"action\": \"Reply\", \"label\": \"Go\"}]}");
        browser.withText("sim-try .preview .bubble", "Hello");
        browser.one("sim-try .preview .quick-reply[data-violation=error]");
        browser.withText("sim-try .violation", "postbackdata-required").click();
        browser.one("sim-try .line.shown.error");
        text.sendKeys(Keys.BACK_SPACE);
        browser.withText("sim-try .bad", "JSON");
        assertThat(simulator.journal().entries()).isEmpty();
    }

    @Test
    void whatBreaksARuleIsMarkedAtTheMessageThatBreaksIt() {
        String unlabelled = "{\"action\": \"Reply\", \"postbackdata\": \"x\"}";
        tries("[{\"text\": \"Right\", \"suggestions\": [" + reply("A") + "," + reply("B") + "]}, "
                + "{\"text\": \"Wrong\", \"suggestions\": [" + reply("C") + "," + unlabelled + "]}, "
                + "{\"header\": \"Wrong too\", \"media\": {\"mediaUri\": \"ftp://x/y.png\", \"mimeType\": \"image/png\"}, "
                + "\"suggestions\": [" + reply("D") + "]}]");
        browser.withText(".preview:nth-child(3)", "Message 3");
        assertThat(violated(1)).isEmpty();
        assertThat(violated(2)).containsExactly("quick-reply");
        assertThat(violated(3)).contains("media").doesNotContain("template-button");

        browser.withText("sim-try .violation", "message 2: /richContent/conversation/0/suggestions/1/label")
                .click();
        browser.one(".preview:nth-child(2) .quick-reply.pointed:nth-child(2)");
        browser.withText("sim-try .violation", "message 3: /richContent/conversation/0/media")
                .click();
        browser.one(".preview:nth-child(3) .media.pointed");
        assertThat(browser.all(".pointed")).hasSize(1);
        browser.screenshot("try-several-1280-light");
    }

    /** The classes of what is marked in the preview of a message. */
    private static List<String> violated(int preview) {
        return browser.all(".preview:nth-child(" + preview + ") [data-violation=error]").stream()
                .map(element -> element.getAttribute("class").split(" ")[0])
                .toList();
    }

    @Test
    void ofVeryManyMessagesTheFirstAreShown() {
        open();
        browser.withText("[role=tab]", "Try").click();
        browser.script(
                "const t = document.querySelector('sim-try textarea'); t.value = arguments[0]; t.dispatchEvent(new Event('input'))",
                IntStream.range(0, 21)
                        .mapToObj(i -> "{\"text\": \"text " + i + "\"}")
                        .collect(Collectors.joining(",", "[", "]")));
        browser.withText(".previews .quiet", "The first 20 of 21 messages are shown.");
        assertThat(browser.all(".preview")).hasSize(20);
    }
}
