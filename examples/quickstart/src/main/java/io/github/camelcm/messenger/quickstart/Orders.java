package io.github.camelcm.messenger.quickstart;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.camel.BindToRegistry;

/** The orders of the day, in memory. */
@BindToRegistry("orders")
public final class Orders {

    private static final int FIRST = 1001;

    private final Map<Integer, Order> byNumber = new LinkedHashMap<>();

    /**
     * Places an order. The same user and medicine give the order that is there already: a message is processed again
     * when the reply to it could not be sent.
     *
     * @param psid who orders; an order of nobody is none
     * @param medicine what is ordered
     * @return the order
     */
    public synchronized Order place(String psid, String medicine) {
        Objects.requireNonNull(psid, "psid");
        return byNumber.values().stream()
                .filter(order -> order.psid().equals(psid) && order.medicine().equals(medicine))
                .findFirst()
                .orElseGet(() -> {
                    Order order = new Order(FIRST + byNumber.size(), psid, medicine);
                    byNumber.put(order.number(), order);
                    return order;
                });
    }

    /**
     * Finds an order.
     *
     * @param number its number, as it was typed
     * @return the order, if there is one
     */
    public synchronized Optional<Order> find(String number) {
        return byNumber.values().stream()
                .filter(order -> String.valueOf(order.number()).equals(number))
                .findFirst();
    }
}
