package io.github.camelcm.messenger.quickstart;

import io.github.camelcm.messenger.CmMessengerConstants;
import io.github.camelcm.messenger.model.OutboundMessage;
import org.apache.camel.BeanInject;
import org.apache.camel.Exchange;
import org.apache.camel.Predicate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.ChoiceDefinition;

/**
 * Finds the reply to what a user wrote: an inbound message goes in, an outbound message comes out. Sending it is the
 * webhook's route's job.
 */
public final class ReplyRoutes extends RouteBuilder {

    @BeanInject("orders")
    private Orders orders;

    @Override
    public void configure() {
        errorHandler(noErrorHandler()); // what fails here is handled where it was called from
        ChoiceDefinition choice =
                from("direct:reply").routeId("reply").bean(Request.class, "of").choice();
        choice.when(topic(Topic.MENU)).setBody(constant(Replies.menu()));
        choice.when(topic(Topic.HOURS)).to("direct:opening-hours");
        choice.when(topic(Topic.SERVICES)).setBody(constant(Replies.services()));
        choice.when(topic(Topic.BOOK)).setBody(exchange -> Replies.appointments(detail(exchange)));
        choice.when(topic(Topic.BOOKED)).setBody(exchange -> Replies.booked(detail(exchange)));
        choice.when(topic(Topic.PRODUCTS)).setBody(constant(Replies.products()));
        choice.when(topic(Topic.NURSE)).setBody(constant(Replies.nurse()));
        choice.when(topic(Topic.CALL_BACK)).setBody(constant(Replies.callBack()));
        choice.when(topic(Topic.REPEAT)).setBody(constant(Replies.prescriptions()));
        choice.when(topic(Topic.ORDER)).setBody(this::order);
        choice.when(topic(Topic.PICK_UP)).setBody(exchange -> Replies.pickUp(detail(exchange)));
        choice.otherwise().setBody(constant(Replies.notUnderstood()));
    }

    private OutboundMessage order(Exchange exchange) {
        String psid = exchange.getMessage().getHeader(CmMessengerConstants.PSID, String.class);
        return Replies.ordered(orders.place(psid, detail(exchange)));
    }

    private static Predicate topic(Topic topic) {
        return exchange -> request(exchange).topic() == topic;
    }

    private static String detail(Exchange exchange) {
        return request(exchange).detail();
    }

    private static Request request(Exchange exchange) {
        return exchange.getMessage().getBody(Request.class);
    }
}
