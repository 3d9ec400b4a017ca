package io.github.camelcm.messenger.rules;

import io.github.camelcm.messenger.model.Suggestion;

/**
 * A suggestion where Messenger shows it.
 *
 * @param suggestion as it was written
 * @param pointer where it was written
 * @param overflow whether it became a quick reply because the template had too many suggestions for its buttons
 */
public record ShownSuggestion(Suggestion suggestion, Pointer pointer, boolean overflow) {}
