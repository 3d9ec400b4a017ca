package io.github.camelcm.messenger.karaf;

import java.nio.file.Path;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What Karaf 4.4 runs on. Where there is none the tests are skipped, unless the environment variable
 * {@code KARAF_REQUIRED=true} says that there must be one.
 */
final class Jdk17 implements ExecutionCondition {

    private static final String MISSING =
            "The bot is not tested in Karaf, which needs a JDK 17: run Maven on one, or name one in JAVA17_HOME";

    /**
     * Its folder: that of the JDK that runs this, or what the environment variable {@code JAVA17_HOME} says.
     *
     * @throws AssertionError if there is none
     */
    static Path home() {
        Path home = find();
        if (home == null) {
            throw new AssertionError(MISSING);
        }
        return home;
    }

    private static Path find() {
        if (Runtime.version().feature() == 17) {
            return Path.of(System.getProperty("java.home"));
        }
        String named = System.getenv("JAVA17_HOME");
        return named == null ? null : Path.of(named);
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (find() != null || Boolean.parseBoolean(System.getenv("KARAF_REQUIRED"))) {
            return ConditionEvaluationResult.enabled(null);
        }
        System.err.println(MISSING); // Maven's own line about skipped tests gives no reason
        return ConditionEvaluationResult.disabled(MISSING);
    }
}
