package io.github.camelcm.messenger.simulator.junit;

import io.github.camelcm.messenger.simulator.CmSimulator;
import io.github.camelcm.messenger.simulator.CmSimulatorBuilder;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a {@link CmSimulatorExtensionBuilder} has gathered. */
record ExtensionOptions(
        @Nullable String productToken,
        @Nullable String pageId,
        Duration timeout,
        Consumer<CmSimulatorBuilder> options) {

    CmSimulator start() {
        CmSimulatorBuilder builder = CmSimulator.builder().productToken(productToken);
        options.accept(builder);
        return builder.start();
    }
}
