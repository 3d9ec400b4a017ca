package io.github.camelcm.messenger;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Expression;
import org.apache.camel.support.CamelContextHelper;
import org.apache.camel.support.ExpressionAdapter;

/** Collects options of an endpoint and makes them its URI. Placeholders are left for Camel to resolve. */
abstract class EndpointUriBuilder {

    /** What means nothing in a URI; placeholders too, of which Camel resolves what they stand for. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{Alnum}._~:/,#*@{}-]*");

    private final String pageId;
    private final Map<String, String> options = new LinkedHashMap<>();

    EndpointUriBuilder(String pageId) {
        this.pageId = pageId;
    }

    /** A value that may hold anything, also behind a placeholder, and is taken as it is. */
    final void raw(String name, String value) {
        options.put(name, value.contains(")") ? "RAW{" + value + "}" : "RAW(" + value + ")");
    }

    public final void doSetProperty(String name, Object value) {
        String text = String.valueOf(value);
        if (PLAIN.matcher(text).matches()) {
            options.put(name, text);
        } else {
            raw(name, text);
        }
    }

    public final void doSetMultiValueProperty(String name, String key, Object value) {
        throw new UnsupportedOperationException("cm-messenger has no option of several values, " + name + " is none");
    }

    public final void doSetMultiValueProperties(String name, String prefix, Map<String, Object> values) {
        throw new UnsupportedOperationException("cm-messenger has no option of several values, " + name + " is none");
    }

    /** The endpoint's URI, with its secrets. */
    public final String getRawUri() {
        StringBuilder uri = new StringBuilder("cm-messenger:").append(pageId);
        options.forEach((name, value) -> uri.append(uri.indexOf("?") < 0 ? '?' : '&')
                .append(name)
                .append('=')
                .append(value));
        return uri.toString();
    }

    public final Endpoint resolve(CamelContext context) {
        return CamelContextHelper.getMandatoryEndpoint(context, getRawUri());
    }

    public final <T extends Endpoint> T resolve(CamelContext context, Class<T> type) {
        return CamelContextHelper.getMandatoryEndpoint(context, getRawUri(), type);
    }

    /** The URI, for the EIPs that take an expression. */
    public final Expression expr(CamelContext context) {
        String uri = getRawUri();
        return new ExpressionAdapter() {
            @Override
            public Object evaluate(Exchange exchange) {
                return uri;
            }
        };
    }

    /** Without options, among which the secrets are. */
    @Override
    public final String toString() {
        return "cm-messenger:" + pageId;
    }
}
