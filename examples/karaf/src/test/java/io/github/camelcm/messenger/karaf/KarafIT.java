package io.github.camelcm.messenger.karaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelcm.messenger.CmMessengerComponent;
import io.github.camelcm.messenger.simulator.CmSimulator;
import io.github.camelcm.messenger.simulator.Delivery;
import io.github.camelcm.messenger.simulator.Fault;
import io.github.camelcm.messenger.simulator.FaultPlace;
import io.github.camelcm.messenger.simulator.FaultScope;
import io.github.camelcm.messenger.simulator.MessengerUser;
import io.github.camelcm.messenger.simulator.SentMessage;
import io.github.camelcm.messenger.simulator.Status;
import io.github.camelcm.messenger.simulator.StatusCode;
import io.github.camelcm.messenger.simulator.WebhookKind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The bot in a real Apache Karaf, a process of its own, installed as the README says, and talked to through the
 * simulator. One Karaf for all tests, which follow one another as an administrator's day does.
 *
 * <p>Real are Karaf, all features files, ours and camel-karaf's, our two bundles, the part of Camel that knows OSGi
 * (camel-core-osgi), and every library, from Maven Central. In place of camel-karaf's other bundles are those that
 * {@link StandIns} makes of Camel's plain jars.
 */
@ExtendWith(Jdk17.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KarafIT {

    private static final String VERSION = System.getProperty("project.version");
    private static final String GROUP = "io.github.camelcm";
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final OurBundle BOT = new OurBundle("cm-messenger-karaf");
    private static final OurBundle COMPONENT = new OurBundle("camel-cm-messenger");
    private static final String PAGE = "1234567890";
    private static final String PRODUCT_TOKEN = "product-0123456789";
    private static final String WEBHOOK_TOKEN = "webhook-0123456789";
    private static final List<String> SERVERS =
            List.of("camel-jetty", "camel-undertow", "camel-netty-http", "camel-cm-messenger-vertx");
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private record OurBundle(String artifact) {

        String symbolicName() {
            return GROUP + "." + artifact;
        }

        void addTo(LocalRepository to, Path jar, Path features) throws IOException {
            Files.copy(jar, to.place(GROUP, artifact, VERSION, ".jar"));
            Files.copy(features, to.place(GROUP, artifact, VERSION, "-features.xml"));
        }

        /** Another version of it. */
        Path update(String version) throws IOException {
            return repository.addUpdate(GROUP, artifact, repository.place(GROUP, artifact, VERSION, ".jar"), version);
        }
    }

    private static LocalRepository repository;
    private static Karaf karaf;
    private static CmSimulator simulator;
    private static StandIns standIns;
    private static int port;
    private static long users;

    @BeforeAll
    static void installAsTheReadmeSays() throws Exception {
        Path java = Jdk17.home();
        repository = LocalRepository.empty(TARGET.resolve("for-karaf/repository"));
        Path ours = Path.of(CmMessengerComponent.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        COMPONENT.addTo(repository, ours, TARGET.resolve("for-karaf/camel-cm-messenger-features.xml"));
        BOT.addTo(
                repository,
                TARGET.resolve("cm-messenger-karaf-" + VERSION + ".jar"),
                TARGET.resolve("karaf/features.xml"));
        List<String> features = new ArrayList<>(SERVERS);
        features.addAll(List.of("camel-jackson", "camel-platform-http-vertx")); // what ours need
        standIns = StandIns.make(TARGET.resolve("for-karaf/apache-camel-features.xml"), features, repository);

        karaf = Karaf.unpack(
                TARGET.resolve("for-karaf/apache-karaf.tar.gz"), TARGET.resolve("apache-karaf"), java, repository);
        karaf.write("cm-product-token", PRODUCT_TOKEN);
        karaf.start();
        simulator = CmSimulator.builder().productToken(PRODUCT_TOKEN).start();

        karaf.run("feature:repo-add mvn:io.github.camelcm/cm-messenger-karaf/" + VERSION + "/xml/features");
        karaf.run("feature:install cm-messenger-bot " + String.join(" ", SERVERS));
    }

    @AfterAll
    static void end() {
        if (karaf != null) {
            karaf.close();
        }
        if (simulator != null) {
            simulator.close();
        }
    }

    @Test
    @Order(1)
    void whatIsNotReal() {
        assertThat(standIns.empty()).containsExactlyInAnyOrder("camel-directvm", "camel-karaf-shell", "camel-vm");
        assertThat(standIns.wrapped())
                .contains("camel-api-4.14.0.jar", "camel-support-4.14.0.jar", "camel-jetty-4.14.0.jar")
                .noneMatch(name -> name.contains("osgi"));
    }

    @Test
    @Order(2)
    void waitsForItsConfiguration() throws Exception {
        assertThat(karaf.run("bundle:list -t 0 -s | grep " + BOT.symbolicName()))
                .contains("Active");
        assertThat(karaf.log()).doesNotContain("listens on");
    }

    @ParameterizedTest(name = "httpServer = {0}")
    @ValueSource(strings = {"undertow", "netty-http", "platform-http", "", "jetty"})
    @Order(3)
    void answersAMessageOnEachHttpServer(String server) throws Exception {
        listenWith(server);
        MessengerUser user = newUser();

        assertThat(simulator.userWrites(user, "Hello").join().status()).isEqualTo(200);

        assertThat(repliesTo(user)).singleElement().satisfies(reply -> {
            assertThat(reply.accepted()).isTrue();
            assertThat(reply.msg().toString()).contains("How can we help?");
        });
    }

    @Test
    @Order(4)
    void aTapGetsItsAnswerAndTheReportOfItIsLogged() throws Exception {
        MessengerUser user = newUser();
        simulator.userWrites(user, "Hi").join();
        simulator.userTaps(user, "Opening hours").join();
        SentMessage hours = repliesTo(user).get(1);
        assertThat(hours.msg().toString()).contains("from 9 to 18");

        simulator
                .reportStatus(hours.reference(), Status.of(StatusCode.DELIVERED))
                .join();

        await().atMost(PATIENCE).until(() -> karaf.log().contains(hours.reference() + " is DELIVERED"));
        assertThat(repliesTo(user)).hasSize(2);
    }

    @Test
    @Order(5)
    void theListOfPropertiesAndTheLogShowNoProductToken() throws Exception {
        assertThat(karaf.run("config:property-list --pid cm.messenger.bot"))
                .contains("$[secret:cm-product-token]")
                .doesNotContain(PRODUCT_TOKEN);
        assertThat(karaf.log()).doesNotContain(PRODUCT_TOKEN).doesNotContain(WEBHOOK_TOKEN);
    }

    @Test
    @Order(6)
    void aRestartWithRepliesUnderWayLosesNothingAndSendsNothingTwice() throws Exception {
        int underWay = 5;
        simulator.faults().add(Fault.slow(FaultPlace.GATEWAY, Duration.ofSeconds(10)), FaultScope.next(underWay));
        List<MessengerUser> writers = new ArrayList<>();
        List<CompletableFuture<Delivery>> calls = new ArrayList<>();
        for (int i = 0; i < underWay; i++) {
            writers.add(newUser());
            calls.add(simulator.userWrites(writers.get(i), "Before the restart"));
        }
        await().atMost(PATIENCE).until(() -> simulator.faults().list().get(0).fired() == underWay);

        int logged = karaf.log().length();
        CompletableFuture<Void> restart = karaf.restart(BOT.symbolicName());
        await().atMost(PATIENCE).until(() -> karaf.log().substring(logged).contains("is shutting down"));
        assertThat(calls).as("replies that are under way").noneMatch(CompletableFuture::isDone);
        for (int i = 0; i < 20; i++) {
            MessengerUser user = newUser();
            writers.add(user);
            calls.add(simulator.userWrites(user, "During the restart"));
        }
        restart.join();
        calls.forEach(CompletableFuture::join);
        awaitListening();
        simulator.clock().advance(Duration.ofMinutes(5)).join(); // CM.com tries again what was refused

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(writers)
                .allSatisfy(user -> assertThat(repliesTo(user)).hasSize(1)));
        assertThat(calls.subList(0, underWay))
                .as("what was under way was finished")
                .allSatisfy(call -> assertThat(call.join().status()).isEqualTo(200));
    }

    @Test
    @Order(7)
    void anUpdateOfEitherBundleGoesOnAnswering() throws Exception {
        for (OurBundle bundle : List.of(BOT, COMPONENT)) {
            String name = bundle.symbolicName();
            karaf.run("bundle:update " + name + " "
                    + bundle.update("0.1.0.updated").toUri());
            int logged = karaf.log().length();
            karaf.run("bundle:refresh " + name); // returns before the bundles stop and start
            await().atMost(PATIENCE).until(() -> karaf.log().substring(logged).contains("listens on"));
            assertThat(karaf.run("bundle:list -t 0 -s | grep " + name)).contains("Active", "0.1.0.updated");
            awaitListening();
            MessengerUser user = newUser();

            assertThat(simulator.userWrites(user, "Hello").join().status()).isEqualTo(200);

            assertThat(repliesTo(user)).hasSize(1);
        }
    }

    @Test
    @Order(8)
    void anUninstallLeavesNoThreadAndNoListener() throws Exception {
        assertThat(karaf.threads()).anyMatch(KarafIT::isOurs);

        karaf.run("feature:uninstall cm-messenger-bot");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(karaf.threads()).noneMatch(KarafIT::isOurs));
        assertThat(karaf.run("bundle:list -t 0 -s")).doesNotContain("io.github.camelcm");
        assertThat(answerWithoutToken()).isZero();
    }

    private static boolean isOurs(String thread) {
        return thread.matches("(?i).*(camel|cm-messenger|httpclient|qtp|xnio|vert\\.x|netty|eventloop).*");
    }

    private static void listenWith(String server) throws Exception {
        port = Karaf.freePort();
        karaf.write("cm.messenger.bot.cfg", """
                pageId = %s
                productToken = $[secret:cm-product-token]
                webhookToken = %s
                gatewayUrl = %s
                httpServer = %s
                port = %d
                """.formatted(PAGE, WEBHOOK_TOKEN, simulator.gatewayUrl(), server, port));
        String url = "http://127.0.0.1:" + port + "/cm-messenger/";
        simulator.webhookUrl(WebhookKind.MESSAGES, url + PAGE + "?token=" + WEBHOOK_TOKEN);
        simulator.webhookUrl(WebhookKind.STATUSES, url + "statuses?token=" + WEBHOOK_TOKEN);
        awaitListening();
    }

    /** Both routes are there: the later one answers, and asks for the token. */
    private static void awaitListening() {
        await().atMost(PATIENCE).until(() -> answerWithoutToken() == 401);
    }

    private static int answerWithoutToken() throws InterruptedException {
        HttpRequest call = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/cm-messenger/statuses"))
                .header("Content-Type", "application/json")
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        try {
            return HttpClient.newHttpClient()
                    .send(call, BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0; // nobody listens
        }
    }

    private static MessengerUser newUser() {
        return new MessengerUser(PAGE, String.valueOf(6789012345678900L + ++users));
    }

    private static List<SentMessage> repliesTo(MessengerUser user) {
        return simulator.journal().messages().stream()
                .filter(message -> message.psid().equals(user.psid()))
                .toList();
    }
}
