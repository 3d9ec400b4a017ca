package io.github.camelcm.messenger.quickstart;

import io.github.camelcm.messenger.CmMessengerConstants;
import io.github.camelcm.messenger.model.OutboundMessage;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.BeanInject;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;

/**
 * The notifier. When an order is ready the pharmacist writes a line to the customer, from the till:
 *
 * <pre>{@code
 * curl -d 'Your Ramipril is ready.' -H 'Content-Type: text/plain' http://127.0.0.1:8080/orders/1001/ready
 * }</pre>
 *
 * <p>That may be days after the customer's last message, when Messenger refuses what has no tag. HUMAN_AGENT is for what
 * a person writes, within 7 days; it would be the wrong tag for a text that a machine made up.
 */
public final class OrderReadyRoutes extends RouteBuilder {

    @BeanInject("orders")
    private Orders orders;

    @BeanInject("deliveryReports")
    private DeliveryReports deliveryReports;

    @Override
    public void configure() {
        // text/plain only: a form, which curl sends if not told otherwise, would come as a map
        from("platform-http:/orders/{number}/ready?httpMethodRestrict=POST&consumes=text/plain")
                .routeId("order-ready")
                .convertBodyTo(String.class)
                .process(this::write)
                .filter(body().isInstanceOf(OutboundMessage.class))
                .to("cm-messenger:{{pharmacy.page-id}}?tag=HUMAN_AGENT")
                .setBody(constant("sent"));
    }

    private void write(Exchange exchange) {
        Message message = exchange.getMessage();
        String note = Objects.toString(message.getBody(String.class), "");
        Optional<Order> order = orders.find(message.getHeader("number", String.class));
        message.removeHeaders("*");
        if (order.isEmpty()) {
            refuse(message, 404, "There is no such order");
        } else if (note.isBlank()) {
            refuse(message, 400, "The body is empty; it must be the note to the customer");
        } else {
            String reference = UUID.randomUUID().toString().replace("-", "");
            deliveryReports.expect(reference, "The note on order " + order.get().number());
            message.setHeader(CmMessengerConstants.REFERENCE, reference);
            message.setHeader(CmMessengerConstants.PSID, order.get().psid());
            message.setBody(Replies.ready(order.get(), note));
        }
    }

    private static void refuse(Message message, int status, String sentence) {
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
        message.setBody(sentence);
    }
}
