package org.postroom.local.host;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Signals that Java has no word for. */
public final class Signals {

    private Signals() {}

    /** Sends SIGINT to a process, which makes PostgreSQL end without waiting for its clients. */
    public static void interrupt(ProcessHandle process) {
        send("INT", process);
    }

    /** Sends SIGSTOP: the process does nothing more, and keeps its connections and its memory. */
    public static void freeze(ProcessHandle process) {
        send("STOP", process);
    }

    /** Sends SIGCONT to a process that was frozen. */
    public static void thaw(ProcessHandle process) {
        send("CONT", process);
    }

    private static void send(String signal, ProcessHandle process) {
        try {
            new ProcessBuilder("/bin/sh", "-c", "kill -" + signal + " " + process.pid())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException("The signal " + signal + " could not be sent", e);
        }
    }
}
