package io.github.camelcm.messenger.simulator.junit;

import static io.github.camelcm.messenger.model.QuickReply.quickReply;
import static io.github.camelcm.messenger.simulator.junit.Bot.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.camelcm.messenger.model.Button;
import io.github.camelcm.messenger.model.Card;
import io.github.camelcm.messenger.model.Media;
import io.github.camelcm.messenger.model.MessageBuilder;
import io.github.camelcm.messenger.simulator.CmSimulator;
import io.github.camelcm.messenger.simulator.MessengerUser;
import io.github.camelcm.messenger.simulator.UserMedia;
import io.github.camelcm.messenger.simulator.WebhookKind;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.opentest4j.AssertionFailedError;

/** What can be expected, and what is said when it does not come. */
class ConversationTest {

    private static final Duration SHORT = Duration.ofMillis(50);
    private static final String IMAGE = "https://example.com/red.jpg";

    @RegisterExtension
    static final CmSimulatorExtension simulator =
            CmSimulatorExtension.builder().timeout(Duration.ofSeconds(20)).build();

    private static Bot bot;

    private final Conversation jane = simulator.conversation(new MessengerUser(Bot.PAGE, Bot.PSID, "Jane"));

    @BeforeAll
    static void start() {
        bot = new Bot();
        simulator.webhookUrl(WebhookKind.MESSAGES, bot.url("/messages"));
        simulator.webhookUrl(WebhookKind.STATUSES, bot.url("/statuses"));
    }

    @AfterAll
    static void close() {
        bot.close();
    }

    @BeforeEach
    void quiet() {
        bot.answersHttp(200);
        bot.onMessage(message -> {});
    }

    static void pageSends(MessageBuilder message) {
        assertThat(bot.send(simulator.simulator(), message)).isEqualTo(200);
    }

    private static AssertionFailedError failure(Runnable expectation) {
        AssertionFailedError failure = catchThrowableOfType(AssertionFailedError.class, expectation::run);
        assertThat(failure).as("the expectation must fail").isNotNull();
        return failure;
    }

    interface Expect {
        void of(Conversation jane);
    }

    private static Arguments kind(String name, MessageBuilder message, Expect right, Expect wrong, String sentence) {
        return Arguments.of(name, message, right, wrong, sentence);
    }

