package io.github.camelcm.messenger;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.spi.annotations.DevConsole;
import org.apache.camel.support.console.AbstractDevConsole;
import org.apache.camel.util.json.JsonArray;
import org.apache.camel.util.json.JsonObject;

/**
 * Camel's dev console {@code cm-messenger}: the endpoints with their counters, health, batch queue and last errors. It
 * shows no token, no text and no recipient.
 */
@DevConsole(
        name = "cm-messenger",
        displayName = "CM Messenger",
        description = "Endpoints of the component cm-messenger: counters, health, last errors")
public final class CmMessengerDevConsole extends AbstractDevConsole {

    public CmMessengerDevConsole() {
        super("camel", "cm-messenger", "CM Messenger", "Endpoints of the component cm-messenger");
    }

    @Override
    protected Map<String, Object> doCallJson(Map<String, Object> options) {
        JsonArray endpoints = new JsonArray();
        sights().forEach(sight -> endpoints.add(sight.json()));
        JsonObject all = new JsonObject();
        all.put("endpoints", endpoints);
        return all;
    }

    @Override
    protected String doCallText(Map<String, Object> options) {
        StringBuilder text = new StringBuilder();
        sights().forEach(sight -> text(sight.json(), "", text));
        return text.toString();
    }

    private List<EndpointSight> sights() {
        return getCamelContext().getEndpointRegistry().getReadOnlyValues().stream()
                .map(endpoint -> endpoint instanceof CmMessengerEndpoint own ? new EndpointSight(own) : null)
                .filter(Objects::nonNull)
                .toList();
    }

    /** The same as the JSON, a line for each value and indented below what it belongs to. */
    private static void text(Map<String, Object> object, String indent, StringBuilder text) {
        object.forEach((name, value) -> {
            text.append(indent).append(name).append(':');
            if (value instanceof JsonArray array) {
                text.append('\n');
                array.forEach(element ->
                        text.append(indent).append("  ").append(element).append('\n'));
            } else if (value instanceof JsonObject inner) {
                text.append('\n');
                text(inner, indent + "  ", text);
            } else {
                text.append(' ').append(value).append('\n');
            }
        });
    }
}
