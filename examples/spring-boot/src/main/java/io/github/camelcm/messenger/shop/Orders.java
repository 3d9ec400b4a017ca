package io.github.camelcm.messenger.shop;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The orders. A new state and the message about it are stored together or not at all. */
@Component
final class Orders {

    private static final String INSERT =
            "insert into orders (number, psid, state, changed) values (:number, :psid, :state, :changed)";
    private static final String UPDATE = "update orders set state = :state, changed = :changed where number = :number";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Outbox outbox;
    private final Wording wording;
    private final Clock clock;

    Orders(JdbcClient jdbc, TransactionTemplate transaction, Outbox outbox, Wording wording, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.outbox = outbox;
        this.wording = wording;
        this.clock = clock;
    }

    /**
     * Notes how far an order came, and that its customer is to be told. Said again it changes nothing: a state is told
     * once, however often the caller repeats it.
     *
     * @return whether it is news
     * @throws OrderConflictException if the order is somebody else's, or further already
     */
    boolean put(String number, String psid, OrderState state) {
        Order order = new Order(number, psid, state, Instant.now(clock).truncatedTo(ChronoUnit.SECONDS));
        try {
            return putOnce(order);
        } catch (DuplicateKeyException e) { // another call was the first to name this order
            return putOnce(order);
        }
    }

    private boolean putOnce(Order order) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Optional<Order> known = jdbc.sql("select * from orders where number = ? for update")
                    .param(order.number())
                    .query(Order.class)
                    .optional();
            known.ifPresent(before -> refuseContradiction(before, order));
            if (known.isPresent() && known.get().state() == order.state()) {
                return false;
            }
            jdbc.sql(known.isPresent() ? UPDATE : INSERT)
                    .param("number", order.number())
                    .param("psid", order.psid())
                    .param("state", order.state().name())
                    .param("changed", order.changed())
                    .update();
            outbox.put(wording.notification(order), order);
            return true;
        }));
    }

    private static void refuseContradiction(Order before, Order now) {
        if (!before.psid().equals(now.psid())) {
            throw new OrderConflictException("Order " + now.number() + " is another customer's; check the psid");
        }
        if (before.state().compareTo(now.state()) > 0) {
            throw new OrderConflictException("Order " + now.number() + " is " + before.state()
                    + " already and cannot go back to " + now.state());
        }
    }

    Optional<Order> find(String number) {
        return jdbc.sql("select * from orders where number = ?")
                .param(number)
                .query(Order.class)
                .optional();
    }

    /** A customer's orders, newest first, as many as can be quick replies. */
    List<Order> of(String psid) {
        return jdbc.sql("select * from orders where psid = ? order by changed desc, number limit 13")
                .param(psid)
                .query(Order.class)
                .list();
    }
}
