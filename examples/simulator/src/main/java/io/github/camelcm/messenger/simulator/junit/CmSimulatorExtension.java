package io.github.camelcm.messenger.simulator.junit;

import io.github.camelcm.messenger.simulator.CmSimulator;
import io.github.camelcm.messenger.simulator.MessengerUser;
import io.github.camelcm.messenger.simulator.WebhookKind;
import java.lang.reflect.Parameter;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts a {@link CmSimulator} for tests, on a free port of 127.0.0.1.
 *
 * <pre>{@code
 * @RegisterExtension
 * static CmSimulatorExtension simulator = CmSimulatorExtension.builder().build();
 * }</pre>
 *
 * <ul>
 *   <li>In a static field, or with {@code @ExtendWith}: one simulator for the class and the classes nested in it, reset
 *       before each test. In other fields: one for each test. It is always closed.
 *   <li>Where tests run in parallel, it is reset only when no other test is under way: give each test a user of its
 *       own, as {@link #conversation()} does.
 *   <li>Tests may have parameters of the types {@link CmSimulator} and {@link Conversation}; each of the latter is
 *       another new user.
 *   <li>A reset leaves webhook URLs as they are.
 * </ul>
 */
public final class CmSimulatorExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {

    private static final long FIRST_PSID = 1_000_000_000_000_001L;

    private final ExtensionOptions options;
    private final AtomicLong psids = new AtomicLong(FIRST_PSID);

    /** Unique ids of the classes and tests that need the simulator. */
    private final Set<String> needed = new HashSet<>();

    private final Set<String> tests = new HashSet<>();
    private @Nullable CmSimulator simulator;

    /** An extension with the defaults, for {@code @ExtendWith(CmSimulatorExtension.class)}. */
    public CmSimulatorExtension() {
        this(new ExtensionOptions(null, null, Conversation.TIMEOUT, builder -> {}));
    }

    CmSimulatorExtension(ExtensionOptions options) {
        this.options = options;
    }

    /**
     * Options for an extension.
     *
     * @return a builder with the defaults
     */
    public static CmSimulatorExtensionBuilder builder() {
        return new CmSimulatorExtensionBuilder();
    }

    /**
     * The running simulator.
     *
     * @return the simulator, for journal, clock, faults, status ladder and all the rest
     * @throws IllegalStateException if none runs: before and after the tests
     */
    public CmSimulator simulator() {
        return current();
    }

    /**
     * Where to send messages to, for the component's option {@code gatewayUrl}.
     *
     * @return the URL
     * @throws IllegalStateException if no simulator runs
     */
    public String gatewayUrl() {
        return simulator().gatewayUrl();
    }

    /**
     * A product token that the gateway accepts, for the component's option {@code productToken}.
     *
     * @return the one that was set; else any, because every one is accepted
     */
    public String productToken() {
        return Objects.requireNonNullElse(options.productToken(), "any-token");
    }

    /**
     * Sets the URL of a webhook, as soon as the application's port is known.
     *
     * @param kind which webhook
     * @param url absolute URL, http or https; null for none
     * @throws io.github.camelcm.messenger.simulator.SimulatorException if it is no such URL
     * @throws IllegalStateException if no simulator runs
     */
    public void webhookUrl(WebhookKind kind, @Nullable String url) {
        simulator().webhookUrl(kind, url);
    }

    /**
     * A conversation of a user without a name. It may be made before the simulator runs.
     *
     * @param pageId id of the Facebook page, not blank
     * @param psid the page-scoped user id, not blank
     * @return the conversation
     */
    public Conversation conversation(String pageId, String psid) {
        return conversation(new MessengerUser(pageId, psid));
    }

    /**
     * A conversation. It may be made before the simulator runs.
     *
     * @param user who talks, and to which page
     * @return the conversation
     */
    public Conversation conversation(MessengerUser user) {
        return new Conversation(new Chat(this::current, user), options.timeout());
    }

    /**
     * A conversation of a user who was not there before, with the page that was set by
     * {@link CmSimulatorExtensionBuilder#pageId}. It may be made before the simulator runs.
     *
     * @return the conversation
     * @throws IllegalStateException if no page was set
     */
    public Conversation conversation() {
        return newUser("");
    }

    private Conversation newUser(String name) {
        String pageId = options.pageId();
        if (pageId == null) {
            throw new IllegalStateException("It is not known which page the user talks to; set one with "
                    + "CmSimulatorExtension.builder().pageId(…) or use conversation(pageId, psid)");
        }
        return conversation(new MessengerUser(pageId, String.valueOf(psids.getAndIncrement()), name));
    }

    private synchronized CmSimulator current() {
        if (simulator == null) {
            throw new IllegalStateException("The simulator does not run: it is started before the tests and closed "
                    + "after them. The field of the extension needs @RegisterExtension; if it is not static, the "
                    + "simulator runs from @BeforeEach to @AfterEach only");
        }
        return simulator;
    }

    @Override
    public synchronized void beforeAll(ExtensionContext context) {
        need(context);
    }

    @Override
    public synchronized void beforeEach(ExtensionContext context) {
        CmSimulator running = need(context);
        if (tests.isEmpty()) {
            running.reset();
        }
        tests.add(context.getUniqueId());
    }

    private CmSimulator need(ExtensionContext context) {
        CmSimulator running = simulator;
        if (running == null) {
            running = options.start();
            simulator = running;
        }
        needed.add(context.getUniqueId());
        return running;
    }

    @Override
    public synchronized void afterEach(ExtensionContext context) {
        tests.remove(context.getUniqueId());
        release(context);
    }

    @Override
    public synchronized void afterAll(ExtensionContext context) {
        release(context);
    }

    private void release(ExtensionContext context) {
        needed.remove(context.getUniqueId());
        CmSimulator running = simulator;
        if (needed.isEmpty() && running != null) {
            simulator = null;
            running.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == CmSimulator.class || type == Conversation.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == CmSimulator.class
                ? simulator()
                : newUser(name(parameter.getParameter()));
    }

    /** {@code jane} is Jane, where the compiler keeps the names of parameters. */
    private static String name(Parameter parameter) {
        return parameter.isNamePresent()
                ? parameter.getName().substring(0, 1).toUpperCase(Locale.ROOT)
                        + parameter.getName().substring(1)
                : "";
    }
}
