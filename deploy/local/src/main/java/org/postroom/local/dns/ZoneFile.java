package org.postroom.local.dns;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.postroom.local.http.Json;
import tools.jackson.core.type.TypeReference;

/**
 * The file that the playground keeps its zones in.
 *
 * @param path where it is
 */
record ZoneFile(Path path) {

    private static final TypeReference<Map<String, List<PublishedRecord>>> CONTENT = new TypeReference<>() {};

    /** Publishes what the file holds; nothing when there is no file yet. */
    void load(Zones zones) throws IOException {
        if (Files.exists(path)) {
            Json.MAPPER.readValue(Files.readAllBytes(path), CONTENT).forEach(zones::publish);
        }
    }

    void save(Zones zones) throws IOException {
        var content = new TreeMap<String, List<PublishedRecord>>();
        zones.names().forEach(name -> content.put(name, zones.list(name)));
        var written = path.resolveSibling(path.getFileName() + ".new");
        Files.createDirectories(path.toAbsolutePath().getParent());
        Files.write(written, Json.MAPPER.writeValueAsBytes(content));
        Files.move(written, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
