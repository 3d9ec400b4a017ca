package io.github.camelcm.messenger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a body that cannot be read: where, why, and what to do. */
class BodyTextsTest {

    private static final String FORMS = "Accepted are an OutboundMessage; a String, which is a text message, or JSON"
            + " when the header Content-Type says so; JSON as JsonNode, Map, byte[], or anything that Camel converts to"
            + " InputStream: a CM.com request (\"messages\"), a message (\"body\" or \"richContent\"), a rich content"
            + " (\"conversation\") or an item (\"text\", \"media\", \"suggestions\", \"carousel\", …); and an Iterable,"
            + " Iterator, array or JSON array of these.";

    private final Harness harness = Harness.accepting();

    @TempDir
    Path folder;

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    static Stream<Arguments> noForms() {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return Stream.of(
                Arguments.of(null, "The body is empty"),
                Arguments.of("", "The body is an empty text"),
                Arguments.of(" \n", "The body is an empty text"),
                Arguments.of(new byte[0], "The body is empty"),
                Arguments.of(InputStream.nullInputStream(), "The body is empty"),
                Arguments.of(42, "A body of type java.lang.Integer is no message"),
                Arguments.of(bytes("5"), "The JSON is a number"),
                Arguments.of(bytes("\"Hello\""), "The JSON is a text"),
                Arguments.of(json.nullNode(), "The JSON is null"),
                Arguments.of(bytes("[\"Hello\"]"), "In the JSON, /0 is a text"),
                Arguments.of(bytes("{\"txt\":\"Hello\"}"), "The JSON is none of the accepted forms"),
                Arguments.of(Map.of("txt", "Hello"), "The JSON is none of the accepted forms"),
                Arguments.of(bytes("[{}]"), "In the JSON, /0 is none of the accepted forms"),
                Arguments.of(
                        List.of("a", 42), "Message 1 (counted from 0): A body of type java.lang.Integer is no message"),
                Arguments.of(Arrays.asList("a", null), "Message 1 (counted from 0): It is null"),
                Arguments.of(List.of(List.of("x")), "Message 0 (counted from 0): It is a list in the list"),
                Arguments.of(List.of("a", new byte[0]), "Message 1 (counted from 0): It is empty"),
                Arguments.of(
                        List.of(bytes("[{\"text\":\"a\"},{\"text\":\"b\"}]"), 42),
                        "Message 2 (counted from 0): A body of type java.lang.Integer is no message"));
    }

    @ParameterizedTest
    @MethodSource("noForms")
    void aFormThatIsNoneNamesTheFormsOnce(Object body, String found) {
        assertThat(refusal(null, body)).isEqualTo(found + ". " + FORMS);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(List.of("a", " "), "Message 1 (counted from 0): The text is empty."),
                Arguments.of(bytes("{\"text\":{}}"), "In the JSON, /text is an object, a text is expected."),
                Arguments.of(
                        List.of("a", Map.of("text", List.of())),
                        "Message 1 (counted from 0): In the JSON, /text is an array, a text is expected."),
                Arguments.of(Map.of("text", new Object()), "The map holds a value that cannot be written as JSON."),
                Arguments.of(bytes("{\"a\":1e99999999999}"), "A number has an exponent that no number can have."),
                Arguments.of(
                        List.of("a", "{}"),
                        "Message 1 (counted from 0): The body is a String that is JSON, and no header Content-Type says"
                                + " what is meant. Set it to application/json to send the message that the JSON"
                                + " describes, or to text/plain to send the JSON itself as a text."));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultWithinAFormDoesNotNameTheForms(Object body, String text) {
        assertThat(refusal(null, body)).isEqualTo(text);
    }

    static Stream<Arguments> textsInBytes() {
        return Stream.of("text/plain", "Text/Plain; charset=ISO-8859-1", "text/plain;charset=nonsense")
                .flatMap(type -> Stream.of(
                                bytes("Hello"),
                                new ByteArrayInputStream(bytes("Hello")),
                                new StringReader("Hello"),
                                ByteBuffer.wrap(bytes("Hello")))
                        .map(body -> Arguments.of(type, body)));
    }

