package org.postroom.benchmarks.acceptance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Postfix's own load generator, {@code smtp-source}. */
final class LoadTool {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Cell ONE_MAIL = new Cell(1_000, 1, false, 1);

    private final Path root;
    private final Path program;

    /** @param root where the package is unpacked */
    LoadTool(Path root) {
        this.root = root;
        this.program = root.resolve("usr/sbin/smtp-source");
    }

    /**
     * Sends the mails of a cell.
     *
     * @return how many were accepted in a second
     * @throws IOException where any was not
     */
    double run(Cell cell, AcceptingServer server) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(
                "-s",
                Integer.toString(cell.sessions()),
                "-m",
                Integer.toString(cell.mails()),
                "-l",
                Integer.toString(cell.size()),
                "-f",
                "customer@customer.test",
                "-t",
                ReceivingDomain.ADDRESS,
                "-M",
                "mail.customer.test"));
        if (cell.keptOpen()) {
            arguments.add("-d");
        }
        arguments.add("127.0.0.1:" + server.port());
        long begun = System.nanoTime();
        Process process = Postfix.command(root, program, arguments.toArray(String[]::new))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        double took = (System.nanoTime() - begun) / 1e9;
        if (process.waitFor() != 0) {
            throw new IOException("expected " + server.name() + " to take every mail, but: " + said);
        }
        return cell.mails() / took;
    }

    /** Waits until a server takes a mail: one that greets may not know its addresses yet. */
    void awaitReady(AcceptingServer server) throws IOException, InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                run(ONE_MAIL, server);
                return;
            } catch (IOException notYet) {
                if (System.nanoTime() > until) {
                    throw notYet;
                }
                Thread.sleep(100);
            }
        }
    }
}
