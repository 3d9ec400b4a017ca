package io.github.camelcm.messenger.simulator;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Serves the page at {@code /} and its files below {@value #FILES}; leads to it from where people look for it.
 *
 * <p>The browser itself keeps the page from what it must not do: by the Content-Security-Policy it runs no script but
 * the simulator's files and calls nobody but the simulator. Only the page opened with {@value #MEDIA_ON} may show images,
 * videos and sounds of other hosts; a link on another site cannot open it so.
 */
final class PageRoute {

    static final String FILES = "/simulator/page/";
    static final String MEDIA_ON = "media=on";

    private static final Pattern NAME = Pattern.compile("[a-z][a-z-]{0,40}\\.(js|css|svg)");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml");

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
            + "img-src 'self' data:%s; %sform-action 'none'; base-uri 'none'; frame-ancestors 'none'";
    private static final String CLOSED = POLICY.formatted("", "");
    private static final String WITH_MEDIA = POLICY.formatted(" http: https:", "media-src http: https:; ");

    void mount(Router router) {
        Answers.on(router.get("/"), PageRoute::page);
        for (String guess : List.of("/simulator", "/index.html")) { // with a slash at the end, too
            Answers.on(router.get(guess), PageRoute::leadToPage);
        }
        Answers.on(router.get(FILES + ":name"), PageRoute::file);
    }

    private static void page(RoutingContext context) {
        boolean media = MEDIA_ON.equals(context.request().query());
        if (media && isLinkOfAnotherSite(context.request())) {
            leadToPage(context);
        } else {
            answer(context, "index.html", media ? WITH_MEDIA : CLOSED);
        }
    }

    private static void leadToPage(RoutingContext context) {
        context.response().setStatusCode(303).putHeader("Location", "/").end();
    }

    private static boolean isLinkOfAnotherSite(HttpServerRequest request) {
        String site = request.headers().get("Sec-Fetch-Site");
        return site != null && !site.equals("same-origin") && !site.equals("none");
    }

    private static void file(RoutingContext context) {
        String name = context.pathParam("name");
        if (NAME.matcher(name).matches()) {
            answer(context, name, CLOSED);
        } else {
            Answers.error(context, 404, "The page has no file of that name.");
        }
    }

    private static void answer(RoutingContext context, String name, String policy) {
        byte[] bytes = read(name);
        if (bytes == null) {
            Answers.error(context, 404, "The page has no file of that name.");
            return;
        }
        HttpServerResponse response = context.response();
        response.putHeader("Content-Type", TYPES.get(name.substring(name.lastIndexOf('.') + 1)))
                .putHeader("Content-Security-Policy", policy)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("Cross-Origin-Opener-Policy", "same-origin")
                .putHeader("Cross-Origin-Resource-Policy", "same-origin")
                .putHeader("Cache-Control", "no-store")
                .end(Buffer.buffer(bytes));
    }

    private static byte @Nullable [] read(String name) {
        try (InputStream in = PageRoute.class.getResourceAsStream("page/" + name)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
