package org.postroom.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.postroom.local.dependencies.BillOfMaterials;
import org.postroom.local.dependencies.Component;
import org.postroom.local.stack.StackOptions;

/** The list of libraries that the build writes, against the libraries that are in the programs. */
class BillOfMaterialsJourneyTest {

    private static final Path TREE = StackOptions.sourceTree();
    private static final String LIBRARIES = "BOOT-INF/lib/";

    @Test
    void namesEveryLibraryOfEveryProgramWithItsVersion() throws Exception {
        Process command = new ProcessBuilder(TREE.resolve("postroom").toString(), "sbom")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(command.waitFor()).isZero();

        List<Component> listed =
                BillOfMaterials.read(TREE.resolve("target/sbom.json")).components();

        assertThat(listed).anyMatch(each -> each.name().equals("org.apache.kafka:kafka-clients"));
        for (String program : List.of(
                "domain-service",
                "verification-service",
                "inbound-mail-service",
                "routing-service",
                "outbound-mail-service",
                "console",
                "deploy/identity")) {
            assertThat(libraries(program))
                    .as(program)
                    .isNotEmpty()
                    .allMatch(file -> listed.stream().anyMatch(each -> isFileOf(each, file)));
        }
    }

    private static boolean isFileOf(Component component, String file) {
        String artifact = component.name().substring(component.name().indexOf(':') + 1);
        return file.startsWith(artifact + "-" + component.version());
    }

    private static List<String> libraries(String program) throws IOException {
        try (Stream<Path> built = Files.list(TREE.resolve(program).resolve("target"))) {
            Path jar = built.filter(file -> file.toString().endsWith("-service.jar"))
                    .findFirst()
                    .orElseThrow();
            try (var content = new JarFile(jar.toFile())) {
                return content.stream()
                        .map(entry -> entry.getName())
                        .filter(name -> name.startsWith(LIBRARIES) && name.endsWith(".jar"))
                        .map(name -> name.substring(LIBRARIES.length()))
                        .filter(name -> !name.startsWith("postroom-") && !name.startsWith("spring-boot-jarmode"))
                        .toList();
            }
        }
    }
}
