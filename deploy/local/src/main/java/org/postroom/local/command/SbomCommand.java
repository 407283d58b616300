package org.postroom.local.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.postroom.local.dependencies.BillOfMaterials;
import org.postroom.local.stack.StackException;
import org.postroom.local.stack.StackOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Writes the list of all libraries that the programs have. */
@Command(
        name = "sbom",
        description =
                "Writes the list of all libraries, with versions, licences and checksums, as a CycloneDX document:"
                        + " target/sbom.json.")
final class SbomCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        var file = write(StackOptions.sourceTree());
        int libraries = BillOfMaterials.read(file).components().size();
        new Terminal(spec.commandLine().getOut()).say(libraries + " libraries are listed in " + file + ".");
        return 0;
    }

    /** Has the build write the list, and returns where. */
    static Path write(Path project) throws IOException, InterruptedException {
        var maven = new ProcessBuilder(
                project.resolve("mvnw").toString(),
                "-B",
                "-q",
                "org.cyclonedx:cyclonedx-maven-plugin:makeAggregateBom");
        maven.directory(project.toFile()).inheritIO();
        @Nullable String java = System.getProperty("java.home");
        if (java != null) {
            maven.environment().put("JAVA_HOME", java);
        }
        if (maven.start().waitFor() != 0) {
            throw new StackException("The list of libraries could not be written; what the build said stands above.");
        }
        return project.resolve("target/sbom.json");
    }
}
