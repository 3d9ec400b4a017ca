package io.github.camelcm.messenger.shop;

import io.github.camelcm.messenger.model.InboundMessage;
import io.github.camelcm.messenger.model.MessageBuilder;
import io.github.camelcm.messenger.model.OutboundMessage;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Finds the answer to what a user wrote, sent or tapped. Nobody hears of another customer's order. */
@Component
final class Answers {

    private static final Set<String> ASKING = Set.of("WHERE", "WHEN", "ORDER", "PARCEL", "PACKAGE", "DELIVERY");

    private final Orders orders;
    private final Wording wording;

    Answers(Orders orders, Wording wording) {
        this.orders = orders;
        this.wording = wording;
    }

    /** @throws IllegalStateException if the message does not say who wrote it */
    OutboundMessage to(InboundMessage message, String reference) {
        MessageBuilder reply = message.reply().reference(reference);
        List<Order> theirs = orders.of(Objects.requireNonNull(message.from()).number());
        if (theirs.isEmpty()) {
            return wording.noOrders(reply);
        }
        return meant(message, theirs)
                .map(order -> wording.whereIs(order, reply))
                .orElseGet(() -> wording.whichOrder(theirs, reply));
    }

    /** The order whose button was tapped, or that is written about: by its number, or in other words if there is but one. */
    private static Optional<Order> meant(InboundMessage message, List<Order> theirs) {
        String postback = message.postback();
        if (postback != null) {
            return first(theirs, order -> postback.equals(Wording.WHERE + order.number()));
        }
        String text = Objects.requireNonNullElse(message.text(), ""); // none with a picture or a file
        List<String> words = List.of(text.toUpperCase(Locale.ROOT).split("[^A-Z0-9-]+"));
        Optional<Order> named = first(theirs, order -> words.contains(order.number()));
        boolean asks = theirs.size() == 1 && words.stream().anyMatch(ASKING::contains);
        return asks ? Optional.of(theirs.get(0)) : named;
    }

    private static Optional<Order> first(List<Order> orders, Predicate<Order> wanted) {
        return orders.stream().filter(wanted).findFirst();
    }
}
