package org.postroom.inbound.mailbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.postroom.testkit.DebianPrograms;

/**
 * Debian's Dovecot 2.3 with a folder of its own: as an ordinary user, or, where the tests run as root, as {@code nobody}, since
 * it reads no mail as root. Mails lie in Maildir, so that they can be put there, and their flags be seen, without IMAP.
 */
public final class Dovecot implements AutoCloseable {

    private static final String PACKAGE = "dovecot-imapd";
    private static final String MODULES = "/usr/lib/dovecot/modules";

    /** As long as the path above, which is written into Dovecot's libraries. */
    private static final String MODULES_WHERE_IT_RUNS = "/proc/self/cwd/./modules";

    private static final AtomicInteger DELIVERED = new AtomicInteger();

    private final Process process;
    private final Path folder;
    private final int port;
    private final String user;

    private Dovecot(Process process, Path folder, int port, String user) {
        this.process = process;
        this.folder = folder;
        this.port = port;
        this.user = user;
    }

    /** Whether it is there; fetches it first where it is not. */
    public static boolean isPresent() {
        boolean present = DebianPrograms.of(PACKAGE).isPresent();
        if (!present) {
            System.err.println("Dovecot is not there: " + DebianPrograms.why(PACKAGE));
        }
        return present;
    }

    /** Starts it in an empty folder; nobody can sign in yet. */
    public static Dovecot in(Path folder) {
        return in(folder, "");
    }

    /**
     * Starts it in an empty folder, where whoever has an access token can sign in.
     *
     * @param tokens the URL that tells whose a token is, as JSON with {@code user} and {@code active}
     */
    public static Dovecot withTokens(Path folder, String tokens) throws IOException {
        Path known = Files.writeString(folder.resolve("tokens.conf"), """
                introspection_url = %s
                introspection_mode = auth
                username_attribute = user
                active_attribute = active
                active_value = true
                """.formatted(tokens));
        return in(folder, """
                auth_mechanisms = plain login xoauth2
                passdb {
                  driver = oauth2
                  mechanisms = xoauth2
                  args = %s
                }
                """.formatted(known));
    }

