package org.postroom.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.postroom.local.host.SecretFile;
import org.postroom.local.http.Json;
import tools.jackson.core.JacksonException;

/** The file that tells other commands, and tests, what was started and how it is: {@code stack.json} in the data folder. */
final class StackFile {

    private final Path path;

    StackFile(Path data) {
        this.path = data.resolve("stack.json");
    }

    /**
     * What was started.
     *
     * @param startedAt when
     * @param ports on which ports
     * @param only which parts were asked for; empty means all
     * @param servers what takes the place of parts
     * @param phase how far the start is
     * @param steps the steps of the start
     * @param parts the processes
     */
    record Content(
            Instant startedAt,
            Ports ports,
            List<String> only,
            Servers servers,
            Phase phase,
            List<StepState> steps,
            List<PartProcess> parts) {

        /** Returns the same at the beginning of another start. */
        Content starting() {
            return new Content(startedAt, ports, only, servers, Phase.STARTING, List.of(), parts);
        }
    }

    /** How far the start of a stack is. */
    enum Phase {
        /** Parts are being started. */
        STARTING,
        /** All parts were ready once, and are watched. */
        READY,
        /** The parts are being stopped. */
        STOPPING
    }

    /**
     * A step of the start that has begun.
     *
     * @param name its name
     * @param took how long it took, once it is done
     */
    record StepState(String name, Optional<Duration> took) {}

    /** Returns what was written; nothing where that is broken, as by a disk that failed: then nothing of it runs any more. */
    Optional<Content> read() throws IOException {
        try {
            return Optional.of(Json.MAPPER.readValue(Files.readAllBytes(path), Content.class));
        } catch (NoSuchFileException | JacksonException e) {
            return Optional.empty();
        }
    }

    /** Replaces the file, which only the user may read: it may hold a database's password. */
    void write(Content content) throws IOException {
        SecretFile.write(path, Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(content));
    }

    void delete() throws IOException {
        Files.deleteIfExists(path);
    }
}
