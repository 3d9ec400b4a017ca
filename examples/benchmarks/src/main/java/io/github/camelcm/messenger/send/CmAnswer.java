package io.github.camelcm.messenger.send;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * What CM.com's gateway answers when it accepts a request: an entry for each recipient of each message. Reads what it
 * needs of the request and skips the rest, to take little of the processors that the sender needs too.
 *
 * @param messages in the request
 */
record CmAnswer(int messages, byte[] body) {

    private static final JsonFactory JSON = new JsonFactory();

    /** @throws IllegalArgumentException if the request is none of CM.com's */
    static CmAnswer to(byte[] request) {
        ByteArrayOutputStream body = new ByteArrayOutputStream(256 + request.length / 2);
        int messages = 0;
        try (JsonParser in = JSON.createParser(request);
                JsonGenerator out = JSON.createGenerator(body)) {
            enter(in, JsonToken.START_OBJECT, "messages");
            enter(in, JsonToken.START_OBJECT, "msg");
            expect(in, JsonToken.START_ARRAY);
            out.writeStartObject();
            out.writeNumberField("errorCode", 0);
            out.writeArrayFieldStart("messages");
            while (in.nextToken() == JsonToken.START_OBJECT) {
                message(in, out);
                messages++;
            }
            out.writeEndArray();
            out.writeStringField("details", "Created " + messages + " message(s)");
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new CmAnswer(messages, body.toByteArray());
    }

    private static void message(JsonParser in, JsonGenerator out) throws IOException {
        String to = null;
        String reference = null;
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = in.currentName();
            in.nextToken();
            if (name.equals("reference")) {
                reference = in.getText();
            } else if (name.equals("to")) {
                to = recipient(in);
            } else {
                in.skipChildren();
            }
        }
        out.writeStartObject();
        out.writeStringField("to", to);
        out.writeStringField("status", "Accepted");
        out.writeStringField("reference", reference);
        out.writeNumberField("parts", 1);
        out.writeNullField("messageDetails");
        out.writeNumberField("messageErrorCode", 0);
        out.writeEndObject();
    }

    /** The only one: nobody here sends to several. */
    private static String recipient(JsonParser in) throws IOException {
        enter(in, JsonToken.START_OBJECT, "number");
        in.nextToken();
        String number = in.getText();
        expect(in, JsonToken.END_OBJECT);
        expect(in, JsonToken.END_ARRAY);
        return number;
    }

    private static void enter(JsonParser in, JsonToken start, String name) throws IOException {
        expect(in, start);
        expect(in, JsonToken.FIELD_NAME);
        if (!in.currentName().equals(name)) {
            throw new IllegalArgumentException("no " + name + " in " + in.currentName());
        }
    }

    private static void expect(JsonParser in, JsonToken token) throws IOException {
        if (in.nextToken() != token) {
            throw new IllegalArgumentException(in.currentToken() + " where there should be " + token);
        }
    }
}
