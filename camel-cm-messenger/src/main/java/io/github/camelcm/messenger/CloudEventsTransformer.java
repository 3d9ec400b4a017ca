package io.github.camelcm.messenger;

import io.github.camelcm.messenger.webhook.EventKind;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Locale;
import org.apache.camel.Message;
import org.apache.camel.cloudevents.CloudEvent;
import org.apache.camel.cloudevents.CloudEvents;
import org.apache.camel.spi.DataType;
import org.apache.camel.spi.DataTypeTransformer;
import org.apache.camel.spi.Transformer;
import org.jspecify.annotations.Nullable;

/**
 * Describes what a route received as a CloudEvent, in the headers that Camel's own transformers read. It goes by the
 * headers of the consumer; the body stays as it is, and converts to JSON.
 *
 * <ul>
 *   <li>id: the fingerprint, which is equal for CM.com's repeats
 *   <li>source: {@code cm-messenger:} and the page; a status report names none, there it is {@code cm-messenger:any}
 *   <li>type: {@code io.github.camelcm.messenger.} and {@code message}, {@code status}, {@code event} or {@code unknown}
 *   <li>subject: of a message its writer, of a status report the message's reference, of an event the user
 *   <li>time: of a message or event, where CM.com gives it
 * </ul>
 */
@DataTypeTransformer(
        name = "cm-messenger:application-cloudevents",
        description = "Adds CloudEvents headers to what a route received from CM.com")
public final class CloudEventsTransformer extends Transformer {

    private static final String SCHEME = "cm-messenger";
    private static final String TYPES = "io.github.camelcm.messenger.";
    private static final String JSON = "application/json";

    /** @throws IllegalStateException if the message has not the headers of the consumer */
    @Override
    public void transform(Message message, DataType from, DataType to) {
        EventKind kind = kind(message.getHeader(CmMessengerConstants.EVENT, String.class));
        String page = message.getHeader(CmMessengerConstants.PAGE_ID, String.class);
        message.setHeader(CloudEvent.CAMEL_CLOUD_EVENT_VERSION, CloudEvents.v1_0.version());
        message.setHeader(
                CloudEvent.CAMEL_CLOUD_EVENT_ID,
                given(message.getHeader(CmMessengerConstants.FINGERPRINT), CmMessengerConstants.FINGERPRINT));
        message.setHeader(CloudEvent.CAMEL_CLOUD_EVENT_TYPE, TYPES + kind.name().toLowerCase(Locale.ROOT));
        message.setHeader(
                CloudEvent.CAMEL_CLOUD_EVENT_SOURCE, source(page == null ? CmMessengerEndpoint.ANY_PAGE : page));
        setOrRemove(message, CloudEvent.CAMEL_CLOUD_EVENT_SUBJECT, message.getHeader(subject(kind)));
        Instant time = message.getHeader(CmMessengerConstants.TIMESTAMP, Instant.class);
        setOrRemove(message, CloudEvent.CAMEL_CLOUD_EVENT_TIME, time == null ? null : time.toString());
        message.setHeader(CloudEvent.CAMEL_CLOUD_EVENT_DATA_CONTENT_TYPE, JSON);
        message.setHeader(CloudEvent.CAMEL_CLOUD_EVENT_CONTENT_TYPE, JSON);
    }

    private static EventKind kind(@Nullable String header) {
        return EventKind.valueOf(given(header, CmMessengerConstants.EVENT).toString());
    }

    private static Object given(@Nullable Object value, String header) {
        if (value == null) {
            throw new IllegalStateException("The header " + header + " is missing, which a route from " + SCHEME
                    + ": has. Transform to CloudEvents before headers are removed.");
        }
        return value;
    }

    private static String subject(EventKind kind) {
        return switch (kind) {
            case MESSAGE -> CmMessengerConstants.PSID;
            case STATUS -> CmMessengerConstants.REPORTED_REFERENCE;
            case EVENT, UNKNOWN -> CmMessengerConstants.RECIPIENT;
        };
    }

    /** A URI, whatever the call named as its page. */
    private static String source(String page) {
        try {
            return new URI(SCHEME, page, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(
                    "The page cannot be written as a URI", e); // an empty one; the header has none
        }
    }

    private static void setOrRemove(Message message, String header, @Nullable Object value) {
        if (value == null) {
            message.removeHeader(header);
        } else {
            message.setHeader(header, value);
        }
    }
}
