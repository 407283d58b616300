package org.postroom.local.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.postroom.local.client.StackAddresses;
import org.postroom.local.programs.ProgramStore;

/**
 * What to start, and where.
 *
 * @param project the folder of the source tree, whose built jars are started
 * @param data the folder of all data, logs and process ids
 * @param ports the ports
 * @param only the parts to start; empty means all
 * @param servers servers that take the place of parts
 */
public record StackOptions(Path project, Path data, Ports ports, List<String> only, Servers servers) {

    /** Makes the paths absolute. */
    public StackOptions {
        project = project.toAbsolutePath().normalize();
        data = data.toAbsolutePath().normalize();
        only = List.copyOf(only);
    }

    /** Returns the options of a whole stack with its data in a folder. */
    public static StackOptions of(Path data, Ports ports) {
        return new StackOptions(sourceTree(), data, ports, List.of(), Servers.NONE);
    }

    /**
     * Returns the folder of the source tree: the nearest one upwards from here that has the {@code postroom} script.
     *
     * @throws StackException when there is none
     */
    public static Path sourceTree() {
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("postroom")) && Files.isRegularFile(folder.resolve("mvnw"))) {
                return folder;
            }
        }
        throw new StackException("Expected to be inside Postroom's source tree, but this is "
                + Path.of("").toAbsolutePath() + ". Change into the tree and try again.");
    }

    /**
     * Returns the store of unpacked programs of a source tree: beside what the build made, or where the environment variable
     * {@code POSTROOM_PROGRAMS} says.
     */
    public static ProgramStore programs(Path project) {
        return ProgramStore.in(Optional.ofNullable(System.getenv("POSTROOM_PROGRAMS"))
                .map(Path::of)
                .orElse(project.resolve("deploy/local/target/programs")));
    }

    /** Returns the store of this stack's programs; its data folder takes them where the tree cannot be written. */
    ProgramStore programs() {
        return programs(project).orElse(data.resolve("programs"));
    }

    /** Returns where the parts are reached by programs that act as users. */
    public StackAddresses addresses() {
        return ports.addresses(servers.bootstrapServers(ports), servers.registry(ports));
    }
}