    private static Dovecot in(Path folder, String more) {
        try {
            DebianPrograms programs = DebianPrograms.of(PACKAGE).orElseThrow();
            boolean root = "root".equals(System.getProperty("user.name"));
            String user = root ? "nobody" : System.getProperty("user.name");
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            Path libraries = folder.resolve("lib");
            copy(programs.file("/usr/lib/dovecot"), libraries);
            for (String place : List.of("run", "run/login", "run/empty", "state", "mail", "users")) {
                Files.createDirectories(folder.resolve(place));
            }
            for (String place : List.of("run", "run/login", "run/empty")) {
                Files.createSymbolicLink(folder.resolve(place).resolve("modules"), libraries.resolve("modules"));
            }
            int port = freePort();
            Path configuration = Files.writeString(
                    folder.resolve("dovecot.conf"), more + configuration(folder, user, group(user), port));
            Path log = folder.resolve("dovecot.log");
            // Dovecot starts this program by a path that is written into it, unless it was started by it.
            Process process = programs.start(
                    log,
                    Map.of("LD_LIBRARY_PATH", libraries + ":" + programs.file("/usr/lib/x86_64-linux-gnu")),
                    "doveconf",
                    "-f",
                    "service=master",
                    "-c",
                    configuration.toString(),
                    "-e",
                    programs.file("/usr/sbin/dovecot").toString(),
                    "-F",
                    "-c",
                    configuration.toString());
            var dovecot = new Dovecot(process, folder, port, user);
            dovecot.own(folder.resolve("mail"));
            dovecot.awaitGreeting(log);
            return dovecot;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Where it listens on this machine. */
    public int port() {
        return port;
    }

    /** Lets a user sign in with this password, and with no other one. */
    public void user(String name, String password) throws IOException {
        Path box = folder.resolve("mail").resolve(name);
        for (String place : List.of("new", "cur", "tmp")) {
            Files.createDirectories(box.resolve(place));
        }
        own(box);
        // A file for each user, since a file that was read is looked at again a second later at the earliest.
        Files.writeString(folder.resolve("users").resolve(name), name + ":" + password + "\n");
    }

    /** Puts a mail into a user's mailbox. */
    public void deliver(String name, String mail) throws IOException {
        Path box = folder.resolve("mail").resolve(name);
        String file = "%d.M%dP1.test".formatted(System.currentTimeMillis() / 1000, DELIVERED.incrementAndGet());
        Path written = Files.writeString(box.resolve("tmp").resolve(file), mail.replace("\r\n", "\n"), UTF_8);
        own(written);
        Files.move(written, box.resolve("new").resolve(file), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Makes a user's mailbox anew: the same mails get other numbers. */
    public void renumber(String name) throws IOException {
        try (Stream<Path> lists = Files.list(folder.resolve("mail").resolve(name))) {
            for (Path list : lists.filter(path -> path.getFileName().toString().startsWith("dovecot"))
                    .toList()) {
                Files.deleteIfExists(list);
            }
        }
    }

    /** Ends every session, whatever is being said. */
    public void cutConnections() {
        process.descendants()
                .filter(child -> child.info()
                        .command()
                        .filter(command -> command.endsWith("/lib/imap"))
                        .isPresent())
                .forEach(ProcessHandle::destroyForcibly);
    }

    /** The names of a user's mails; whatever flags one has stand in its name, after {@code :2,}. */
    public List<String> mails(String name) throws IOException {
        Path box = folder.resolve("mail").resolve(name);
        try (Stream<Path> fresh = Files.list(box.resolve("new"));
                Stream<Path> seen = Files.list(box.resolve("cur"))) {
            return Stream.concat(fresh, seen)
                    .map(path -> path.getFileName().toString())
                    .toList();
        }
    }

    /** What it has written down. */
    public String log() throws IOException {
        return Files.readString(folder.resolve("dovecot.log"));
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().join();
    }

    private void own(Path place) throws IOException {
        if (user.equals(System.getProperty("user.name"))) {
            return;
        }
        var owner = place.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user);
        try (Stream<Path> all = Files.walk(place)) {
            for (Path path : all.toList()) {
                Files.setOwner(path, owner);
            }
        }
    }

    private void awaitGreeting(Path log) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).ignoreExceptions().untilAsserted(() -> {
            assertThat(process.isAlive()).as(Files.readString(log)).isTrue();
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.setSoTimeout(5_000);
                assertThat(new String(socket.getInputStream().readNBytes(4), US_ASCII))
                        .isEqualTo("* OK");
            }
        });
    }

    /** Of the libraries, with the one path that is written into them led to where they were unpacked. */
    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path place, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(place)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path copy = to.resolve(from.relativize(file));
                if (Files.isSymbolicLink(file)) {
                    Files.createSymbolicLink(copy, Files.readSymbolicLink(file));
                } else {
                    Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
                    lead(copy);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void lead(Path file) throws IOException {
        String octets = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        if (octets.contains(MODULES)) {
            Files.write(file, octets.replace(MODULES, MODULES_WHERE_IT_RUNS).getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private static String group(String user) throws IOException {
        Process asked = new ProcessBuilder("id", "-gn", user).start();
        return new String(asked.getInputStream().readAllBytes(), US_ASCII).strip();
    }

    private static String configuration(Path folder, String user, String group, int port) {
        return """
                base_dir = %1$s/run
                state_dir = %1$s/state
                libexec_dir = %1$s/lib
                log_path = /dev/stderr
                import_environment = LD_LIBRARY_PATH TZ
                protocols = imap
                listen = 127.0.0.1
                ssl = no
                disable_plaintext_auth = no
                default_internal_user = %2$s
                default_internal_group = %3$s
                default_login_user = %2$s
                first_valid_uid = 1
                auth_failure_delay = 0
                mail_location = maildir:%1$s/mail/%%u
                mail_max_userip_connections = 50
                passdb {
                  driver = passwd-file
                  args = scheme=plain %1$s/users/%%u
                }
                userdb {
                  driver = static
                  args = uid=%2$s gid=%3$s home=%1$s/mail/%%u
                }
                service anvil {
                  chroot =
                }
                service stats {
                  chroot =
                }
                service imap-login {
                  chroot =
                  inet_listener imap {
                    port = %4$d
                  }
                  inet_listener imaps {
                    port = 0
                  }
                }
                """.formatted(folder, user, group, port);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
