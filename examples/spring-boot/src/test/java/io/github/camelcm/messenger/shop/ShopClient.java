package io.github.camelcm.messenger.shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Calls the shop as its own systems and people do. */
final class ShopClient {

    /** What was answered; the body is a text node if it is no JSON. */
    record Answer(int status, JsonNode body) {

        JsonNode at(String pointer) {
            return body.at(pointer);
        }

        String detail() {
            return body.path("detail").asText();
        }
    }

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String url;

    ShopClient(String url) {
        this.url = url;
    }

    Answer put(String number, String psid, String state) throws Exception {
        return put(number, JSON.writeValueAsString(Map.of("psid", psid, "state", state)));
    }

    Answer put(String number, String body) throws Exception {
        return send("PUT", "/orders/" + number, "application/json", body);
    }

    Answer get(String path) throws Exception {
        return send("GET", path, "application/json", "");
    }

    Answer post(String path, String body) throws Exception {
        return send("POST", path, "application/json", body);
    }

    Answer send(String method, String path, String contentType, String body) throws Exception {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", contentType)
                .method(method, BodyPublishers.ofString(body))
                .build());
        return new Answer(answer.statusCode(), JSON.readTree(answer.body()));
    }

    HttpResponse<String> page() throws Exception {
        return send(HttpRequest.newBuilder(URI.create(url + "/")).build());
    }

    HttpResponse<String> send(HttpRequest request) throws Exception {
        return HTTP.sendAsync(request, BodyHandlers.ofString()).get(20, TimeUnit.SECONDS);
    }

    /** The newest message that tells of the order. */
    JsonNode news(String number) throws Exception {
        JsonNode messages = get("/orders/" + number).at("/messages");
        return messages.path(messages.size() - 1);
    }
}
