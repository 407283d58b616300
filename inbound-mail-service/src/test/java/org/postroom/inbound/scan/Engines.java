package org.postroom.inbound.scan;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import org.awaitility.Awaitility;
import org.postroom.testkit.DebianPrograms;

/**
 * The real engines, started with as little as they need: Rspamd without rules, redis and the list of public suffixes, ClamAV
 * with one signature of our own, since its database is not fetched. Each is there in about a second.
 */
public final class Engines implements AutoCloseable {

    /** The test string for spam filters. */
    public static final String GTUBE = "XJS*C4JDBQADN1.NSBN3*2IDNEN*GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X";

    /** The test file for virus scanners; in two pieces, so that none takes this class for it. */
    public static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*";

    /** The largest mail that the scanner takes here, in bytes. */
    public static final int LARGEST = 1024 * 1024;

    private static final String[] PACKAGES = {"rspamd", "clamav-daemon"};

    private final Process process;
    private final int port;

    private Engines(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Whether both are there; fetches them first where they are not. */
    public static boolean arePresent() {
        boolean present = DebianPrograms.of(PACKAGES).isPresent();
        if (!present) {
            System.err.println("Rspamd and ClamAV are not there: " + DebianPrograms.why(PACKAGES));
        }
        return present;
    }

    /** Starts Rspamd with its own folder. */
    public static Engines rspamd(Path folder) {
        try {
            int port = freePort();
            DebianPrograms programs = programs();
            Files.writeString(folder.resolve("suffixes"), "com\norg\ntest\n");
            Path configuration = Files.writeString(folder.resolve("rspamd.conf"), """
                    options {
                      pidfile = false;
                      filters = "";
                      url_tld = "%1$s/suffixes";
                      hs_cache_dir = "%1$s";
                      dns { nameserver = ["127.0.0.1:1"]; timeout = 0.1s; retransmits = 1; }
                    }
                    logging { type = "console"; level = "info"; color = false; }
                    worker "normal" { bind_socket = "127.0.0.1:%2$d"; count = 1; }
                    actions { reject = 15; "add header" = 6; greylist = 4; }
                    """.formatted(folder, port));
            String share = programs.file("/usr/share/rspamd").toString();
            Map<String, String> places = Map.of(
                    "TMPDIR",
                    folder.toString(),
                    "DBDIR",
                    folder.toString(),
                    "RUNDIR",
                    folder.toString(),
                    "CONFDIR",
                    folder.toString(),
                    "SHAREDIR",
                    share,
                    "RULESDIR",
                    share + "/rules",
                    "PLUGINSDIR",
                    share + "/plugins",
                    "LUALIBDIR",
                    share + "/lualib");
            Path log = folder.resolve("rspamd.log");
            Process process = programs.start(log, places, "rspamd", "-f", "--insecure", "-c", configuration.toString());
            var rspamd = new Engines(process, port);
            rspamd.awaitAnswer("GET /ping HTTP/1.0\r\n\r\n", "pong", log);
            return rspamd;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Starts ClamAV with its own folder; it also listens at the socket {@code clamd.ctl} there. */
    public static Engines clamd(Path folder) {
        try {
            int port = freePort();
            String signature = HexFormat.of().formatHex(EICAR.getBytes(US_ASCII));
            Files.createDirectories(folder.resolve("database"));
            Files.writeString(folder.resolve("database/own.ndb"), "Postroom.Test.Eicar:0:*:" + signature + "\n");
            Path configuration = Files.writeString(folder.resolve("clamd.conf"), """
                    Foreground yes
                    TCPSocket %2$d
                    TCPAddr 127.0.0.1
                    LocalSocket %1$s/clamd.ctl
                    DatabaseDirectory %1$s/database
                    TemporaryDirectory %1$s
                    StreamMaxLength %3$d
                    """.formatted(folder, port, LARGEST));
            Path log = folder.resolve("clamd.log");
            Process process = programs().start(log, Map.of(), "clamd", "--config-file=" + configuration);
            var clamd = new Engines(process, port);
            clamd.awaitAnswer("PING\n", "PONG", log);
            return clamd;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Where it listens on this machine. */
    public int port() {
        return port;
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().join();
    }

    private void awaitAnswer(String question, String answer, Path log) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).ignoreExceptions().untilAsserted(() -> {
            assertThat(process.isAlive()).as(Files.readString(log)).isTrue();
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.setSoTimeout(1_000);
                socket.getOutputStream().write(question.getBytes(US_ASCII));
                assertThat(new String(socket.getInputStream().readNBytes(200), US_ASCII))
                        .contains(answer);
            }
        });
    }

    private static DebianPrograms programs() {
        return DebianPrograms.of(PACKAGES).orElseThrow();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
