package org.postroom.routing;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Supplier;
import org.postroom.routing.history.kafka.AuditCommand;
import org.postroom.routing.history.kafka.TimelineCommand;
import org.postroom.routing.replay.kafka.ReplayCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import picocli.CommandLine;

/** Starts routing-service, or one of the programs that read the log with its code. */
@SpringBootApplication
public class RoutingApplication {

    private static final Map<String, Supplier<CommandLine>> PROGRAMS = Map.of(
            "replay", ReplayCommand::commandLine,
            "timeline", TimelineCommand::commandLine,
            "audit", AuditCommand::commandLine);

    /**
     * Starts the service; settings come from files, the environment and arguments, as Spring Boot reads them. With {@code replay},
     * {@code timeline} or {@code audit} as the first argument it runs that program instead, and ends.
     */
    public static void main(String[] arguments) {
        var program = arguments.length == 0 ? null : PROGRAMS.get(arguments[0]);
        if (program != null) {
            System.setProperty("logback.configurationFile", "org/postroom/routing/replay/logback-replay.xml");
            System.exit(program.get().execute(Arrays.copyOfRange(arguments, 1, arguments.length)));
        }
        SpringApplication.run(RoutingApplication.class, arguments);
    }
}
