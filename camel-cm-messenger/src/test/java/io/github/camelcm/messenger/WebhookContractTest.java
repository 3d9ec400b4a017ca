package io.github.camelcm.messenger;

import static java.net.http.HttpRequest.BodyPublishers.ofString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.ServiceStatus;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What CM.com gets back, and what the route gets, is the same on every HTTP server. */
class WebhookContractTest {

    private static final String TEXT = Payloads.text("inbound/text.json");
    private static final String ROUTE = "in";

    /** What a route saw: copied, since exchanges may be pooled. */
    private record Seen(Object body, Map<String, Object> headers, String pattern) {
        static Seen of(Exchange exchange) {
            return new Seen(
                    exchange.getIn().getBody(),
                    Map.copyOf(exchange.getIn().getHeaders()),
                    exchange.getPattern().name());
        }
    }

    private final Queue<Seen> seen = new ConcurrentLinkedQueue<>();

    static List<TestServer> servers() {
        return TestServer.available();
    }

    private RouteBuilder route(String options, Consumer<Exchange> then) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("cm-messenger:" + ReceivingHarness.PAGE + options)
                        .routeId(ROUTE)
                        .process(exchange -> {
                            seen.add(Seen.of(exchange));
                            then.accept(exchange);
                        });
            }
        };
    }

    private RouteBuilder route(String options) {
        return route(options, exchange -> {});
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aMessageIsHandedOverAndAnswered(TestServer server) throws Exception {
        try (ReceivingHarness harness = ReceivingHarness.started(server, route(""))) {
            HttpResponse<String> answer = harness.post(TEXT);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("OK");
            assertThat(seen).singleElement().satisfies(one -> {
                assertThat(one.pattern()).isEqualTo("InOnly");
                assertThat(one.headers())
                        .containsEntry("CamelCmMessengerEvent", "MESSAGE")
                        .containsEntry("CamelCmMessengerText", "Hello")
                        .containsEntry("CamelCmMessengerPsid", ReceivingHarness.PSID);
            });
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void nothingOfTheRequestReachesTheRouteAndNothingOfItTheAnswer(TestServer server) throws Exception {
        RouteBuilder route = route("?webhookToken=t", exchange -> {
            exchange.getMessage().setHeader("X-From-The-Route", "leak");
            exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, 418);
            exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, "text/html");
            exchange.getMessage().setBody("leak");
        });
        try (ReceivingHarness harness = ReceivingHarness.started(server, route)) {
            HttpResponse<String> answer = harness.send(
                    harness.request("/cm-messenger/" + ReceivingHarness.PAGE + "?token=t&Camel=1&query=echo")
                            .header("X-Hostile", "echo")
                            .header("CamelCmMessengerPsid", "666")
                            .header("CamelHttpResponseCode", "201")
                            .header("CamelFileName", "../../etc/passwd")
                            .POST(ofString(TEXT)));

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("OK");
            assertThat(answer.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
            assertThat(answer.headers().map().toString()).doesNotContain("echo", "leak", "Camel", "t&", "X-Hostile");
            assertThat(seen).singleElement().satisfies(one -> {
                assertThat(one.headers()).containsEntry("CamelCmMessengerPsid", ReceivingHarness.PSID);
                assertThat(one.headers().keySet())
                        .allMatch(name -> name.startsWith("CamelCmMessenger") || name.equals("CamelMessageTimestamp"));
                assertThat(one.headers().toString()).doesNotContain("echo", "passwd");
            });
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void whatIsNotJsonIs400(TestServer server) throws Exception {
        try (ReceivingHarness harness = ReceivingHarness.started(server, route(""))) {
            for (String body : List.of("", " ", "{", "hello", "[]", "[{}]", "1", "null", "\"text\"", "{} {}", "<a/>")) {
                HttpResponse<String> answer = harness.post(body);
                assertThat(answer.statusCode()).as(body).isEqualTo(400);
                assertThat(answer.body()).as(body).isEqualTo("The body is not a JSON object");
            }
            assertThat(harness.post(new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'})
                            .statusCode())
                    .isEqualTo(400);
            assertThat(seen).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void theTokenIsAskedForFirst(TestServer server) throws Exception {
        try (ReceivingHarness harness = new ReceivingHarness(server)) {
            harness.options().setWebhookToken(ReceivingHarness.SECRET);
            harness.start(route(""));
            String path = "/cm-messenger/" + ReceivingHarness.PAGE;
            String encoded = java.net.URLEncoder.encode(ReceivingHarness.SECRET, StandardCharsets.UTF_8);

            for (String query : List.of(
                    "",
                    "?token=",
                    "?token=wrong",
                    "?token=" + encoded.substring(0, encoded.length() - 3),
                    "?token=" + encoded + "x",
                    "?token=" + encoded + "&token=wrong",
                    "?token=wrong&token=" + encoded,
                    "?Token=" + encoded,
                    "?CamelHttpRawQuery=token%3D" + encoded,
                    "?CamelHttpQuery=token%3D" + encoded,
                    "?Authorization=Bearer+" + encoded,
                    "?token=" + encoded + "&authorization=Bearer+" + encoded)) {
                assertThat(unauthorized(harness, harness.request(path + query)))
                        .as(query)
                        .isTrue();
            }
            assertThat(unauthorized(harness, harness.request(path).header("token", ReceivingHarness.SECRET)))
                    .isTrue();
            assertThat(unauthorized(harness, harness.request(path).header("CamelHttpRawQuery", "token=" + encoded)))
                    .isTrue();
            assertThat(unauthorized(
                            harness, harness.request(path).header("Authorization", "Basic " + ReceivingHarness.SECRET)))
                    .isTrue();
            assertThat(unauthorized(
                            harness,
                            harness.request(path + "?token=wrong")
                                    .header("Authorization", "Bearer " + ReceivingHarness.SECRET)))
                    .isTrue();
            assertThat(unauthorized(
                            harness,
                            harness.request(path)
                                    .header("Authorization", "Bearer " + ReceivingHarness.SECRET)
                                    .header("Authorization", "Bearer wrong")))
                    .isTrue();
            assertThat(seen).isEmpty();

            for (HttpRequest.Builder right : List.of(
                    harness.request(path + "?token=" + encoded),
                    harness.request(path + "?a=b&token=" + encoded + "&token=" + encoded),
                    harness.request(path).header("Authorization", "Bearer " + ReceivingHarness.SECRET),
                    harness.request(path).header("Authorization", "bearer " + ReceivingHarness.SECRET),
                    harness.request(path + "?token=" + encoded)
                            .header("Authorization", "Bearer " + ReceivingHarness.SECRET))) {
                assertThat(harness.send(right.POST(ofString(TEXT))).statusCode())
                        .isEqualTo(200);
            }
            assertThat(seen).hasSize(5);
        }
    }

    /** With a body that would be 400, to see that nothing is parsed before. */
    private static boolean unauthorized(ReceivingHarness harness, HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer = harness.send(request.POST(ofString("{")));
        return answer.statusCode() == 401
                && answer.body().equals("Unauthorized")
                && answer.headers().allValues("WWW-Authenticate").equals(List.of("Bearer"));
    }

    @ParameterizedTest
    @MethodSource("servers")
    void theLimitOfTheBodyIsExact(TestServer server) throws Exception {
        int limit = 4096;
        try (ReceivingHarness harness = ReceivingHarness.started(server, route("?maxBodySize=" + limit))) {
            byte[] fits = padded(limit);
            byte[] tooLarge = padded(limit + 1);

            assertThat(harness.post(fits).statusCode()).isEqualTo(200);
            assertThat(harness.post(tooLarge).statusCode()).isEqualTo(413);
            HttpResponse<String> chunked = harness.send(harness.request("/cm-messenger/" + ReceivingHarness.PAGE)
                    .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(tooLarge))));
            assertThat(chunked.statusCode()).isEqualTo(413);
            assertThat(chunked.body()).isEqualTo("The body is too large");
            assertThat(seen).hasSize(1);
            assertThat(harness.post(TEXT).statusCode()).isEqualTo(200);
        }
    }

    private static byte[] padded(int size) {
        return (TEXT.trim() + " ".repeat(size)).substring(0, size).getBytes(StandardCharsets.US_ASCII);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aContentTypeOtherThanJsonIs415(TestServer server) throws Exception {
        try (ReceivingHarness harness = ReceivingHarness.started(server, route(""))) {
            String path = "/cm-messenger/" + ReceivingHarness.PAGE;
            for (String type : notJson(server)) {
                HttpResponse<String> answer = harness.send(
                        harness.request(path).setHeader("Content-Type", type).POST(ofString(TEXT)));
                assertThat(answer.statusCode()).as(type).isEqualTo(415);
            }
            for (String type : List.of("application/json", "Application/JSON;charset=UTF-8", "application/cm+json")) {
                HttpResponse<String> answer = harness.send(
                        harness.request(path).setHeader("Content-Type", type).POST(ofString(TEXT)));
                assertThat(answer.statusCode()).as(type).isEqualTo(200);
            }
            assertThat(seen).hasSize(3);
        }
    }

    /** Jetty and Netty HTTP read a form by themselves, and fail if it is none; the component is not asked. */
    private static List<String> notJson(TestServer server) {
        return server == TestServer.NETTY_HTTP || server == TestServer.JETTY
                ? List.of("text/plain", "application/xml", "json")
                : List.of("text/plain", "application/xml", "json", "application/x-www-form-urlencoded");
    }

    @Test
    void jettysOwnAnswerToAFormEchoesNothing() throws Exception {
        assumeTrue(servers().contains(TestServer.JETTY), "camel-jetty is not there");
        try (ReceivingHarness harness = ReceivingHarness.started(TestServer.JETTY, route(""))) {
            HttpResponse<String> answer = harness.sendAlone(harness.request("/cm-messenger/" + ReceivingHarness.PAGE)
                    .setHeader("Content-Type", "application/x-www-form-urlencoded")
                    .POST(ofString(TEXT)));

            assertThat(answer.statusCode()).isIn(415, 500);
            assertThat(answer.body()).doesNotContain("Hello", "Exception");
            assertThat(seen).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void theCallersCharsetDoesNotSteerTheAnswer(TestServer server) throws Exception {
        try (ReceivingHarness harness = ReceivingHarness.started(server, route("?webhookToken=t"))) {
            for (String charset : List.of("utf-16", "bogus", "")) {
                for (String query : List.of("?token=t", "?token=wrong")) {
                    HttpResponse<String> answer =
                            harness.sendAlone(harness.request("/cm-messenger/" + ReceivingHarness.PAGE + query)
                                    .setHeader("Content-Type", "application/json; charset=" + charset)
                                    .POST(ofString(TEXT)));
                    if (answer.statusCode() >= 500) { // the server's own, before the component is asked
                        assertThat(server).isIn(TestServer.JETTY, TestServer.SERVLET, TestServer.UNDERTOW);
                        assertThat(seen).isEmpty();
                    } else {
                        assertThat(answer.statusCode()).isEqualTo(query.endsWith("wrong") ? 401 : 200);
                        assertThat(answer.body()).isEqualTo(query.endsWith("wrong") ? "Unauthorized" : "OK");
                    }
                    seen.clear();
                }
            }
        }
    }

    @Test
    void jettyWaitsForARouteThatTakesLongerThanItUsuallyDoes() throws Exception {
        assumeTrue(servers().contains(TestServer.JETTY), "camel-jetty is not there");
        RouteBuilder routes = new RouteBuilder() {
            @Override
            public void configure() {
                from("cm-messenger:" + ReceivingHarness.PAGE).delay(1500).asyncDelayed();
            }
        };
        try (ReceivingHarness harness = new ReceivingHarness(TestServer.JETTY)) {
            var jetty = harness.context.getComponent("jetty");
            jetty.getClass().getMethod("setContinuationTimeout", Long.class).invoke(jetty, 300L);
            harness.start(routes);

            assertThat(harness.post(TEXT).statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void routesThatComeAndGoLeaveNoEndpoints(TestServer server) throws Exception {
        try (ReceivingHarness harness = ReceivingHarness.started(server, route(""))) {
            int before = harness.context.getEndpoints().size();
            for (int i = 0; i < 5; i++) {
                String page = "9" + i;
                harness.context.addRoutes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("cm-messenger:" + page).routeId(page).stop();
                    }
                });
                harness.context.getRouteController().stopRoute(page);
                harness.context.removeRoute(page);
            }
            assertThat(harness.context.getEndpoints()).hasSize(before);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void otherMethodsAndPathsAreTheServersOwnAnswer(TestServer server) throws Exception {
        try (ReceivingHarness harness = ReceivingHarness.started(server, route(""))) {
            String path = "/cm-messenger/" + ReceivingHarness.PAGE;

            assertThat(harness.sendAlone(harness.request(path).GET()).statusCode())
                    .isIn(404, 405);
            assertThat(harness.sendAlone(harness.request(path).PUT(ofString(TEXT)))
                            .statusCode())
                    .isIn(404, 405);
            assertThat(harness.sendAlone(harness.request("/elsewhere").POST(ofString(TEXT)))
                            .statusCode())
                    .isEqualTo(404);
            assertThat(seen).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aRouteThatFailsIs500WithoutAWordOfWhy(TestServer server) throws Exception {
        RouteBuilder route = route("", exchange -> {
            throw new IllegalStateException("a secret of the route");
        });
        try (ReceivingHarness harness = ReceivingHarness.started(server, route)) {
            HttpResponse<String> answer = harness.post(TEXT);

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).isEqualTo("The event was not processed");
            assertThat(answer.headers().map().toString()).doesNotContain("secret", "Exception");
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aRouteThatIsRolledBackIs500AndOneThatHandlesItsFailureIs200(TestServer server) throws Exception {
        RouteBuilder routes = new RouteBuilder() {
            @Override
            public void configure() {
                from("cm-messenger:" + ReceivingHarness.PAGE)
                        .onException(IllegalStateException.class)
                        .handled(true)
                        .end()
                        .choice()
                        .when(header("CamelCmMessengerText").isEqualTo("Hello"))
                        .throwException(new IllegalStateException("handled"))
                        .otherwise()
                        .markRollbackOnly();
            }
        };
        try (ReceivingHarness harness = ReceivingHarness.started(server, routes)) {
            assertThat(harness.post(TEXT).statusCode()).isEqualTo(200);
            assertThat(harness.post(Payloads.text("inbound/quick-reply.json")).statusCode())
                    .isEqualTo(500);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void suspendedIs503UntilItIsResumed(TestServer server) throws Exception {
        try (ReceivingHarness harness = ReceivingHarness.started(server, route(""))) {
            harness.context.getRouteController().suspendRoute(ROUTE);
            HttpResponse<String> suspended = harness.post(TEXT);
            assertThat(suspended.statusCode()).isEqualTo(503);
            assertThat(suspended.body()).isEqualTo("Not now");

            harness.context.getRouteController().resumeRoute(ROUTE);
            assertThat(harness.post(TEXT).statusCode()).isEqualTo(200);

            harness.context.getRouteController().stopRoute(ROUTE);
            assertThat(stopped(harness)).isTrue();

            harness.context.getRouteController().startRoute(ROUTE);
            assertThat(harness.post(TEXT).statusCode()).isEqualTo(200);
            assertThat(seen).hasSize(2);
        }
    }

    /** The path is gone; a server of which it was the only one may have gone with it. */
    private static boolean stopped(ReceivingHarness harness) {
        try {
            return harness.post(TEXT).statusCode() == 404;
        } catch (java.net.ConnectException e) {
            return true;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aShutdownLetsWhatIsUnderWayFinishAndAnswers503ToNewCalls(TestServer server) throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        RouteBuilder route = route("", exchange -> {
            entered.countDown();
            awaitLatch(goOn);
        });
        try (ReceivingHarness harness = ReceivingHarness.started(server, route)) {
            CompletableFuture<HttpResponse<String>> first = harness.postAsync(TEXT);
            awaitLatch(entered);
            CompletableFuture<Void> stopping = CompletableFuture.runAsync(() -> {
                try {
                    harness.context.getRouteController().stopRoute(ROUTE);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(
                            () -> assertThat(harness.post(TEXT).statusCode()).isEqualTo(503));

            goOn.countDown();

            assertThat(first.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
            stopping.get(10, TimeUnit.SECONDS);
            assertThat(harness.context.getRouteController().getRouteStatus(ROUTE))
                    .isEqualTo(ServiceStatus.Stopped);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void pooledExchangesCarryNothingOver(TestServer server) throws Exception {
        try (ReceivingHarness harness = new ReceivingHarness(server).pooled().start(route("?events=all"))) {
            for (int i = 0; i < 50; i++) {
                assertThat(harness.post(Payloads.text("inbound/quick-reply.json"))
                                .statusCode())
                        .isEqualTo(200);
                assertThat(harness.post(Payloads.text("status/failed.json")).statusCode())
                        .isEqualTo(200);
                assertThat(harness.post("{").statusCode()).isEqualTo(400);
            }

            assertThat(seen).hasSize(100);
            assertThat(seen.stream().filter(one -> "STATUS".equals(one.headers().get("CamelCmMessengerEvent"))))
                    .hasSize(50)
                    .allSatisfy(one -> assertThat(one.headers())
                            .doesNotContainKeys("CamelCmMessengerPsid", "CamelCmMessengerText"));
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void anAsynchronousRouteIsAnsweredWhenItIsDone(TestServer server) throws Exception {
        RouteBuilder routes = new RouteBuilder() {
            @Override
            public void configure() {
                from("cm-messenger:" + ReceivingHarness.PAGE)
                        .delay(50)
                        .asyncDelayed()
                        .end()
                        .process(exchange -> seen.add(Seen.of(exchange)));
            }
        };
        try (ReceivingHarness harness = ReceivingHarness.started(server, routes)) {
            List<CompletableFuture<HttpResponse<String>>> calls = java.util.stream.IntStream.range(0, 40)
                    .mapToObj(i -> harness.postAsync(TEXT))
                    .toList();
            for (CompletableFuture<HttpResponse<String>> call : calls) {
                assertThat(call.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
            }
            assertThat(seen).hasSize(40);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void severalReportsInOneCallAreExchangesOfTheirOwnAndAnsweredOnce(TestServer server) throws Exception {
        RouteBuilder route = route("?events=statuses", exchange -> {
            if ("2".equals(exchange.getIn().getHeader("CamelCmMessengerReportedReference"))) {
                throw new IllegalStateException("the second fails");
            }
        });
        try (ReceivingHarness harness = ReceivingHarness.started(server, route)) {
            assertThat(harness.post(reports(1, 3)).statusCode()).isEqualTo(200);
            assertThat(seen).hasSize(2);
            assertThat(harness.post(reports(1, 2, 3)).statusCode()).isEqualTo(500);
            assertThat(seen).hasSize(5);
            assertThat(harness.post("{\"messages\": {\"msg\": []}}").statusCode())
                    .isEqualTo(200);
            assertThat(seen).hasSize(5);
        }
    }

    static String reports(int... references) {
        List<String> reports = java.util.Arrays.stream(references)
                .mapToObj(number -> "{\"to\": \"1\", \"reference\": \"" + number + "\", \"status\": {\"code\": \"2\"}}")
                .toList();
        return "{\"messages\": {\"msg\": [" + String.join(",", reports) + "]}}";
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
