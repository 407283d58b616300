package org.postroom.local.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.postroom.local.host.Folders;
import org.postroom.local.programs.ProgramStore;

/**
 * Makes, once after a build, what lets every later start be quick: the programs are laid out as files, and the stack is
 * started and stopped once on ports and data of its own, so that each JVM writes an archive of the classes that it loaded.
 */
public final class Preparation {

    private final Path project;

    /** Prepares the programs of a source tree. */
    public Preparation(Path project) {
        this.project = project;
    }

    /** Tells whether most programs start without an archive, so that making them costs less than it saves. */
    public boolean isWorthwhile() throws IOException {
        var store = StackOptions.programs(project);
        var options = new StackOptions(project, store.folder(), Ports.shifted(0), List.of(), Servers.NONE);
        var quickStart = QuickStart.using(store);
        var services = new Layout(options)
                .parts().stream().filter(part -> part.jar().isPresent()).toList();
        var prepared = new ArrayList<Part>();
        for (var service : services) {
            if (quickStart.isPrepared(service)) {
                prepared.add(service);
            }
        }
        return prepared.size() < services.size() / 2;
    }

    /**
     * Does it; what is there already is kept.
     *
     * @param program the main class and its arguments that run a supervisor of a stack in a data folder
     * @throws StackException when the stack cannot be started
     */
    public void run(Function<Path, List<String>> program, Progress progress) throws IOException, InterruptedException {
        var store = StackOptions.programs(project);
        Files.createDirectories(store.folder());
        try (var channel = openLock();
                var _ = channel.lock()) {
            endLost();
            run(store, program, progress);
        }
    }

    /** Ends what a preparation that was killed has left running, unless one is at work now. */
    public void endLost() throws IOException, InterruptedException {
        if (Files.notExists(place())) {
            return;
        }
        try (var channel = openLock();
                var lock = channel.tryLock()) {
            if (lock != null) {
                endRemains();
            }
        } catch (OverlappingFileLockException ownLock) {
            endRemains();
        }
    }

    private void endRemains() throws IOException, InterruptedException {
        new Supervisor(data()).stop();
        Stack.find(project, data()).ifPresent(Stack::close);
        Folders.delete(place());
    }

    private void run(ProgramStore store, Function<Path, List<String>> program, Progress progress)
            throws IOException, InterruptedException {
        try {
            var options = new StackOptions(project, data(), Ports.free(), List.of(), Servers.NONE);
            var quickStart = QuickStart.recording(store, Files.createDirectories(place().resolve("recordings")));
            new StackStart(options, program.apply(data()), quickStart).await(progress);
            progress.starting("archives");
            long start = System.nanoTime();
            new Supervisor(data()).stop();
            quickStart.keepRecordings();
            progress.ready("archives", Duration.ofNanos(System.nanoTime() - start));
        } finally {
            Folders.delete(place());
        }
    }

    private Path place() {
        return StackOptions.programs(project).folder().resolve("preparation");
    }

    private Path data() {
        return place().resolve("data");
    }

    private FileChannel openLock() throws IOException {
        return FileChannel.open(
                place().resolveSibling("preparation.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }
}
