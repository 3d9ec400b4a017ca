package io.github.camelcm.messenger;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What a producer does with an exchange. */
public enum CmMessengerOperation {
    /** Sends the messages in the body. */
    send,
    /** Says what Messenger would show for the messages in the body, and which rules they break; sends nothing. */
    explain,
    /** Downloads the file that a user sent. */
    fetchMedia;

    /** @throws IllegalArgumentException if there is no operation of that name; it names those there are */
    static CmMessengerOperation of(String name) {
        for (CmMessengerOperation operation : values()) {
            if (operation.name().equalsIgnoreCase(name.trim())) {
                return operation;
            }
        }
        throw new IllegalArgumentException("operation '" + name + "' is not known; the operations are "
                + Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", ")));
    }
}
