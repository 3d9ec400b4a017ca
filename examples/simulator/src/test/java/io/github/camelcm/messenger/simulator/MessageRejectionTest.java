package io.github.camelcm.messenger.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelcm.messenger.simulator.Problem.Severity;
import io.github.camelcm.messenger.simulator.SimulatorClient.Reply;
import io.vertx.core.Context;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which message is rejected with which of CM.com's codes; both sides of each limit. */
class MessageRejectionTest {

    private static CmSimulator simulator;
    private static SimulatorClient client;

    @BeforeAll
    static void start() {
        simulator = CmSimulator.builder().start();
        client = new SimulatorClient(simulator);
    }

    @AfterAll
    static void close() {
        simulator.close();
    }

    private static Arguments row(int code, String what, Consumer<ObjectNode> change) {
        return arguments(code, what, change);
    }

    static Stream<Arguments> senderAndRecipients() {
        return Stream.of(
                row(301, "no from", msg -> msg.remove("from")),
                row(301, "blank from", msg -> msg.put("from", " ")),
                row(301, "from is a number", msg -> msg.put("from", 1234567890)),
                row(302, "no to", msg -> msg.remove("to")),
                row(302, "to is an object", msg -> msg.putObject("to").put("number", "1")),
                row(302, "to is empty", msg -> msg.putArray("to")),
                row(302, "a recipient is a string", msg -> msg.putArray("to").add("1")),
                row(303, "no number", msg -> msg.putArray("to").addObject()),
                row(303, "blank number", msg -> number(msg, " ")),
                row(303, "number is a number", msg -> msg.putArray("to")
                        .addObject()
                        .put("number", 42)),
                row(303, "words", msg -> number(msg, "Recipients PSID")),
                row(303, "a phone number", msg -> number(msg, "+31612345678")),
                row(303, "first digit 0", msg -> number(msg, "0031612345678")),
                row(303, "33 digits", msg -> number(msg, "1".repeat(33))),
                row(0, "32 digits", msg -> number(msg, "1".repeat(32))),
                row(0, "one digit", msg -> number(msg, "1")),
                row(0, "a phone number where SMS is allowed too", msg -> {
                    number(msg, "+31612345678");
                    ((ArrayNode) msg.get("allowedChannels")).add("SMS");
                }),
                row(0, "a phone number where no channel is named", msg -> {
                    number(msg, "0031612345678");
                    msg.remove("allowedChannels");
                }));
    }

    static Stream<Arguments> bodies() {
        return Stream.of(
                row(304, "no body", msg -> msg.remove("body")),
                row(304, "body is a string", msg -> msg.put("body", "Hello")),
                row(304, "no content", msg -> msg.putObject("body")),
                row(304, "content is a number", msg -> msg.putObject("body").put("content", 1)),
                row(304, "empty content alone", msg -> msg.putObject("body").put("content", "")),
                row(304, "blank content alone", msg -> msg.putObject("body").put("content", " \n")),
                row(304, "empty content and conversation", msg -> {
                    msg.putObject("body").put("content", "");
                    msg.putObject("richContent").putArray("conversation");
                }),
                row(304, "another type", msg -> Samples.object(msg, "body").put("type", "manual")),
                row(0, "no type", msg -> Samples.object(msg, "body").remove("type")),
                row(0, "empty content beside rich content", msg -> {
                    msg.putObject("body").put("content", "");
                    msg.putObject("richContent")
                            .putArray("conversation")
                            .addObject()
                            .put("text", "Hi");
                }));
    }

    static Stream<Arguments> fields() {
        return Stream.of(
                row(305, "reference is a number", msg -> msg.put("reference", 17)),
                row(0, "a long reference with other signs", msg -> msg.put("reference", "order|" + "9".repeat(60))),
                row(0, "grouping of 100", msg -> msg.put("customGrouping", "x".repeat(100))),
                row(305, "grouping of 101", msg -> msg.put("customGrouping", "x".repeat(101))),
                row(0, "grouping of 100 emoji", msg -> msg.put("customGrouping2", "👋".repeat(100))),
                row(305, "second grouping of 101", msg -> msg.put("customGrouping2", "x".repeat(101))),
                row(305, "third grouping of 101", msg -> msg.put("customGrouping3", "x".repeat(101))),
                row(305, "grouping is an object", msg -> msg.putObject("customGrouping")),
                row(305, "channels are a string", msg -> msg.put("allowedChannels", "Facebook Messenger")),
                row(305, "channel is a number", msg -> msg.putArray("allowedChannels")
                        .add(1)),
                row(305, "channel in another case", msg -> channel(msg, "facebook messenger")),
                row(305, "channel without its space", msg -> channel(msg, "FacebookMessenger")),
                row(0, "channel nobody knows", msg -> channel(msg, "Pigeon")),
                row(0, "another channel", msg -> channel(msg, "Telegram Messenger")),
                row(0, "no channels", msg -> msg.putArray("allowedChannels")),
                row(305, "rich content is an array", msg -> msg.putArray("richContent")),
                row(305, "conversation is an object", msg -> msg.putObject("richContent")
                        .putObject("conversation")),
                row(305, "an item is a string", msg -> msg.putObject("richContent")
                        .putArray("conversation")
                        .add("Hi")),
                row(0, "rich content without a conversation", msg -> msg.putObject("richContent")),
                row(0, "fields nobody knows", msg -> msg.put("appKey", "x").put("somethingNew", 1)));
    }

