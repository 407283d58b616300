package org.postroom.outbound.smtpserver.smtp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** An authority and the certificates it issues, made with the platform's own tool. */
final class Certificates {

    private static final char[] PASSWORD = "changeit".toCharArray();

    private final Path file;

    private Certificates(Path file) {
        this.file = file;
    }

    /** Makes an authority. */
    static Certificates authority(Path folder, String name) throws Exception {
        var authority = new Certificates(folder.resolve(name + ".p12"));
        authority.generate("ca", "-3650d", "7300", "-ext", "bc:c");
        return authority;
    }

    /** Issues a certificate for a host, valid for ten days. */
    SSLContext issue(String alias, String host, String begin) throws Exception {
        generate(alias, begin, "10", "-ext", "san=dns:" + host, "-signer", "ca");
        KeyStore all = load();
        KeyStore one = KeyStore.getInstance("PKCS12");
        one.load(null, null);
        one.setKeyEntry(alias, all.getKey(alias, PASSWORD), PASSWORD, all.getCertificateChain(alias));
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(one, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    /** The authority's own certificate as a PEM file. */
    Path pem() throws Exception {
        String body = Base64.getMimeEncoder()
                .encodeToString(load().getCertificate("ca").getEncoded());
        return Files.writeString(
                Path.of(file + ".pem"), "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n");
    }

    private KeyStore load() throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream stored = Files.newInputStream(file)) {
            keys.load(stored, PASSWORD);
        }
        return keys;
    }

    private void generate(String alias, String begin, String days, String... more) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                alias,
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + alias + " of " + file.getFileName(),
                "-startdate",
                begin,
                "-validity",
                days,
                "-keystore",
                file.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD)));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("expected keytool to make a certificate, but it said: " + output);
        }
    }
}
