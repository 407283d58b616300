package org.postroom.local.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.postroom.local.host.Folders;
import org.postroom.local.host.Loopback;
import org.postroom.local.programs.ProgramStore;

/** A folder of PostgreSQL's data, and the command of the server that serves it. */
public final class DatabaseCluster {

    private static final String VERSION_FILE = "PG_VERSION";

    private final Path data;
    private final PostgresPrograms programs;

    private DatabaseCluster(Path data, PostgresPrograms programs) {
        this.data = data;
        this.programs = programs;
    }

    /**
     * Returns the cluster in a folder. One that is new is made elsewhere and then renamed, so that it is whole or absent.
     *
     * @throws IOException when it cannot be made, or is of another major version than the programs
     */
    public static DatabaseCluster in(Path data, ProgramStore store) throws IOException {
        var cluster = new DatabaseCluster(data.toAbsolutePath(), PostgresPrograms.in(store));
        if (Files.exists(cluster.data.resolve(VERSION_FILE))) {
            cluster.requireVersion();
        } else {
            cluster.make();
        }
        return cluster;
    }

    /** Returns the command of a server that serves this cluster on a port of the loopback address, and nowhere else. */
    public List<String> serverCommand(int port) throws IOException {
        return programs.command(
                "postgres",
                "-D",
                data.toString(),
                "-c",
                "listen_addresses=" + Loopback.HOST,
                "-c",
                "port=" + port,
                "-c",
                "unix_socket_directories=",
                "-c",
                "max_connections=" + Limits.CONNECTIONS,
                "-c",
                "shared_buffers=" + Limits.SHARED_MEGABYTES + "MB",
                "-c",
                "work_mem=" + Limits.WORK_MEGABYTES + "MB",
                "-c",
                "maintenance_work_mem=" + Limits.MAINTENANCE_MEGABYTES + "MB");
    }

    /** What the server may take of the machine. */
    public static final class Limits {

        /** Connections at a time. */
        public static final int CONNECTIONS = 100;
        /** Memory that its processes share. */
        public static final int SHARED_MEGABYTES = 32;
        /** Memory of one sort. */
        public static final int WORK_MEGABYTES = 4;
        /** Memory of one clean-up. */
        public static final int MAINTENANCE_MEGABYTES = 16;

        private Limits() {}
    }

    private void make() throws IOException {
        var unfinished = data.resolveSibling(data.getFileName() + ".new");
        Folders.delete(unfinished);
        Files.createDirectories(unfinished.getParent());
        run(programs.command(
                "initdb",
                "--pgdata=" + unfinished,
                "--username=" + LocalDatabase.USER,
                "--auth=trust",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--locale=C.UTF-8",
                "--lc-messages=C"));
        Folders.delete(data);
        Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private void requireVersion() throws IOException {
        var written = Files.readString(data.resolve(VERSION_FILE)).strip();
        var served = run(programs.command("postgres", "--version")).replaceAll("^\\D*(\\d+)\\D.*", "$1");
        if (!written.equals(served)) {
            throw new IOException("The data in " + data + " is of PostgreSQL " + written
                    + ", but this Postroom brings PostgreSQL " + served
                    + ". Start it with the Postroom that wrote it, or name another folder with --data.");
        }
    }

    private static String run(List<String> command) throws IOException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            process.getOutputStream().close();
            var said = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
            if (process.waitFor() != 0) {
                throw new IOException("PostgreSQL could not be run: " + said
                        + (said.startsWith("unshare")
                                ? ". It refuses to run as root, and this system does not let root become"
                                        + " nobody: start Postroom as another user"
                                : ""));
            }
            return said;
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while PostgreSQL's data was made", e);
        }
    }
}
