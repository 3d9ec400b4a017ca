package io.github.camelcm.messenger.shop;

import java.time.Instant;

/**
 * A user's message that could not be answered.
 *
 * @param fingerprint by which the log names it
 * @param json the message as it came
 * @param reason why
 * @param stored when it was given up
 */
public record FailedEvent(String fingerprint, String json, String reason, Instant stored) {}
