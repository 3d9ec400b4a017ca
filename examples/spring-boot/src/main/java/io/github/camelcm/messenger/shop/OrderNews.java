package io.github.camelcm.messenger.shop;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the shop's system says about an order.
 *
 * @param psid whose order it is: the customer's id on this page
 * @param state how far it is
 */
record OrderNews(
        @NotNull(message = "is missing")
        @Pattern(regexp = "[1-9][0-9]{0,31}", message = "must be the customer's PSID, 1 to 32 digits")
        @Nullable
        String psid,

        @NotNull(message = "is missing") @Nullable OrderState state) {}
