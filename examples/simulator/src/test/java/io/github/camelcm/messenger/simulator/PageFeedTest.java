package io.github.camelcm.messenger.simulator;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The simulator ends and starts again while its page is open. */
class PageFeedTest extends PageCase {

    @TempDir
    private Path folder;

    private Path state() {
        return folder.resolve("state.json");
    }

    @Override
    CmSimulatorBuilder options() {
        return CmSimulator.builder().stateFile(state());
    }

    private void restart(CmSimulatorBuilder options) {
        int port = simulator.port();
        simulator.close();
        browser.withText(".connection.off", "reconnecting");
        simulator = options.port(port).start();
    }

    private void isLiveAgain() {
        browser.one(".connection:not(.off)", element -> element.getText().equals("live"));
    }

    @Test
    void whatItMissedIsShownOnceItIsBack() {
        send("{\"text\": \"before\"}");
        open();
        showsOnly("before");
        restart(options());
        send("{\"text\": \"meanwhile\"}");
        isLiveAgain();
        showsOnly("before", "meanwhile");
        send("{\"text\": \"afterwards\"}");
        showsOnly("before", "meanwhile", "afterwards");
    }

    @Test
    void nothingIsLeftOfASimulatorThatHasForgotten() {
        send("{\"text\": \"before\"}");
        open();
        showsOnly("before");
        browser.one(".row-of-chat .meta").click();
        browser.withText("sim-inspector .json", "before");
        restart(CmSimulator.builder());
        send("{\"text\": \"another beginning\"}"); // with the same number
        isLiveAgain();
        showsOnly("another beginning");
        browser.withText("sim-inspector", "Choose a message");
    }
}
