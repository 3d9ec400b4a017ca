package io.github.camelcm.messenger.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelcm.messenger.simulator.SimulatorClient.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clock, faults, ladder, held and repeated calls over HTTP. */
class BehindThePageApiTest extends NoonCase {

    private static final String MESSAGES = "/conversations/" + Samples.PAGE + "/" + Samples.PSID + "/messages";

    @Test
    void movesTheClock() {
        client.call("PUT", "/ladder", "{\"on\": true}");
        client.send(Samples.request(Samples.msg()));
        assertThat(client.get("/clock").body())
                .isEqualTo("{\"time\":\"2026-11-23T12:00:00Z\",\"mode\":\"manual\",\"pending\":1,"
                        + "\"next\":\"2026-11-23T12:00:00.100Z\",\"dropped\":0}");
        JsonNode done = client.post("/clock/advances", "{\"by\": \"PT5M\"}").json();
        assertThat(done.path("fired").asInt()).isEqualTo(3);
        assertThat(done.path("complete").asBoolean()).isTrue();
        assertThat(done.at("/clock/time").asText()).isEqualTo("2026-11-23T12:05:00Z");
        assertThat(client.call("PUT", "/clock", "{\"mode\": \"running\"}")
                        .json()
                        .path("mode")
                        .asText())
                .isEqualTo("running");
        assertThat(simulator.clock().instant()).isBetween("2026-11-23T12:05:00Z", "2026-11-23T12:06:00Z");
    }

    @Test
    void changesTheLadderByPart() {
        Reply reply = client.call(
                "PUT", "/ladder", "{\"steps\": [{\"code\": \"FAILED\", \"afterMillis\": 5, \"errorCode\": \"551\"}]}");
        assertThat(reply.body())
                .isEqualTo("{\"on\":false,\"steps\":[{\"code\":\"FAILED\",\"afterMillis\":5,\"errorCode\":\"551\","
                        + "\"errorDescription\":\"\"}]}");
        client.call("PUT", "/ladder", "{\"on\": true}");
        assertThat(client.get("/ladder").json().path("on").asBoolean()).isTrue();
        assertThat(client.get("/ladder").json().path("steps")).hasSize(1);
    }

    @Test
    void addsListsAndDeletesFaultRules() {
        Reply added = client.post(
                "/faults",
                "{\"kind\": \"throttled\", \"where\": \"gateway\", \"retryAfterSeconds\": 3, \"scope\": {\"type\": \"every\","
                        + " \"count\": 2}}");
        assertThat(added.status()).isEqualTo(201);
        assertThat(client.send("x").status()).isEqualTo(400);
        assertThat(client.send("x").status()).isEqualTo(429);
        assertThat(client.get("/faults").body())
                .isEqualTo("{\"rules\":[{\"id\":1,\"kind\":\"throttled\",\"where\":\"gateway\",\"retryAfterSeconds\":3,"
                        + "\"scope\":{\"type\":\"every\",\"count\":2},\"counted\":2,\"fired\":1}]}");
        assertThat(client.call("DELETE", "/faults/1", "").status()).isEqualTo(204);
        assertThat(client.call("DELETE", "/faults/1", "").status()).isEqualTo(404);
        client.post(
                "/faults", "{\"kind\": \"lost-answer\", \"where\": \"webhooks\", \"scope\": {\"type\": \"always\"}}");
        assertThat(client.call("DELETE", "/faults", "").status()).isEqualTo(204);
        assertThat(simulator.faults().list()).isEmpty();
    }

