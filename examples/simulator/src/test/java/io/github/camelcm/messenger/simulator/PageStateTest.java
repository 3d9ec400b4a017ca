package io.github.camelcm.messenger.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.WebElement;

/** The whole state as a file that the browser saves, and back. */
class PageStateTest extends PageCase {

    @TempDir
    private Path downloads;

    private Path export() {
        browser.downloadsTo(downloads);
        browser.withText(".control button", "Export").click();
        Path file = downloads.resolve("cm-messenger-simulator.json");
        await().atMost(Browser.PATIENCE).until(() -> Files.exists(file));
        return file;
    }

    private void choose(Path file) {
        browser.all("input[type=file]").get(0).sendKeys(file.toString());
    }

    @Test
    void anExportedConversationIsBackAfterResetAndImport() throws Exception {
        send("{\"text\": \"Which size?\", \"suggestions\": [" + reply("S") + "," + reply("M") + "]}");
        simulator.webhookUrl(WebhookKind.MESSAGES, "http://127.0.0.1:1/");
        simulator.userWrites(Samples.JANE, "How much is it?").join();
        open();
        browser.withText("[role=tab]", "Controls").click();
        Path file = export();
        assertThat(file).hasContent(simulator.exportState().toString());

        browser.withText(".control button", "Reset").click();
        browser.withText("dialog button", "Reset").click();
        browser.none(".row-of-chat");
        send("{\"text\": \"Another story\"}"); // with the same numbers
        browser.withText(".from-page .bubble", "Another story");

        choose(file);
        browser.withText(".note", "The state was imported.");
        browser.withText(".from-user .bubble", "How much is it?");
        browser.withText(".from-page .bubble", "Which size?");
        assertThat(browser.all(".row-of-chat")).hasSize(2);
        browser.withText(".chat-head", "Jane");
        browser.hasDoneNoHarm(simulator);
    }

    @Test
    void anExportHoldsWhatCameToTheLastDigit() {
        new SimulatorClient(simulator)
                .send(Samples.request(Samples.msg(msg -> msg.put("number", new BigInteger("12345678901234567891")))));
        open();
        browser.withText("[role=tab]", "Controls").click();
        assertThat(export())
                .content()
                .isEqualTo(simulator.exportState().toString())
                .contains("\"number\":12345678901234567891");
    }

    @Test
    void aFileThatIsNoStateChangesNothing() throws Exception {
        send("{\"text\": \"Which size?\"}");
        open();
        browser.withText("[role=tab]", "Controls").click();
        choose(Files.writeString(downloads.resolve("other.json"), "{\"format\": \"other\"}"));
        WebElement note = browser.one(".note.error");
        assertThat(note.getText()).contains("Nothing was changed");
        browser.withText(".from-page .bubble", "Which size?");
    }
}
