package io.github.camelcm.messenger.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Everything is forgotten, or gone, while the page is open. */
class PageResetTest extends PageCase {

    @Test
    void anAnswerOfBeforeAResetIsNotShownAfterIt() {
        send("{\"text\": \"before\"}");
        open();
        showsOnly("before");
        browser.holdsAnswer("/conversations");
        send("{\"text\": \"just before\"}");
        browser.hasHeldAnAnswer();
        simulator.reset();
        send("{\"text\": \"after\"}");
        browser.givesAnswer();
        showsOnly("after");
    }

    @Test
    void aConversationOfBeforeAResetIsNotOpenedAfterIt() {
        browser.opens(simulator, "");
        browser.withText(".chat-head", "No conversation open");
        browser.holdsAnswer("/conversations");
        send("{\"text\": \"before\"}");
        browser.hasHeldAnAnswer();
        simulator.reset();
        browser.givesAnswer();
        browser.withText("sim-conversations .quiet", "No conversation yet.");
        browser.withText(".chat-head", "No conversation open");
    }

    @Test
    void theJournalForgetsWhatItWasBeingTold() {
        send("{\"text\": \"before\", \"suggestions\": [" + reply("Go") + "]}");
        open();
        browser.withText("[role=tab]", "Journal").click();
        browser.withText(".entry", "message");
        browser.holdsAnswer("/journal");
        send("{\"text\": \"just before\"}");
        browser.hasHeldAnAnswer();
        simulator.reset();
        browser.withText("sim-journal .quiet", "Nothing has happened yet.");
        browser.givesAnswer();
        sendAnyhow("{\"text\": \"" + "x".repeat(2001) + "\"}"); // with the numbers of what was accepted before
        browser.withText(".entry", "rejected");
        assertThat(browser.all(".entry")).hasSize(2).noneMatch(entry -> entry.getText()
                .contains("accepted"));
    }

    @Test
    void aResetBeforeTheFeedIsThereIsSeenOnceItIs() {
        Feed feed = simulator.core().feed();
        List<Runnable> others = Stream.<Runnable>generate(() -> new AtomicInteger()::incrementAndGet)
                .limit(FeedCall.MAX_CLIENTS)
                .toList();
        others.forEach(one -> feed.listen(one, FeedCall.MAX_CLIENTS));
        send("{\"text\": \"before\"}");
        browser.goesToPage(simulator, CONVERSATION);
        showsOnly("before");
        simulator.reset();
        send("{\"text\": \"after\"}");
        others.forEach(feed::forget);
        showsOnly("after");
    }

    @Test
    void whatIsInspectedAndGoneIsSaidOnce() {
        send("{\"text\": \"before\"}");
        open();
        browser.one(".row-of-chat .meta").click();
        browser.withText("sim-inspector .json", "before");
        simulator.journal().clear(); // unlike a reset, this is not told to the page
        send("{\"text\": \"one\"}");
        browser.withText(".row-of-chat .bubble", "one");
        browser.withText("sim-inspector", "The journal does not have it any more.");
        send("{\"text\": \"two\"}");
        browser.withText(".row-of-chat .bubble", "two");
        assertThat(browser.all(".note")).isEmpty();
    }

    @Test
    void afterAResetWithSomethingInspectedNoErrorIsShown() {
        send("{\"text\": \"before\"}");
        open();
        browser.one(".row-of-chat .meta").click();
        browser.withText("sim-inspector .json", "before");
        browser.holdsAnswer("/messages/");
        send("{\"text\": \"just before\"}");
        browser.hasHeldAnAnswer();
        simulator.reset();
        browser.withText("sim-inspector", "Choose a message");
        browser.givesAnswer();
        send("{\"text\": \"after\"}");
        showsOnly("after");
        browser.withText("sim-inspector", "Choose a message");
        assertThat(browser.all(".note")).isEmpty();
    }
}
