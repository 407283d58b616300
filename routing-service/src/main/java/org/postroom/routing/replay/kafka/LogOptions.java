package org.postroom.routing.replay.kafka;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which installation's log a command reads. */
public final class LogOptions {

    @Option(names = "--bootstrap-servers", required = true, paramLabel = "HOST:PORT", description = "The brokers.")
    private String bootstrapServers = "";

    @Option(names = "--registry", required = true, paramLabel = "URL", description = "The schema registry.")
    private String registry = "";

    @Option(
            names = "--client-settings",
            paramLabel = "FILE",
            description =
                    "Further settings of Kafka's clients and the registry's, such as user and password, as properties.")
    private @Nullable Path clientSettings;

    /** None yet; the command line gives them. */
    public LogOptions() {}

    /**
     * The installation.
     *
     * @throws IOException where the file with further settings cannot be read
     */
    public Connections connections() throws IOException {
        return new Connections(bootstrapServers, registry, moreSettings());
    }

    private Map<String, Object> moreSettings() throws IOException {
        Map<String, Object> more = new HashMap<>();
        if (clientSettings != null) {
            var read = new Properties();
            try (InputStream in = Files.newInputStream(clientSettings)) {
                read.load(in);
            }
            read.stringPropertyNames().forEach(name -> more.put(name, read.getProperty(name)));
        }
        return more;
    }
}
