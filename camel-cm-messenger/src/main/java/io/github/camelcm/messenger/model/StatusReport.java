package io.github.camelcm.messenger.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of a message, as CM.com posts it. It names neither the page nor the channel: the reference is the only
 * key. Reports may come twice and out of order.
 *
 * @param received a date and time in a zone that CM.com does not document, as it came
 * @param to the recipient's PSID
 * @param reference of the message
 * @param status what became of it
 * @param operator not used for Messenger
 * @param raw members that this record does not know
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
public record StatusReport(
        @Nullable String received,
        @Nullable String to,
        @Nullable String reference,
        @Nullable Status status,
        @Nullable String operator,
        @JsonAnyGetter @JsonAnySetter Map<String, Object> raw)
        implements JsonRecord {

    public StatusReport {
        received = Raw.presentOrNull(received);
        to = Raw.presentOrNull(to);
        reference = Raw.presentOrNull(reference);
        operator = Raw.presentOrNull(operator);
        raw = Raw.copy(raw);
    }

    /**
     * @param code 0 accepted by the channel, 1 rejected by CM.com, 2 delivered to Messenger, 3 failed, 4 read
     * @param errorCode as it came; the codes of Messenger are not known
     * @param errorDescription as it came; may say {@code Delivered} on success, so judge by the code
     * @param raw members that this record does not know
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
    public record Status(
            @Nullable String code,
            @Nullable String errorCode,
            @Nullable String errorDescription,
            @JsonAnyGetter @JsonAnySetter Map<String, Object> raw) {

        public Status {
            code = Raw.presentOrNull(code);
            errorCode = Raw.presentOrNull(errorCode);
            errorDescription = Raw.presentOrNull(errorDescription);
            raw = Raw.copy(raw);
        }

        /** What the code says. */
        public DeliveryState state() {
            return DeliveryState.of(code);
        }
    }
}
