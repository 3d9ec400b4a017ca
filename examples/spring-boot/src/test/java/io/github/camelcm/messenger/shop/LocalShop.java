package io.github.camelcm.messenger.shop;

import io.github.camelcm.messenger.simulator.CmSimulator;
import io.github.camelcm.messenger.simulator.MessengerUser;
import io.github.camelcm.messenger.simulator.StatusLadder;
import io.github.camelcm.messenger.simulator.WebhookKind;
import io.github.camelcm.messenger.simulator.junit.Conversation;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The shop and a simulated CM.com in one process, each on a free port of 127.0.0.1. They talk over HTTP only, as they
 * would in the real world. {@code main} starts both and says what to look at.
 */
public final class LocalShop implements AutoCloseable {

    static final MessengerUser JANE = new MessengerUser("1234567890", "6789012345678901", "Jane");

    private static final String TOKEN = UUID.randomUUID().toString();

    private final CmSimulator simulator;
    private ConfigurableApplicationContext shop;

    private LocalShop(CmSimulator simulator, ConfigurableApplicationContext shop) {
        this.simulator = simulator;
        this.shop = shop;
        tellCm();
    }

    private void tellCm() {
        simulator.webhookUrl(WebhookKind.MESSAGES, webhookUrl(JANE.pageId()));
        simulator.webhookUrl(WebhookKind.STATUSES, webhookUrl("statuses"));
    }

    /** @param arguments override {@code application.yml} */
    static LocalShop start(String... arguments) {
        CmSimulator simulator = CmSimulator.builder()
                .productToken(TOKEN)
                .statusLadder(StatusLadder.ON)
                .start();
        try {
            return new LocalShop(simulator, run(simulator, arguments));
        } catch (RuntimeException e) {
            simulator.close();
            throw e;
        }
    }

    private static ConfigurableApplicationContext run(CmSimulator simulator, String... arguments) {
        Stream<String> local = Stream.of(
                "--server.port=0",
                "--spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_ON_EXIT=FALSE",
                "--shop.page-id=" + JANE.pageId(),
                "--camel.component.cm-messenger.product-token=" + TOKEN,
                "--camel.component.cm-messenger.webhook-token=" + TOKEN,
                "--camel.component.cm-messenger.gateway-url=" + simulator.gatewayUrl());
        // of two equal arguments Spring would take both
        List<String> names = Arrays.stream(arguments).map(LocalShop::name).toList();
        return SpringApplication.run(
                Shop.class,
                Stream.concat(local.filter(argument -> !names.contains(name(argument))), Arrays.stream(arguments))
                        .toArray(String[]::new));
    }

    private static String name(String argument) {
        return argument.substring(0, argument.indexOf('='));
    }

    String url() {
        return "http://127.0.0.1:" + shop.getEnvironment().getProperty("local.server.port");
    }

    private String webhookUrl(String name) {
        return url() + "/cm-messenger/" + name + "?token=" + TOKEN;
    }

    CmSimulator simulator() {
        return simulator;
    }

    Conversation conversation(MessengerUser user) {
        return Conversation.with(simulator, user);
    }

    Outbox outbox() {
        return shop.getBean(Outbox.class);
    }

    /** Ends the shop alone; CM.com does not go away. */
    void closeShop() {
        shop.close();
    }

    /** Starts the shop again, on another port. */
    void startShop(String... arguments) {
        shop = run(simulator, arguments);
        tellCm();
    }

    @Override
    public void close() {
        shop.close();
        simulator.close();
    }

    /**
     * Starts both and shows the first message to a customer.
     *
     * @param arguments {@code --end}: ends then; without it, everything keeps running
     */
    public static void main(String... arguments) throws Exception {
        List<String> given = List.of(arguments);
        try (LocalShop shop = start("--spring.main.banner-mode=off", "--logging.level.root=warn")) {
            show(shop, System.out);
            if (!given.contains("--end")) {
                new CountDownLatch(1).await();
            }
        }
        System.exit(0); // other threads of this process may be Maven's
    }

    private static void show(LocalShop shop, PrintStream out) throws Exception {
        Conversation jane = shop.conversation(JANE).within(Duration.ofSeconds(60));
        jane.says("Hello").expectTextContaining("We know of no order of yours");
        new ShopClient(shop.url()).put("1001", JANE.psid(), "CONFIRMED");
        jane.expectCard("Order 1001 is confirmed").expectButtons("Where is my order?", "See it");
        out.println("Everything runs until you end it with Ctrl+C.");
        out.println("  What the shop sends:  " + shop.url() + "/");
        out.println("  What Jane sees:       " + shop.simulator().pageUrl());
        out.println();
        out.println("Tell Jane that her order is on its way:");
        out.println("  " + curl(shop.url(), "SHIPPED"));
        out.println("Then tap on \"Where is my order?\" in her chat.");
        out.flush();
    }

    /** The line that the README shows, too. */
    static String curl(String url, String state) {
        return "curl -X PUT -H 'Content-Type: application/json' -d '{\"psid\": \"" + JANE.psid() + "\", \"state\": \""
                + state + "\"}' " + url + "/orders/1001";
    }
}
