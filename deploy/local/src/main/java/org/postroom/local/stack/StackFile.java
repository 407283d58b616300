package org.postroom.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.postroom.local.http.Json;

/** The file that tells later commands, and tests, what was started: {@code stack.json} in the data folder. */
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
     * @param parts the processes
     */
    record Content(Instant startedAt, Ports ports, List<String> only, List<PartProcess> parts) {}

    Optional<Content> read() throws IOException {
        try {
            return Optional.of(Json.MAPPER.readValue(Files.readAllBytes(path), Content.class));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    void write(Content content) throws IOException {
        var written = path.resolveSibling("stack.json.new");
        Files.write(written, Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(content));
        Files.move(written, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    void delete() throws IOException {
        Files.deleteIfExists(path);
    }
}
