package io.github.camelcm.messenger.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** More tabs of one browser than it allows connections to one host. */
class PageTabsTest extends PageCase {

    private static void seen(List<String> tabs, String text) {
        for (String tab : tabs) {
            browser.goesTo(tab);
            browser.withText(".row-of-chat .bubble", text);
        }
    }

    @Test
    void eightTabsAreLiveWithOneConnectionAlsoWhenTheFirstIsClosed() {
        open();
        List<String> tabs = new ArrayList<>(List.of(browser.tab()));
        for (int i = 0; i < 7; i++) {
            tabs.add(browser.opensTab(simulator.pageUrl() + CONVERSATION));
            browser.withText(".connection", "live");
        }
        send("{\"text\": \"for all tabs\"}");
        seen(tabs, "for all tabs");
        assertThat(simulator.core().feed().listeners()).isOne();

        browser.goesTo(tabs.remove(0));
        browser.closesTab();
        send("{\"text\": \"without the first\"}");
        seen(tabs, "without the first");

        String other = browser.opensTab("about:blank");
        tabs.forEach(tab -> {
            browser.goesTo(tab);
            browser.closesTab();
        });
        browser.goesTo(other);
        await().atMost(Browser.PATIENCE).until(() -> simulator.core().feed().listeners() == 0);
    }
}
