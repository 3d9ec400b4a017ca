package io.github.camelcm.messenger.rules;

import io.github.camelcm.messenger.model.Action;
import io.github.camelcm.messenger.model.Card;
import io.github.camelcm.messenger.model.Item;
import io.github.camelcm.messenger.model.Media;
import io.github.camelcm.messenger.model.Suggestion;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The four fields that decide what an item or a card becomes; what is absent is null or empty here. */
record Fields(
        Pointer at,
        @Nullable String header,
        @Nullable String text,
        @Nullable Media media,
        List<Suggestion> suggestions) {

    static Fields of(Item item, Pointer at) {
        return new Fields(
                at,
                orNull(item.header()),
                orNull(item.text()),
                presentMedia(item.media(), item.raw()),
                item.suggestions());
    }

    static Fields of(Card card, Pointer at) {
        return new Fields(
                at,
                orNull(card.header()),
                orNull(card.text()),
                presentMedia(card.media(), card.raw()),
                card.suggestions());
    }

    MatrixRow row() {
        return MatrixRow.of(text != null, media != null, !suggestions.isEmpty(), header != null);
    }

    boolean hasProduct() {
        return count(suggestions, Action.VIEW_PRODUCT) > 0;
    }

    boolean onlyProducts() {
        return count(suggestions, Action.VIEW_PRODUCT) == suggestions.size();
    }

    /** Whether anything but products is present. */
    boolean hasMoreThanProducts() {
        return text != null || media != null || header != null || !onlyProducts();
    }

    static int count(List<Suggestion> suggestions, Action action) {
        int count = 0;
        for (Suggestion suggestion : suggestions) {
            if (action.spelling().equalsIgnoreCase(suggestion.action())) {
                count++;
            }
        }
        return count;
    }

    /** A blank string counts as absent everywhere. */
    static boolean present(@Nullable String value) {
        return value != null && !value.isBlank();
    }

    /** Absent are null, blank strings, empty arrays and empty objects. */
    static boolean present(@Nullable Object value) {
        if (value instanceof String string) {
            return !string.isBlank();
        }
        if (value instanceof Collection<?> list) {
            return !list.isEmpty();
        }
        return value instanceof Map<?, ?> map ? !map.isEmpty() : value != null;
    }

    static boolean present(@Nullable Media media) {
        return media != null
                && (present(media.mediaUri())
                        || present(media.mediaName())
                        || present(media.mimeType())
                        || media.raw().values().stream().anyMatch(Fields::present));
    }

    /** The array that JSON gave where one media belongs, if it holds anything. */
    static @Nullable List<?> mediaArray(Map<String, Object> raw) {
        return !raw.isEmpty() && raw.get("media") instanceof List<?> list && !list.isEmpty() ? list : null;
    }

    private static @Nullable Media presentMedia(@Nullable Media media, Map<String, Object> raw) {
        if (mediaArray(raw) != null) {
            return new Media(null, null, null, raw);
        }
        return present(media) ? media : null;
    }

    private static @Nullable String orNull(@Nullable String value) {
        return present(value) ? value : null;
    }
}
