package org.postroom.local.stack;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.postroom.local.host.SecretFile;

/**
 * The certificate by which the reception of this machine offers STARTTLS: its own, signed by nobody else, as old as the data.
 * Whoever puts others in place of its two files gives the running reception those.
 */
final class SmtpCertificate {

    private static final String ALIAS = "smtp";
    private static final String DAYS = "3650";
    private static final String PASSWORD_VARIABLE = "POSTROOM_SMTP_KEYS_PASSWORD";

    private final Path certificate;
    private final Path key;

    private SmtpCertificate(Path data) {
        this.certificate = data.resolve("smtp-certificate.pem");
        this.key = data.resolve("smtp-key.pem");
    }

    /** The certificate in a stack's folder, which need not be there yet. */
    static SmtpCertificate in(Path data) {
        return new SmtpCertificate(data);
    }

    /**
     * Makes the certificate, unless it is there.
     *
     * @param hostName the name that it is for
     */
    void makeOnce(String hostName) throws IOException {
        if (Files.exists(certificate) && Files.exists(key)) {
            return;
        }
        Path keys = Files.createTempDirectory(certificate.toAbsolutePath().getParent(), "smtp-keys");
        try {
            write(keys.resolve("keys.p12"), hostName, password());
        } finally {
            Files.deleteIfExists(keys.resolve("keys.p12"));
            Files.delete(keys);
        }
    }

    /** The settings by which the reception uses it, as arguments of its command. */
    List<String> arguments() {
        String bundle = "--spring.ssl.bundle.pem." + ALIAS;
        return List.of(
                bundle + ".keystore.certificate=" + certificate.toUri(),
                bundle + ".keystore.private-key=" + key.toUri(),
                bundle + ".reload-on-update=true",
                "--postroom.inbound.smtp.tls-bundle=" + ALIAS);
    }

    private void write(Path keys, String hostName, String password) throws IOException {
        generate(keys, hostName, password);
        try (var content = Files.newInputStream(keys)) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(content, password.toCharArray());
            SecretFile.write(
                    key,
                    pem(
                            "PRIVATE KEY",
                            store.getKey(ALIAS, password.toCharArray()).getEncoded()));
            SecretFile.write(
                    certificate, pem("CERTIFICATE", store.getCertificate(ALIAS).getEncoded()));
        } catch (GeneralSecurityException broken) {
            throw new IOException("expected a certificate from keytool, but it cannot be read", broken);
        }
    }

    private static void generate(Path keys, String hostName, String password) throws IOException {
        var keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        ALIAS,
                        "-keyalg",
                        "EC",
                        "-validity",
                        DAYS,
                        "-dname",
                        "CN=" + hostName,
                        "-ext",
                        "SAN=dns:" + hostName,
                        "-storetype",
                        "PKCS12",
                        "-storepass:env",
                        PASSWORD_VARIABLE,
                        "-keystore",
                        keys.toString())
                .redirectErrorStream(true);
        keytool.environment().put(PASSWORD_VARIABLE, password);
        var process = keytool.start();
        var said = new String(process.getInputStream().readAllBytes(), US_ASCII);
        try {
            if (process.waitFor() != 0) {
                throw new IOException("expected keytool to make a certificate, but it said: " + said);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new IOException("expected keytool to make a certificate, but it was not waited for", hurried);
        }
    }

    /** For the moment between keytool and the files of our own. */
    private static String password() {
        var octets = new byte[24];
        new SecureRandom().nextBytes(octets);
        return Base64.getEncoder().encodeToString(octets);
    }

    private static String pem(String what, byte[] encoded) {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
        return "-----BEGIN " + what + "-----\n" + lines + "\n-----END " + what + "-----\n";
    }
}
