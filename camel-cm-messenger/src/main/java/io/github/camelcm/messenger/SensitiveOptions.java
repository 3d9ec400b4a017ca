package io.github.camelcm.messenger;

import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.ExtendedCamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has Camel mask the component's secrets wherever it shows options, such as in Camel Main's summary of properties, which
 * goes by a list of names.
 */
final class SensitiveOptions {

    private static final Logger LOG = LoggerFactory.getLogger(SensitiveOptions.class);

    private static final List<String> NAMES = List.of("productToken", "webhookToken");

    private SensitiveOptions() {}

    /** Appends to the context's list, since setting it replaces it. Camel 4.14 has no list to append to. */
    static void mask(CamelContext context) {
        ExtendedCamelContext extension = context.getCamelContextExtension();
        try {
            Method get = ExtendedCamelContext.class.getMethod("getAdditionalSensitiveKeywords");
            Method set = ExtendedCamelContext.class.getMethod("setAdditionalSensitiveKeywords", String.class);
            Set<String> names = new LinkedHashSet<>();
            Object before = get.invoke(extension);
            if (before instanceof String keywords && !keywords.isBlank()) {
                names.addAll(List.of(keywords.trim().split("\\s*,\\s*")));
            }
            if (names.addAll(NAMES)) {
                set.invoke(extension, String.join(",", names));
            }
        } catch (NoSuchMethodException e) {
            LOG.debug("This Camel has no list of sensitive options to add to");
        } catch (ReflectiveOperationException e) {
            LOG.warn("The options {} could not be added to Camel's list of sensitive options", NAMES, e);
        }
    }
}
