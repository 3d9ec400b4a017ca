package io.github.camelcm.messenger.shop;

import java.time.Instant;

/**
 * An order.
 *
 * @param number what customer and shop call it
 * @param psid whose it is: the user's id on this page
 * @param state how far it came
 * @param changed when it came that far
 */
public record Order(String number, String psid, OrderState state, Instant changed) {}
