package io.github.camelcm.messenger.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.camelcm.messenger.Payloads;
import io.github.camelcm.messenger.json.InboundTree;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FingerprintTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"a": 1, "b": 2}                 | { "b" :2,"a":   1 }
            {"a": {"c": 1, "b": [{"y": 1, "x": 2}]}} | {"a": {"b": [{"x": 2, "y": 1}], "c": 1}}
            {"timeUtc": "x"}                 | {"TIMEUTC": "x"}
            {"code": "2"}                    | {"code": 2}
            {"code": "true"}                 | {"code": true}
            {"x": 12345678901234567890123}   | {"x": "12345678901234567890123"}
            {"x": 1.10}                      | {"x": "1.10"}
            {"a": 1}                         | {"a": 1, "b": null}
            {"a": 1}                         | {"a": 1, "b": ""}
            {"a": 1}                         | {"a": 1, "b": []}
            {"a": 1}                         | {"a": 1, "b": {}}
            {"a": 1}                         | {"a": 1, "b": {"c": [{"d": ""}], "e": null}}
            {"a": 1}                         | {"a": 1, "b": ["", null, {}, []]}
            {"a": ["", 1]}                   | {"a": [null, 1]}
            {"a": [{}, 1]}                   | {"a": [[{"b": null}], 1]}
            {"a": "é"}                  | {"a": "\\u00e9"}
            {"a": 1, "a": 2}                 | {"a": 2}
            {"Id": 1, "ID": 2}               | {"id": 1, "iD": 2}
            {}                               | {"a": null}
            """)
    void whatMeansTheSameHasOneFingerprint(String one, String other) throws Exception {
        assertThat(of(one)).isEqualTo(of(other));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"a": 1}                 | {"a": 2}
            {"a": 1}                 | {"b": 1}
            {"a": 1}                 | {}
            {"a": "x"}               | {"a": "X"}
            {"a": "x"}               | {"a": " x"}
            {"a": "x"}               | {"a": ["x"]}
            {"a": ["x"]}             | {"a": [["x"]]}
            {"a": 2}                 | {"a": 2.0}
            {"a": 1e2}               | {"a": 100}
            {"a": [1, 2]}            | {"a": [2, 1]}
            {"a": [1, ""]}           | {"a": [1]}
            {"a": ["", 1]}           | {"a": [1, ""]}
            {"a": [1, 2]}            | {"a": [12]}
            {"a": ["1", "2"]}        | {"a": "12"}
            {"a": "b", "c": "d"}     | {"a": "bc", "": "d"}
            {"a": "1", "b": "2"}     | {"a": "1\\u0000\\u0001b2"}
            {"ab": "c"}              | {"a": "bc"}
            {"a": "sx"}              | {"as": "x"}
            {"a": {"b": "c"}}        | {"a": "b", "b": "c"}
            {"a": {"b": 1}, "c": 1}  | {"a": {"b": 1, "c": 1}}
            {"a": [{"b": 1, "c": 1}]} | {"a": [{"b": 1}, {"c": 1}]}
            {"a": {"0": "x"}}        | {"a": ["x"]}
            {"a": "null"}            | {"a": null}
            {"a": "{}"}              | {"a": {}}
            {"a": "[1]"}             | {"a": [1]}
            {"a": "\\ud83d"}         | {"a": "\\ud83e"}
            {"a": "\\ud83d"}         | {"a": "?"}
            {"a": "\\ud83d"}         | {"a": "\\ufffd"}
            {"a": " "}               | {"a": ""}
            {"Id": 1, "ID": 2}       | {"Id": 2}
            {"Id": 1, "ID": 2}       | {"Id": 2, "ID": 1}
            {"a": "s\\u0000\\u0001"} | {"a": "s\\u0000", "\\u0001": 1}
            """)
    void whatDiffersHasAnother(String one, String other) throws Exception {
        assertThat(of(one)).isNotEqualTo(of(other));
    }

    @ParameterizedTest
    @EnumSource(EventKind.class)
    void eachKindHasItsOwn(EventKind kind) throws Exception {
        JsonNode event = json("{\"a\": 1}");

        assertThat(Stream.of(EventKind.values()).filter(other -> other != kind))
                .allSatisfy(
                        other -> assertThat(Fingerprint.of(other, event)).isNotEqualTo(Fingerprint.of(kind, event)));
    }

    @Test
    void itIsTheDigestThatTheDocumentationDescribes() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        text(out, "STATUS");
        out.writeChar('o');
        out.writeInt(2);
        text(out, "list");
        out.writeChar('a');
        out.writeInt(2);
        scalar(out, "");
        scalar(out, "2");
        text(out, "\u00e9");
        scalar(out, "x\ud83d");
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());

        assertThat(Fingerprint.of(
                        EventKind.STATUS, json("{\"\\u00c9\": \"x\\ud83d\", \"LIST\": [null, 2], \"b\": {}}")))
                .isEqualTo(HexFormat.of().formatHex(digest));
    }

    @Test
    void theReaderGivesEachEventItsOwn() throws Exception {
        JsonNode delivered = Payloads.json("status/delivered.json");
        JsonNode text = Payloads.json("inbound/text.json");

        assertThat(EventReader.read(Payloads.bytes("status/delivered.json")))
                .extracting(ReceivedEvent::fingerprint)
                .containsExactly(Fingerprint.of(EventKind.STATUS, delivered.at("/messages/msg")));
        assertThat(EventReader.read(Payloads.bytes("inbound/text.json")))
                .extracting(ReceivedEvent::fingerprint)
                .containsExactly(Fingerprint.of(EventKind.MESSAGE, text));
        assertThat(EventReader.read(
                        "{\"messages\": {\"msg\": [{\"to\": 1}, {\"to\": 2}, {\"to\": \"1\"}]}}".getBytes()))
                .extracting(ReceivedEvent::fingerprint)
                .satisfies(all -> assertThat(all.get(0)).isEqualTo(all.get(2)).isNotEqualTo(all.get(1)));
    }

    @Test
    void longTextsAreDigestedWhole() throws Exception {
        List<String> prints = Stream.of(1000, 1020, 1021, 1022, 1023, 1024, 1025, 5000)
                .map("x"::repeat)
                .flatMap(x -> Stream.of(x, x + "y", "y" + x))
                .map(x -> Fingerprint.of(
                        EventKind.MESSAGE, JsonNodeFactory.instance.objectNode().put("a", x)))
                .toList();

        assertThat(prints).doesNotHaveDuplicates();
    }

    @Test
    void aTreeDeeperThanAnyThatIsReadIsRefused() {
        ArrayNode deep = JsonNodeFactory.instance.arrayNode().add(1);
        for (int i = 0; i < 100_000; i++) {
            deep = JsonNodeFactory.instance.arrayNode().add(deep);
        }
        JsonNode deepest = deep;

        assertThatThrownBy(() -> Fingerprint.of(EventKind.UNKNOWN, deepest))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1000 levels");
    }

    private static void scalar(DataOutputStream out, String text) throws Exception {
        out.writeChar('s');
        text(out, text);
    }

    private static void text(DataOutputStream out, String text) throws Exception {
        out.writeInt(text.length());
        out.writeChars(text);
    }

    private static String of(String json) throws Exception {
        return Fingerprint.of(EventKind.UNKNOWN, json(json));
    }

    private static JsonNode json(String json) throws Exception {
        return InboundTree.parse(json.getBytes(StandardCharsets.UTF_8));
    }

    /** Keys lie in users' repositories: another value would have every repeat processed again. */
    @ParameterizedTest
    @CsvSource({
        "inbound/text.json, 246846da018cdaa9bf03f2d2af55d3f72e2dcd4827b4f8eb6293fd1fad2aaa4a",
        "inbound/quick-reply.json, 09a9dd3cbfa6150651a063d9464a74b43c647a2ec87add45558d7a61b1b2391d",
        "inbound/media.json, d240ceea396696c4c4a3a67a68a4c0c7e90d04bdaac57fe7dafe7e263099a01f",
        "inbound/other-case.json, b8a754c69a497adca06fe7c34caf2dc911ebadabb90fee9a6b1b2e51a1e47d32",
        "status/delivered.json, 31240cd0dbb63d04a7eb66feb36e28193cdd5b2163236825e125f5ed4d7441b3",
        "status/failed.json, 1bdd513602280aa7d5f58cd62963c58054f1b4d71323e7978509806139abf802",
        "event/opt-in.json, 66bf4a7d3a0205c20b754b3987c5d5a207d7f672970b1180153f0240a4bbbf8b"
    })
    void theFingerprintOfASampleNeverChanges(String sample, String fingerprint) throws Exception {
        assertThat(EventReader.read(Payloads.bytes(sample)))
                .extracting(ReceivedEvent::fingerprint)
                .containsExactly(fingerprint);
    }
}
