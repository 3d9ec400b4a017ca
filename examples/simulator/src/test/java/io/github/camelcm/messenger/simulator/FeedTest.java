package io.github.camelcm.messenger.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The live feed, over bare sockets. */
class FeedTest {

    private final CmSimulator simulator = CmSimulator.builder().start();
    private final SimulatorClient client = new SimulatorClient(simulator);
    private final List<Listener> listeners = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (Listener listener : listeners) {
            listener.socket.close();
        }
        simulator.close();
    }

    private record Event(String type, String id, String data) {}

    private static final class Listener {

        private final Socket socket;
        private final BufferedReader in;

        Listener(int port, String lastEventId) throws IOException {
            socket = new Socket("127.0.0.1", port);
            socket.setSoTimeout(10_000);
            String resume = lastEventId.isEmpty() ? "" : "Last-Event-ID: " + lastEventId + "\r\n";
            socket.getOutputStream()
                    .write(("GET /simulator/api/feed HTTP/1.1\r\nHost: localhost\r\n" + resume + "\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        }

        String line() throws IOException {
            return in.readLine();
        }

        /** The next line with that start. */
        String next(String start) throws IOException {
            String line;
            while ((line = line()) != null) {
                if (line.startsWith(start)) {
                    return line.substring(start.length());
                }
            }
            throw new IOException("the feed has ended");
        }

        Event event() throws IOException {
            return new Event(next("event: "), next("id: "), next("data: "));
        }
    }

    private Listener listen(String lastEventId) throws IOException {
        Listener listener = new Listener(simulator.port(), lastEventId);
        listeners.add(listener);
        return listener;
    }

    private void send() {
        client.send(Samples.request(Samples.msg()));
    }

    @Test
    void tellsOfEntriesAndChangesAsTheyHappen() throws IOException {
        Listener listener = listen("");
        assertThat(listener.line()).isEqualTo("HTTP/1.1 200 OK");
        assertThat(listener.next("Content-Type: ")).isEqualTo("text/event-stream");
        assertThat(listener.event().type()).isEqualTo("start");
        send();
        simulator.faults().add(Fault.throttled(1), FaultScope.always());
        simulator.clock().advance(Duration.ofMinutes(5)).join();
        simulator.statusLadder(StatusLadder.ON);
        simulator.deliveries().hold(true);
        simulator.webhookUrl(WebhookKind.MESSAGES, "http://localhost/");
        simulator.reset();
        assertThat(listener.event().data()).isEqualTo("{\"type\":\"request\",\"sequence\":1}");
        assertThat(listener.event().data()).isEqualTo("{\"type\":\"message\",\"sequence\":2}");
        for (String what : List.of("faults", "clock", "ladder", "held", "webhooks")) {
            assertThat(listener.event().data()).isEqualTo("{\"what\":\"" + what + "\"}");
        }
        assertThat(listener.event().type()).isEqualTo("reset");
    }

    @Test
    void goesOnAfterTheLastEventThatWasReceived() throws IOException {
        Listener first = listen("");
        first.event();
        send();
        Event seen = first.event();
        first.socket.close();
        Listener again = listen(seen.id());
        assertThat(again.event()).isEqualTo(new Event("start", seen.id(), "{}"));
        assertThat(again.event().data()).contains("\"message\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "0-0", "-1", "zzzzzzzz-1", "1-99999999999999999999"})
    void anIdItDoesNotKnowMeansToReadEverythingAgain(String id) throws IOException {
        Listener listener = listen(id);
        assertThat(listener.event().type()).isEqualTo("reset");
        send();
        assertThat(listener.event().type()).isEqualTo("entry");
    }

    @Test
    void anIdOfAnEventToComeMeansToReadEverythingAgain() throws IOException {
        Listener first = listen("");
        String id = first.event().id();
        assertThat(listen(id.replaceAll("-0$", "-1")).event().type()).isEqualTo("reset");
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 1001})
    void goesBackAThousandEventsAndNotOneMore(int events) throws IOException {
        Listener first = listen("");
        String id = first.event().id();
        first.socket.close();
        for (int i = 0; i < events; i++) {
            simulator.deliveries().hold(true);
        }
        assertThat(listen(id).event().type()).isEqualTo(events <= Feed.MAX_EVENTS ? "start" : "reset");
    }

    @Test
    void takesSoManyClientsAndNoMoreUntilOneGoes() throws Exception {
        for (int i = 0; i < FeedCall.MAX_CLIENTS; i++) {
            listen("").event();
        }
        assertThat(client.get("/feed").status()).isEqualTo(503);
        listeners.get(0).socket.close();
        Feed feed = simulator.core().feed();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (feed.listeners() == FeedCall.MAX_CLIENTS && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(listen("").event().type()).isEqualTo("start");
    }

    @Test
    void aClientThatReadsNothingIsDroppedWithoutHarmToOthers() throws Exception {
        Feed feed = simulator.core().feed();
        Listener slow = listen("");
        slow.event();
        Listener quick = listen("");
        quick.event();
        Thread reader = new Thread(() -> {
            try {
                while (quick.line() != null) {
                    // reads on
                }
            } catch (IOException e) {
                // the test is over
            }
        });
        reader.start();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10); // sooner than the next heart beat
        int made = 0;
        while (feed.listeners() == 2 && System.nanoTime() < deadline) {
            feed.changed("x".repeat(10_000)); // larger than any real one, to fill the socket's buffers soon
            if (++made % 100 == 0) {
                client.get("/clock"); // lets the event loop breathe
            }
        }
        assertThat(feed.listeners()).isEqualTo(1);
        quick.socket.close();
        reader.join(10_000);
    }

    @Test
    void beatsWhenNothingHappens() throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            Router router = Router.router(vertx);
            new FeedCall(new Feed(0), 50).mount(router);
            HttpServer server = vertx.createHttpServer()
                    .requestHandler(router)
                    .listen(0, "127.0.0.1")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(20, TimeUnit.SECONDS);
            Listener listener = new Listener(server.actualPort(), "");
            assertThat(listener.event().type()).isEqualTo("start");
            assertThat(listener.next(": ")).isEqualTo("beat");
            assertThat(listener.next(": ")).isEqualTo("beat");
            listener.socket.close();
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
        }
    }
}
