package org.postroom.inbound.reception.smtp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** An authority of a test's own and a certificate that it has signed for a reception on this machine, as PEM files. */
final class TestAuthority {

    private static final String PASSWORD = "changeit";

    private final Path folder;

    private TestAuthority(Path folder) {
        this.folder = folder;
    }

    /** Makes both in a folder of their own. */
    static TestAuthority in(Path folder) throws IOException {
        Path store = folder.resolve("keys.p12");
        keytool(store, "authority", "-dname", "CN=Authority of a test", "-ext", "bc:c");
        keytool(
                store,
                "smtp",
                "-dname",
                "CN=mx.postroom.test",
                "-ext",
                "SAN=dns:mx.postroom.test,ip:127.0.0.1",
                "-signer",
                "authority");
        var made = new TestAuthority(folder);
        try (InputStream in = Files.newInputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, PASSWORD.toCharArray());
            write(made.authority(), keys.getCertificate("authority"));
            write(made.certificate(), keys.getCertificateChain("smtp"));
            Key key = keys.getKey("smtp", PASSWORD.toCharArray());
            Files.writeString(made.key(), pem("PRIVATE KEY", key.getEncoded()));
        } catch (GeneralSecurityException impossible) {
            throw new IOException("expected keys from keytool, but they cannot be read", impossible);
        }
        return made;
    }

    /** The certificate of the authority, which clients trust. */
    Path authority() {
        return folder.resolve("authority.pem");
    }

    /** The certificate of the reception, with the authority's behind it. */
    Path certificate() {
        return folder.resolve("certificate.pem");
    }

    /** The reception's private key. */
    Path key() {
        return folder.resolve("key.pem");
    }

    private static void keytool(Path store, String alias, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                alias,
                "-keyalg",
                "EC",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                store.toString()));
        command.addAll(Arrays.asList(more));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (keytool.waitFor() != 0) {
                throw new IOException("expected keytool to make keys, but it said: " + said);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("expected keytool to make keys, but nobody waited for it", stopping);
        }
    }

    private static void write(Path file, Certificate... certificates) throws IOException, GeneralSecurityException {
        var text = new StringBuilder();
        for (Certificate certificate : certificates) {
            text.append(pem("CERTIFICATE", certificate.getEncoded()));
        }
        Files.writeString(file, text);
    }

    private static String pem(String what, byte[] encoded) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
        return "-----BEGIN " + what + "-----\n" + lines + "\n-----END " + what + "-----\n";
    }
}
