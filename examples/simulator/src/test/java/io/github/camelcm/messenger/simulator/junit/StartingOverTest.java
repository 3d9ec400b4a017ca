package io.github.camelcm.messenger.simulator.junit;

import static io.github.camelcm.messenger.simulator.junit.Bot.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcm.messenger.model.MessageBuilder;
import io.github.camelcm.messenger.simulator.CmSimulator;
import io.github.camelcm.messenger.simulator.MessengerUser;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A conversation goes on after a reset and after an import, which give sequence numbers anew. */
class StartingOverTest {

    private static final Duration SHORT = Duration.ofMillis(50);

    private final CmSimulator simulator = CmSimulator.builder().start();
    private final Bot bot = new Bot();
    private final Conversation jane =
            Conversation.with(simulator, new MessengerUser(Bot.PAGE, Bot.PSID)).within(Duration.ofSeconds(20));

    @AfterEach
    void close() {
        bot.close();
        simulator.close();
    }

    private void pageSends(MessageBuilder message) {
        assertThat(bot.send(simulator, message)).isEqualTo(200);
    }

    @Test
    void startsOverWhenTheTestItselfResetsTheSimulator() {
        pageSends(message("r1").text("One"));
        pageSends(message("r2").text("Two"));
        jane.expectText("One").expectText("Two");
        simulator.reset();
        pageSends(message("r3").text("Three"));
        jane.expectText("Three").expectNothing(SHORT);
    }

    @Test
    void startsOverInTheMiddleOfAnExpectation() throws Exception {
        pageSends(message("r1").text("One"));
        pageSends(message("r2").text("Two"));
        jane.expectText("One").expectText("Two");
        Thread later = new Thread(() -> {
            simulator.reset();
            pageSends(message("r3").text("Three"));
        });
        CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> jane.expectText("Three"));
        later.start();
        waiting.get(60, TimeUnit.SECONDS);
        later.join();
    }

    @Test
    void startsOverWithAnImportedState() {
        pageSends(message("r1").text("One"));
        jane.expectText("One");
        simulator.importState(simulator.exportState());
        jane.expectText("One").expectNothing(SHORT);
    }
}
