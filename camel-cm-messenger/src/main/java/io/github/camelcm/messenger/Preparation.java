package io.github.camelcm.messenger;

import io.github.camelcm.messenger.json.OutboundReader.Messages;
import io.github.camelcm.messenger.model.OutboundMessage;
import io.github.camelcm.messenger.model.Severity;
import io.github.camelcm.messenger.model.Violation;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.util.URISupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything before the first byte leaves: reads the body, fills in, checks, and gives references. */
final class Preparation {

    private static final Logger LOG = LoggerFactory.getLogger(Preparation.class);

    private static final HexFormat HEX = HexFormat.of();

    private final CmMessengerEndpoint endpoint;
    private final Defaults defaults;
    private final CmMessengerValidation validation;
    private final String key;

    Preparation(CmMessengerEndpoint endpoint) {
        this.endpoint = endpoint;
        this.defaults = new Defaults(endpoint);
        this.validation = endpoint.getConfiguration().getValidation();
        String uri = endpoint.getEndpointUri();
        // the hash tells endpoints apart that differ in a secret only
        this.key =
                "CamelCmMessengerSendState:" + URISupport.sanitizeUri(uri) + "#" + Integer.toHexString(uri.hashCode());
    }

    /** The name of the exchange property that holds the {@link SendState} of the endpoint. */
    String key() {
        return key;
    }

    /**
     * The messages in the body, complete but for references that nobody gave.
     *
     * @throws InvalidMessageException if the body cannot be read
     */
    List<OutboundMessage> read(Exchange exchange) throws InvalidMessageException {
        return defaults.fillIn(BodyReader.read(exchange), exchange);
    }

    /**
     * The messages to send: of a redelivery those of the last attempt, else those in the body.
     *
     * @throws InvalidMessageException if the body cannot be read, or a rule of severity error is broken
     */
    SendState prepare(Exchange exchange) throws InvalidMessageException {
        Object body = exchange.getIn().getBody();
        SendState last = SendState.ofRedelivery(exchange, key);
        boolean oneShot = BodyReader.oneShot(body);
        if (last != null && oneShot && last.body() == body) {
            if (last.unreadable() != null) {
                throw last.unreadable();
            }
            return last;
        }
        try {
            return prepare(exchange, body, last);
        } catch (InvalidMessageException e) {
            rememberUnreadable(exchange, oneShot, body, e);
            throw e;
        } catch (RuntimeException e) {
            String what = "The body could not be read to its end, and cannot be read again: "
                    + e.getClass().getName();
            rememberUnreadable(exchange, oneShot, body, new InvalidMessageException(what, e));
            throw e;
        }
    }

    /** A redelivery would find the rest of a body that can be read only once, and send that. */
    private void rememberUnreadable(Exchange exchange, boolean oneShot, Object body, InvalidMessageException why) {
        if (oneShot) {
            exchange.setProperty(key, SendState.unreadable(body, why));
        }
    }

    private SendState prepare(Exchange exchange, Object body, @Nullable SendState last) throws InvalidMessageException {
        Messages read = BodyReader.read(exchange);
        List<OutboundMessage> messages = defaults.fillIn(read, exchange);
        if (last != null && last.list() == read.list() && last.messages().equals(messages)) {
            return last;
        }
        List<List<Violation>> violations = check(messages, read.list());
        List<Progress> progress = new ArrayList<>(messages.size());
        for (int i = 0; i < messages.size(); i++) {
            progress.add(Progress.unsent(withReference(messages.get(i)), violations.get(i)));
        }
        return new SendState(body, messages, read.list(), List.copyOf(progress), null);
    }

    private List<List<Violation>> check(List<OutboundMessage> messages, boolean list) throws InvalidMessageException {
        List<List<Violation>> all = new ArrayList<>(messages.size());
        boolean errors = false;
        for (int i = 0; i < messages.size(); i++) {
            List<Violation> violations = validation == CmMessengerValidation.off
                    ? List.of()
                    : endpoint.getComponent().validator().violations(messages.get(i), i);
            for (Violation violation : violations) {
                errors |= violation.severity() == Severity.ERROR;
            }
            all.add(violations);
        }
        if (errors && validation == CmMessengerValidation.strict) {
            throw new InvalidMessageException(all.stream().flatMap(List::stream).toList(), list);
        }
        all.forEach(this::warn);
        return all;
    }

    private void warn(List<Violation> violations) {
        for (Violation violation : violations) {
            if (endpoint.firstWarning(violation.rule())) {
                LOG.warn(
                        "A message is sent in spite of: {}. Further ones of this rule are not logged for this endpoint",
                        violation.sentence());
            }
        }
    }

    private static OutboundMessage withReference(OutboundMessage message) {
        String reference = message.reference();
        if (reference != null && !reference.isBlank()) {
            return message;
        }
        UUID made = UUID.randomUUID(); // without hyphens, which CM.com's documentation does not have
        return message.withReference(
                HEX.toHexDigits(made.getMostSignificantBits()) + HEX.toHexDigits(made.getLeastSignificantBits()));
    }
}
