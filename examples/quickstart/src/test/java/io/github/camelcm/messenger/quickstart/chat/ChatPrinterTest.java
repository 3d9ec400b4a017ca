package io.github.camelcm.messenger.quickstart.chat;

import static io.github.camelcm.messenger.model.QuickReply.quickReply;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelcm.messenger.json.MessengerJson;
import io.github.camelcm.messenger.model.Button;
import io.github.camelcm.messenger.model.Card;
import io.github.camelcm.messenger.model.DeliveryState;
import io.github.camelcm.messenger.model.Media;
import io.github.camelcm.messenger.model.MessageBuilder;
import io.github.camelcm.messenger.model.MessageTag;
import io.github.camelcm.messenger.model.OutboundMessage;
import io.github.camelcm.messenger.simulator.MessengerUser;
import io.github.camelcm.messenger.simulator.SentMessage;
import io.github.camelcm.messenger.simulator.WebhookCall;
import io.github.camelcm.messenger.simulator.WebhookKind;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How each kind of bubble looks. */
class ChatPrinterTest {

    private static final Ink UNICODE = new Ink(true, false);
    private static final Ink ASCII = new Ink(false, false);
    private static final String IMAGE = "https://example.com/a/door.jpg";

    private final StringWriter printed = new StringWriter();

    private ChatPrinter printer(Ink ink) {
        return new ChatPrinter(new PrintWriter(printed), ink, new MessengerUser("1", "2", "Jane"));
    }

    private List<String> page(MessageBuilder message) throws Exception {
        printer(UNICODE).page(sent(message.build()));
        return printed.toString().lines().toList();
    }

    private static SentMessage sent(OutboundMessage message) throws Exception {
        JsonNode request = new ObjectMapper().readTree(MessengerJson.writeRequest(List.of(message)));
        return new SentMessage(
                2, Instant.EPOCH, 1, "1", "2", "ref", true, 0, null, List.of(), request.at("/messages/msg/0"));
    }

    private static WebhookCall said(String message) throws Exception {
        JsonNode body = new ObjectMapper().readTree("{\"message\":" + message + "}");
        return new WebhookCall(1, Instant.EPOCH, WebhookKind.MESSAGES, "1", "2", null, body);
    }

    private static MessageBuilder message() {
        return OutboundMessage.builder();
    }

    @Test
    void aTextWithItsQuickRepliesAsChips() throws Exception {
        assertThat(page(message().text("Which?", quickReply("Red", "R"), quickReply("Blue", "B"))))
                .containsExactly(
                        "╭────────╮", //
                        "│ Which? │",
                        "╰────────╯",
                        "( Red ) ( Blue )");
    }

    @Test
    void aBodyAlone() throws Exception {
        assertThat(page(message().fallbackText("Hi"))).contains("│ Hi │");
    }

    @Test
    void mediaByKindAndName() throws Exception {
        assertThat(page(message()
                        .image(IMAGE)
                        .media(new Media("Leaflet", "https://example.com/x.pdf", "application/pdf", Map.of()))
                        .media(new Media("", "https://example.com/x", null, Map.of()))))
                .contains("│ [image door.jpg] │", "│ [file Leaflet] │", "│ [file x] │");
    }

    @Test
    void aButtonTemplate() throws Exception {
        assertThat(page(message()
                        .buttons(
                                "How can we help?",
                                Button.openUrl("Site", "https://example.com"),
                                Button.dial("Call", "+441632960123"),
                                Button.reply("Chat", "C"))))
                .containsExactly(
                        "╭──────────────────╮",
                        "│ How can we help? │",
                        "├──────────────────┤",
                        "│      ↗ Site      │",
                        "│      ☎ Call      │",
                        "│      ↵ Chat      │",
                        "╰──────────────────╯");
    }

    @Test
    void loginAndLogoutButtons() throws Exception {
        assertThat(page(message().buttons("Account", Button.login("https://example.com"), Button.logout())))
                .contains("│ ↗ Log in │", "│ Log out  │");
    }

