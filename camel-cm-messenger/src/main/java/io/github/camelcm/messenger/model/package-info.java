/**
 * The messages as data: what is sent ({@link io.github.camelcm.messenger.model.OutboundMessage} and its parts), what
 * CM.com calls back with ({@link io.github.camelcm.messenger.model.InboundMessage},
 * {@link io.github.camelcm.messenger.model.StatusReport}, {@link io.github.camelcm.messenger.model.ChannelEvent},
 * {@link io.github.camelcm.messenger.model.UnknownEvent}), and what became of a message ({@link io.github.camelcm.messenger.model.SendResult}).
 *
 * <p>All records are immutable. Members that a record does not know are kept in {@code raw()} and passed on. The records
 * read and write as JSON with any Jackson mapper, in CM.com's spelling, without nulls; only an event of no known kind
 * stays as it came.
 */
@NullMarked
package io.github.camelcm.messenger.model;

import org.jspecify.annotations.NullMarked;
