package org.postroom.local.stack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.postroom.local.programs.ProgramStore;

/**
 * Makes programs start in half of the time: a service's jar is laid out with its libraries as files, which services share,
 * and the JVM maps an archive of loaded classes where one was made for exactly this class path. What runs is what the jar
 * holds.
 */
final class QuickStart {

    private static final String LIBRARIES = "BOOT-INF/lib/";
    private static final String CLASSES = "BOOT-INF/classes/";

    private final ProgramStore store;
    private final Optional<Path> recordings;
    private final Map<String, String> names = new ConcurrentHashMap<>();

    private QuickStart(ProgramStore store, Optional<Path> recordings) {
        this.store = store;
        this.recordings = recordings;
    }

    /** Uses the archives that there are. */
    static QuickStart using(ProgramStore store) {
        return new QuickStart(store, Optional.empty());
    }

    /** Has every program without an archive write one into a folder when it ends. */
    static QuickStart recording(ProgramStore store, Path recordings) {
        return new QuickStart(store, Optional.of(recordings));
    }

    /** Returns the folder that programs without an archive write one into. */
    Optional<Path> recordings() {
        return recordings;
    }

    /** Tells whether there is an archive for a part as it is built now. */
    boolean isPrepared(Part part) throws IOException {
        return part.program().command(this).stream().anyMatch(option -> option.startsWith("-XX:SharedArchiveFile="));
    }

    /** Returns a command that does the same as one of a service's jar or of a class path. */
    List<String> command(String part, List<String> command) throws IOException {
        int option = command.indexOf("-jar");
        if (option < 0) {
            option = command.indexOf("-cp");
            return with(command, option, launch(part, command.get(option + 2), paths(command.get(option + 1))), 3);
        }
        try (var jar = new JarFile(command.get(option + 1))) {
            var classpath = new ArrayList<Path>();
            classpath.add(classes(jar));
            for (var library : libraries(jar)) {
                classpath.add(library(jar, library));
            }
            var program = jar.getManifest().getMainAttributes().getValue("Start-Class");
            return with(command, option, launch(part, program, classpath), 2);
        }
    }

    /** Keeps what the programs wrote when they ended, in the place of what earlier builds of them wrote. */
    void keepRecordings() throws IOException {
        for (var recorded : names.entrySet()) {
            var recording = recording(recorded.getKey());
            if (recording.isPresent() && Files.exists(recording.get())) {
                store.entry(recorded.getValue(), target -> Files.move(recording.get(), target));
                store.removeOthers(recorded.getKey() + ".jsa.", recorded.getValue());
            }
        }
    }

    private static List<String> with(List<String> command, int position, List<String> launch, int replaced) {
        var all = new ArrayList<>(command.subList(0, position));
        all.addAll(launch);
        all.addAll(command.subList(position + replaced, command.size()));
        return all;
    }

    private List<String> launch(String part, String program, List<Path> classpath) throws IOException {
        var launch = new ArrayList<String>();
        var path = classpath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        if (classpath.stream().noneMatch(Files::isDirectory)) {
            launch.add("-Xlog:cds*=off");
            launch.add("-Xlog:aot*=off");
            var name = archiveName(part, path);
            var archive = store.find(name);
            archive.ifPresent(file -> launch.add("-XX:SharedArchiveFile=" + file));
            if (archive.isEmpty()) {
                recording(part).ifPresent(file -> {
                    names.put(part, name);
                    launch.add("-XX:ArchiveClassesAtExit=" + file);
                });
            }
        }
        launch.add("-cp");
        launch.add(path);
        launch.add(program);
        return launch;
    }

    private Optional<Path> recording(String part) {
        return recordings.map(folder -> folder.resolve(part + ".jsa"));
    }

    /** One archive for each JVM and each state of each file of the class path: the JVM takes no other. */
    private static String archiveName(String part, String classpath) throws IOException {
        var checksum = new CRC32();
        checksum.update((System.getProperty("java.home") + Runtime.version()).getBytes(UTF_8));
        for (var file : paths(classpath)) {
            checksum.update((file + " " + Files.getLastModifiedTime(file)).getBytes(UTF_8));
        }
        return part + ".jsa." + String.format("%08x", checksum.getValue());
    }

    private static List<Path> paths(String classpath) {
        return Stream.of(classpath.split(File.pathSeparator)).map(Path::of).toList();
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
        return store.entry(String.format("%08x-%s", library.getCrc(), name), target -> {
            try (var content = jar.getInputStream(library)) {
                Files.copy(content, target);
            }
        });
    }

    /** Returns a jar with the service's own classes, and their folders too, in which Spring looks for components. */
    private Path classes(ZipFile jar) throws IOException {
        var own = jar.stream()
                .filter(entry ->
                        entry.getName().startsWith(CLASSES) && !entry.getName().equals(CLASSES))
                .toList();
        var checksum = new CRC32();
        own.forEach(entry -> checksum.update((entry.getName() + entry.getCrc()).getBytes(UTF_8)));
        var name = String.format(
                "%08x-%s", checksum.getValue(), Path.of(jar.getName()).getFileName());
        return store.entry(name, target -> {
            try (var out = new ZipOutputStream(Files.newOutputStream(target))) {
                for (var entry : own) {
                    out.putNextEntry(new ZipEntry(entry.getName().substring(CLASSES.length())));
                    try (var content = jar.getInputStream(entry)) {
                        content.transferTo(out);
                    }
                }
            }
        });
    }
}