    @ParameterizedTest
    @MethodSource("textsInBytes")
    void aTextInBytesIsToldToBecomeAString(String contentType, Object body) {
        assertThat(refusal(contentType, body))
                .isEqualTo("The header Content-Type says text/plain, but a body of type "
                        + body.getClass().getTypeName()
                        + " is read as JSON, and it is not valid JSON at line 1, column 6. To send a text, make it a"
                        + " String before: convertBodyTo(String.class).");
    }

    @Test
    void aTextInAFileIsToldToBecomeAString() throws Exception {
        Path file = Files.writeString(folder.resolve("note.txt"), "Hello");

        assertThat(refusal("text/plain", file.toFile()))
                .isEqualTo("The header Content-Type says text/plain, but a body of type java.io.File is read as JSON,"
                        + " and it is not valid JSON at line 1, column 6. To send a text, make it a String before:"
                        + " convertBodyTo(String.class).");
    }

    @Test
    void bytesWithoutATypeMayBeATextToo() {
        assertThat(refusal(null, bytes("Hello")))
                .isEqualTo("A body of type byte[] is read as JSON, and it is not valid JSON at line 1, column 6. If it"
                        + " is a text, make it a String before: convertBodyTo(String.class).");
        assertThat(refusal("application/octet-stream", List.of("a", bytes("Hello"))))
                .isEqualTo("Message 1 (counted from 0): A body of type byte[] is read as JSON, and it is not valid JSON"
                        + " at line 1, column 6. If it is a text, make it a String before.");
    }

    @Test
    void bytesThatAreNoCharactersAreNoJson() {
        byte[] utf32 = {0, 0, 0, '{', 0x7f, 0, 0, 0}; // found to be UTF-32, with a character that there is not

        assertThat(refusal("text/plain", utf32))
                .isEqualTo(
                        "The header Content-Type says text/plain, but a body of type byte[] is read as JSON, and it"
                                + " is not text in UTF-8. To send a text, make it a String before: convertBodyTo(String.class).");
        assertThat(refusal("text/plain", "Grüße".getBytes(StandardCharsets.ISO_8859_1)))
                .startsWith("The header Content-Type says text/plain, but a body of type byte[] is read as JSON");
        assertThat(refusal("application/json", new byte[] {'{', '"', (byte) 0xc3, '(', '"', ':', '1', '}'}))
                .startsWith("The header Content-Type says application/json, but the body is not valid JSON at line 1");
    }

