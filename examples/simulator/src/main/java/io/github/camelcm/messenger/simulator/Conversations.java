package io.github.camelcm.messenger.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks into the journal for what passed between a page and a user. */
final class Conversations {

    private record Id(String pageId, String psid) {}

    private final Journal journal;

    Conversations(Journal journal) {
        this.journal = journal;
    }

    /** What the page shows: messages the gateway accepted, what the user did, events and status reports. */
    JournalPage page(MessengerUser user, long after, int limit) {
        return journal.page(after, limit, isOf(new Id(user.pageId(), user.psid())));
    }

    /** What belongs to a conversation; on demand also what the gateway rejected, which no user sees. */
    static Predicate<JournalEntry> isOf(MessengerUser user, boolean rejectedToo) {
        Id id = new Id(user.pageId(), user.psid());
        return entry -> id.equals(idOf(entry, rejectedToo));
    }

    private static Predicate<JournalEntry> isOf(Id id) {
        return entry -> id.equals(idOf(entry, false));
    }

    /** @return null if the entry belongs to no conversation, as a refused message without page or recipient */
    private static @Nullable Id idOf(JournalEntry entry, boolean rejectedToo) {
        if (entry instanceof SentMessage message && (message.accepted() || rejectedToo)) {
            return id(message.pageId(), message.psid());
        }
        if (entry instanceof WebhookCall call) {
            return id(call.pageId(), call.psid());
        }
        return null;
    }

    private static @Nullable Id id(String pageId, String psid) {
        return pageId.isBlank() || psid.isBlank() ? null : new Id(pageId, psid);
    }

    List<ConversationSummary> summaries(boolean rejectedToo) {
        Map<Id, ConversationSummary> summaries = new LinkedHashMap<>();
        for (JournalEntry entry : journal.entries()) {
            Id id = idOf(entry, rejectedToo);
            if (id != null) {
                summaries.put(id, summary(id, entry, summaries.get(id)));
            }
        }
        return List.copyOf(summaries.values());
    }

    private static ConversationSummary summary(Id id, JournalEntry entry, @Nullable ConversationSummary before) {
        String name = name(entry, before == null ? null : before.user());
        boolean opens = entry instanceof WebhookCall call && call.kind() == WebhookKind.MESSAGES;
        Instant opened = before == null ? null : before.windowOpened();
        return new ConversationSummary(
                new MessengerUser(id.pageId(), id.psid(), name),
                before == null ? 1 : before.entries() + 1,
                entry.sequence(),
                entry.time(),
                opens ? entry.time() : opened);
    }

    private static String name(JournalEntry entry, @Nullable MessengerUser before) {
        String name = entry instanceof WebhookCall call ? Json.text(Json.member(call.body(), "from"), "name") : "";
        return name.isEmpty() && before != null ? before.name() : name;
    }

    /** Accepted messages, newest first. */
    private Stream<SentMessage> messages(Predicate<SentMessage> wanted) {
        List<SentMessage> messages = new ArrayList<>(journal.messages());
        Collections.reverse(messages);
        return messages.stream().filter(SentMessage::accepted).filter(wanted);
    }

    private Stream<SentMessage> messagesTo(MessengerUser user) {
        return messages(isOf(new Id(user.pageId(), user.psid()))::test);
    }

    /** What a user answers who names no message: the newest one they got. The simulator's own choice. */
    Answered newest(MessengerUser user) {
        return messagesTo(user).findFirst().map(Answered::of).orElse(Answered.NOTHING);
    }

    /** The message with that reference; a reference nobody knows stands for what the page's own people wrote. */
    Answered byReference(MessengerUser user, String reference) {
        return messagesTo(user)
                .filter(message -> message.reference().equals(reference))
                .findFirst()
                .map(Answered::of)
                .orElse(Answered.unknown(reference));
    }

    /** The message a status report is about: the newest with that reference. */
    SentMessage reported(String reference) {
        List<SentMessage> found =
                messages(message -> message.reference().equals(reference)).toList();
        if (found.isEmpty()) {
            throw SimulatorException.notFound("No accepted message with that reference is in the journal; give "
                    + "\"psid\" to report on one that is not known.");
        }
        if (found.stream().map(SentMessage::psid).distinct().count() > 1) {
            throw SimulatorException.invalid(
                    "Messages to several users have that reference; say with \"psid\" which one is meant.");
        }
        return found.get(0);
    }

    /** What a report about the newest message with that reference to that user is about, whether it is known or not. */
    Reported reported(String psid, String reference) {
        return messages(message ->
                        message.psid().equals(psid) && message.reference().equals(reference))
                .findFirst()
                .map(Reported::on)
                .orElse(new Reported("", psid, reference, null));
    }

    SentMessage accepted(long sequence) {
        return journal.find(SentMessage.class, sequence)
                .filter(SentMessage::accepted)
                .orElseThrow(() -> SimulatorException.notFound("The journal has no accepted message of that number."));
    }

    /** A message with its request, the webhook calls about it and their deliveries. */
    MessageInspection inspect(long sequence) {
        SentMessage message = journal.find(SentMessage.class, sequence)
                .orElseThrow(() -> SimulatorException.notFound("The journal has no message of that number."));
        GatewayRequest request =
                journal.find(GatewayRequest.class, message.request()).orElse(null);
        List<WebhookCall> calls = journal.calls().stream()
                .filter(call -> Objects.equals(call.message(), sequence))
                .toList();
        Set<Long> numbers = calls.stream().map(WebhookCall::sequence).collect(Collectors.toSet());
        List<Delivery> deliveries = journal.deliveries().stream()
                .filter(delivery -> numbers.contains(delivery.call()))
                .toList();
        return new MessageInspection(message, request, calls, deliveries);
    }

    /** The attempts to make a webhook call, oldest first. */
    List<Delivery> deliveries(long call) {
        return journal.deliveries().stream()
                .filter(delivery -> delivery.call() == call)
                .toList();
    }
}
