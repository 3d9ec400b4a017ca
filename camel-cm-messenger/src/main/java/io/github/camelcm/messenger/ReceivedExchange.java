package io.github.camelcm.messenger;

import io.github.camelcm.messenger.model.ChannelEvent;
import io.github.camelcm.messenger.model.Contact;
import io.github.camelcm.messenger.model.DeliveryState;
import io.github.camelcm.messenger.model.InboundMessage;
import io.github.camelcm.messenger.model.StatusReport;
import io.github.camelcm.messenger.webhook.ReceivedEvent;
import java.time.Instant;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/** Fills a route's exchange with what was received: the record as its body, and what routes ask for as headers. */
final class ReceivedExchange {

    private ReceivedExchange() {}

    static void fill(Exchange exchange, ReceivedEvent event) {
        Message message = exchange.getIn();
        message.setBody(event.body());
        message.setHeader(CmMessengerConstants.EVENT, event.kind().name());
        message.setHeader(CmMessengerConstants.FINGERPRINT, event.fingerprint());
        if (event.body() instanceof InboundMessage inbound) {
            inbound(message, inbound);
        } else if (event.body() instanceof StatusReport report) {
            status(message, report);
        } else if (event.body() instanceof ChannelEvent channelEvent) {
            event(message, channelEvent);
        }
    }

    /** Only a message sets the PSID, so that a route that replies can never reply to a report. */
    private static void inbound(Message message, InboundMessage inbound) {
        Contact user = inbound.from();
        set(message, CmMessengerConstants.PAGE_ID, number(inbound.to()));
        set(message, CmMessengerConstants.PSID, number(user));
        set(message, CmMessengerConstants.USER_NAME, user == null ? null : user.name());
        set(message, CmMessengerConstants.TEXT, inbound.text());
        set(message, CmMessengerConstants.POSTBACK, inbound.postback());
        set(message, CmMessengerConstants.IN_REPLY_TO, inbound.reference());
        timestamp(message, inbound.timestamp());
    }

    private static void status(Message message, StatusReport report) {
        StatusReport.Status status = report.status();
        set(message, CmMessengerConstants.REPORTED_REFERENCE, report.reference());
        set(message, CmMessengerConstants.RECIPIENT, report.to());
        DeliveryState state = status == null ? DeliveryState.UNKNOWN : status.state();
        set(message, CmMessengerConstants.STATUS, state.name());
        if (status != null) {
            set(message, CmMessengerConstants.STATUS_CODE, status.code());
            set(message, CmMessengerConstants.ERROR_CODE, status.errorCode());
            set(message, CmMessengerConstants.ERROR_DESCRIPTION, status.errorDescription());
        }
    }

    private static void event(Message message, ChannelEvent channelEvent) {
        ChannelEvent.Event event = channelEvent.event();
        set(message, CmMessengerConstants.EVENT_TYPE, event == null ? null : event.type());
        set(message, CmMessengerConstants.PAGE_ID, number(channelEvent.to()));
        set(message, CmMessengerConstants.RECIPIENT, number(channelEvent.from()));
        timestamp(message, channelEvent.timestamp());
    }

    private static void timestamp(Message message, @Nullable Instant time) {
        set(message, CmMessengerConstants.TIMESTAMP, time);
        set(message, Exchange.MESSAGE_TIMESTAMP, time == null ? null : time.toEpochMilli());
    }

    private static @Nullable String number(@Nullable Contact contact) {
        return contact == null ? null : contact.number();
    }

    private static void set(Message message, String header, @Nullable Object value) {
        if (value != null) {
            message.setHeader(header, value);
        }
    }
}
