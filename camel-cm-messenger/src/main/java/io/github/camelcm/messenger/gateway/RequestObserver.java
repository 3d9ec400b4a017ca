package io.github.camelcm.messenger.gateway;

/** Is told of each request to the gateway, once. Must neither fail nor hold up the thread. */
@FunctionalInterface
public interface RequestObserver {

    /**
     * @param messages how many the request held, or would have held, had it left
     * @param outcome what is known of them
     */
    void requested(int messages, GatewayOutcome outcome);
}
