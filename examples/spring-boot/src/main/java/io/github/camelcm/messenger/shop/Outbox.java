package io.github.camelcm.messenger.shop;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelcm.messenger.CmMessengerException;
import io.github.camelcm.messenger.ThrottledException;
import io.github.camelcm.messenger.model.DeliveryState;
import io.github.camelcm.messenger.model.OutboundMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The messages to customers, and how far their sending came. A message is stored, with its reference, before it is sent:
 * a crash loses none, and a report finds its message even if it comes before the gateway's answer.
 */
@Component
final class Outbox {

    /** A message whose turn it is. */
    record Claimed(String reference, String json) {}

    private static final int UNDER_WAY = 20;
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ObjectMapper json;
    private final ShopProperties shop;
    private final Clock clock;

    /** The gateway asks the account to wait, so nobody's message goes before. */
    private volatile Instant notBefore = Instant.EPOCH;

    Outbox(JdbcClient jdbc, TransactionTemplate transaction, ObjectMapper json, ShopProperties shop, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.json = json;
        this.shop = shop;
        this.clock = clock;
        giveUpWhatACrashLeft();
    }

    /** What was being sent when the process died may have arrived: it is not sent again. */
    private void giveUpWhatACrashLeft() {
        jdbc.sql("update message set reason = 'The application ended while it was sent', changed = :now,"
                        + " sending = case delivery when 'UNKNOWN' then 'AMBIGUOUS' else 'SENT' end"
                        + " where sending = 'SENDING'")
                .param("now", Instant.now(clock))
                .update();
    }

    /**
     * Stores a message to be sent.
     *
     * @param message with reference and recipient
     * @param order which it is news of; null for an answer
     * @throws org.springframework.dao.DuplicateKeyException if its reference or its news is there already
     */
    void put(OutboundMessage message, @Nullable Order order) {
        Instant now = Instant.now(clock);
        jdbc.sql("insert into message (reference, psid, order_number, order_state, json, due, created, changed)"
                        + " values (:reference, :psid, :number, :state, :json, :now, :now, :now)")
                .param("reference", message.reference())
                .param("psid", message.to().get(0).number())
                .param("number", order == null ? null : order.number())
                .param("state", order == null ? null : order.state().name())
                .param("json", write(message))
                .param("now", now)
                .update();
    }

    private String write(OutboundMessage message) {
        try {
            return json.writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A message cannot be written as JSON", e);
        }
    }

    /**
     * Takes the messages whose turn it is; from now on they are being sent. A customer's messages keep their order: one
     * that has to wait holds up those behind it.
     */
    List<Claimed> claim() {
        Instant now = Instant.now(clock);
        if (now.isBefore(notBefore)) {
            return List.of();
        }
        int free = UNDER_WAY
                - jdbc.sql("select count(*) from message where sending = 'SENDING'")
                        .query(Integer.class)
                        .single();
        List<Claimed> due = jdbc.sql("select reference, json from message m where sending = 'PENDING' and due <= :now"
                        + " and not exists (select 1 from message before where before.psid = m.psid"
                        + " and before.id < m.id and before.sending in ('PENDING', 'SENDING'))"
                        + " order by id limit :free")
                .param("now", now)
                .param("free", Math.max(0, free))
                .query(Claimed.class)
                .list();
        return due.stream().filter(this::claimed).toList();
    }

    /** Only one of several that try at the same time has it. */
    private boolean claimed(Claimed message) {
        return jdbc.sql("update message set sending = 'SENDING', attempts = attempts + 1, changed = :now"
                                + " where reference = :reference and sending = 'PENDING'")
                        .param("now", Instant.now(clock))
                        .param("reference", message.reference())
                        .update()
                == 1;
    }

    /** The gateway took it. */
    void sent(String reference) {
        end(reference, Sending.SENT, null);
    }

