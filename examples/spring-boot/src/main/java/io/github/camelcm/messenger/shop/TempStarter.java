package io.github.camelcm.messenger.shop;

import io.github.camelcm.messenger.CmMessengerComponent;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TempStarter {
    @Bean("cm-messenger")
    CmMessengerComponent component(
            @Value("${camel.component.cm-messenger.product-token}") String product,
            @Value("${camel.component.cm-messenger.webhook-token}") String webhook,
            @Value("${camel.component.cm-messenger.gateway-url}") String url) {
        CmMessengerComponent component = new CmMessengerComponent();
        component.getConfiguration().setProductToken(product);
        component.getConfiguration().setWebhookToken(webhook);
        component.getConfiguration().setGatewayUrl(url);
        return component;
    }
}
