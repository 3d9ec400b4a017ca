package io.github.camelcm.messenger;

import io.github.camelcm.messenger.json.OutboundReader.Messages;
import io.github.camelcm.messenger.model.Body;
import io.github.camelcm.messenger.model.Item;
import io.github.camelcm.messenger.model.MessageBuilder;
import io.github.camelcm.messenger.model.OutboundMessage;
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

    private final @Nullable String from;
    private final @Nullable String headerPage;
    private final @Nullable String psid;
    private final @Nullable String to;
    private final @Nullable String reference;
    private final @Nullable String tag;
    private final @Nullable String validity;
    private final @Nullable String customGrouping;
    private final @Nullable String customGrouping2;
    private final @Nullable String customGrouping3;
    private final List<String> allowedChannels;

    private Defaults(Message headers, CmMessengerEndpoint endpoint) {
        CmMessengerConfiguration options = endpoint.getConfiguration();
        headerPage = header(headers, CmMessengerConstants.PAGE_ID);
        from = endpoint.anyPage() ? headerPage : endpoint.getPageId();
        psid = header(headers, CmMessengerConstants.PSID);
        to = present(options.getTo());
        reference = header(headers, CmMessengerConstants.REFERENCE);
        tag = header(headers, CmMessengerConstants.TAG, options.getTag());
        validity = header(headers, CmMessengerConstants.VALIDITY, options.getValidity());
        customGrouping = header(headers, CmMessengerConstants.CUSTOM_GROUPING, options.getCustomGrouping());
        customGrouping2 = header(headers, CmMessengerConstants.CUSTOM_GROUPING_2, options.getCustomGrouping2());
        customGrouping3 = header(headers, CmMessengerConstants.CUSTOM_GROUPING_3, options.getCustomGrouping3());
        List<String> channels = channels(headers.getHeader(CmMessengerConstants.ALLOWED_CHANNELS));
        allowedChannels = channels.isEmpty() ? channels(options.getAllowedChannels()) : channels;
    }

    /**
     * The messages, complete but for references that nobody gave.
     *
     * @throws InvalidMessageException if a header would give several messages one reference
     */
    static List<OutboundMessage> fillIn(Messages body, Exchange exchange, CmMessengerEndpoint endpoint)
            throws InvalidMessageException {
        Defaults defaults = new Defaults(exchange.getIn(), endpoint);
        if (body.list() && defaults.reference != null) {
            throw new InvalidMessageException(
                    "The header " + CmMessengerConstants.REFERENCE + " goes with one message, the body is a list: its"
                            + " messages would share a reference. Give each message its own.",
                    null);
        }
        List<OutboundMessage> filled = new ArrayList<>(body.messages().size());
        for (OutboundMessage message : body.messages()) {
            filled.add(defaults.fillIn(message));
        }
        return filled;
    }

    private OutboundMessage fillIn(OutboundMessage message) {
        MessageBuilder builder = message.toBuilder();
        String sender = present(message.from()) == null ? from : message.from();
        builder.from(sender);
        String recipient = recipient(sender);
        if (message.to().isEmpty() && recipient != null) {
            builder.to(recipient);
        }
        builder.reference(first(message.reference(), reference));
        builder.validity(first(message.validity(), validity));
        builder.customGrouping(first(message.customGrouping(), customGrouping));
        builder.customGrouping2(first(message.customGrouping2(), customGrouping2));
        builder.customGrouping3(first(message.customGrouping3(), customGrouping3));
        if (message.allowedChannels().isEmpty()) {
            builder.allowedChannels(allowedChannels);
        }
        tagAndBody(message, builder);
        return builder.build();
    }

    /** A PSID belongs to one page: the one from a header counts only for the page that the headers speak of. */
    private @Nullable String recipient(@Nullable String sender) {
        boolean otherPage = headerPage != null && !headerPage.equals(sender);
        return psid == null || otherPage ? to : psid;
    }

    private void tagAndBody(OutboundMessage message, MessageBuilder builder) {
        Body body = message.body();
        String content = body == null ? null : present(body.content());
        boolean items = !message.items().isEmpty();
        if (tag != null) {
            builder.tag(tag);
            if (!items && content != null) {
                builder.item(new Item(null, content, null, List.of(), null, null, Map.of()));
            }
        }
        if (items && body == null) {
            builder.body(new Body(null, "", Map.of())); // the gateway wants one
        }
    }

    private static @Nullable String first(@Nullable String own, @Nullable String other) {
        return present(own) == null ? other : own;
    }

    private static @Nullable String header(Message headers, String name, @Nullable String option) {
        String value = header(headers, name);
        return value == null ? present(option) : value;
    }

    private static @Nullable String header(Message headers, String name) {
        return present(headers.getHeader(name, String.class));
    }

    private static @Nullable String present(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }

    private static List<String> channels(@Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        Collection<?> names = value instanceof Collection<?> list
                ? list
                : Arrays.asList(String.valueOf(value).split(","));
        return names.stream()
                .map(name -> String.valueOf(name).trim())
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
