package io.github.camelcm.messenger.simulator;

/**
 * What a status report says about a message.
 *
 * @param code what became of the message
 * @param errorCode code of the channel's error; may be empty
 * @param errorDescription description; may be empty. CM.com has been seen to fill it on success too
 */
public record Status(StatusCode code, String errorCode, String errorDescription) {

    /**
     * A status with the texts that CM.com was seen to send when there is no error: {@code Delivered} with
     * {@link StatusCode#DELIVERED}, else nothing.
     *
     * @param code what became of the message
     * @return the status
     */
    public static Status of(StatusCode code) {
        return new Status(code, "", code == StatusCode.DELIVERED ? "Delivered" : "");
    }

    /**
     * A failure.
     *
     * @param errorCode code of the channel's error
     * @param errorDescription what went wrong
     * @return the status
     */
    public static Status failed(String errorCode, String errorDescription) {
        return new Status(StatusCode.FAILED, errorCode, errorDescription);
    }
}
