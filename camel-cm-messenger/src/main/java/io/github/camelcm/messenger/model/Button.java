package io.github.camelcm.messenger.model;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A button of a template. A template has at most three, a media template one; labels have at most 20 characters.
 *
 * @param suggestion what is sent for it
 */
public record Button(Suggestion suggestion) {

    /**
     * @param label what the user reads and, by tapping, says
     * @param postbackData what comes back to the page; at most 1000 characters
     */
    public static Button reply(String label, String postbackData) {
        return button(Action.REPLY, label, postbackData, null, null);
    }

    /** @param url an absolute {@code http} or {@code https} URL */
    public static Button openUrl(String label, String url) {
        return button(Action.OPEN_URL, label, null, url, null);
    }

    /** @param phoneNumber international form: {@code +} and 7–15 digits */
    public static Button dial(String label, String phoneNumber) {
        return button(Action.DIAL, label, null, null, Dial.of(phoneNumber));
    }

    /** @param url the page's account linking, an absolute {@code https} URL */
    public static Button login(String url) {
        return button(Action.LOGIN, null, null, url, null);
    }

    public static Button logout() {
        return button(Action.LOGOUT, null, null, null, null);
    }

    static Suggestion product(String productId) {
        return new Suggestion(
                Action.VIEW_PRODUCT.spelling(), null, null, null, null, Product.of(productId), null, Map.of());
    }

    static List<Suggestion> suggestions(Button... buttons) {
        return Arrays.stream(buttons).map(Button::suggestion).toList();
    }

    private static Button button(
            Action action,
            @Nullable String label,
            @Nullable String postbackData,
            @Nullable String url,
            @Nullable Dial dial) {
        return new Button(new Suggestion(action.spelling(), label, postbackData, url, dial, null, null, Map.of()));
    }
}
