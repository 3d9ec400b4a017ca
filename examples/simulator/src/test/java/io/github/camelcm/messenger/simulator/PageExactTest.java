package io.github.camelcm.messenger.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What came is shown as it came. */
class PageExactTest extends PageCase {

    private static final String BIG = "12345678901234567891";

    private void sendRaw(String more) {
        String msg = Samples.msg().toString();
        String request = "{\"messages\": {\"msg\": [" + msg.substring(0, msg.length() - 1) + ", " + more + "}]}}";
        assertThat(new SimulatorClient(simulator).send(request).status()).isEqualTo(200);
    }

    @Test
    void digitsAndRepeatedMembersOfARequestAreShown() {
        sendRaw("\"number\": " + BIG + ", \"price\": 1.10, \"twice\": \"first\", \"twice\": \"second\"");
        open();
        browser.one(".row-of-chat .meta").click();
        browser.withText("details[data-part=message] .json", "\"number\": " + BIG);
        browser.one("details[data-part=request] summary").click();
        assertThat(browser.withText("details[data-part=request] .json", "messages")
                        .getText())
                .contains("\"number\": " + BIG, "\"price\": 1.10", "\"twice\": \"first\"", "\"twice\": \"second\"");
        browser.withText("[role=tab]", "Journal").click();
        browser.withText(".entry", "POST gateway").click();
        assertThat(browser.withText("sim-journal .json", "messages").getText())
                .contains("\"number\": " + BIG, "\"price\": 1.10", "\"twice\": \"first\"", "\"twice\": \"second\"");
    }

    @Test
    void whatIsTriedIsShownAsItWasTyped() {
        open();
        browser.withText("[role=tab]", "Try").click();
        browser.one("sim-try textarea")
                .sendKeys("{\"text\": \"Hello\", \"number\": " + BIG + ", \"text\": \"Good evening\"}");
        browser.withText("sim-try .preview .bubble", "Good evening");
        assertThat(browser.one("sim-try .json").getText())
                .contains("\"number\": " + BIG, "\"text\": \"Hello\"", "\"text\": \"Good evening\"");
    }
}
