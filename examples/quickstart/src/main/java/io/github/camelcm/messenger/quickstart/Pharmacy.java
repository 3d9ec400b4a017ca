package io.github.camelcm.messenger.quickstart;

import java.util.List;
import org.apache.camel.main.Main;

/**
 * Runs the bot until the process is ended. Camel Main finds the routes by itself: the YAML files in {@code camel/} and
 * the route builders in this package.
 */
public final class Pharmacy {

    /** What {@code application.properties} takes from the environment and has no default for. */
    private static final List<String> REQUIRED =
            List.of("CM_PRODUCT_TOKEN", "PHARMACY_PAGE_ID", "PHARMACY_WEBHOOK_TOKEN");

    private Pharmacy() {}

    /**
     * Runs the bot with the settings of {@code application.properties}. Exit code 1 if it cannot start.
     *
     * @param arguments see Camel Main's {@code -help}
     * @throws Exception if it cannot start
     */
    public static void main(String... arguments) throws Exception {
        List<String> missing = REQUIRED.stream().filter(Pharmacy::isMissing).toList();
        if (!missing.isEmpty()) {
            System.err.println("The bot does not start: not set in the environment: " + String.join(", ", missing)
                    + ". The README says under \"Going live\" what they are; mvn -q -Pchat runs a conversation"
                    + " without them.");
            System.exit(1);
        }
        System.exit(new Main(Pharmacy.class).run(arguments));
    }

    private static boolean isMissing(String variable) {
        String value = System.getenv(variable);
        return value == null || value.isBlank();
    }
}
