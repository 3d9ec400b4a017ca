package io.github.camelcm.messenger.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** What is set from the page, and that nobody is disturbed who is about to. */
class PageControlsTest extends PageCase {

    private final TestWebhook webhook = new TestWebhook();

    @Override
    CmSimulatorBuilder options() {
        return CmSimulator.builder()
                .standingAt(Instant.parse("2026-05-04T10:00:00Z"))
                .webhookUrl(WebhookKind.MESSAGES, webhook.url("/messages?token=hush"))
                .webhookUrl(WebhookKind.STATUSES, webhook.url("/statuses"));
    }

    @AfterEach
    void closeWebhook() {
        webhook.close();
    }

    private void openControls() {
        open();
        browser.withText("[role=tab]", "Controls").click();
    }

    private static WebElement webhookField(String kind) {
        return browser.one(".webhook input[name=" + kind + "]");
    }

    private void calledAt(String pathAndQuery) {
        int before = webhook.calls().size();
        simulator.userWrites(Samples.JANE, "Hello").join();
        await().atMost(Browser.PATIENCE).until(() -> webhook.calls().size() > before);
        assertThat(webhook.calls().get(before).pathAndQuery()).isEqualTo(pathAndQuery);
    }

    @Test
    void aSecretThatIsNotShownIsNotLost() {
        openControls();
        browser.withText(".webhook", "A query is set, too");
        browser.one(".webhook input[name=messages] + button").click();
        webhookField("messages").sendKeys(Keys.ENTER);
        webhookField("statuses").sendKeys("/v2", Keys.ENTER);
        browser.withText(".note", "The webhook for statuses is set.");
        calledAt("/messages?token=hush");

        webhookField("messages").sendKeys("&more=1", Keys.ENTER);
        browser.withText(".note.error", "give the whole URL");
        calledAt("/messages?token=hush");

        webhookField("messages").clear();
        webhookField("messages").sendKeys(webhook.url("/other?token=new"), Keys.ENTER);
        browser.withText(".note", "The webhook for messages is set.");
        assertThat(webhookField("messages").getDomProperty("value")).endsWith("/other?***");
        calledAt("/other?token=new");
    }

    @Test
    void whatIsBeingTypedAndTheKeyboardStayWhileOthersChangeThings() {
        simulator.statusLadder(new StatusLadder(
                true, List.of(new StatusStep(Status.of(StatusCode.DELIVERED), Duration.ofSeconds(5)))));
        openControls();
        WebElement step = browser.one(".steps input");
        step.clear();
        step.sendKeys("7");
        simulator.statusLadder(new StatusLadder(false, simulator.statusLadder().steps()));
        browser.one(".switch[aria-checked=false]", element -> element.getText().equals("Report by itself"));
        step.sendKeys("1");
        assertThat(browser.one(".steps input").getDomProperty("value")).isEqualTo("71");

        webhookField("events").sendKeys("http://127");
        simulator.webhookUrl(WebhookKind.STATUSES, webhook.url("/changed"));
        browser.one(
                "input[name=statuses]", field -> field.getDomProperty("value").endsWith("/changed"));
        browser.presses(".0.0.1/");
        assertThat(webhookField("events").getDomProperty("value")).isEqualTo("http://127.0.0.1/");
    }

    @Test
    void theKeyboardStaysOnWhatItHasPressed() {
        FaultRule first = simulator.faults().add(Fault.of(FaultKind.UNAVAILABLE), FaultScope.next(1));
        simulator.faults().add(Fault.of(FaultKind.RESET_AFTER), FaultScope.next(1));
        openControls();
        browser.withText(".faults li", "unavailable");
        browser.script("document.querySelector('.faults button').focus()");
        browser.presses(Keys.ENTER);
        browser.one(".faults", list -> !list.getText().contains("unavailable"));
        assertThat(simulator.faults().list()).doesNotContain(first);
        assertThat(browser.focused().getTagName()).isNotEqualTo("body");

        for (String label : List.of("+5 min", "Runs", "Hold webhook calls")) {
            WebElement control = browser.withText(".control button", label);
            browser.script("arguments[0].focus()", control);
            browser.presses(Keys.ENTER);
            if (label.startsWith("+")) {
                browser.withText(".sim-clock", "10:05:00");
            } else {
                browser.one(".control button[aria-checked=true]", one -> one.getText()
                        .equals(label));
            }
            assertThat(browser.focused().getText()).isEqualTo(label);
        }
    }

    @Test
    void theKeyboardStaysInTheInspectorToo() {
        send("{\"text\": \"Hi\"}");
        open();
        browser.one(".row-of-chat .meta").click();
        pressesInTheInspector("Delivered");
        browser.withText("sim-inspector .badge", "delivered");
        browser.withText(".call td.good", "200");
        assertThat(browser.focused().getText()).isEqualTo("Delivered");
        pressesInTheInspector("Send again");
        browser.withText(".call tbody tr:nth-child(2)", "200");
        assertThat(browser.focused().getText()).isEqualTo("Send again");
    }

    private static void pressesInTheInspector(String label) {
        browser.script("arguments[0].focus()", browser.withText("sim-inspector button", label));
        browser.presses(Keys.ENTER);
    }

    @Test
    void aLongAdvanceIsSeenToBeUnderWay() {
        webhook.answer(500);
        simulator.userWrites(Samples.JANE, "Hello").join();
        webhook.saysNothing();
        openControls();
        browser.withText(".control .quiet", "1 wait for it, the first until 2026-05-04 10:05:00 UTC.");
        browser.withText(".control button", "+5 min").click();
        browser.withText(".control .busy", "Moving on, +5 min");
        browser.one(".control button[aria-disabled=true]", button -> button.getText()
                        .equals("+24 h"))
                .click(); // and does nothing
        webhook.close();
        browser.withText(".note", "The clock moved on; 1 thing was due.");
        browser.none(".control .busy");
        assertThat(simulator.clock().instant()).isEqualTo("2026-05-04T10:05:00Z");
    }
}
