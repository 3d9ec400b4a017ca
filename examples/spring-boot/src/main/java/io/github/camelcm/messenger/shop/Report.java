package io.github.camelcm.messenger.shop;

import io.github.camelcm.messenger.model.DeliveryState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What CM.com reported of a message.
 *
 * @param reference of the message; null if the report names none
 * @param psid to whom it was sent
 * @param state what became of it
 * @param errorCode as it came
 * @param errorDescription as it came; may say {@code Delivered} on success
 * @param received when, as it came: the zone is not documented
 * @param stored when it was stored here
 */
public record Report(
        @Nullable String reference,
        @Nullable String psid,
        DeliveryState state,
        @Nullable String errorCode,
        @Nullable String errorDescription,
        @Nullable String received,
        Instant stored) {}
