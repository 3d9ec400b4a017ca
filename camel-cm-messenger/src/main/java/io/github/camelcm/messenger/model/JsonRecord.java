package io.github.camelcm.messenger.model;

/** A record that has a JSON form of its own; Camel converts it to {@code String}, {@code byte[]} and {@code InputStream}. */
public sealed interface JsonRecord
        permits OutboundMessage, InboundMessage, StatusReport, ChannelEvent, UnknownEvent, SendResult {}
