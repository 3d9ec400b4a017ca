package io.github.camelcm.messenger.karaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelcm.messenger.CmMessengerComponent;
import io.github.camelcm.messenger.simulator.CmSimulator;
import io.github.camelcm.messenger.simulator.MessengerUser;
import io.github.camelcm.messenger.simulator.WebhookKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class KarafIT {

    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final String VERSION = System.getProperty("project.version");
    private static Karaf karaf;
    private static CmSimulator simulator;
    private static int port;

    @BeforeAll
    static void start() throws Exception {
        Path repository = TARGET.resolve("stand-ins");
        StandIns standIns = StandIns.make(
                TARGET.resolve("for-karaf/apache-camel-features.xml"),
                List.of("camel-core", "camel-jackson", "camel-jetty", "camel-undertow", "camel-netty", "camel-netty-http", "camel-platform-http", "camel-platform-http-vertx", "camel-vertx-common"),
                repository);
        System.out.println("WRAPPED " + standIns.wrapped());
        System.out.println("EMPTY " + standIns.empty());
        Path mine = TARGET.resolve("ours");
        put(mine, "camel-cm-messenger", Path.of(CmMessengerComponent.class.getProtectionDomain().getCodeSource().getLocation().toURI()), ".jar");
        put(mine, "camel-cm-messenger", TARGET.resolve("for-karaf/camel-cm-messenger-features.xml"), "-features.xml");
        put(mine, "cm-messenger-karaf", TARGET.resolve("cm-messenger-karaf-" + VERSION + ".jar"), ".jar");
        put(mine, "cm-messenger-karaf", TARGET.resolve("karaf/features.xml"), "-features.xml");
        karaf = Karaf.unpack(TARGET.resolve("for-karaf/apache-karaf.tar.gz"), TARGET.resolve("apache-karaf"), Path.of(System.getProperty("java.home")), TARGET.resolve("karaf-output.log"), List.of(repository, mine));
        simulator = CmSimulator.builder().productToken("secret-product-token").start();
        port = Karaf.freePort();
        karaf.start();
    }

    private static void put(Path repository, String artifact, Path file, String ending) throws Exception {
        Path to = repository.resolve("io/github/camelcm").resolve(artifact).resolve(VERSION).resolve(artifact + "-" + VERSION + ending);
        Files.createDirectories(to.getParent());
        Files.copy(file, to, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void answers() throws Exception {
        System.out.println(karaf.run("feature:repo-add mvn:io.github.camelcm/cm-messenger-karaf/" + VERSION + "/xml/features"));
        System.out.println(karaf.run("feature:install cm-messenger-bot camel-jetty"));
        System.out.println(karaf.run("bundle:list -s -t 0"));
        Files.writeString(karaf.etc("cm-product-token"), "secret-product-token");
        Files.writeString(karaf.etc("cm.messenger.bot.cfg"), """
                pageId = 1234567890
                productToken = $[secret:cm-product-token]
                webhookToken = secret-webhook-token
                gatewayUrl = %s
                httpServer = jetty
                port = %d
                """.formatted(simulator.gatewayUrl(), port));
        simulator.webhookUrl(WebhookKind.MESSAGES, "http://127.0.0.1:" + port + "/cm-messenger/1234567890?token=secret-webhook-token");
        await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofSeconds(2)).until(() -> karaf.log().contains("started and consuming") || karaf.log().contains("ERROR"));
        System.out.println(karaf.run("scr:list; scr:details cm.messenger.bot; config:list \"(service.pid=cm.messenger.bot)\"; threads"));
        System.out.println(simulator.userWrites(new MessengerUser("1234567890", "6789012345678901"), "Hello").join());
        System.out.println(simulator.journal().messages());
        assertThat(simulator.journal().messages()).hasSize(1);
    }

    @AfterAll
    static void stop() {
        if (karaf != null) karaf.close();
        if (simulator != null) simulator.close();
    }
}
