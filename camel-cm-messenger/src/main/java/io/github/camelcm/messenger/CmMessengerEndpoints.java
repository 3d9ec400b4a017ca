package io.github.camelcm.messenger;

/**
 * The start of endpoints whose options are methods, for routes in Java:
 *
 * <pre>{@code
 * from(receiving("1234567890").webhookToken("{{webhook.token}}"))
 *         .setBody(simple("You wrote: ${header.CamelCmMessengerText}"))
 *         .to(sending("1234567890").productToken("{{token}}").validation(CmMessengerValidation.warn));
 * }</pre>
 *
 * <p>Every option has a method that takes a text too, for placeholders, and for beans by {@code #name}.
 */
public final class CmMessengerEndpoints {

    private CmMessengerEndpoints() {}

    /** @param pageId the Facebook Page ID, or {@code any} for every page */
    public static CmMessengerConsumerBuilder receiving(String pageId) {
        return new CmMessengerConsumerBuilder(pageId);
    }

    /** @param pageId the Facebook Page ID, or {@code any} for the page that a message or the header names */
    public static CmMessengerProducerBuilder sending(String pageId) {
        return new CmMessengerProducerBuilder(pageId);
    }
}
