package io.github.camelcm.messenger.karaf;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcm.messenger.simulator.CmSimulator;
import io.github.camelcm.messenger.simulator.Fault;
import io.github.camelcm.messenger.simulator.FaultScope;
import io.github.camelcm.messenger.simulator.MessengerUser;
import io.github.camelcm.messenger.simulator.SentMessage;
import io.github.camelcm.messenger.simulator.WebhookKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The Blueprint file's routes, read by Camel's own reader of Blueprint files, which knows no OSGi. That camel-blueprint
 * reads them as well is not shown here: that bundle cannot be had where this is built.
 */
class EchoRouteTest {

    private static final MessengerUser USER = new MessengerUser("1234567890", "6789012345678901");

    @TempDir
    private Path givenUp;

    private final CmSimulator simulator =
            CmSimulator.builder().productToken("product-secret").start();
    private final CamelContext context = new DefaultCamelContext();

    @BeforeEach
    void start() throws Exception {
        int port = Karaf.freePort();
        Properties configuration = new Properties();
        configuration.put("pageId", USER.pageId());
        configuration.put("productToken", "product-secret");
        configuration.put("webhookToken", "webhook-secret");
        configuration.put("gatewayUrl", simulator.gatewayUrl());
        configuration.put("givenUp", givenUp.toString());
        context.getPropertiesComponent().setInitialProperties(configuration);
        String blueprint = Files.readString(Path.of("src/main/blueprint/echo.xml"));
        assertThat(blueprint).contains("port=\"8081\"");
        PluginHelper.getRoutesLoader(context)
                .loadRoutes(ResourceHelper.fromString(
                        "echo.xml", blueprint.replace("port=\"8081\"", "port=\"" + port + "\"")));
        context.start();
        simulator.webhookUrl(
                WebhookKind.MESSAGES, "http://127.0.0.1:" + port + "/cm-messenger/1234567890?token=webhook-secret");
    }

    @AfterEach
    void stop() throws Exception {
        context.close();
        simulator.close();
    }

    @Test
    void repeatsWhatTheUserWrote() {
        assertThat(simulator.userWrites(USER, "Hello").join().status()).isEqualTo(200);

        assertThat(simulator.journal().messages())
                .singleElement()
                .extracting(SentMessage::msg)
                .asString()
                .contains("You wrote: Hello");
    }

    @Test
    void putsAsideWhatCannotBeAnsweredSoThatItIsNotDeliveredForAMonth() {
        simulator.faults().add(Fault.rejectedMessage(1), FaultScope.next(1));

        assertThat(simulator.userWrites(USER, "Hello").join().status()).isEqualTo(200);

        assertThat(givenUp).isDirectoryContaining(file -> file.toString().endsWith(".json"));
    }
}
