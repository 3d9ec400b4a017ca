/**
 * Tells a shop's customers about their orders over Messenger, and answers them. Start reading at {@link
 * io.github.camelcm.messenger.shop.OutboxRoutes} and {@link io.github.camelcm.messenger.shop.WebhookRoutes}.
 */
@NullMarked
package io.github.camelcm.messenger.shop;

import org.jspecify.annotations.NullMarked;
