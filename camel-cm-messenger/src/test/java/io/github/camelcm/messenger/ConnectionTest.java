package io.github.camelcm.messenger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** TLS, and proxies. */
class ConnectionTest {

    private static final String BASIC =
            "Basic " + Base64.getEncoder().encodeToString("user:p@ss".getBytes(StandardCharsets.UTF_8));

    private final Harness harness = Harness.accepting();

    @TempDir
    static Path folder;

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void aServerIsTrustedByTheEndpointsParameters() throws Exception {
        TestTls tls = new TestTls(folder, "ip:127.0.0.1");
        harness.context.getRegistry().bind("tls", tls.trusting());
        try (FaultServer server = new FaultServer(Answers.accepting(), tls.serverSockets())) {
            Exchange exchange = send(https(server, "127.0.0.1") + "&sslContextParameters=#tls");

            assertThat(exchange.getException()).isNull();
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void aServerIsTrustedByTheContextsParametersOnlyWhenTheEndpointWantsThem() throws Exception {
        TestTls tls = new TestTls(folder, "dns:localhost");
        harness.context.setSSLContextParameters(tls.trusting());
        try (FaultServer server = new FaultServer(Answers.accepting(), tls.serverSockets())) {
            String url = https(server, "localhost");

            assertThat(send(url).getException()).isExactlyInstanceOf(NotSentException.class);
            assertThat(send(url + "&useGlobalSslContextParameters=true").getException())
                    .isNull();
        }
    }

    @Test
    void aCertificateForAnotherNameIsNotSent() throws Exception {
        TestTls tls = new TestTls(folder, "dns:elsewhere.example");
        harness.context.getRegistry().bind("tls", tls.trusting());
        try (FaultServer server = new FaultServer(Answers.accepting(), tls.serverSockets())) {
            Exchange exchange = send(https(server, "localhost") + "&sslContextParameters=#tls");

            assertThat(exchange.getException()).isExactlyInstanceOf(NotSentException.class);
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void aPlainGatewayIsReachedThroughAProxyWithAPassword() throws Exception {
        try (FaultServer proxy = new FaultServer(Answers.accepting())) {
            Exchange exchange = send("gatewayUrl=http://gateway.example/v1.0/message" + proxy(proxy)
                    + "&proxyUser=user&proxyPassword=RAW(p@ss)");

            assertThat(exchange.getException()).isNull();
            assertThat(proxy.requests()).singleElement().satisfies(request -> {
                assertThat(request.line()).startsWith("POST http://gateway.example");
                assertThat(request.headers()).containsEntry("proxy-authorization", BASIC);
            });
        }
    }

    @Test
    void aTlsGatewayIsReachedThroughATunnelAndTheProxySeesNoToken() throws Exception {
        TestTls tls = new TestTls(folder, "dns:gateway.example");
        harness.context.getRegistry().bind("tls", tls.trusting());
        try (FaultServer server = new FaultServer(Answers.accepting(), tls.serverSockets());
                FaultServer proxy = new FaultServer((request, connection) -> connection.tunnel(server.port()))) {
            Exchange exchange = send("gatewayUrl=https://gateway.example/&sslContextParameters=#tls" + proxy(proxy)
                    + "&proxyUser=user&proxyPassword=RAW(p@ss)");

            assertThat(exchange.getException()).isNull();
            assertThat(proxy.requests()).singleElement().satisfies(request -> {
                assertThat(request.line()).startsWith("CONNECT gateway.example:443");
                assertThat(request.headers())
                        .containsEntry("proxy-authorization", BASIC)
                        .doesNotContainKey("x-cm-producttoken");
            });
            assertThat(server.requests()).singleElement().satisfies(request -> assertThat(request.headers())
                    .doesNotContainKey("proxy-authorization"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 407, 502, 503})
    void aProxyThatRefusesTheTunnelIsNotSent(int status) throws Exception {
        try (FaultServer proxy = new FaultServer((request, connection) -> connection.json(status, "no"))) {
            Exchange exchange = send("gatewayUrl=https://gateway.example/" + proxy(proxy));

            assertThat(exchange.getException()).isExactlyInstanceOf(NotSentException.class);
            assertThat(((NotSentException) exchange.getException()).getHttpResponseCode())
                    .isEqualTo(status);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, true",
        "127.0.0.*, true",
        "*.0.1, true",
        "*.0.0.*, true",
        "*, true",
        "'a.example , 127.0.0.1', true",
        "a.example|127.0.0.1, true",
        "127.0.0.2, false",
        "127.0.0, false",
        "*.0.2, false",
        "'', false"
    })
    void someHostsAreReachedWithoutTheProxy(String hosts, boolean direct) throws Exception {
        try (FaultServer proxy = new FaultServer(Answers.accepting())) {
            Exchange exchange = send("nonProxyHosts=RAW(" + hosts + ")" + proxy(proxy));

            assertThat(exchange.getException()).isNull();
            assertThat(proxy.requests()).hasSize(direct ? 0 : 1);
            assertThat(harness.gateway.requests()).hasSize(direct ? 1 : 0);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 65536})
    void aProxyNeedsAPort(int port) {
        String uri = Harness.uri("proxyHost=localhost&proxyPort=" + port);

        assertThatThrownBy(() -> harness.context.createProducerTemplate().sendBody(uri, "x"))
                .hasStackTraceContaining("proxyPort must be 1-65535");
    }

    private Exchange send(String options) {
        return harness.send("to=1&" + options, in -> in.getIn().setBody("x"));
    }

    private static String https(FaultServer server, String host) {
        return "gatewayUrl=https://" + host + ":" + server.port() + "/v1.0/message";
    }

    private static String proxy(FaultServer proxy) {
        return "&proxyHost=127.0.0.1&proxyPort=" + proxy.port();
    }
}
