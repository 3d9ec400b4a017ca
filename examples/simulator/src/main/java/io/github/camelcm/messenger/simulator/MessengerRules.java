package io.github.camelcm.messenger.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelcm.messenger.json.JsonShapeException;
import io.github.camelcm.messenger.json.OutboundReader;
import io.github.camelcm.messenger.model.Severity;
import io.github.camelcm.messenger.model.Violation;
import io.github.camelcm.messenger.rules.Limits;
import io.github.camelcm.messenger.rules.Validator;
import java.util.Comparator;
import java.util.List;

/**
 * The rules of Messenger and of CM.com's fields, as the component checks them before it sends. Here they stand for the
 * page behind the gateway: a message that slipped past the component is rejected all the same.
 */
public final class MessengerRules implements MessageCheck {

    /** The rule of a message whose members have the wrong type; the component's own rules start where it ends. */
    static final String SHAPE = "message-shape";

    private final Validator validator;

    /** The rules with the limits that CM.com documents. */
    public MessengerRules() {
        this(Limits.DEFAULTS);
    }

    /**
     * The rules with limits of your own.
     *
     * @param limits the limits
     */
    public MessengerRules(Limits limits) {
        this.validator = new Validator(limits);
    }

    Validator validator() {
        return validator;
    }

    @Override
    public List<Problem> check(JsonNode msg) {
        try {
            return validator.violations(OutboundReader.message(msg), 0).stream()
                    .map(MessengerRules::problem)
                    .sorted(Comparator.comparing(Problem::severity)) // errors come first and keep their order
                    .toList();
        } catch (JsonShapeException e) {
            return List.of(new Problem(SHAPE, Problem.Severity.ERROR, "", e.getMessage()));
        }
    }

    private static Problem problem(Violation violation) {
        Problem.Severity severity =
                violation.severity() == Severity.ERROR ? Problem.Severity.ERROR : Problem.Severity.WARNING;
        return new Problem(violation.rule(), severity, violation.pointer(), violation.message());
    }
}
