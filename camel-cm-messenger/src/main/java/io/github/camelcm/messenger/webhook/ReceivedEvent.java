package io.github.camelcm.messenger.webhook;

import io.github.camelcm.messenger.model.JsonRecord;

/**
 * One event of a call.
 *
 * @param kind what it tells of
 * @param body an {@code InboundMessage}, {@code StatusReport}, {@code ChannelEvent} or {@code UnknownEvent}, by kind
 * @param fingerprint equal for repeats of the event, see {@link Fingerprint}
 */
public record ReceivedEvent(EventKind kind, JsonRecord body, String fingerprint) {}
