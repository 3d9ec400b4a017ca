package io.github.camelcm.messenger.simulator;

/** The simulator cannot do what it was asked to do; the message is a sentence for the person who asked. */
public final class SimulatorException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why it cannot. */
    public enum Reason {
        /** What was given is wrong; HTTP 400. */
        INVALID(400),
        /** What was named does not exist; HTTP 404. */
        NOT_FOUND(404),
        /** It is not possible now, for example because no webhook URL is configured; HTTP 409. */
        CONFLICT(409);

        private final int status;

        Reason(int status) {
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    private final Reason reason;

    SimulatorException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /**
     * Why the simulator could not do it.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }

    static SimulatorException invalid(String message) {
        return new SimulatorException(Reason.INVALID, message);
    }

    static SimulatorException notFound(String message) {
        return new SimulatorException(Reason.NOT_FOUND, message);
    }

    static SimulatorException conflict(String message) {
        return new SimulatorException(Reason.CONFLICT, message);
    }
}
