package io.github.camelcm.messenger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.AsyncProcessor;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.spi.RestConfiguration;
import org.apache.camel.spi.RestConsumerFactory;
import org.apache.camel.util.FileUtil;
import org.jspecify.annotations.Nullable;

/**
 * The Camel component that serves HTTP, and how it was chosen: by the option {@code httpServerComponent}; by the rest
 * configuration; platform-http if it is on the class path; else the only one there is. What the routes are, and in which
 * order they start, does not matter.
 *
 * @param name of the component
 * @param factory makes its consumers
 * @param configuration where it listens
 */
record HttpServer(String name, RestConsumerFactory factory, RestConfiguration configuration) {

    private static final String PLATFORM_HTTP = "platform-http";

    /** The others of Camel's components that can serve a REST service over HTTP. */
    private static final List<String> OTHERS = List.of("jetty", "undertow", "netty-http", "servlet");

    /** They listen on the port of the rest configuration, and on any port if it has none. */
    private static final Set<String> NEED_PORT = Set.of("jetty", "undertow", "netty-http");

    /**
     * Has the body handed on as it comes in and as it is: what is too large, or a form, is not read before. And has Jetty
     * wait for the route, as the others do.
     */
    private static final Map<String, Map<String, Object>> OPTIONS = Map.of(
            "jetty", Map.of("disableStreamCache", true, "continuationTimeout", 0),
            "servlet", Map.of("disableStreamCache", true, "mapHttpMessageFormUrlEncodedBody", false),
            "undertow", Map.of("useStreaming", true));

    /**
     * @param option the option {@code httpServerComponent}, if set
     * @throws IllegalArgumentException if none can be chosen, or it would listen on a random port; it says what to do
     */
    static HttpServer choose(CamelContext context, @Nullable String option) {
        String component = context.getRestConfiguration().getComponent();
        HttpServer server;
        if (option != null && !option.isBlank()) {
            server = named(context, option.trim(), "the option httpServerComponent");
        } else if (component != null && !component.isBlank()) {
            server = named(context, component.trim(), "the rest configuration");
        } else {
            server = found(context);
        }
        if (NEED_PORT.contains(server.name) && server.configuration.getPort() <= 0) {
            throw new IllegalArgumentException("The component " + server.name + " would listen on a random port, where"
                    + " nobody finds it. Give it a port in the rest configuration, which must be its own:"
                    + " camel.rest.component=" + server.name + " and camel.rest.port, or"
                    + " restConfiguration().component(\"" + server.name + "\").port(…)");
        }
        return server;
    }

    private static HttpServer named(CamelContext context, String name, String where) {
        RestConsumerFactory factory = factory(context, name);
        if (factory == null) {
            throw new IllegalArgumentException(name + ", which " + where
                    + " names, is no component that serves HTTP, or"
                    + " it is not on the class path. Add camel-" + name + ", or name one of " + PLATFORM_HTTP + ", "
                    + String.join(", ", OTHERS));
        }
        return new HttpServer(name, factory, configuration(context, name));
    }

    private static HttpServer found(CamelContext context) {
        RestConsumerFactory platform = factory(context, PLATFORM_HTTP);
        if (platform != null) {
            return new HttpServer(PLATFORM_HTTP, platform, configuration(context, PLATFORM_HTTP));
        }
        List<HttpServer> all = new ArrayList<>();
        for (String name : OTHERS) {
            RestConsumerFactory factory = factory(context, name);
            if (factory != null) {
                all.add(new HttpServer(name, factory, configuration(context, name)));
            }
        }
        context.getRegistry().findByTypeWithName(RestConsumerFactory.class).forEach((name, factory) -> {
            if (all.stream().noneMatch(server -> server.name.equals(name))) {
                all.add(new HttpServer(name, factory, configuration(context, name)));
            }
        });
        if (all.size() == 1) {
            return all.get(0);
        }
        if (all.isEmpty()) {
            throw new IllegalArgumentException("There is no HTTP server to receive with. Add one of these dependencies:"
                    + " camel-platform-http-main (Camel Main), camel-platform-http-starter (Spring Boot), camel-jetty,"
                    + " camel-undertow, camel-netty-http, camel-servlet");
        }
        throw new IllegalArgumentException("Several components could serve HTTP: "
                + String.join(", ", all.stream().map(HttpServer::name).toList())
                + ". Name one of them by the option httpServerComponent or in the rest configuration"
                + " (camel.rest.component)");
    }

    private static @Nullable RestConsumerFactory factory(CamelContext context, String name) {
        if (context.getRegistry().lookupByName(name) instanceof RestConsumerFactory bean) {
            return bean;
        }
        return component(context, name) instanceof RestConsumerFactory factory ? factory : null;
    }

    private static @Nullable Component component(CamelContext context, String name) {
        try {
            return context.getComponent(name);
        } catch (RuntimeCamelException e) { // it is there, but lacks what it needs
            Throwable reason = e.getCause() == null ? e : e.getCause();
            throw new IllegalArgumentException(
                    "The component " + name + " cannot be used" + hint(name) + ": " + reason.getMessage(), e);
        }
    }

    /** The context's rest configuration, unless it is that of another component. */
    private static RestConfiguration configuration(CamelContext context, String name) {
        RestConfiguration configuration = context.getRestConfiguration();
        String component = configuration.getComponent();
        return component == null || component.isBlank() || component.equals(name)
                ? configuration
                : new RestConfiguration();
    }

    /** What to do if it cannot serve, where that is known. */
    String hint() {
        return hint(name);
    }

    private static String hint(String name) {
        return PLATFORM_HTTP.equals(name)
                ? " (on Camel Main it needs camel.server.enabled=true, on Spring Boot camel-platform-http-starter and a web"
                        + " server; the option httpServerComponent names another component)"
                : "";
    }

    /** Has the processor called for every POST to the path. */
    Consumer serve(CamelContext context, String path, AsyncProcessor processor) throws Exception {
        // an asynchronous servlet without an executor answers an asynchronous processor before it is done
        Processor waiting = exchange -> processor.process(exchange);
        return factory.createConsumer(
                context,
                "servlet".equals(name) ? waiting : processor,
                "POST",
                path,
                null,
                null,
                null,
                configuration,
                new HashMap<>(OPTIONS.getOrDefault(name, Map.of())));
    }

    /**
     * Where the path is reached, as far as it is known here: {@code :8080/path} of a server that tells its port, but not
     * the address it is bound to.
     */
    String url(Consumer consumer, String path) {
        String context = configuration.getContextPath();
        String inner =
                context == null ? "" : FileUtil.stripTrailingSeparator(FileUtil.stripLeadingSeparator(context.trim()));
        String whole = inner.isEmpty() ? path : "/" + inner + path;
        if (NEED_PORT.contains(name)) {
            String scheme = configuration.getScheme() == null ? "http" : configuration.getScheme();
            String host = configuration.getHost() == null ? "0.0.0.0" : configuration.getHost();
            return scheme + "://" + host + ":" + configuration.getPort() + whole;
        }
        String server = consumer.getEndpoint() instanceof EndpointServiceLocation location && !"servlet".equals(name)
                ? location.getServiceUrl()
                : null;
        // the platform-http component says 0.0.0.0, and http, whatever its server does
        return server == null ? whole : server.replaceFirst("^\\w+://0\\.0\\.0\\.0(?=:|$)", "") + whole;
    }
}
