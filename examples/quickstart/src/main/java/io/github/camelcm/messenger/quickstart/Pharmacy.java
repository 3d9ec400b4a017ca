package io.github.camelcm.messenger.quickstart;

import org.apache.camel.main.Main;

/**
 * Runs the bot until the process is ended. Camel Main finds the routes by itself: the YAML files in {@code camel/} and
 * the route builders in this package.
 */
public final class Pharmacy {

    private Pharmacy() {}

    /**
     * Runs the bot with the settings of {@code application.properties}.
     *
     * @param arguments see Camel Main's {@code -help}
     * @throws Exception if it cannot start
     */
    public static void main(String... arguments) throws Exception {
        System.exit(new Main(Pharmacy.class).run(arguments));
    }
}
