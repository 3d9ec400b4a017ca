package io.github.camelcm.messenger.rules;

/**
 * The sixteen rows of CM.com's input matrix, in its order: which fields of an item are present, and what Messenger shows
 * for them.
 */
public enum MatrixRow {
    NOTHING("not supported"),
    HEADER("generic template"),
    SUGGESTIONS("product template if every action is ViewProduct, else not supported"),
    SUGGESTIONS_HEADER("button template, or the template with quick replies"),
    MEDIA("media message"),
    MEDIA_HEADER("generic template"),
    MEDIA_SUGGESTIONS("media template, or the template with quick replies"),
    MEDIA_SUGGESTIONS_HEADER("generic template, or with quick replies"),
    TEXT("text message"),
    TEXT_HEADER("generic template"),
    TEXT_SUGGESTIONS("text message with quick replies"),
    TEXT_SUGGESTIONS_HEADER("generic template, or with quick replies"),
    TEXT_MEDIA("text message, then media message"),
    TEXT_MEDIA_HEADER("generic template"),
    TEXT_MEDIA_SUGGESTIONS("not supported"),
    TEXT_MEDIA_SUGGESTIONS_HEADER("generic template, or with quick replies");

    private static final MatrixRow[] ROWS = values();

    private final String shows;

    MatrixRow(String shows) {
        this.shows = shows;
    }

    static MatrixRow of(boolean text, boolean media, boolean suggestions, boolean header) {
        return ROWS[(text ? 8 : 0) + (media ? 4 : 0) + (suggestions ? 2 : 0) + (header ? 1 : 0)];
    }

    /** The row's number in the matrix, 1–16. */
    public int number() {
        return ordinal() + 1;
    }

    /** What Messenger shows, in words. */
    public String shows() {
        return shows;
    }
}
