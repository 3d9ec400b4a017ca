package io.github.camelcm.messenger.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcm.messenger.json.MessengerJson;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The tag that a shop may set for its notifications. */
class WordingTest {

    private static String notification(String tag) throws Exception {
        ShopProperties shop = new ShopProperties(
                "1234567890",
                tag,
                URI.create("https://shop.example/"),
                "+441632960123",
                Duration.ofSeconds(1),
                10,
                Duration.ofSeconds(1));
        Order order = new Order("1001", "6789012345678901", OrderState.SHIPPED, Instant.EPOCH);
        return new String(
                MessengerJson.writeRequest(List.of(new Wording(shop).notification(order))), StandardCharsets.UTF_8);
    }

    @Test
    void notificationsCarryTheTagThatIsSet() throws Exception {
        assertThat(notification("HUMAN_AGENT")).contains("\"tag\":\"HUMAN_AGENT\"");
    }

    @Test
    void notificationsCarryNoneByDefault() throws Exception {
        assertThat(notification("")).doesNotContain("\"tag\"");
    }
}
