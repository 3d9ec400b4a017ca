package io.github.camelcm.messenger;

import org.apache.camel.spi.Metadata;

/** The names of the exchange headers. */
public final class CmMessengerConstants {

    @Metadata(
            description = "The user's page-scoped id. Received: who wrote a message; reports and events do not set it."
                    + " Sending: the recipient of a message that names none; ignored when the header"
                    + " CamelCmMessengerPageId names another page than the sender, since a PSID belongs to one page.",
            javaType = "String")
    public static final String PSID = "CamelCmMessengerPsid";

    @Metadata(
            description = "The Facebook Page ID. Received: the page that was written to. Sending: the page that sends,"
                    + " for an endpoint that stands for any page.",
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

    @Metadata(
            label = "consumer",
            description = "What was received: MESSAGE, STATUS, EVENT or UNKNOWN.",
            javaType = "String")
    public static final String EVENT = "CamelCmMessengerEvent";

    @Metadata(
            label = "consumer",
            description = "Equal for CM.com's repeats of an event: 64 hexadecimal digits, the key in an"
                    + " idempotentRepository.",
            javaType = "String")
    public static final String FINGERPRINT = "CamelCmMessengerFingerprint";

    @Metadata(label = "consumer", description = "The user's name, if CM.com gives it.", javaType = "String")
    public static final String USER_NAME = "CamelCmMessengerUserName";

    @Metadata(
            label = "consumer",
            description = "What the user wrote, or the label of what was tapped.",
            javaType = "String")
    public static final String TEXT = "CamelCmMessengerText";

    @Metadata(label = "consumer", description = "The data of the tapped quick reply or button.", javaType = "String")
    public static final String POSTBACK = "CamelCmMessengerPostback";

    @Metadata(
            label = "consumer",
            description = "The reference of the message that the user replied to, if CM.com knows it.",
            javaType = "String")
    public static final String IN_REPLY_TO = "CamelCmMessengerInReplyTo";

    @Metadata(
            label = "consumer",
            description = "The time that CM.com gives a message or event; whole seconds, as far as seen."
                    + " Camel's CamelMessageTimestamp says the same in milliseconds.",
            javaType = "java.time.Instant")
    public static final String TIMESTAMP = "CamelCmMessengerTimestamp";

    @Metadata(
            label = "consumer",
            description = "The reference of the message that a status report is about.",
            javaType = "String")
    public static final String REPORTED_REFERENCE = "CamelCmMessengerReportedReference";

    @Metadata(
            label = "consumer",
            description = "The user that a status report or an event is about: a PSID, to which nothing is sent"
                    + " unasked.",
            javaType = "String")
    public static final String RECIPIENT = "CamelCmMessengerRecipient";

    @Metadata(
            label = "consumer",
            description = "The code of a status report, as it came: 0 accepted, 1 rejected, 2 delivered, 3 failed,"
                    + " 4 read.",
            javaType = "String")
    public static final String STATUS_CODE = "CamelCmMessengerStatusCode";

    @Metadata(
            label = "consumer",
            description = "That code in words: ACCEPTED, REJECTED, DELIVERED (to the Messenger platform), FAILED, READ,"
                    + " or UNKNOWN for any other code.",
            javaType = "String")
    public static final String STATUS = "CamelCmMessengerStatus";

    @Metadata(
            label = "consumer",
            description = "The error code of a status report, as it came. The codes of Messenger are not documented.",
            javaType = "String")
    public static final String ERROR_CODE = "CamelCmMessengerErrorCode";

    @Metadata(
            label = "consumer",
            description = "The description in a status report, as it came; on success it may say Delivered: judge by"
                    + " the status.",
            javaType = "String")
    public static final String ERROR_DESCRIPTION = "CamelCmMessengerErrorDescription";

    @Metadata(label = "consumer", description = "The type of an event, such as OptInSubscribed.", javaType = "String")
    public static final String EVENT_TYPE = "CamelCmMessengerEventType";

    private CmMessengerConstants() {}
}
