package org.postroom.local.stack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.local.programs.ProgramStore;

class QuickStartTest {

    @TempDir
    private Path folder;

    @Test
    void startsAServiceFromItsClassesAndLibrariesAsFiles() throws Exception {
        // given
        var jar = serviceJar("first");

        // when
        var command = command(jar);

        // then
        assertThat(command).startsWith("java", "-Xmx64m").endsWith("org.example.Service", "--server.port=1");
        var classpath = List.of(command.get(command.indexOf("-cp") + 1).split(":"));
        assertThat(Files.readString(Path.of(classpath.get(1)))).isEqualTo("a library");
        try (var classes = new JarFile(classpath.getFirst())) {
            assertThat(classes.getEntry("org/example/")).isNotNull();
            assertThat(classes.getInputStream(classes.getEntry("org/example/Service.class")))
                    .hasContent("first");
        }
    }

    @Test
    void neverStartsWhatAnEarlierBuildLeft() throws Exception {
        var first = command(serviceJar("first"));
        var again = command(serviceJar("first"));
        var changed = command(serviceJar("second"));

        assertThat(again).isEqualTo(first);
        assertThat(changed).isNotEqualTo(first);
    }

    private List<String> command(Path jar) throws IOException {
        return QuickStart.using(ProgramStore.in(folder.resolve("programs")))
                .command("service", List.of("java", "-Xmx64m", "-jar", jar.toString(), "--server.port=1"));
    }

    private Path serviceJar(String content) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Start-Class", "org.example.Service");
        var file = folder.resolve("service.jar");
        try (var jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
            for (var directory :
                    List.of("BOOT-INF/classes/", "BOOT-INF/classes/org/", "BOOT-INF/classes/org/example/")) {
                jar.putNextEntry(new ZipEntry(directory));
            }
            jar.putNextEntry(new ZipEntry("BOOT-INF/classes/org/example/Service.class"));
            jar.write(content.getBytes(UTF_8));
            jar.putNextEntry(new ZipEntry("BOOT-INF/lib/library-1.0.jar"));
            jar.write("a library".getBytes(UTF_8));
        }
        return file;
    }
}
