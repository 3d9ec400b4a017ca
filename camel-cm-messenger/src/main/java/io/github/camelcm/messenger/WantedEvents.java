package io.github.camelcm.messenger;

import io.github.camelcm.messenger.model.ChannelEvent;
import io.github.camelcm.messenger.model.Contact;
import io.github.camelcm.messenger.model.InboundMessage;
import io.github.camelcm.messenger.webhook.EventKind;
import io.github.camelcm.messenger.webhook.ReceivedEvent;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which events a route wants: by the option {@code events}, of its page, on Messenger. Warns the first time that it
 * leaves out one of a sort.
 */
final class WantedEvents {

    private static final Logger LOG = LoggerFactory.getLogger(WantedEvents.class);

    private static final Map<String, EventKind> KINDS = Map.of(
            "messages", EventKind.MESSAGE,
            "statuses", EventKind.STATUS,
            "events", EventKind.EVENT,
            "unknown", EventKind.UNKNOWN);

    private static final String CHANNEL = "Facebook Messenger";

    private final CmMessengerEndpoint endpoint;
    private final Set<EventKind> kinds;

    /** @throws IllegalArgumentException if the option {@code events} names something else */
    WantedEvents(CmMessengerEndpoint endpoint) {
        this.endpoint = endpoint;
        this.kinds = kinds(endpoint.getConfiguration().getEvents());
    }

    static Set<EventKind> kinds(String option) {
        Set<EventKind> kinds = EnumSet.noneOf(EventKind.class);
        for (String name : option.split(",")) {
            EventKind kind = KINDS.get(name.trim());
            if (kind != null) {
                kinds.add(kind);
            } else if (name.trim().equals("all")) {
                kinds.addAll(KINDS.values());
            } else {
                throw new IllegalArgumentException("events is '" + option
                        + "'; it must be messages, statuses, events or unknown, several of them with commas, or all");
            }
        }
        return kinds;
    }

    boolean wants(ReceivedEvent event) {
        if (!kinds.contains(event.kind())) {
            warnOnce("a " + event.kind() + ", while the option events is "
                    + endpoint.getConfiguration().getEvents());
            return false;
        }
        if (event.body() instanceof InboundMessage message) {
            return isForHere(message.to(), message.channel());
        }
        if (event.body() instanceof ChannelEvent channelEvent) {
            return isForHere(channelEvent.to(), channelEvent.channel());
        }
        return true; // a status report names neither page nor channel
    }

    private boolean isForHere(@Nullable Contact page, @Nullable String channel) {
        if (channel != null && !CHANNEL.equalsIgnoreCase(channel)) {
            warnOnce("a message of another channel than " + CHANNEL);
            return false;
        }
        String number = page == null ? null : page.number();
        if (number != null && !endpoint.anyPage() && !number.equals(endpoint.getPageId())) {
            warnOnce("a message for another page");
            return false;
        }
        return true;
    }

    private void warnOnce(String reason) {
        if (endpoint.firstWarning(reason)) {
            LOG.warn(
                    "cm-messenger:{} received what its route does not get: {}. CM.com is told that all is well. Further"
                            + " ones are only counted",
                    endpoint.getPageId(),
                    reason);
        }
    }
}
