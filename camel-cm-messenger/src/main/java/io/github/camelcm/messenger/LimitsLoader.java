package io.github.camelcm.messenger;

import io.github.camelcm.messenger.rules.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.CamelContext;
import org.apache.camel.support.ResourceHelper;
import org.jspecify.annotations.Nullable;

/** Reads the option {@code limits}: a map, or the name of a resource of properties. */
final class LimitsLoader {

    private LimitsLoader() {}

    /**
     * @throws IllegalArgumentException if it is neither, or names something that is no limit
     * @throws IOException if there is no such resource
     */
    static Limits load(CamelContext context, @Nullable Object limits) throws IOException {
        if (limits == null) {
            return Limits.DEFAULTS;
        }
        if (limits instanceof Map<?, ?> map) {
            return Limits.overriding(map);
        }
        if (limits instanceof String resource) {
            Properties properties = new Properties();
            try (InputStream in = ResourceHelper.resolveMandatoryResourceAsInputStream(context, resource)) {
                properties.load(in);
            }
            return Limits.overriding(properties);
        }
        throw new IllegalArgumentException(
                "limits must be a map or the name of a resource of properties, not " + limits.getClass());
    }
}
