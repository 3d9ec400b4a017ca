package io.github.camelcm.messenger.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each message type of the component's documentation is shown as what the documentation calls it. Its picture lands in the
 * build folder; those in the documentation are taken from there.
 */
class MessagePicturesTest extends PageCase {

    private static final Path TYPES = Path.of("../../camel-cm-messenger/src/main/docs/cm-messenger-message-types.adoc");
    private static final Pattern TYPE = Pattern.compile(
            "^== (.*)\\n(?s:.*?)^image::(.*?)\\.png(?s:.*?)^\\[source,json]\\n----\\n((?s:.*?))^----$",
            Pattern.MULTILINE);
    private static final String PICTURE = "https://example.com/shirt.png";

    private final LocalServer host = new LocalServer(MessagePicturesTest::shirt);

    record Type(String name, String picture, String json) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Type> types() throws IOException {
        List<Type> types = TYPE.matcher(Files.readString(TYPES))
                .results()
                .map((MatchResult found) -> new Type(found.group(1), found.group(2), found.group(3)))
                .toList();
        assertThat(types).hasSize(9);
        return types.stream();
    }

    @Override
    CmSimulatorBuilder options() {
        return CmSimulator.builder().standingAt(Instant.parse("2026-05-04T10:00:00Z"));
    }

    @AfterEach
    void stopHost() {
        host.close();
    }

    @ParameterizedTest
    @MethodSource("types")
    void isShown(Type type) {
        send(type.json().replace(PICTURE, host.url("/shirt.png")));
        open();
        if (type.json().contains(PICTURE)) {
            browser.withText(".bar .switch", "Remote media").click();
            browser.one(".from-page img", image -> !"0".equals(image.getDomProperty("naturalWidth")));
        }

        browser.one(shown(type));

        browser.picture(".from-page", type.picture());
    }

    /** The element that makes a message what its heading says. */
    private static String shown(Type type) {
        return switch (type.name()) {
            case "Text" -> "[data-type=Text]";
            case "Text with quick replies" -> ".quick-replies button";
            case "Media" -> "[data-type=MediaMessage]";
            case "Carousel" -> "sim-carousel .card";
            case "Tagged message" -> ".tag";
            default -> "[data-type=" + words(type.name()) + "]";
        };
    }

    /** "Button template" is ButtonTemplate. */
    private static String words(String name) {
        return Pattern.compile("(?:^| )(.)").matcher(name).replaceAll(letter -> letter.group(1)
                .toUpperCase());
    }

    private static void shirt(HttpExchange exchange) throws IOException {
        BufferedImage image = new BufferedImage(400, 240, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(new Color(0xDCE8F2));
        pen.fillRect(0, 0, 400, 240);
        Polygon shirt = new Polygon(
                new int[] {160, 110, 70, 100, 130, 130, 270, 270, 300, 330, 290, 240},
                new int[] {40, 55, 105, 130, 105, 205, 205, 105, 130, 105, 55, 40},
                12);
        pen.setColor(new Color(0xC0392B));
        pen.fillPolygon(shirt);
        pen.setColor(new Color(0xDCE8F2));
        pen.setStroke(new BasicStroke(3));
        pen.fillArc(165, 10, 70, 60, 180, 180);
        pen.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        exchange.getResponseHeaders().add("Content-Type", "image/png");
        exchange.sendResponseHeaders(200, png.size());
        exchange.getResponseBody().write(png.toByteArray());
        exchange.close();
    }
}
