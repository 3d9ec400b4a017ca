package io.github.camelcm.messenger.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Images of another host, which a server on another port stands for. */
class PageMediaTest extends PageCase {

    private static final int WIDTH = 120;
    private static final int HEIGHT = 80;

    private record Fetch(String path, List<String> referrers) {}

    private final List<Fetch> fetches = new CopyOnWriteArrayList<>();
    private final LocalServer host = new LocalServer(this::answer);

    @BeforeEach
    void sendPicture() {
        send("{\"media\": {\"mediaName\": \"shoes.png\", \"mediaUri\": \"" + url()
                + "\", \"mimeType\": \"image/png\"}}");
    }

    @AfterEach
    void stopHost() {
        host.close();
    }

    private String url() {
        return host.url("/shoes.png");
    }

    private void answer(HttpExchange exchange) throws IOException {
        fetches.add(new Fetch(
                exchange.getRequestURI().getPath(), exchange.getRequestHeaders().getOrDefault("Referer", List.of())));
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB), "png", png);
        exchange.getResponseHeaders().add("Content-Type", "image/png");
        exchange.sendResponseHeaders(200, png.size());
        exchange.getResponseBody().write(png.toByteArray());
        exchange.close();
    }

    @Test
    void nothingIsFetchedWhileRemoteMediaIsOff() {
        open();
        browser.one(".switch[aria-checked=false]", element -> element.getText().equals("Remote media"));
        browser.withText(".media.image .media-name", "shoes.png");
        browser.withText(".media.image .media-type", "Image · image/png");
        browser.hasDoneNoHarm(simulator);

        browser.script(
                "const image = new Image();"
                        + "image.onload = () => { document.body.dataset.fetched = 'yes'; };"
                        + "image.onerror = () => { document.body.dataset.fetched = 'no'; };"
                        + "image.src = arguments[0];",
                url());
        browser.one("body[data-fetched=no]");
        assertThat(fetches).isEmpty();
    }

    @Test
    void theImageIsFetchedOnceRemoteMediaIsOn() {
        open();
        browser.withText(".bar .switch", "Remote media").click();
        browser.one(".bar .switch[aria-checked=true]");
        browser.one(
                ".media.image img",
                image -> (WIDTH + "").equals(image.getDomProperty("naturalWidth"))
                        && (HEIGHT + "").equals(image.getDomProperty("naturalHeight")));
        assertThat(fetches).containsExactly(new Fetch("/shoes.png", List.of()));
        browser.screenshot("remote-media-1280-light");

        browser.withText(".bar .switch", "Remote media").click();
        browser.withText(".media.image .media-name", "shoes.png");
        assertThat(browser.all("sim-chat img")).isEmpty();
        assertThat(fetches).hasSize(1);
    }
}
