package io.github.camelcm.messenger.quickstart.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcm.messenger.model.DeliveryState;
import io.github.camelcm.messenger.simulator.MessengerUser;
import io.github.camelcm.messenger.simulator.UserMedia;
import io.github.camelcm.messenger.simulator.junit.Conversation;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every branch of the bot, over real sockets; each test has a user of its own. */
class PharmacyTest {

    private static final String PICTURES = "https://linden-pharmacy.example/pictures/";
    private static final String SORRY = "Sorry, that is more than a bot can read. It can help you with these:";
    private static final String[] MENU = {"Repeat prescription", "Opening hours", "Services", "Products", "Ask a nurse"
    };

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final AtomicLong PSIDS = new AtomicLong(1000);

    private static LocalPharmacy pharmacy;

    private final MessengerUser user = new MessengerUser("1234567890", String.valueOf(PSIDS.incrementAndGet()), "Jo");
    private final Conversation jo = Conversation.with(pharmacy.simulator(), user);

    @BeforeAll
    static void start() {
        pharmacy = LocalPharmacy.start();
    }

    @AfterAll
    static void close() {
        pharmacy.close();
    }

    @AfterEach
    void saysNothingMoreAndBreaksNoRule() {
        jo.expectNothing(Duration.ZERO);
        assertThat(pharmacy.simulator().journal().messages())
                .filteredOn(message -> message.psid().equals(user.psid()))
                .allSatisfy(message -> {
                    assertThat(message.accepted()).as(message.details()).isTrue();
                    assertThat(message.problems()).isEmpty();
                });
    }

    @Test
    void greetsWithAMenu() {
        jo.says("Hello, anybody there?");
        jo.expectText("Hello, this is Linden Pharmacy. What can we do for you?").expectQuickReplies(MENU);
    }

    @Test
    void tellsWhenItIsOpenAndShowsTheDoor() {
        jo.says("When do you OPEN?");
        jo.expectTextContaining("8:00 to 18:30").expectImage(PICTURES + "front-door.jpg");
        jo.says("Hello").expectQuickReplies(MENU);
        jo.taps("Opening hours");
        jo.expectTextContaining("8:00 to 18:30").expectImage(PICTURES + "front-door.jpg");
    }

    @Test
    void makesAnAppointment() {
        jo.says("Hello").expectQuickReplies(MENU);
        jo.taps("Services");
        jo.expectCarousel("Flu shot", "Blood pressure", "Travel advice");
        jo.tapsOnCard("Flu shot", "Book");
        jo.expectText("Flu shot, with pleasure. When does it suit you?")
                .expectQuickReplies("Monday 9:30", "Tuesday 14:00");
        jo.taps("Monday 9:30");
        jo.expectText("Booked: Flu shot, Monday 9:30. See you then!").expectQuickReplies();
    }

    @Test
    void understandsWhoAsksForAService() {
        jo.says("Do you give a flu shot");
        jo.expectCarousel("Flu shot", "Blood pressure", "Travel advice");
    }

    @Test
    void showsProducts() {
        jo.says("What do you sell?");
        jo.expectTextContaining("against a cold").expectProducts("LP-2040", "LP-2077", "LP-3105");
        jo.says("Hello").expectQuickReplies(MENU);
        jo.taps("Products");
        jo.expectTextContaining("against a cold").expectProducts("LP-2040", "LP-2077", "LP-3105");
    }

    @Test
    void letsTheNurseCallBack() {
        jo.says("Hello").expectQuickReplies(MENU);
        jo.taps("Ask a nurse");
        jo.expectTextContaining("Our nurse Eva").expectButtons("Video call", "Call Eva", "Call me back");
        jo.taps("Call me back");
        jo.expectTextContaining("Eva calls you");
    }

    @Test
    void understandsWhoHasAQuestion() {
        jo.says("a question for the nurse");
        jo.expectTextContaining("Our nurse Eva").expectButtons("Video call", "Call Eva", "Call me back");
    }

    @Test
    void takesOrders() {
        jo.says("Hello").expectQuickReplies(MENU);
        jo.taps("Repeat prescription");
        jo.expectText("Which medicine do you need again?").expectQuickReplies("Ramipril 5 mg", "Metformin 850 mg");
        jo.taps("Ramipril 5 mg");
        jo.expectTextContaining("Ramipril 5 mg, and writes to you");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"text\": \"JSON of a user\"}", "What is this thing?"})
    void offersTheMenuForWhatItDoesNotUnderstand(String text) {
        jo.says(text);
        jo.expectText(SORRY).expectQuickReplies(MENU);
    }

    @Test
    void offersTheMenuForAPicture() {
        jo.sends(new UserMedia("https://example.com/rash.jpg", "image/jpeg", "rash.jpg"));
        jo.expectText(SORRY).expectQuickReplies(MENU);
    }

    @ParameterizedTest
    @CsvSource({"MENU, Hello", "OF_A_BUTTON_LONG_GONE, Sorry"})
    void knowsWhatToSayToATapOnWhatItNeverShowed(String postback, String says) throws Exception {
        pharmacy.simulator().userTaps(user, "label", postback).get(20, TimeUnit.SECONDS);
        jo.expectTextContaining(says).expectQuickReplies(MENU);
    }

    /** Orders a medicine; gives the number of the order. */
    private String orders(String medicine) {
        jo.says("my prescription, please").expectText("Which medicine do you need again?");
        jo.taps(medicine).expectTextContaining(medicine);
        return jo.lastMessage().msg().toString().replaceAll(".*order (\\d+).*", "$1");
    }

    private static HttpResponse<String> isReady(String order, String contentType, String note) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(pharmacy.orderReadyUrl(order)))
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofString(note))
                .build();
        return HTTP.sendAsync(request, BodyHandlers.ofString()).get(20, TimeUnit.SECONDS);
    }

    @Test
    void tellsWithATagThatAnOrderIsReady() throws Exception {
        String number = orders("Metformin 850 mg");
        HttpResponse<String> answer = isReady(number, "text/plain", "{It is ready}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("sent");

        jo.expectText("{It is ready}").expectQuickReplies("Today 17:30", "Tomorrow 9:00");
        assertThat(Shown.tag(jo.lastMessage())).hasValue("HUMAN_AGENT");
        assertThat(pharmacy.deliveryReports().of(jo.lastMessage().reference()))
                .as("known before the first report")
                .hasValue(DeliveryState.UNKNOWN);

        jo.taps("Today 17:30");
        jo.expectTextContaining("Noted: order " + number + ", today 17:30").expectButtons("Show the way", "Call us");
    }

    @ParameterizedTest
    @CsvSource({"text/plain, ' ', 400", "text/plain, '', 400", "application/x-www-form-urlencoded, It is ready, 415"})
    void refusesAnEmptyNoteAndOneThatCurlSendsAsAForm(String contentType, String note, int status) throws Exception {
        assertThat(isReady(orders("Ramipril 5 mg"), contentType, note).statusCode())
                .isEqualTo(status);
    }

    @Test
    void knowsWhichOrdersThereAre() throws Exception {
        HttpResponse<String> answer = isReady("999999", "text/plain", "Ready");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("There is no such order");
    }
}
