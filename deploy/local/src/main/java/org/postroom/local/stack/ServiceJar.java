package org.postroom.local.stack;

import java.nio.file.Files;
import java.nio.file.Path;

/** The built program of a service: the same jar as in production. */
final class ServiceJar {

    private static final String VERSION = "0.1.0-SNAPSHOT";

    private ServiceJar() {}

    /** Returns where the jar of a service is, or would be. */
    static Path of(Path project, String name) {
        var module = name.equals(Layout.IDENTITY) ? "deploy/identity" : name;
        return project.resolve(module).resolve("target/postroom-" + name + "-" + VERSION + "-service.jar");
    }

    /**
     * Refuses a part whose jar is not built.
     *
     * @throws StackException naming the jar and the command that builds it
     */
    static void requireBuilt(Part part) {
        part.jar().filter(Files::notExists).ifPresent(jar -> {
            throw new StackException(part.name() + " is not built: expected " + jar
                    + ". Build it with ./mvnw -Dquick package and try again.");
        });
    }
}
