package io.github.camelcm.messenger.rules;

import io.github.camelcm.messenger.model.Card;
import io.github.camelcm.messenger.model.Item;
import io.github.camelcm.messenger.model.MessageTag;
import io.github.camelcm.messenger.model.OutboundMessage;
import io.github.camelcm.messenger.model.RichContent;
import io.github.camelcm.messenger.model.Violation;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Checks messages against every rule that can be checked before sending. All violations of a message are found at once.
 * Immutable and thread-safe.
 *
 * <p>A message whose channels lack Facebook Messenger is checked by the rules of the envelope alone.
 */
public final class Validator {

    private static final Set<String> TAGS =
            EnumSet.allOf(MessageTag.class).stream().map(Enum::name).collect(Collectors.toUnmodifiableSet());

    private final Limits limits;
    private final Renderer renderer;

    public Validator(Limits limits) {
        this.limits = limits;
        this.renderer = new Renderer(limits);
    }

    /**
     * The rules that a message breaks; none if it keeps them all.
     *
     * @param message with its defaults filled in
     * @param index the message's place in its list, from 0; every violation carries it
     */
    public List<Violation> violations(OutboundMessage message, int index) {
        return check(message, index, renderer.render(message));
    }

    /** What Messenger would show for the messages, and every rule they break. */
    public Explanation explain(List<OutboundMessage> messages) {
        List<Violation> violations = new ArrayList<>();
        List<Rendering> renderings = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            List<Rendering> shown = renderer.render(messages.get(i));
            renderings.addAll(shown);
            violations.addAll(check(messages.get(i), i, shown));
        }
        return new Explanation(List.copyOf(violations), List.copyOf(renderings));
    }

    private List<Violation> check(OutboundMessage message, int index, List<Rendering> renderings) {
        Findings findings = new Findings(index, limits);
        EnvelopeRules.check(message, findings);
        MemberRules.check(message, findings);
        List<String> channels = message.allowedChannels();
        RichContent content = message.richContent();
        if (content != null && (channels.isEmpty() || channels.contains(Channels.MESSENGER))) {
            richContent(content, renderings, findings);
        }
        return findings.violations();
    }

    private static void richContent(RichContent content, List<Rendering> renderings, Findings findings) {
        Pointer at = Pointer.ROOT.member("richContent");
        Pointer conversation = at.member("conversation");
        List<Item> items = content.conversation();
        for (int i = 0; i < items.size(); i++) {
            item(items.get(i), conversation.element(i), renderings.get(i), findings);
        }
        SuggestionRules.check(content.suggestions(), at, null, findings);
    }

    private static void item(Item item, Pointer at, Rendering rendering, Findings findings) {
        tag(item.tag(), at, findings);
        MediaRules.check(item.media(), item.raw(), at, false, findings);
        SuggestionRules.check(item.suggestions(), at, rendering, findings);
        if (item.carousel() != null) {
            List<Card> cards = item.carousel().cards();
            Pointer cardsAt = at.member("carousel").member("cards");
            for (int i = 0; i < cards.size(); i++) {
                card(cards.get(i), cardsAt.element(i), rendering, findings);
            }
        }
        TemplateRules.check(item, at, rendering, findings);
    }

    private static void card(Card card, Pointer at, Rendering rendering, Findings findings) {
        MediaRules.check(card.media(), card.raw(), at, false, findings);
        SuggestionRules.check(card.suggestions(), at, rendering, findings);
    }

    private static void tag(@Nullable String tag, Pointer at, Findings findings) {
        if (!Fields.present(tag)) {
            return;
        }
        if (!TAGS.contains(tag)) {
            findings.add(
                    Rule.TAG_KNOWN,
                    at.member("tag"),
                    "tag is none of CONFIRMED_EVENT_UPDATE, POST_PURCHASE_UPDATE, ACCOUNT_UPDATE and HUMAN_AGENT");
        } else if (!tag.equals(MessageTag.HUMAN_AGENT.name())) {
            findings.add(
                    Rule.TAG_WITHDRAWN,
                    at.member("tag"),
                    "Meta is reported to refuse this tag since 27 April 2026; HUMAN_AGENT is still taken");
        }
    }
}
