package org.postroom.local.stack;

import java.io.IOException;
import java.net.DatagramSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.postroom.local.host.Loopback;

/** Looks before the start whether every port is free, and if one is not, who has it. */
final class PortCheck {

    private static final List<Path> TABLES = List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));
    private static final String LISTENING = "0A";
    private static final int LOCAL_ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;

    private PortCheck() {}

    /**
     * Refuses a start when a port is in use.
     *
     * @throws StackException naming the port, who has it, and what to do
     */
    static void requireFree(Part part, Ports ports) {
        for (var port : part.ports()) {
            int number = ports.of(port);
            if (!Loopback.isFree(number) || (port == Port.DNS && !isFreeForDatagrams(number))) {
                throw new StackException("Port " + number + " for " + part.name() + " is in use"
                        + owner(number).map(name -> " by " + name).orElse("")
                        + ". Stop that program, or start on other ports: ./postroom up --ports free");
            }
        }
    }

    private static boolean isFreeForDatagrams(int port) {
        try (var _ = new DatagramSocket(Loopback.at(port))) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Returns the name and id of the process that listens on a port, where the system tells (Linux). */
    private static Optional<String> owner(int port) {
        try {
            var inode = inode(port);
            return inode.isEmpty() ? Optional.empty() : processWith("socket:[" + inode.get() + "]");
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> inode(int port) throws IOException {
        var suffix = String.format(Locale.ROOT, ":%04X", port);
        for (var table : TABLES) {
            var lines = Files.isReadable(table) ? Files.readAllLines(table) : List.<String>of();
            for (var line : lines) {
                var columns = line.strip().split("\\s+");
                if (columns[LOCAL_ADDRESS].endsWith(suffix) && columns[STATE].equals(LISTENING)) {
                    return Optional.of(columns[INODE]);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> processWith(String socket) {
        return ProcessHandle.allProcesses()
                .filter(process -> hasOpen(process, socket))
                .findFirst()
                .map(process -> describe(process) + " (process " + process.pid() + ")");
    }

    private static String describe(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> String.valueOf(Path.of(command).getFileName()))
                .orElse("another program");
    }

    private static boolean hasOpen(ProcessHandle process, String socket) {
        var folder = Path.of("/proc/" + process.pid() + "/fd");
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                if (Files.readSymbolicLink(file).toString().equals(socket)) {
                    return true;
                }
            }
        } catch (IOException e) {
            return false;
        }
        return false;
    }
}