    /** It failed: it is tried again later if that is safe, up to a number of attempts. */
    void failed(String reference, CmMessengerException failure) {
        transaction.executeWithoutResult(status -> {
            Message message = locked(reference);
            String reason = failure.getClass().getSimpleName() + ": " + failure.getMessage();
            if (failure.retryable() && message.attempts() < shop.attempts()) {
                later(message, reason, failure);
            } else {
                end(reference, Sending.after(failure), reason);
            }
        });
    }

    /** Something else failed while it was sent, so that nobody knows whether it was. */
    void lost(String reference, Throwable failure) {
        end(reference, Sending.AMBIGUOUS, failure.getClass().getSimpleName());
    }

    private void later(Message message, String reason, CmMessengerException failure) {
        Duration doubled = shop.retryDelay().multipliedBy(1L << Math.min(20, message.attempts() - 1));
        Duration delay = doubled.compareTo(LONGEST_DELAY) < 0 ? doubled : LONGEST_DELAY;
        if (failure instanceof ThrottledException throttled) {
            Duration asked = throttled.retryAfter().orElse(delay);
            delay = asked.compareTo(delay) > 0 ? asked : delay;
        }
        Instant due = Instant.now(clock).plus(delay);
        jdbc.sql("update message set sending = 'PENDING', reason = :reason, changed = :now, due = :due"
                        + " where reference = :reference")
                .param("reference", message.reference())
                .param("reason", reason)
                .param("now", Instant.now(clock))
                .param("due", due)
                .update();
        if (failure instanceof ThrottledException) {
            notBefore = due;
        }
    }

    private void end(String reference, Sending sending, @Nullable String reason) {
        jdbc.sql("update message set reason = :reason, changed = :now, sending = case"
                        + " when :sending = 'AMBIGUOUS' and delivery <> 'UNKNOWN' then 'SENT' else :sending end"
                        + " where reference = :reference")
                .param("reference", reference)
                .param("sending", sending.name())
                .param("reason", reason)
                .param("now", Instant.now(clock))
                .update();
    }

    /**
     * Takes what was reported of a message. Reports come twice and out of order: of two states the later constant is the
     * one to keep. Whatever is reported of a message, it was sent.
     *
     * @param reference of the message; one that nobody knows is passed over
     */
    void reported(String reference, DeliveryState state) {
        transaction.executeWithoutResult(status -> find(reference, true)
                .filter(message -> state.compareTo(message.delivery()) > 0)
                .ifPresent(message -> jdbc.sql("update message set delivery = :state, changed = :now,"
                                + " sending = case sending when 'AMBIGUOUS' then 'SENT' else sending end"
                                + " where reference = :reference")
                        .param("reference", reference)
                        .param("state", state.name())
                        .param("now", Instant.now(clock))
                        .update()));
    }

    /**
     * Sends a dead message once more.
     *
     * @return false if it may have arrived, or is not dead
     */
    boolean revive(String reference) {
        return jdbc.sql("update message set sending = 'PENDING', attempts = 0, due = :now, changed = :now"
                                + " where reference = :reference and sending in ('INVALID', 'REJECTED', 'NOT_SENT')")
                        .param("reference", reference)
                        .param("now", Instant.now(clock))
                        .update()
                == 1;
    }

    private Message locked(String reference) {
        return find(reference, true).orElseThrow();
    }

    Optional<Message> find(String reference) {
        return find(reference, false);
    }

    private Optional<Message> find(String reference, boolean lock) {
        return jdbc.sql("select * from message where reference = ?" + (lock ? " for update" : ""))
                .param(reference)
                .query(Message.class)
                .optional();
    }

    /** News of an order, oldest first. */
    List<Message> about(String orderNumber) {
        return jdbc.sql("select * from message where order_number = ? order by id")
                .param(orderNumber)
                .query(Message.class)
                .list();
    }

    List<Message> newest(int limit) {
        return jdbc.sql("select * from message order by id desc limit ?")
                .param(limit)
                .query(Message.class)
                .list();
    }
}
