package io.github.camelcm.messenger.simulator;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
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
 *   <li>A request that carries an {@code Origin} must carry the simulator's own, at the gateway too.
 *   <li>A request of which the browser says that another site's page makes it ({@code Sec-Fetch-Site}) is refused, also
 *       where browsers send no {@code Origin}. Following a link is allowed: that page sees nothing of the answer.
 * </ul>
 */
final class LocalCallers {

    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[?::1]?", Pattern.CASE_INSENSITIVE);

    private LocalCallers() {}

    static void mount(Router router) {
        router.route().handler(LocalCallers::checkHost);
        router.route().handler(LocalCallers::checkOrigin);
    }

    private static void checkHost(RoutingContext context) {
        HostAndPort host = context.request().authority();
        if (host == null || !LOOPBACK.matcher(host.host()).matches()) {
            Answers.error(context, 403, "The Host header must name this machine: use localhost or 127.0.0.1.");
        } else {
            context.next();
        }
    }

    private static void checkOrigin(RoutingContext context) {
        String origin = context.request().getHeader("Origin");
        if (isFromAnotherSite(context.request())
                || origin != null
                        && !origin.equalsIgnoreCase(ownOrigin(context.request().authority()))) {
            Answers.error(context, 403, "Calls from pages of another origin are refused.");
        } else {
            context.next();
        }
    }

    private static boolean isFromAnotherSite(HttpServerRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        boolean other =
                "cross-site".equals(site) || "same-site".equals(site); // same-site: another port of this machine
        boolean link = "navigate".equals(request.getHeader("Sec-Fetch-Mode")) && request.method() == HttpMethod.GET;
        return other && !link;
    }

    private static @Nullable String ownOrigin(@Nullable HostAndPort host) {
        if (host == null) {
            return null;
        }
        return "http://" + host.host() + (host.port() < 0 || host.port() == 80 ? "" : ":" + host.port());
    }
}
