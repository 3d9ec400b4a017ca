package io.github.camelcm.messenger.quickstart.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelcm.messenger.rules.Bubble.ButtonTemplate;
import io.github.camelcm.messenger.rules.Bubble.Text;
import io.github.camelcm.messenger.simulator.MessengerUser;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The conversation in the terminal, over real sockets. */
class ScriptTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final MessengerUser JANE = new MessengerUser("1234567890", "6789012345678901", "Jane");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private ChatPrinter printer() {
        return new ChatPrinter(new PrintWriter(out), new Ink(true, false), JANE);
    }

    private void play(LocalPharmacy pharmacy, Duration patience, Step... steps) throws Exception {
        new ScriptPlayer(pharmacy, JANE, printer(), patience).play(List.of(steps));
    }

    @Test
    void playsTheWholeConversation() throws Exception {
        try (LocalPharmacy pharmacy = LocalPharmacy.start()) {
            play(pharmacy, PATIENCE, Script.CONVERSATION.toArray(Step[]::new));
        }
        assertThat(out.toString())
                .containsSubsequence(
                        "│ Hello! │",
                        "( Repeat prescription ) ( Opening hours ) ( Services ) ( Products ) ( Ask a nurse )",
                        "✓✓ read",
                        "tapped",
                        "[image front-door.jpg]",
                        "↵ Book",
                        "│ Booked: Flu shot, Monday 9:30. See you then! │",
                        "[product LP-2040]",
                        "☎ Call Eva",
                        "order 1001, Ramipril",
                        "POST /orders/1001/ready",
                        "✓✓ read · tag HUMAN_AGENT",
                        "↗ Show the way",
                        "✓✓ delivered");
    }

    @Test
    void endsWithCodeZero() {
        int exit = ChatMain.run(new PrintWriter(out, true), new PrintWriter(err, true));
        assertThat(exit).as(err.toString()).isZero();
        assertThat(out.toString()).contains("mvn -q -Pchat -Dchat.args=--stay");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void endsWithCodeOneAndASentenceWhenAReplyDoesNotComeInTime() {
        assertThat(ChatMain.run(new PrintWriter(out), new PrintWriter(err), "--patience=0"))
                .isEqualTo(1);
        assertThat(err.toString())
                .startsWith("The chat failed. No reply to the user writing 'Hello!' within 0 s; the bot did not answer"
                        + " the HTTP call");
    }

    @Test
    void endsWithCodeTwoForWrongArguments() {
        assertThat(ChatMain.run(new PrintWriter(out), new PrintWriter(err), "--go"))
                .isEqualTo(2);
        assertThat(err.toString()).startsWith("Unknown option: '--go'");
    }

    @Test
    void saysWhatMessengerShowsInsteadOfTheExpectedReply() {
        try (LocalPharmacy pharmacy = LocalPharmacy.start()) {
            assertThatThrownBy(() -> play(pharmacy, PATIENCE, Step.writes("Hello", ButtonTemplate.class)))
                    .isInstanceOf(ChatFailed.class)
                    .hasMessage("Expected after the user writing 'Hello' is ButtonTemplate, but Messenger shows Text");
        }
    }

    @Test
    void saysThatTheUserHasNothingToTap() {
        try (LocalPharmacy pharmacy = LocalPharmacy.start()) {
            assertThatThrownBy(() -> play(pharmacy, PATIENCE, Step.taps("Nothing", Text.class)))
                    .isInstanceOf(ChatFailed.class)
                    .hasMessageStartingWith("The script cannot go on with the user tapping 'Nothing': ");
        }
    }

    @Test
    void saysThatTheGatewayRejectedAReply() {
        Properties settings = new Properties();
        settings.setProperty("camel.component.cm-messenger.allowed-channels", "Facebook messenger");
        settings.setProperty("camel.component.cm-messenger.validation", "off");
        try (LocalPharmacy pharmacy = LocalPharmacy.start(settings)) {
            assertThatThrownBy(() -> play(pharmacy, PATIENCE, Step.writes("Hello", Text.class)))
                    .isInstanceOf(ChatFailed.class)
                    .hasMessageStartingWith("The gateway rejected the reply to the user writing 'Hello': ")
                    .hasMessageContaining("Facebook Messenger");
        }
    }

    @Test
    void goesOnByHandWhenItStays() throws Exception {
        try (LocalPharmacy pharmacy = LocalPharmacy.start()) {
            play(pharmacy, PATIENCE, Step.writes("Hello", Text.class));
            Thread stay = new Thread(() -> stay(pharmacy), "stay");
            stay.start();
            await().atMost(PATIENCE).until(() -> out.toString().contains("/messages\n"));
            assertThat(out.toString())
                    .contains("  what Jane sees  " + pharmacy.simulator().pageUrl() + "\n");
            pharmacy.simulator().userTaps(JANE, "Ask a nurse").get(20, TimeUnit.SECONDS);
            await().atMost(PATIENCE).until(() -> out.toString().contains("☎ Call Eva"));
            stay.interrupt();
            stay.join(PATIENCE.toMillis());
            assertThat(stay.isAlive()).isFalse();
        }
    }

    private void stay(LocalPharmacy pharmacy) {
        try {
            new Stay(pharmacy, JANE, printer()).untilProcessEnds();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
