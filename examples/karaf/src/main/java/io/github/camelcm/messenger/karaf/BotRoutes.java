package io.github.camelcm.messenger.karaf;

import io.github.camelcm.messenger.CmMessengerException;
import io.github.camelcm.messenger.NotSentException;
import io.github.camelcm.messenger.ThrottledException;
import io.github.camelcm.messenger.model.InboundMessage;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;

/**
 * What CM.com calls: {@code /cm-messenger/<page id>} with what users write, {@code /cm-messenger/statuses} with what
 * became of the replies. A route that is done is answered with 200. One that failed is answered with 500; then CM.com
 * calls again in five minutes, for up to a month.
 */
final class BotRoutes extends RouteBuilder {

    private final String pageId;
    private final String givenUp;

    BotRoutes(String pageId, String givenUp) {
        this.pageId = pageId;
        this.givenUp = givenUp;
    }

    @Override
    public void configure() {
        // the gateway was not reached, or has too much to do: try again here, and then fail
        onException(NotSentException.class, ThrottledException.class)
                .maximumRedeliveries(2)
                .redeliveryDelay(1000);
        // whatever else fails would fail again, for a month: it is put aside for a person, and CM.com gets its 200
        onException(Exception.class).handled(true).useOriginalMessage().to("direct:given-up");

        from("cm-messenger:" + pageId + "?idempotentRepository=#answered")
                .routeId("messages")
                .setBody(exchange -> Replies.to(exchange.getMessage().getBody(InboundMessage.class)))
                .to("cm-messenger:" + pageId); // goes to the user who wrote

        from("cm-messenger:any?events=statuses&webhookPath=/cm-messenger/statuses")
                .routeId("statuses")
                .log("${header.CamelCmMessengerReportedReference} is ${header.CamelCmMessengerStatus}");

        from("direct:given-up")
                .routeId("given-up")
                .to("file:" + givenUp + "?fileName=${header.CamelCmMessengerFingerprint}.json")
                .process(exchange -> exchange.setVariable("reason", reason(exchange)))
                .log(LoggingLevel.ERROR, "Given up: event ${header.CamelCmMessengerFingerprint}, ${variable.reason}");
    }

    /** Only the component's own exceptions are sure to say nothing of what the user wrote. */
    private static String reason(Exchange exchange) {
        Exception cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        String name = cause.getClass().getSimpleName();
        return cause instanceof CmMessengerException ? name + ": " + cause.getMessage() : name;
    }
}
