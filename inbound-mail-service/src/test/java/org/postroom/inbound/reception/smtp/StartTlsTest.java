package org.postroom.inbound.reception.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.ssl.SslStoreBundle;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class StartTlsTest {

    private static final String PASSWORD = "changeit";

    @TempDir
    Path folder;

    private KeyStore keys;

    @BeforeEach
    void makeCertificate() throws Exception {
        keys = newKeys("keys.p12");
    }

    private KeyStore newKeys(String name) throws Exception {
        Path file = folder.resolve(name);
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "smtp",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=mx.postroom.test",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore made = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            made.load(in, PASSWORD.toCharArray());
        }
        return made;
    }

    @Test
    void takesMailOverTlsAndForgetsWhatWasSaidInTheClear() throws Exception {
        try (var server = server();
                var plain = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            assertThat(answer(plain)).startsWith("220");
            assertThat(say(plain, "EHLO client.example")).isEqualTo("250 STARTTLS");
            assertThat(say(plain, "STARTTLS")).startsWith("220 2.0.0");
            try (var secure = secured(plain, server.port())) {
                assertThat(say(secure, "MAIL FROM:<ann@example.org>")).startsWith("503 5.5.1");
                assertThat(say(secure, "EHLO client.example")).isEqualTo("250 ENHANCEDSTATUSCODES");
                say(secure, "MAIL FROM:<ann@example.org>");
                say(secure, "RCPT TO:<help@support.acme.test>");
                say(secure, "DATA");
                assertThat(say(secure, "Subject: secret\r\n\r\nx\r\n.")).startsWith("250");
                assertThat(server.stored(server.log.getFirst())).contains("with ESMTPS id");
            }
        }
    }

    /** The attack on many servers in 2011 (CVE-2011-0411): what an attacker adds in the clear is run as if encrypted. */
    @Test
    void dropsCommandsThatWereInjectedBehindStartTls() throws Exception {
        try (var server = server();
                var plain = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            answer(plain);
            say(plain, "EHLO client.example");
            assertThat(say(plain, "STARTTLS\r\nEHLO evil.example\r\nMAIL FROM:<evil@example.org>"))
                    .startsWith("220");
            try (var secure = secured(plain, server.port())) {
                assertThat(say(secure, "RCPT TO:<help@support.acme.test>")).startsWith("503 5.5.1");
            }
        }
    }

    /** Somebody in between can change what the client says, too: what reads as STARTTLS must be followed by nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"\u0001STARTTLS", "STARTTLS\u0001", "\tSTARTTLS", "\u017fTARTTLS"})
    void knowsNoOtherSpellingOfStartTls(String command) throws Exception {
        try (var server = server();
                var plain = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            answer(plain);
            say(plain, "EHLO client.example");
            plain.getOutputStream().write((command + "\r\nNOOP\r\n").getBytes(StandardCharsets.UTF_8));

            assertThat(answer(plain)).startsWith("500 5.5.2");
            assertThat(answer(plain)).startsWith("250 2.0.0");
        }
    }

    @Test
    void showsTheNewCertificateToWhoeverConnectsAfterItsFileWasReplaced() throws Exception {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class))
                .withPropertyValues(
                        "spring.ssl.bundle.watch.file.quiet-period=50ms",
                        "spring.ssl.bundle.jks.smtp.reload-on-update=true",
                        "spring.ssl.bundle.jks.smtp.keystore.type=PKCS12",
                        "spring.ssl.bundle.jks.smtp.keystore.password=" + PASSWORD,
                        "spring.ssl.bundle.jks.smtp.keystore.location="
                                + folder.resolve("keys.p12").toUri())
                .run(context -> {
                    try (var server = server(context.getBean(SslBundles.class))) {
                        assertThat(certificate(server.port())).isEqualTo(keys.getCertificate("smtp"));
                        keys = newKeys("renewed.p12");
                        Files.move(
                                folder.resolve("renewed.p12"),
                                folder.resolve("keys.p12"),
                                StandardCopyOption.REPLACE_EXISTING);
                        await().ignoreExceptions()
                                .until(() -> certificate(server.port()).equals(keys.getCertificate("smtp")));
                    }
                });
    }

    @Test
    void speaksNoVersionOfTlsThatIsForbidden() throws Exception {
        try (var server = server();
                var plain = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            startTls(plain);
            try (var secure = secured(plain, server.port())) {
                assertThat(secure.getSession().getProtocol()).isIn("TLSv1.2", "TLSv1.3");
                assertThat(say(secure, "EHLO client.example")).isEqualTo("250 ENHANCEDSTATUSCODES");
                assertThat(say(secure, "STARTTLS")).startsWith("503 5.5.1");
            }
        }
    }

    private Certificate certificate(int port) throws Exception {
        try (var plain = new Socket(InetAddress.getLoopbackAddress(), port)) {
            startTls(plain);
            try (var secure = secured(plain, port)) {
                return secure.getSession().getPeerCertificates()[0];
            }
        }
    }

    private static void startTls(Socket plain) throws IOException {
        answer(plain);
        assertThat(say(plain, "STARTTLS")).startsWith("503 5.5.1");
        say(plain, "EHLO client.example");
        assertThat(say(plain, "STARTTLS now")).startsWith("501 5.5.4");
        assertThat(say(plain, "STARTTLS")).startsWith("220 2.0.0");
    }

    private RunningServer server() throws Exception {
        var bundles = new DefaultSslBundleRegistry();
        bundles.registerBundle("smtp", SslBundle.of(SslStoreBundle.of(keys, PASSWORD, null)));
        return server(bundles);
    }

    private RunningServer server(SslBundles bundles) throws Exception {
        return new RunningServer(
                folder.resolve("messages"), RunningServer.settings(Duration.ofMinutes(1), 10, "smtp"), bundles);
    }

    private SSLSocket secured(Socket plain, int port) throws Exception {
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(keys);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        var secure = (SSLSocket) context.getSocketFactory().createSocket(plain, "mx.postroom.test", port, true);
        secure.startHandshake();
        return secure;
    }

    private static String say(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return answer(socket);
    }

    private static String answer(Socket socket) throws IOException {
        String line = line(socket.getInputStream());
        while (line.length() > 3 && line.charAt(3) == '-') {
            line = line(socket.getInputStream());
        }
        return line;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        int octet = in.read();
        while (octet >= 0 && octet != '\n') {
            line.append((char) octet);
            octet = in.read();
        }
        return line.toString().strip();
    }
}