    @Test
    void aMediaTemplate() throws Exception {
        assertThat(page(message().media(Media.of(IMAGE), Button.reply("Nice", "N"))))
                .containsSubsequence("│ [image door.jpg] │", "├──────────────────┤", "│      ↵ Nice      │");
    }

    @Test
    void cardsSideBySideWithTheirButtonsInOneRow() throws Exception {
        Card blue = Card.titled("Blue").text("All sizes").image(IMAGE).buttons(Button.reply("Buy", "B"));
        Card red = Card.titled("Red").buttons(Button.reply("Buy", "R"));
        assertThat(page(message().carousel(List.of(blue, red), quickReply("None", "N"))))
                .containsExactly(
                        "╭───────────────────────────╮ ╭───────────────────────────╮",
                        "│ [image door.jpg]          │ │ Red                       │",
                        "│ Blue                      │ │                           │",
                        "│ All sizes                 │ │                           │",
                        "├───────────────────────────┤ ├───────────────────────────┤",
                        "│           ↵ Buy           │ │           ↵ Buy           │",
                        "╰───────────────────────────╯ ╰───────────────────────────╯",
                        "( None )");
    }

    @Test
    void productsByTheirIds() throws Exception {
        assertThat(page(message().products("LP-1", "LP-2")))
                .contains("│ [product LP-1]            │ │ [product LP-2]            │");
    }

    @Test
    void whatTheUserSaysOnTheRight() throws Exception {
        printer(UNICODE).user(said("{\"text\":\"Hello\"}"));
        assertThat(printed.toString().lines())
                .hasSize(3)
                .allSatisfy(line -> assertThat(line).hasSize(ChatPrinter.WIDTH))
                .anySatisfy(line -> assertThat(line).endsWith(" │ Hello │"));
    }

    @Test
    void tapsAndFilesOfTheUser() throws Exception {
        printer(UNICODE).user(said("{\"text\":\"Red\",\"custom\":{\"suggestions\":[{\"postbackData\":\"R\"}]}}"));
        printer(UNICODE).user(said("{\"text\":\"\",\"media\":{\"title\":\"rash.jpg\"}}"));
        assertThat(printed.toString()).containsSubsequence("│ Red │", "tapped", "│ [file rash.jpg] │");
    }

    @Test
    void ticksAndTags() throws Exception {
        SentMessage tagged =
                sent(message().text("Hi").tag(MessageTag.HUMAN_AGENT).build());
        ChatPrinter printer = printer(UNICODE);
        printer.ticks(tagged, Optional.empty());
        printer.ticks(sent(message().text("Hi").build()), Optional.of(DeliveryState.DELIVERED));
        printer.ticks(sent(message().text("Hi").build()), Optional.of(DeliveryState.READ));
        printer.ticks(sent(message().text("Hi").build()), Optional.of(DeliveryState.REJECTED));
        printer.ticks(sent(message().text("Hi").build()), Optional.of(DeliveryState.FAILED));
        assertThat(printed.toString().lines())
                .containsExactly(" ✓ sent · tag HUMAN_AGENT", " ✓✓ delivered", " ✓✓ read", " ! failed", " ! failed");
    }

    @Test
    void plainAsciiWhereTheTerminalKnowsNoMore() throws Exception {
        ChatPrinter printer = printer(ASCII);
        printer.title("Page");
        printer.event("later");
        printer.page(sent(message()
                .buttons("Hi", Button.openUrl("Site", "https://example.com"), Button.dial("Call", "+441632960123"))
                .build()));
        printer.ticks(sent(message().text("Hi").build()), Optional.of(DeliveryState.READ));
        assertThat(printed.toString()).matches("[\\x20-\\x7e\\r\\n]*").contains("| > Site |", "| # Call |", "vv read");
    }

    @Test
    void coloursOnlyOnATerminal() throws Exception {
        printer(new Ink(true, true)).user(said("{\"text\":\"Hello\"}"));
        assertThat(printed.toString()).contains("\u001b[36m", "\u001b[0m");
    }
}
