package io.github.camelcm.messenger.simulator;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Options of a {@link CmSimulator}. Without any it
 *
 * <ul>
 *   <li>listens on a free port of 127.0.0.1,
 *   <li>accepts every product token,
 *   <li>takes bodies of up to 10 MiB,
 *   <li>keeps 10,000 journal entries,
 *   <li>calls no webhook and reports no status by itself,
 *   <li>begins with an empty state and keeps none for later,
 *   <li>has a clock that runs with the real one,
 *   <li>checks what the gateway checks, and by {@link MessengerRules} what Messenger would refuse.
 * </ul>
 */
public final class CmSimulatorBuilder {

    private int port;
    private @Nullable String productToken;
    private long maxBodySize = 10L * 1024 * 1024;
    private int journalCapacity = 10_000;
    private Duration webhookTimeout = Duration.ofSeconds(30);
    private Clock clock = Clock.systemUTC();
    private @Nullable Instant standingAt;
    private StatusLadder statusLadder = StatusLadder.OFF;
    private MessageCheck check = new MessengerRules();
    private @Nullable Path stateFile;
    private final Map<WebhookKind, WebhookUrl> webhooks = new EnumMap<>(WebhookKind.class);

    CmSimulatorBuilder() {}

    /**
     * The port to listen on.
     *
     * @param port 1 to 65535, or 0 for any free one
     * @return this
     * @throws IllegalArgumentException if it is out of range
     */
    public CmSimulatorBuilder port(int port) {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("The port is " + port + ", it must be 0 (any free one) to 65535");
        }
        this.port = port;
        return this;
    }

    /**
     * The only product token to accept.
     *
     * @param productToken the token, not blank; null accepts every token and none
     * @return this
     * @throws IllegalArgumentException if it is blank
     */
    public CmSimulatorBuilder productToken(@Nullable String productToken) {
        if (productToken != null && productToken.isBlank()) {
            throw new IllegalArgumentException("The product token is blank; leave it out to accept every token");
        }
        this.productToken = productToken;
        return this;
    }

    /**
     * The largest request body the gateway takes.
     *
     * @param maxBodySize bytes, at least 1
     * @return this
     * @throws IllegalArgumentException if it is less than 1
     */
    public CmSimulatorBuilder maxBodySize(long maxBodySize) {
        if (maxBodySize < 1) {
            throw new IllegalArgumentException("The body limit is " + maxBodySize + " bytes, it must be at least 1");
        }
        this.maxBodySize = maxBodySize;
        return this;
    }

    /**
     * How many entries the journal keeps.
     *
     * @param journalCapacity entries, at least 1
     * @return this
     * @throws IllegalArgumentException if it is less than 1
     */
    public CmSimulatorBuilder journalCapacity(int journalCapacity) {
        if (journalCapacity < 1) {
            throw new IllegalArgumentException(
                    "The journal capacity is " + journalCapacity + ", it must be at least 1");
        }
        this.journalCapacity = journalCapacity;
        return this;
    }

    /**
     * How long a webhook may take to answer completely.
     *
     * @param webhookTimeout one millisecond to one hour
     * @return this
     * @throws IllegalArgumentException if it is out of range
     */
    public CmSimulatorBuilder webhookTimeout(Duration webhookTimeout) {
        if (webhookTimeout.toMillis() < 1 || webhookTimeout.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("The webhook timeout must be one millisecond to one hour");
        }
        this.webhookTimeout = webhookTimeout;
        return this;
    }

    /**
     * The clock for all times on the wire and in the journal. Latencies are measured, not taken from it.
     *
     * @param clock the clock; its zone does not matter
     * @return this
     */
    public CmSimulatorBuilder clock(Clock clock) {
        this.clock = clock;
        return this;
    }

    /**
     * A clock that stands still until {@link SimulatorClock#advance} moves it. Without it the clock runs.
     *
     * @param instant where it stands at the start and after a reset; null for a running clock
     * @return this
     */
    public CmSimulatorBuilder standingAt(@Nullable Instant instant) {
        this.standingAt = instant;
        return this;
    }

    /**
     * What is reported of accepted messages by itself; {@link CmSimulator#statusLadder(StatusLadder)} changes it later.
     *
     * @param statusLadder the ladder at the start and after a reset
     * @return this
     */
    public CmSimulatorBuilder statusLadder(StatusLadder statusLadder) {
        this.statusLadder = statusLadder;
        return this;
    }

    /**
     * Other rules beyond the gateway's own than those of Messenger.
     *
     * @param check the rules; {@link MessageCheck#none()} for none
     * @return this
     */
    public CmSimulatorBuilder messageCheck(MessageCheck check) {
        this.check = check;
        return this;
    }

    /**
     * The URL of a webhook; {@link CmSimulator#webhookUrl(WebhookKind, String)} changes it later.
     *
     * @param kind which webhook
     * @param url absolute URL, http or https; null for none
     * @return this
     * @throws SimulatorException if it is no such URL
     */
    public CmSimulatorBuilder webhookUrl(WebhookKind kind, @Nullable String url) {
        if (url == null) {
            webhooks.remove(kind);
        } else {
            webhooks.put(kind, WebhookUrl.of(kind, url));
        }
        return this;
    }

    /**
     * A file for the state: read at the start if it exists, written by {@link CmSimulator#saveState()} and when the
     * simulator is closed.
     *
     * @param stateFile the file, in a directory that exists; null for none
     * @return this
     */
    public CmSimulatorBuilder stateFile(@Nullable Path stateFile) {
        this.stateFile = stateFile;
        return this;
    }

    /**
     * Starts the simulator and waits until it listens.
     *
     * @return the running simulator, to be closed
     * @throws IllegalStateException if it cannot listen, for example because the port is in use
     * @throws SimulatorException if the state file cannot be read or written, or is no state of the simulator
     */
    public CmSimulator start() {
        return CmSimulator.start(new SimulatorOptions(
                port,
                productToken,
                maxBodySize,
                journalCapacity,
                webhookTimeout,
                clock,
                standingAt,
                statusLadder,
                check,
                stateFile,
                webhooks));
    }
}
