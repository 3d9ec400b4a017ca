package io.github.camelcm.messenger.shop;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelcm.messenger.simulator.Delivery;
import io.github.camelcm.messenger.simulator.Fault;
import io.github.camelcm.messenger.simulator.FaultScope;
import io.github.camelcm.messenger.simulator.SentMessage;
import io.github.camelcm.messenger.simulator.StatusLadder;
import io.github.camelcm.messenger.simulator.junit.Conversation;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a database file holds outlives the process. */
class RestartTest {

    @TempDir
    private Path folder;

    private String database() {
        return "jdbc:h2:file:" + folder.resolve("shop") + ";DB_CLOSE_ON_EXIT=FALSE";
    }

    private String[] settings() {
        return new String[] {"--spring.datasource.url=" + database(), "--shop.outbox-period=20ms"};
    }

    /** One message is as a process leaves it that dies while it sends; the time of others that wait has come. */
    private void letAnHourPassWithACrash() throws SQLException {
        try (Connection connection = DriverManager.getConnection(database());
                Statement statement = connection.createStatement()) {
            statement.execute("insert into message (reference, psid, json, sending, due, created, changed) values"
                    + " ('crashed', '4711', '{}', 'SENDING', now(), now(), now())");
            statement.execute("update message set due = now() where sending = 'PENDING'");
        }
    }

    @Test
    void everythingIsThereAfterARestartAndNothingIsSentTwice() throws Exception {
        try (LocalShop local = LocalShop.start(settings())) {
            ShopClient before = new ShopClient(local.url());
            Conversation jane = local.conversation(LocalShop.JANE).within(Duration.ofSeconds(20));
            jane.says("Hello").expectTextContaining("We know of no order of yours");
            before.put("1001", LocalShop.JANE.psid(), "CONFIRMED");
            jane.expectCard("Order 1001 is confirmed");
            await().atMost(20, SECONDS)
                    .until(() -> before.news("1001").path("delivery").asText().equals("READ"));
            JsonNode messages = before.get("/messages").body();
            JsonNode reports =
                    before.get("/messages/" + jane.lastMessage().reference()).at("/reports");

            local.simulator().statusLadder(StatusLadder.OFF);
            local.simulator().faults().add(Fault.throttled(3600), FaultScope.next(1));
            before.put("1001", LocalShop.JANE.psid(), "SHIPPED");
            await().atMost(20, SECONDS)
                    .until(() -> before.news("1001").path("attempts").asInt() == 1
                            && before.news("1001").path("sending").asText().equals("PENDING"));
            local.closeShop();
            letAnHourPassWithACrash();
            local.startShop(settings());

            ShopClient after = new ShopClient(local.url());
            assertThat(after.get("/messages/crashed").at("/message/sending").asText())
                    .isEqualTo("AMBIGUOUS");
            assertThat(after.get("/messages").body()).containsAll(messages);
            assertThat(after.get("/messages/" + jane.lastMessage().reference()).at("/reports"))
                    .isEqualTo(reports);

            jane.expectCard("Order 1001 is on its way");
            List<Delivery> repeats = local.simulator()
                    .deliveries()
                    .repeat(local.simulator().journal().calls().get(0).sequence(), 1)
                    .get(20, SECONDS);
            assertThat(repeats).extracting(Delivery::status).containsExactly(200);
            assertThat(after.put("1001", LocalShop.JANE.psid(), "SHIPPED").status())
                    .isEqualTo(200);
            jane.expectNothing(Duration.ofMillis(300));
            assertThat(local.simulator().journal().messages())
                    .filteredOn(SentMessage::accepted)
                    .extracting(SentMessage::reference)
                    .doesNotHaveDuplicates()
                    .doesNotContain("crashed");
        }
    }
}
