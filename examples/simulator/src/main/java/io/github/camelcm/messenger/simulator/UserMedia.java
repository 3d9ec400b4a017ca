package io.github.camelcm.messenger.simulator;

/**
 * A file that a user sends. The simulator does not look at the file; it only reports it.
 *
 * @param mediaUri where the file can be fetched, not blank
 * @param contentType media type such as {@code image/png}; may be empty
 * @param title name of the file; may be empty
 */
public record UserMedia(String mediaUri, String contentType, String title) {

    /**
     * Checks the URI.
     *
     * @throws SimulatorException if {@code mediaUri} is blank
     */
    public UserMedia {
        if (mediaUri.isBlank()) {
            throw SimulatorException.invalid("\"mediaUri\" is blank; give the URL at which the file can be fetched.");
        }
    }
}
