package io.github.camelcm.messenger.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.engine.SimpleCamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** One browser for all classes of tests, the component for each class, and a simulator for each test. */
@ExtendWith(SharedBrowser.class)
abstract class PageCase {

    static final String CONVERSATION = "#page=" + Samples.PAGE + "&user=" + Samples.PSID;
    static final int PHONE = 360;
    static final int DESKTOP = 1280;

    static Browser browser;
    private static SimpleCamelContext camel;
    static ProducerTemplate component;

    CmSimulator simulator;

    @BeforeAll
    static void startComponent() {
        camel = new SimpleCamelContext();
        camel.start();
        component = camel.createProducerTemplate();
    }

    @AfterAll
    static void closeComponent() throws Exception {
        camel.close();
    }

    @BeforeEach
    void startSimulator() {
        simulator = options().start();
        browser.becomes(DESKTOP, false);
    }

    CmSimulatorBuilder options() {
        return CmSimulator.builder();
    }

    @AfterEach
    void closeSimulator() {
        simulator.close();
    }

    /** Sends a conversation item, a message or a request through the component; it must be accepted. */
    void send(String json) {
        assertThat(sent(json, "strict")).isNull();
    }

    /** The same, whatever the rules and the gateway say of it. */
    void sendAnyhow(String json) {
        sent(json, "off");
    }

    private Exception sent(String json, String validation) {
        Exchange sent = component.request(
                "cm-messenger:" + Samples.PAGE + "?productToken=secret-token&to=" + Samples.PSID + "&validation="
                        + validation + "&gatewayUrl=" + simulator.gatewayUrl(),
                exchange -> exchange.getMessage().setBody(json.getBytes(StandardCharsets.UTF_8)));
        return sent.getException();
    }

    void open() {
        browser.opens(simulator, CONVERSATION);
    }

    /** Once everything is drawn, the chat has exactly these bubbles. */
    static void showsOnly(String... texts) {
        await().atMost(Browser.PATIENCE).untilAsserted(() -> assertThat(browser.script(
                        "return [...document.querySelectorAll('.row-of-chat .bubble')].map((one) => one.textContent)"))
                .isEqualTo(List.of(texts)));
    }

    static String media(String name, String type) {
        return "{\"mediaName\": \"%s\", \"mediaUri\": \"https://media.example.com/%s\", \"mimeType\": \"%s\"}"
                .formatted(name, name, type);
    }

    static String reply(String label) {
        return "{\"action\": \"Reply\", \"label\": \"%s\", \"postbackdata\": \"data of %s\"}".formatted(label, label);
    }
}
