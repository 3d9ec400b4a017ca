package io.github.camelcm.messenger.quickstart.chat;

import io.github.camelcm.messenger.quickstart.DeliveryReports;
import io.github.camelcm.messenger.quickstart.Pharmacy;
import io.github.camelcm.messenger.simulator.CmSimulator;
import io.github.camelcm.messenger.simulator.WebhookKind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.UUID;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.main.Main;
import org.apache.camel.main.SimpleMainShutdownStrategy;

/**
 * The bot and a simulated CM.com in one process, each on a free port of 127.0.0.1, each knowing the other's URL. They
 * talk over HTTP only, as they would in the real world.
 */
final class LocalPharmacy implements AutoCloseable {

    private static final String HOST = "http://127.0.0.1:";
    private static final String PAGE = "1234567890";

    /** Both the product token and the webhook's: of this run only. */
    static final String TOKEN = UUID.randomUUID().toString();

    private final CmSimulator simulator;
    private final Main bot;

    private LocalPharmacy(CmSimulator simulator, Main bot) {
        this.simulator = simulator;
        this.bot = bot;
    }

    /** Starts both; what is not set here comes from {@code application.properties}. */
    static LocalPharmacy start() {
        return start(new Properties());
    }

    /** @param settings override {@code application.properties} */
    static LocalPharmacy start(Properties settings) {
        CmSimulator simulator = CmSimulator.builder().productToken(TOKEN).start();
        Main bot = new Main(Pharmacy.class);
        // the usual strategy waits for the end of run(), which is not used here: Ctrl+C would hang
        bot.setShutdownStrategy(new SimpleMainShutdownStrategy());
        bot.addOverrideProperty("camel.server.port", "0");
        bot.addOverrideProperty("pharmacy.page-id", PAGE);
        bot.addOverrideProperty("pharmacy.webhook-token", TOKEN);
        bot.addOverrideProperty("camel.component.cm-messenger.product-token", TOKEN);
        bot.addOverrideProperty("camel.component.cm-messenger.gateway-url", simulator.gatewayUrl());
        settings.stringPropertyNames().forEach(name -> bot.addOverrideProperty(name, settings.getProperty(name)));
        LocalPharmacy pharmacy = new LocalPharmacy(simulator, bot);
        try {
            bot.start();
            simulator.webhookUrl(WebhookKind.MESSAGES, pharmacy.withToken(pharmacy.messagesUrl()));
            simulator.webhookUrl(WebhookKind.STATUSES, pharmacy.withToken(pharmacy.statusesUrl()));
            return pharmacy;
        } catch (RuntimeException e) {
            pharmacy.close();
            throw e;
        }
    }

    CmSimulator simulator() {
        return simulator;
    }

    String pageId() {
        return bot.getCamelContext().resolvePropertyPlaceholders("{{pharmacy.page-id}}");
    }

    /** The URL of the bot's server. */
    String url() {
        VertxPlatformHttpServer server = bot.getCamelContext().hasService(VertxPlatformHttpServer.class);
        return HOST + server.getPort();
    }

    /** What the bot listens on for messages; the token is missing. */
    String messagesUrl() {
        return url() + "/cm-messenger/" + pageId();
    }

    /** What the bot listens on for status reports; the token is missing. */
    String statusesUrl() {
        return url() + "/cm-messenger/statuses";
    }

    /** The URL that CM.com would be told. */
    String withToken(String webhookUrl) {
        String token = bot.getCamelContext().resolvePropertyPlaceholders("{{pharmacy.webhook-token}}");
        return webhookUrl + "?token=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
    }

    String orderReadyUrl(String order) {
        return url() + "/orders/" + order + "/ready";
    }

    /** What the bot was told about its messages. */
    DeliveryReports deliveryReports() {
        return bot.getCamelContext().getRegistry().findSingleByType(DeliveryReports.class);
    }

    @Override
    public void close() {
        bot.stop();
        simulator.close();
    }
}
