package io.github.camelcm.messenger.quickstart.chat;

/** The conversation did not go as the script says. The text is for the person at the terminal. */
final class ChatFailed extends Exception {

    private static final long serialVersionUID = 1L;

    ChatFailed(String message) {
        super(message);
    }
}
