package io.github.camelcm.messenger.shop;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What nobody but a person can help: messages that were given up or did not arrive, and users' messages without answer. */
@Component
final class DeadLetters {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    private final JdbcClient jdbc;
    private final Clock clock;

    DeadLetters(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps a user's message. The log says why, but not what the user wrote. */
    void put(String fingerprint, String event, Throwable failure) {
        LOG.error("Given up: event {}, {}", fingerprint, failure.getClass().getSimpleName());
        jdbc.sql("merge into failed_event (fingerprint, json, reason, stored) key (fingerprint)"
                        + " values (:fingerprint, :json, :reason, :stored)")
                .param("fingerprint", fingerprint)
                .param("json", event)
                .param("reason", failure.getClass().getSimpleName() + ": " + failure.getMessage())
                .param("stored", Instant.now(clock))
                .update();
    }

    /** Messages to customers, newest first. */
    List<Message> messages(int limit) {
        return jdbc.sql("select * from message where sending in ('INVALID', 'REJECTED', 'NOT_SENT', 'AMBIGUOUS')"
                        + " or delivery in ('REJECTED', 'FAILED') order by id desc limit ?")
                .param(limit)
                .query(Message.class)
                .list();
    }

    /** Users' messages, newest first. */
    List<FailedEvent> events(int limit) {
        return jdbc.sql("select * from failed_event order by stored desc limit ?")
                .param(limit)
                .query(FailedEvent.class)
                .list();
    }
}
