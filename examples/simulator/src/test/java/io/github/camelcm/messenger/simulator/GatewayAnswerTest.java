package io.github.camelcm.messenger.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelcm.messenger.simulator.SimulatorClient.Reply;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of answers: which request gets which status, code and entries. */
class GatewayAnswerTest {

    private static final String TOKEN = "00000000-0000-0000-0000-000000000001";
    private static final String HEADER = "X-CM-PRODUCTTOKEN";

    private CmSimulator simulator;
    private SimulatorClient client;

    @BeforeEach
    void start() {
        simulator =
                CmSimulator.builder().productToken(TOKEN).maxBodySize(200_000).start();
        client = new SimulatorClient(simulator);
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    private Reply send(String body) {
        return client.send(body, HEADER, TOKEN);
    }

    @Test
    void acceptsAMessageAndAnswersInTheDocumentedShape() {
        Reply reply = send(Samples.request(Samples.msg()));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.response().headers().firstValue("Content-Type")).hasValue("application/json; charset=utf-8");
        assertThat(reply.body()).isEqualTo("""
                        {"details":"Created 1 message(s)","errorCode":0,"messages":[{"to":"6789012345678901",\
                        "status":"Accepted","reference":"ref1","parts":1,"messageDetails":null,"messageErrorCode":0}]}""");
    }

    @Test
    void answersOneEntryForEachRecipientOfAMessage() {
        Reply reply = send(Samples.request(
                Samples.msg(msg -> ((ArrayNode) msg.get("to")).addObject().put("number", "42"))));

        assertThat(reply.json().path("details").asText()).isEqualTo("Created 2 message(s)");
        assertThat(reply.json().path("messages").findValuesAsText("to")).containsExactly(Samples.PSID, "42");
    }

