package io.github.camelcm.messenger.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Talks to a simulator over a real socket, as an application or the page would. */
public final class SimulatorClient {

    /** An answer, whatever its status. */
    public record Reply(HttpResponse<String> response) {

        /** The HTTP status. */
        public int status() {
            return response.statusCode();
        }

        String body() {
            return response.body();
        }

        JsonNode json() {
            try {
                return Json.MAPPER.readTree(body());
            } catch (JsonProcessingException e) {
                throw new AssertionError("not JSON: " + body(), e);
            }
        }

        String error() {
            return json().path("error").asText();
        }
    }

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final CmSimulator simulator;

    /** A client of a running simulator. */
    public SimulatorClient(CmSimulator simulator) {
        this.simulator = simulator;
    }

    Reply send(String body, String... headers) {
        return send(BodyPublishers.ofString(body), headers);
    }

    /** Sends to the gateway as JSON, with further headers. */
    public Reply send(BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(simulator.gatewayUrl()))
                .header("Content-Type", "application/json")
                .POST(body);
        return exchange(headers.length == 0 ? request : request.headers(headers));
    }

    Reply get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(simulator.controlUrl() + path));
        return exchange(headers.length == 0 ? request : request.headers(headers));
    }

    Reply call(String method, String path, String json) {
        return exchange(HttpRequest.newBuilder(URI.create(simulator.controlUrl() + path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json)));
    }

    Reply post(String path, String json) {
        return call("POST", path, json);
    }

    Reply exchange(HttpRequest.Builder request) {
        try {
            return new Reply(http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new AssertionError("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
