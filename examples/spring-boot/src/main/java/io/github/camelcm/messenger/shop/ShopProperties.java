package io.github.camelcm.messenger.shop;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The shop's own settings.
 *
 * @param pageId the Facebook page that talks
 * @param tag the message tag of notifications; empty for none
 * @param site the shop's website, where customers see their orders
 * @param phone the shop's number for customers, international form
 * @param outboxPeriod how often the outbox is looked through
 * @param attempts how often a message is tried that the gateway surely did not take
 * @param retryDelay the wait before the second attempt; it doubles with each, up to ten minutes
 */
@Validated
@ConfigurationProperties("shop")
public record ShopProperties(
        @NotBlank String pageId,
        @NotNull String tag,
        @NotNull URI site,
        @NotBlank String phone,
        @NotNull Duration outboxPeriod,
        @Min(1) int attempts,
        @NotNull Duration retryDelay) {}
