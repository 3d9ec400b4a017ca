package io.github.camelcm.messenger;

import org.apache.camel.spi.Metadata;

/** The names of the exchange headers. */
public final class CmMessengerConstants {

    @Metadata(
            label = "producer",
            description = "The user's page-scoped id, for a message that names no recipient. Ignored when the header"
                    + " CamelCmMessengerPageId names another page than the sender, since a PSID belongs to one page.",
            javaType = "String")
    public static final String PSID = "CamelCmMessengerPsid";

    @Metadata(
            label = "producer",
            description = "The Facebook Page ID that sends, for an endpoint that stands for any page.",
            javaType = "String")
    public static final String PAGE_ID = "CamelCmMessengerPageId";

    @Metadata(
            label = "producer",
            description = "The reference of a single message, 1-32 letters and digits. Removed once it is used, so that"
                    + " it does not become the reference of the next message. One is made if there is none.",
            javaType = "String")
    public static final String REFERENCE = "CamelCmMessengerReference";

    @Metadata(label = "producer", description = "The message tag of items that have none.", javaType = "String")
    public static final String TAG = "CamelCmMessengerTag";

    @Metadata(label = "producer", description = "How long CM.com tries to deliver.", javaType = "String")
    public static final String VALIDITY = "CamelCmMessengerValidity";

    @Metadata(
            label = "producer",
            description = "The channels of messages that name none: a comma separated text or a list.",
            javaType = "String or java.util.List<String>")
    public static final String ALLOWED_CHANNELS = "CamelCmMessengerAllowedChannels";

    @Metadata(label = "producer", description = "Comes back in replies.", javaType = "String")
    public static final String CUSTOM_GROUPING = "CamelCmMessengerCustomGrouping";

    @Metadata(label = "producer", description = "Comes back in replies.", javaType = "String")
    public static final String CUSTOM_GROUPING_2 = "CamelCmMessengerCustomGrouping2";

    @Metadata(label = "producer", description = "Comes back in replies.", javaType = "String")
    public static final String CUSTOM_GROUPING_3 = "CamelCmMessengerCustomGrouping3";

    @Metadata(
            label = "producer",
            description = "What to do with this exchange, instead of the endpoint's operation.",
            javaType = "String")
    public static final String OPERATION = "CamelCmMessengerOperation";

    @Metadata(
            label = "producer",
            description = "Set after sending one message: its reference, the key of its status reports.",
            javaType = "String")
    public static final String SENT_REFERENCE = "CamelCmMessengerSentReference";

    @Metadata(
            label = "producer",
            description = "Set after sending: how many messages the gateway accepted.",
            javaType = "Integer")
    public static final String ACCEPTED = "CamelCmMessengerAccepted";

    @Metadata(
            label = "producer",
            description = "Set after sending: how many messages the gateway rejected.",
            javaType = "Integer")
    public static final String REJECTED = "CamelCmMessengerRejected";

    @Metadata(
            label = "producer",
            description = "The URL of the file that fetchMedia downloads, instead of the one in the InboundMessage."
                    + " Removed once the file is there.",
            javaType = "String")
    public static final String MEDIA_URI = "CamelCmMessengerMediaUri";

    @Metadata(
            label = "producer",
            description = "Set by fetchMedia, if known: the title or name of the file, made safe to be a file's name.",
            javaType = "String")
    public static final String MEDIA_NAME = "CamelCmMessengerMediaName";

    private CmMessengerConstants() {}
}
