package io.github.camelcm.messenger.load;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A request as CM.com's gateway gets it, and what the gateway answers: an entry for each message. Reads what that needs
 * and skips the rest, to take little of the processors that the sender needs too.
 */
public record GatewayRequest(List<Message> messages) {

    /** A message to one recipient: nobody here sends to several. */
    public record Message(String reference, String to) {}

    private static final JsonFactory JSON = new JsonFactory();

    /** CM.com's code for "see the messages". */
    private static final int SEE_MESSAGES = 201;

    /** CM.com's code for a message that a spam filter stopped. */
    private static final int SPAM = 401;

    /** @throws IllegalArgumentException if the request is none of CM.com's */
    public static GatewayRequest read(byte[] request) {
        List<Message> messages = new ArrayList<>();
        try (JsonParser in = JSON.createParser(request)) {
            enter(in, "messages");
            enter(in, "msg");
            expect(in, JsonToken.START_ARRAY);
            while (in.nextToken() == JsonToken.START_OBJECT) {
                messages.add(message(in));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new GatewayRequest(messages);
    }

    /** The answer that accepts all. */
    public byte[] accept() {
        return answer(message -> true, true);
    }

    /**
     * The answer that accepts some and rejects the others.
     *
     * @param references whether the entries have them; those to trial accounts do not
     */
    public byte[] answer(Predicate<Message> accepted, boolean references) {
        ByteArrayOutputStream body = new ByteArrayOutputStream(128 + 192 * messages.size());
        try (JsonGenerator out = JSON.createGenerator(body)) {
            int created = 0;
            out.writeStartObject();
            out.writeArrayFieldStart("messages");
            for (Message message : messages) {
                boolean well = accepted.test(message);
                created += well ? 1 : 0;
                entry(out, message, well, references);
            }
            out.writeEndArray();
            out.writeNumberField("errorCode", created == messages.size() ? 0 : SEE_MESSAGES);
            out.writeStringField("details", "Created " + created + " message(s)");
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return body.toByteArray();
    }

    private static void entry(JsonGenerator out, Message message, boolean accepted, boolean reference)
            throws IOException {
        out.writeStartObject();
        out.writeStringField("to", message.to());
        out.writeStringField("status", accepted ? "Accepted" : "Rejected");
        out.writeStringField("reference", reference ? message.reference() : "");
        out.writeNumberField("parts", accepted ? 1 : 0);
        out.writeStringField("messageDetails", accepted ? null : "Rejected by the spam filter");
        out.writeNumberField("messageErrorCode", accepted ? 0 : SPAM);
        out.writeEndObject();
    }

    private static Message message(JsonParser in) throws IOException {
        String reference = null;
        String to = null;
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = in.currentName();
            if (name.equals("to")) {
                expect(in, JsonToken.START_ARRAY);
                enter(in, "number");
                in.nextToken();
                to = in.getText();
                expect(in, JsonToken.END_OBJECT);
                expect(in, JsonToken.END_ARRAY);
            } else {
                in.nextToken();
                reference = name.equals("reference") ? in.getText() : reference;
                in.skipChildren();
            }
        }
        return new Message(reference, to);
    }

    /** Goes into the object that follows, to its first member. */
    private static void enter(JsonParser in, String name) throws IOException {
        expect(in, JsonToken.START_OBJECT);
        expect(in, JsonToken.FIELD_NAME);
        if (!in.currentName().equals(name)) {
            throw new IllegalArgumentException("the member " + in.currentName() + " where there should be " + name);
        }
    }

    private static void expect(JsonParser in, JsonToken token) throws IOException {
        if (in.nextToken() != token) {
            throw new IllegalArgumentException(in.currentToken() + " where there should be " + token);
        }
    }
}
