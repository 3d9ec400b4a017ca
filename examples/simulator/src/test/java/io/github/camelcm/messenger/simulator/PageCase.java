package io.github.camelcm.messenger.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.engine.SimpleCamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A browser and the component for a class of tests, and a simulator for each of them. */
abstract class PageCase {

    static final String CONVERSATION = "#page=" + Samples.PAGE + "&user=" + Samples.PSID;
    static final int PHONE = 360;
    static final int DESKTOP = 1280;

    static Browser browser;
    private static SimpleCamelContext camel;
    static ProducerTemplate component;

    CmSimulator simulator;

    @BeforeAll
    static void startBrowser() {
        browser = Browser.start();
        camel = new SimpleCamelContext();
        camel.start();
        component = camel.createProducerTemplate();
    }

    @AfterAll
    static void closeBrowser() throws Exception {
        if (browser != null) {
            browser.close();
            camel.close();
        }
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

    static String media(String name, String type) {
        return "{\"mediaName\": \"%s\", \"mediaUri\": \"https://media.example.com/%s\", \"mimeType\": \"%s\"}"
                .formatted(name, name, type);
    }

    static String reply(String label) {
        return "{\"action\": \"Reply\", \"label\": \"%s\", \"postbackdata\": \"data of %s\"}".formatted(label, label);
    }
}
