package io.github.camelcm.messenger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Which URLs are asked, and so may see the token. Everything goes through a proxy that refuses: whatever was asked, it
 * would know.
 */
class MediaUrlTest {

    @TempDir
    static Path folder;

    private MediaServer media;
    private FaultServer proxy;
    private String options;

    @BeforeEach
    void open() throws Exception {
        media = new MediaServer(folder, MediaServer.file(new byte[1]));
        proxy = new FaultServer((request, connection) -> connection.json(403, "no"));
        options = "mediaHosts=api.cm.com,Media.cm.com:8443,other.cm.com:443&proxyHost=127.0.0.1&proxyPort="
                + proxy.port();
    }

    @AfterEach
    void close() throws Exception {
        media.close();
        proxy.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "MARKERPATH",
                "/MARKERPATH",
                "//api.cm.com/MARKERPATH",
                "https:",
                "https:///MARKERPATH",
                "https:api.cm.com/MARKERPATH",
                "https:/api.cm.com/MARKERPATH",
                "http://api.cm.com/MARKERPATH",
                "http://api.cm.com:443/MARKERPATH",
                "ftp://api.cm.com/MARKERPATH",
                "file:///etc/MARKERPATH",
                "file://api.cm.com/etc/MARKERPATH",
                "jar:https://api.cm.com/MARKERPATH!/x",
                "https://evil.example/MARKERPATH",
                "https://EVIL.EXAMPLE/MARKERPATH",
                "https://api.cm.com.evil.example/MARKERPATH",
                "https://api.cm.com./MARKERPATH",
                "https://.api.cm.com/MARKERPATH",
                "https://xapi.cm.com/MARKERPATH",
                "https://sub.api.cm.com/MARKERPATH",
                "https://cm.com/MARKERPATH",
                "https://api.cm.com@evil.example/MARKERPATH",
                "https://MARKERPATH:MARKERPATH@api.cm.com/",
                "https://@api.cm.com/MARKERPATH",
                "https://api.cm.com:443@evil.example/MARKERPATH",
                "https://evil.example#@api.cm.com/MARKERPATH",
                "https://evil.example?@api.cm.com/MARKERPATH",
                "https://evil.example;api.cm.com/MARKERPATH",
                "https://evil.example\\@api.cm.com/MARKERPATH",
                "https://api.cm.com\\@evil.example/MARKERPATH",
                "https:\\\\api.cm.com\\MARKERPATH",
                "https://api.cm.com:/MARKERPATH",
                "https://api.cm.com:0/MARKERPATH",
                "https://api.cm.com:80/MARKERPATH",
                "https://api.cm.com:0443/MARKERPATH",
                "https://api.cm.com:+443/MARKERPATH",
                "https://api.cm.com:-1/MARKERPATH",
                "https://api.cm.com:65979/MARKERPATH",
                "https://api.cm.com:8443/MARKERPATH",
                "https://media.cm.com/MARKERPATH",
                "https://media.cm.com:443/MARKERPATH",
                "https://api.cm.com%00.evil.example/MARKERPATH",
                "https://api%2ecm.com/MARKERPATH",
                "https://api.cm.com%2f@evil.example/MARKERPATH",
                "https://api。cm.com/MARKERPATH",
                "https://ɑpi.cm.com/MARKERPATH",
                "https://[::1]/MARKERPATH",
                "https://[::ffff:127.0.0.1]:8443/MARKERPATH",
                "https://127.0.0.1/MARKERPATH",
                "https://2130706433/MARKERPATH",
                "https://api.cm.com/MARKERPATH\r\nX-Evil: 1",
                "https://api.cm.com/MARKERPATH x",
                "https://api.cm.com/MARKERPATH\u0000",
                "https://api.cm.com\t/MARKERPATH",
                "https://api.cm.com\n.evil.example/MARKERPATH",
                "\nhttps://api.cm.com/MARKERPATH",
                "https://api.cm.com/MARKERPATH%zz"
            })
    void whatIsNotHttpsToANamedHostIsRefusedUnasked(String url) throws Exception {
        Exchange exchange = fetch(url);

        assertThat(exchange.getException()).isExactlyInstanceOf(FetchMediaException.class);
        FetchMediaException e = (FetchMediaException) exchange.getException();
        assertThat(e.retryable()).isFalse();
        assertThat(e.getHttpResponseCode()).isZero();
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            assertThat(cause.toString()).doesNotContain("MARKER");
        }
        assertThat(proxy.connections()).isZero();
        assertThat(media.server.connections()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.cm.com, api.cm.com:443",
                "https://api.cm.com/MARKERPATH, api.cm.com:443",
                "https://api.cm.com:443/MARKERPATH?x=1#y, api.cm.com:443",
                "HTTPS://API.CM.COM/MARKERPATH, api.cm.com:443",
                "https://Media.CM.com:8443/MARKERPATH, media.cm.com:8443",
                "https://other.cm.com/MARKERPATH, other.cm.com:443",
                "https://other.cm.com:443/MARKERPATH, other.cm.com:443",
                "https://api.cm.com//evil.example/MARKERPATH, api.cm.com:443",
                "https://api.cm.com/MARKERPATH/@evil.example, api.cm.com:443",
                "https://api.cm.com/MARKERPATH/ü.jpg, api.cm.com:443"
            })
    void aNamedHostIsAskedAndOnlyThere(String urlAndHost) throws Exception {
        String url = urlAndHost.substring(0, urlAndHost.indexOf(','));
        String host = urlAndHost.substring(urlAndHost.indexOf(' ') + 1);

        Exchange exchange = fetch(url);

        assertThat(proxy.requests()).singleElement().satisfies(request -> {
            assertThat(request.line()).isEqualTo("CONNECT " + host + " HTTP/1.1");
            assertThat(request.headers()).doesNotContainKey("x-cm-producttoken");
        });
        assertThat(exchange.getException())
                .isExactlyInstanceOf(FetchMediaException.class)
                .hasMessageContaining("the proxy refused the connection")
                .hasMessageNotContaining("MARKER");
        assertThat(((FetchMediaException) exchange.getException()).getHttpResponseCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example/a", "/a/../b", "/%C3%BC%20?x=%2F&y", "/ü?ü", "/", ""})
    void pathAndQueryGoOutAsTheyAre(String path) throws Exception {
        String asked = media.url().substring(0, media.url().indexOf("/media")) + path;

        Exchange exchange = media.fetch("", in -> in.getIn().setHeader(CmMessengerConstants.MEDIA_URI, asked));

        assertThat(exchange.getException()).isNull();
        String target = path.isEmpty() ? "/" : path.replace("ü", "%C3%BC");
        assertThat(media.server.requests()).singleElement().satisfies(request -> {
            assertThat(request.line()).isEqualTo("GET " + target + " HTTP/1.1");
            assertThat(request.headers()).containsEntry("host", "localhost:" + media.server.port());
        });
    }

    @Test
    void aHostThatIsNotNamedIsTold() throws Exception {
        assertThat(fetch("https://evil.example/MARKERPATH").getException())
                .hasMessageContaining("mediaHosts")
                .hasMessageContaining("evil.example")
                .hasMessageNotContaining("MARKER");
    }

    private Exchange fetch(String url) throws Exception {
        return media.fetch(options, in -> in.getIn().setHeader(CmMessengerConstants.MEDIA_URI, url));
    }
}
