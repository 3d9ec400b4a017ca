package io.github.camelcm.messenger.karaf;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * What {@code etc/cm.messenger.bot.cfg} holds. Karaf replaces {@code $[secret:name]} by what the file {@code etc/name}
 * holds, and {@code $[env:NAME]} by the environment variable.
 */
@ObjectClassDefinition(name = "Messenger bot", description = "A Facebook page that answers by Apache Camel over CM.com")
public @interface BotConfiguration {

    @AttributeDefinition(name = "Facebook Page ID")
    String pageId();

    @AttributeDefinition(
            name = "Product token",
            description = "Of the CM.com account. $[secret:cm-product-token] reads it from etc/cm-product-token",
            type = AttributeType.PASSWORD)
    String productToken();

    @AttributeDefinition(
            name = "Webhook token",
            description = "What CM.com's calls must carry, 20 or more random letters and digits",
            type = AttributeType.PASSWORD)
    String webhookToken();

    @AttributeDefinition(name = "CM.com's gateway", description = "Or a simulator's")
    String gatewayUrl() default "https://gw.messaging.cm.com/v1.0/message";

    @AttributeDefinition(
            name = "HTTP server",
            description =
                    "jetty, undertow, netty-http, platform-http or servlet; empty for platform-http, or the only one there is")
    String httpServer() default "";

    @AttributeDefinition(name = "Host", description = "Where the HTTP server listens; 0.0.0.0 for everywhere")
    String host() default "127.0.0.1";

    @AttributeDefinition(name = "Port", description = "Where the HTTP server listens, 1 to 65535")
    int port() default 8080;

    @AttributeDefinition(
            name = "Folder for what cannot be answered",
            description = "Its files hold what users wrote. Empty: cm-messenger/given-up in Karaf's data folder")
    String givenUp() default "";
}
