package io.github.camelcm.messenger.model;

import org.jspecify.annotations.Nullable;

/** What a suggestion does when it is tapped, in CM.com's words. Read without regard to case. */
public enum Action {
    /** Sends the label and the postback data back to the page; the only action a quick reply can have. */
    REPLY("Reply"),
    /** Opens a web page. */
    OPEN_URL("OpenUrl"),
    /** Calls a phone number. */
    DIAL("Dial"),
    /** Starts the account linking that the page offers under a URL. */
    LOGIN("Login"),
    /** Ends the account linking. */
    LOGOUT("Logout"),
    /** Shows a product of the page's catalogue. */
    VIEW_PRODUCT("ViewProduct");

    private static final Action[] ALL = values();

    private final String spelling;

    Action(String spelling) {
        this.spelling = spelling;
    }

    /** The spelling that is written for an action made in Java. */
    public String spelling() {
        return spelling;
    }

    /** The action of that name in any case, or null if there is none. */
    public static @Nullable Action of(@Nullable String name) {
        for (Action action : ALL) {
            if (action.spelling.equalsIgnoreCase(name)) {
                return action;
            }
        }
        return null;
    }
}
