package io.github.camelcm.messenger.simulator;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Starts the browser for the first class of tests that needs it; JUnit closes it after the last. */
final class SharedBrowser implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext context) {
        PageCase.browser = context.getRoot()
                .getStore(Namespace.create(SharedBrowser.class))
                .getOrComputeIfAbsent(Browser.class, key -> Browser.start(), Browser.class);
    }
}
