package org.postroom.runtime.message;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One file that is only ever added to, by one process, by any number of its threads. Whoever has added waits until it is
 * durable; while one thread flushes, others add, and the next flush is for all of them.
 *
 * <p>After a failure nothing more is added: what the disk has of it then is not known. What was durable before stays so.
 *
 * <p>It is no channel of {@code java.nio}, since those close for all when one of the threads is interrupted.
 */
final class Segment {

    private static final long REFUSED = -1;

    private final Path path;
    private final RandomAccessFile file;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition flushEnded = lock.newCondition();
    private long added;
    private long durable;
    private int adding;
    private boolean flushing;
    private boolean closed;
    private boolean failed;

    /** Makes the file in a directory that exists; its name is durable then. */
    Segment(Path directory, String name) throws IOException {
        this.path = directory.resolve(name);
        OwnerOnly.create(path).close();
        this.file = new RandomAccessFile(path.toFile(), "rw");
        OwnerOnly.flush(directory);
    }

    /**
     * Adds content and waits until it is durable.
     *
     * @return the offset of its first octet; negative where the segment takes no more
     * @throws IOException where it could not be made durable
     */
    long add(byte[] content, int length) throws IOException {
        lock.lock();
        try {
            return closed ? REFUSED : addUnderLock(content, length);
        } finally {
            lock.unlock();
        }
    }

    private long addUnderLock(byte[] content, int length) throws IOException {
        long offset = added;
        adding++;
        try {
            file.write(content, 0, length);
            added += length;
            flush(added);
            return offset;
        } catch (IOException broken) {
            closed = true;
            failed = true;
            flushEnded.signalAll();
            throw broken;
        } finally {
            adding--;
            closeFile();
        }
    }

    /** How many octets it has. */
    long size() {
        lock.lock();
        try {
            return added;
        } finally {
            lock.unlock();
        }
    }

    /** Takes nothing more; what is being added is brought to its end. A file that holds nothing is removed. */
    void close() throws IOException {
        lock.lock();
        try {
            closed = true;
            closeFile();
        } finally {
            lock.unlock();
        }
    }

    /** Returns once the first octets are durable. One thread flushes at a time, for all that have added before it began. */
    private void flush(long upTo) throws IOException {
        while (durable < upTo) {
            if (failed) {
                throw new IOException("expected to make a message durable, but its segment failed");
            }
            if (flushing) {
                flushEnded.awaitUninterruptibly();
            } else {
                flushAll();
            }
        }
    }

    private void flushAll() throws IOException {
        long target = added;
        boolean done = false;
        flushing = true;
        lock.unlock();
        try {
            file.getFD().sync();
            done = true;
        } finally {
            lock.lock();
            flushing = false;
            if (done) {
                durable = target;
            }
            flushEnded.signalAll();
        }
    }

    private void closeFile() throws IOException {
        if (closed && adding == 0) {
            file.close();
            if (durable == 0) {
                Files.deleteIfExists(path);
            }
        }
    }
}
