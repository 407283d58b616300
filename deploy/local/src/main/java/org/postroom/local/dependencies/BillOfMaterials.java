package org.postroom.local.dependencies;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.postroom.local.http.Json;
import tools.jackson.core.JacksonException;

/**
 * The list of all libraries, in CycloneDX's form (ECMA-424).
 *
 * @param components the libraries, Postroom's own modules not among them
 */
public record BillOfMaterials(List<Component> components) {

    private static final String OWN = "org.postroom";

    /**
     * Reads a list.
     *
     * @throws IOException where the file cannot be read, or is no such list
     */
    public static BillOfMaterials read(Path file) throws IOException {
        try {
            var components = Json.MAPPER.readTree(Files.readAllBytes(file)).path("components");
            return new BillOfMaterials(StreamSupport.stream(components.spliterator(), false)
                    .filter(node -> !node.path("group").asString("").equals(OWN))
                    .map(node -> new Component(
                            node.path("group").asString("") + ":"
                                    + node.path("name").asString(""),
                            node.path("version").asString("")))
                    .distinct()
                    .toList());
        } catch (JacksonException broken) {
            throw new IOException("Expected a CycloneDX document in " + file + ", but it is none", broken);
        }
    }
}
