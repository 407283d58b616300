package org.postroom.local.stack;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.postroom.local.host.Folders;
import org.postroom.local.host.SecretFile;

/** The folder of everything that a stack keeps: its data, its logs, its settings, and what of it runs. */
final class DataFolder {

    /** Raised when an older Postroom could not continue with what this one writes. */
    static final int FORMAT = 1;

    private static final String FORMAT_FILE = "format";
    private static final long NEEDED_MEGABYTES = 600;
    private static final long FULL_MEGABYTES = 30;

    private final Path path;

    DataFolder(Path path) {
        this.path = path;
    }

    /**
     * Makes the folder where it is new, and looks whether a stack can be started in it.
     *
     * @throws StackException naming what is wrong with it and what to do
     */
    void prepare() {
        requireName();
        try {
            // One that exists may be the user's own, with more in it: what is ours in it is taken from others one by
            // one.
            Folders.make(path);
            requireFormat();
            requireSpace();
            SecretFile.write(path.resolve(FORMAT_FILE), FORMAT + "\n");
            Folders.makePrivate(temporary(path));
        } catch (IOException e) {
            throw new StackException(
                    "The folder " + path + " cannot be written: " + words(e)
                            + ". Give it to the user who starts Postroom, or choose another with --data FOLDER.",
                    e);
        }
    }

    /** Returns where the parts write temporary files. */
    static Path temporary(Path data) {
        return data.resolve("temporary");
    }

    /** Removes the temporary files that killed processes left; for a moment in which nothing runs. */
    void clearTemporary() {
        try {
            Folders.delete(temporary(path));
            Folders.makePrivate(temporary(path));
        } catch (IOException e) {
            throw new StackException("The folder " + temporary(path) + " could not be emptied: " + words(e), e);
        }
    }

    /** Says that the disk is full, when it is; for the failure of a part, which may have other words for it. */
    String cause() {
        return freeMegabytes() < FULL_MEGABYTES
                ? "The disk with " + path
                        + " is full. Make room on it, or choose another folder with --data FOLDER.\n\n"
                : "";
    }

    /**
     * Removes everything. The stack must not run.
     *
     * @throws StackException when a file cannot be removed
     */
    void purge() {
        try {
            Folders.delete(path);
        } catch (IOException e) {
            throw new StackException("The data in " + path + " could not be removed: " + words(e), e);
        }
    }

    /** Kafka takes a list of folders, parted by commas; Java a list of class paths, parted by colons. */
    private void requireName() {
        var name = path.toString();
        if (name.contains(",") || name.contains(":")) {
            throw new StackException("The folder " + name
                    + " has a comma or a colon in its name, which Kafka and Java take for the end of a name. Choose another"
                    + " with --data FOLDER.");
        }
    }

    private void requireFormat() throws IOException {
        try {
            var written = Files.readString(path.resolve(FORMAT_FILE)).strip();
            if (!written.matches("\\d{1,9}") || Integer.parseInt(written) > FORMAT) {
                throw new StackException("The data in " + path + " was written by a newer Postroom (its format is "
                        + written + ", this one knows " + FORMAT
                        + "). Start it with that version, or choose another folder with --data FOLDER.");
            }
        } catch (NoSuchFileException isNew) {
            return;
        }
    }

    private void requireSpace() {
        long free = freeMegabytes();
        if (free < NEEDED_MEGABYTES && !Files.exists(path.resolve(Layout.BROKER))) {
            throw new StackException("The disk with " + path + " has " + free + " MB left, but a new stack needs about "
                    + NEEDED_MEGABYTES + " MB. Make room on it, or choose another folder with --data FOLDER.");
        }
    }

    private long freeMegabytes() {
        try {
            return Files.getFileStore(path).getUsableSpace() >> 20;
        } catch (IOException e) {
            return Long.MAX_VALUE;
        }
    }

    private static String words(IOException failure) {
        if (failure instanceof AccessDeniedException denied) {
            return "permission to write " + denied.getFile() + " is missing";
        }
        if (failure instanceof FileSystemException problem && problem.getReason() != null) {
            return problem.getFile() + ": " + problem.getReason();
        }
        return String.valueOf(failure.getMessage());
    }
}
