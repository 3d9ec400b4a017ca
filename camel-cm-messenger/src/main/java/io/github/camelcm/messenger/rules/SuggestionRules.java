package io.github.camelcm.messenger.rules;

import io.github.camelcm.messenger.model.Action;
import io.github.camelcm.messenger.model.Dial;
import io.github.camelcm.messenger.model.Product;
import io.github.camelcm.messenger.model.Severity;
import io.github.camelcm.messenger.model.Suggestion;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rules of what a user can tap, wherever it is shown. */
final class SuggestionRules {

    private SuggestionRules() {}

    /** @param rendering of the item that the suggestions belong to, null where nothing is rendered of them */
    static void check(List<Suggestion> suggestions, Pointer parent, @Nullable Rendering rendering, Findings findings) {
        if (suggestions.isEmpty()) {
            return;
        }
        Pointer array = parent.member("suggestions");
        boolean quickReplies = rendering != null && rendering.showsAsQuickReplies(array);
        for (int i = 0; i < suggestions.size(); i++) {
            check(suggestions.get(i), array.element(i), quickReplies, findings);
        }
    }

    private static void check(Suggestion suggestion, Pointer at, boolean quickReply, Findings findings) {
        Action action = Action.of(suggestion.action());
        if (action == null) {
            findings.add(
                    Rule.ACTION_KNOWN,
                    at.member("action"),
                    "action is none of Reply, OpenUrl, Dial, Login, Logout and ViewProduct");
            return;
        }
        label(action, suggestion.label(), at, findings);
        switch (action) {
            case REPLY -> postback(suggestion, at, quickReply, findings);
            case OPEN_URL, LOGIN -> url(action, suggestion.url(), at, findings);
            case DIAL -> phone(suggestion.dial(), at, findings);
            case VIEW_PRODUCT -> product(suggestion.product(), at, findings);
            case LOGOUT -> {} // needs nothing
        }
        findings.length(
                Rule.POSTBACKDATA_LENGTH, Limit.POSTBACKDATA_LENGTH, at, "postbackdata", suggestion.postbackdata());
        MediaRules.check(suggestion.media(), suggestion.raw(), at, true, findings);
    }

    private static void label(Action action, @Nullable String label, Pointer at, Findings findings) {
        switch (action) {
            case REPLY, OPEN_URL, DIAL -> {
                if (!Fields.present(label)) {
                    findings.add(
                            Rule.LABEL_REQUIRED,
                            at.member("label"),
                            "label is missing: " + action.spelling() + " shows it to the user");
                }
                findings.length(Rule.LABEL_LENGTH, Limit.LABEL_LENGTH, at, "label", label);
            }
            case LOGIN, LOGOUT, VIEW_PRODUCT -> {
                if (Fields.present(label)) {
                    findings.add(
                            Rule.LABEL_UNEXPECTED,
                            at.member("label"),
                            "label is not shown: Messenger labels " + action.spelling() + " itself");
                }
            }
        }
    }

    private static void postback(Suggestion suggestion, Pointer at, boolean quickReply, Findings findings) {
        if (!Fields.present(suggestion.postbackdata())) {
            findings.add(
                    Rule.POSTBACKDATA_REQUIRED,
                    quickReply ? Severity.ERROR : Severity.WARNING,
                    at.member("postbackdata"),
                    "postbackdata is missing: it is what comes back when the user taps");
        }
    }

    private static void url(Action action, @Nullable String url, Pointer at, Findings findings) {
        if (!Format.url(url)) {
            findings.add(Rule.URL_REQUIRED, at.member("url"), "url is not an absolute http or https URL");
        } else if (action == Action.LOGIN && !Format.https(Objects.requireNonNull(url))) {
            findings.add(Rule.LOGIN_HTTPS, at.member("url"), "url is not https, which account linking wants");
        }
    }

    private static void phone(@Nullable Dial dial, Pointer at, Findings findings) {
        String phone = dial == null ? null : dial.phoneNumber();
        if (!Fields.present(phone)) {
            findings.add(Rule.PHONE_REQUIRED, at.member("dial").member("phoneNumber"), "phoneNumber is missing");
            return;
        }
        int digits = Format.phoneDigits(phone);
        int min = findings.limit(Limit.PHONE_DIGITS_MIN);
        int max = findings.limit(Limit.PHONE_DIGITS_MAX);
        if (digits < min || digits > max) {
            findings.add(
                    Rule.PHONE_FORMAT,
                    at.member("dial").member("phoneNumber"),
                    "phoneNumber is not + and %d–%d digits".formatted(min, max));
        }
    }

    private static void product(@Nullable Product product, Pointer at, Findings findings) {
        if (product == null || !Fields.present(product.id())) {
            findings.add(
                    Rule.PRODUCT_REQUIRED,
                    at.member("product").member("id"),
                    "the product's id is missing: its content id in the page's catalogue");
        }
    }
}
