package io.github.camelcm.messenger.simulator.junit;

import static io.github.camelcm.messenger.model.QuickReply.quickReply;
import static io.github.camelcm.messenger.simulator.junit.Bot.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelcm.messenger.model.Button;
import io.github.camelcm.messenger.model.Card;
import io.github.camelcm.messenger.model.InboundMessage;
import io.github.camelcm.messenger.model.MessageBuilder;
import io.github.camelcm.messenger.simulator.SentMessage;
import io.github.camelcm.messenger.simulator.WebhookKind;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.opentest4j.AssertionFailedError;

/** A user can tap what is shown, and nothing else. */
class TapTest {

    private static final Duration SHORT = Duration.ofMillis(50);

    @RegisterExtension
    final CmSimulatorExtension simulator = CmSimulatorExtension.builder().build();

    private final Bot bot = new Bot();
    private final List<InboundMessage> taps = new CopyOnWriteArrayList<>();
    private final Conversation jane = simulator.conversation(Bot.PAGE, Bot.PSID);

    @BeforeEach
    void connect() {
        simulator.webhookUrl(WebhookKind.MESSAGES, bot.url("/messages"));
        bot.onMessage(taps::add);
    }

    @AfterEach
    void close() {
        bot.close();
    }

    private void pageSends(MessageBuilder message) {
        assertThat(bot.send(simulator.simulator(), message)).isEqualTo(200);
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertCannotTap(String label) {
        return assertThatThrownBy(() -> jane.within(SHORT).taps(label))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageStartingWith("The user cannot tap \"" + label + "\": it ")
                .hasMessageContaining("\n\nThe conversation of user 6789012345678901, with page 1234567890:\n");
    }

    private void assertTapped(String label, String postback, String reference) {
        assertThat(taps).last().satisfies(tap -> {
            assertThat(tap.text()).isEqualTo(label);
            assertThat(tap.postback()).isEqualTo(postback);
            assertThat(tap.reference()).isEqualTo(reference);
        });
    }

    @Test
    void tapsAQuickReply() {
        pageSends(message("r1").text("Which?", quickReply("Red", "RED"), quickReply("Blue", "BLUE")));
        jane.taps("Blue");
        assertTapped("Blue", "BLUE", "r1");
    }

    @Test
    void waitsUntilItIsShown() throws Exception {
        Thread later = new Thread(() -> pageSends(message("r1").text("Which?", quickReply("Red", "RED"))));
        later.start();
        jane.taps("Red");
        later.join();
        assertTapped("Red", "RED", "r1");
    }

    @Test
    void quickRepliesVanishWhenOneIsTapped() {
        pageSends(message("r1").text("Which?", quickReply("Red", "RED"), quickReply("Blue", "BLUE")));
        jane.taps("Red");
        assertCannotTap("Blue")
                .hasMessageContaining(
                        "is not shown any more: quick replies vanish once one is tapped or a newer message is there.");
        assertThat(taps).hasSize(1);
    }

    @Test
    void quickRepliesVanishWithANewerMessageOfEitherSide() {
        pageSends(message("r1").text("Which?", quickReply("Red", "RED")));
        pageSends(message("r2").text("Never mind", quickReply("Ok", "OK")));
        assertCannotTap("Red").hasMessageContaining("is not shown any more");
        jane.says("Hm");
        assertCannotTap("Ok").hasMessageContaining("is not shown any more");
    }

    @Test
    void quickRepliesOfAnEarlierItemOfTheSameMessageVanishToo() {
        pageSends(message("r1").text("Which?", quickReply("Red", "RED")).text("Or none?", quickReply("None", "NONE")));
        assertCannotTap("Red").hasMessageContaining("is not shown any more");
        jane.taps("None");
        assertTapped("None", "NONE", "r1");
    }

    @Test
    void buttonsStay() {
        pageSends(message("r1").buttons("Nurse", Button.reply("Write", "W1")));
        pageSends(message("r2").text("Newer"));
        jane.says("Hm").taps("Write");
        assertTapped("Write", "W1", "r1");
        jane.taps("Write");
        assertThat(taps).hasSize(3);
    }

    @Test
    void tapsTheNewestOfThatLabel() {
        pageSends(message("r1").buttons("Nurse", Button.reply("Write", "W1")));
        pageSends(message("r2").buttons("Doctor", Button.reply("Write", "W2")));
        jane.taps("Write");
        assertTapped("Write", "W2", "r2");
    }

    @Test
    void tapsAnOlderMessageWhereItIsNamed() {
        pageSends(message("r1").buttons("Nurse", Button.reply("Write", "W1")));
        SentMessage nurse = jane.expectText("Nurse").lastMessage();
        pageSends(message("r2").buttons("Doctor", Button.reply("Write", "W2")));
        jane.taps(nurse, "Write");
        assertTapped("Write", "W1", "r1");
        jane.expectText("Doctor");
    }

    @Test
    void saysAtOnceThatTheNamedMessageDoesNotShowIt() {
        pageSends(message("r1").text("Which?", quickReply("Red", "RED")));
        SentMessage question = jane.expectText("Which?").lastMessage();
        pageSends(message("r2").text("Which?", quickReply("Red", "RED"), quickReply("Blue", "BLUE")));
        assertThatThrownBy(() -> jane.taps(question, "Blue"))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageStartingWith("The user cannot tap \"Blue\" of message 2: it is not shown; shown are");
        assertThatThrownBy(() -> jane.taps(question, "Red"))
                .hasMessageStartingWith("The user cannot tap \"Red\" of message 2: it is not shown any more");
        assertThat(taps).isEmpty();
    }

    @Test
    void tapsACardOfAnOlderMessage() {
        for (int i = 1; i <= 2; i++) {
            pageSends(message("r" + i)
                    .carousel(
                            Card.titled("Red").text("1").buttons(Button.reply("Take", "RED" + i)),
                            Card.titled("Blue").text("2").buttons(Button.reply("Take", "BLUE" + i))));
        }
        jane.tapsOnCard(jane.expectCarousel("Red", "Blue").lastMessage(), "Blue", "Take");
        assertTapped("Take", "BLUE1", "r1");
    }

    @Test
    void asksWhichCardIsMeant() {
        pageSends(message("r1")
                .carousel(
                        Card.titled("Red").text("1").buttons(Button.reply("Take", "RED")),
                        Card.titled("Blue").text("2").buttons(Button.reply("Take", "BLUE"))));
        assertCannotTap("Take")
                .hasMessageContaining("is there more than once; say with tapsOnCard(title, label) which one is meant.");
        jane.tapsOnCard("Blue", "Take");
        assertTapped("Take", "BLUE", "r1");
        assertThatThrownBy(() -> jane.within(SHORT).tapsOnCard("Green", "Take"))
                .hasMessageStartingWith("The user cannot tap \"Take\" on the card \"Green\": it is not shown");
    }

    @Test
    void doesNotAskWhereBothSayTheSame() {
        pageSends(message("r1")
                .carousel(
                        Card.titled("Red").text("1").buttons(Button.reply("Menu", "MENU")),
                        Card.titled("Blue").text("2").buttons(Button.reply("Menu", "MENU"))));
        jane.taps("Menu");
        assertTapped("Menu", "MENU", "r1");
    }

    @Test
    void saysWhatIsShownInstead() {
        assertCannotTap("Red").hasMessageContaining("is not shown, and was not within 50 ms; shown are none.");
        pageSends(message("r1").text("Which?", quickReply("Blue", "BLUE")));
        assertCannotTap("Red").hasMessageContaining("shown are \"Blue\".").hasMessageContaining("(Blue)");
    }

    @Test
    void saysThatThePageIsNotToldOfOtherButtons() {
        pageSends(message("r1").buttons("Look", Button.openUrl("Site", "https://example.com"), Button.logout()));
        assertCannotTap("Site")
                .hasMessageContaining("is no Reply but OpenUrl -> https://example.com: the page is not told of a tap");
        assertCannotTap("Logout").hasMessageContaining("is no Reply but Logout: the page is not told of a tap");
    }

    @Test
    void whatWasShownUpToItCountsAsExpected() {
        bot.onMessage(tap -> pageSends(message("r3").text("Red it is")));
        pageSends(message("r1").text("Welcome"));
        pageSends(message("r2").text("Which?", quickReply("Red", "RED")));
        jane.taps("Red").expectText("Red it is").expectNothing(SHORT);
    }

    @Test
    void tappingSomethingOlderForgetsNothing() {
        pageSends(message("r1").buttons("Nurse", Button.reply("Write", "W1")));
        jane.expectText("Nurse");
        pageSends(message("r2").text("Newer"));
        jane.taps("Write").expectText("Newer");
    }
}
