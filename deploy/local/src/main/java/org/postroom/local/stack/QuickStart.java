package org.postroom.local.stack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Makes programs start in half of the time: a service's jar is laid out with its libraries as files, which services share,
 * and the JVM keeps an archive of loaded classes from one run to the next. What runs is what the jar holds.
 */
final class QuickStart {

    private static final String LIBRARIES = "BOOT-INF/lib/";
    private static final String CLASSES = "BOOT-INF/classes/";

    private final Path store;

    /** Uses a folder for what was laid out; several stacks may share it. */
    QuickStart(Path store) {
        this.store = store;
    }

    /** Returns a command that does the same as one of a service's jar or of a class path. */
    List<String> command(List<String> command) throws IOException {
        Files.createDirectories(store);
        int option = command.indexOf("-jar");
        if (option < 0) {
            option = command.indexOf("-cp");
            return with(command, option, launch(command.get(option + 2), paths(command.get(option + 1))), 3);
        }
        try (var jar = new JarFile(command.get(option + 1))) {
            var classpath = new ArrayList<Path>();
            classpath.add(classes(jar));
            for (var library : libraries(jar)) {
                classpath.add(library(jar, library));
            }
            var program = jar.getManifest().getMainAttributes().getValue("Start-Class");
            return with(command, option, launch(program, classpath), 2);
        }
    }

    private static List<String> with(List<String> command, int position, List<String> launch, int replaced) {
        var all = new ArrayList<>(command.subList(0, position));
        all.addAll(launch);
        all.addAll(command.subList(position + replaced, command.size()));
        return all;
    }

    private List<String> launch(String program, List<Path> classpath) throws IOException {
        var launch = new ArrayList<String>();
        if (classpath.stream().noneMatch(Files::isDirectory)) {
            launch.add("-Xlog:cds*=off");
            launch.add("-XX:+AutoCreateSharedArchive");
            launch.add("-XX:SharedArchiveFile=" + archive(program, classpath));
        }
        launch.add("-cp");
        launch.add(classpath.stream().map(Path::toString).collect(Collectors.joining(":")));
        launch.add(program);
        return launch;
    }

    private static List<Path> paths(String classpath) {
        return Stream.of(classpath.split(":")).map(Path::of).toList();
    }

    private static List<? extends ZipEntry> libraries(ZipFile jar) {
        return jar.stream()
                .filter(entry ->
                        entry.getName().startsWith(LIBRARIES) && entry.getName().endsWith(".jar"))
                .toList();
    }

    /** Returns the file of a library; the checksum in its name tells contents apart, so that it never changes. */
    private Path library(ZipFile jar, ZipEntry library) throws IOException {
        var name = library.getName().substring(LIBRARIES.length());
        var file = store.resolve(String.format("%08x-%s", library.getCrc(), name));
        if (Files.notExists(file)) {
            try (var content = jar.getInputStream(library)) {
                keep(content, file);
            }
        }
        return file;
    }

    /** Returns a jar with the service's own classes, and their folders too, in which Spring looks for components. */
    private Path classes(ZipFile jar) throws IOException {
        var own = jar.stream()
                .filter(entry ->
                        entry.getName().startsWith(CLASSES) && !entry.getName().equals(CLASSES))
                .toList();
        var checksum = new CRC32();
        own.forEach(entry -> checksum.update((entry.getName() + entry.getCrc()).getBytes(UTF_8)));
        var file = store.resolve(String.format(
                "%08x-%s", checksum.getValue(), Path.of(jar.getName()).getFileName()));
        if (Files.notExists(file)) {
            var written = Files.createTempFile(store, "classes", ".new");
            try (var out = new ZipOutputStream(Files.newOutputStream(written))) {
                for (var entry : own) {
                    out.putNextEntry(new ZipEntry(entry.getName().substring(CLASSES.length())));
                    try (var content = jar.getInputStream(entry)) {
                        content.transferTo(out);
                    }
                }
            }
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return file;
    }

    private void keep(InputStream content, Path file) throws IOException {
        var written = Files.createTempFile(store, "library", ".new");
        Files.copy(content, written, StandardCopyOption.REPLACE_EXISTING);
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** One archive for each class path; the JVM writes it when the service ends, and reads it from the next start on. */
    private Path archive(String program, List<Path> classpath) throws IOException {
        var checksum = new CRC32();
        checksum.update(classpath.toString().getBytes(UTF_8));
        var file = store.resolve(program + ".jsa." + String.format("%08x", checksum.getValue()));
        removeOthers(program + ".jsa.", file);
        return file;
    }

    private void removeOthers(String prefix, Path kept) throws IOException {
        try (var files = Files.newDirectoryStream(store, prefix + "*")) {
            for (var file : files) {
                if (!file.equals(kept)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
