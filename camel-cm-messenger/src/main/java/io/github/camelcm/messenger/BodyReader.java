package io.github.camelcm.messenger;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelcm.messenger.json.JsonShapeException;
import io.github.camelcm.messenger.json.MessengerJson;
import io.github.camelcm.messenger.json.OutboundReader;
import io.github.camelcm.messenger.json.OutboundReader.Messages;
import io.github.camelcm.messenger.model.JsonRecord;
import io.github.camelcm.messenger.model.OutboundMessage;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.lang.reflect.Array;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.TypeConversionException;
import org.apache.camel.WrappedFile;
import org.jspecify.annotations.Nullable;

/** Makes messages of an exchange's body, in every form that the component accepts. */
final class BodyReader {

    private static final String FORMS =
            "Accepted are an OutboundMessage; a String, which is a text message, or JSON when"
                    + " the header Content-Type says so; JSON as JsonNode, Map, byte[], or anything that Camel converts to"
                    + " InputStream: " + OutboundReader.FORMS
                    + "; and an Iterable, Iterator, array or JSON array of these.";

    private final Exchange exchange;
    /** Its media type in lower case, without parameters; empty if there is none. */
    private final String contentType;

    private final boolean json;

    private BodyReader(Exchange exchange) {
        this.exchange = exchange;
        this.contentType = mediaType(exchange.getIn().getHeader(Exchange.CONTENT_TYPE, String.class));
        this.json = contentType.equals("application/json")
                || contentType.equals("text/json")
                || contentType.endsWith("+json");
    }

    /** @throws InvalidMessageException if the body has none of the forms, then it names them, or cannot be read */
    static Messages read(Exchange exchange) throws InvalidMessageException {
        Object body = exchange.getIn().getBody();
        if (body instanceof OutboundMessage message) {
            return new Messages(List.of(message), false);
        }
        if (body == null) {
            throw noForm("The body is empty");
        }
        return new BodyReader(exchange).read(body);
    }

    /** Whether reading the body uses it up, or may do so, so that it must not be read again. */
    static boolean oneShot(@Nullable Object body) {
        if (body instanceof Collection<?> elements) {
            return elements.stream().anyMatch(BodyReader::isStream);
        }
        if (body instanceof Object[] elements) {
            return Arrays.stream(elements).anyMatch(BodyReader::isStream);
        }
        boolean iterable = body instanceof Iterable && !(body instanceof JsonNode) && !(body instanceof Path);
        return iterable || isStream(body);
    }

    private static boolean isStream(@Nullable Object body) {
        return body instanceof Iterator || body instanceof InputStream || body instanceof Reader;
    }

    private Messages read(Object body) throws InvalidMessageException {
        // JsonNode and Path are Iterable too, so they come first
        if (body instanceof JsonNode || body instanceof Map || body instanceof Path) {
            return single(body, "");
        }
        Iterator<?> elements = elements(body);
        if (elements == null) {
            return single(body, "");
        }
        List<OutboundMessage> messages = new ArrayList<>();
        while (elements.hasNext()) {
            Object element = elements.next();
            if (element instanceof OutboundMessage message) {
                messages.add(message);
                continue;
            }
            String where = "Message " + messages.size() + " (counted from 0): ";
            if (element == null) {
                throw noForm(where + "It is null");
            }
            if (!(element instanceof JsonNode) && elements(element) != null) {
                throw noForm(where + "It is a list in the list");
            }
            messages.addAll(single(element, where).messages());
        }
        return new Messages(List.copyOf(messages), true);
    }

    private static @Nullable Iterator<?> elements(Object body) {
        if (body instanceof Iterator<?> iterator) {
            return iterator;
        }
        if (body instanceof Iterable<?> iterable && !(body instanceof Path)) {
            return iterable.iterator();
        }
        if (body instanceof Object[] array) {
            return Arrays.asList(array).iterator();
        }
        boolean primitives = body.getClass().isArray() && !(body instanceof byte[]);
        return primitives
                ? IntStream.range(0, Array.getLength(body))
                        .mapToObj(i -> Array.get(body, i))
                        .iterator()
                : null;
    }

    private Messages single(Object body, String where) throws InvalidMessageException {
        if (body instanceof OutboundMessage message) {
            return new Messages(List.of(message), false);
        }
        try {
            return body instanceof CharSequence text
                    ? text(text.toString(), where)
                    : OutboundReader.read(notEmpty(tree(body, where), where));
        } catch (JsonShapeException e) {
            throw switch (e.kind()) {
                case NOT_JSON -> new InvalidMessageException(where + notJson(e.found(), body, where), null);
                case NO_FORM -> noForm(where + sentence(e.found()));
                case MEMBER -> new InvalidMessageException(where + sentence(e.found()) + ".", null);
            };
        }
    }

