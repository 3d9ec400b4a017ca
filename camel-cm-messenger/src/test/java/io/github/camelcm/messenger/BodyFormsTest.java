package io.github.camelcm.messenger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.camelcm.messenger.model.InboundMessage;
import io.github.camelcm.messenger.model.OutboundMessage;
import io.github.camelcm.messenger.model.Outcome;
import io.github.camelcm.messenger.model.SendResult;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyFormsTest {

    private static final String ITEM = "{\"text\": \"Hi\"}";
    private static final byte[] BYTES = ITEM.getBytes(StandardCharsets.UTF_8);

    private final Harness harness = Harness.accepting();

    @TempDir
    Path folder;

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    static Stream<Arguments> formsOfOneItem() {
        return Stream.of(
                Arguments.of("byte[]", BYTES),
                Arguments.of("Map", Map.of("text", "Hi")),
                Arguments.of("JsonNode", JsonNodeFactory.instance.objectNode().put("text", "Hi")),
                Arguments.of("InputStream", new ByteArrayInputStream(BYTES)),
                Arguments.of("Reader", new StringReader(ITEM)),
                Arguments.of("ByteBuffer", ByteBuffer.wrap(BYTES)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formsOfOneItem")
    void jsonIsReadFromWhateverHoldsIt(String name, Object body) {
        Exchange exchange = harness.send(body);

        assertThat(exchange.getException()).isNull();
        assertThat(harness.lastMessage().at("/richContent/conversation/0/text").asText())
                .isEqualTo("Hi");
        assertThat(exchange.getMessage().getBody()).isInstanceOf(SendResult.class);
    }

    @Test
    void jsonIsReadFromFileAndPath() throws Exception {
        Path file = Files.write(folder.resolve("item.json"), BYTES);

        assertThat(harness.send(file).getException()).isNull();
        assertThat(harness.send(file.toFile()).getException()).isNull();
        assertThat(harness.gateway.requests()).hasSize(2);
    }

    @Test
    void aStringIsATextMessage() {
        Exchange exchange = harness.send("Hello, {name} [1]");

        assertThat(exchange.getException()).isNull();
        assertThat(harness.lastMessage().at("/body/content").asText()).isEqualTo("Hello, {name} [1]");
        assertThat(harness.lastMessage().at("/body/type").asText()).isEqualTo("auto");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "Application/JSON;charset=utf-8", "application/problem+json"})
    void aStringIsJsonWhenTheContentTypeSaysSo(String contentType) {
        Exchange exchange = harness.send("to=" + Harness.PSID, in -> {
            in.getIn().setBody(ITEM);
            in.getIn().setHeader(Exchange.CONTENT_TYPE, contentType);
        });

        assertThat(exchange.getException()).isNull();
        assertThat(harness.lastMessage().at("/richContent/conversation/0/text").asText())
                .isEqualTo("Hi");
    }

    @Test
    void aStringOfJsonIsATextWhenTheContentTypeSaysSo() {
        Exchange exchange = harness.send("to=" + Harness.PSID, in -> {
            in.getIn().setBody(ITEM);
            in.getIn().setHeader(Exchange.CONTENT_TYPE, "text/plain");
        });

        assertThat(exchange.getException()).isNull();
        assertThat(harness.lastMessage().at("/body/content").asText()).isEqualTo(ITEM);
    }

    @ParameterizedTest
    @ValueSource(strings = {ITEM, "  [1, 2]\n", "{}"})
    void aStringOfJsonWithoutContentTypeIsRefusedAndSaysWhatToDo(String body) {
        InvalidMessageException refusal = refusal(harness.send(body));

        assertThat(refusal).hasMessageContaining("Content-Type").hasMessageContaining("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[sale] today", "{a", "[", "{not json}"})
    void aTextThatOnlyLooksLikeJsonIsSent(String body) {
        assertThat(harness.send(body).getException()).isNull();
    }

    static Stream<Arguments> noForms() throws Exception {
        InboundMessage inbound = new com.fasterxml.jackson.databind.ObjectMapper()
                .readValue(Payloads.bytes("inbound/text.json"), InboundMessage.class);
        return Stream.of(
                Arguments.of("null", null),
                Arguments.of("empty String", ""),
                Arguments.of("blank String", " \n"),
                Arguments.of("Integer", 42),
                Arguments.of("Boolean", true),
                Arguments.of("Optional", Optional.of("x")),
                Arguments.of("Object", new Object()),
                Arguments.of("inbound record", inbound),
                Arguments.of("result", SendResult.of("r", List.of(), List.of())),
                Arguments.of("empty bytes", new byte[0]),
                Arguments.of("empty Map", Map.of()),
                Arguments.of("other Map", Map.of("a", 1)),
                Arguments.of("text node", JsonNodeFactory.instance.textNode("x")),
                Arguments.of("null node", JsonNodeFactory.instance.nullNode()),
                Arguments.of("list of Integer", List.of(1)),
                Arguments.of("int[]", new int[] {1}),
                Arguments.of("list of lists", List.of(List.of("x"))),
                Arguments.of("list with an inbound record", List.of("x", inbound)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("noForms")
    void anythingElseIsRefusedAndTheAcceptedFormsAreNamed(String name, Object body) {
        InvalidMessageException refusal = refusal(harness.send(body));

        assertThat(refusal.violations()).isEmpty();
        assertThat(refusal).hasMessageContaining("Accepted are an OutboundMessage");
        assertThat(refusal.retryable()).isFalse();
        assertThat(refusal.outcome()).isEqualTo(Outcome.NOT_SENT);
    }

    static Stream<Arguments> lists() {
        OutboundMessage message = OutboundMessage.text("a");
        return Stream.of(
                Arguments.of("List", List.of(message, "b")),
                Arguments.of("Iterator", List.of(message, "b").iterator()),
                Arguments.of("Iterable", (Iterable<Object>)
                        () -> List.<Object>of(message, "b").iterator()),
                Arguments.of("array", new Object[] {message, "b"}),
                Arguments.of("String[]", new String[] {"a", "b"}),
                Arguments.of("JSON array", "[{\"text\":\"a\"},{\"text\":\"b\"}]".getBytes(StandardCharsets.UTF_8)),
                Arguments.of("mixed", List.of(Map.of("text", "a"), BYTES)),
                Arguments.of(
                        "request with two",
                        Map.of(
                                "messages",
                                Map.of(
                                        "msg",
                                        List.of(
                                                Map.of("body", Map.of("content", "a")),
                                                Map.of("body", Map.of("content", "b")))))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lists")
    void listsGoAsOneRequestAndBringAListOfResults(String name, Object body) {
        Exchange exchange = harness.send(body);

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody(List.class)).hasSize(2).allMatch(r -> ((SendResult) r).accepted());
        assertThat(exchange.getMessage().getHeader(CmMessengerConstants.ACCEPTED))
                .isEqualTo(2);
        assertThat(exchange.getMessage().getHeader(CmMessengerConstants.REJECTED))
                .isEqualTo(0);
        assertThat(harness.gateway.requests()).hasSize(1);
        assertThat(Answers.messages(harness.gateway.requests().get(0))).hasSize(2);
    }

    @Test
    void aListOfOneIsAList() {
        assertThat(harness.send(List.of("a")).getMessage().getBody()).asList().hasSize(1);
        assertThat(harness.send("[{\"text\":\"a\"}]".getBytes()).getMessage().getBody())
                .asList()
                .hasSize(1);
    }

    @Test
    void anEmptyListGivesAnEmptyResultAndSendsNothing() {
        for (Object empty : List.of(List.of(), new String[0], List.of().iterator(), "[]".getBytes())) {
            Exchange exchange = harness.send(empty);

            assertThat(exchange.getException()).isNull();
            assertThat(exchange.getMessage().getBody()).asList().isEmpty();
        }
        assertThat(harness.gateway.requests()).isEmpty();
    }

    @Test
    void anIteratorThatFailsIsNotMistakenForAShorterList() {
        Iterator<Object> failing = new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public Object next() {
                if (next++ == 1) {
                    throw new IllegalStateException("disk gone");
                }
                return "a";
            }
        };

        assertThat(harness.send(failing).getException()).hasMessage("disk gone");
        assertThat(harness.gateway.requests()).isEmpty();
    }

    private InvalidMessageException refusal(Exchange exchange) {
        assertThat(exchange.getException()).isInstanceOf(InvalidMessageException.class);
        assertThat(harness.gateway.requests()).isEmpty();
        return (InvalidMessageException) exchange.getException();
    }
}
