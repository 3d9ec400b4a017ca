package io.github.camelcm.messenger;

import io.github.camelcm.messenger.EndpointHealthCheck.Trouble;
import org.apache.camel.Route;
import org.apache.camel.util.json.JsonArray;
import org.apache.camel.util.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** What the dev console shows of an endpoint. Its URI is not shown, which may hold a recipient. */
final class EndpointSight {

    private final CmMessengerEndpoint endpoint;

    EndpointSight(CmMessengerEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    JsonObject json() {
        JsonObject json = new JsonObject();
        json.put("page", endpoint.getPageId());
        CmMessengerConsumer consumer = consumer();
        if (consumer != null) {
            json.put("consumer", consumer(consumer));
        }
        if (consumer == null || endpoint.producerHealth().inUse() || endpoint.getSentMessages() > 0) {
            json.put("producer", producer());
        }
        JsonArray errors = new JsonArray();
        endpoint.lastErrors().seen().forEach(error -> errors.add(error(error)));
        json.put("lastErrors", errors);
        return json;
    }

    private @Nullable CmMessengerConsumer consumer() {
        for (Route route : endpoint.getCamelContext().getRoutes()) {
            if (route.getConsumer() instanceof CmMessengerConsumer consumer && consumer.getEndpoint() == endpoint) {
                return consumer;
            }
        }
        return null;
    }

    private JsonObject consumer(CmMessengerConsumer consumer) {
        JsonObject json = new JsonObject();
        json.put("route", consumer.getRouteId());
        json.put("url", endpoint.servedUrl());
        json.put("events", endpoint.getConfiguration().getEvents());
        health(json, consumer.trouble());
        json.put("callsUnderWay", consumer.getPendingExchangesSize());
        json.put("receivedEvents", endpoint.getReceivedEvents());
        json.put("ignoredEvents", endpoint.getIgnoredEvents());
        json.put("repeatedEvents", endpoint.getRepeatedEvents());
        json.put("refusedCalls", endpoint.getRefusedCalls());
        return json;
    }

    private JsonObject producer() {
        JsonObject json = new JsonObject();
        json.put("gateway", endpoint.gatewayLocation());
        json.put("operation", endpoint.getConfiguration().getOperation().name());
        health(json, endpoint.producerHealth().trouble(endpoint));
        json.put("sentMessages", endpoint.getSentMessages());
        json.put("acceptedMessages", endpoint.getAcceptedMessages());
        json.put("rejectedMessages", endpoint.getRejectedMessages());
        json.put("ambiguousMessages", endpoint.getAmbiguousMessages());
        json.put("notSentMessages", endpoint.getNotSentMessages());
        json.put("pendingMessages", endpoint.getPendingMessages());
        json.put("invalidExchanges", endpoint.getInvalidExchanges());
        json.put("requests", endpoint.getRequests());
        json.put("meanRequestSize", endpoint.getMeanRequestSize());
        json.put("maxRequestSize", endpoint.getMaxRequestSize());
        json.put("meanLatency", endpoint.getMeanLatency());
        json.put("maxLatency", endpoint.getMaxLatency());
        Integer pending = endpoint.batching().pending();
        if (pending != null) {
            JsonObject batch = new JsonObject();
            batch.put("pending", pending);
            batch.put("batchPending", endpoint.getConfiguration().getBatchPending());
            batch.put("batchSize", endpoint.getConfiguration().getBatchSize());
            json.put("batchQueue", batch);
        }
        return json;
    }

    private static void health(JsonObject json, @Nullable Trouble trouble) {
        json.put("health", trouble == null ? "UP" : "DOWN");
        if (trouble != null) {
            json.put("trouble", trouble.message());
        }
    }

    private static JsonObject error(LastErrors.Seen seen) {
        JsonObject json = new JsonObject();
        json.put("where", seen.kind().where());
        json.put("type", seen.kind().type());
        if (seen.kind().message() != null) {
            json.put("message", seen.kind().message());
        }
        if (seen.kind().status() != 0) {
            json.put("status", seen.kind().status());
        }
        json.put("count", seen.count());
        json.put("last", seen.last().toString());
        return json;
    }
}