    private static InvalidMessageException noForm(String found) {
        return new InvalidMessageException(found + ". " + FORMS, null);
    }

    private static JsonNode notEmpty(JsonNode json, String where) throws InvalidMessageException {
        if (json.isMissingNode()) {
            throw noForm(where + (where.isEmpty() ? "The body" : "It") + " is empty");
        }
        return json;
    }

    /** The words of the JSON reader begin with a small letter, or with a JSON Pointer. */
    private static String sentence(String words) {
        return words.startsWith("/")
                ? "In the JSON, " + words
                : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** The header that says JSON may be left over from an earlier step, and bytes may be meant as a text. */
    private String notJson(String found, Object body, String where) {
        if (json) {
            String it = where.isEmpty() ? "the body" : "it";
            return "The header Content-Type says " + (contentType.endsWith("+json") ? "JSON" : contentType) + ", but "
                    + it + " is " + found + "."
                    + (body instanceof CharSequence ? " Remove the header to send " + it + " as a text." : "");
        }
        boolean plain = contentType.equals("text/plain");
        return (plain ? "The header Content-Type says text/plain, but a" : "A") + " body of type "
                + body.getClass().getTypeName() + " is read as JSON, and it is " + found + ". "
                + (plain ? "To send a text" : "If it is a text") + ", make it a String before"
                + (where.isEmpty() ? ": convertBodyTo(String.class)." : ".");
    }

    private Messages text(String text, String where) throws InvalidMessageException, JsonShapeException {
        if (json) {
            return OutboundReader.read(notEmpty(MessengerJson.parse(text), where));
        }
        if (text.isBlank()) { // alone it is an empty body, in a list an empty message
            throw where.isEmpty()
                    ? noForm("The body is an empty text")
                    : new InvalidMessageException(where + "The text is empty.", null);
        }
        if (contentType.isEmpty() && looksLikeJson(text)) {
            throw new InvalidMessageException(
                    where
                            + "The body is a String that is JSON, and no header Content-Type says what is meant. Set it to"
                            + " application/json to send the message that the JSON describes, or to text/plain to send"
                            + " the JSON itself as a text.",
                    null);
        }
        return new Messages(List.of(OutboundMessage.text(text)), false);
    }

    private static boolean looksLikeJson(String text) {
        String bare = text.strip();
        if (!bare.startsWith("{") && !bare.startsWith("[")) {
            return false;
        }
        return MessengerJson.isObjectOrArray(bare);
    }

    private JsonNode tree(Object body, String where) throws InvalidMessageException, JsonShapeException {
        if (body instanceof JsonNode node) {
            return node;
        }
        if (body instanceof Map<?, ?> map) {
            return MessengerJson.toTree(map);
        }
        if (body instanceof byte[] bytes) {
            return MessengerJson.parse(bytes);
        }
        // the component's own records convert to JSON, which would be read as something they are not
        InputStream stream = body instanceof JsonRecord ? null : stream(body, where);
        if (stream == null) {
            throw noForm(where + "A body of type " + body.getClass().getTypeName() + " is no message");
        }
        try (stream) {
            return MessengerJson.parse(stream);
        } catch (IOException e) {
            throw unreadable(body, where, e);
        }
    }

    /** @return null if Camel has no way to make a stream of it */
    private @Nullable InputStream stream(Object body, String where) throws InvalidMessageException {
        try {
            return exchange.getContext().getTypeConverter().convertTo(InputStream.class, exchange, body);
        } catch (TypeConversionException e) {
            throw unreadable(body, where, e.getCause() instanceof IOException cause ? cause : null);
        }
    }

    /** @param cause of other exceptions the text may quote the body */
    private static InvalidMessageException unreadable(Object body, String where, @Nullable IOException cause) {
        boolean file = body instanceof File || body instanceof Path || body instanceof WrappedFile;
        return new InvalidMessageException(
                where + "A body of type " + body.getClass().getTypeName() + " is accepted, but it cannot be read"
                        + (cause == null ? "" : ": " + cause.getClass().getSimpleName())
                        + (file ? ". Is the file there, and may it be read?" : "."),
                cause);
    }

    private static String mediaType(@Nullable String header) {
        String whole = header == null ? "" : header;
        int end = whole.indexOf(';');
        return (end < 0 ? whole : whole.substring(0, end)).trim().toLowerCase(Locale.ROOT);
    }
}
