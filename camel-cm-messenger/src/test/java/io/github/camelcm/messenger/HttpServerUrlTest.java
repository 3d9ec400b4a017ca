package io.github.camelcm.messenger;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.spi.RestConfiguration;
import org.apache.camel.spi.RestConsumerFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a route that receives is said to listen, by what the HTTP server tells. */
class HttpServerUrlTest {

    /** Camel's platform-http says 0.0.0.0 also of a server that is bound to 127.0.0.1. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            platform-http | http://0.0.0.0:8080   | :8080/x
            platform-http | https://0.0.0.0:8443  | :8443/x
            platform-http | http://0.0.0.0        | /x
            platform-http | http://127.0.0.1:8080 | http://127.0.0.1:8080/x
            platform-http | http://0.0.0.0.nip:80 | http://0.0.0.0.nip:80/x
            ours          | https://[::1]:8443    | https://[::1]:8443/x
            ours          |                       | /x
            servlet       | http://0.0.0.0:8080   | /x
            """)
    void aHostThatIsNotKnownIsNotNamed(String name, String told, String url) {
        HttpServer server = new HttpServer(name, stub(RestConsumerFactory.class, null), new RestConfiguration());
        LocatedEndpoint endpoint = stub(LocatedEndpoint.class, told);

        assertThat(server.url(stub(Consumer.class, endpoint), "/x")).isEqualTo(url);
    }

    private interface LocatedEndpoint extends Endpoint, EndpointServiceLocation {}

    /** Returns this from every method. */
    private static <T> T stub(Class<T> type, Object answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> answer));
    }
}