    static Stream<Arguments> kinds() {
        return Stream.of(
                kind(
                        "text",
                        message("r1").text("Hi Jane"),
                        jane -> jane.expectText("Hi Jane").expectQuickReplies().expectButtons(),
                        jane -> jane.expectText("Hi"),
                        "Expected the text \"Hi\", but it is the text \"Hi Jane\"."),
                kind(
                        "part of a text",
                        message("r1").text("Your order 17 is ready"),
                        jane -> jane.expectTextContaining("ready", "order 17"),
                        jane -> jane.expectTextContaining("ready", "order 18"),
                        "Expected a text that contains \"ready\", \"order 18\", but it is the text \"Your order 17 is "
                                + "ready\"."),
                kind(
                        "quick replies",
                        message("r1").text("Which?", quickReply("Red", "RED"), quickReply("Blue", "BLUE")),
                        jane -> jane.expectText("Which?").expectQuickReplies("Red", "Blue"),
                        jane -> jane.expectQuickReplies("Blue", "Red"),
                        "Expected the quick replies \"Blue\", \"Red\", but it is the text \"Which?\" with quick"
                                + " replies (Red) (Blue)."),
                kind(
                        "buttons",
                        message("r1")
                                .buttons("Our nurse", Button.reply("Write", "W"), Button.dial("Call", "+31201234567")),
                        jane -> jane.expectText("Our nurse").expectButtons("Write", "Call"),
                        jane -> jane.expectText("Our nurse").expectButtons("Write"),
                        "Expected the buttons \"Write\", but it is the text \"Our nurse\" with buttons [Write] "
                                + "[Call -> +31201234567]."),
                kind(
                        "image",
                        message("r1").image(IMAGE),
                        jane -> jane.expectImage(IMAGE),
                        jane -> jane.expectVideo(IMAGE),
                        "Expected the video https://example.com/red.jpg, but it is the image "
                                + "https://example.com/red.jpg."),
                kind(
                        "video with a button",
                        message("r1").media(Media.of("https://example.com/a.mp4"), Button.openUrl("More", IMAGE)),
                        jane -> jane.expectVideo("https://example.com/a.mp4").expectButtons("More"),
                        jane -> jane.expectVideo("https://example.com/b.mp4"),
                        "Expected the video https://example.com/b.mp4, but it is the video https://example.com/a.mp4 "
                                + "with buttons [More -> https://example.com/red.jpg]."),
                kind(
                        "audio",
                        message("r1").media(Media.of("https://example.com/a.mp3")),
                        jane -> jane.expectAudio("https://example.com/a.mp3"),
                        jane -> jane.expectFile("https://example.com/a.mp3"),
                        "Expected the file https://example.com/a.mp3, but it is the audio https://example.com/a.mp3."),
                kind(
                        "file",
                        message("r1").media(Media.of("https://example.com/a.pdf")),
                        jane -> jane.expectFile("https://example.com/a.pdf"),
                        jane -> jane.expectAudio("https://example.com/a.pdf"),
                        "but it is the file https://example.com/a.pdf."),
                kind(
                        "card",
                        message("r1").card(Card.titled("Red").text("A colour").buttons(Button.reply("Take", "T"))),
                        jane -> jane.expectCard("Red").expectButtons("Take"),
                        jane -> jane.expectCard("Blue"),
                        "Expected the card \"Blue\", but it is the card \"Red\" with buttons [Take]."),
                kind(
                        "card with its text",
                        message("r1").card(Card.titled("Red").text("A colour")),
                        jane -> jane.expectCard("Red", "A colour"),
                        jane -> jane.expectCard("Red", "A taste"),
                        "Expected the card \"Red\": A taste, but it is the card \"Red\"."),
                kind(
                        "carousel",
                        message("r1")
                                .carousel(
                                        Card.titled("Red").text("1"),
                                        Card.titled("Blue").text("2")),
                        jane -> jane.expectCarousel("Red", "Blue"),
                        jane -> jane.expectCarousel("Red"),
                        "Expected the carousel \"Red\", but it is the carousel \"Red\", \"Blue\"."),
                kind(
                        "products",
                        message("r1").products("p1", "p2"),
                        jane -> jane.expectProducts("p1", "p2"),
                        jane -> jane.expectProducts("p2", "p1"),
                        "Expected the products \"p2\", \"p1\", but it is the products \"p1\", \"p2\"."),
                kind(
                        "anything else",
                        message("r1").text("Hi Jane"),
                        jane -> jane.expect("any bubble", bubble -> true),
                        jane -> jane.expect("no bubble at all", bubble -> false),
                        "Expected no bubble at all, but it is the text \"Hi Jane\"."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void expectsWhatComes(String name, MessageBuilder message, Expect right) {
        pageSends(message);
        right.of(jane);
        jane.expectNothing(Duration.ZERO);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void saysWhatCameInsteadAndShowsTheConversation(
            String name, MessageBuilder message, Expect right, Expect wrong, String sentence) {
        pageSends(message);
        assertThat(failure(() -> wrong.of(jane)))
                .hasMessageContaining(sentence)
                .hasMessageContaining("The conversation of Jane, 6789012345678901, with page 1234567890:\n")
                .hasMessageContaining("-- accepted\n");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void saysThatNothingCameInTime(String name, MessageBuilder message, Expect right, Expect wrong, String sentence) {
        assertThat(failure(() -> right.of(jane.within(SHORT))))
                .hasMessageStartingWith("Expected ")
                .hasMessageContaining("but nothing came within 50 ms.\n\nThe conversation of Jane")
                .hasMessageEndingWith(":\n  (nothing yet)\n");
    }

    @Test
    void givesToolsTheTextsToCompare() {
        pageSends(message("r1").text("Hi Jane"));
        AssertionFailedError failure = failure(() -> jane.expectText("Hi John"));
        assertThat(failure.getExpected().getValue()).isEqualTo("Hi John");
        assertThat(failure.getActual().getValue()).isEqualTo("Hi Jane");
    }

    @Test
    void waitsForWhatComesLater() throws Exception {
        Thread later = new Thread(() -> {
            assertThat(jane.toString()).isNotEmpty();
            pageSends(message("r1").text("Here I am"));
        });
        later.start();
        jane.expectText("Here I am");
        later.join();
    }

    @Test
    void expectsOneBubbleAfterTheOther() {
        pageSends(message("r1").text("First"));
        pageSends(message("r2").text("Second", quickReply("Red", "RED")));
        assertThat(failure(() -> jane.expectText("Second")))
                .hasMessageStartingWith("Expected the text \"Second\", but it is the text \"First\".");
        jane.expectText("First").expectText("Second").expectQuickReplies("Red").expectNothing(SHORT);
    }

    @Test
    void expectsNothing() {
        jane.expectNothing(SHORT);
        pageSends(message("r1").text("Hi"));
        assertThat(failure(() -> jane.expectNothing(SHORT)))
                .hasMessageStartingWith("Expected nothing for 50 ms, but the text \"Hi\" came.");
        jane.expectText("Hi").expectNothing(SHORT);
    }

    @Test
    void readsAsAChat() {
        bot.onMessage(message -> {
            switch (Bot.text(message)) {
                case "Hello" ->
                    pageSends(message("r1").text("Which?", quickReply("Red", "RED"), quickReply("Blue", "BLUE")));
                case "Red" -> {
                    pageSends(message("r2").text("Red it is"));
                    pageSends(message("r3").image(IMAGE));
                }
                default -> {}
            }
        });
        jane.says("Hello");
        jane.expectText("Which?").expectQuickReplies("Red", "Blue");
        jane.taps("Red");
        jane.expectText("Red it is").expectImage(IMAGE).expectNothing(SHORT);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "Image/PNG; q=1,           a.mp4, https://x.test/a.mp4,     image",
                "application/pdf,          a.png, https://x.test/a.png,     file",
                "-,                        a.png, https://x.test/a.mp4,     image",
                "application/octet-stream, a.png, https://x.test/a.mp4,     image",
                "application/octet-stream, a.mp3, https://x.test/a,         audio",
                "application/octet-stream, a,     https://x.test/a.mp4?b=c, video",
                "application/octet-stream, -,     https://x.test/a.gif,     image",
                "image,                    -,     https://x.test/a.mp4,     video",
                "application/octet-stream, -,     https://x.test/a,         file",
            })
    void aFileIsWhatItsTypeSaysElseItsNameElseItsUrl(String type, String name, String uri, String kind) {
        assertThat(Bubbles.kind(new Media(name, uri, type, Map.of()))).isEqualTo(kind);
    }

    @Test
    void looksForQuickRepliesAndButtonsAtTheNextBubbleOnceTheUserHasActed() {
        bot.onMessage(message -> pageSends(message("r1").text("Which?", quickReply(Bot.text(message), "X"))));
        jane.says("A").expectQuickReplies("A");
        jane.says("B").expectQuickReplies("B").expectButtons().expectNothing(SHORT);
    }

    @Test
    void sendsFiles() {
        bot.onMessage(message -> pageSends(message("r1").text("Thanks for the file")));
        jane.sends(new UserMedia("https://example.com/rash.jpg", "image/jpeg", "rash.jpg"));
        jane.expectText("Thanks for the file");
        assertThat(jane.picture()).contains("  Jane: sends https://example.com/rash.jpg\n");
    }

    @Test
    void givesTheMessageAndTheBubbleThatWereExpectedLast() {
        assertThat(failure(jane::lastMessage)).hasMessageStartingWith("No message was expected yet");
        pageSends(message("r1").text("Hi"));
        jane.expectText("Hi");
        assertThat(jane.lastMessage().reference()).isEqualTo("r1");
        assertThat(jane.lastBubble().quickReplies()).isEmpty();
    }

    @Test
    void saysWhoTalks() {
        assertThat(jane.user()).isEqualTo(new MessengerUser(Bot.PAGE, Bot.PSID, "Jane"));
        assertThat(jane).asString().contains(Bot.PSID);
    }

    @Test
    void worksWithASimulatorThatWasStartedInAnotherWay() {
        try (CmSimulator own = CmSimulator.builder().start()) {
            Conversation conversation = Conversation.with(own, jane.user());
            bot.send(own, message("r1").text("Hi"));
            conversation.expectText("Hi");
            jane.expectNothing(Duration.ZERO);
        }
    }

    @Test
    void doesNotSeeOtherUsersAndPages() {
        pageSends(message("r1").to("999").text("For somebody else"));
        pageSends(message("r2").from("555").text("From another page"));
        jane.expectNothing(SHORT);
        assertThat(jane.picture()).contains("(nothing yet)");
    }

    @Test
    void endsWhenTheTestIsInterrupted() {
        Thread.currentThread().interrupt();
        assertThat(failure(() -> jane.expectText("Hi"))).hasMessageStartingWith("Interrupted while the test waited.");
        assertThat(Thread.interrupted()).isTrue();
    }
}
