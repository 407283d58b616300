package org.postroom.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Real programs from Debian's packages, for tests that talk to them. They are unpacked into the module's build folder once,
 * with what they need and this machine does not have; nothing is installed, and nobody has to be root.
 */
public final class DebianPrograms {

    private static final int LONGEST_FETCH_SECONDS = 180;
    private static final List<String> PLACES = List.of("usr/sbin", "usr/bin");

    private final Path folder;

    private DebianPrograms(Path folder) {
        this.folder = folder;
    }

    /**
     * The programs of some packages; fetches them first where they are not there yet.
     *
     * @return empty where they cannot be had, which {@link #why} explains: this is no Debian, or its package server is away
     */
    public static synchronized Optional<DebianPrograms> of(String... packages) {
        Path folder = folder(packages);
        try {
            boolean there = Files.exists(folder.resolve("complete")) || fetch(folder, packages);
            return there ? Optional.of(new DebianPrograms(folder)) : Optional.empty();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException broken) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Why the programs of some packages are not there, after {@link #of} has said so. */
    public static String why(String... packages) {
        try {
            return Files.readString(log(folder(packages))).strip();
        } catch (IOException unknown) {
            return "expected the packages " + String.join(" ", packages) + ", but they cannot be fetched";
        }
    }

    /**
     * Starts one of the programs, which finds the libraries that were unpacked with it.
     *
     * @param log where it writes what it says
     * @param environment what it finds in its environment besides
     * @param program its name, without a path
     */
    public Process start(Path log, Map<String, String> environment, String program, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(path(program)));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("LD_LIBRARY_PATH", libraries());
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** A file of the packages, by its path on a system that has them installed. */
    public Path file(String path) {
        Path unpacked = root().resolve(path.substring(1));
        return Files.exists(unpacked) ? unpacked : Path.of(path);
    }

    private Path root() {
        return folder.resolve("root");
    }

    private String path(String program) {
        return PLACES.stream()
                .flatMap(place -> Stream.of(root().resolve(place), Path.of("/").resolve(place)))
                .map(place -> place.resolve(program))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Path::toString)
                .orElse(program);
    }

    private String libraries() throws IOException {
        Path libraries = root().resolve("usr/lib");
        if (!Files.isDirectory(libraries)) {
            return "";
        }
        try (var folders = Files.list(libraries)) {
            return folders.filter(Files::isDirectory).map(Path::toString).collect(Collectors.joining(":"));
        }
    }

    private static boolean fetch(Path folder, String... packages) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        List<String> command = new ArrayList<>(List.of("sh", "-c", script(), "fetch", folder.toString()));
        command.addAll(List.of(packages));
        Process fetching = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log(folder).toFile())
                .start();
        if (fetching.waitFor(LONGEST_FETCH_SECONDS, TimeUnit.SECONDS)) {
            return fetching.exitValue() == 0;
        }
        fetching.descendants().forEach(ProcessHandle::destroyForcibly);
        fetching.destroyForcibly();
        Files.writeString(
                log(folder),
                "expected the packages within " + LONGEST_FETCH_SECONDS + " s, but they are still being fetched");
        return false;
    }

    private static Path folder(String... packages) {
        return Path.of("target/debian").resolve(String.join("+", packages)).toAbsolutePath();
    }

    private static Path log(Path folder) {
        return folder.resolve("fetch.log");
    }

    private static String script() throws IOException {
        try (InputStream script = DebianPrograms.class.getResourceAsStream("fetch-debian-packages.sh")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
