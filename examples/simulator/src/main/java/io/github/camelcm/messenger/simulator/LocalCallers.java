package io.github.camelcm.messenger.simulator;

import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps web pages out that are open in a browser on the same machine.
 *
 * <ul>
 *   <li>Every request must name a loopback host: a foreign name that was made to resolve to 127.0.0.1 (DNS rebinding)
 *       is refused.
 *   <li>A call of the control API that carries an {@code Origin} must carry the simulator's own.
 * </ul>
 */
final class LocalCallers {

    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[?::1]?", Pattern.CASE_INSENSITIVE);

    private LocalCallers() {}

    static void mount(Router router) {
        router.route().handler(LocalCallers::checkHost);
        router.route(ControlApi.ROOT + "/*").handler(LocalCallers::checkOrigin);
    }

    private static void checkHost(RoutingContext context) {
        HostAndPort host = context.request().authority();
        if (host == null || !LOOPBACK.matcher(host.host()).matches()) {
            ControlApi.error(context, 403, "The Host header must name this machine: use localhost or 127.0.0.1.");
        } else {
            context.next();
        }
    }

    private static void checkOrigin(RoutingContext context) {
        String origin = context.request().getHeader("Origin");
        if (origin != null
                && !origin.equalsIgnoreCase(ownOrigin(context.request().authority()))) {
            ControlApi.error(context, 403, "Calls from pages of another origin are refused.");
        } else {
            context.next();
        }
    }

    private static @Nullable String ownOrigin(@Nullable HostAndPort host) {
        if (host == null) {
            return null;
        }
        return "http://" + host.host() + (host.port() < 0 || host.port() == 80 ? "" : ":" + host.port());
    }
}