    @Test
    void answers200With201WhenSomeAreRejected() {
        ObjectNode noPage = Samples.msg(msg -> msg.put("from", "").put("reference", "ref2"));
        Reply reply = send(Samples.request(Samples.msg(), noPage));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("errorCode").asInt()).isEqualTo(201);
        assertThat(reply.json().path("details").asText()).isEqualTo("Created 1 message(s)");
        assertThat(reply.json().path("messages").findValuesAsText("status")).containsExactly("Accepted", "Rejected");
        assertThat(reply.json().at("/messages/1/parts").asInt()).isZero();
        assertThat(reply.json().at("/messages/1/messageErrorCode").asInt()).isEqualTo(301);
        assertThat(reply.json().at("/messages/1/messageDetails").asText()).startsWith("/from is missing");
        assertThat(reply.json().at("/messages/1/reference").asText()).isEqualTo("ref2");
    }

    @Test
    void answers400With201WhenAllAreRejected() {
        Reply reply = send(Samples.request(Samples.msg(msg -> msg.remove("from"))));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("errorCode").asInt()).isEqualTo(201);
        assertThat(reply.json().path("details").asText()).isEqualTo("Created 0 message(s)");
        assertThat(reply.json().path("messages")).hasSize(1);
    }

    @Test
    void refusesAWrongTokenInTheHeader() {
        assertRefused(client.send(Samples.request(Samples.msg()), HEADER, "other"), 101);
    }

    @Test
    void refusesAMissingToken() {
        assertRefused(client.send(Samples.request(Samples.msg())), 101);
    }

    @ParameterizedTest
    @ValueSource(strings = {"producttoken", "productToken"})
    void takesTheTokenFromTheBodyToo(String spelling) throws Exception {
        ObjectNode request = (ObjectNode) Json.MAPPER.readTree(Samples.request(Samples.msg()));
        Samples.object(request, "messages").putObject("authentication").put(spelling, TOKEN);
        assertThat(client.send(request.toString()).status()).isEqualTo(200);

        Samples.object(request, "messages").putObject("authentication").put(spelling, "other");
        assertRefused(client.send(request.toString()), 101);
    }

    @Test
    void acceptsEveryTokenWhenNoneWasConfigured() {
        try (CmSimulator open = CmSimulator.builder().start()) {
            SimulatorClient toOpen = new SimulatorClient(open);
            assertThat(toOpen.send(Samples.request(Samples.msg())).status()).isEqualTo(200);
            assertThat(toOpen.send(Samples.request(Samples.msg()), HEADER, "any")
                            .status())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "   ", "{", "{\"messages\":", "nonsense", "{} {}", "{'messages': {}}", "[1,]", "\u0000"})
    void refusesMalformedJson(String body) {
        assertRefused(send(body), 202);
    }

    @Test
    void refusesWhatIsNotUtf8() {
        byte[] latin1 = {'"', (byte) 0xE9, '"'};
        byte[] utf16 = "{}".getBytes(StandardCharsets.UTF_16LE);
        for (byte[] body : List.of(latin1, utf16)) {
            assertRefused(client.send(BodyPublishers.ofByteArray(body), HEADER, TOKEN), 202);
        }
    }

    @Test
    void refusesJsonNestedWithoutEnd() {
        assertRefused(send("[".repeat(100_000)), 202);
        assertRefused(send("{\"a\":".repeat(900) + "1" + "}".repeat(900)), 203);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "1",
                "\"text\"",
                "null",
                "{}",
                "{\"messages\": []}",
                "{\"messages\": {}}",
                "{\"messages\": {\"msg\": {}}}",
                "{\"messages\": {\"msg\": \"text\"}}",
                "{\"messages\": {\"msg\": []}}",
                "{\"messages\": {\"msg\": [1]}}",
                "{\"messages\": {\"msg\": [[]]}}",
                "{\"messages\": {\"msg\": [null]}}",
                "{\"messages\": null}"
            })
    void refusesAWrongStructure(String body) {
        assertRefused(send(body), 203);
    }

    @Test
    void refusesANullAnywhere() {
        assertRefused(send(Samples.request(Samples.msg(msg -> msg.putNull("reference")))), 203);
        assertRefused(
                send(Samples.request(
                        Samples.msg(msg -> msg.putObject("x").putArray("y").addNull()))),
                203);
    }

    @Test
    void takes1000MessagesAndNotOneMore() {
        ObjectNode[] thousand = IntStream.range(0, 1000)
                .mapToObj(i -> Samples.msg(msg -> msg.remove("allowedChannels")))
                .toArray(ObjectNode[]::new);
        Reply reply = send(Samples.request(thousand));
        assertThat(reply.json().path("details").asText()).isEqualTo("Created 1000 message(s)");

        ObjectNode[] more = Arrays.copyOf(thousand, 1001);
        more[1000] = thousand[0];
        assertRefused(send(Samples.request(more)), 203);
    }

    @Test
    void readsNamesWithoutRegardToCase() {
        Reply reply = send("{\"Messages\": {\"MSG\": [{\"From\": \"1\", \"TO\": [{\"Number\": \"2\"}], \"Body\": "
                + "{\"Content\": \"Hi\"}, \"Reference\": \"r\"}]}}");
        assertThat(reply.json().at("/messages/0/status").asText()).isEqualTo("Accepted");
        assertThat(reply.json().at("/messages/0/reference").asText()).isEqualTo("r");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "OPTIONS", "PATCH"})
    void answers405ToOtherMethods(String method) {
        Reply reply = client.exchange(
                HttpRequest.newBuilder(URI.create(simulator.gatewayUrl())).method(method, BodyPublishers.noBody()));
        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.response().headers().firstValue("Allow")).hasValue("POST");
    }

    @Test
    void answers415ToOtherContentTypes() {
        HttpRequest.Builder none = HttpRequest.newBuilder(URI.create(simulator.gatewayUrl()));
        assertThat(client.exchange(none.POST(BodyPublishers.ofString("{}"))).status())
                .isEqualTo(415);
        for (String type : List.of("text/plain", "application/x-www-form-urlencoded", "application/json2")) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(simulator.gatewayUrl()))
                    .header("Content-Type", type)
                    .POST(BodyPublishers.ofString("{}"));
            assertThat(client.exchange(request).status()).as(type).isEqualTo(415);
        }
    }

    @Test
    void takesAContentTypeWithParameters() {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(simulator.gatewayUrl()))
                .header("Content-Type", "Application/JSON ; charset=utf-8")
                .header(HEADER, TOKEN)
                .POST(BodyPublishers.ofString(Samples.request(Samples.msg())));
        assertThat(client.exchange(request).status()).isEqualTo(200);
    }

    @Test
    void takesABodyOfTheLimitAndNotOneByteMore() {
        String request = Samples.request(Samples.msg());
        assertThat(send(request + " ".repeat(200_000 - request.length())).status())
                .isEqualTo(200);
        assertThat(send(request + " ".repeat(200_001 - request.length())).status())
                .isEqualTo(413);
    }

    @Test
    void limitsABodyWithoutADeclaredLengthToo() {
        byte[] tooLarge = " ".repeat(200_001).getBytes(StandardCharsets.UTF_8);
        Reply reply =
                client.send(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(tooLarge)), HEADER, TOKEN);
        assertThat(reply.status()).isEqualTo(413);
        assertThat(simulator.journal().requests())
                .extracting(GatewayRequest::status)
                .containsExactly(413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "buttons.json",
                "card-with-buttons.json",
                "media-template.json",
                "product-carousel.json",
                "products.json",
                "quick-replies.json",
                "quick-reply-thumbnails.json",
                "tag.json",
                "text-and-image.json",
                "text.json"
            })
    void acceptsTheDocumentedMessages(String sample) {
        Reply reply = send(Samples.send(sample));
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    }

    private static void assertRefused(Reply reply, int code) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(400);
        assertThat(reply.json().path("errorCode").asInt()).as(reply.body()).isEqualTo(code);
        assertThat(reply.json().path("messages").isArray()).isTrue();
        assertThat(reply.json().path("messages")).isEmpty();
        assertThat(reply.json().path("details").asText()).isNotBlank();
    }
}
