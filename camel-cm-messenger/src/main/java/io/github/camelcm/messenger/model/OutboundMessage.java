package io.github.camelcm.messenger.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message to a Messenger user: one {@code msg} of CM.com's request.
 *
 * <pre>{@code
 * OutboundMessage.builder()
 *         .to("6789012345678901")
 *         .text("Which colour?", quickReply("Red", "RED"), quickReply("Blue", "BLUE"))
 *         .build();
 * }</pre>
 *
 * <p>What a route leaves out ({@code from}, {@code to}, {@code reference}, …) the endpoint fills in.
 *
 * @param from the Facebook Page ID
 * @param to the users' PSIDs; one is the safe form, since answers and reports are keyed by reference and recipient
 * @param body plain text, or the fallback text beside rich content
 * @param reference comes back in status reports and replies; 1–32 letters and digits
 * @param allowedChannels {@code Facebook Messenger} and, for a fallback, further channels in their order
 * @param validity how long CM.com tries, {@code 2h}, {@code 30m} or a date and time; at most 48 hours
 * @param customGrouping at most 100 characters; comes back in replies
 * @param customGrouping2 at most 100 characters; comes back in replies
 * @param customGrouping3 at most 100 characters; comes back in replies
 * @param richContent everything but plain text
 * @param raw members that this record does not know
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
public record OutboundMessage(
        @Nullable String from,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Recipient> to,
        @Nullable Body body,
        @Nullable String reference,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> allowedChannels,
        @Nullable String validity,
        @Nullable String customGrouping,
        @Nullable String customGrouping2,
        @Nullable String customGrouping3,
        @Nullable RichContent richContent,
        @JsonAnyGetter @JsonAnySetter Map<String, Object> raw)
        implements JsonRecord {

    public OutboundMessage {
        to = Raw.list(to);
        allowedChannels = Raw.list(allowedChannels);
        raw = Raw.copy(raw);
    }

    /** A message of plain text, at most 2000 characters. */
    public static OutboundMessage text(String text) {
        return new MessageBuilder().body(Body.text(text)).build();
    }

    public static MessageBuilder builder() {
        return new MessageBuilder();
    }

    /** A builder that holds what this message holds. */
    public MessageBuilder toBuilder() {
        return new MessageBuilder(this);
    }

    public OutboundMessage withReference(String newReference) {
        return new OutboundMessage(
                from,
                to,
                body,
                newReference,
                allowedChannels,
                validity,
                customGrouping,
                customGrouping2,
                customGrouping3,
                richContent,
                raw);
    }

    /** The items of the conversation; empty when there is no rich content. */
    public List<Item> items() {
        return richContent == null ? List.of() : richContent.conversation();
    }
}
