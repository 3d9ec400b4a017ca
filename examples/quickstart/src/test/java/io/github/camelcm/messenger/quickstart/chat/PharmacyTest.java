package io.github.camelcm.messenger.quickstart.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.camelcm.messenger.model.DeliveryState;
import io.github.camelcm.messenger.rules.Bubble;
import io.github.camelcm.messenger.rules.Bubble.ButtonTemplate;
import io.github.camelcm.messenger.rules.Bubble.GenericTemplate;
import io.github.camelcm.messenger.rules.Bubble.MediaMessage;
import io.github.camelcm.messenger.rules.Bubble.ProductTemplate;
import io.github.camelcm.messenger.rules.Bubble.Text;
import io.github.camelcm.messenger.simulator.Delivery;
import io.github.camelcm.messenger.simulator.MessengerUser;
import io.github.camelcm.messenger.simulator.SentMessage;
import io.github.camelcm.messenger.simulator.UserMedia;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every branch of the bot, over real sockets; each test has a user of its own. */
class PharmacyTest {

    private static final AtomicLong PSIDS = new AtomicLong(1000);

    private static LocalPharmacy pharmacy;

    private final MessengerUser user = new MessengerUser("1234567890", String.valueOf(PSIDS.incrementAndGet()), "Jo");

    @BeforeAll
    static void start() {
        pharmacy = LocalPharmacy.start();
    }

    @AfterAll
    static void close() {
        pharmacy.close();
    }

    private static <T> T get(CompletableFuture<T> future) throws Exception {
        return future.get(20, TimeUnit.SECONDS);
    }

    private List<SentMessage> sent() {
        return pharmacy.simulator().journal().messages().stream()
                .filter(message -> message.psid().equals(user.psid()))
                .toList();
    }

    private SentMessage taps(String postback) throws Exception {
        Delivery delivery = get(pharmacy.simulator().userTaps(user, "label", postback));
        assertThat(delivery.status()).isEqualTo(200);
        return sent().get(sent().size() - 1);
    }

    private static HttpResponse<String> post(String url, String contentType, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofString(body))
                .build();
        return get(HttpClient.newHttpClient().sendAsync(request, BodyHandlers.ofString()));
    }

    private static Arguments row(String postback, String says, List<Class<? extends Bubble>> bubbles) {
        return arguments(postback, says, bubbles);
    }

    static Stream<Arguments> branches() {
        return Stream.of(
                row("MENU", "Linden Pharmacy", List.of(Text.class)),
                row("HOURS", "8:00 to 18:30", List.of(Text.class, MediaMessage.class)),
                row("SERVICES", "Travel advice", List.of(GenericTemplate.class)),
                row("BOOK:Flu shot", "Flu shot, with pleasure", List.of(Text.class)),
                row("BOOKED:Flu shot, Monday 9:30", "Booked: Flu shot, Monday 9:30", List.of(Text.class)),
                row("PRODUCTS", "LP-2040", List.of(Text.class, ProductTemplate.class)),
                row("NURSE", "Our nurse Eva", List.of(ButtonTemplate.class)),
                row("CALL_BACK", "Eva calls you", List.of(Text.class)),
                row("REPEAT", "Which medicine", List.of(Text.class)),
                row("ORDER:Ramipril 5 mg", "Ramipril 5 mg, and writes to you", List.of(Text.class)),
                row("PICK_UP:order 7, today", "Noted: order 7, today", List.of(ButtonTemplate.class)),
                row("OF_A_BUTTON_LONG_GONE", "Sorry", List.of(Text.class)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("branches")
    void answersATap(String postback, String says, List<Class<? extends Bubble>> bubbles) throws Exception {
        SentMessage reply = taps(postback);

        assertThat(reply.accepted()).as(reply.details()).isTrue();
        assertThat(reply.problems()).isEmpty();
        assertThat(reply.pageId()).isEqualTo("1234567890");
        assertThat(reply.msg().toString()).contains(says);
        assertThat(Shown.bubbles(reply))
                .extracting(Bubble::getClass)
                .extracting(Class.class::cast)
                .isEqualTo(bubbles);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Hello, anybody there?         | this is Linden Pharmacy",
                "When do you OPEN?             | 8:00 to 18:30",
                "Do you give a flu shot        | Flu shot",
                "What do you sell?             | LP-2040",
                "a question for the nurse      | Our nurse Eva",
                "my prescription, please       | Which medicine",
                "{\"text\": \"JSON of a user\"} | Sorry",
                "What is this thing?           | Sorry"
            })
    void understandsWhatIsTyped(String text, String says) throws Exception {
        get(pharmacy.simulator().userWrites(user, text));
        assertThat(sent()).singleElement().satisfies(reply -> {
            assertThat(reply.accepted()).isTrue();
            assertThat(reply.msg().toString()).contains(says);
        });
    }

    @Test
    void answersAPictureToo() throws Exception {
        get(pharmacy.simulator()
                .userSends(user, new UserMedia("https://example.com/rash.jpg", "image/jpeg", "rash.jpg")));
        assertThat(sent())
                .singleElement()
                .satisfies(reply -> assertThat(reply.msg().toString()).contains("Sorry"));
    }

    @Test
    void tellsWithATagThatAnOrderIsReady() throws Exception {
        String ordered = taps("ORDER:Metformin 850 mg").msg().toString();
        String number = ordered.replaceAll(".*order (\\d+).*", "$1");

        assertThat(post(pharmacy.orderReadyUrl(number), "text/plain", " ").statusCode())
                .isEqualTo(400);
        assertThat(post(pharmacy.orderReadyUrl(number), "text/plain", "").statusCode())
                .isEqualTo(400);
        HttpResponse<String> answer = post(pharmacy.orderReadyUrl(number), "text/plain", "{It is ready}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("sent");

        SentMessage note = sent().get(sent().size() - 1);
        assertThat(note.accepted()).isTrue();
        assertThat(Shown.tag(note)).hasValue("HUMAN_AGENT");
        assertThat(note.msg().at("/richContent/conversation/0/text").asText()).isEqualTo("{It is ready}");
        assertThat(note.msg().toString()).contains("PICK_UP:order " + number + ", today 17:30");
        assertThat(pharmacy.deliveryReports().of(note.reference()))
                .as("known before the first report")
                .hasValue(DeliveryState.UNKNOWN);
    }

    @Test
    void refusesANoteThatCurlSendsAsAForm() throws Exception {
        String number = taps("ORDER:Ramipril 5 mg").msg().toString().replaceAll(".*order (\\d+).*", "$1");
        String form = "application/x-www-form-urlencoded";
        assertThat(post(pharmacy.orderReadyUrl(number), form, "It is ready").statusCode())
                .isEqualTo(415);
        assertThat(sent()).hasSize(1);
    }

    @Test
    void knowsWhichOrdersThereAre() throws Exception {
        HttpResponse<String> answer = post(pharmacy.orderReadyUrl("999999"), "text/plain", "Ready");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("There is no such order");
    }
}
