package io.github.camelcm.messenger;

import static io.github.camelcm.messenger.MediaServer.bytes;
import static io.github.camelcm.messenger.MediaServer.fetched;
import static io.github.camelcm.messenger.MediaServer.file;
import static io.github.camelcm.messenger.MediaServer.inbound;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelcm.messenger.MediaServer.Fetched;
import io.github.camelcm.messenger.model.InboundMessage;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a fetched file is on the exchange, and what names it. */
class FetchMediaTest {

    private static final String NAME = CmMessengerConstants.MEDIA_NAME;

    @TempDir
    static Path folder;

    @Test
    void theBodyBecomesTheFileOfTheInboundMessage() throws Exception {
        byte[] photo = bytes(1000);
        try (MediaServer media = new MediaServer(folder, file(photo, "Content-Type: image/png", "X-Secret: 1"))) {
            Exchange exchange = fetch(media, inbound(media.url(), "image/jpeg", "photo.png"));

            Fetched got = fetched(exchange);
            assertThat(got.bytes()).isEqualTo(photo);
            assertThat(got.inMemory()).isTrue();
            assertThat(got.headers())
                    .containsEntry("Content-Type", "image/png")
                    .containsEntry(NAME, "photo.png")
                    .hasSize(2);
            assertThat(media.server.requests()).singleElement().satisfies(request -> {
                assertThat(request.line()).isEqualTo("GET /media/MARKERPATH?q=MARKERPATH HTTP/1.1");
                assertThat(request.headers())
                        .containsEntry("x-cm-producttoken", MediaServer.TOKEN)
                        .doesNotContainKeys("content-length", "transfer-encoding");
            });
        }
    }

