package io.github.camelcm.messenger;

import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.ExtendedCamelContext;

/** What all endpoints of a context share, also those of several components. */
final class OncePerContext {

    private OncePerContext() {}

    static <T> T get(CamelContext context, Class<T> type, Supplier<T> factory) {
        ExtendedCamelContext extension = context.getCamelContextExtension();
        synchronized (extension) { // routes may start on several threads
            T there = extension.getContextPlugin(type);
            if (there == null) {
                there = factory.get();
                extension.addContextPlugin(type, there);
            }
            return there;
        }
    }
}
