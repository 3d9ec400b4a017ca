package io.github.camelcm.messenger.karaf;

import io.github.camelcm.messenger.CmMessengerComponent;
import io.github.camelcm.messenger.CmMessengerConfiguration;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.karaf.core.OsgiDefaultCamelContext;
import org.apache.camel.spi.ComponentResolver;
import org.apache.camel.spi.RestConfiguration;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Runs the routes as long as there are a configuration and the Camel component: with each change of them, and of the
 * bundle, the routes stop and start anew. Stopping waits for the replies that are under way; what users write meanwhile,
 * CM.com delivers again.
 */
@Component(
        name = "cm.messenger.bot",
        service = {},
        immediate = true,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        // Camel has a service for each component: where both bundles are started anew, this one may be the first
        reference =
                @Reference(name = "messenger", service = ComponentResolver.class, target = "(component=cm-messenger)"))
@Designate(ocd = BotConfiguration.class)
public final class Bot {

    private static final int KEPT_EVENTS = 10_000;
    private static final long STOP_SECONDS = 30;

    private final CamelContext context;

    /**
     * Starts the routes.
     *
     * @param bundle this bundle
     * @param settings what the administrator configured
     * @throws Exception if they cannot start
     */
    @Activate
    public Bot(BundleContext bundle, BotConfiguration settings) throws Exception {
        context = new OsgiDefaultCamelContext(bundle);
        try {
            configure(settings);
            context.addRoutes(new BotRoutes(settings.pageId(), givenUp(settings)));
            context.start();
        } catch (Exception e) {
            context.close();
            throw e;
        }
    }

    private void configure(BotConfiguration settings) throws Exception {
        context.getCamelContextExtension().setName("cm-messenger-bot");
        context.getShutdownStrategy().setTimeout(STOP_SECONDS);
        context.getShutdownStrategy().setTimeUnit(TimeUnit.SECONDS);
        context.getRegistry().bind("answered", MemoryIdempotentRepository.memoryIdempotentRepository(KEPT_EVENTS));

        RestConfiguration rest = context.getRestConfiguration();
        rest.setHost(settings.host());
        rest.setPort(settings.port());
        if (!settings.httpServer().isBlank()) {
            rest.setComponent(settings.httpServer());
        }
        if (VertxServer.isNeeded(context)) {
            VertxServer.addTo(context);
        }

        // not in the endpoints' URIs, which are shown in many places
        CmMessengerConfiguration messenger =
                context.getComponent("cm-messenger", CmMessengerComponent.class).getConfiguration();
        messenger.setProductToken(settings.productToken());
        messenger.setWebhookToken(settings.webhookToken());
        messenger.setGatewayUrl(settings.gatewayUrl());
    }

    private static String givenUp(BotConfiguration settings) {
        return settings.givenUp().isBlank()
                ? Path.of(System.getProperty("karaf.data", "data"), "cm-messenger", "given-up")
                        .toString()
                : settings.givenUp();
    }

    /** Stops the routes. */
    @Deactivate
    public void stop() throws Exception {
        context.close();
    }
}
