/** From the bytes of one call of CM.com's to events: what it says, and whether it may say it. */
@NullMarked
package io.github.camelcm.messenger.webhook;

import org.jspecify.annotations.NullMarked;
