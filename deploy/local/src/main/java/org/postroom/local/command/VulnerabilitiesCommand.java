package org.postroom.local.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.postroom.local.dependencies.Advisories;
import org.postroom.local.dependencies.BillOfMaterials;
import org.postroom.local.stack.StackException;
import org.postroom.local.stack.StackOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Holds the libraries against a database of advisories. */
@Command(
        name = "vulnerabilities",
        description =
                "Tells what is known against the libraries, from a database that you have downloaded; asks nobody."
                        + " The exit code is 0 when nothing is known, 1 otherwise.")
final class VulnerabilitiesCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "DATABASE",
            description = "OSV's archive of Maven (https://osv-vulnerabilities.storage.googleapis.com/Maven/all.zip),"
                    + " or a folder of its records.")
    private Path database = Path.of("");

    @Option(names = "--sbom", description = "A CycloneDX document; without it, the one of this tree is written anew.")
    private @Nullable Path sbom;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (Files.notExists(database)) {
            throw new StackException("Expected a database of advisories at " + database + ", but there is none.");
        }
        Path list = sbom == null ? SbomCommand.write(StackOptions.sourceTree()) : sbom;
        var libraries = BillOfMaterials.read(list).components();
        var result = Advisories.check(database, libraries);
        var terminal = new Terminal(spec.commandLine().getOut());
        for (var finding : result.findings()) {
            var advisory = finding.advisory();
            terminal.say(finding.component() + ": " + advisory.id()
                    + (advisory.aliases().isEmpty() ? "" : " (" + String.join(", ", advisory.aliases()) + ")") + " "
                    + advisory.summary());
        }
        terminal.say(libraries.size() + " libraries, " + result.read() + " advisories, "
                + result.findings().size() + " of them about a library that is used.");
        return result.findings().isEmpty() ? 0 : 1;
    }
}
