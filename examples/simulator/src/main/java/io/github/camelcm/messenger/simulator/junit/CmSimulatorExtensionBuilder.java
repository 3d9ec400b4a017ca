package io.github.camelcm.messenger.simulator.junit;

import io.github.camelcm.messenger.simulator.CmSimulatorBuilder;
import io.github.camelcm.messenger.simulator.WebhookKind;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Options of a {@link CmSimulatorExtension}. Without any, its simulator has the defaults of a
 * {@link CmSimulatorBuilder}, and expectations wait five seconds.
 */
public final class CmSimulatorExtensionBuilder {

    private @Nullable String productToken;
    private @Nullable String pageId;
    private Duration timeout = Conversation.TIMEOUT;
    private Consumer<CmSimulatorBuilder> options = builder -> {};

    CmSimulatorExtensionBuilder() {}

    /**
     * The only product token the gateway accepts.
     *
     * @param productToken the token, not blank; without it every token is accepted
     * @return this
     * @throws IllegalArgumentException if it is blank
     */
    public CmSimulatorExtensionBuilder productToken(String productToken) {
        if (productToken.isBlank()) {
            throw new IllegalArgumentException("The product token is blank; leave it out to accept every token");
        }
        this.productToken = productToken;
        return this;
    }

    /**
     * The page of conversations for which none is named.
     *
     * @param pageId id of the Facebook page, not blank
     * @return this
     * @throws IllegalArgumentException if it is blank
     */
    public CmSimulatorExtensionBuilder pageId(String pageId) {
        if (pageId.isBlank()) {
            throw new IllegalArgumentException("The page id is blank; give the id of the Facebook page");
        }
        this.pageId = pageId;
        return this;
    }

    /**
     * How long an expectation waits at most; {@link Conversation#within} changes it for one.
     *
     * @param timeout more than zero; five seconds without it
     * @return this
     * @throws IllegalArgumentException if it is zero or negative
     */
    public CmSimulatorExtensionBuilder timeout(Duration timeout) {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("The time-out must be more than zero");
        }
        this.timeout = timeout;
        return this;
    }

    /**
     * The URL of a webhook that is known beforehand; {@link CmSimulatorExtension#webhookUrl} sets one later.
     *
     * @param kind which webhook
     * @param url absolute URL, http or https
     * @return this
     */
    public CmSimulatorExtensionBuilder webhookUrl(WebhookKind kind, String url) {
        return options(builder -> builder.webhookUrl(kind, url));
    }

    /**
     * Every other option of the simulator, such as the clock or the status ladder.
     *
     * @param more sets options; called at each start of a simulator
     * @return this
     */
    public CmSimulatorExtensionBuilder options(Consumer<CmSimulatorBuilder> more) {
        this.options = options.andThen(more);
        return this;
    }

    /**
     * Makes the extension. It starts nothing yet.
     *
     * @return the extension, for a field with {@code @RegisterExtension}
     */
    public CmSimulatorExtension build() {
        return new CmSimulatorExtension(new ExtensionOptions(productToken, pageId, timeout, options));
    }
}
