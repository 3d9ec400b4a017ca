package io.github.camelcm.messenger;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelcm.messenger.json.JsonShapeException;
import io.github.camelcm.messenger.json.MessengerJson;
import io.github.camelcm.messenger.json.OutboundReader;
import io.github.camelcm.messenger.json.OutboundReader.Messages;
import io.github.camelcm.messenger.model.JsonRecord;
import io.github.camelcm.messenger.model.OutboundMessage;
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
import org.jspecify.annotations.Nullable;

/** Makes messages of an exchange's body, in every form that the component accepts. */
final class BodyReader {

    private static final String FORMS =
            "Accepted are an OutboundMessage; a String, which is a text message, or JSON when"
                    + " the header Content-Type says so; JSON as JsonNode, Map, byte[], or anything that Camel converts to"
                    + " InputStream: " + OutboundReader.FORMS
                    + "; and an Iterable, Iterator, array or JSON array of these.";

    private final Exchange exchange;
    private final boolean json;
    private final boolean typed;

    private BodyReader(Exchange exchange) {
        this.exchange = exchange;
        String contentType = exchange.getIn().getHeader(Exchange.CONTENT_TYPE, String.class);
        this.typed = contentType != null && !contentType.isBlank();
        this.json = typed && isJson(contentType);
    }

    /** @throws InvalidMessageException if the body has none of the forms; it says where and what is accepted */
    static Messages read(Exchange exchange) throws InvalidMessageException {
        Object body = exchange.getIn().getBody();
        if (body instanceof OutboundMessage message) {
            return new Messages(List.of(message), false);
        }
        if (body == null) {
            throw new InvalidMessageException("The body is empty. " + FORMS, null);
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
        for (int i = 0; elements.hasNext(); i++) {
            Object element = elements.next();
            if (element instanceof OutboundMessage message) {
                messages.add(message);
                continue;
            }
            String where = "Element " + i + " of the list: ";
            if (element == null || !(element instanceof JsonNode) && elements(element) != null) {
                throw new InvalidMessageException(where + "it is no message. " + FORMS, null);
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
            if (body instanceof CharSequence text) {
                return text(text.toString(), where);
            }
            return OutboundReader.read(tree(body, where));
        } catch (JsonShapeException e) {
            throw new InvalidMessageException(where + e.getMessage() + ". " + FORMS, null);
        }
    }

    private Messages text(String text, String where) throws InvalidMessageException, JsonShapeException {
        if (json) {
            return OutboundReader.read(MessengerJson.parse(text));
        }
        if (text.isBlank()) {
            throw new InvalidMessageException(where + "The text is empty. " + FORMS, null);
        }
        if (!typed && looksLikeJson(text)) {
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
        InputStream stream = body instanceof JsonRecord
                ? null
                : exchange.getContext().getTypeConverter().tryConvertTo(InputStream.class, exchange, body);
        if (stream == null) {
            throw new InvalidMessageException(
                    where + "A body of type " + body.getClass().getName() + " is no message. " + FORMS, null);
        }
        try (stream) {
            return MessengerJson.parse(stream);
        } catch (IOException e) {
            throw new InvalidMessageException(where + "The body cannot be read as a stream.", e);
        }
    }

    private static boolean isJson(String contentType) {
        int end = contentType.indexOf(';');
        String type =
                (end < 0 ? contentType : contentType.substring(0, end)).trim().toLowerCase(Locale.ROOT);
        return type.equals("application/json") || type.equals("text/json") || type.endsWith("+json");
    }
}
