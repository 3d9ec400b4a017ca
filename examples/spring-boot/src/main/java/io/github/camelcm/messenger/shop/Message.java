package io.github.camelcm.messenger.shop;

import io.github.camelcm.messenger.model.DeliveryState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message to a customer, sent or to be sent.
 *
 * @param reference the key of its reports
 * @param psid to whom
 * @param orderNumber which order it is news of; null for an answer
 * @param orderState what news
 * @param sending how far its sending came
 * @param attempts how often it was tried
 * @param reason why it failed, or has to wait
 * @param delivery the furthest that was reported
 * @param created when it was stored
 * @param changed when {@code sending} or {@code delivery} changed last
 */
public record Message(
        String reference,
        String psid,
        @Nullable String orderNumber,
        @Nullable OrderState orderState,
        Sending sending,
        int attempts,
        @Nullable String reason,
        DeliveryState delivery,
        Instant created,
        Instant changed) {}
