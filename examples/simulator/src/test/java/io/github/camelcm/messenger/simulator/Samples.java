package io.github.camelcm.messenger.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.function.Consumer;

/** Payloads as CM.com's documentation shows them, and messages made from a right one. */
final class Samples {

    static final String PAGE = "1234567890";
    static final String PSID = "6789012345678901";
    static final MessengerUser JANE = new MessengerUser(PAGE, PSID, "Jane");

    private Samples() {}

    static JsonNode payload(String path) {
        try (InputStream in = Objects.requireNonNull(Samples.class.getResourceAsStream("/payloads/" + path))) {
            return Json.MAPPER.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A sample of a send, with ids in place of the words that stand for them. */
    static String send(String name) {
        return payload("send/" + name).toString().replace("Your Page ID", PAGE).replace("Recipients PSID", PSID);
    }

    static ObjectNode msg() {
        return msg(msg -> {});
    }

    /** A message the gateway accepts, changed. */
    static ObjectNode msg(Consumer<ObjectNode> change) {
        ObjectNode msg = Json.object().put("from", PAGE);
        msg.putArray("to").addObject().put("number", PSID);
        msg.putObject("body").put("type", "auto").put("content", "Hello");
        msg.put("reference", "ref1");
        msg.putArray("allowedChannels").add("Facebook Messenger");
        change.accept(msg);
        return msg;
    }

    static String request(ObjectNode... msgs) {
        ObjectNode request = Json.object();
        var array = request.putObject("messages").putArray("msg");
        for (ObjectNode msg : msgs) {
            array.add(msg);
        }
        return request.toString();
    }

    static ObjectNode object(JsonNode msg, String name) {
        return (ObjectNode) msg.get(name);
    }
}