    @Test
    void aLargeFileIsSpooledAsTheContextSaysAndGoneWhenTheExchangeIsDone() throws Exception {
        byte[] film = bytes(3_000_000);
        try (MediaServer media = new MediaServer(folder, file(film))) {
            media.context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:in")
                            .to("cm-messenger:any")
                            .process(exchange -> exchange.setProperty("files", media.spooled()))
                            .process(MediaServer::note);
                }
            });
            Exchange exchange = media.context.createProducerTemplate().request("direct:in", in -> in.getIn()
                    .setBody(inbound(media.url(), null, null)));

            assertThat(fetched(exchange).bytes()).isEqualTo(film);
            assertThat(fetched(exchange).inMemory()).isFalse();
            assertThat(exchange.getProperty("files", java.util.List.class)).hasSize(1);
            assertThat(media.spooled()).isEmpty();
        }
    }

    @Test
    void anEmptyFileIsAFileToo() throws Exception {
        try (MediaServer media = new MediaServer(folder, file(new byte[0]))) {
            assertThat(fetched(media.fetch("")).bytes()).isEmpty();
        }
    }

    @Test
    void theHeaderWinsOverTheBodyWhoseTitleIsAboutAnotherFile() throws Exception {
        try (MediaServer media = new MediaServer(folder, file(bytes(10)))) {
            Exchange exchange = media.fetch("", in -> {
                in.getIn().setBody(inbound("https://elsewhere.example/x", "image/jpeg", "other.jpg"));
                in.getIn().setHeader(CmMessengerConstants.MEDIA_URI, media.url());
                in.getIn().setHeader("Content-Type", "application/json");
                in.getIn().setHeader(NAME, "of an earlier file");
            });

            assertThat(fetched(exchange).headers()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "image/png, image/jpeg, image/png",
        ", image/jpeg, image/jpeg",
        ", , ",
        "'text/plain; charset=nonsense', , 'text/plain; charset=nonsense'",
        ", 'image/png\nX-Evil: 1', "
    })
    void theContentTypeIsTheAnswersElseTheMessages(String answered, String said, String result) throws Exception {
        String[] headers = answered == null ? new String[0] : new String[] {"Content-Type: " + answered};
        try (MediaServer media = new MediaServer(folder, file(bytes(10), headers))) {
            Exchange exchange = media.fetch("", in -> {
                in.getIn().setBody(inbound(media.url(), said, null));
                in.getIn().setHeader("Content-Type", "application/json");
            });

            assertThat(fetched(exchange).headers().get("Content-Type")).isEqualTo(result);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title.jpg        | attachment; filename=other.jpg | title.jpg",
                "                 | attachment; filename=\"a b.jpg\" | a b.jpg",
                "../..            | inline; filename=b.jpg | b.jpg",
                "../../etc/passwd | | passwd",
                "                 | attachment; filename=\"../../etc/passwd\" | passwd",
                "                 | attachment; filename*=UTF-8''..%2F..%2Fevil%0D%0A.sh; filename=c.sh | evil.sh",
                "                 | attachment |",
                "                 | |"
            })
    void theNameIsTheTitleElseTheAnswersAndSafe(String title, String disposition, String name) throws Exception {
        String[] headers = disposition == null ? new String[0] : new String[] {"Content-Disposition: " + disposition};
        try (MediaServer media = new MediaServer(folder, file(bytes(10), headers))) {
            Exchange exchange = fetch(media, inbound(media.url(), null, title));

            assertThat(fetched(exchange).headers().get(NAME)).isEqualTo(name);
        }
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"a text", ""})
    void withoutAFileTheExceptionSaysWhatToGive(String body) throws Exception {
        try (MediaServer media = new MediaServer(folder, file(bytes(10)))) {
            Exchange exchange = media.fetch("", in -> in.getIn().setBody(body));
            Exchange noMedia = fetch(media, inbound("", null, null));

            assertThat(java.util.List.of(exchange, noMedia)).allSatisfy(each -> assertThat(each.getException())
                    .isExactlyInstanceOf(FetchMediaException.class)
                    .hasMessageContaining("InboundMessage")
                    .hasMessageContaining("CamelCmMessengerMediaUri"));
            assertThat(media.server.connections()).isZero();
        }
    }

    @Test
    void theOperationCanBeChosenByHeader() throws Exception {
        try (MediaServer media = new MediaServer(folder, file(bytes(10)))) {
            Exchange exchange = media.fetch("operation=send", in -> {
                in.getIn().setBody(inbound(media.url(), null, null));
                in.getIn().setHeader(CmMessengerConstants.OPERATION, "fetchmedia");
            });

            assertThat(fetched(exchange).bytes()).hasSize(10);
        }
    }

    @Test
    void aRedeliveryAsksForTheSameFileAgain() throws Exception {
        try (MediaServer media = new MediaServer(folder, (request, connection) -> connection.json(503, ""))) {
            media.context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    onException(FetchMediaException.class)
                            .maximumRedeliveries(1)
                            .redeliveryDelay(0)
                            .onRedelivery(exchange -> media.server.behave(file(bytes(10))));
                    from("direct:in").to("cm-messenger:any").process(MediaServer::note);
                }
            });
            Exchange exchange = media.context.createProducerTemplate().request("direct:in", in -> in.getIn()
                    .setHeader(CmMessengerConstants.MEDIA_URI, media.url()));

            assertThat(fetched(exchange).bytes()).isEqualTo(bytes(10));
            assertThat(media.server.requests()).hasSize(2);
        }
    }

    @Test
    void withoutATokenItDoesNotStartAndByHeaderItFails() throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.start();
            var template = context.createProducerTemplate();

            assertThatThrownBy(() -> template.sendBody("cm-messenger:any?operation=fetchMedia", "x"))
                    .hasStackTraceContaining("The option productToken is missing");
            Exchange exchange = template.request("cm-messenger:any?operation=explain", in -> in.getIn()
                    .setHeader(CmMessengerConstants.OPERATION, "fetchMedia"));
            assertThat(exchange.getException()).hasMessageContaining("productToken is missing");
        }
    }

    @Test
    void aTransportOfOnesOwnIsRefusedAndAnEmptyOneOverridesTheComponents() throws Exception {
        try (MediaServer media = new MediaServer(folder, file(bytes(10)))) {
            media.context
                    .getComponent("cm-messenger", CmMessengerComponent.class)
                    .getConfiguration()
                    .setTransportUri("direct:carrier");

            assertThatThrownBy(() -> media.fetch("")).hasStackTraceContaining("cannot go through transportUri");
            Exchange byHeader = media.fetch(
                    "operation=send", in -> in.getIn().setHeader(CmMessengerConstants.OPERATION, "fetchMedia"));
            assertThat(byHeader.getException()).hasMessageContaining("cannot go through transportUri");
            assertThat(fetched(media.fetch("transportUri=")).bytes()).hasSize(10);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "maxMediaSize=0",
                "maxMediaSize=-1",
                "mediaHosts=",
                "mediaHosts=a.example,",
                "mediaHosts=https://a.example",
                "mediaHosts=*.example",
                "mediaHosts=a.example:0",
                "mediaHosts=a.example:65536",
                "mediaHosts=a.example/x",
                "mediaHosts=[::1]"
            })
    void anOptionOutOfItsRangeIsNamed(String option) throws Exception {
        try (MediaServer media = new MediaServer(folder, file(bytes(10)))) {
            assertThatThrownBy(() -> media.fetch(option))
                    .hasStackTraceContaining(option.substring(0, option.indexOf('=')) + " must be");
        }
    }

    @Test
    void aCallerThatDoesNotWaitIsCalledBackOnceFromAnotherThread() throws Exception {
        try (MediaServer media = new MediaServer(folder, file(bytes(10)))) {
            AsyncProducer producer =
                    media.context.getEndpoint("cm-messenger:any").createAsyncProducer();
            producer.start();
            Exchange exchange = new DefaultExchange(media.context);
            exchange.getIn().setBody(inbound(media.url(), null, null));
            CompletableFuture<String> thread = new CompletableFuture<>();

            boolean synchronously = producer.process(
                    exchange, done -> thread.complete(Thread.currentThread().getName()));

            assertThat(synchronously).isFalse();
            assertThat(thread.get(10, TimeUnit.SECONDS)).contains("CmMessengerContinuation");
            assertThat(exchange.getMessage().getBody(StreamCache.class).length())
                    .isEqualTo(10);
            producer.stop();
        }
    }

    private static Exchange fetch(MediaServer media, InboundMessage message) throws Exception {
        return media.fetch("", in -> in.getIn().setBody(message));
    }
}
