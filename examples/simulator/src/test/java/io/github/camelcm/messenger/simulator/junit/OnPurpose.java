package io.github.camelcm.messenger.simulator.junit;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Test classes that are material for other tests, some of which fail on purpose: only those tests run them. */
public final class OnPurpose implements ExecutionCondition {

    /** The configuration parameter by which they are run. */
    public static final String PARAMETER = "on.purpose";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return context.getConfigurationParameter(PARAMETER).isPresent()
                ? ConditionEvaluationResult.enabled("run by a test")
                : ConditionEvaluationResult.disabled("material of another test");
    }
}