    @Test
    void holdsReleasesAndRepeats() {
        client.call("PUT", "/held", "{\"on\": true}");
        Reply one = client.post(MESSAGES, "{\"text\": \"one\"}");
        assertThat(one.status()).isEqualTo(202);
        assertThat(one.json().path("type").asText()).isEqualTo("call");
        long second = client.post(MESSAGES, "{\"text\": \"two\"}")
                .json()
                .path("sequence")
                .asLong();
        assertThat(webhook.calls()).isEmpty();
        assertThat(client.get("/held").json().path("calls")).hasSize(2);
        Reply released = client.post("/held/releases", "{\"calls\": [" + second + "]}");
        assertThat(released.json().at("/deliveries/0/body/message/text").asText())
                .isEqualTo("two");
        client.post("/held/releases", "{}");
        assertThat(webhook.calls())
                .extracting(call -> call.body().contains("two"))
                .containsExactly(true, false);
        Reply repeated = client.post("/calls/" + second + "/deliveries", "{\"times\": 2}");
        assertThat(repeated.json().path("deliveries").findValuesAsText("attempt"))
                .containsExactly("2", "3");
        assertThat(client.post("/calls/99/deliveries", "{}").status()).isEqualTo(404);
        simulator.webhookUrl(WebhookKind.MESSAGES, null);
        assertThat(client.post("/calls/" + second + "/deliveries", "{}").status())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"by\": 5}",
                "{\"by\": \"\"}",
                "{\"by\": \"5 minutes\"}",
                "{\"by\": \"PT0S\"}",
                "{\"by\": \"-PT5M\"}",
                "{\"by\": \"P367D\"}",
                "{\"by\": \"PT99999999999999999999H\"}",
                "{\"by\": \"PT5M\", \"x\": 1}"
            })
    void refusesWrongAdvances(String body) {
        refused(client.post("/clock/advances", body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"kind\": \"x\", \"where\": \"gateway\", \"scope\": {\"type\": \"always\"}}",
                "{\"kind\": \"slow\", \"scope\": {\"type\": \"always\"}, \"delayMillis\": 1}",
                "{\"kind\": \"slow\", \"where\": \"gateway\", \"scope\": {\"type\": \"always\"}}",
                "{\"kind\": \"slow\", \"where\": \"gateway\", \"scope\": {\"type\": \"always\"}, \"delayMillis\": 600001}",
                "{\"kind\": \"slow\", \"where\": \"gateway\", \"scope\": {\"type\": \"always\"}, \"delayMillis\": 1.5}",
                "{\"kind\": \"slow\", \"where\": \"gateway\", \"scope\": {\"type\": \"always\"}, \"delayMillis\": 1, \"message\": 1}",
                "{\"kind\": \"lost-answer\", \"where\": \"gateway\", \"scope\": {\"type\": \"always\"}}",
                "{\"kind\": \"unavailable\", \"where\": \"gateway\"}",
                "{\"kind\": \"unavailable\", \"where\": \"gateway\", \"scope\": \"always\"}",
                "{\"kind\": \"unavailable\", \"where\": \"gateway\", \"scope\": {\"type\": \"next\"}}",
                "{\"kind\": \"unavailable\", \"where\": \"gateway\", \"scope\": {\"type\": \"always\", \"count\": 2}}",
                "{\"kind\": \"unavailable\", \"where\": \"gateway\", \"scope\": {\"type\": \"every\", \"count\": 0}}",
                "{\"kind\": \"unavailable\", \"where\": \"gateway\", \"scope\": {\"type\": \"every\", \"count\": 1000001}}"
            })
    void refusesWrongFaultRules(String body) {
        refused(client.post("/faults", body));
        assertThat(simulator.faults().list()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "PUT | /clock | {\"mode\": \"still\"}",
                "PUT | /clock | {}",
                "PUT | /ladder | {\"on\": \"yes\"}",
                "PUT | /ladder | {\"steps\": 1}",
                "PUT | /ladder | {\"steps\": [1]}",
                "PUT | /ladder | {\"steps\": [{\"code\": \"READ\"}]}",
                "PUT | /ladder | {\"steps\": [{\"code\": \"READ\", \"afterMillis\": -1}]}",
                "PUT | /ladder | {\"steps\": [{\"code\": \"READ\", \"afterMillis\": 604800001}]}",
                "PUT | /ladder | {\"steps\": [{\"code\": \"SEEN\", \"afterMillis\": 1}]}",
                "PUT | /held | {}",
                "PUT | /held | {\"on\": 1}",
                "POST | /held/releases | {\"calls\": 1}",
                "POST | /held/releases | {\"calls\": [\"1\"]}",
                "POST | /held/releases | {\"calls\": [99999999999999999999]}",
                "POST | /calls/x/deliveries | {}",
                "POST | /calls/1/deliveries | {\"times\": 0}",
                "POST | /calls/1/deliveries | {\"times\": 11}",
                "DELETE | /faults/x | {}",
                "DELETE | /faults/0 | {}"
            })
    void refusesWhatIsWrong(String method, String path, String body) {
        refused(client.call(method, path, body));
    }

    private static void refused(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(400);
        assertThat(reply.error()).isNotBlank();
    }
}
