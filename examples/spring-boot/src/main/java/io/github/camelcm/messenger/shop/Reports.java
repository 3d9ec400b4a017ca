package io.github.camelcm.messenger.shop;

import io.github.camelcm.messenger.model.DeliveryState;
import io.github.camelcm.messenger.model.StatusReport;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** CM.com's reports, each once, also those on messages that nobody here knows. */
@Component
final class Reports {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Outbox outbox;
    private final Clock clock;

    Reports(JdbcClient jdbc, TransactionTemplate transaction, Outbox outbox, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Stores a report and moves its message on, both or none.
     *
     * @param fingerprint equal for repeats of the report
     */
    void take(StatusReport report, String fingerprint) {
        transaction.executeWithoutResult(transactionStatus -> {
            if (!isKnown(fingerprint)) {
                DeliveryState state = state(report);
                store(report, state, fingerprint);
                if (report.reference() != null) {
                    outbox.reported(report.reference(), state);
                }
            }
        });
    }

    private boolean isKnown(String fingerprint) {
        return jdbc.sql("select count(*) from status_report where fingerprint = ?")
                        .param(fingerprint)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static DeliveryState state(StatusReport report) {
        return report.status() == null ? DeliveryState.UNKNOWN : report.status().state();
    }

    private void store(StatusReport report, DeliveryState state, String fingerprint) {
        StatusReport.Status status = report.status();
        jdbc.sql("insert into status_report (fingerprint, reference, psid, state, error_code, error_description,"
                        + " received, stored) values (:fingerprint, :reference, :psid, :state, :errorCode,"
                        + " :errorDescription, :received, :stored)")
                .param("fingerprint", fingerprint)
                .param("reference", report.reference())
                .param("psid", report.to())
                .param("state", state.name())
                .param("errorCode", status == null ? null : status.errorCode())
                .param("errorDescription", status == null ? null : status.errorDescription())
                .param("received", report.received())
                .param("stored", Instant.now(clock))
                .update();
    }

    /** On a message, oldest first. */
    List<Report> on(String reference) {
        return jdbc.sql("select * from status_report where reference = ? order by id")
                .param(reference)
                .query(Report.class)
                .list();
    }

    /** On messages that are not of this application, newest first: others may send from the account. */
    List<Report> onUnknownMessages(int limit) {
        return jdbc.sql("select * from status_report r where not exists"
                        + " (select 1 from message m where m.reference = r.reference) order by id desc limit ?")
                .param(limit)
                .query(Report.class)
                .list();
    }
}