    /** Bytes stay JSON, whatever header was left over: nobody may get to read raw JSON. */
    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/octet-stream"})
    void jsonInBytesIsJsonWhateverTheHeaderSays(String contentType) {
        Exchange exchange = send(contentType, bytes("{\"text\":\"Hi\"}"));

        assertThat(exchange.getException()).isNull();
        assertThat(harness.lastMessage().at("/richContent/conversation/0/text").asText())
                .isEqualTo("Hi");
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, application/json",
        "Application/JSON;charset=utf-8, application/json",
        "text/json, text/json",
        "application/problem+json, JSON"
    })
    void aHeaderThatIsLeftOverIsToldFirst(String contentType, String says) {
        assertThat(refusal(contentType, "Order ready"))
                .isEqualTo("The header Content-Type says " + says + ", but the body is not valid JSON at line 1, column"
                        + " 6. Remove the header to send the body as a text.");
        assertThat(refusal(contentType, List.of("Order ready")))
                .isEqualTo("Message 0 (counted from 0): The header Content-Type says " + says + ", but it is not valid"
                        + " JSON at line 1, column 6. Remove the header to send it as a text.");
        assertThat(refusal(contentType, bytes("{\n\"text\": }")))
                .isEqualTo("The header Content-Type says " + says
                        + ", but the body is not valid JSON at line 2, column 9.");
    }

    @Test
    void aFileThatIsNotThereIsAcceptedButUnreadable() {
        Path nowhere = folder.resolve("nope.json");

        assertThat(refusal(null, nowhere.toFile()))
                .isEqualTo("A body of type java.io.File is accepted, but it cannot be read: FileNotFoundException. Is"
                        + " the file there, and may it be read?");
        assertThat(refusal(null, nowhere))
                .isEqualTo("A body of type " + nowhere.getClass().getTypeName() + " is accepted, but it cannot be read:"
                        + " NoSuchFileException. Is the file there, and may it be read?");
        assertThat(refusal(null, List.of("a", nowhere.toFile())))
                .startsWith("Message 1 (counted from 0): A body of type java.io.File is accepted, but it cannot");
        assertThat(refusal(null, folder.toFile())).contains("cannot be read: FileNotFoundException. Is the file");
        assertThat(refusal(null, folder)).contains("cannot be read: IOException. Is the file");
    }

    @Test
    void aStreamThatBreaksIsAcceptedButUnreadable() {
        assertThat(refusal(null, new BrokenStream()))
                .isEqualTo("A body of type " + BrokenStream.class.getTypeName()
                        + " is accepted, but it cannot be read: IOException.");
    }

    private static final class BrokenStream extends InputStream {
        @Override
        public int read() throws java.io.IOException {
            throw new java.io.IOException("the line went dead");
        }
    }

    @Test
    void aStreamThatWasNoJsonIsNotReadAgainByARedelivery() throws Exception {
        AtomicInteger closed = new AtomicInteger();
        harness.context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(Exception.class).maximumRedeliveries(2).redeliveryDelay(0);
                from("direct:in").to(Harness.uri("to=1"));
            }
        });
        InputStream body = new ByteArrayInputStream(bytes("Hello")) {
            @Override
            public void close() { // what is left after the first reading would be a message
                buf = bytes("{\"text\":\"Hi\"}");
                pos = 0;
                count = buf.length;
                closed.incrementAndGet();
            }
        };

        Exchange exchange = harness.context.createProducerTemplate().request("direct:in", in -> {
            in.getIn().setBody(body);
            in.getIn().setHeader(Exchange.CONTENT_TYPE, "text/plain");
        });

        assertThat(exchange.getException())
                .isExactlyInstanceOf(InvalidMessageException.class)
                .hasMessageEndingWith("make it a String before: convertBodyTo(String.class).");
        assertThat(exchange.getMessage().getHeader(Exchange.REDELIVERY_COUNTER)).isEqualTo(2);
        assertThat(closed).hasValue(1);
        assertThat(harness.gateway.requests()).isEmpty();
    }

    /** What the error tells to do, over a real HTTP server. */
    @ParameterizedTest
    @ValueSource(strings = {"utf-8", "iso-8859-1", "utf-16"})
    void asAStringATextKeepsTheCharsetOfItsCall(String charset) throws Exception {
        assumeTrue(TestServer.available().contains(TestServer.PLATFORM_HTTP), "camel-platform-http-main is not there");
        int port = TestServer.freePort();
        TestServer.PLATFORM_HTTP.setUp(harness.context, port);
        harness.context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("platform-http:/notify")
                        .convertBodyTo(String.class)
                        .to(Harness.uri("to=1"))
                        .setBody(constant(""));
            }
        });
        HttpRequest call = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/notify"))
                .header("Content-Type", "text/plain; charset=" + charset)
                .POST(HttpRequest.BodyPublishers.ofByteArray("{Grüße}".getBytes(Charset.forName(charset))))
                .build();

        HttpClient.newHttpClient().send(call, HttpResponse.BodyHandlers.discarding());

        assertThat(harness.lastMessage().at("/body/content").asText()).isEqualTo("{Grüße}");
    }

    private Exchange send(String contentType, Object body) {
        return harness.send("to=" + Harness.PSID, in -> {
            in.getIn().setBody(body);
            in.getIn().setHeader(Exchange.CONTENT_TYPE, contentType);
        });
    }

    private String refusal(String contentType, Object body) {
        Exchange exchange = send(contentType, body);

        assertThat(exchange.getException()).isExactlyInstanceOf(InvalidMessageException.class);
        assertThat(harness.gateway.requests()).isEmpty();
        // of a word that is no JSON Jackson 2.19 tells the end, and 2.22 the beginning
        return exchange.getException().getMessage().replace("at line 1, column 1.", "at line 1, column 6.");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
