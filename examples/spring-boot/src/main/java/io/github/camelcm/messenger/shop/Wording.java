package io.github.camelcm.messenger.shop;

import static io.github.camelcm.messenger.model.Button.dial;
import static io.github.camelcm.messenger.model.Button.openUrl;
import static io.github.camelcm.messenger.model.Button.reply;
import static io.github.camelcm.messenger.model.QuickReply.quickReply;

import io.github.camelcm.messenger.model.Card;
import io.github.camelcm.messenger.model.MessageBuilder;
import io.github.camelcm.messenger.model.OutboundMessage;
import io.github.camelcm.messenger.model.QuickReply;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the shop says. */
@Component
final class Wording {

    /** What comes back when {@code Where is my order?} is tapped, before the order's number. */
    static final String WHERE = "WHERE:";

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final ShopProperties shop;

    Wording(ShopProperties shop) {
        this.shop = shop;
    }

    /** News of an order. It may come days after the customer's last message, when Messenger refuses what has no tag. */
    OutboundMessage notification(Order order) {
        return OutboundMessage.builder()
                .to(order.psid())
                .reference(UUID.randomUUID().toString().replace("-", ""))
                .card(Card.titled(title(order))
                        .text(order.state().more())
                        .buttons(reply("Where is my order?", WHERE + order.number()), openUrl("See it", url(order))))
                .tag(shop.tag().isEmpty() ? null : shop.tag())
                .build();
    }

    OutboundMessage whereIs(Order order, MessageBuilder reply) {
        return reply.buttons(
                        title(order) + ", since " + DAY.format(order.changed()) + ". "
                                + order.state().more(),
                        openUrl("See it", url(order)),
                        dial("Call us", shop.phone()))
                .build();
    }

    OutboundMessage whichOrder(List<Order> orders, MessageBuilder reply) {
        return reply.text(
                        "I am a bot, and know how far your orders are. Which one do you mean?",
                        orders.stream()
                                .map(order -> quickReply(order.number(), WHERE + order.number()))
                                .toArray(QuickReply[]::new))
                .build();
    }

    OutboundMessage noOrders(MessageBuilder reply) {
        return reply.buttons(
                        "We know of no order of yours. As soon as there is one, we tell you here how far it is.",
                        openUrl("Our shop", shop.site().toString()),
                        dial("Call us", shop.phone()))
                .build();
    }

    private static String title(Order order) {
        return "Order " + order.number() + " " + order.state().words();
    }

    private String url(Order order) {
        return shop.site().resolve("orders/" + order.number()).toString();
    }
}
