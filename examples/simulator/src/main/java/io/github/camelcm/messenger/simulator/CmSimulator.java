package io.github.camelcm.messenger.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A running stand-in for CM.com's messaging gateway.
 *
 * <pre>{@code
 * try (CmSimulator simulator = CmSimulator.builder()
 *         .webhookUrl(WebhookKind.MESSAGES, "http://localhost:8080/cm-messenger/1234567890")
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
 *   <li>Safe for use by several threads.
 * </ul>
 *
 * <p>The methods that let a user act or report something call a webhook once. Their future never fails: a call that
 * fails is a {@link Delivery} that says so. They throw {@link SimulatorException} at once if there is nothing to call.
 */
public final class CmSimulator implements AutoCloseable {

    private final SimulatorServer server;
    private final Journal journal;
    private final Webhooks webhooks;
    private final WebhookCaller caller;
    private final Conversations conversations;
    private final InboundJson json;

    private CmSimulator(SimulatorOptions options) {
        this.journal = new Journal(options.journalCapacity());
        this.conversations = new Conversations(journal);
        this.webhooks = new Webhooks(options.webhooks());
        this.json = new InboundJson(options.clock());
        this.server = new SimulatorServer(options.port());
        this.caller = new WebhookCaller(server.vertx(), options, webhooks, journal);
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
        CmSimulator simulator = new CmSimulator(options);
        simulator.server.listen(new GatewayRoute(options, simulator.journal), new ControlApi(simulator));
        return simulator;
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
        return journal;
    }

    /**
     * The conversations the journal remembers, in the order they began.
     *
     * @return one for each page and user
     */
    public List<ConversationSummary> conversations() {
        return conversations.summaries();
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
        return conversations.page(user, after, limit);
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
        webhooks.set(kind, url);
    }

    /** The URL of a webhook without its query; null for none. */
    @Nullable
    String maskedWebhookUrl(WebhookKind kind) {
        WebhookUrl url = webhooks.get(kind);
        return url == null ? null : url.toString();
    }

    /**
     * The user writes; it is reported as an answer to the newest message the user got, if there is one.
     *
     * @param user who writes, to which page
     * @param text what they write, not blank
     * @return what came of the webhook call
     * @throws SimulatorException if the text is blank or no webhook URL for messages is configured
     */
    public CompletableFuture<Delivery> userWrites(MessengerUser user, String text) {
        return call(WebhookKind.MESSAGES, user, json.text(user, notBlank("text", text), conversations.newest(user)));
    }

    /**
     * The user answers one message.
     *
     * @param user who writes, to which page
     * @param text what they write, not blank
     * @param reference of the message they answer; empty for none. One that nobody knows stands for a message the
     *     page's own people wrote
     * @return what came of the webhook call
     * @throws SimulatorException if the text is blank or no webhook URL for messages is configured
     */
    public CompletableFuture<Delivery> userWrites(MessengerUser user, String text, String reference) {
        Answered answered = conversations.byReference(user, reference);
        return call(WebhookKind.MESSAGES, user, json.text(user, notBlank("text", text), answered));
    }

    /**
     * The user sends a file; it is reported as an answer to the newest message the user got, if there is one.
     *
     * @param user who sends, to which page
     * @param media the file
     * @return what came of the webhook call
     * @throws SimulatorException if no webhook URL for messages is configured
     */
    public CompletableFuture<Delivery> userSends(MessengerUser user, UserMedia media) {
        return call(WebhookKind.MESSAGES, user, json.media(user, media, conversations.newest(user)));
    }

    /**
     * The user answers one message with a file.
     *
     * @param user who sends, to which page
     * @param media the file
     * @param reference of the message they answer; empty for none
     * @return what came of the webhook call
     * @throws SimulatorException if no webhook URL for messages is configured
     */
    public CompletableFuture<Delivery> userSends(MessengerUser user, UserMedia media, String reference) {
        return call(WebhookKind.MESSAGES, user, json.media(user, media, conversations.byReference(user, reference)));
    }

    /**
     * The user taps a quick reply or Reply button they got, the newest that fits.
     *
     * @param user who taps
     * @param labelOrPostbackData its exact label or its exact postback data
     * @return what came of the webhook call
     * @throws SimulatorException if the user got no such suggestion or no webhook URL for messages is configured
     */
    public CompletableFuture<Delivery> userTaps(MessengerUser user, String labelOrPostbackData) {
        Conversations.Suggestion tapped = conversations.suggestion(user, notBlank("suggestion", labelOrPostbackData));
        Answered answered = Answered.of(tapped.message());
        return call(WebhookKind.MESSAGES, user, json.tap(user, tapped.label(), tapped.postbackData(), answered));
    }

    /**
     * The user taps a quick reply or Reply button, whether they got it or not.
     *
     * @param user who taps
     * @param label its label, not blank
     * @param postbackData its postback data
     * @return what came of the webhook call
     * @throws SimulatorException if the label is blank or no webhook URL for messages is configured
     */
    public CompletableFuture<Delivery> userTaps(MessengerUser user, String label, String postbackData) {
        Answered answered = conversations.bySuggestion(user, label, postbackData);
        return call(WebhookKind.MESSAGES, user, json.tap(user, notBlank("label", label), postbackData, answered));
    }

    /**
     * Reports what became of an accepted message.
     *
     * @param reference of the message; the newest that has it is meant
     * @param status what became of it
     * @return what came of the webhook call
     * @throws SimulatorException if no accepted message has that reference, if messages to several users have it, or
     *     if no webhook URL for statuses is configured
     */
    public CompletableFuture<Delivery> reportStatus(String reference, Status status) {
        SentMessage message = conversations.reported(notBlank("reference", reference));
        return status(message.pageId(), message.psid(), reference, status);
    }

    /**
     * Reports what became of a message, whether the simulator knows it or not.
     *
     * @param psid the recipient of the message, not blank
     * @param reference of the message; may be empty
     * @param status what became of it
     * @return what came of the webhook call
     * @throws SimulatorException if the PSID is blank or no webhook URL for statuses is configured
     */
    public CompletableFuture<Delivery> reportStatus(String psid, String reference, Status status) {
        String page = conversations.pageOf(notBlank("psid", psid), reference);
        return status(page, psid, reference, status);
    }

    /**
     * Reports a channel event, for example that the user opted in.
     *
     * @param user whom it concerns
     * @param type type of the event such as {@code OptInSubscribed}, not blank
     * @param reference reference of the event; may be empty
     * @param custom further members, of types that Jackson writes
     * @return what came of the webhook call
     * @throws SimulatorException if the type is blank or no webhook URL for events is configured
     */
    public CompletableFuture<Delivery> reportEvent(
            MessengerUser user, String type, String reference, Map<String, ?> custom) {
        JsonNode members = Json.MAPPER.valueToTree(custom);
        return call(WebhookKind.EVENTS, user, json.event(user, notBlank("type", type), reference, members));
    }

    private CompletableFuture<Delivery> status(String pageId, String psid, String reference, Status status) {
        return caller.call(WebhookKind.STATUSES, pageId, psid, json.status(psid, reference, status));
    }

    private CompletableFuture<Delivery> call(WebhookKind kind, MessengerUser user, JsonNode body) {
        return caller.call(kind, user.pageId(), user.psid(), body);
    }

    private static String notBlank(String name, String value) {
        if (value.isBlank()) {
            throw SimulatorException.invalid("\"" + name + "\" is blank; it must hold some text.");
        }
        return value;
    }

    /** Stops listening and frees the port; calls under way end as failed deliveries. */
    @Override
    public void close() {
        server.close();
    }
}
