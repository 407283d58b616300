package org.postroom.local.programs;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.postroom.local.host.Folders;

/**
 * A folder of files and folders that are made once and used by many processes. An entry is whole or absent: it is made
 * under another name, sealed with a checksum, and renamed. It is held against its seal before each use, and made again when
 * it is broken, so that neither an interrupted start nor a damaged file can spoil a later one.
 */
public final class ProgramStore {

    private static final String LOCK = "store.lock";
    private static final int STRIPES = 64;
    private static final List<Object> IN_THIS_PROCESS =
            IntStream.range(0, STRIPES).mapToObj(_ -> new Object()).toList();

    private final List<Path> folders;
    private final Set<Path> foundWhole = ConcurrentHashMap.newKeySet();

    private ProgramStore(List<Path> folders) {
        this.folders = folders;
    }

    /** Uses a folder, which is made when it is needed. */
    public static ProgramStore in(Path folder) {
        return new ProgramStore(List.of(folder.toAbsolutePath()));
    }

    /** Uses this store for what is whole in it, and another folder for new entries where this one cannot be written. */
    public ProgramStore orElse(Path writable) {
        var folder = folders.getFirst();
        return isWritable(folder) ? this : new ProgramStore(List.of(folder, writable.toAbsolutePath()));
    }

    /** Makes an entry. */
    @FunctionalInterface
    public interface Maker {

        /** Writes a file or a folder at a path where nothing is yet. */
        void make(Path target) throws IOException;
    }

    /**
     * Returns an entry, made now unless it is there and whole.
     *
     * @param name its name, which must change with its content
     * @throws IOException when it is not there and cannot be made
     */
    public Path entry(String name, Maker maker) throws IOException {
        var present = find(name);
        return present.isPresent() ? present.get() : make(name, maker);
    }

    /** Returns an entry that is there and whole; one that services share is looked through once by each store object. */
    public Optional<Path> find(String name) throws IOException {
        for (var folder : folders) {
            var entry = folder.resolve(name);
            if (foundWhole.contains(entry) && Files.exists(entry)) {
                return Optional.of(entry);
            }
            if (Seal.of(entry).holds()) {
                foundWhole.add(entry);
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    /** Removes the entries whose names begin with a prefix, but for one. Who has one open keeps what it has. */
    public void removeOthers(String prefix, String kept) throws IOException {
        var folder = folders.getLast();
        try (var entries = Files.newDirectoryStream(folder, prefix + "*")) {
            for (var entry : entries) {
                if (!entry.getFileName().toString().startsWith(kept)) {
                    Folders.delete(entry);
                }
            }
        }
    }

    /** Returns the folder that new entries are written to. */
    public Path folder() {
        return folders.getLast();
    }

    private Path make(String name, Maker maker) throws IOException {
        Files.createDirectories(folder());
        int stripe = Math.floorMod(name.hashCode(), STRIPES);
        synchronized (IN_THIS_PROCESS.get(stripe)) {
            try (var channel = FileChannel.open(
                            folder().resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var _ = channel.lock(stripe, 1, false)) {
                var madeMeanwhile = find(name);
                return madeMeanwhile.isPresent() ? madeMeanwhile.get() : makeAlone(name, maker);
            }
        }
    }

    private Path makeAlone(String name, Maker maker) throws IOException {
        var entry = folder().resolve(name);
        var unfinished = folder().resolve(name + ".new");
        Folders.delete(unfinished);
        Folders.delete(entry);
        maker.make(unfinished);
        Seal.of(entry).put(unfinished);
        Files.move(unfinished, entry, StandardCopyOption.ATOMIC_MOVE);
        return entry;
    }

    private static boolean isWritable(Path folder) {
        for (var nearest = folder; nearest != null; nearest = nearest.getParent()) {
            if (Files.exists(nearest)) {
                return Files.isDirectory(nearest) && Files.isWritable(nearest);
            }
        }
        return false;
    }
}