    static Stream<Arguments> validities() {
        Stream<Arguments> right = Stream.of(
                        "2h",
                        "30m",
                        "2H",
                        "2017-04-20 11:50:05 GMT",
                        "2017-04-20 11:50:05",
                        "2017-04-20 11:50:05+8",
                        "2017-04-20 11:50:05-07:00",
                        "")
                .map(text -> row(0, text, msg -> msg.put("validity", text)));
        Stream<Arguments> wrong = Stream.of("2", "h", "1h30m", "2d", "tomorrow", "2017-04-20", "20-04-2017 11:50:05")
                .map(text -> row(305, "'" + text + "'", msg -> msg.put("validity", text)));
        return Stream.concat(
                Stream.concat(right, wrong), Stream.of(row(305, "a number", msg -> msg.put("validity", 2))));
    }

    private static void number(ObjectNode msg, String number) {
        msg.putArray("to").addObject().put("number", number);
    }

    private static void channel(ObjectNode msg, String name) {
        msg.putArray("allowedChannels").add(name);
    }

    @ParameterizedTest(name = "{0} for {1}")
    @MethodSource({"senderAndRecipients", "bodies", "fields", "validities"})
    void answersTheCode(int code, String what, Consumer<ObjectNode> change) {
        Reply reply = client.send(Samples.request(Samples.msg(change)));
        JsonNode entry = reply.json().at("/messages/0");
        assertThat(entry.path("messageErrorCode").asInt()).as(reply.body()).isEqualTo(code);
        assertThat(entry.path("status").asText()).isEqualTo(code == 0 ? "Accepted" : "Rejected");
        assertThat(reply.status()).isEqualTo(code == 0 ? 200 : 400);
    }

    @Test
    void judgesEachRecipientOnItsOwn() {
        Reply reply = client.send(Samples.request(
                Samples.msg(msg -> ((ArrayNode) msg.get("to")).addObject().put("number", "nobody"))));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("messages").findValuesAsText("messageErrorCode"))
                .containsExactly("0", "303");
    }

    @Test
    void tellsNothingOfThePayloadInItsSentences() {
        Reply reply = client.send(Samples.request(Samples.msg(msg -> number(msg, "secret-number"))));
        assertThat(reply.json().at("/messages/0/messageDetails").asText()).doesNotContain("secret-number");
    }

    @Test
    void rejectsWithTheSentenceOfTheFirstErrorOfACheck() {
        List<Problem> problems = List.of(
                new Problem("reference-format", Severity.WARNING, "/reference", "a warning"),
                new Problem("label-length", Severity.ERROR, "/x", "label is 24 characters long"),
                new Problem("label-required", Severity.ERROR, "/y", "no label"));
        try (CmSimulator checking =
                CmSimulator.builder().messageCheck(msg -> problems).start()) {
            Reply reply = new SimulatorClient(checking).send(Samples.request(Samples.msg()));
            assertThat(reply.json().at("/messages/0/messageErrorCode").asInt()).isEqualTo(305);
            assertThat(reply.json().at("/messages/0/messageDetails").asText()).isEqualTo("label is 24 characters long");
            assertThat(checking.journal().messages().get(0).problems()).isEqualTo(problems);
        }
    }

    @Test
    void acceptsAMessageThatACheckOnlyWarnsOf() {
        Problem warning = new Problem("reference-format", Severity.WARNING, "/reference", "a warning");
        try (CmSimulator checking =
                CmSimulator.builder().messageCheck(msg -> List.of(warning)).start()) {
            assertThat(new SimulatorClient(checking)
                            .send(Samples.request(Samples.msg()))
                            .status())
                    .isEqualTo(200);
            assertThat(checking.journal().messages().get(0).problems()).containsExactly(warning);
        }
    }

    @Test
    void asksACheckOnlyAboutMessagesItWouldAcceptAndNeverOnTheEventLoop() {
        CompletableFuture<Boolean> onEventLoop = new CompletableFuture<>();
        MessageCheck check = msg -> {
            onEventLoop.complete(Context.isOnEventLoopThread());
            return List.of();
        };
        try (CmSimulator checking = CmSimulator.builder().messageCheck(check).start()) {
            SimulatorClient toChecking = new SimulatorClient(checking);
            toChecking.send(Samples.request(Samples.msg(msg -> msg.remove("from"))));
            assertThat(onEventLoop).isNotDone();
            toChecking.send(Samples.request(Samples.msg()));
            assertThat(onEventLoop).isCompletedWithValue(false);
        }
    }

    @Test
    void answersCode500WhenACheckFails() {
        MessageCheck broken = msg -> {
            throw new IllegalStateException("broken check, on purpose");
        };
        try (CmSimulator checking = CmSimulator.builder().messageCheck(broken).start()) {
            Reply reply = new SimulatorClient(checking).send(Samples.request(Samples.msg()));
            assertThat(reply.status()).isEqualTo(500);
            assertThat(reply.body()).isEqualTo("{\"details\":\"Internal error\",\"errorCode\":500,\"messages\":[]}");
        }
    }
}
