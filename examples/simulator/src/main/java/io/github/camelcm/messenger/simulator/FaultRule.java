package io.github.camelcm.messenger.simulator;

/**
 * A fault and when it happens, as it stands at one moment.
 *
 * @param id its number, 1 for the first; not used again until the simulator is reset
 * @param fault what goes wrong
 * @param scope when
 * @param counted how many requests or calls counted for it so far
 * @param fired how often it fired
 */
public record FaultRule(long id, Fault fault, FaultScope scope, long counted, long fired) {

    FaultRule count() {
        return new FaultRule(id, fault, scope, counted + 1, fired);
    }

    FaultRule fire() {
        return new FaultRule(id, fault, scope, counted, fired + 1);
    }

    /** Whether it wants to fire on the request that was counted last. */
    boolean isDue() {
        return switch (scope.type()) {
            case ALWAYS -> true;
            case NEXT -> fired < scope.count();
            case EVERY -> counted % scope.count() == 0;
        };
    }
}
