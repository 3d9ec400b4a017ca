package io.github.camelcm.messenger.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A journal that is full. */
class PageLoadTest extends PageCase {

    private static final int MOST_ROWS = 305;
    private static final int MOST_NODES = 8_000;

    private void sendTenThousand() {
        for (int batch = 0; batch < 10; batch++) {
            sendTexts(batch * 1000, 1000);
        }
    }

    private void sendTexts(int first, int count) {
        send(IntStream.range(first, first + count)
                .mapToObj(i -> "{\"body\": {\"content\": \"message " + i + "\"}}")
                .collect(Collectors.joining(",", "[", "]")));
    }

    private static long rows() {
        return browser.number("document.querySelectorAll('.timeline > li').length");
    }

    @Test
    void tenThousandMessagesStayUsable() {
        sendTenThousand();
        assertThat(simulator.journal().dropped()).isPositive();
        open();
        browser.withText(".bubble", "message 9999");
        browser.withText("sim-conversations .quiet", "oldest entries were dropped");
        for (int i = 0; i < 6; i++) {
            String before = topmost();
            browser.script("document.querySelector('.scroller').scrollTop = 0");
            await().atMost(Browser.PATIENCE).until(() -> !topmost().equals(before));
            assertThat(rows()).isLessThanOrEqualTo(MOST_ROWS);
        }
        assertThat(browser.number("document.querySelectorAll('*').length")).isLessThan(MOST_NODES);
        send("{\"text\": \"the newest of all\"}");
        browser.one(".jump").click();
        browser.withText(".bubble", "the newest of all");
        assertThat(rows()).isLessThanOrEqualTo(MOST_ROWS);
        browser.screenshot("full-1280-light");
        browser.hasDoneNoHarm(simulator);
    }

    private static String topmost() {
        return browser.script("return document.querySelector('.row-of-chat').dataset.sequence")
                .toString();
    }

    @Test
    void aMessageFarBackShowsWhatIsReportedOfIt() {
        try (TestWebhook webhook = new TestWebhook()) {
            simulator.webhookUrl(WebhookKind.STATUSES, webhook.url("/statuses"));
            sendTexts(0, 400);
            open();
            browser.withText(".bubble", "message 399");
            await().atMost(Browser.PATIENCE).until(() -> {
                browser.script("document.querySelector('.scroller').scrollTop = 0");
                return topmost().equals("2");
            });
            assertThat(browser.all(".row-of-chat")).hasSize(300);

            String first = simulator.journal().messages().get(0).reference();
            simulator.reportStatus(first, Status.of(StatusCode.READ)).join();
            browser.one(".row-of-chat[data-sequence='2'] .status.read");
            assertThat(browser.all(".status.read")).hasSize(1);
        }
    }

    @Test
    void whatComesWhileThePageIsOpenIsBoundedToo() {
        send("{\"text\": \"the first\"}");
        open();
        browser.withText(".bubble", "the first");
        sendTexts(0, 1000);
        sendTexts(1000, 1000);
        browser.withText(".bubble", "message 1999");
        assertThat(rows()).isLessThanOrEqualTo(MOST_ROWS);
        assertThat(browser.number("document.querySelectorAll('*').length")).isLessThan(MOST_NODES);
    }
}
