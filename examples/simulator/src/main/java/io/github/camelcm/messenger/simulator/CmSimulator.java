package io.github.camelcm.messenger.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelcm.messenger.rules.Explanation;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A running stand-in for CM.com's messaging gateway.
 *
 * <pre>{@code
 * try (CmSimulator simulator = CmSimulator.builder()
 *         .webhookUrl(WebhookKind.MESSAGES, "http://127.0.0.1:8080/cm-messenger/1234567890?token=…")
 *         .start()) {
 *     simulator.userWrites(new MessengerUser("1234567890", "6789012345678901"), "Hello").join();
 *     simulator.journal().messages();
 * }
 * }</pre>
 *
 * <ul>
 *   <li>Listens on 127.0.0.1 only, answers {@code POST} to {@link #gatewayUrl()} as the gateway does, and serves its
 *       control API below {@link #controlUrl()}.
 *   <li>Calls no host but those of the configured webhook URLs.
 *   <li>Deterministic: ids are counters, and with a {@link #clock()} that stands still the same input, given one after the
 *       other, leads to the same journal, the measured latencies of deliveries aside.
 *   <li>Safe for use by several threads.
 * </ul>
 */
public final class CmSimulator extends UserActions implements AutoCloseable {

    private final SimulatorServer server;
    private final Core core;
    private final KeptState state;

    private CmSimulator(SimulatorOptions options) {
        this.server = new SimulatorServer(options.port());
        this.core = new Core(options, server.vertx());
        this.state = new KeptState(core.state());
    }

    /**
     * Options for a simulator.
     *
     * @return a builder with the defaults
     */
    public static CmSimulatorBuilder builder() {
        return new CmSimulatorBuilder();
    }

    static CmSimulator start(SimulatorOptions options) {
        Path path = options.stateFile();
        StateFile file = path == null ? null : new StateFile(path);
        JsonNode saved = file == null ? null : file.read();
        CmSimulator simulator = new CmSimulator(options);
        try {
            simulator.server.listen(simulator.core.gateway(), new ControlApi(simulator), new PageRoute());
            if (file != null) {
                simulator.state.load(file, saved);
            }
        } catch (RuntimeException e) {
            simulator.close();
            throw e;
        }
        return simulator;
    }

    Core core() {
        return core;
    }

    @Override
    Users users() {
        return core.users();
    }

    /**
     * The port it listens on.
     *
     * @return 1 to 65535
     */
    public int port() {
        return server.port();
    }

    /**
     * Where the chat page is, for a browser.
     *
     * @return {@code http://127.0.0.1:port/}
     */
    public String pageUrl() {
        return server.url() + "/";
    }

    /**
     * Where to send messages to, for the component's option {@code gatewayUrl}.
     *
     * @return {@code http://127.0.0.1:port/v1.0/message}
     */
    public String gatewayUrl() {
        return server.url() + GatewayRoute.PATH;
    }

    /**
     * The root of the control API.
     *
     * @return {@code http://127.0.0.1:port/simulator/api}
     */
    public String controlUrl() {
        return server.url() + ControlApi.ROOT;
    }

    /**
     * What came in and what went out.
     *
     * @return the live journal
     */
    public Journal journal() {
        return core.journal();
    }

    /**
     * The conversations the journal remembers, in the order they began.
     *
     * @return one for each page and user
     */
    public List<ConversationSummary> conversations() {
        return core.conversations().summaries(false);
    }

    /**
     * One conversation: messages the gateway accepted, what the user did, events and status reports.
     *
     * @param user page and user; the name does not matter
     * @param after only entries with a greater sequence number
     * @param limit how many at most, at least 1
     * @return the entries
     * @throws IllegalArgumentException if {@code limit} is less than 1
     */
    public JournalPage conversation(MessengerUser user, long after, int limit) {
        return core.conversations().page(user, after, limit);
    }

    /**
     * The clock for all times, for status ladders and for webhook retries.
     *
     * @return the clock
     */
    public SimulatorClock clock() {
        return core.clock();
    }

    /**
     * The rules for what goes wrong.
     *
     * @return the rules
     */
    public Faults faults() {
        return core.faults();
    }

    /**
     * How webhooks are told: repeats by hand, and calls held and released.
     *
     * @return the deliveries
     */
    public Deliveries deliveries() {
        return core.deliveries();
    }

    /**
     * What is reported of accepted messages by itself.
     *
     * @return the ladder
     */
    public StatusLadder statusLadder() {
        return core.reporter().ladder();
    }

    /**
     * Changes what is reported by itself, for messages accepted from now on. Turned off, it also drops the steps of
     * earlier messages that are still to come.
     *
     * @param ladder the ladder
     */
    public void statusLadder(StatusLadder ladder) {
        core.reporter().ladder(ladder);
        core.feed().changed("ladder");
    }

    /**
     * What Messenger would show for a payload, and the rules it breaks. Nothing is sent and nothing noted.
     *
     * @param payload a CM.com request, a message, a rich content, a conversation item, or an array of these. Of the
     *     last two, what only a message has (sender, recipient, channels) is not asked for
     * @return the explanation
     * @throws SimulatorException if the payload is none of these or a member has the wrong type
     */
    public Explanation explain(JsonNode payload) {
        return core.explainer().explain(payload).explanation();
    }

    /**
     * What a user got to tap, the newest bubble first: also quick replies that have vanished, and what is no Reply.
     *
     * @param user page and user; the name does not matter
     * @return quick replies and buttons of the messages that the journal still has
     */
    public List<Tappable> tappables(MessengerUser user) {
        return core.tappables().of(user).toList();
    }

    /**
     * One message with all that belongs to it.
     *
     * @param message sequence number of the {@link SentMessage}
     * @return the message, its request, and the webhook calls about it with their deliveries, as far as the journal
     *     still has them
     * @throws SimulatorException if the journal has no such message
     */
    public MessageInspection inspect(long message) {
        return core.conversations().inspect(message);
    }

    /**
     * The state: clock, status ladder, fault rules, journal with users, conversations, messages and deliveries, what is
     * held and what waits for the clock. Without webhook URLs and product token, which are configuration and may be
     * secret, and without calls that are under way. Of a URL that was called, each delivery has host and path; its query
     * is masked.
     *
     * @return a JSON document of its own format and version, for {@link #importState(JsonNode)}
     */
    public JsonNode exportState() {
        return core.state().tree();
    }

    /**
     * Exchanges the state, all of it or nothing.
     *
     * @param state what {@link #exportState()} wrote
     * @throws SimulatorException if it is another format or version, or broken; it says where
     */
    public void importState(JsonNode state) {
        core.state().read(state);
    }

    /**
     * Writes the state to the state file, which then is exchanged in one step.
     *
     * @throws SimulatorException if there is no state file, see {@link CmSimulatorBuilder#stateFile}, or if it cannot be
     *     written; then the old one stays as it was
     */
    public void saveState() {
        state.save();
    }

    /** Goes back to an empty state, numbers included; an advance of the clock ends. Webhook URLs stay. */
    public void reset() {
        core.state().reset();
    }

    /**
     * Changes the URL of a webhook; calls under way are not affected.
     *
     * @param kind which webhook
     * @param url absolute URL, http or https; null for none
     * @throws SimulatorException if it is no such URL
     */
    public void webhookUrl(WebhookKind kind, @Nullable String url) {
        changeWebhook(kind, url == null ? null : WebhookUrl.of(kind, url));
    }

    void changeWebhook(WebhookKind kind, @Nullable WebhookUrl url) {
        core.webhooks().set(kind, url);
        core.feed().changed("webhooks");
    }

    /** The URL of a webhook without its query; null for none. */
    @Nullable
    String maskedWebhookUrl(WebhookKind kind) {
        WebhookUrl url = core.webhooks().get(kind);
        return url == null ? null : url.toString();
    }

    /**
     * Stops listening and frees the port; calls under way end as failed deliveries. Saves the state if there is a file
     * for it.
     *
     * @throws SimulatorException if the state cannot be saved; everything is closed all the same
     */
    @Override
    public void close() {
        core.close(server::close, state::saveForTheLastTime);
    }
}
