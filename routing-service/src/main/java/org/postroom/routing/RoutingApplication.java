package org.postroom.routing;

import java.util.Arrays;
import org.postroom.routing.replay.kafka.ReplayCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts routing-service. */
@SpringBootApplication
public class RoutingApplication {

    private static final String REPLAY = "replay";

    /**
     * Starts the service; settings come from files, the environment and arguments, as Spring Boot reads them. With {@code replay}
     * as the first argument it replays the journal instead, and ends.
     */
    public static void main(String[] arguments) {
        if (arguments.length > 0 && arguments[0].equals(REPLAY)) {
            System.setProperty("logback.configurationFile", "org/postroom/routing/replay/logback-replay.xml");
            System.exit(ReplayCommand.commandLine().execute(Arrays.copyOfRange(arguments, 1, arguments.length)));
        }
        SpringApplication.run(RoutingApplication.class, arguments);
    }
}
