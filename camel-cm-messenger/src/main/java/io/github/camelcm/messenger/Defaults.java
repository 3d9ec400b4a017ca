package io.github.camelcm.messenger;

import io.github.camelcm.messenger.json.OutboundReader.Messages;
import io.github.camelcm.messenger.model.Body;
import io.github.camelcm.messenger.model.OutboundMessage;
import io.github.camelcm.messenger.model.Recipient;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/**
 * Fills in what messages leave out: from the exchange's headers, else from the endpoint's options. The message itself
 * always comes first.
 */
final class Defaults {

    /** What an exchange's headers, or else the options, give; null or empty is nothing. */
    private record Values(
            @Nullable String headerPage,
            @Nullable String from,
            @Nullable String psid,
            @Nullable String reference,
            @Nullable String tag,
            @Nullable String validity,
            @Nullable String customGrouping,
            @Nullable String customGrouping2,
            @Nullable String customGrouping3,
            List<String> allowedChannels) {}

    private static final Body EMPTY_BODY = new Body(null, "", Map.of());

    private final boolean anyPage;
    private final @Nullable String to;
    private final Values options;

    Defaults(CmMessengerEndpoint endpoint) {
        CmMessengerConfiguration given = endpoint.getConfiguration();
        anyPage = endpoint.anyPage();
        to = present(given.getTo());
        options = new Values(
                null,
                anyPage ? null : endpoint.getPageId(),
                null,
                null,
                present(given.getTag()),
                present(given.getValidity()),
                present(given.getCustomGrouping()),
                present(given.getCustomGrouping2()),
                present(given.getCustomGrouping3()),
                channels(given.getAllowedChannels()));
    }

    /**
     * The messages, complete but for references that nobody gave.
     *
     * @throws InvalidMessageException if a header would give several messages one reference
     */
    List<OutboundMessage> fillIn(Messages body, Exchange exchange) throws InvalidMessageException {
        Message in = exchange.getIn();
        Values values = in.hasHeaders() ? withHeaders(in) : options;
        if (body.list() && values.reference != null) {
            throw new InvalidMessageException(
                    "The header " + CmMessengerConstants.REFERENCE + " goes with one message, the body is a list: its"
                            + " messages would share a reference. Give each message its own.",
                    null);
        }
        List<OutboundMessage> filled = new ArrayList<>(body.messages().size());
        for (OutboundMessage message : body.messages()) {
            filled.add(fillIn(message, values));
        }
        return filled;
    }

    private Values withHeaders(Message in) {
        String page = header(in, CmMessengerConstants.PAGE_ID, null);
        List<String> channels = channels(in.getHeader(CmMessengerConstants.ALLOWED_CHANNELS));
        return new Values(
                page,
                anyPage ? page : options.from,
                header(in, CmMessengerConstants.PSID, null),
                header(in, CmMessengerConstants.REFERENCE, null),
                header(in, CmMessengerConstants.TAG, options.tag),
                header(in, CmMessengerConstants.VALIDITY, options.validity),
                header(in, CmMessengerConstants.CUSTOM_GROUPING, options.customGrouping),
                header(in, CmMessengerConstants.CUSTOM_GROUPING_2, options.customGrouping2),
                header(in, CmMessengerConstants.CUSTOM_GROUPING_3, options.customGrouping3),
                channels.isEmpty() ? options.allowedChannels : channels);
    }

    private OutboundMessage fillIn(OutboundMessage given, Values values) {
        OutboundMessage message =
                values.tag == null ? given : given.toBuilder().tag(values.tag).build();
        String sender = first(message.from(), values.from);
        return new OutboundMessage(
                sender,
                message.to().isEmpty() ? recipients(sender, values) : message.to(),
                body(message),
                first(message.reference(), values.reference),
                message.allowedChannels().isEmpty() ? values.allowedChannels : message.allowedChannels(),
                first(message.validity(), values.validity),
                first(message.customGrouping(), values.customGrouping),
                first(message.customGrouping2(), values.customGrouping2),
                first(message.customGrouping3(), values.customGrouping3),
                message.richContent(),
                message.raw());
    }

    /** The gateway wants a body beside items; an empty object is none. */
    private static @Nullable Body body(OutboundMessage message) {
        Body body = message.body();
        boolean absent = body == null
                || body.content() == null && body.type() == null && body.raw().isEmpty();
        return absent && !message.items().isEmpty() ? EMPTY_BODY : body;
    }

    /** A PSID belongs to one page: the one from a header counts only for the page that the headers speak of. */
    private List<Recipient> recipients(@Nullable String sender, Values values) {
        boolean otherPage = values.headerPage != null && !values.headerPage.equals(sender);
        String psid = values.psid == null || otherPage ? to : values.psid;
        return psid == null ? List.of() : List.of(Recipient.of(psid));
    }

    private static @Nullable String first(@Nullable String own, @Nullable String other) {
        return present(own) == null ? other : own;
    }

    private static @Nullable String header(Message headers, String name, @Nullable String option) {
        String value = present(headers.getHeader(name, String.class));
        return value == null ? option : value;
    }

    private static @Nullable String present(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }

    private static List<String> channels(@Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        Collection<?> names;
        if (value instanceof Collection<?> list) {
            names = list;
        } else {
            names = Arrays.asList(
                    value instanceof Object[] array
                            ? array
                            : String.valueOf(value).split(","));
        }
        return names.stream()
                .map(name -> String.valueOf(name).trim())
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
