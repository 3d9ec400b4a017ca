package io.github.camelcm.messenger.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcm.messenger.gateway.GatewayOutcome.Answered;
import io.github.camelcm.messenger.gateway.GatewayOutcome.Refused;
import io.github.camelcm.messenger.gateway.GatewayOutcome.Throttled;
import io.github.camelcm.messenger.model.OutboundMessage;
import io.github.camelcm.messenger.model.RecipientResult;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerReaderTest {

    private final AnswerReader reader =
            new AnswerReader(Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC));

    /** What the gateway can say of messages a (to 1), b (to 2); for each recipient the first letter of its outcome. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            both by reference, other order  | a:1,b:2     | 0   | b:2:A, a:1:A               | AA
            one rejected                    | a:1,b:2     | 201 | a:1:A, b:2:R               | AR
            one rejected, other order       | a:1,b:2     | 201 | b:2:R, a:1:A               | AR
            trial account, all accepted     | a:1,b:2     | 0   | :1:A, :2:A                 | AA
            trial account, without numbers  | a:1,b:2     | 0   | ::A, ::A                   | AA
            trial account, one rejected     | a:1,b:2     | 201 | ::A, ::R                   | AR
            trial account, one entry short  | a:1,b:2     | 201 | ::R                        | UU
            as many accepted, foreign refs  | a:1,b:2     | 0   | x:1:A, y:2:A               | UU
            one foreign reference           | a:1,b:2     | 0   | a:1:A, x:2:A               | AU
            one reference, one without      | a:1,b:2     | 0   | a:1:A, ::A                 | AA
            one entry missing               | a:1,b:2     | 0   | a:1:A                      | AU
            one entry more                  | a:1,b:2     | 0   | a:1:A, b:2:A, c:3:A        | AA
            number written otherwise        | a:1,b:2     | 201 | a:+1:A, b:02:R             | AR
            two recipients of one message   | a:1:2       | 201 | a:2:R, a:1:A               | [AR]
            two recipients, one unknown     | a:1:2       | 201 | a:2:R                      | [UR]
            two recipients, other number    | a:1:2       | 201 | a:9:R                      | [UU]
            same reference twice            | a:1,a:2     | 201 | a:2:R, a:1:A               | AR
            same reference and number twice | a:1,a:1     | 201 | a:1:A, a:1:R               | AR
            a reference too often           | a:1,b:2     | 0   | a:1:A, a:1:A               | AU
            entries that contradict         | a:1,b:2     | 201 | a:1:A, a:1:R, b:2:A        | UA
            other words for the status      | a:1,b:2     | 201 | a:1:accepted, b:2:REJECTED | AR
            a status nobody knows           | a:1,b:2     | 201 | a:1:Queued, b:2:A          | UA
            rejected under errorCode 0      | a:1,b:2     | 0   | a:1:A, b:2:R               | AR
            the same, other order           | a:1,b:2     | 0   | b:2:R, a:1:A               | AR
            rejected, a number unheard of   | a:1:2       | 0   | a:1:A, a:9:R               | [AU]
            accepted, a number twice        | a:1:2       | 0   | a:1:A, a:1:A               | [AA]
            accepted, a number unheard of   | a:1:2,b:3   | 0   | b:3:A, a:1:A, a:9:A        | [AA]A
            entries under another code      | a:1,b:2     | 999 | a:1:A, b:2:R               | AR
            """)
    void entriesAreMatchedToRecipients(String name, String sent, int code, String entries, String expected) {
        GatewayOutcome outcome = read(200, answer(code, entries), messages(sent));

        assertThat(outcome).isInstanceOf(Answered.class);
        assertThat(letters((Answered) outcome)).isEqualTo(expected);
    }

    /** Each entry has its own number of parts; for each recipient the parts that it is told. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            in their places                 | a:1,b:2     | a:1:1, b:2:2               | 1 2
            other order                     | a:1,b:2     | b:2:1, a:1:2               | 2 1
            recipients in other order       | a:1:2       | a:2:1, a:1:2               | 2 1
            other order, one unheard of     | a:1:2,b:3   | b:3:1, a:1:2, a:9:3        | 2 3 1
            number and order otherwise      | a:1,b:2     | b:+2:1, a:+1:2             | 2 1
            the same recipient twice        | a:1,a:1,b:2 | b:2:1, a:1:2, a:1:3        | 3 2 1
            trial account                   | a:1,b:2     | :1:1, :2:2                 | 1 2
            trial account, without numbers  | a:1,b:2     | ::1, ::2                   | 1 2
            one without a reference         | a:1,b:2     | b:2:1, ::2                 | 2 1
            """)
    void eachRecipientIsToldTheDetailsOfItsOwnEntry(String name, String sent, String entries, String parts) {
        String answer = Arrays.stream(entries.split(","))
                .map(entry -> entry.trim().split(":", -1))
                .map(entry -> "{\"reference\":\"%s\",\"to\":\"%s\",\"status\":\"Accepted\",\"parts\":%s}"
                        .formatted((Object[]) entry))
                .collect(Collectors.joining(",", "{\"errorCode\":0,\"messages\":[", "]}"));

        Answered outcome = (Answered) read(200, answer, messages(sent));

        assertThat(outcome.recipients().stream()
                        .flatMap(List::stream)
                        .map(result -> result.outcome() + " " + result.parts()))
                .containsExactly(Arrays.stream(parts.split(" "))
                        .map(count -> "ACCEPTED " + count)
                        .toArray(String[]::new));
    }

    @Test
    void numbersAsStringsMissingAndNullMembersAreRead() {
        Answered outcome = (Answered) read(200, """
                {"ErrorCode": "201", "MESSAGES": [
                  {"TO": "1", "Status": "Rejected", "Reference": "a", "parts": "0", "messageErrorCode": "303"},
                  {"to": "2", "status": "Accepted", "reference": "b", "parts": null, "messageErrorCode": null,
                   "messageDetails": null}]}""", messages("a:1,b:2"));

        assertThat(outcome.recipients().get(0).get(0).errorCode()).isEqualTo(303);
        assertThat(letters(outcome)).isEqualTo("RA");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            200 | {}                                     | Answered
            200 | {"errorCode": 0}                       | Answered
            200 | []                                     | Unknown
            200 | "text"                                 | Unknown
            200 | {"errorCode": 201, "messages": []}     | Unknown
            200 | {"errorCode": 101, "messages": []}     | Refused
            400 | {"errorCode": 201, "messages": []}     | Refused
            400 | {"errorCode": 101, "messages": null}   | Refused
            400 | {"errorCode": 0}                       | Refused
            399 | <html>                                 | Refused
            300 | {}                                     | Refused
            300 | {"errorCode": 201, "messages": []}     | Refused
            199 | {}                                     | Unknown
            299 | <html>                                 | Unknown
            407 | {"errorCode": 101}                     | NotSent
            408 | {"errorCode": 101}                     | Refused
            408 | <html>                                 | Unknown
            413 | <html>                                 | Refused
            429 | {"errorCode": 101}                     | Throttled
            499 | <html>                                 | Refused
            500 | {"errorCode": 999}                     | Refused
            500 | {}                                     | Unknown
            502 | <html>                                 | Unknown
            503 | {"errorCode": 101}                     | Throttled
            504 | <html>                                 | Unknown
            599 | <html>                                 | Unknown
            """)
    void theFirstThatAppliesDecides(int status, String body, String kind) {
        GatewayOutcome outcome = read(status, body, messages("a:1"));

        assertThat(outcome.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(outcome.status()).isEqualTo(status);
    }

    @Test
    void aRefusalCarriesCmsCode() {
        assertThat(read(400, "{\"errorCode\": \"102\"}", messages("a:1"))).isEqualTo(new Refused(400, 102));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            none                              | none
            120                               | PT2M
            0                                 | PT0S
            90                                | PT1M30S
            ' 7 '                             | PT7S
            Thu, 01 Jan 2026 00:01:00 GMT     | PT1M
            Wed, 31 Dec 2025 23:59:00 GMT     | PT0S
            -5                                | none
            soon                              | none
            1.5                               | none
            99999999999999999999              | none
            ''                                | none
            """)
    void retryAfterIsReadAsSecondsOrDate(String header, String wait) {
        GatewayOutcome outcome = reader.read(new GatewayAnswer(429, header, new byte[0]), messages("a:1"));

        assertThat(String.valueOf(((Throttled) outcome).retryAfter())).isEqualTo(String.valueOf(wait));
    }

    private GatewayOutcome read(int status, String body, List<OutboundMessage> messages) {
        return reader.read(new GatewayAnswer(status, null, body.getBytes(StandardCharsets.UTF_8)), messages);
    }

    private static List<OutboundMessage> messages(String shorthand) {
        return Arrays.stream(shorthand.split(","))
                .map(message -> message.split(":"))
                .map(parts -> OutboundMessage.text("x").toBuilder()
                        .reference(parts[0])
                        .to(Arrays.copyOfRange(parts, 1, parts.length))
                        .build())
                .toList();
    }

    private static String answer(int code, String entries) {
        return "{\"errorCode\":" + code + ",\"messages\":["
                + Arrays.stream(entries.split(",")).map(AnswerReaderTest::entry).collect(Collectors.joining(","))
                + "]}";
    }

    private static String entry(String shorthand) {
        String[] parts = shorthand.trim().split(":", -1);
        String status = parts[2].equals("A") ? "Accepted" : parts[2].equals("R") ? "Rejected" : parts[2];
        return "{\"reference\":\"%s\",\"to\":\"%s\",\"status\":\"%s\"}".formatted(parts[0], parts[1], status);
    }

    private static String letters(Answered answered) {
        return answered.recipients().stream()
                .map(recipients -> recipients.size() == 1
                        ? letter(recipients.get(0))
                        : recipients.stream().map(AnswerReaderTest::letter).collect(Collectors.joining("", "[", "]")))
                .collect(Collectors.joining());
    }

    private static String letter(RecipientResult result) {
        return result.outcome().name().substring(0, 1);
    }
}
